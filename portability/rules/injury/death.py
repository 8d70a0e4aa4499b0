"""Death from an accident at work or a disease from it: groups of survivors, sums paid once, the funeral."""

from portability.number.words import Number, YesNo, all_of, choose, exceeds, excess, not_above, part, ratio


def first_and_further(share: Number, further: Number, heads: Number) -> Number:
    """A group gets a share for the first of it and a smaller one for each further: all of that together.

    >>> from fractions import Fraction
    >>> first_and_further(Fraction(15, 100), Fraction(5, 100), 3)
    Fraction(1, 4)
    """
    return share + further * excess(heads, 1)


def heads_counted(heads: Number, most: Number) -> Number:
    """No more of a group count than the law names.

    >>> heads_counted(10, 8)
    8
    """
    return not_above(heads, most)


def group_within_ceiling(share: Number, ceiling: Number) -> Number:
    """What a group gets together stops at the ceiling for it.

    >>> from fractions import Fraction
    >>> group_within_ceiling(Fraction(4, 5), Fraction(3, 5))
    Fraction(3, 5)
    """
    return not_above(share, ceiling)


def share_under_group_ceiling(share: Number, heads: Number, ceiling: Number) -> Number:
    """Where the shares of a group together exceed its ceiling, they divide the ceiling equally.

    >>> from fractions import Fraction
    >>> share_under_group_ceiling(Fraction(1, 5), 4, Fraction(3, 5)), share_under_group_ceiling(Fraction(1, 5), 3, Fraction(3, 5))
    (Fraction(3, 20), Fraction(1, 5))
    """
    return choose(exceeds(share * heads, ceiling), ratio(ceiling, heads, if_none=0), share)


def died_of_it(right: YesNo, entitled: YesNo) -> YesNo:
    """A survivor has a right where the deceased's injury opened one, and the survivor is among those the law provides for.

    Source: ILO C121 Art 18.

    >>> died_of_it(True, True), died_of_it(False, True)
    (True, False)
    """
    return all_of(right, entitled)


def death_sum(base: Number, times: Number) -> Number:
    """The sum on death is a multiple of a month's earnings, or of the whole pension.

    >>> death_sum(15000, 2)
    30000
    """
    return base * times


def death_sum_not_above(amount: Number, maximum: Number) -> Number:
    """The sum on death stops at its maximum.

    >>> death_sum_not_above(84000, 63000)
    63000
    """
    return not_above(amount, maximum)


def death_sum_after(amount: Number, paid: Number) -> Number:
    """What the deceased was paid once for the same injury is taken off the sum on death.

    >>> death_sum_after(42000, 10000)
    32000
    """
    return excess(amount, paid)


def survivor_due(right: YesNo, amount: Number) -> Number:
    """A survivor's benefit is due where the right to it is open.

    >>> survivor_due(True, 6000)
    6000
    """
    return part(right, amount)


def funeral_of_earnings(earnings: Number, times: Number) -> Number:
    """What is paid for the funeral is a multiple of a month's earnings.

    Source: ILO C121 Art 18(2), for the normal cost of a funeral.

    >>> funeral_of_earnings(1000, 1)
    1000
    """
    return earnings * times


def funeral_cost(most: Number, cost: Number) -> Number:
    """The cost of the funeral is paid, up to the sum that the law names.

    >>> funeral_cost(1500, 900)
    900
    """
    return not_above(cost, most)
