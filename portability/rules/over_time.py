"""A benefit in payment: raised in time, less or not at all abroad, and what has fallen due of it."""

from portability.number.rounding import Rounding
from portability.number.words import Number, Runs, not_below, round_to, weighted_total


def raised_amount(before: Number, share: Number, reckoned: Number, rounding: Rounding) -> Number:
    """A pension in payment is raised by a share, rounded as each payment; it is not less than the law would now award.

    `before` and `reckoned` by payment; UK-1 of the reference vectors: two years of 3 %.

    >>> from fractions import Fraction
    >>> cent = Rounding(Fraction(1, 100), "half_up", "default", "assumed")
    >>> raised_amount(Fraction(103), Fraction(3, 100), Fraction(100), cent)
    Fraction(10609, 100)
    """
    return not_below(round_to(before + before * share, rounding), reckoned)


def frozen_amount(amount: Number) -> Number:
    """While the person lives where pensions are not raised, the pension stays at what it was on leaving, or at its award.

    >>> frozen_amount(100)
    100
    """
    return amount


def amount_after_absence(amount: Number, rate: Number, rounding: Rounding) -> Number:
    """After the absence for which the law pays in full, only a share is paid abroad, rounded as each payment.

    >>> from fractions import Fraction
    >>> amount_after_absence(600, Fraction(5, 7), Rounding(Fraction(1, 100), "half_up", "default", "assumed"))
    Fraction(42857, 100)
    """
    return round_to(amount * rate, rounding)


def part_payment(payment: Number, share: Number, rounding: Rounding) -> Number:
    """For a part of a month, the share of a payment that falls on its days is due, rounded as each payment.

    >>> from fractions import Fraction
    >>> part_payment(310, Fraction(17, 31), Rounding(Fraction(1, 100), "half_up", "default", "assumed"))
    Fraction(170, 1)
    """
    return round_to(payment * share, rounding)


def arrears(due: Runs, rounding: Rounding) -> Number:
    """What has fallen due for the months before that of the decision: each payment, as often as it was to be made.

    `due`: what one payment is, and how many there were of it.

    >>> from fractions import Fraction
    >>> arrears(((100, 3), (103, 12)), Rounding(Fraction(1, 100), "half_up", "default", "assumed"))
    Fraction(1536, 1)
    """
    return round_to(weighted_total(due), rounding)
