"""Reading one written date or number, and saying what is wrong with it where it cannot be read.

Nothing here rounds, guesses or accepts a second way of writing: the same text is the same fact in every file.
"""

import datetime
import re
from typing import Literal, NamedTuple

FIRST_YEAR, LAST_YEAR = 1800, 2200
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?")
_LOOSE_DAY = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DECIMAL = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,30})?")
_OTHER_ORDER = re.compile(r"[0-9]{1,4}[./ -][0-9]{1,2}[./ -][0-9]{1,4}")
ISO_DAY = "Write YYYY-MM-DD"
ISO_OR_PART = "Write YYYY-MM-DD, or the text YYYY-MM or YYYY where no more is known"


class Trouble(Exception):
    """What is wrong with one written value, and what to do about it."""

    def __init__(self, what: str, remedy: str = "") -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


class PartialDate(NamedTuple):
    """A date of which only the year, or the year and month, is known.

    >>> PartialDate(2005, 2).earliest, PartialDate(2005, 2).latest, str(PartialDate(2005, 2))
    (datetime.date(2005, 2, 1), datetime.date(2005, 2, 28), '2005-02')
    """

    year: int
    month: int | None = None

    @property
    def earliest(self) -> datetime.date:
        return datetime.date(self.year, self.month or 1, 1)

    @property
    def latest(self) -> datetime.date:
        month = self.month or 12
        return datetime.date(self.year, month, month_length(self.year, month))

    @property
    def precision(self) -> Literal["month", "year"]:
        return "year" if self.month is None else "month"

    def __str__(self) -> str:
        return f"{self.year:04d}" if self.month is None else f"{self.year:04d}-{self.month:02d}"


When = datetime.date | PartialDate


def earliest(when: When) -> datetime.date:
    """The first day a written date can mean.

    >>> earliest(PartialDate(2005)), earliest(datetime.date(2005, 3, 4))
    (datetime.date(2005, 1, 1), datetime.date(2005, 3, 4))
    """
    return when.earliest if isinstance(when, PartialDate) else when


def latest(when: When) -> datetime.date:
    """The last day a written date can mean.

    >>> latest(PartialDate(2005)), latest(datetime.date(2005, 3, 4))
    (datetime.date(2005, 12, 31), datetime.date(2005, 3, 4))
    """
    return when.latest if isinstance(when, PartialDate) else when


def is_exact(when: When) -> bool:
    """Whether a date is known to the day.

    >>> is_exact(PartialDate(2005)), is_exact(datetime.date(2005, 3, 4))
    (False, True)
    """
    return not isinstance(when, PartialDate)


def quote(value: object) -> str:
    """A value as a fault quotes it: short, on one line, printable everywhere.

    >>> quote("a\\nb"), quote(True), quote({}), quote(datetime.date(2020, 1, 2))
    ('"a\\\\nb"', 'true', 'a table', '2020-01-02')
    """
    match value:
        case str():
            shown = value if len(value) <= 60 else value[:57] + "..."
            return '"' + "".join(c if c.isprintable() else repr(c)[1:-1] for c in shown) + '"'
        case bool():
            return "true" if value else "false"
        case int():
            return str(value) if abs(value) < 10**30 else "a very long number"
        case datetime.date() | datetime.time():
            return value.isoformat()
        case dict():
            return "a table"
        case list() | tuple():
            return "a list"
        case _:
            return f"a {type(value).__name__}"


def month_length(year: int, month: int) -> int:
    """The days of a month.

    >>> month_length(2024, 2)
    29
    """
    following = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (following - datetime.date(year, month, 1)).days


def read_day(value: object) -> datetime.date:
    """A calendar date, from a date or from text YYYY-MM-DD.

    Never from a timestamp, a number, or digits other than 0-9. Raises `Trouble`.

    >>> read_day("2009-12-31")
    datetime.date(2009, 12, 31)
    """
    if isinstance(value, str):
        if (found := _DAY.fullmatch(value)) is None:
            raise _not_a_date(value, ISO_DAY)
        return _day(value, *map(int, found.groups()))
    return _plain_date(value, ISO_DAY)


def read_when(value: object) -> When:
    """A date known to the day, the month or the year. Raises `Trouble`.

    >>> read_when("2009-12-31"), read_when("2009-12"), read_when("2009")
    (datetime.date(2009, 12, 31), PartialDate(year=2009, month=12), PartialDate(year=2009, month=None))
    """
    if isinstance(value, str):
        if (found := _DAY.fullmatch(value)) is not None:
            return _day(value, *map(int, found.groups()))
        if (found := _PART.fullmatch(value)) is None:
            raise _not_a_date(value, ISO_OR_PART)
        year, month = int(found[1]), int(found[2]) if found[2] else None
        if month is not None and not 1 <= month <= 12:
            raise Trouble(f"{quote(value)} is not a month (month {month})", ISO_OR_PART)
        _year(value, year)
        return PartialDate(year, month)
    return _plain_date(value, ISO_OR_PART)


def read_decimal(value: object) -> str:
    """An exact non-negative decimal number, as the text it was written in. Raises `Trouble`.

    >>> read_decimal("650.00")
    '650.00'
    """
    if isinstance(value, str) and _DECIMAL.fullmatch(value):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        if value < 0:
            raise Trouble(f"{quote(value)} is below nought", "Write the number without a sign")
        raise Trouble(f"{quote(value)} is written as a number", f'Write it as text: "{value}"')
    if not isinstance(value, str):
        raise Trouble(f"{quote(value)} is not a number", 'Write it as text, as "650.00"')
    raise Trouble(f"{quote(value)} is not a plain decimal number{_why_not_decimal(value)}", 'Write it as "650.00"')


def _why_not_decimal(text: str) -> str:
    reasons = (
        ("", not text.strip()),
        (" (digits other than 0-9)", any(c.isdigit() and c not in "0123456789" for c in text)),
        (" (it has a sign)", text[:1] in "+-"),
        (" (it has an exponent)", bool(re.fullmatch(r"[0-9.]+[eE][+-]?[0-9]+", text))),
        (" (a comma: the decimal sign is a point, thousands are not set apart)", "," in text),
        (" (the unit or currency is a key of its own)", bool(re.search(r"[A-Za-z%€$£]", text))),
        (" (a space)", any(c.isspace() for c in text)),
    )
    return next((reason for reason, holds in reasons if holds), "")


def _plain_date(value: object, remedy: str) -> datetime.date:
    if isinstance(value, datetime.datetime):
        raise Trouble(f"{quote(value)} is a timestamp, not a date", f"Write {value.date().isoformat()}")
    if isinstance(value, datetime.date):
        _year(value.isoformat(), value.year)
        return value
    if isinstance(value, int) and not isinstance(value, bool) and FIRST_YEAR <= value <= LAST_YEAR:
        raise Trouble(f"{value} is a number, not a date", f'{remedy}; a year alone is text: "{value}"')
    raise Trouble(f"{quote(value)} is not a date", remedy)


def _day(text: str, year: int, month: int, day: int) -> datetime.date:
    if not 1 <= month <= 12:
        raise Trouble(f"{quote(text)} is not a date (month {month})", ISO_DAY)
    _year(text, year)
    length = month_length(year, month)
    if not 1 <= day <= length:
        raise Trouble(f"{quote(text)} is not a date ({MONTHS[month - 1]} {year} has {length} days)", ISO_DAY)
    return datetime.date(year, month, day)


def _year(text: str, year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        remedy = "Leave the key out where a time has no end" if year > LAST_YEAR else ISO_DAY
        raise Trouble(f'{quote(text)}: the year {year} lies outside {FIRST_YEAR} to {LAST_YEAR}', remedy)


def _not_a_date(text: str, remedy: str) -> Trouble:
    if any(c.isdigit() and c not in "0123456789" for c in text):
        return Trouble(f"{quote(text)} has digits other than 0-9", remedy)
    if re.match(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]", text):
        return Trouble(f"{quote(text)} is a timestamp, not a date", f'Write "{text[:10]}"')
    if found := _LOOSE_DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
        if not 1 <= month <= 12:
            return Trouble(f"{quote(text)} is not a date (month {month})", remedy)
        return Trouble(f"{quote(text)} is not a date as written", f'Write "{year:04d}-{month:02d}-{day:02d}"')
    if _OTHER_ORDER.fullmatch(text):
        return Trouble(f"{quote(text)} could be read in more than one order of day, month and year", remedy)
    return Trouble(f"{quote(text)} is not a date", remedy)
