"""Points, bands, notional accounts, fixed parts, revalued earnings, shares of other figures: what holds for every life."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.number.exact import plain
from portability.record.decision import Decision, Money
from tests.laws.lives import FOR_ALL, NONE, SHARED_BY_ALL, Row, amount, benefit, certified, insured, law, life, paid, said

AT = date(2026, 1, 1)


def toy(scheme: str = "xd-a", **figures: Any) -> list[Row]:
    """A law of 1 % of career earnings for each year, from one year on, at 60."""
    told: dict[str, Any] = {"qualifying": "1 year", "age": "60 years", "counts": {"unit": "months", "part": "any_day"}}
    told |= {"reference": {"method": "career"}}
    told |= {"formula": {"shape": "accrual", "accrual": "1 % per year", "on": "reference"}}
    return law(scheme, **{**told, **figures})


def months(n: int, scheme: str = "xd-a") -> list[Row]:
    return [{**certified(scheme, months=n), "kind": "insurance"}]


def due(decision: Decision, scheme: str = "xd-a") -> Money:
    (payment,) = benefit(decision, scheme).payments
    return payment.money


def value(decision: Decision, scheme: str = "xd-a") -> Fraction:
    told = amount(decision, scheme)
    assert told is not None
    return Fraction(told)


def year(start: int, amount_: str, scheme: str = "xp-points", end: int | None = None) -> Row:
    return paid(scheme, f"{start}-01-01", f"{end or start}-12-31", amount_)


def worked(start: int, end: int, scheme: str = "xp-points") -> Row:
    return insured(scheme, f"{start}-01-01", f"{end}-12-31")


def cents(exact: Fraction) -> Fraction:
    """An amount to the cent, half up."""
    return Fraction(plain(exact, 2))


# --- a share of another figure

WAGE = {"is": "4000 XTS per month"}


@pytest.mark.parametrize(
    ("key", "share", "expected"),
    [("minimum", "90 %", "3600.00"), ("maximum", "2 %", "80.00"), ("minimum", "1 %", "100.00"), ("maximum", "90 %", "100.00")],
)
def test_a_limit_is_a_share_of_a_dated_figure(key: str, share: str, expected: str) -> None:
    # alone 1 % x 10 x 1000 = 100
    wages = [paid("xd-a", "2000-01-01", "2009-12-31", "1000")]
    told = toy(**{key: {"share": share, "of": "minimum_wage"}, "minimum_wage": WAGE})
    assert amount(said(life([insured("xd-a", "2000-01-01", "2009-12-31")], earnings=wages, assume=told)), "xd-a") == expected


def test_a_share_takes_the_figure_of_the_day() -> None:
    wage = [{"from": date(2000, 1, 1), "is": "100 XTS per month"}, {"from": date(2025, 7, 1), "is": "200 XTS per month"}]
    rows = law("xd-a", minimum={"share": "50 %", "of": "minimum_wage"})
    dated = [
        {"path": "xd.xd-a.old_age.minimum_wage", "value": row["is"], "from": row["from"].isoformat(), "reason": "a toy law"}
        for row in wage
    ]
    case = life(months(24), assume=[*toy(formula={"shape": "flat", "amount": "1 XTS per month"}), *rows, *dated])
    assert amount(said(case, at=date(2025, 6, 30)), "xd-a") == "50.00"
    assert amount(said(case, at=date(2025, 7, 1)), "xd-a") == "100.00"


def test_a_share_of_what_nobody_knows_is_not_known_and_not_nought() -> None:
    told = toy(
        formula={"shape": "flat", "amount": "70 XTS per month"},
        minimum={"share": "90 %", "of": "minimum_wage"},
        minimum_wage={"unknown": "nobody found it"},
    )
    found = due(said(life(months(24), assume=told)))
    assert (found.amount, found.at_least) == (None, "70.00")
    assert found.unknown == ("xd.xd-a.old_age.minimum_wage",)


def test_what_the_institution_states_as_the_minimum_takes_the_place_of_the_share() -> None:
    told = toy(
        formula={"shape": "flat", "amount": "70 XTS per month"},
        minimum={"share": "90 %", "of": "minimum_wage"},
        minimum_wage=WAGE,
    )
    row = {"country": "XD", "scheme": "xd-a", "branch": "old_age", "kind": "minimum", "amount": "99", "currency": "XTS"}
    case = life(months(24), assume=told, statement=[{**row, "per": "month"}])
    assert amount(said(case), "xd-a") == "99.00"


def test_a_figure_assumed_over_a_share_stands_alone() -> None:
    rows = law("xp-mixed", minimum="777 XTS per month")
    case = life([worked(2005, 2019, "xp-mixed")], earnings=[year(2005, "100", "xp-mixed", 2019)], assume=rows)
    assert amount(said(case), "xp-mixed") == "777.00"


# --- revalued earnings


@settings(max_examples=25, deadline=None)
@given(st.integers(2002, 2020), st.integers(1, 5), st.integers(100, 1500))
def test_earnings_at_a_share_of_the_average_become_that_share_of_the_average_of_the_target(
    start: int, long: int, percent: int
) -> None:
    """Whoever earns the same share of the average every year has a reference of that share of the average of 2025: 2250."""
    rows = [year(y, plain(Fraction(percent, 1000) * (1000 + 50 * (y - 2000)), 3), "xd-a") for y in range(start, start + long)]
    told = toy(reference={"method": "career", "revalued": "xp-average-earnings", "to": "year_before"},
               formula={"shape": "fraction", "denominator": "1 year", "cap": "1", "on": "reference"})  # fmt: skip
    case = life([insured("xd-a", f"{start}-01-01", f"{start + long - 1}-12-31")], earnings=rows, assume=told)
    assert value(said(case)) == cents(Fraction(percent, 1000) * 2250)


def test_a_missing_year_leaves_its_earnings_unknown_and_the_rest_known() -> None:
    told = toy(reference={"method": "career", "revalued": "xp-average-earnings", "to": "year_before"},
               formula={"shape": "fraction", "denominator": "1 year", "cap": "1", "on": "reference"})  # fmt: skip
    # 2001 is lost; 2002 stood at 1100: 550 there is 1125 in 2025. Half of the time is known.
    rows = [year(2001, "500", "xd-a"), year(2002, "550", "xd-a")]
    found = due(said(life([insured("xd-a", "2001-01-01", "2002-12-31")], earnings=rows, assume=told)))
    assert (found.amount, found.at_least, found.unknown) == (None, "562.50", ("xp-average-earnings.2001",))


def test_earnings_of_the_target_year_and_later_stay_as_they_are() -> None:
    told = toy(reference={"method": "last", "length": "12 months", "revalued": "xp-average-earnings", "to": "year_before"},
               formula={"shape": "fraction", "denominator": "1 year", "cap": "1", "on": "reference"})  # fmt: skip
    for last in (2025, 2026):
        case = life([insured("xd-a", "2024-01-01", "2026-12-31")], earnings=[year(2024, "800", "xd-a", last)], assume=told)
        assert amount(decide(case, date(last + 1 if last == 2025 else 2027, 1, 1), NONE), "xd-a") in ("800.00",), last


def test_a_target_year_that_is_not_known_leaves_past_earnings_unknown() -> None:
    told = toy(reference={"method": "career", "revalued": "xp-average-earnings", "to": "year_of_claim"})
    case = life([worked(2024, 2024, "xd-a")], earnings=[year(2024, "800", "xd-a")], assume=told)
    found = due(said(case))
    assert found.unknown == ("xp-average-earnings.2026",)
    filled = [*told, {"path": "xp-average-earnings.2026", "value": "2310 XTS per month", "reason": "as if it were known"}]
    # 800 x 2310 / 2200 = 840; 1 %
    assert amount(said(life([worked(2024, 2024, "xd-a")], earnings=[year(2024, "800", "xd-a")], assume=filled)), "xd-a") == "8.40"


def test_a_ceiling_holds_before_or_after_earnings_are_raised() -> None:
    formula = {"shape": "fraction", "denominator": "1 year", "cap": "1", "on": "reference"}
    for capped, expected in (("before", "1800.00"), ("after", "1500.00")):
        told = toy(
            reference={"method": "career", "revalued": "xp-average-earnings", "to": "year_before", "capped": capped},
            formula=formula,
            ceiling="1500 XTS per month",
        )
        # 2005 stood at 1250, 2025 at 2250: a factor of 1.8. 1000 is below the ceiling before, above it after.
        case = life([worked(2005, 2005, "xd-a")], earnings=[year(2005, "1000", "xd-a")], assume=told)
        assert amount(said(case), "xd-a") == expected


# --- points


@settings(max_examples=25, deadline=None)
@given(st.integers(2002, 2024), st.integers(1, 9000), st.integers(0, 3000))
def test_more_earnings_never_make_fewer_points_and_twice_the_average_is_the_most(start: int, first: int, more: int) -> None:
    found = [_points(start, pay) for pay in (first, first + more)]
    assert found[0] <= found[1] <= 80  # two points at 40


def _points(start: int, pay: int) -> Fraction:
    rows = law("xp-points", qualifying="1 year")
    return value(said(life([worked(start, start)], earnings=[year(start, str(pay))], assume=rows)), "xp-points")


@settings(max_examples=15, deadline=None)
@given(st.integers(12, 400), st.integers(12, 400), st.integers(1, 60))
def test_sharing_points_by_the_length_gives_each_state_its_own(own: int, other: int, points: int) -> None:
    """Points at the average of the own ones, times own over total: the same as the own. 883/2004 Art 56(1)(c)."""
    told = [*toy("xd-a", formula={"shape": "points", "stated_as": "total"}, point_value="10 XTS per month"), *toy("xt-b")]
    row = {"country": "XD", "scheme": "xd-a", "branch": "old_age", "kind": "points", "points": str(points)}
    case = life([*months(own), *months(other, "xt-b")], assume=told, statement=[row])
    alone, shared = said(case, NONE), said(case, SHARED_BY_ALL)
    assert value(alone) == points * 10
    assert value(shared) == value(alone)


def test_points_nobody_states_are_not_known() -> None:
    told = toy(formula={"shape": "points"}, point_value="10 XTS per month")
    assert due(said(life(months(24), assume=told))).unknown == ("points under xd.xd-a.old_age",)


# --- bands


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 5000), st.integers(0, 5000))
def test_bands_grow_with_the_reference_and_give_less_for_each_further_unit(low: int, more: int) -> None:
    bands = [{"to": "1000 XTS per month", "rate": "90 %"}, {"to": "3000 XTS per month", "rate": "32 %"}, {"rate": "15 %"}]
    told = toy(formula={"shape": "bands", "bands": bands, "on": "reference"})

    def pension(pay: int) -> Fraction:
        return value(said(life([worked(2002, 2003, "xd-a")], earnings=[year(2002, str(pay), "xd-a", 2003)], assume=told)))

    assert pension(low) <= pension(low + more) <= pension(low) + more
    assert pension(low + more) - pension(low) <= pension(more)


# --- notional accounts and annuities


@pytest.mark.parametrize(
    ("born", "at", "expected"),
    [
        ("1961-05-20", date(2026, 6, 1), "1000.00"),  # 65, born 1961: 224 000 / 224
        ("1960-05-20", date(2025, 6, 1), "1018.18"),  # 65, born 1960: / 220
        ("1960-05-20", date(2024, 6, 1), "896.00"),  # 64: still the row of 62, / 250
        ("1955-05-20", date(2026, 6, 1), "1120.00"),  # 71, and over 70: 6 % of it a year
        ("1958-05-20", date(2025, 6, 1), None),  # 67: the rows of 65 name other years of birth
    ],
)
def test_the_divisor_is_that_of_the_age_and_the_year_of_birth(born: str, at: date, expected: str | None) -> None:
    held = [{"country": "XP", "scheme": "xp-notional", "balance": "224000", "currency": "XTS", "on": "2024-01-01"}]
    who = {"born": born, "sex": "F", "nationalities": ["XP"]}
    case = life([worked(2010, 2020, "xp-notional")], account=held, person=who, residence=[])
    assert amount(decide(case, at, NONE), "xp-notional") == expected


BEYOND = [(date(2023, 4, 1), "100.00"), (date(2026, 4, 1), None), (date(2019, 4, 1), "75.00")]


@pytest.mark.parametrize(("at", "expected"), BEYOND)
def test_an_age_beyond_the_table_is_not_known(at: date, expected: str | None) -> None:
    # Born on 20 March 1955: 68 in 2023, 71 in 2026, 64 in 2019. The last row, of 68, holds for a year.
    held = [{"country": "XP", "scheme": "xp-fund", "balance": "18000", "currency": "XTS", "on": "2018-01-01"}]
    who = {"born": "1955-03-20", "sex": "M", "nationalities": ["XP"]}
    case = life([worked(2005, 2015, "xp-fund")], account=held, person=who, residence=[])
    assert amount(decide(case, at, NONE), "xp-fund") == expected


def test_contributions_nobody_knows_leave_the_account_known_from_below() -> None:
    case = life([worked(2010, 2011, "xp-notional")], earnings=[year(2011, "1000", "xp-notional")])
    found = due(said(case, at=AT), "xp-notional")
    assert found.amount is None
    assert found.at_least is not None  # 2400 x 164/104 / 6 % a year at 70
    assert Fraction(found.at_least) == cents(Fraction(2400) * 164 / 104 * Fraction(6, 100) / 12)


# --- a fixed part


@settings(max_examples=25, deadline=None)
@given(st.integers(12, 600), st.integers(12, 600))
def test_a_fixed_part_grows_to_its_length_and_no_further(first: int, second: int) -> None:
    told = toy(
        formula={"shape": "accrual", "accrual": "0 % per year", "on": "reference"},
        fixed_part={"is": "500 XTS per month", "over": "30 years"},
    )
    low, high = sorted((first, second))
    found = [value(said(life(months(n), assume=told))) for n in (low, high)]
    assert found[0] <= found[1] <= 500
    assert found == [cents(500 * min(Fraction(n, 360), Fraction(1))) for n in (low, high)]


def test_under_an_agreement_the_fixed_part_is_reckoned_on_all_periods_and_shared() -> None:
    # 120 and 240 months: the fixed part is whole at 360; shared, a third.
    told = [
        *toy(formula={"shape": "flat", "amount": "60 XTS per month"}, fixed_part={"is": "300 XTS per month", "over": "30 years"}),
        *toy("xt-b"),
    ]
    case = life([*months(120), *months(240, "xt-b")], assume=told)
    assert amount(said(case, NONE), "xd-a") == "160.00"  # 60 + 300 x 120/360
    assert amount(said(case, SHARED_BY_ALL), "xd-a") == "120.00"  # (60 + 300) x 120/360
    assert amount(said(case, FOR_ALL), "xd-a") == "160.00"


def test_the_law_of_a_decision_is_hashed_with_the_series_it_used() -> None:
    case = life([worked(2016, 2020)], earnings=[year(2016, "1800", end=2020)])
    one = said(case).decided_under.hashes
    again = said(case).decided_under.hashes
    assert one == again
    other = said(life([worked(2016, 2020)], earnings=[year(2016, "1800", end=2020)], assume=law("xp-points", ceiling="1 XTS",
                 formula={"shape": "points"}))).decided_under.hashes  # fmt: skip
    assert one is not None
    assert other is not None
    assert other.law != one.law
