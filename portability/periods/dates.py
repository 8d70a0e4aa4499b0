"""Months and years added to days, ages, and dates of which only the month or the year is known.

A month or a year can end on a day that does not exist (30 February). Laws differ: some take the last day of the
month, some the first of the next. Every function that can meet such a day asks which: `missing` is `"earlier"` or
`"later"`, and there is no default.
"""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeAlias

from portability.periods.spans import Span

Day: TypeAlias = date
Missing: TypeAlias = Literal["earlier", "later"]
Precision: TypeAlias = Literal["day", "month", "year"]

_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def add_months(day: Day, months: int, missing: Missing) -> Day:
    """The same day so many months later, or earlier where `months` is negative.

    A day the month does not have becomes its last day (`"earlier"`) or the first of the next (`"later"`).
    Raises ValueError beyond the years 1 to 9999.

    >>> add_months(date(2021, 1, 31), 1, "earlier"), add_months(date(2021, 1, 31), 1, "later")
    (datetime.date(2021, 2, 28), datetime.date(2021, 3, 1))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    month += 1
    if not 1 <= year <= 9999:
        raise ValueError(f"{months} months from {day} lie beyond the calendar (years 1 to 9999)")
    last = monthrange(year, month)[1]
    if day.day <= last:
        return date(year, month, day.day)
    if missing == "earlier":
        return date(year, month, last)
    return date(year, month, last) + timedelta(1)


def add_years(day: Day, years: int, missing: Missing) -> Day:
    """The same day so many years later, or earlier where `years` is negative; only 29 February can be missing.

    >>> add_years(date(2000, 2, 29), 65, "earlier"), add_years(date(2000, 2, 29), 65, "later")
    (datetime.date(2065, 2, 28), datetime.date(2065, 3, 1))
    """
    return add_months(day, 12 * years, missing)


def reaches_age(born: Day, years: int, months: int, missing: Missing) -> Day:
    """The day on which a person reaches an age of years and months.

    >>> reaches_age(date(1960, 3, 31), 65, 6, "later")
    datetime.date(2025, 10, 1)
    """
    return add_months(born, 12 * years + months, missing)


def age_on(born: Day, day: Day, missing: Missing) -> int:
    """The age in completed years on a day; raises ValueError for a day before birth.

    >>> age_on(date(2000, 2, 29), date(2018, 2, 28), "earlier"), age_on(date(2000, 2, 29), date(2018, 2, 28), "later")
    (18, 17)
    """
    if day < born:
        raise ValueError(f"nobody has an age before birth: {day} is before {born}")
    years = day.year - born.year
    return years if add_years(born, years, missing) <= day else years - 1


class Elapsed(NamedTuple):
    """Calendar time from a day on: completed years, then completed months, then days."""

    years: int
    months: int
    days: int


def elapsed(span: Span, missing: Missing) -> Elapsed:
    """The years, months and days of a span, both its days included, counted from its first day.

    >>> elapsed(Span(date(1966, 7, 5), date(1976, 8, 17)), "earlier")
    Elapsed(years=10, months=1, days=13)
    """
    after = span.end + timedelta(1)
    months = (after.year - span.start.year) * 12 + after.month - span.start.month
    while add_months(span.start, months, missing) > after:
        months -= 1
    return Elapsed(*divmod(months, 12), (after - add_months(span.start, months, missing)).days)


class Partial(NamedTuple):
    """A date as far as it is known: the earliest and the latest day it can be."""

    start: Day
    end: Day
    precision: Precision

    @property
    def span(self) -> Span:
        """All days the date can be."""
        return Span(self.start, self.end)


def partial(text: str) -> Partial:
    """A date, month or year written `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, as the days it can be.

    Raises ValueError with what is wrong and what to write.

    >>> partial("2004-02")
    Partial(start=datetime.date(2004, 2, 1), end=datetime.date(2004, 2, 29), precision='month')
    """
    found = _PARTIAL.fullmatch(text)
    if found is None:
        raise ValueError(f'"{text}" is not a date. Write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known')
    year, month, day = (int(part) if part else None for part in found.groups())
    if not year:
        raise ValueError(f'"{text}" is not a date (year 0). Write YYYY-MM-DD')
    if month is None:
        return Partial(date(year, 1, 1), date(year, 12, 31), "year")
    if not 1 <= month <= 12:
        raise ValueError(f'"{text}" is not a date (month {month}). Write YYYY-MM-DD')
    last = monthrange(year, month)[1]
    if day is None:
        return Partial(date(year, month, 1), date(year, month, last), "month")
    if not 1 <= day <= last:
        raise ValueError(f'"{text}" is not a date ({year}-{month:02} has days 1 to {last}). Write YYYY-MM-DD')
    return Partial(date(year, month, day), date(year, month, day), "day")


def widest(first: Partial, last: Partial) -> Span:
    """The longest span two dates can mean: whole months and years are read as whole.

    Raises ValueError where the end lies before the start.

    >>> widest(partial("2005"), partial("2006-03")) == Span(date(2005, 1, 1), date(2006, 3, 31))
    True
    """
    if last.end < first.start:
        raise ValueError(f"the end ({last.end}) is before the start ({first.start}). Write the earlier date first")
    return Span(first.start, last.end)


def narrowest(first: Partial, last: Partial) -> Span | None:
    """The shortest span two dates can mean, or None where the known parts leave no certain day.

    >>> narrowest(partial("2005"), partial("2006-03"))
    Span(start=datetime.date(2005, 12, 31), end=datetime.date(2006, 3, 1))
    """
    return Span(first.end, last.start) if first.end <= last.start else None
