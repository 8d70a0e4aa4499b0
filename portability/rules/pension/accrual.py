"""A pension that grows by a rate of the reference wage for each year, in tiers, up to a cap."""

from portability.number.rounding import Rounding
from portability.number.words import Number, excess, not_above, round_to, total


def counted_length(length: Number, steps: Rounding) -> Number:
    """Part years count only in the steps the law names, such as completed half-years.

    >>> from fractions import Fraction
    >>> counted_length(Fraction(227), Rounding(Fraction(6), "down", "s. 12(2)", "official"))
    Fraction(222, 1)
    """
    return round_to(length, steps)


def accrued_share(length: Number, base: Number, tiers: tuple[tuple[Number, Number], ...]) -> Number:
    """The share of the reference wage is the base and, for each tier, its rate on the length that lies in it.

    `tiers` are (length above which the tier begins, rate per unit of length), ascending; the last has no end.

    >>> from fractions import Fraction
    >>> accrued_share(480, 0, ((0, Fraction(1, 900)), (360, Fraction(7, 3600))))  # 4/3 % a year, 7/3 % after 30
    Fraction(19, 30)
    >>> accrued_share(300, Fraction(2, 5), ((180, Fraction(1, 800)),))
    Fraction(11, 20)
    """
    ends = (*(start for start, _ in tiers[1:]), None)
    return total(
        (
            base,
            *(
                rate * (excess(length, start) if end is None else excess(not_above(length, end), start))
                for (start, rate), end in zip(tiers, ends, strict=True)
            ),
        )
    )


def share_capped(share: Number, cap: Number) -> Number:
    """The share of the reference wage stops at the cap.

    >>> from fractions import Fraction
    >>> share_capped(Fraction(9, 10), Fraction(4, 5))
    Fraction(4, 5)
    """
    return not_above(share, cap)


def accrued_amount(reference: Number, share: Number) -> Number:
    """The pension is the reference wage times the share accrued.

    >>> from fractions import Fraction
    >>> accrued_amount(Fraction(700), Fraction(37, 150))
    Fraction(518, 3)
    """
    return reference * share
