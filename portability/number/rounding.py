"""Rounding is law: a named, cited object. Digits are lost only in the word `round_to`, which takes one of these."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from portability.frozen import frozen
from portability.number.currency import minor_digits

WAYS = ("half_up", "half_even", "up", "down")


@frozen
class Rounding:
    """To which unit a law rounds, which way, and where it says so.

    `unit`: what the result is a whole multiple of, an integer or fraction above nought (a column where the rows of a
    population round to different units); `way`: one of `half_up half_even up down`; `cites`: the article; `standing`:
    how sure the law is. Raises ValueError for another way or a unit of nought.

    >>> Rounding(Fraction(1, 100), "half_up", "s. 14(2)", "official").way
    'half_up'
    """

    unit: Fraction
    way: str
    cites: str
    standing: str

    def __post_init__(self) -> None:
        if self.way not in WAYS:
            raise ValueError(f'"{self.way}" is no way of rounding. Allowed: {", ".join(WAYS)}')
        if type(self.unit) in (int, Fraction) and self.unit <= 0:
            raise ValueError("a rounding needs a unit above nought, such as 1/100")


def rounds_up(way: str, count: Any, twice_rest: Any, bottom: Any) -> Any:
    """Whether a whole count of units goes up to the next for its rest; `bottom` is a unit; integers or blocks of them.

    >>> rounds_up("half_up", 7, 2 * 50, 100), rounds_up("half_even", 6, 2 * 50, 100)
    (True, False)
    """
    if way == "half_up":
        return twice_rest >= bottom
    if way == "half_even":
        return (twice_rest > bottom) | ((twice_rest == bottom) & (count % 2 == 1))
    return twice_rest > 0 if way == "up" else twice_rest < 0


def minor_unit(currency: str, on: date) -> Fraction:
    """The smallest unit a currency is paid in on a day (ISO 4217); a dead currency keeps the one it had.

    Raises ValueError for a code that is not known. The standard has now and then changed the digits of a living
    code; the table holds no such change yet, so the day decides nothing today.

    >>> minor_unit("ZMW", date(2020, 1, 1)), minor_unit("KMF", date(2020, 1, 1))
    (Fraction(1, 100), Fraction(1, 1))
    """
    return Fraction(1, 10 ** minor_digits(currency))


def default_rounding(currency: str, on: date) -> Rounding:
    """Where a law states no rounding: half up to the currency's minor unit, once, on the payment; assumed.

    >>> default_rounding("XTS", date(2020, 1, 1)).standing
    'assumed'
    """
    return Rounding(minor_unit(currency, on), "half_up", "ISO 4217, minor unit", "assumed")
