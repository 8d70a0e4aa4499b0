"""Cash while somebody cannot work: the right to it, and the amount of a day or a month."""

from portability.number.words import Number, YesNo, all_of, any_of, not_above, not_below, ratio, reaches


def cash_right(happened: YesNo, period: YesNo, conditions: tuple[YesNo, ...]) -> YesNo:
    """The right opens where the contingency came, the period before it is long enough and every other condition is met.

    >>> cash_right(True, True, ()), cash_right(True, True, (False,))
    (True, False)
    """
    return all_of(happened, period, *conditions)


def competent_state(insured: YesNo, covered: YesNo, bound: YesNo) -> YesNo:
    """The competent State is the one under whose law the person was insured then, if the instrument covers both.

    Source: EU 883/2004 Arts 1(q) and (s), 11(3); ECSS 1972 Art 1(i).

    >>> competent_state(True, True, False)
    False
    """
    return all_of(insured, covered, bound)


def competent_pays(right: YesNo, competent: YesNo) -> YesNo:
    """Where periods of several States are added, the one State whose law applied when the contingency came pays, on its own law.

    Source: EU 883/2004 Arts 6, 11(1) and 21; ECSS 1972 Arts 19 and 20(1).

    >>> competent_pays(True, False)
    False
    """
    return all_of(right, competent)


def opened_either_way(alone: YesNo, together: YesNo) -> YesNo:
    """The benefit is due where national law alone opens the right, or adding the periods of other States does.

    >>> opened_either_way(False, True)
    True
    """
    return any_of(alone, together)


def share_of_earnings(reference: Number, share: Number) -> Number:
    """The benefit is the law's share of the reference earnings; both by the month, earned under this law alone.

    Source: national law; EU 883/2004 Art 21(2) to (4) for the earnings.

    >>> from fractions import Fraction
    >>> share_of_earnings(20000, Fraction(7, 10))
    Fraction(14000, 1)
    """
    return reference * share


def amount_of_day(amount: Number, days: Number) -> Number:
    """The amount of a day is that of a month over the number of days that the law gives a month.

    >>> amount_of_day(15000, 30)
    Fraction(500, 1)
    """
    return ratio(amount, days, if_none=0)


def raised_to_minimum(amount: Number, minimum: Number) -> Number:
    """Cash below the minimum of its law is raised to it; both for the same time.

    >>> raised_to_minimum(9, 12)
    12
    """
    return not_below(amount, minimum)


def held_to_maximum(amount: Number, maximum: Number) -> Number:
    """Cash above the maximum of its law is held to it; both for the same time.

    >>> held_to_maximum(16000, 15000)
    15000
    """
    return not_above(amount, maximum)


def births_within(births: Number, limit: Number) -> YesNo:
    """Where the law pays for so many births only, this one is among them.

    >>> births_within(4, 3), births_within(3, 3)
    (False, True)
    """
    return reaches(limit, births)
