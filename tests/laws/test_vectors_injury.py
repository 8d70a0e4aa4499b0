"""Worked vectors of injuries between States and of the conventions on them."""

from typing import Any

import pytest

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.record.phrases import amount
from tests.middle.test_injury_between import HIGHER, SHARED, accident, decided, findings, row, silicosis, stated, told, worse

BOUND = AgreementSet("as-bound")


def paid(decision: Any, name: str) -> list[str]:
    return [amount(each.money) for each in row(decision, name).payments]


@pytest.mark.parametrize(("since", "payer"), [("2015-01-01", "XB"), ("2009-01-01", "XA")])
def test_38_the_last_state_pays_the_whole_or_the_file_goes_back(since: str, payer: str) -> None:
    """Ten years in one State, two in the next: the second pays all, or the first where the second's conditions are not met."""
    year = int(since[:4])
    facts = silicosis(("XA", f"{year - 10}-01-01", f"{year - 1}-12-31"), ("XB", since, f"{year + 1}-12-31"))
    assert [one.country for one in decided(facts).benefits if one.status == "entitled"] == [payer]


def test_39b_the_first_state_pays_on_and_the_second_the_difference() -> None:
    # XA: 75 % of 833.33 x 80 % = 499.998, paid as 500.00.
    # XB: the whole is 80 % of 1 250 = 1 000; 60 % counts 40 %: 400; 80 % counts 70 %: 700.
    facts = worse(("XB", "2019-01-01", "2024-12-31"), found={"XA": ("80 %", "90 %"), "XB": ("60 %", "80 %")})
    facts["event"][0]["assessment"][0]["degree"] = "80 %"
    facts["statement"] = [stated("XA", "833.33"), stated("XB", "1250")]
    decision = decided(facts)
    assert (paid(decision, "lungs.pension"), paid(decision, "xb-risks/worse.pension")) == (["500.00 XTS"], ["300.00 XTS"])


def test_t3_21_the_difference_beside_the_first_pension() -> None:
    # XA: 75 % of 1 000 x 40 % = 300. XB: 52 % counts 28 %: 280; 60 % counts 40 %: 400.
    facts = worse(("XB", "2019-01-01", "2024-12-31"), found={"XA": ("40 %", "50 %"), "XB": ("52 %", "60 %")})
    facts["statement"] = [stated("XA", "1000"), stated("XB", "1250")]
    decision = decided(facts)
    assert (paid(decision, "lungs.pension"), paid(decision, "xb-risks/worse.pension")) == (["300.00 XTS"], ["120.00 XTS"])


@pytest.mark.parametrize(("totalised", "payer"), [(True, "XB"), (False, "XA")])
def test_t3_20_exposure_of_six_and_five_years_where_seven_are_asked(totalised: bool, payer: str) -> None:
    facts = silicosis(("XA", "2006-01-01", "2011-12-31"), ("XB", "2012-01-01", "2016-12-31"))
    path = "xb.xb-risks.employment_injury.disease.exposure"
    facts["assume"] = [{"path": path, "value": "7 years", "reason": "as in the vector"}]
    if not totalised:
        facts["assume"].append({"path": "xw-higher.injury.exposure_totalised", "value": False, "reason": "no agreement on it"})
    assert [one.country for one in decided(facts).benefits if one.status == "entitled"] == [payer]


def test_t3_22_the_cost_is_shared_six_to_five() -> None:
    # XB: 80 % of 1 500 = 1 200; 70 % counts 55 %: 660. Exposure of 6 x 365 and 5 x 365 days: 660 x 6/11 = 360.
    facts = silicosis(("XA", "2001-01-01", "2006-12-30"), ("XB", "2011-01-01", "2015-12-30"), found={"XB": "70 %"})
    facts["statement"] = [stated("XB", "1500")]
    decision = decided(facts, SHARED)
    assert told(decision)[0] == ("xb-risks", "entitled", ["660.00 XTS"])
    assert "XA refunds XB 2190 of 4015 days of exposure of the cost of lungs: 360.00 XTS of 660.00 XTS" in findings(decision)


def miner(kind: str) -> dict[str, Any]:
    """A Malawian miner hurt in South Africa, back home."""
    return {
        "format": "portability.case/1",
        "id": "a",
        "person": {"born": "1980-01-01", "nationalities": ["MW"], "residence_status": "regular"},
        "residence": [{"country": "MW", "from": "2025-01-01"}],
        "period": [{"id": "p", "country": "ZA", "kind": "insurance", "from": "2010-01-01", "to": "2024-12-31"}],
        "event": [{"id": "hurt", "kind": kind, "date": "2024-06-12", "country": "ZA", "work_as": "miner",
                   "assessment": [{"country": "ZA", "on": "2024-08-12", "degree": "50 %"}],
                   "exposure": [{"country": "ZA", "from": "2010-01-01", "to": "2024-06-01"}]}],
        "claim": [{"branches": ["employment_injury"], "date": "2025-03-01"}],
        "earnings": [{"country": "ZA", "from": "2024-01-01", "to": "2024-12-31", "amount": "20000", "currency": "ZAR",
                      "per": "month"}],
    }  # fmt: skip


@pytest.mark.parametrize(("kind", "speaks"), [("accident", True), ("disease", False)])
def test_t19_1_and_2_convention_19_speaks_of_accidents_and_not_of_diseases(kind: str, speaks: bool) -> None:
    decision = decide(read_case(miner(kind)), None, BOUND)
    assert ("ilo-c019 has ZA treat the person as its own nationals" in findings(decision)) is speaks
    if speaks:
        assert paid(decision, "hurt.pension") == ["7500.00 ZAR"], "75 % of 20 000 by 50 %, as in South Africa"
        assert {each.export for one in decision.benefits for each in one.payments} == {"paid"}
    else:
        assert "ilo-c019" not in findings(decision)


@pytest.mark.parametrize(("degree", "due"), [("40 %", ("pension", "240.00 XTS")), ("8 %", ("lump_sum", "3200.00 XTS"))])
def test_t121_2_and_3_a_pension_in_proportion_and_a_sum_for_a_small_loss(degree: str, due: tuple[str, str]) -> None:
    facts = accident("XA", statement=[stated("XA", "800")])
    facts["event"][0]["assessment"][0]["degree"] = degree
    [one] = decided(facts, HIGHER).benefits
    # The whole is 75 % of 800 = 600: 240 for 40 %. The sum is 15 x 800 = 12 000 for 30 %: 3 200 for 8 %.
    assert (str(one.form), amount(one.payments[0].money)) == due
