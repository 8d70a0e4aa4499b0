"""The texts a law file may hold: lengths, money, shares, rates, rows. Each is checked here and kept as written.

Nothing is computed: deciding a case reads the same texts through its own door. These checks serve `portability check`.
"""

import re
from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from portability.document.countries import KNOWN
from portability.number.currency import is_currency
from portability.number.exact import Quantity, quantity

LENGTH_UNITS = ("years", "quarters", "months", "weeks", "days")
_ROW = re.compile(r"[5-7]: [0-9]+ [5-7] [0-9]+ [0-9]+ [0-9]+")
_SCHEME = re.compile(r"[A-Z]{2}\.[a-z0-9-]+")
_SERIES = re.compile(r"[a-z]{2}(-[a-z0-9]+)+")
_FIGURE = re.compile(r"minimum_wage|average_wage|reference|" + _SERIES.pattern)


def teach(what: str, remedy: str) -> PydanticCustomError:
    """A fault that says what is wrong and what to write instead, in the form pydantic collects."""
    return PydanticCustomError("teaching", "{what}", {"what": what, "remedy": remedy})


def parts(text: str) -> Quantity | None:
    """A quantity's value, unit and period, or None where the text is no quantity.

    >>> parts("1.5 % per year")
    Quantity(value=Fraction(3, 200), unit='', per='year')
    >>> parts("about 3") is None, parts("-1 month") is None
    (True, True)
    """
    try:
        return quantity(text)
    except ValueError:
        return None


def _is_age(read: Quantity) -> bool:
    months = read.value * {"years": 12, "months": 1}.get(read.unit, 0)
    return months.denominator == 1 and months <= 150 * 12 and read.unit in ("years", "months")


def _kind(name: str, example: str, fits: Callable[[Quantity], bool]) -> Callable[[str], str]:
    def check(text: str) -> str:
        read = parts(text)
        if read is None or not fits(read):
            raise teach(f'"{text}" is not {name}', f'Write it like "{example}"')
        return text

    return check


def _pattern(name: str, example: str, pattern: re.Pattern[str]) -> Callable[[str], str]:
    def check(text: str) -> str:
        if pattern.fullmatch(text) is None:
            raise teach(f'"{text}" is not {name}', f'Write it like "{example}"')
        return text

    return check


def _stated(text: str) -> str:
    if not text.strip():
        raise teach("the text is empty", "Say it in a few words")
    return text


def _rated_scheme(text: str) -> str:
    scheme, _, method = text.partition(": ")
    if _SCHEME.fullmatch(scheme) is None or not re.fullmatch(r"[a-z_]+", method):
        raise teach(f'"{text}" does not name a scheme and its method', 'Write it like "XC.xc-fund: account"')
    return text


def _state(code: str) -> str:
    if code not in KNOWN:
        raise teach(f'"{code}" is not the code of a State', "Write an ISO 3166-1 alpha-2 code; XA to XZ are invented")
    return code


def _state_and_branch(text: str) -> str:
    state, _, branch = text.partition(": ")
    if state not in KNOWN or not re.fullmatch(r"[a-z_]+", branch):
        raise teach(f'"{text}" does not name a State and a branch', 'Write it like "XA: old_age"')
    return text


def _currency(code: str) -> str:
    if not is_currency(code):
        raise teach(f'"{code}" is not the code of a currency', 'Write the three capitals of ISO 4217, as "XTS"')
    return code


Text = Annotated[str, AfterValidator(_stated)]
Length = Annotated[str, AfterValidator(_kind("a length", "15 years",
                                             lambda q: q.unit in LENGTH_UNITS and q.per is None))]
Step = Annotated[str, AfterValidator(_kind("a length above nought", "1 year",
                                           lambda q: q.unit in LENGTH_UNITS and q.per is None and q.value > 0))]
Money = Annotated[str, AfterValidator(_kind("an amount of money", "3200 XTS per month",
                                            lambda q: len(q.unit) == 3 and q.per not in ("quarter", "hour")))]
Coin = Annotated[str, AfterValidator(_kind("an amount of money above nought", "0.10 XTS",
                                           lambda q: len(q.unit) == 3 and q.per is None and q.value > 0))]
CoinOf = Annotated[str, AfterValidator(_kind("an amount of money above nought", "1 XTS per year",
                                             lambda q: len(q.unit) == 3 and q.per in (None, "month", "year") and q.value > 0))]
Age = Annotated[str, AfterValidator(_kind("an age in whole months", "65 years", lambda q: q.per is None and _is_age(q)))]
Share = Annotated[str, AfterValidator(_kind("a share", "80 %", lambda q: q.unit == "" and q.per is None))]
PartOf = Annotated[str, AfterValidator(_kind("a share of at most 100 %", "80 %",
                                             lambda q: q.unit == "" and q.per is None and q.value <= 1))]
Rate = Annotated[str, AfterValidator(_kind("a share per length of time", "1.5 % per year",
                                           lambda q: q.unit == "" and q.per is not None))]
Number = Annotated[str, AfterValidator(_kind("a number", "12.5", lambda q: q.unit == "" and q.per is None))]
Positive = Annotated[str, AfterValidator(_kind("a number above nought", "0.0001",
                                               lambda q: q.unit == "" and q.per is None and q.value > 0))]
DividedBy = Annotated[str, AfterValidator(_kind("a number of months above nought, or a share of a year", "224",
                                                lambda q: q.unit == "" and q.per in (None, "year") and q.value > 0))]
DayRow = Annotated[str, AfterValidator(_pattern("a row of the conversion table", "6: 8 6 26 78 312", _ROW))]
SchemeName = Annotated[str, AfterValidator(_pattern("a scheme of a State", "XA.xa-general", _SCHEME))]
SchemeMethod = Annotated[str, AfterValidator(_rated_scheme)]
SeriesId = Annotated[str, AfterValidator(_pattern("a year series", "xa-average-earnings", _SERIES))]
Figure = Annotated[str, AfterValidator(_pattern("a figure of the regime or a year series", "minimum_wage", _FIGURE))]
State = Annotated[str, AfterValidator(_state)]
StateBranch = Annotated[str, AfterValidator(_state_and_branch)]
CurrencyCode = Annotated[str, AfterValidator(_currency)]
Key = Annotated[str, AfterValidator(_pattern("a key", "xa-general", re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")))]
