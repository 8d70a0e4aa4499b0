"""Every method by which instruments share a pension, by worked vectors, told of invented States.

The laws are toys; `xv-pro-rata` is told by each case to follow another method, and here binds every State.
"""

from typing import Any

import pytest

from portability.record.decision import Decision, Variant
from tests.laws.lives import SHARED_BY_ALL, Row, amount, benefit, certified, insured, law, life, said, states, under

MONTHS = {"unit": "months", "part": "any_day"}
QUARTERS = {"unit": "quarters", "part": "any_day"}
WEEKS = {"unit": "weeks", "part": "any_day"}


def by_length(scheme: str, full: str, amount_: str, qualifying: str, **more: Any) -> list[Row]:
    """A law that pays an amount for a full length and in proportion for less, or for more."""
    shape = {"shape": "residence_fraction", "amount": amount_, "full": full, "cap": "3"}
    return law(scheme, qualifying=qualifying, formula=shape, **{"age": "65 years", **more})


def flat(scheme: str, amount_: str, qualifying: str, **more: Any) -> list[Row]:
    """A law that pays the same to all who qualify."""
    formula = {"shape": "flat", "amount": amount_}
    return law(scheme, qualifying=qualifying, formula=formula, **{"age": "65 years", **more})


def ways(method: str, **more: Any) -> list[Row]:
    """The agreement, by another method; chapters and knobs are joined by two underscores."""
    told = {"totalisation__min_own_period": "0 months", **more}
    return under("xv-pro-rata", apportionment__old_age__method=method, **told)


def decided(career: list[Row], assume: list[Row], **more: Any) -> Decision:
    return said(life(career, assume=assume, **more), SHARED_BY_ALL)


def shared(decision: Decision, scheme: str) -> Variant:
    (found,) = [each for each in benefit(decision, scheme).variants if each.instrument]
    return found


# Coverage lifetime: the United States divide by a lifetime of coverage, not by all the periods added.
LIFETIME: dict[str, Any] = {
    "apportionment__old_age__denominator": "coverage_lifetime",
    "apportionment__old_age__fixed_years": "35 years",
    "totalisation__trigger": "only_if_needed",
    "totalisation__min_own_period": "6 quarters",
    "totalisation__mini_period": "none",
    "conversion__unit": "quarters",
}


def united(own: int, foreign: int) -> Decision:
    """A law of quarters: 1000 from 40 quarters; by the agreement 35 years of coverage are a lifetime."""
    laws = [*flat("xd-us", "1000 XTS per month", "40 quarters", counts=QUARTERS),
            *flat("xe-b", "500 XTS per month", "200 quarters", counts=QUARTERS)]  # fmt: skip
    career = [certified("xd-us", quarters=own), certified("xe-b", quarters=foreign)]
    return decided(career, [*laws, *ways("coverage_lifetime", **LIFETIME)])


def test_us_2_the_theoretical_amount_times_own_quarters_over_the_lifetime() -> None:
    # 24 own quarters, 100 elsewhere, 35 computation years = 140 quarters: 1000 x 24/140 = 171.43, not 24/124 = 193.55.
    decision = united(24, 100)
    assert (amount(decision, "xd-us"), shared(decision, "xd-us").ratio) == ("171.43", "24/140")
    assert (shared(decision, "xd-us").route, shared(decision, "xd-us").theoretical.amount) == ("coverage_lifetime", "1000.00")


def test_us_3_the_gate_of_six_quarters_and_insurance_alone() -> None:
    assert (benefit(united(5, 120), "xd-us").status, benefit(united(5, 120), "xd-us").refusal) == ("refused", "under_one_year")
    assert amount(united(6, 120), "xd-us") == "42.86"  # 1000 x 6/140
    alone = united(40, 0)  # insured on own quarters: the whole pension, nothing added
    assert amount(alone, "xd-us") == "1000.00"
    assert [each.id for each in benefit(united(40, 100), "xd-us").variants if each.chosen] == ["alone"]


# Fixed denominators: residence years over forty, months of working life over 420.
@pytest.mark.parametrize("method", ["residence_fraction", "pro_rata"])
def test_ca_1_own_years_over_forty(method: str) -> None:
    # 14 years own, 10 in the other State, 20 asked: 24 suffice; 14/40 of 700 = 245.00 (35 %).
    laws = [*flat("xd-ca", "700 XTS per month", "20 years"), *flat("xe-b", "500 XTS per month", "50 years")]
    fixed = {"apportionment__old_age__denominator": "fixed_years", "apportionment__old_age__fixed_years": "40 years"}
    decision = decided([certified("xd-ca", years=14), certified("xe-b", years=10)], [*laws, *ways(method, **fixed)])
    assert (amount(decision, "xd-ca"), shared(decision, "xd-ca").ratio) == ("245.00", "168/480")


@pytest.mark.parametrize(("own", "expected"), [(240, "571.43"), (420, "1000.00"), (480, "1000.00")])
def test_au_1_months_over_420_and_never_more_than_the_whole(own: int, expected: str) -> None:
    # 240/420 x 1000 = 571.43; the share is never more than the whole.
    laws = [*flat("xd-au", "1000 XTS per month", "120 months", counts=MONTHS), *flat("xe-b", "1 XTS per month", "999 months")]
    fixed = {"apportionment__old_age__denominator": "fixed_years", "apportionment__old_age__fixed_years": "35 years"}
    career = [certified("xd-au", months=own), certified("xe-b", years=1)]
    decision = decided(career, [*laws, *ways("residence_fraction", **fixed)])
    assert amount(decision, "xd-au") == expected


def test_the_sum_of_all_keeps_short_periods_in_the_ratio() -> None:
    # B(m) = 2 m; A 240 months, B 8: T_A = 2 x 248 = 496; 496 x 240/248 = 480, with the short time left out 496.
    laws = [row for scheme in ("xd-a", "xe-b")
            for row in by_length(scheme, "1 month", "2 XTS per month", "240 months", counts=MONTHS)]  # fmt: skip
    laws = [{**row, "value": {**row["value"], "cap": "5000"}} if row["path"].endswith("formula") else row for row in laws]
    career = [certified("xd-a", months=240), certified("xe-b", months=8)]
    short = {"totalisation__min_own_period": "12 months", "totalisation__mini_period": "absorb_theoretical_only"}
    for denominator, expected in (("sum_all", "480.00"), ("sum_minus_mini", "496.00")):
        knobs = {**short, "apportionment__old_age__denominator": denominator}
        assert amount(decided(career, [*laws, *ways("pro_rata", **knobs)]), "xd-a") == expected


WHOLE = [*by_length("xd-a", "30 years", "800 XTS per month", "10 years"),
         *by_length("xe-b", "30 years", "900 XTS per month", "10 years")]  # fmt: skip
CAREER = [insured("xd-a", "1990-01-01", "1995-12-31"), insured("xe-b", "1996-01-01", "2019-12-31")]


def test_a_principle_moves_no_amount_and_a_finding_says_so() -> None:
    decision = decided(CAREER, [*WHOLE, *ways("principle")])
    assert (amount(decision, "xe-b"), [each.id for each in benefit(decision, "xe-b").variants]) == ("720.00", ["alone"])
    (found,) = [each for each in decision.findings if each.about == "xv-pro-rata"]
    assert "principles only" in found.text
    assert (found.kind, found.force) == ("maintenance", "scenario")


# C48: parts that do not depend on time are shared, what depends on it is paid as it stands.
def of_1935(own: Row, foreign: Row, unit: dict[str, str]) -> Decision:
    """A law of 20 % of the reference earnings, 1000, and 0.3 % for each year; C48 Arts 3 and 4."""
    rate = {"shape": "accrual", "base": "20 %", "base_length": "0 years", "accrual": "0.3 % per year", "on": "reference"}
    laws = [row for scheme in ("xd-a", "xe-b")
            for row in law(scheme, counts=unit, qualifying="1 year", age="65 years", formula=rate)]  # fmt: skip
    knobs = ways("direct", apportionment__old_age__flat_part="prorated", totalisation__min_own_period="26 weeks",
                 totalisation__mini_period="absorb_theoretical_only",
                 apportionment__old_age__denominator="sum_minus_mini")  # fmt: skip
    given = [states("xd-a", "reference", "1000"), states("xe-b", "reference", "1000")]
    return decided([own, foreign], [*laws, *knobs], statement=given)


def test_t48_1_the_flat_part_is_shared_and_the_variable_part_is_not() -> None:
    # Flat 200, variable 3 a year; own 10 years of 40: 200 x 10/40 = 50, and 30: 80.
    decision = of_1935(certified("xd-a", years=10), certified("xe-b", years=30), {"unit": "years", "part": "any_day"})
    assert amount(decision, "xd-a") == "80.00"
    assert amount(decision, "xe-b") == "240.00"  # 200 x 30/40 + 90


def test_t48_2_a_period_under_26_weeks_is_no_reason_to_reduce() -> None:
    # A 25 weeks, B 1015: the flat part of B is whole: 200 + 1015/52 x 3 = 258.56 (not 200 x 1015/1040 + ...).
    knob = of_1935(certified("xd-a", weeks=25), certified("xe-b", weeks=1015), WEEKS)
    assert amount(knob, "xe-b") == "258.56"


# Direct: adding opens the right, own time makes the amount.
DIRECT: dict[str, Any] = {"totalisation__trigger": "only_if_needed"}


def test_eaeu_1_each_pays_by_its_own_formula_on_its_own_time() -> None:
    # RU 8 years, KZ 9, RU asks 15: 17 suffice; amount on 8 years: 1000 x 8/40 = 200; KZ on 9: 600 x 9/40 = 135.
    laws = [*by_length("xd-ru", "40 years", "1000 XTS per month", "15 years"),
            *by_length("xe-kz", "40 years", "600 XTS per month", "15 years")]  # fmt: skip
    decision = decided([certified("xd-ru", years=8), certified("xe-kz", years=9)], [*laws, *ways("direct", **DIRECT)])
    assert (amount(decision, "xd-ru"), amount(decision, "xe-kz")) == ("200.00", "135.00")
    assert shared(decision, "xd-ru").theoretical is None


def test_eaeu_2_under_twelve_months_a_state_pays_nothing() -> None:
    laws = [*by_length("xd-kg", "480 months", "1000 XTS per month", "180 months", counts=MONTHS),
            *by_length("xe-ru", "480 months", "1000 XTS per month", "180 months", counts=MONTHS)]  # fmt: skip
    gate = {**DIRECT, "totalisation__min_own_period": "12 months", "totalisation__mini_period": "none"}
    for own, expected in ((11, None), (12, "25.00")):
        career = [certified("xd-kg", months=own), certified("xe-ru", years=20)]
        assert amount(decided(career, [*laws, *ways("direct", **gate)]), "xd-kg") == expected


def test_uk_2_seven_of_thirty_five_years() -> None:
    # 7 own years and 5 elsewhere, 10 asked; full 200 at 35 years: 200 x 7/35 = 40.
    laws = [*by_length("xd-gb", "35 years", "200 XTS per month", "10 years"), *flat("xe-b", "1 XTS per month", "50 years")]
    decision = decided([certified("xd-gb", years=7), certified("xe-b", years=5)], [*laws, *ways("direct", **DIRECT)])
    assert amount(decision, "xd-gb") == "40.00"


def test_cmi_1_own_law_first_and_no_right_where_the_total_does_not_suffice() -> None:
    # ES 180 months, entitled alone: its own pension on 180 months only. UY 54, asks 360, total 234: no right.
    laws = [*by_length("xd-es", "1 month", "4 XTS per month", "180 months", counts=MONTHS),
            *by_length("xe-uy", "1 month", "4 XTS per month", "360 months", counts=MONTHS)]  # fmt: skip
    laws = [{**row, "value": {**row["value"], "cap": "5000"}} if row["path"].endswith("formula") else row for row in laws]
    career = [certified("xd-es", months=180), certified("xe-uy", months=54)]
    decision = decided(career, [*laws, *ways("independent_first")])
    assert (amount(decision, "xd-es"), [e.id for e in benefit(decision, "xd-es").variants if e.chosen]) == ("720.00", ["alone"])
    assert benefit(decision, "xe-uy").refusal == "qualifying_period"


def test_mer_1_a_state_may_refuse_a_short_period_that_others_count() -> None:
    # AR 10 months, UY 360 and asks 360. AR pays nothing; UY its own pension; on totalisation the 10 months count.
    laws = [*flat("xd-ar", "900 XTS per month", "360 months", counts=MONTHS),
            *flat("xe-uy", "900 XTS per month", "360 months", counts=MONTHS)]  # fmt: skip
    career = [certified("xd-ar", months=10), certified("xe-uy", months=360)]
    refuses = {"totalisation__min_own_period": "12 months", "totalisation__mini_period": "may_refuse"}
    decision = decided(career, [*laws, *ways("independent_first", **refuses)])
    assert (amount(decision, "xd-ar"), amount(decision, "xe-uy")) == (None, "900.00")
    assert benefit(decision, "xd-ar").refusal == "under_one_year"
    assert shared(decision, "xe-uy").total.right == 370
