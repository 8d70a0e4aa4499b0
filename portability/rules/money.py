"""From the exact amount to the amount that is paid. Digits are lost here only."""

from portability.number.rounding import Rounding
from portability.number.words import Number, ratio, round_to


def payment_of_year(amount: Number, payments: Number) -> Number:
    """Where the law fixes the amount by the year, each payment is the year's amount over the number of payments.

    `amount` by the month, as everywhere.

    >>> payment_of_year(700, 14)
    Fraction(600, 1)
    """
    return ratio(amount * 12, payments, if_none=0)


def amount_due(amount: Number, rounding: Rounding) -> Number:
    """The amount of each payment is rounded as the law says, once.

    >>> from fractions import Fraction
    >>> amount_due(Fraction(518, 3), Rounding(Fraction(1, 100), "half_up", "default", "assumed"))
    Fraction(17267, 100)
    """
    return round_to(amount, rounding)


def month_of_payments(payment: Number, payments: Number) -> Number:
    """What the payments of a year come to by the month.

    >>> month_of_payments(600, 14)
    Fraction(700, 1)
    """
    return ratio(payment * payments, 12, if_none=0)


def converted_amount(amount: Number, rate: Number) -> Number:
    """An amount in one currency is told in another by the rate, exactly; only the payment is rounded.

    >>> from fractions import Fraction
    >>> converted_amount(Fraction(300), Fraction(86, 5))
    Fraction(5160, 1)
    """
    return amount * rate


def theoretical_rounded(amount: Number, rounding: Rounding) -> Number:
    """A theoretical amount is carried exact unless the law rounds it.

    >>> from fractions import Fraction
    >>> theoretical_rounded(Fraction(1000, 3), Rounding(Fraction(1), "down", "s. 20", "official"))
    Fraction(333, 1)
    """
    return round_to(amount, rounding)
