"""The part of a pension that does not grow with the earnings, beside the part that does."""

from portability.number.words import Number, not_above, ratio


def fixed_part(amount: Number, length: Number, over: Number) -> Number:
    """The fixed part is due whole at the length the law names, and below it in proportion to the length counted.

    Units: amount by the month; length and over in the unit the law counts in. As the fixed part of Table 7 in Holzmann,
    "Do bilateral social security agreements deliver" (2016): 24 of 30 years of 500.

    >>> fixed_part(500, 24, 30), fixed_part(500, 42, 30)
    (Fraction(400, 1), 500)
    """
    return amount * not_above(ratio(length, over, if_none=0), 1)


def with_fixed_part(amount: Number, fixed: Number) -> Number:
    """The pension is the fixed part and the part that grows with the length and the earnings.

    >>> with_fixed_part(240, 400)
    640
    """
    return amount + fixed
