"""Supplements: up to the minimum of the State of residence, and up to what one State's own law alone would give.

Worked vectors of Regulation (EC) No 883/2004, Art 58, and of the European Convention on Social Security, Art 34, told of
invented States: `xw-higher` has the first rule, `xv-pro-rata` the second.
"""

from typing import Any

import pytest

from portability.assessment.scope import AgreementSet
from portability.record.decision import Decision, Money
from tests.laws.lives import FOR_ALL, SHARED_BY_ALL, Row, benefit, certified, law, life, said, states, under

FLAT = {"qualifying": "99 years", "age": "65 years", "formula": {"shape": "flat", "amount": "1 XTS per month"}}
CAREER = [certified("xd-a", years=20), certified("xe-b", years=20)]
IN_XD = [{"country": "XD", "from": "1955-05-20"}]
PENSIONS = [states("xd-a", "pro_rata", "310"), states("xe-b", "pro_rata", "420")]


def added(decision: Decision, scheme: str) -> Money | None:
    """The supplement to a pension, None where there is none."""
    found = benefit(decision, scheme).supplements
    return found[0].money if found else None


def up_to_a_minimum(minimum: Any = "900 XTS per month", residence: Any = IN_XD, **more: Any) -> Decision:
    laws = law("xd-a", **FLAT) if minimum is None else law("xd-a", **FLAT, minimum=minimum)
    case = life(CAREER, **{"residence": residence, "statement": PENSIONS, "assume": laws + law("xe-b", **FLAT), **more})
    return said(case, FOR_ALL)


def test_58_the_state_of_residence_adds_what_all_pensions_lack_to_its_minimum() -> None:
    # Minimum 900 for forty years; 310 + 420 = 730: 900 - 730 = 170.
    decision = up_to_a_minimum()
    (found,) = benefit(decision, "xd-a").supplements
    assert (found.kind, found.money.amount, found.payer) == ("residence_state", "170.00", "XD")
    assert added(decision, "xe-b") is None
    (step,) = [each for each in decision.steps if each.id == found.step]
    assert step.id == "old_age/insured/XD.xd-a/xw-higher.all/supplement_due"
    cited = {each.rule: each.cites for each in decision.steps}
    assert cited["supplement_of_residence"] == "xw-convention, Art 30"


@pytest.mark.parametrize(
    ("why", "more"),
    [
        ("lives elsewhere", {"residence": [{"country": "XE", "from": "1955-05-20"}]}),
        ("a law without a minimum", {"minimum": None}),
        ("pensions that reach it", {"minimum": "730 XTS per month"}),
    ],
)
def test_58_nothing_is_added(why: str, more: dict[str, Any]) -> None:
    assert added(up_to_a_minimum(**more), "xd-a") is None, why


def test_58_a_state_that_owes_no_pension_adds_nothing() -> None:
    refused = [{**states("xd-a", "refusal", "0"), "amount": None, "currency": None, "per": None}]
    refused = [{key: value for key, value in refused[0].items() if value is not None}]
    young = law("xd-a", **{**FLAT, "age": "99 years"}, minimum="900 XTS per month")
    decision = up_to_a_minimum(statement=[*refused, PENSIONS[1]], assume=young + law("xe-b", **FLAT))
    assert benefit(decision, "xd-a").status == "refused"
    assert added(decision, "xd-a") is None


def test_58_a_minimum_nobody_found_gives_a_supplement_that_is_not_known() -> None:
    found = added(up_to_a_minimum(minimum="unknown"), "xd-a")
    assert found is not None
    assert (found.amount, found.at_least, found.at_most) == (None, None, None)
    assert found.unknown == ("xd.xd-a.old_age.minimum",)


def test_58_where_it_is_not_known_where_the_person_lives_the_supplement_is_at_most_what_is_lacking() -> None:
    found = added(up_to_a_minimum(residence=None), "xd-a")
    assert found is not None
    assert (found.amount, found.at_most) == (None, "170.00")
    assert "residence" in found.unknown


def test_58_pensions_in_another_currency_need_a_rate() -> None:
    # 210 USD at 2 XTS each are 420 XTS: 900 - 310 - 420 = 170. Without a rate at most 900 - 310 = 590.
    abroad = [PENSIONS[0], {**PENSIONS[1], "amount": "210", "currency": "USD"}]
    dollars = {**FLAT, "formula": {"shape": "flat", "amount": "1 USD per month"}}
    laws = law("xd-a", **FLAT, minimum="900 XTS per month") + law("xe-b", **dollars)
    found = added(up_to_a_minimum(statement=abroad, assume=laws), "xd-a")
    assert found is not None
    assert (found.amount, found.at_most) == (None, "590.00")
    rate = [{"base": "USD", "quote": "XTS", "on": "2025-12-01", "value": "2"}]
    found = added(up_to_a_minimum(statement=abroad, assume=laws, rate=rate), "xd-a")
    assert found is not None
    assert found.amount == "170.00"


def test_58_a_minimum_for_full_careers_asks_whether_the_periods_counted_make_one() -> None:
    # Half a pension from 10 years, the minimum only for whole ones of 41 years; 40 years are counted.
    reduced = {"is": "10 years", "factor": "50 %", "minimum": False}
    for required, expected in (("41 years", None), ("40 years", "170.00")):
        laws = law("xd-a", **{**FLAT, "qualifying": required}, reduced=reduced, minimum="900 XTS per month")
        found = added(up_to_a_minimum(assume=laws + law("xe-b", **FLAT)), "xd-a")
        assert (None if found is None else found.amount) == expected


def test_58_thirteen_payments_of_the_minimum_count_with_thirteen_of_the_pension() -> None:
    # 900 x 13/12 = 975; 310 x 13/12 = 335.8333 and 420: 975 - 755.8333 = 219.1667.
    laws = law("xd-a", **FLAT, minimum="900 XTS per month", payments={"is": 13, "of": "month"}) + law("xe-b", **FLAT)
    found = added(up_to_a_minimum(assume=laws), "xd-a")
    assert found is not None
    assert found.amount == "219.17"


ALONE = [states("xd-a", "independent", "500"), states("xe-b", "independent", "470")]


def up_to_one_law(*statements: Row, **more: Any) -> Decision:
    case = life(CAREER, statement=[states("xd-a", "pro_rata", "300"), states("xe-b", "pro_rata", "150"), *statements], **more)
    return said(case, SHARED_BY_ALL)


def test_34_the_largest_difference_is_paid_and_shared() -> None:
    # Together 450. A alone 500: 50 more; B alone 470: 20 more. 50 are paid: A 50 x 50/70 = 35.71, B 50 x 20/70 = 14.29.
    decision = up_to_one_law(*ALONE)
    found = {scheme: added(decision, scheme) for scheme in ("xd-a", "xe-b")}
    assert {scheme: money and money.amount for scheme, money in found.items()} == {"xd-a": "35.71", "xe-b": "14.29"}


def test_34_one_state_alone_pays_the_whole_difference() -> None:
    decision = up_to_one_law(ALONE[0], states("xe-b", "independent", "440"))
    assert (added(decision, "xe-b"), getattr(added(decision, "xd-a"), "amount", None)) == (None, "50.00")


def test_34_where_it_is_not_known_what_one_law_gives_the_other_adds_at_most_its_own_difference() -> None:
    found = added(up_to_one_law(ALONE[0]), "xd-a")
    assert found is not None
    assert (found.amount, found.at_most) == (None, "50.00")


def test_without_such_a_rule_nothing_is_added() -> None:
    for knob in ("difference", "none"):
        decision = up_to_one_law(*ALONE, assume=under("xv-pro-rata", apportionment__old_age__supplement=knob))
        assert (added(decision, "xd-a") is not None) == (knob == "difference")


def test_a_supplement_is_in_the_sum_and_in_what_is_paid() -> None:
    # XA and XB, 5 and 15 years, bound by xw-higher and living in XA: shares below the minimum of XA.
    career = [certified("xa-general", years=5), certified("xb-general", years=15)]
    wages = [states("xa-general", "reference", "300"), states("xb-general", "reference", "300")]
    decision = said(life(career, statement=wages), AgreementSet("xw", without=("xv-pro-rata",)))
    # XA: T = (20 % + 10 x 1.5 %) x 300 = 105, raised to 400; 400 x 60/240 = 100.00, thirteen times: 108.3333 a month.
    # XB: T = 300 x 240/420 = 171.43, raised to 250; 250 x 180/240 = 187.50 -> 188 a month; 180 < 240 months: half a pension
    # alone, 64.29. Minimum of XA: 400 x 13/12 = 433.3333; lacking 433.3333 - 108.3333 - 188 = 137.
    assert getattr(added(decision, "xa-general"), "amount", None) == "137.00"
    assert [(money.amount, money.currency) for money in decision.summary.per_month] == [("433.33", "XTS")]
