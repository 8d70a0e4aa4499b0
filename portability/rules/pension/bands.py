"""Bend points: the parts of the reference earnings that lie in different bands count at different rates."""

from portability.number.words import Number, excess, not_above, total


def banded(reference: Number, bands: tuple[tuple[Number, Number], ...]) -> Number:
    """Each band's rate is taken of the part of the reference earnings that lies in the band.

    `bands` are (amount above which the band begins, its rate), ascending; the last has no end. Amounts by the month.
    As the primary insurance amount of 42 U.S.C. 415(a)(1)(A): 90, 32 and 15 per cent.

    >>> from fractions import Fraction
    >>> banded(1500, ((0, Fraction(9, 10)), (1000, Fraction(3, 10))))
    Fraction(1050, 1)
    """
    ends = (*(start for start, _ in bands[1:]), None)
    return total(
        rate * (excess(reference, start) if end is None else excess(not_above(reference, end), start))
        for (start, rate), end in zip(bands, ends, strict=True)
    )
