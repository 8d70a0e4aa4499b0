"""Temporary incapacity for work: the first days, shares of earnings in steps of time, what is due for each payment."""

from portability.number.words import Number, YesNo, all_of, any_of, exceeds, not_above, not_below, opposite, part


def longer_than_waiting(days: Number, waiting: Number) -> YesNo:
    """Nothing is due for incapacity that does not outlast the waiting days.

    Source: ILO C121 Art 9(3), which allows three days at most.

    >>> longer_than_waiting(4, 3), longer_than_waiting(3, 3)
    (True, False)
    """
    return exceeds(days, waiting)


def waiting_paid_back(days: Number, over: Number) -> YesNo:
    """The waiting days are paid after all where incapacity lasts longer than the law says.

    >>> waiting_paid_back(15, 14), waiting_paid_back(14, 14)
    (True, False)
    """
    return exceeds(days, over)


def temporary_right(right: YesNo, longer: YesNo) -> YesNo:
    """A benefit for temporary incapacity is due with the right, once the waiting days are over.

    >>> temporary_right(True, False)
    False
    """
    return all_of(right, longer)


def stretch_paid(waits: YesNo, back: YesNo) -> YesNo:
    """Of the days of incapacity all are paid but those of waiting, unless these are paid back.

    >>> stretch_paid(True, False), stretch_paid(False, False), stretch_paid(True, True)
    (False, True, True)
    """
    return any_of(opposite(waits), back)


def temporary_amount(earnings: Number, share: Number) -> Number:
    """For temporary incapacity a share of earnings is due.

    >>> from fractions import Fraction
    >>> temporary_amount(8600, Fraction(3, 4))
    Fraction(6450, 1)
    """
    return earnings * share


def temporary_not_above(amount: Number, maximum: Number) -> Number:
    """What is due for temporary incapacity stops at the maximum of the law.

    >>> temporary_not_above(9000, 8180)
    8180
    """
    return not_above(amount, maximum)


def temporary_not_below(amount: Number, minimum: Number) -> Number:
    """What is due for temporary incapacity is raised to the minimum of the law.

    >>> temporary_not_below(90, 120)
    120
    """
    return not_below(amount, minimum)


def temporary_payment(amount: Number, of_month: Number, paid: YesNo) -> Number:
    """Each payment is the part of a month's amount that the law names for a day or a week; for unpaid days nothing.

    >>> from fractions import Fraction
    >>> temporary_payment(3000, Fraction(1, 30), True)
    Fraction(100, 1)
    """
    return part(paid, amount * of_month)
