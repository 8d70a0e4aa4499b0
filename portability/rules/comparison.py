"""Comparing what a State owes by its own law with what it owes under an instrument. A tie names its reason."""

from portability.number.words import Number, YesNo, all_of, any_of, choose, exceeds, not_below, opposite, part, reaches


def independent_benefit(right: YesNo, amount: Number) -> Number:
    """The independent benefit is what national law alone gives on the State's own periods.

    Source: EU 883/2004 Art 52(1)(a).

    >>> independent_benefit(False, 625)
    0
    """
    return choose(right, amount, 0)


def keeps_independent(right: YesNo, independent: Number, pro_rata: Number) -> YesNo:
    """The independent benefit is kept where there is a right to it and it is at least the pro-rata amount.

    On a tie both are due alike; the simpler one is kept. Source: EU 883/2004 Art 52(3).

    >>> keeps_independent(True, 625, 625), keeps_independent(True, 600, 625), keeps_independent(False, 0, 0)
    (True, False, False)
    """
    return all_of(right, reaches(independent, pro_rata))


def higher_amount(keeps: YesNo, independent: Number, pro_rata: Number) -> Number:
    """The higher of the independent benefit and the pro-rata amount is due, so never less than either.

    Where it is not known which is higher, at least the higher of what is known of each is due.
    Source: EU 883/2004 Art 52(3).

    >>> higher_amount(False, 600, 625)
    625
    """
    return not_below(not_below(choose(keeps, independent, pro_rata), pro_rata), independent)


def first_amount(keeps: YesNo, independent: Number, pro_rata: Number) -> Number:
    """Where national law alone opens the right, its benefit is due and the instrument adds nothing.

    >>> first_amount(True, 600, 625)
    600
    """
    return choose(keeps, independent, pro_rata)


def some_right(alone: YesNo, together: YesNo) -> YesNo:
    """A benefit is due where national law alone or the instrument opens it.

    >>> some_right(False, True)
    True
    """
    return any_of(alone, together)


def lump_sum_right(age: YesNo, period: YesNo, length: Number, least: Number) -> YesNo:
    """A lump sum in place of the pension is due at pensionable age where the qualifying period is not met.

    >>> lump_sum_right(True, False, 60, 12), lump_sum_right(True, True, 240, 12), lump_sum_right(True, False, 8, 12)
    (True, False, False)
    """
    return all_of(age, opposite(period), exceeds(length, 0), reaches(length, least))


def lump_sum_remains(lump_right: YesNo, pension: YesNo) -> YesNo:
    """A lump sum in place of the pension falls away where adding the periods opens the pension.

    >>> lump_sum_remains(True, True), lump_sum_remains(True, False)
    (False, True)
    """
    return all_of(lump_right, opposite(pension))


def lump_sum_stays(stands: YesNo, lump_right: YesNo, remains: YesNo) -> YesNo:
    """An instrument may leave the lump sum of national law to those for whom its added periods open the pension.

    >>> lump_sum_stays(True, True, False), lump_sum_stays(False, True, False)
    (True, False)
    """
    return any_of(remains, all_of(stands, lump_right))


def lump_sum_lost(lost: YesNo, stands: YesNo) -> YesNo:
    """Nothing is lost where such an instrument's result was taken.

    >>> lump_sum_lost(True, True), lump_sum_lost(True, False)
    (False, True)
    """
    return all_of(lost, opposite(stands))


def lost_by_totalisation(lump_right: YesNo, alone: YesNo, together: YesNo) -> YesNo:
    """A lump sum is lost where national law alone would pay it and only the instrument opens the pension.

    >>> lost_by_totalisation(True, False, True), lost_by_totalisation(False, False, True)
    (True, False)
    """
    return all_of(lump_right, opposite(alone), together)


def lump_sum_due(lump_right: YesNo, lump_sum: Number) -> Number:
    """The lump sum is due where the right to it remains.

    >>> lump_sum_due(False, 3000)
    0
    """
    return part(lump_right, lump_sum)


def instrument_governs(before: Number, after: Number, bound: YesNo) -> YesNo:
    """Where an instrument binds the State, what the instrument gives takes the place of national law alone.

    Under a method that keeps the independent benefit, the instrument itself has already compared the two.

    >>> instrument_governs(600, 500, True), instrument_governs(600, 500, False)
    (True, False)
    """
    return all_of(bound, reaches(after, 0))


def more_favourable(before: Number, after: Number, bound: YesNo) -> YesNo:
    """Of several instruments, each applied whole, the later one is taken only where it gives more.

    Source: ILO C157 Art 8(3); C118 Art 9.

    >>> more_favourable(270, 310, True), more_favourable(310, 310, True)
    (True, False)
    """
    return all_of(bound, exceeds(after, before))


FIRST_OR_BETTER = (instrument_governs, more_favourable)


def better_amount(takes: YesNo, before: Number, after: Number) -> Number:
    """The amount of the result that was taken.

    >>> better_amount(True, 270, 310)
    310
    """
    return choose(takes, after, before)


def better_right(takes: YesNo, before: YesNo, after: YesNo) -> YesNo:
    """The right of the result that was taken.

    >>> better_right(True, False, True)
    True
    """
    return choose(takes, after, before)
