"""Points: each year's earnings over the average earnings of that year, and what a point is worth when the pension begins."""

from portability.number.rounding import Rounding
from portability.number.words import Number, Runs, ratio, round_to, scale, weighted_total


def points_earned(earnings: Runs, points_per_unit: tuple[Number, ...]) -> Number:
    """A year's points are its insured earnings over the average earnings of all insured in that year.

    `earnings` by the month with their lengths in months; `points_per_unit` the points of one unit of money: one over the
    year's average earnings. As SGB VI s. 70(1).

    >>> from fractions import Fraction
    >>> points_earned(((2000, 12), (1500, 6)), (Fraction(1, 24000), Fraction(1, 18000)))
    Fraction(3, 2)
    """
    return weighted_total(scale(earnings, points_per_unit))


def points_rounded(points: Number, rounding: Rounding) -> Number:
    """The number of points is rounded as the law says.

    >>> from fractions import Fraction
    >>> points_rounded(Fraction(2, 3), Rounding(Fraction(1, 10000), "half_up", "s. 121", "official"))
    Fraction(6667, 10000)
    """
    return round_to(points, rounding)


def points_of_length(points: Number, length: Number, own: Number) -> Number:
    """Periods elsewhere bring the points that own periods bring on average.

    `length` is the length the amount is reckoned on, `own` the own length: with own periods alone the points stay as they
    are. As Regulation (EC) No 883/2004 Art 56(1)(c).

    >>> points_of_length(30, 480, 360)
    Fraction(40, 1)
    """
    return points * ratio(length, own, if_none=0)


def years_counted(length: Number, year: Number) -> Number:
    """The length is brought to years by the units that make a year.

    >>> years_counted(730, 365)
    Fraction(2, 1)
    """
    return ratio(length, year, if_none=0)


def points_of_years(points: Number, years: Number) -> Number:
    """All points are the average points of a year times the years counted.

    >>> from fractions import Fraction
    >>> points_of_years(Fraction(3, 2), 40)
    Fraction(60, 1)
    """
    return points * years


def points_pension(points: Number, value: Number, access_factor: Number, type_factor: Number) -> Number:
    """The pension is points times the value of a point, times the factors for the age of access and the kind of pension.

    `value`: of one point, by the month. As SGB VI s. 64.

    >>> from fractions import Fraction
    >>> points_pension(40, Fraction(3919, 100), 1, Fraction(1, 2))
    Fraction(3919, 5)
    """
    return points * value * access_factor * type_factor
