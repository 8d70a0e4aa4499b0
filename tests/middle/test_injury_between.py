"""Injuries between States by the invented laws and agreements: each figure worked by hand in a comment.

XA: 75 % of earnings by the degree, a pension above 30 %; silica after two years of exposure, found within twenty.
XB: 80 % of the mean of twelve months; the degree counts half up to 50 % and one and a half times above; silica after five
years of exposure, found within ten. XC: sums once; a fund for miners' lungs by grade. `xw-higher` links all, `xv-pro-rata` two.
"""

from typing import Any

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.decision import Benefit, Decision
from portability.record.phrases import amount

ALONE = AgreementSet("none", as_bound=False)
HIGHER = AgreementSet("higher", as_bound=True, without=("xv-pro-rata",))
SHARED = AgreementSet("shared", as_bound=True, without=("xw-higher",))
Facts = dict[str, Any]

SCHEMES = {"XA": "xa-injury", "XB": "xb-risks", "XC": "xc-dust"}


def stated(state: str, amount: str) -> Facts:
    """The earnings that count, as the institution states them."""
    return {"country": state, "scheme": SCHEMES[state], "branch": "employment_injury", "kind": "reference", "amount": amount,
            "currency": "XTS", "per": "month", "on": "2025-06-01"}  # fmt: skip


def silicosis(*exposure: tuple[str, str, str], found: dict[str, str] | None = None, lives: str = "XA", **more: Any) -> Facts:
    """A disease found in March 2025, after exposures; what each State's institution found of it."""
    assessed = found or {"XA": "40 %", "XB": "60 %", "XC": "50 %"}
    return {
        "format": "portability.case/1",
        "id": "a",
        "person": {"born": "1950-01-01", "nationalities": ["XA"], "residence_status": "regular"},
        "residence": [{"country": lives}],
        "statement": [stated("XA", "2000"), stated("XB", "1000"), stated("XC", "1200")],
        "event": [
            {
                "id": "lungs",
                "kind": "disease",
                "date": "2025-03-10",
                "work_as": "miner",
                "exposure": [{"country": c, "from": start, "to": end, "agent": "silica"} for c, start, end in exposure],
                "assessment": [
                    {"country": c, "on": "2025-06-02", "degree": degree} | ({"grade": "first"} if c == "XC" else {})
                    for c, degree in assessed.items()
                ],
            }
        ],
        "claim": [{"branches": ["employment_injury"], "date": "2025-07-01"}],
    } | more


def decided(facts: Facts, under: AgreementSet = HIGHER) -> Decision:
    return decide(read_case(facts), None, under)


def told(decision: Decision, who: str = "insured") -> list[tuple[str, str, list[str]]]:
    """Of each row its scheme, its status and what is paid."""
    rows = [one for one in decision.benefits if one.beneficiary == who]
    return [(str(one.scheme), one.status, [amount(each.money) for each in one.payments]) for one in rows]


def row(decision: Decision, name: str) -> Benefit:
    return next(one for one in decision.benefits if one.id.endswith(name))


def findings(decision: Decision) -> str:
    return "; ".join(one.text for one in decision.findings)


XA_EIGHT = ("XA", "2001-01-01", "2008-12-31")
XC_FIVE = ("XC", "2009-01-01", "2013-12-31")
XB_THREE = ("XB", "2015-01-01", "2017-12-31")
OWED_BY_XA = ("xa-injury", "entitled", ["600.00 XTS"])  # 75 % x 2 000 x 40 %
OWED_BY_XB = ("xb-risks", "entitled", ["320.00 XTS"])  # 80 % x 1 000 x (50 % x 0.5 + 10 % x 1.5 = 40 %)
OWED_BY_XC = ("xc-dust", "entitled", ["18864.00 XTS"])  # 15.72 x 1 200, for the first grade


def test_the_last_state_of_exposure_pays_the_whole_and_exposure_elsewhere_counts_for_its_least_length() -> None:
    decision = decided(silicosis(XA_EIGHT, XC_FIVE, XB_THREE))  # three years of five in XB, sixteen in all
    assert told(decision) == [OWED_BY_XB, ("xc-dust", "refused", []), ("xc-injury", "refused", []), ("xa-injury", "refused", [])]
    assert "(XB, then XC, then XA): XB pays the whole" in findings(decision)


def test_without_an_instrument_each_law_alone_looks_at_the_exposure_under_it() -> None:
    decision = decided(silicosis(XA_EIGHT, XC_FIVE, XB_THREE), ALONE)
    assert ("xb-risks", "refused", []) in told(decision)
    assert OWED_BY_XA in told(decision)
    assert OWED_BY_XC in told(decision)


def test_the_file_goes_back_to_the_last_state_whose_conditions_are_met() -> None:
    late = ("XB", "2009-01-01", "2011-12-31")  # ended more than ten years before the disease was found
    decision = decided(silicosis(("XA", "1999-01-01", "2003-12-31"), ("XC", "2004-01-01", "2008-12-31"), late))
    assert told(decision)[0] == ("xb-risks", "refused", [])
    assert OWED_BY_XC in told(decision)
    assert ("xa-injury", "refused", []) in told(decision)
    assert "XC pays the whole" in findings(decision)


def test_where_it_is_not_known_whether_a_later_state_pays_the_earlier_one_waits() -> None:
    facts = silicosis(XA_EIGHT, XB_THREE)
    facts["event"][0]["exposure"][1]["agent"] = None
    del facts["event"][0]["exposure"][1]["agent"]
    decision = decided(facts)
    assert [(one.country, one.status) for one in decision.benefits] == [("XB", "undetermined"), ("XA", "undetermined")]


def test_a_disease_shared_by_cost_is_paid_by_one_and_refunded_by_the_other() -> None:
    six = ("XA", "2001-01-01", "2006-12-31")  # 2 191 days
    five = ("XB", "2011-01-01", "2015-12-31")  # 1 826 days: of 4 017 in all
    decision = decided(silicosis(six, five), SHARED)
    assert told(decision) == [OWED_BY_XB, ("xa-injury", "refused", [])]
    refunds = [one.text for one in decision.findings if one.kind == "refund_inquiry"]
    # 320 x 2 191 / 4 017 = 174.538...
    assert refunds == ["XA refunds XB 2191 of 4017 days of exposure of the cost of lungs: 174.54 XTS of 320.00 XTS"]


def test_a_disease_shared_by_benefit_is_paid_by_each_for_its_exposure() -> None:
    facts = silicosis(("XA", "2007-01-01", "2008-12-31"), ("XB", "2013-01-01", "2018-12-31"))  # 731 and 2 191 days
    path = "xv-pro-rata.injury.disease"
    facts["assume"] = [{"path": f"{path}.divided", "value": "benefit", "reason": "the other way of sharing"}]
    decision = decided(facts, SHARED)
    # XA 600 x 731 / 2 922 = 150.102...; XB 320 x 2 191 / 2 922 = 239.945..., rounded to whole money
    assert told(decision) == [("xb-risks", "entitled", ["240.00 XTS"]), ("xa-injury", "entitled", ["150.10 XTS"])]


def worse(*since: tuple[str, str, str], found: dict[str, tuple[str, str]] | None = None) -> Facts:
    """Silicosis of XA, 40 % in 2018; a worsening found in March 2025: by each State before it and after."""
    facts = silicosis(XA_EIGHT, found={"XA": "40 %"}, lives="XB")
    event = facts["event"][0]
    event["date"], event["assessment"][0]["on"] = "2018-03-10", "2018-06-04"
    rows = []
    for state, (before, after) in (found or {"XA": ("40 %", "70 %"), "XB": ("50 %", "80 %")}).items():
        rows += [{"country": state, "on": "2025-06-02", "degree": before, "before": True}]
        rows += [{"country": state, "on": "2025-06-02", "degree": after}]
    facts["event"].append(
        {"id": "worse", "kind": "disease", "date": "2025-03-10", "because": "lungs", "work_as": "miner", "assessment": rows,
         "exposure": [{"country": c, "from": start, "to": end, "agent": "silica"} for c, start, end in since]}
    )  # fmt: skip
    return facts


def test_a_worsening_after_exposure_elsewhere_is_paid_by_that_state_by_the_difference() -> None:
    decision = decided(worse(("XB", "2019-01-01", "2024-12-31")))
    assert [amount(each.money) for each in row(decision, "lungs.pension").payments] == ["600.00 XTS"]  # as before
    # XB before: 50 % counts 25 %: 200; after: 80 % counts 25 % + 45 % = 70 %: 560; the difference 360.
    assert [amount(each.money) for each in row(decision, "xb-risks/worse.pension").payments] == ["360.00 XTS"]
    assert row(decision, "xa-injury/worse.pension").status == "refused"
    assert "XB pays the worsening" in findings(decision)


def test_a_worsening_without_exposure_elsewhere_falls_on_the_first_state() -> None:
    decision = decided(worse())
    assert [amount(each.money) for each in row(decision, "lungs.pension").payments] == ["600.00 XTS"]
    assert [amount(each.money) for each in row(decision, "xa-injury/worse.pension").payments] == ["450.00 XTS"]  # 1 500 x 30 %


def test_where_the_second_state_refuses_the_first_bears_the_worsening() -> None:
    decision = decided(worse(("XB", "2009-01-01", "2009-12-31")))  # ended more than ten years before
    assert row(decision, "xb-risks/worse.pension").status == "refused"
    assert [amount(each.money) for each in row(decision, "xa-injury/worse.pension").payments] == ["450.00 XTS"]


def test_an_agreement_may_leave_all_of_a_worsening_with_the_first_state() -> None:
    decision = decided(worse(("XB", "2019-01-01", "2024-12-31")), SHARED)
    assert not any("xb-risks" in one.id for one in decision.benefits)
    assert [amount(each.money) for each in row(decision, "xa-injury/worse.pension").payments] == ["450.00 XTS"]


def test_a_state_that_finds_no_worsening_owes_no_difference() -> None:
    decision = decided(worse(found={"XA": ("40 %", "40 %")}))
    assert row(decision, "xa-injury/worse.pension").status == "refused"


def accident(state: str = "XA", **more: Any) -> Facts:
    """An accident of June 2024 to one insured in a State."""
    scheme = {"XA": "xa-general", "XB": "xb-general"}[state]
    return {
        "format": "portability.case/1",
        "id": "a",
        "person": {"born": "1980-01-01", "nationalities": ["XA"], "residence_status": "regular"},
        "residence": [{"country": "XA"}],
        "period": [{"id": "p", "country": state, "scheme": scheme, "kind": "insurance", "from": "2010-01-01",
                    "to": "2026-06-30"}],
        "earnings": [{"country": state, "scheme": scheme, "from": "2020-01-01", "to": "2026-06-30", "amount": "1000",
                      "currency": "XTS", "per": "month"}],
        "event": [{"id": "fall", "kind": "accident", "date": "2024-06-12", "country": state, "work_as": "employee",
                   "assessment": [{"country": state, "on": "2024-08-12", "degree": "70 %"}]}],
        "claim": [{"branches": ["employment_injury"], "date": "2024-09-01"}],
    } | more  # fmt: skip


def test_where_funds_for_diseases_go_first_the_fund_is_asked_before_a_later_state() -> None:
    facts = silicosis(XA_EIGHT, XC_FIVE, XB_THREE)
    facts["assume"] = [{"path": "xw-higher.injury.disease", "value": "by_fund", "reason": "the other order"}]
    decision = decided(facts)
    assert decision.benefits[0].country == "XC"
    assert OWED_BY_XC in told(decision)
    assert {one.status for one in decision.benefits if one.country != "XC"} == {"refused"}


def test_what_only_a_scenario_changes_is_owed_by_nobody() -> None:
    would = AgreementSet("r167", as_bound=False, with_=("r167-apportionment",), every_state=True)
    facts = silicosis(XA_EIGHT, XB_THREE, person={"born": "1950-01-01", "nationalities": ["XA", "XB"]})
    decision = decided(facts, would)
    assert told(decision) == [OWED_BY_XB, ("xa-injury", "refused", [])]
    assert {one.legal_force for one in decision.benefits} == {"scenario"}  # alone XB would refuse, and XA would pay
    assert decision.summary.per_month == ()
