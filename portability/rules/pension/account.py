"""What an individual account or a provident fund pays: the balance, or the balance spread over the years to come."""

from portability.number.words import Number, excess, ratio


def account_pension(balance: Number, divisor: Number) -> Number:
    """The pension is the balance divided by the months the law expects it to be paid.

    >>> from fractions import Fraction
    >>> account_pension(Fraction(60000), Fraction(240))
    Fraction(250, 1)
    """
    return ratio(balance, divisor, if_none=0)


def account_balance(balance: Number) -> Number:
    """The balance is paid out once; it is never added to the periods of a pension scheme.

    >>> account_balance(90000)
    90000
    """
    return balance


def paid_at_once(balance: Number, at_once: Number) -> Number:
    """The share of the balance that the law pays at once.

    >>> from fractions import Fraction
    >>> paid_at_once(Fraction(90000), Fraction(2, 5))
    Fraction(36000, 1)
    """
    return balance * at_once


def left_in_account(balance: Number, once: Number) -> Number:
    """What is left of the balance is drawn by the month.

    >>> left_in_account(90000, 36000)
    54000
    """
    return excess(balance, once)
