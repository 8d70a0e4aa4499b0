"""Accidents between States by the invented laws: care, equality, posting, earlier injuries, deaths; worked by hand."""

from typing import Any

import pytest

from portability.assessment.scope import AgreementSet
from portability.record.phrases import amount
from tests.middle.test_injury_between import ALONE, HIGHER, accident, decided, findings, row, told


def test_care_is_given_where_the_person_lives_at_the_cost_of_the_state_that_pays() -> None:
    [care] = decided(accident("XB")).care
    assert (care.provider_state, care.cost_state, care.reimbursement, care.instrument) == ("XA", "XB", "actual", "xw-higher")
    [alone] = decided(accident("XB", person={"born": "1980-01-01", "nationalities": ["XB"]}), ALONE).care
    assert (alone.provider_state, alone.cost_state, alone.instrument) == ("XB", "XB", None)


def test_an_instrument_makes_equal_and_has_the_pension_paid_abroad() -> None:
    decision = decided(accident("XB"))
    assert told(decision) == [("xb-risks", "entitled", ["440.00 XTS"])]  # 25 % + 30 % = 55 % of 800
    assert decision.benefits[0].payments[0].export == "paid"
    assert "XB, under whose law the work was, pays for injury fall alone" in findings(decision)
    assert told(decided(accident("XB"), ALONE)) == [("xb-risks", "refused", [])]  # no national of XB


POSTED = {"id": "site", "country": "XB", "from": "2024-03-01", "planned_to": "2025-02-28", "posted_from": "XA"}


def test_the_law_of_the_sending_state_pays_for_an_accident_of_one_posted() -> None:
    facts = accident(work=[POSTED])
    facts["event"][0] |= {"country": "XB", "assessment": [{"country": "XA", "on": "2024-08-12", "degree": "70 %"}]}
    decision = decided(facts)
    assert told(decision) == [("xa-injury", "entitled", ["525.00 XTS"])]  # 75 % x 1 000 x 70 %
    assert "posted from XA to XB" in findings(decision)


def test_a_period_declared_under_another_law_than_that_which_applies_does_not_choose_the_payer() -> None:
    facts = accident("XB", work=[POSTED])
    facts["period"][0]["from"] = "2024-03-01"
    facts["period"].append({"id": "q", "country": "XA", "scheme": "xa-general", "kind": "insurance", "from": "2010-01-01",
                            "to": "2024-02-29"})  # fmt: skip
    facts["event"][0]["assessment"][0]["country"] = "XA"
    decision = decided(facts)
    assert [(one.country, one.status) for one in decision.benefits] == [("XA", "entitled")], "not where insurance is told"


def test_an_accident_on_the_way_in_another_state_counts_as_one_in_the_state_that_pays() -> None:
    facts = accident()
    facts["event"][0] |= {"country": "XB", "on_the_way": True}
    facts["event"][0]["assessment"][0]["country"] = "XA"
    assert "it happened on the way, in XB: it counts as if it had happened in XA" in findings(decided(facts))
    assert "whether the law of XA reaches accidents there is not settled" in findings(decided(facts, ALONE))


@pytest.mark.parametrize(("under", "paid"), [(HIGHER, [("xb-risks", "entitled", ["120.00 XTS"])]),
                                             (ALONE, [("xb-risks", "entitled", ["720.00 XTS"])])])  # fmt: skip
def test_an_earlier_accident_elsewhere_helps_to_reach_the_degree_for_a_pension(under: AgreementSet, paid: Any) -> None:
    facts = accident("XB", person={"born": "1980-01-01", "nationalities": ["XB"]}, residence=[{"country": "XB"}])
    facts["event"][0]["assessment"][0]["degree"] = "5 %"
    facts["event"].append({"id": "early", "kind": "accident", "date": "2008-05-05", "country": "XA",
                           "assessment": [{"country": "XA", "on": "2008-07-01", "degree": "8 %"}]})  # fmt: skip
    decision = decided(facts, under)
    # 8 % + 5 % = 13 %, which reaches 10 %: 800 x 2.5 % = 20, raised to the minimum of 120. Alone: 36 x 20 once.
    assert [one for one in told(decision) if one[0] == "xb-risks"] == paid


def test_work_told_by_name_is_the_occupation_of_the_day() -> None:
    facts = accident(work=[{"id": "w", "country": "XA", "from": "2020-01-01", "occupation": "soldier"}])
    del facts["event"][0]["work_as"]
    assert told(decided(facts, ALONE)) == [("xa-injury", "refused", [])]  # XA leaves soldiers out


@pytest.mark.parametrize(("cause", "paid"), [("fall", "300.00 XTS"), ("slip", "900.00 XTS")])
def test_a_death_told_to_come_of_an_injury_is_one_of_that_injury(cause: str, paid: str) -> None:
    facts = accident(family=[{"id": "widow", "relation": "spouse"}],
                     claim=[{"claimant": "widow", "branches": ["employment_injury"], "date": "2025-05-01"}])  # fmt: skip
    facts["person"]["died"] = "2025-02-01"
    facts["period"][0]["to"] = facts["earnings"][0]["to"] = "2024-12-31"
    facts["earnings"].append(facts["earnings"][0] | {"from": "2025-01-01", "to": "2025-01-31", "amount": "3000"})
    facts["period"].append(facts["period"][0] | {"id": "p2", "from": "2025-01-01", "to": "2025-01-31"})
    facts["event"].append({"id": "slip", "kind": "accident", "date": "2025-01-20", "country": "XA", "work_as": "employee"})
    facts["event"].append({"id": "death", "kind": "death", "date": "2025-02-01", "because": cause})
    decision = decided(facts, ALONE)
    # 75 % of 1 000 x 40 % = 300; 75 % of 3 000 x 40 % = 900
    assert [amount(each.money) for each in row(decision, f"{cause}.survivor").payments] == [paid]
    assert not any("is taken as claimed" in one for one in decision.not_certain)


def test_what_has_fallen_due_of_a_pension_is_told_up_to_the_month_of_the_decision() -> None:
    facts = accident()
    facts["event"][0]["assessment"][0] |= {"country": "XA", "on": "2024-05-17"}
    facts["event"][0]["date"] = "2024-03-12"
    decision = decided(facts, ALONE)  # on 1 September 2024
    # 525.00 a month: 17 to 31 May are 15 of 31 days, 254.03; June, July and August 1 575.00.
    assert amount(row(decision, "fall.pension").arrears) == "1829.03 XTS"


def test_the_same_days_are_not_silently_paid_by_sickness_and_by_injury() -> None:
    facts = accident(claim=[{"branches": ["employment_injury", "sickness"], "date": "2024-09-01"}])
    facts["period"][0]["scheme"] = facts["earnings"][0]["scheme"] = "xa-general"
    facts["period"].append(facts["period"][0] | {"id": "h", "scheme": "xa-health"})
    off = [{"from": "2024-06-13", "to": "2024-08-11"}]
    facts["event"][0]["incapacity"] = off
    facts["event"].append({"id": "ill", "kind": "sickness", "date": "2024-06-13", "country": "XA", "incapacity": off})
    decision = decided(facts, ALONE)
    paying = {one.branch for one in decision.benefits if one.status == "entitled" and one.form == "daily_cash"}
    assert paying == {"employment_injury", "sickness"}
    [said] = [one.text for one in decision.findings if "for the same days" in one.text]
    assert said.startswith("from 2024-06-")
    assert "to 2024-08-11" in said
    facts["claim"] = [{"branches": ["employment_injury"], "date": "2024-09-01"}]
    assert "for the same days" not in findings(decided(facts, ALONE))
