"""Reference earnings: which earnings count, and their average."""

from portability.number.rounding import Rounding
from portability.number.words import Number, Runs, best, cap, last, mean, round_to, scale


def within_ceiling(earnings: Runs, ceilings: tuple[Number, ...]) -> Runs:
    """Earnings count up to the ceiling in force when they were earned.

    >>> within_ceiling(((900, 12), (500, 12)), (700, 700))
    ((700, 12), (500, 12))
    """
    return cap(earnings, ceilings)


def revalued(earnings: Runs, factors: tuple[Number, ...]) -> Runs:
    """Past earnings are raised by the index of the year of pension over that of the year in which they were earned.

    >>> from fractions import Fraction
    >>> revalued(((900, 12), (500, 12)), (2, Fraction(3, 2)))
    ((1800, 12), (Fraction(750, 1), 12))
    """
    return scale(earnings, factors)


def reference_rounded(reference: Number, rounding: Rounding) -> Number:
    """The average is rounded before the pension is reckoned on it.

    >>> from fractions import Fraction
    >>> reference_rounded(Fraction(125000, 36), Rounding(Fraction(1, 12), "down", "formula", "secondary"))
    Fraction(20833, 6)
    """
    return round_to(reference, rounding)


def earnings_window(earnings: Runs, window: Number) -> Runs:
    """Only the earnings of the last insured stretch of the named length are looked at.

    >>> earnings_window(((100, 12), (200, 12)), 12)
    ((100, 0), (200, 12))
    """
    return last(earnings, window)


def best_average(earnings: Runs, length: Number) -> Number:
    """The reference wage is the average of the best earnings over the named length.

    >>> best_average(((100, 12), (300, 12), (200, 12)), 24)
    Fraction(250, 1)
    """
    return mean(best(earnings, length), if_none=0)


def last_average(earnings: Runs, length: Number) -> Number:
    """The reference wage is the average of the last insured earnings over the named length.

    >>> last_average(((100, 12), (300, 12), (200, 12)), 24)
    Fraction(250, 1)
    """
    return mean(last(earnings, length), if_none=0)


def career_average(earnings: Runs) -> Number:
    """The reference wage is the average of all insured earnings.

    >>> career_average(((100, 12), (300, 12), (200, 12)))
    Fraction(200, 1)
    """
    return mean(earnings, if_none=0)
