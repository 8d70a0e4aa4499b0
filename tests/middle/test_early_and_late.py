"""Pensions drawn early and late under the laws of XG: reductions, tables, increases. The arithmetic stands in the comments."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.middle.lives import by_month, cents, decided, of, period, said, status, under

CAREER = period("xg-early", "1990-01-01", "2019-12-31")  # 30 years: 60 % of the wage
CLERK = period("xg-table", "1990-01-01", "2019-12-31")


@pytest.mark.parametrize(
    ("at", "amount"),
    [
        ("2025-01-01", "600.00"),  # 65 that day: the whole, 60 % of 1000
        ("2024-12-31", "597.00"),  # one month begun: 0.5 % off
        ("2023-01-01", "528.00"),  # 24 months: 12 % off
        ("2020-01-01", "420.00"),  # 60 months: 30 % off
        ("2025-01-31", "600.00"),  # not yet a complete month late
        ("2027-01-01", "657.60"),  # 24 months late: 9.6 % more
        ("2033-01-01", "744.00"),  # until 70 only: 60 months, 24 % more
    ],
)
def test_a_share_off_for_each_month_before_and_on_for_each_after(at: str, amount: str) -> None:
    assert by_month(decided(at, "1960-01-01", CAREER, wage="1000"), "xg-early") == amount


def test_the_age_of_an_early_pension_opens_it() -> None:
    before = decided("2019-12-31", "1960-01-01", CAREER, wage="1000")
    assert status(before, "xg-early") == "refused: age"
    told = [(str(one.on), one.because) for one in of(before, "xg-early").recompute]
    assert told == [
        ("2020-01-01", "the age of an early pension is reached"),
        ("2025-01-01", "pensionable age is reached"),
    ]
    early = decided("2023-01-01", "1960-01-01", CAREER, wage="1000")
    assert said(early, "early_share") == (
        "Drawn 24 months before pension age, at 0.5 % off for each, the pension is 88 % of the whole."
    )
    assert [one.because for one in of(early, "xg-early").recompute] == [
        "the age of the pension without reduction is reached"
    ]


def test_a_reduction_stays_and_an_increase_stops_with_the_claim() -> None:
    """Claimed at 63 and looked at again at 67: still 12 % off. Claimed at 67, looked at at 69: still 24 months late."""
    again = decided("2027-01-01", "1960-01-01", CAREER, wage="1000", claim="2023-01-01")
    assert by_month(again, "xg-early") == "528.00"
    late = decided("2029-01-01", "1960-01-01", CAREER, wage="1000", claim="2027-01-01")
    assert by_month(late, "xg-early") == "657.60"


def test_a_claim_before_any_age_binds_nobody_to_a_reduction() -> None:
    found = decided("2025-01-01", "1960-01-01", CAREER, wage="1000", claim="2018-01-01")
    assert by_month(found, "xg-early") == "600.00"


def test_a_career_that_asks_no_age_is_not_reduced() -> None:
    """45 years from 1975 to 2019: 90 % of 1000, at 60."""
    found = decided("2020-01-01", "1960-01-01", period("xg-early", "1975-01-01", "2019-12-31"), wage="1000")
    assert by_month(found, "xg-early") == "900.00"


def test_the_minimum_comes_after_the_reduction() -> None:
    """200 x 60 % = 120, 30 % off = 84: raised to 120 again."""
    assert by_month(decided("2020-01-01", "1960-01-01", CAREER, wage="200"), "xg-early") == "120.00"


@pytest.mark.parametrize(
    ("at", "born", "wage", "amount"),
    [
        # 2015 to 2019, by a table: the factor of the age in years reached
        ("2018-01-31", "1960-01-31", "1000", "449.33"),  # 58 years: 337 months are 674/12 %, 80 % of 561.67
        ("2019-12-31", "1960-01-01", "1000", "480.00"),  # 59 years 11 months: 80 % of 600 (30 years)
        ("2019-12-31", "1959-12-31", "1000", "540.00"),  # 60 years: 90 % of 600
        ("2019-12-31", "1958-01-01", "1000", "540.00"),  # 61: still 90 % of 600; 62 is not reached
        # the minimum of 200 is for pensions in time: 300 x 60 % x 80 % = 144 stays
        ("2019-12-31", "1960-01-01", "300", "144.00"),
        ("2019-12-31", "1957-01-01", "300", "200.00"),
    ],
)
def test_a_table_of_factors_by_age(at: str, born: str, wage: str, amount: str) -> None:
    assert by_month(decided(at, born, CLERK | {"to": min(at, "2019-12-31")}, wage=wage), "xg-table") == amount


def test_a_share_of_the_reference_earnings_off() -> None:
    """Until 2014: 60 years on 2014-12-31, 24 complete months before 62: 25 years are 50 %, less 24 x 0.3 % = 7.2 %: 428."""
    work = period("xg-table", "1990-01-01", "2014-12-30")
    assert by_month(decided("2014-12-31", "1954-12-31", work, wage="1000"), "xg-table") == "428.00"
    # a day more to wait is still 24 complete months; a month more is 25
    assert by_month(decided("2014-12-31", "1955-01-01", work, wage="1000"), "xg-table") == "428.00"
    assert by_month(decided("2014-12-31", "1955-01-31", work, wage="1000"), "xg-table") == "425.00"


def test_a_condition_that_no_case_tells_leaves_the_early_pension_open() -> None:
    found = decided("2021-01-01", "1962-01-01", CLERK, wage="1000")
    assert status(found, "xg-table") == "undetermined"
    assert any("heavy work" in one.path for one in found.missing_facts)
    assert status(decided("2019-12-31", "1962-01-01", CLERK, wage="1000"), "xg-table") == "refused: age"
    assert status(decided("2024-01-01", "1962-01-01", CLERK, wage="1000"), "xg-table") == "entitled"


def test_each_state_by_its_own_age() -> None:
    """At 63: XG early by 24 months, XB (60) in time. XG 120 months and XB 240: 360 in all.

    XG theoretical 60 % of 1000 = 600, 12 % off = 528, 120/360 of it = 176.00. XB theoretical 360/420 of 1000 = 857.142857,
    240/360 of it = 571.428571, to the whole unit 571.
    """
    work = [period("xg-early", "1990-01-01", "1999-12-31"), period("xb-general", "2000-01-01", "2019-12-31")]
    found = decided("2023-01-01", "1960-01-01", *work, wage="1000", sets=under("xt-funds"))
    assert (by_month(found, "xg-early"), by_month(found, "xb-general")) == ("176.00", "571.00")


def test_a_month_of_birth_gives_two_ends() -> None:
    """Born in January 1960: at 2023-01-01 24 or 25 months begun, so 12 % or 12.5 % off 600."""
    assert by_month(decided("2023-01-01", "1960-01", CAREER, wage="1000"), "xg-early") == "525.00 to 528.00"


@given(st.integers(0, 62), st.integers(0, 62), st.sampled_from([120, 181, 300, 360]))
def test_an_earlier_claim_never_gives_a_higher_monthly_amount(one: int, other: int, months: int) -> None:
    earlier, later = sorted((one, other))
    start = 2020 * 12 - months
    work = period("xg-early", f"{start // 12}-{start % 12 + 1:02}-01", "2019-12-31")

    def drawn(month: int) -> Fraction:
        day = f"{2020 + month // 12}-{month % 12 + 1:02}-01"
        return Fraction(by_month(decided(day, "1960-01-01", work, wage="1000"), "xg-early"))

    assert drawn(earlier) <= drawn(later)
    whole = Fraction(months, 600) * 1000
    assert drawn(60) == Fraction(cents(whole if whole > 120 else Fraction(120)))
