"""The earnings that injury benefits are reckoned from, by the month."""

from portability.number.runs import Runs, last, mean
from portability.number.words import Number, not_above, not_below


def mean_before_accident(earnings: Runs, window: Number) -> Number:
    """The earnings that count are the average of so many months before the accident.

    >>> mean_before_accident(((900, 6), (1000, 6), (1200, 6)), 12)
    Fraction(1100, 1)
    """
    return mean(last(earnings, window), if_none=0)


def earnings_within_ceiling(earnings: Number, ceiling: Number) -> Number:
    """Earnings count up to the ceiling on the day of the accident.

    >>> earnings_within_ceiling(3200, 3000)
    3000
    """
    return not_above(earnings, ceiling)


def earnings_not_below_floor(earnings: Number, floor: Number) -> Number:
    """Earnings below the least that the law reckons with count as so much.

    >>> earnings_not_below_floor(900, 1166)
    1166
    """
    return not_below(earnings, floor)
