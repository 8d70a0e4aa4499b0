"""A pension that is a fraction of a whole: months over a full career, or years of residence over full residence."""

from portability.number.words import Number, not_above, ratio


def career_fraction(length: Number, full: Number, cap: Number) -> Number:
    """The fraction is the counted length over the full length, up to the cap.

    >>> career_fraction(240, 420, 1), career_fraction(500, 420, 1)
    (Fraction(4, 7), 1)
    """
    return not_above(ratio(length, full, if_none=0), cap)


def fraction_of_wage(reference: Number, share: Number) -> Number:
    """The pension is the reference wage times the fraction.

    >>> from fractions import Fraction
    >>> fraction_of_wage(Fraction(200000), Fraction(4, 7))
    Fraction(800000, 7)
    """
    return reference * share


def fraction_of_amount(amount: Number, share: Number) -> Number:
    """The pension is the full amount times the fraction.

    >>> from fractions import Fraction
    >>> fraction_of_amount(Fraction(1200), Fraction(31, 40))
    Fraction(930, 1)
    """
    return amount * share
