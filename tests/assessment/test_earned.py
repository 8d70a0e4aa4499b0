"""Earnings as a law looks at them: by the month, added where they are of one time, and never more months than there are."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.earned import aligned
from portability.assessment.figures import Reader
from portability.case.career import career
from portability.number.unknown import Unknown
from tests.laws.lives import AT, Row, amount, insured, law, life, paid, said

KEY = ("XA", "xa-general")
CEILING = [{"from": date(1950, 1, 1), "is": "2500 XTS per month"}, {"from": date(2020, 1, 1), "is": "3000 XTS per month"}]


def runs(*rows: Row, months: int = 0, at: date = AT, **law_: Any) -> list[tuple[Any, Any]]:
    """The runs of earnings under a scheme that pays in XTS."""
    reader = Reader(law_, "xa.xa-general.old_age", at, "M")
    reader.currency = "XTS"
    return list(aligned(reader, career(life([], earnings=list(rows)), "old_age"), KEY, at, months).earnings.value)


def test_runs_stand_in_order_of_time() -> None:
    later, earlier = paid("xa-general", "2005-01-01", "2005-12-31", "200"), paid("xa-general", "2004-01-01", "2004-12-31", "100")
    assert runs(later, earlier) == [(100, 12), (200, 12)]


def test_earnings_of_one_time_are_added() -> None:
    # One employer from 2005 to 2009, a second beside it from July 2007 to June 2008.
    first, second = paid("xa-general", "2005-01-01", "2009-12-31", "1000"), paid("xa-general", "2007-07-01", "2008-06-30", "600")
    assert runs(first, second) == runs(second, first) == [(1000, 30), (1600, 12), (1000, 18)]


def test_two_employers_are_one_wage_under_one_ceiling() -> None:
    # 1500 and 1500 together are held to the ceiling of 2500; 33.5 % (20 % for ten years, 9 x 1.5 %) of 2500 is 837.50.
    career_ = [insured("xa-general", "1990-01-01", "2008-12-31")]
    wages = [paid("xa-general", "2004-01-01", "2008-12-31", "1500.00")] * 2
    assert amount(said(life(career_, earnings=wages)), "xa-general") == "837.50"
    # one of them alone: 33.5 % of 1500
    assert amount(said(life(career_, earnings=wages[:1])), "xa-general") == "502.50"


def test_earnings_that_only_touch_stay_apart() -> None:
    first, second = paid("xa-general", "2005-01-01", "2005-06-15", "1000"), paid("xa-general", "2005-06-16", "2005-12-31", "600")
    assert runs(first, second) == [(1000, 6), (600, 7)]


@pytest.mark.parametrize(("per", "expected"), [("month", 1200), ("year", 100), ("total", 50)])
def test_an_amount_is_brought_to_the_month(per: str, expected: int) -> None:
    row = paid("xa-general", "2004-01-01", "2005-12-31", "1200", per=per)
    assert runs(row) == [(expected, 24)]


def test_runs_are_cut_where_the_ceiling_changes_and_at_the_day_of_the_decision() -> None:
    row = paid("xa-general", "2019-07-01", "2030-12-31", "1000")
    assert runs(row, at=date(2020, 6, 30), ceiling=CEILING) == [(1000, 6), (1000, 6)]
    assert runs(row, at=date(2019, 6, 30)) == []


def test_insured_months_without_earnings_stand_first_and_are_unknown() -> None:
    found = runs(paid("xa-general", "2005-01-01", "2005-12-31", "100"), months=30)
    assert [months for _, months in found] == [18, 12]
    assert isinstance(found[0][0], Unknown)
    assert runs(paid("xa-general", "2005-01-01", "2005-12-31", "100"), months=12) == [(100, 12)]


def test_earnings_in_another_currency_need_a_rate() -> None:
    (found,) = runs(paid("xa-general", "2005-01-01", "2005-12-31", "100", currency="EUR"))
    assert isinstance(found[0], Unknown)


WAGES = st.tuples(st.integers(2000, 2019), st.integers(1, 12), st.integers(1, 60), st.integers(1, 5000))


@settings(max_examples=60, deadline=None)
@given(st.lists(WAGES, max_size=6))
def test_no_earnings_are_lost_or_counted_twice(drawn: list[tuple[int, int, int, int]]) -> None:
    # Whole months: what is earned in all stays the same, and no month is counted twice where rows share days.
    rows, months, earned = [], set(), 0
    for year, month, length, wage in drawn:
        last = year * 12 + month - 1 + length - 1
        end = date(last // 12 + (last % 12 == 11), (last % 12 + 1) % 12 + 1, 1).toordinal() - 1
        rows.append(paid("xa-general", date(year, month, 1).isoformat(), date.fromordinal(end).isoformat(), str(wage)))
        months |= set(range(year * 12 + month - 1, last + 1))
        earned += wage * length
    found = runs(*rows)
    assert sum(length for _, length in found) == len(months)
    assert sum((value * length for value, length in found), Fraction(0)) == earned


def test_the_wage_of_a_toy_law_is_the_sum_of_both_employers() -> None:
    toy = law("xd-a", qualifying="1 year", age="60 years", reference={"method": "career"},
              formula={"shape": "accrual", "accrual": "1 % per year", "on": "reference"})  # fmt: skip
    wages = [paid("xd-a", "2000-01-01", "2009-12-31", "300"), paid("xd-a", "2000-01-01", "2009-12-31", "700")]
    decision = said(life([insured("xd-a", "2000-01-01", "2009-12-31")], earnings=wages, assume=toy))
    assert amount(decision, "xd-a") == "100.00"  # 1 % x 10 x (300 + 700)
