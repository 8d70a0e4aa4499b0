"""What is paid once where the qualifying period of a pension is not met: a refund or a lump sum."""

from portability.number.words import Number, Runs, YesNo, all_of, choose, scale, weighted_total


def refund_of_contributions(earnings: Runs, rates: tuple[Number, ...], share: Number) -> Number:
    """The contributions paid on the earnings are paid back, in the share the law names.

    `earnings` by the month with their lengths in months; `rates` the contribution rate of each run; without interest.

    >>> from fractions import Fraction
    >>> refund_of_contributions(((1000, 6), (1200, 4)), (Fraction(1, 20), Fraction(1, 20)), 1)
    Fraction(540, 1)
    """
    return weighted_total(scale(earnings, rates)) * share


def lump_sum_by_length(reference: Number, length: Number, factor: Number) -> Number:
    """The lump sum is the reference wage times the counted length times the law's factor for one unit of it.

    >>> from fractions import Fraction
    >>> lump_sum_by_length(Fraction(600), 60, Fraction(1, 12))
    Fraction(3000, 1)
    """
    return reference * length * factor


def with_interest(amount: Number, interest: Number) -> Number:
    """Interest is added to the contributions paid back, where the law gives it.

    >>> with_interest(540, 60)
    600
    """
    return amount + interest


def of_two_lump_sums(longer: YesNo, whole: Number, below: Number) -> Number:
    """Where the law pays one thing from a length on and another below it, the length decides.

    >>> of_two_lump_sums(False, 3000, 540)
    540
    """
    return choose(longer, whole, below)


def lump_sum_of_pension(pension: Number, factor: Number) -> Number:
    """The lump sum is so many times the month's pension that the same length would give.

    >>> lump_sum_of_pension(100, 120)
    12000
    """
    return pension * factor


def allowance_in_place(reference: Number, share: Number) -> Number:
    """In place of the pension an allowance is paid by the month: a share of the reference wage.

    >>> from fractions import Fraction
    >>> allowance_in_place(Fraction(600), Fraction(3, 10))
    Fraction(180, 1)
    """
    return reference * share


def also_asked(right: YesNo, asked: YesNo) -> YesNo:
    """Where the law asks for more than age and length, that must be met too.

    >>> also_asked(True, False)
    False
    """
    return all_of(right, asked)
