"""What an individual account or a provident fund pays: the balance, or the balance spread over the years to come."""


from portability.number.rounding import Rounding
from portability.number.words import Number, excess, not_above, ratio, round_to


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


def balance_moved(balance: Number, rate: Number) -> Number:
    """A balance that moves to another scheme is told in its currency.

    >>> from fractions import Fraction
    >>> balance_moved(24000, Fraction(1, 2))
    Fraction(12000, 1)
    """
    return balance * rate


def price_of_month(reference: Number, rate: Number) -> Number:
    """A month credited in a pension scheme costs what its contributions on the reference wage would have been.

    >>> from fractions import Fraction
    >>> price_of_month(Fraction(500), Fraction(1, 10))
    Fraction(50, 1)
    """
    return reference * rate


def credited_months(moved: Number, price: Number, months: Number, steps: Rounding) -> Number:
    """A balance buys as many whole months as it pays for, and never more than were spent in the fund.

    Source: after ILO Recommendation No. 167, Annex I (no formula is fixed there).

    >>> from fractions import Fraction
    >>> credited_months(24000, 50, 120, Rounding(Fraction(1), "down", "", "assumed"))
    Fraction(120, 1)
    >>> credited_months(5230, 50, 120, Rounding(Fraction(1), "down", "", "assumed"))
    Fraction(104, 1)
    """
    return not_above(round_to(ratio(moved, price, if_none=0), steps), round_to(months, steps))


def left_of_transfer(moved: Number, credit: Number, price: Number, rate: Number) -> Number:
    """What the credited months do not use up stays with the person, in the currency of the fund.

    >>> left_of_transfer(24000, 120, 50, 1)
    Fraction(18000, 1)
    """
    return ratio(excess(moved, credit * price), rate, if_none=0)


def with_credit(length: Number, credit: Number, units: Number) -> Number:
    """Months credited for a balance are added like periods, in the unit in which these are counted.

    >>> with_credit(60, 120, 1)
    180
    """
    return length + credit * units


def with_moved(balance: Number, moved: Number) -> Number:
    """A balance moved from another fund joins the balance there.

    >>> with_moved(24000, 6000)
    30000
    """
    return balance + moved
