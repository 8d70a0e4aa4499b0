"""Invalidity in the invented States: degrees, credited time, insurance when it begins, one payer or each its part.

The law of XA, XB and XC stands in `agreements/national`; each figure is worked in the comment above it.
"""

from typing import Any

import pytest

from portability.record.decision import Decision
from tests.middle.lives import NONE, by_month, decided, of, period, said, status, under

HIGHER = under("xw-higher")
XA = period("xa-general", "2005-01-01", "2014-12-31")  # 120 months
BOTH = (XA, period("xb-general", "2015-01-01", "2024-12-31"))
AT = "2026-01-01"


def invalid(
    on: str, *periods: dict[str, Any], at: str = AT, born: str = "1980-03-10", wage: str = "2000", **told: Any
) -> Decision:
    """The decision on invalidity that began on a day; `degrees`: what each State's institution found."""
    found = [{"country": state, "on": on, "degree": degree} for state, degree in told.pop("degrees").items()]
    event = {"id": "e1", "kind": "invalidity", "date": on, "assessment": found}
    return decided(at, born, *periods, wage=wage, branch="invalidity", **{"event": [event], **told})


def missing(decision: Decision) -> set[str]:
    return {one.path for one in decision.missing_facts}


def test_time_to_come_is_credited_to_the_amount_up_to_an_age() -> None:
    # 2015-01-01 to the 60th birthday, 2040-03-10: 25 years 2 months, 302 months; 120 + 302 = 422 = 35 years 2 months.
    # 20 % + 20 x 1.5 % up to thirty years + 62/12 x 2 % = 50 % + 10 1/3 % = 181/300; of 2000: 1206.67.
    decision = invalid("2014-12-31", XA, degrees={"XA": "70 %"})
    assert by_month(decision, "xa-general") == "1206.67"
    assert said(decision, "with_future_period") == "For the amount, 302 months to come are credited: 422 months in all."


def test_a_lower_degree_gives_its_share_and_the_lowest_opens_the_right() -> None:
    # Half of 1206.67 from 50 %; nothing below.
    assert by_month(invalid("2014-12-31", XA, degrees={"XA": "65.9 %"}), "xa-general") == "603.33"
    assert by_month(invalid("2014-12-31", XA, degrees={"XA": "50 %"}), "xa-general") == "603.33"
    assert by_month(invalid("2014-12-31", XA, degrees={"XA": "66 %"}), "xa-general") == "1206.67"
    assert status(invalid("2014-12-31", XA, degrees={"XA": "49.9 %"}), "xa-general") == "refused: not_invalid"


def test_credited_time_opens_no_right() -> None:
    # 59 months insured, 60 asked; 302 and more would be credited.
    short = period("xa-general", "2010-02-01", "2014-12-31")
    assert status(invalid("2014-12-31", short, degrees={"XA": "70 %"}), "xa-general") == "refused: qualifying_period"


def test_periods_after_the_contingency_do_not_count() -> None:
    longer = period("xa-general", "2005-01-01", "2019-12-31")
    decision = invalid("2014-12-31", longer, degrees={"XA": "70 %"})
    assert by_month(decision, "xa-general") == "1206.67"
    assert of(decision, "xa-general").variants[0].own is not None
    assert of(decision, "xa-general").variants[0].own.amount == 120  # type: ignore[union-attr]  # told


def test_the_amounts_are_those_of_the_day_decided_for() -> None:
    # A wage of 500 gives 301.67: raised to the minimum, 350 until 2023 and 400 from 2024.
    early = invalid("2014-12-31", XA, degrees={"XA": "70 %"}, wage="500", at="2023-06-01")
    assert (by_month(early, "xa-general"), said(early, "minimum_amount")) == (
        "350.00",
        "The pension is raised to the minimum: 350.00 XTS.",
    )
    assert by_month(invalid("2014-12-31", XA, degrees={"XA": "70 %"}, wage="500"), "xa-general") == "400.00"


def test_what_nobody_found_is_named() -> None:
    decision = invalid("2014-12-31", XA, degrees={})
    assert status(decision, "xa-general") == "undetermined"
    assert "event.assessment by XA" in missing(decision)
    nothing = decided(AT, "1980-03-10", XA, wage="2000", branch="invalidity")
    assert status(nothing, "xa-general") == "undetermined"
    assert "event of kind invalidity" in missing(nothing)
    later = invalid("2027-01-01", XA, degrees={"XA": "70 %"})
    assert status(later, "xa-general") == "refused: not_invalid"


def test_at_pension_age_it_becomes_a_pension_of_old_age() -> None:
    before = invalid("2014-12-31", XA, degrees={"XA": "70 %"}, at="2045-03-09")
    told = [(str(one.on), one.because) for one in of(before, "xa-general").recompute]
    assert told == [("2045-03-10", "the pension becomes one of old age")]
    assert status(invalid("2014-12-31", XA, degrees={"XA": "70 %"}, at="2045-03-10"), "xa-general") == "refused: age"


def test_incapacity_after_the_age_opens_nothing() -> None:
    told = invalid("2014-12-31", XA, degrees={"XA": "70 %"}, born="1949-12-31", at="2014-12-31")
    assert status(told, "xa-general") == "refused: age"


def test_under_an_instrument_credited_time_stands_in_the_theoretical_amount_and_not_in_the_ratio() -> None:
    # From 2025-01-01 to 2040-03-10: 182 months. XA: 240 + 182 = 422 months, 181/300 of 2000 = 1206.67; x 120/240 = 603.33.
    # Alone: 120 + 182 = 302 months: 20 % + 182/12 x 1.5 % = 42.75 %: 855.00, which is kept.
    decision = invalid("2024-12-31", *BOTH, degrees={"XA": "70 %", "XB": "70 %"}, sets=HIGHER)
    alone, shared = of(decision, "xa-general").variants
    assert (alone.net.amount, shared.theoretical.amount, shared.net.amount) == ("855.00", "1206.67", "603.33")  # type: ignore[union-attr]  # told
    assert (shared.ratio, by_month(decision, "xa-general")) == ("120/240", "855.00")
    # XB credits at most 120 months: alone 240/420 of 2000 = 1142.86, rounded to 1143; shared 360/420 x 1/2 = 857.
    assert by_month(decision, "xb-general") == "1143.00"


def test_the_degree_one_state_found_binds_another_only_where_an_instrument_says_so() -> None:
    assert status(invalid("2024-12-31", *BOTH, degrees={"XA": "70 %"}), "xb-general") == "undetermined"
    bound = invalid("2024-12-31", *BOTH, degrees={"XA": "70 %"}, sets=HIGHER)
    assert by_month(bound, "xb-general") == "1143.00"
    other_way = invalid("2024-12-31", *BOTH, degrees={"XB": "70 %"}, sets=HIGHER)
    assert status(other_way, "xa-general") == "undetermined"


def test_insurance_elsewhere_when_incapacity_began_is_insurance_here() -> None:
    # XB asks for insurance in the twelve months before; the person was insured in XA then.
    career = (period("xb-general", "2005-01-01", "2014-12-31"), period("xa-general", "2015-01-01", "2024-12-31"))
    degrees = {"XA": "70 %", "XB": "70 %"}
    assert status(invalid("2024-12-31", *career, degrees=degrees), "xb-general") == "refused: other"
    # 240 + 120 credited: 360/420 of 2000 = 1714.29; x 120/240 = 857.14, rounded to 857.
    assert by_month(invalid("2024-12-31", *career, degrees=degrees, sets=HIGHER), "xb-general") == "857.00"


def test_t3_15_residence_from_sixteen_to_the_contingency() -> None:
    # Born 1984, invalid at 40: two thirds of 24 years are 16; resident 8 years; 900 x 8/16 = 450.
    resident = period("xc-residence", "2016-01-01", "2023-12-31", "residence")
    told = invalid("2024-01-01", resident, born="1984-01-01", degrees={"XC": "60 %"}, wage="1")
    assert by_month(told, "xc-residence") == "450.00"


FARM = period("xb-farm", "2005-01-01", "2014-12-31")
TRADE = period("xc-trade", "2024-07-01", "2024-12-31")  # two quarters; four are asked


def test_where_no_law_asks_how_long_the_state_of_the_insurance_pays_alone() -> None:
    """Type A, EU 883/2004 Art 44(2)."""
    decision = invalid("2024-12-31", FARM, TRADE, degrees={"XB": "75 %", "XC": "70 %"}, sets=HIGHER)
    assert (by_month(decision, "xc-trade"), status(decision, "xb-farm")) == ("640.00", "refused: other")
    chosen = next(one for one in of(decision, "xc-trade").variants if one.chosen)
    assert (chosen.route, chosen.ratio) == ("single_payer", None)
    assert status(invalid("2024-12-31", FARM, TRADE, degrees={"XC": "70 %"}), "xc-trade") == "refused: qualifying_period"


def test_where_its_conditions_are_not_met_another_state_pays() -> None:
    """Type A, EU 883/2004 Art 44(3): XC finds 40 %, below the 50 % it asks; XB finds 75 % and pays 500."""
    decision = invalid("2024-12-31", FARM, TRADE, degrees={"XB": "75 %", "XC": "40 %"}, sets=HIGHER)
    assert (by_month(decision, "xb-farm"), status(decision, "xc-trade")) == ("500.00", "refused: not_invalid")
    assert said(decision, "in_place_of_competent").startswith("The State whose law applied when incapacity began owes nothing")


def test_one_law_that_asks_how_long_and_every_state_pays_its_part() -> None:
    # XC two of 42 quarters; XA 120 of 126 months is type B. XC: under a year and no right alone, so it pays nothing.
    decision = invalid("2024-12-31", XA, TRADE, degrees={"XA": "70 %", "XC": "70 %"}, sets=HIGHER)
    assert status(decision, "xc-trade") == "refused: under_one_year"
    shared = of(decision, "xa-general").variants[1]
    assert (shared.route, shared.ratio) == ("pro_rata", "120/120")


@pytest.mark.parametrize("sets", [NONE, HIGHER], ids=["alone", "shared"])
def test_the_reading_on_whose_day_the_law_is_taken_is_said(sets: Any) -> None:
    decision = invalid("2024-12-31", *BOTH, degrees={"XA": "70 %", "XB": "70 %"}, sets=sets)
    assert any(text.startswith("the law of the day of the contingency opens the right") for text in decision.not_certain)


def test_half_a_pension_for_part_of_the_capacity() -> None:
    # Forty points at 36.02 are 1440.80; partial incapacity has factor 0.5: 720.40.
    told = {"path": "xa.xa-general.invalidity.formula", "reason": "a factor by type"}
    flat = [told | {"value": {"shape": "flat", "amount": "1440.80 XTS per month"}}]
    assert by_month(invalid("2014-12-31", XA, degrees={"XA": "50 %"}, assume=flat), "xa-general") == "720.40"
