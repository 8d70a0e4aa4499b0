"""A pension drawn before pension age or after it: what is taken off, what is added."""

from portability.number.words import Number, YesNo, choose, excess, step_table


def early_share(months: Number, reduction: Number) -> Number:
    """For each month by which the pension is drawn early, the law takes off a share of it.

    `reduction` is the share for one month.

    >>> from fractions import Fraction
    >>> early_share(24, Fraction(3, 1000))
    Fraction(116, 125)
    """
    return excess(1, reduction * months)


def early_factor(age: Number, factors: tuple[tuple[Number, Number], ...]) -> Number:
    """The share of the pension is that of the age at which it is drawn; ages in months.

    >>> from fractions import Fraction
    >>> early_factor(690, ((660, Fraction(4, 5)), (684, Fraction(9, 10))))
    Fraction(9, 10)
    """
    return step_table(age, factors)


def early_amount(amount: Number, share: Number) -> Number:
    """A pension drawn early is the share of the pension that the law leaves.

    >>> from fractions import Fraction
    >>> early_amount(Fraction(500), Fraction(116, 125))
    Fraction(464, 1)
    """
    return amount * share


def less_share_of_reference(amount: Number, reference: Number, months: Number, reduction: Number) -> Number:
    """For each month by which the pension is drawn early, the law takes off a share of the reference earnings.

    >>> from fractions import Fraction
    >>> less_share_of_reference(Fraction(500), Fraction(1000), 24, Fraction(3, 1000))
    Fraction(428, 1)
    """
    return excess(amount, reference * months * reduction)


def drawn_early(in_time: YesNo, amount: Number, reduced: Number) -> Number:
    """A pension drawn before pension age is the reduced one; at pension age nothing is taken off.

    >>> drawn_early(False, 500, 464), drawn_early(True, 500, 464)
    (464, 500)
    """
    return choose(in_time, amount, reduced)


def deferred_share(months: Number, increase: Number) -> Number:
    """For each month by which the pension is drawn late, the law adds a share of it.

    >>> from fractions import Fraction
    >>> deferred_share(24, Fraction(1, 200))
    Fraction(28, 25)
    """
    return 1 + increase * months


def deferred_amount(amount: Number, share: Number) -> Number:
    """A pension drawn late is raised by what the law adds for the time it was left.

    >>> from fractions import Fraction
    >>> deferred_amount(Fraction(500), Fraction(28, 25))
    Fraction(560, 1)
    """
    return amount * share
