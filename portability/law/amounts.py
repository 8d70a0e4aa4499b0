"""Amounts a law tells as figures, or as a share of another dated figure: nine tenths of the lowest minimum wage."""

from typing import ClassVar, Literal

from portability.law.leaf import Fixed, Leaf, Strict
from portability.law.values import Age, CoinOf, DividedBy, Figure, Length, Money, Positive, Share, Step


class Amount(Fixed[Money]):
    """An amount of money: `is`; or a `share` `of` a dated figure of the regime (`minimum_wage`, `average_wage`), of the
    reference earnings (`reference`; for a minimum, a maximum and a fixed part), or of a year series, by its id."""

    CONTENT: ClassVar[tuple[str, ...]] = ("is", "share")

    share: Share | None = None
    of: Figure | None = None


class Limit(Amount):
    """A minimum or maximum of the pension; `on`: of what is left `after_commutation`, where the law says so; `from_length`:
    guaranteed only from so long a career."""

    on: Literal["after_commutation"] | None = None
    from_length: Length | None = None


class FixedPart(Amount):
    """A part of the pension that does not grow with the earnings; `over`: it is whole at that length and less in
    proportion below it; left out, it is whole for all who qualify."""

    over: Length | None = None


class AverageRounding(Strict):
    """How average earnings are rounded; `unit = "1 XTS per year"` where the law averages by the year."""

    unit: CoinOf
    way: Literal["half_up", "half_even", "up", "down"]


class PointRounding(Strict):
    """How a number of points is rounded: to which unit, as "0.0001", and which way."""

    unit: Positive
    way: Literal["half_up", "half_even", "up", "down"]


class LengthRounding(Strict):
    """How the length in a formula is rounded: to which unit, as "1 year" or "0.0001 years", and which way."""

    unit: Step
    way: Literal["half_up", "half_even", "up", "down"]


class Divisor(Strict):
    """What an account is divided by at an age: months, or `by = "5.575 % per year"` for a share of it a year; `born`: for
    those of that year of birth."""

    age: Age
    born: int | None = None
    by: DividedBy


class Divisors(Leaf):
    """By what an account is divided, by the age on the day decided for: a row holds from its age to that of the next; the
    last for a year, or on and on where `and_over` is true. For an age or a year of birth without a row it is unknown."""

    CONTENT: ClassVar[tuple[str, ...]] = ("rows",)

    rows: list[Divisor] | None = None
    and_over: bool | None = None
