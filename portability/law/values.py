"""The texts a law file may hold: lengths, money, shares, rates, rows. Each is checked here and kept as written.

Nothing is computed: deciding a case reads the same texts through its own door. These checks serve `portability check`.
"""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, NamedTuple

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

LENGTH_UNITS = ("years", "quarters", "months", "weeks", "days")
PER_WORDS = ("day", "week", "month", "quarter", "year", "hour")
_NUMBER = r"(?P<number>[0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?)"
_TEXT = re.compile(rf"{_NUMBER}(?P<percent> ?%)?(?: (?P<unit>[A-Z]{{3}}|[a-z]+))?(?: per (?P<per>[a-z]+))?")
_ROW = re.compile(r"[5-7]: [0-9]+ [5-7] [0-9]+ [0-9]+ [0-9]+")
_SCHEME = re.compile(r"[A-Z]{2}\.[a-z0-9-]+")


class Parts(NamedTuple):
    """A quantity taken apart: its exact value, its unit ("" for a bare number) and what it is counted per."""

    value: Fraction
    unit: str
    per: str | None


def teach(what: str, remedy: str) -> PydanticCustomError:
    """A fault that says what is wrong and what to write instead, in the form pydantic collects."""
    return PydanticCustomError("teaching", "{what}", {"what": what, "remedy": remedy})


def parts(text: str) -> Parts | None:
    """A quantity's value, unit and period, or None where the text is no quantity.

    >>> parts("1.5 % per year")
    Parts(value=Fraction(3, 200), unit='', per='year')
    >>> parts("15 years").unit, parts("1 month").unit, parts("3200 XTS per month").unit
    ('years', 'months', 'XTS')
    >>> parts("about 3") is None, parts("-1 month") is None, parts("1e5") is None, parts("1/0") is None
    (True, True, True, True)
    """
    found = _TEXT.fullmatch(text) if text.isascii() else None
    if found is None or re.search(r"/0+(\D|$)", text):
        return None
    number, unit, per = found["number"], found["unit"] or "", found["per"]
    if "." in number and "/" in number:
        return None
    if unit + "s" in LENGTH_UNITS:
        unit += "s"
    if unit.islower() and unit not in LENGTH_UNITS:
        return None
    if (per is not None and per not in PER_WORDS) or (found["percent"] and unit):
        return None
    value = Fraction(number) / (100 if found["percent"] else 1)
    return Parts(value, unit, per)


def _kind(name: str, example: str, fits: Callable[[Parts], bool]) -> Callable[[str], str]:
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


Text = Annotated[str, AfterValidator(_stated)]
Length = Annotated[str, AfterValidator(_kind("a length", "15 years",
                                             lambda q: q.unit in LENGTH_UNITS and q.per is None))]
Money = Annotated[str, AfterValidator(_kind("an amount of money", "3200 XTS per month",
                                            lambda q: len(q.unit) == 3 and q.per != "quarter"))]
Share = Annotated[str, AfterValidator(_kind("a share", "80 %", lambda q: q.unit == "" and q.per is None))]
Rate = Annotated[str, AfterValidator(_kind("a share per length of time", "1.5 % per year",
                                           lambda q: q.unit == "" and q.per is not None))]
Number = Annotated[str, AfterValidator(_kind("a number", "12.5", lambda q: q.unit == "" and q.per is None))]
DayRow = Annotated[str, AfterValidator(_pattern("a row of the conversion table", "6: 8 6 26 78 312", _ROW))]
SchemeName = Annotated[str, AfterValidator(_pattern("a scheme of a State", "XA.xa-general", _SCHEME))]
SchemeMethod = Annotated[str, AfterValidator(_rated_scheme)]
State = Annotated[str, AfterValidator(_pattern("a State's code of two capital letters", "XA", re.compile("[A-Z]{2}")))]
CurrencyCode = Annotated[str, AfterValidator(_pattern("a currency's code", "XTS", re.compile("[A-Z]{3}")))]
Key = Annotated[str, AfterValidator(_pattern("a key", "xa-general", re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")))]
