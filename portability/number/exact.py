"""The one door through which quantities enter: text with a unit becomes an exact fraction. Never a float.

All numbers of the calculation are nought or more: lengths, amounts, shares and factors have no sign.
"""

import re
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from portability.faults import did_you_mean
from portability.number.currency import is_currency

LENGTH_UNITS = ("years", "quarters", "months", "weeks", "days", "hours")
PERIODS = ("year", "quarter", "month", "week", "day", "hour")

_LONGEST = 100  # characters: no figure of a law or a life is longer
_FORM = re.compile(r"([0-9]+(?:\.[0-9]+)?(?:/[0-9]+)?) *(%|[A-Za-z]+)?(?: +per +([A-Za-z]+))?", re.ASCII)
_HOW = 'Write digits with a point, or a fraction, then the unit: "12.5", "2/37", "1.5 % per year", "3200 ZMW per month"'


class Quantity(NamedTuple):
    """A figure with its unit: a length, a currency's code or "" for a bare number or a share, and per which period.

    >>> Quantity(Fraction(3200), "ZMW", "month").unit
    'ZMW'
    """

    value: Fraction
    unit: str
    per: str | None


def quantity(text: object) -> Quantity:
    """Read a quantity from text, exactly; a per cent is a hundredth, without a unit.

    Units: none, `years quarters months weeks days hours` (or the singular), or a currency's ISO 4217 code.
    Raises ValueError with a sentence that says how to write it: for anything but text, for a sign, an exponent,
    a thousands separator, a decimal comma, digits that are not ASCII, and a unit that is not known.

    >>> quantity("1.5 % per year")
    Quantity(value=Fraction(3, 200), unit='', per='year')
    >>> quantity("120 months")
    Quantity(value=Fraction(120, 1), unit='months', per=None)
    >>> quantity("3,200 ZMW per month")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: "3,200 ZMW per month" has a comma: a point marks the decimals and nothing marks the thousands. ...
    """
    if not isinstance(text, str):
        raise ValueError(
            f"{text!r} is {_kind(text)}, not text: a quantity is written in quotes, so that no digit is lost. {_HOW}"
        )
    return _read(text)


@lru_cache(maxsize=4096)  # the same few texts of the law are read again and again
def _read(text: str) -> Quantity:
    if len(text) > _LONGEST:
        raise ValueError(f'"{text[:20]}..." is longer than {_LONGEST} characters. {_HOW}')
    found = _FORM.fullmatch(text.strip(" "))
    if found is None:
        raise ValueError(f'"{text}" {_fault_in(text)}. {_HOW}')
    number, unit, per = found.groups()
    return Quantity(_value(text, number, unit), _unit(text, unit), _per(text, per))


def whole(value: Any) -> Any:
    """A number as an int where it is one: ints are counted with many times as fast as fractions. Others pass as they are.

    >>> whole(Fraction(420)), whole(Fraction(1, 2))
    (420, Fraction(1, 2))
    """
    return value.numerator if type(value) is Fraction and value.denominator == 1 else value


def plain(value: int | Fraction, digits: int) -> str:
    """An exact number as people read it, with so many digits after the point; the last one is rounded half up.

    For print only: what is printed is never counted on with.

    >>> plain(Fraction(2, 3), 2), plain(Fraction(5, 2), 0), plain(1200, 2)
    ('0.67', '3', '1200.00')
    """
    scale = 10**digits
    top, bottom = value.numerator * scale, value.denominator
    whole, rest = divmod((2 * top + bottom) // (2 * bottom), scale)
    return f"{whole}.{rest:0{digits}d}" if digits else str(whole)


def _value(text: str, number: str, unit: str | None) -> Fraction:
    top, _, bottom = number.partition("/")
    if bottom and "." in top:
        raise ValueError(f'"{text}" mixes a point and a fraction. {_HOW}')
    if bottom and not int(bottom):
        raise ValueError(f'"{text}" divides by nought. {_HOW}')
    value = Fraction(number)
    return value / 100 if unit == "%" else value


def _unit(text: str, unit: str | None) -> str:
    if unit is None or unit == "%":
        return ""
    if unit in LENGTH_UNITS:
        return unit
    if unit + "s" in LENGTH_UNITS:
        return unit + "s"
    if is_currency(unit):
        return unit
    hint = f'Write the code in capitals: "{unit.upper()}".' if is_currency(unit.upper()) else _nearest_unit(unit)
    raise ValueError(f'"{text}" has a unit that is not known: "{unit}". {hint}')


def _nearest_unit(unit: str) -> str:
    if unit.isupper():
        return "A currency is written as its ISO 4217 code, such as ZMW or EUR (XTS for an invented one)."
    return did_you_mean(unit.lower(), LENGTH_UNITS)


def _per(text: str, per: str | None) -> str | None:
    if per is None or per in PERIODS:
        return per
    raise ValueError(f'"{text}" is per "{per}", which is no period. {did_you_mean(per, PERIODS)}')


def _kind(value: object) -> str:
    names = {float: "a binary float", bool: "a yes or no", int: "a bare integer", type(None): "nothing"}
    return names.get(type(value), f"a {type(value).__name__}")


def _fault_in(text: str) -> str:
    """What is wrong with a text that has not the form of a quantity."""
    bare = text.strip(" ")
    if not bare:
        return "is empty"
    if any(char.isdigit() and not char.isascii() for char in text):
        return "has digits that are not 0 to 9"
    if not bare.isascii():
        return "has a sign or a space that is not plain ASCII"
    if bare[0] in "+-":
        return "has a sign: lengths, amounts and shares are nought or more and written without one"
    if "," in bare:
        return "has a comma: a point marks the decimals and nothing marks the thousands"
    if re.search(r"[0-9][ '_][0-9]", bare):
        return "separates thousands: write the digits together"
    if re.match(r"[0-9.]+[eE][+-]?[0-9]", bare):
        return "has an exponent: write all the digits"
    return "is not a number with a unit"
