"""Survivors: who is entitled, which share of the deceased's pension is theirs, and what holds all shares together."""

from portability.number.words import Number, YesNo, all_of, choose, exceeds, not_below, ratio, total


def survivor_entitled(died: YesNo, related: YesNo, of_age: YesNo, dependent: YesNo, unmarried: YesNo, in_turn: YesNo) -> YesNo:
    """A survivor is entitled who stands to the deceased as the law asks, and whose age, dependence and turn fit.

    `unmarried`: not married again, where the law asks it; `in_turn`: nobody with a better right shuts the survivor out.
    A condition that the law does not ask is met.

    >>> survivor_entitled(True, True, True, True, True, True), survivor_entitled(True, True, False, True, True, True)
    (True, False)
    """
    return all_of(died, related, of_age, dependent, unmarried, in_turn)


def equal_part(share: Number, heads: Number) -> Number:
    """A share that belongs to a group together is divided equally among those of it who are entitled.

    >>> from fractions import Fraction
    >>> equal_part(Fraction(2, 5), 2)
    Fraction(1, 5)
    """
    return ratio(share, heads, if_none=0)


def shares_together(share: Number, others: tuple[Number, ...]) -> Number:
    """All the shares of a family together.

    >>> from fractions import Fraction
    >>> shares_together(Fraction(3, 5), (Fraction(1, 4), Fraction(1, 4)))
    Fraction(11, 10)
    """
    return share + total(others)


def share_within_ceiling(share: Number, together: Number, ceiling: Number) -> Number:
    """Where all shares together exceed the ceiling of the law, each is reduced in proportion.

    >>> from fractions import Fraction
    >>> share_within_ceiling(Fraction(3, 5), Fraction(11, 10), Fraction(1)), share_within_ceiling(Fraction(1, 2), 1, 1)
    (Fraction(6, 11), Fraction(1, 2))
    """
    return choose(exceeds(together, ceiling), ratio(share * ceiling, together, if_none=0), share)


def survivor_amount(amount: Number, share: Number) -> Number:
    """A survivor's benefit is a share of the pension the deceased had or would have had.

    >>> from fractions import Fraction
    >>> survivor_amount(Fraction(600), Fraction(1, 2))
    Fraction(300, 1)
    """
    return amount * share


def survivor_minimum(amount: Number, minimum: Number) -> Number:
    """A survivor's benefit below the minimum for each survivor is raised to it.

    >>> survivor_minimum(40, 60)
    60
    """
    return not_below(amount, minimum)
