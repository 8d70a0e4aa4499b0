"""Months, years and ages on days that the calendar does not have, and dates known in part."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.periods.dates import (
    add_months,
    add_years,
    age_on,
    elapsed,
    narrowest,
    partial,
    reaches_age,
    widest,
)
from portability.periods.spans import Span

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))
ways = st.sampled_from(["earlier", "later"])


@given(days, st.integers(-1200, 1200))
def test_the_two_directions_differ_by_the_one_missing_day(day, months):
    earlier, later = add_months(day, months, "earlier"), add_months(day, months, "later")
    if earlier.day == day.day:
        assert earlier == later
    else:
        assert later == earlier + timedelta(1)
        assert later.day == 1


@given(days, st.integers(-500, 500), ways)
def test_a_day_every_month_has_comes_back(day, months, missing):
    start = day.replace(day=min(day.day, 28))
    assert add_months(add_months(start, months, missing), -months, missing) == start


@given(days, st.integers(0, 90), st.integers(0, 11), ways)
def test_an_age_is_reached_on_the_first_day_on_which_it_is_had(born, years, months, missing):
    reached = reaches_age(born, years, months, missing)
    assert age_on(born, reached, missing) == years
    if months == 0 and years > 0:
        assert age_on(born, reached - timedelta(1), missing) == years - 1


@given(days, st.integers(0, 40_000), ways)
def test_elapsed_time_added_to_the_first_day_leads_past_the_last(start, length, missing):
    end = start + timedelta(length)
    years, months, rest = elapsed(Span(start, end), missing)
    assert add_months(start, 12 * years + months, missing) + timedelta(rest) == end + timedelta(1)
    assert 0 <= months < 12
    assert 0 <= rest <= 31


@pytest.mark.parametrize(
    ("day", "months", "earlier", "later"),
    [
        (date(2021, 1, 31), 1, date(2021, 2, 28), date(2021, 3, 1)),
        (date(2020, 1, 31), 1, date(2020, 2, 29), date(2020, 3, 1)),
        (date(2021, 3, 31), -1, date(2021, 2, 28), date(2021, 3, 1)),
        (date(2020, 3, 30), -1, date(2020, 2, 29), date(2020, 3, 1)),
        (date(2021, 8, 31), 1, date(2021, 9, 30), date(2021, 10, 1)),
        (date(2021, 11, 30), 1, date(2021, 12, 30), date(2021, 12, 30)),
        (date(2020, 2, 29), 12, date(2021, 2, 28), date(2021, 3, 1)),
        (date(2020, 2, 29), -12, date(2019, 2, 28), date(2019, 3, 1)),
        (date(2020, 2, 29), 48, date(2024, 2, 29), date(2024, 2, 29)),
        (date(2020, 12, 15), 1, date(2021, 1, 15), date(2021, 1, 15)),
        (date(2020, 1, 15), -1, date(2019, 12, 15), date(2019, 12, 15)),
    ],
)
def test_months_from_the_end_of_a_month(day, months, earlier, later):
    assert add_months(day, months, "earlier") == earlier
    assert add_months(day, months, "later") == later


@pytest.mark.parametrize(
    ("born", "years", "months", "earlier", "later"),
    [
        (date(1960, 2, 29), 65, 0, date(2025, 2, 28), date(2025, 3, 1)),
        (date(1960, 2, 29), 64, 0, date(2024, 2, 29), date(2024, 2, 29)),
        (date(1960, 8, 31), 66, 6, date(2027, 2, 28), date(2027, 3, 1)),
        (date(1961, 3, 14), 60, 0, date(2021, 3, 14), date(2021, 3, 14)),
    ],
)
def test_the_day_an_age_is_reached(born, years, months, earlier, later):
    assert reaches_age(born, years, months, "earlier") == earlier
    assert reaches_age(born, years, months, "later") == later


def test_one_born_on_29_february_grows_older_in_common_years_too():
    born = date(2000, 2, 29)
    assert [age_on(born, date(2001, 2, 28), way) for way in ("earlier", "later")] == [1, 0]
    assert age_on(born, date(2001, 3, 1), "later") == 1
    assert age_on(born, born, "earlier") == 0
    assert add_years(born, 4, "later") == date(2004, 2, 29)


def test_an_age_before_birth_and_a_year_beyond_the_calendar_are_refused():
    with pytest.raises(ValueError, match="before birth"):
        age_on(date(2000, 1, 1), date(1999, 12, 31), "earlier")
    with pytest.raises(ValueError, match="beyond the calendar"):
        add_years(date(2000, 1, 1), 8000, "earlier")


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2005", date(2005, 1, 1), date(2005, 12, 31), "year"),
        ("2004-02", date(2004, 2, 1), date(2004, 2, 29), "month"),
        ("2005-02", date(2005, 2, 1), date(2005, 2, 28), "month"),
        ("2005-03-04", date(2005, 3, 4), date(2005, 3, 4), "day"),
    ],
)
def test_a_date_known_in_part_is_every_day_it_can_be(text, start, end, precision):
    assert partial(text) == (start, end, precision)
    assert partial(text).span == Span(start, end)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2009-13-31", '"2009-13-31" is not a date (month 13). Write YYYY-MM-DD'),
        ("2009-00", "month 0"),
        ("2009-02-29", "2009-02 has days 1 to 28"),
        ("2009-04-31", "2009-04 has days 1 to 30"),
        ("2009-1-1", "is not a date. Write YYYY-MM-DD, or YYYY-MM or YYYY"),
        ("٢٠٠٩", "is not a date"),
        ("2009-01-01T00:00:00", "is not a date"),
        ("0000-01-01", "year 0"),
        ("2009-01-01\n", "is not a date"),
        ("", "is not a date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_remedy(text, said):
    with pytest.raises(ValueError, match="is not a date") as refused:
        partial(text)
    assert said in str(refused.value)


def test_a_period_between_dates_known_in_part_has_a_widest_and_a_narrowest_reading():
    first, last = partial("2005-06"), partial("2007")
    assert widest(first, last) == Span(date(2005, 6, 1), date(2007, 12, 31))
    assert narrowest(first, last) == Span(date(2005, 6, 30), date(2007, 1, 1))
    assert narrowest(partial("2005"), partial("2005-06")) is None
    with pytest.raises(ValueError, match="before the start"):
        widest(partial("2006"), partial("2005"))
