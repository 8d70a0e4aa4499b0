"""What is done to a pension after its formula: lower tier, minimum, maximum, commutation."""

from portability.number.words import Number, YesNo, choose, excess, not_above, not_below


def tier_amount(amount: Number, factor: Number) -> Number:
    """A reduced pension is the law's fraction of the pension.

    >>> from fractions import Fraction
    >>> tier_amount(Fraction(400), Fraction(1, 2))
    Fraction(200, 1)
    """
    return amount * factor


def minimum_amount(amount: Number, minimum: Number) -> Number:
    """A pension below the minimum of its law is raised to it.

    >>> minimum_amount(49, 60), minimum_amount(172, 60)
    (60, 172)
    """
    return not_below(amount, minimum)


def share_of_figure(figure: Number, share: Number) -> Number:
    """An amount that the law tells as a share of another figure, such as nine tenths of the minimum wage.

    >>> from fractions import Fraction
    >>> share_of_figure(4000, Fraction(9, 10))
    Fraction(3600, 1)
    """
    return figure * share


def minimum_of_full(full: YesNo, raised: Number, amount: Number) -> Number:
    """Where the law keeps its minimum for whole pensions, a reduced one is not raised.

    >>> minimum_of_full(False, 60, 49)
    49
    """
    return choose(full, raised, amount)


def maximum_amount(amount: Number, maximum: Number) -> Number:
    """A pension above the maximum of its law is held to it.

    >>> maximum_amount(900, 800)
    800
    """
    return not_above(amount, maximum)


def commuted_amount(amount: Number, commuted: Number) -> Number:
    """The part of the pension that the law turns into a lump sum.

    >>> from fractions import Fraction
    >>> commuted_amount(Fraction(1000), Fraction(7, 20))
    Fraction(350, 1)
    """
    return amount * commuted


def after_commutation(amount: Number, commuted: Number) -> Number:
    """What is paid by the month is the pension less the part turned into a lump sum.

    >>> after_commutation(1000, 350)
    650
    """
    return excess(amount, commuted)


def commutation_lump_sum(commuted: Number, years: Number) -> Number:
    """The lump sum is the yearly amount given up times the law's factor; amounts are by the month.

    >>> commutation_lump_sum(350, 10)
    42000
    """
    return commuted * 12 * years


def minimum_at_age(in_time: YesNo, raised: Number, amount: Number) -> Number:
    """Where the law keeps its minimum for pensions drawn at pension age, one drawn early is not raised.

    >>> minimum_at_age(False, 60, 49)
    49
    """
    return choose(in_time, raised, amount)


def minimum_guaranteed(guaranteed: YesNo, raised: Number, amount: Number) -> Number:
    """Where the law guarantees its minimum to long careers only, a pension on a shorter one is not raised.

    >>> minimum_guaranteed(False, 60, 49)
    49
    """
    return choose(guaranteed, raised, amount)
