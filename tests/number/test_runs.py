"""Runs of earnings: worked by hand."""

from fractions import Fraction as F

from portability.number.column import Column
from portability.number.unknown import Unknown, unknown
from portability.number.words import best, cap, last, mean, scale, total_length, weighted_total

YEARS = ((100, 12), (300, 12), (200, 6), (400, 12))


def test_sums_and_the_mean() -> None:
    assert total_length(YEARS) == 42
    assert weighted_total(YEARS) == 100 * 12 + 300 * 12 + 200 * 6 + 400 * 12
    assert mean(YEARS, 0) == F(10800, 42)
    assert mean((), 5) == 5
    assert mean(((100, 0),), 5) == 5


def test_the_last_eighteen_months() -> None:
    assert last(YEARS, 18) == ((100, 0), (300, 0), (200, 6), (400, 12))
    assert last(YEARS, 20) == ((100, 0), (300, 2), (200, 6), (400, 12))
    assert last(YEARS, 100) == YEARS


def test_the_best_thirty_months() -> None:
    assert best(YEARS, 27) == ((400, 12), (300, 12), (200, 3), (100, 0))
    assert weighted_total(best(YEARS, 27)) == 9000
    assert best(YEARS, 0) == ((400, 0), (300, 0), (200, 0), (100, 0))
    assert best((), 12) == ()


def test_indexed_and_under_a_ceiling() -> None:
    assert scale(YEARS, (4, 1, 2, 1)) == ((400, 12), (300, 12), (400, 6), (400, 12))
    assert cap(YEARS, (250, 250, None, 250)) == ((100, 12), (250, 12), (200, 6), (250, 12))


def test_each_row_has_its_own_best_years() -> None:
    runs = ((Column.of([1, 9]), 12), (Column.of([5, 4]), Column.of([12, 6])))
    assert weighted_total(best(runs, 12)).exact() == [60, 108]
    assert weighted_total(best(runs, 15)).exact() == [63, 120]


def test_a_year_whose_wage_is_unknown_does_not_hide_the_years_that_are_known() -> None:
    # Best 24 of 36 months, one wage missing: at least the mean of the two known years, ...
    found = mean(best(((200, 12), (unknown("wage.2008"), 12), (300, 12)), 24), 0)
    assert isinstance(found, Unknown)
    assert (found.low, found.endless) == (250, True)
    # ... and the missing one, below 100, is not among them.
    assert mean(best(((200, 12), (unknown("wage.2008", high=100), 12), (300, 12)), 24), 0) == 250
    # Between 240 and 280 it takes the place of the 200.
    found = mean(best(((200, 12), (unknown("wage.2008", low=240, high=280), 12), (300, 12)), 24), 0)
    assert isinstance(found, Unknown)
    assert (found.low, found.high) == (270, 290)


def test_a_year_whose_length_is_unknown() -> None:
    found = weighted_total(best(((200, unknown("months.2008", high=12)), (100, 24)), 24))
    assert isinstance(found, Unknown)
    assert (found.low, found.high, found.endless) == (24 * 100, 12 * 200 + 12 * 100, False)
