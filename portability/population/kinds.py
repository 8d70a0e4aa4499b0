"""The kinds of values a column of a population may hold: how each is read, kept as a number, and told in a case.

Everything is kept as whole numbers: a word by its code, a day by its number, an amount in minor units. `NONE` (-1) is what a
row does not say. Weights are the only fractions of a machine here, and no amount hangs on them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from portability.document.leaf import read_country, read_currency, read_measure, read_name, read_percent
from portability.document.written import Trouble, quote, read_day, read_decimal
from portability.faults import did_you_mean
from portability.number.currency import minor_digits
from portability.population.people import NONE, first_day

MOST_MONTHS = 12 * 300
"""Months are told up to the end of the year 2199."""

DIGITS = 4
"""The most digits after the point that a currency is paid in: amounts are read in such parts, then put in minor units."""

LARGEST = 10**14
"""Amounts stay below this many units, so that they stand in 64 bits."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value: `read` makes of what a file holds a number, or a word that is then coded (`coded`); `told` makes of
    the number or word what a case says. `words`: the closed list of words, where there is one. `form`: how it is written."""

    name: str
    dtype: str
    read: Callable[[Any], Any]
    told: Callable[[Any], Any]
    form: str
    coded: bool = False
    words: tuple[str, ...] = ()


def _whole(value: Any) -> int:
    """A whole number, however a file holds it: tables with gaps are often written as 12.0."""
    if isinstance(value, str) and re.fullmatch(r"[+-]?[0-9]{1,18}", value.strip(), re.ASCII):
        return int(value)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool) and value == int(value):
        return int(value)
    raise Trouble(f"{quote(_shown(value))} is not a whole number", "Write it in digits, as 12")


def _shown(value: Any) -> Any:
    return value if isinstance(value, str | int) else str(value)


def _count(value: Any) -> int:
    found = _whole(value)
    if not 0 <= found <= 1_000_000:
        raise Trouble(f"{found} is not a number from 0 to 1000000", "Check the number")
    return found


def _month(value: Any) -> int:
    found = _whole(value)
    if found < 0:
        raise Trouble(f"{found} is a negative month", "Months are counted from January 1900, which is 0")
    if found > MOST_MONTHS:
        raise Trouble(f"{found} is a month after the year 2199", "Months are counted from January 1900, which is 0")
    return found


def _day(value: Any) -> int:
    """The number of a day; of a time of day, midnight alone is a day."""
    if isinstance(value, datetime):
        if value.hour or value.minute or value.second or value.microsecond:
            raise Trouble(f"{value} is a time of day", "Write the day alone, as 2009-12-31")
        value = value.date()
    if isinstance(value, str) and re.fullmatch(r"[0-9]{4}(-[0-9]{2})?", value.strip(), re.ASCII):
        remedy = "Write the day, as 2009-12-31, or give months in from_month and until_month"
        raise Trouble(f"{quote(value)} is not a whole date", remedy)
    found = read_day(value.strip() if isinstance(value, str) else value)
    return found.toordinal()


def _amount(value: Any) -> int:
    """An amount in ten-thousandths; its currency says later whether it has too many digits."""
    if isinstance(value, float):
        what = f"{value} is held as a floating number, which is not exact"
        raise Trouble(what, "Keep amounts as decimals, as text, or in whole units")
    if isinstance(value, bool):
        raise Trouble(f"{value} is not an amount", 'Write it in digits, as "650.00"')
    text = value.strip() if isinstance(value, str) else format(Decimal(value), "f")
    if text.startswith("-"):
        raise Trouble(f"{text} is below nought", "An amount has no sign")
    parts = Fraction(read_decimal(text)) * 10**DIGITS
    if parts.denominator != 1:
        raise Trouble(f"{text} has more than {DIGITS} digits after the point", "Round it to what is paid")
    if parts >= LARGEST * 10**DIGITS:
        raise Trouble(f"{text} is too large", "Check the amount")
    return int(parts)


def _weight(value: Any) -> float:
    try:
        found = float(value)
    except (TypeError, ValueError):
        found = -1
    if not 0 <= found < 1e15:
        raise Trouble(f"{quote(_shown(value))} is no weight", "Write a number that is not negative")
    return found


def _truth(value: Any) -> int:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and value.strip().lower() in ("true", "false"):
        return int(value.strip().lower() == "true")
    raise Trouble(f"{quote(_shown(value))} is neither true nor false", "Write true or false")


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Trouble(f"{quote(_shown(value))} is not text", "Write it as text")
    return value.strip()


def _name(value: Any) -> str:
    return read_name(str(value) if isinstance(value, int) and not isinstance(value, bool) else _text(value))


def _measure(value: Any) -> str:
    """A length in one unit, kept as the text a case would say."""
    if isinstance(value, str):
        found = read_measure(value.strip())
    else:
        found = read_measure(_whole(value))
    return value.strip() if isinstance(value, str) and isinstance(found, Fraction) else str(found)


def _of_list(words: Sequence[str]) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        word = _text(value)
        if word not in words:
            raise Trouble(f"{quote(word)} is not a word known here", did_you_mean(word, words))
        return word

    return read


def _several(read: Callable[[Any], str]) -> Callable[[Any], str]:
    """Several words in one cell, put apart by blanks or semicolons; kept with single blanks."""

    def each(value: Any) -> str:
        return " ".join(read(word) for word in re.split(r"[\s;]+", _text(value)) if word)

    return each


def _same(value: Any) -> Any:
    return value


def day_of(number: int) -> str:
    """A day by its number, as a case writes it.

    >>> day_of(733773)
    '2010-01-01'
    """
    return date.fromordinal(number).isoformat()


def last_day(until: int) -> date:
    """The last day before a month begins.

    >>> last_day(1320).isoformat()
    '2009-12-31'
    """
    return first_day(until) - timedelta(days=1)


def in_minor(amount: int, digits: int) -> int | None:
    """Ten-thousandths of a unit in minor units of a currency; None where it has more digits than the currency.

    >>> in_minor(6500000, 2), in_minor(6500050, 2)
    (65000, None)
    """
    whole, rest = divmod(amount, 10 ** (DIGITS - digits))
    return None if rest else whole


def money_text(minor: int, currency: str) -> str:
    """An amount in minor units as a case writes it.

    >>> money_text(65005, "USD"), money_text(650, "UGX")
    ('650.05', '650')
    """
    digits = minor_digits(currency)
    if not digits:
        return str(minor)
    whole, rest = divmod(minor, 10**digits)
    return f"{whole}.{rest:0{digits}}"


WHOLE = Kind("whole", "int32", _count, int, "a whole number")
TRUTH = Kind("truth", "int8", _truth, bool, "true or false")
MONTH = Kind("month", "int16", _month, lambda m: first_day(m).isoformat(), "months since January 1900, which is 0")
UNTIL = Kind("month", "int16", _month, lambda m: last_day(m).isoformat(), "months since January 1900, the month after")
DAY = Kind("day", "int32", _day, day_of, "a date, YYYY-MM-DD")
YEAR = Kind("year", "int32", _count, int, "a calendar year, all of it")
MONEY = Kind("amount", "int64", _amount, int, "an exact amount in the currency of the row: text, decimal or whole number")
WEIGHT = Kind("weight", "float64", _weight, float, "a number that is not negative; 1 where there is none")
NAME = Kind("name", "int32", _name, _same, "a name", coded=True)
TEXT = Kind("text", "int32", _text, _same, "text", coded=True)
COUNTRY = Kind("country", "int16", lambda v: read_country(_text(v)), _same, "a country, by ISO 3166-1 alpha-2", coded=True)
COUNTRIES = Kind(
    "countries", "int16", _several(read_country), str.split, "countries, put apart by blanks or semicolons", coded=True
)
CURRENCY = Kind("currency", "int16", lambda v: read_currency(_text(v)), _same, "a currency, by ISO 4217", coded=True)
MEASURE = Kind(
    "length", "int32", _measure, lambda text: int(text) if text.isdigit() else text, "a length in this unit", coded=True
)
PERCENT = Kind("percent", "int32", lambda v: read_percent(_text(v)), _same, 'a share, as "40 %"', coded=True)
NUMBER = Kind("number", "int32", lambda v: read_decimal(_text(str(v))), _same, "a decimal number", coded=True)


def words(of: Sequence[str]) -> Kind:
    """One word of a closed list."""
    return Kind("word", "int8", _of_list(of), _same, "one of " + ", ".join(of), coded=True, words=tuple(of))


def several(of: Sequence[str]) -> Kind:
    """Some words of a closed list."""
    form = "some of " + ", ".join(of) + ", put apart by blanks or semicolons"
    return Kind("words", "int16", _several(_of_list(of)), str.split, form, coded=True)


assert NONE == -1
