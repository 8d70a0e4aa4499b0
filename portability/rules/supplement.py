"""What is added to a pension because all the pensions together stay below what one law promises."""

from portability.number.rounding import Rounding
from portability.number.words import (
    Number,
    YesNo,
    all_of,
    excess,
    not_above,
    not_below,
    opposite,
    part,
    ratio,
    round_to,
    total,
)


def result_stands(takes: tuple[YesNo, ...]) -> YesNo:
    """An instrument's result is what is due where it was taken and none after it took its place.

    The first of `takes` is the instrument's own, the others those of the instruments after it.

    >>> result_stands((True, False)), result_stands((True, True))
    (True, False)
    """
    first, *later = takes
    return all_of(first, *(opposite(other) for other in later))


def alone_by_month(amount: Number, rounding: Rounding, payments: Number) -> Number:
    """What the payments of a year by national law alone come to by the month, each rounded as it would be paid.

    >>> from fractions import Fraction
    >>> alone_by_month(Fraction(1801, 3), Rounding(Fraction(1), "down", "s. 20", "official"), 14)
    Fraction(700, 1)
    """
    return ratio(round_to(amount, rounding) * payments, 12, if_none=0)


def pensions_together(stand: tuple[YesNo, ...], amounts: tuple[Number, ...], rates: tuple[Number, ...]) -> Number:
    """The pensions due under the instrument are added together, each turned into the currency of the State that asks.

    Amounts by the month, as paid; `stand` says which are due under it; `rates` turn each into that currency.
    Source: EU 883/2004 Art 58; ECSS 1972 Art 34.

    >>> pensions_together((True, True), (310, 210), (1, 2)), pensions_together((True, False), (310, 210), (1, 2))
    (730, 310)
    """
    return total(part(due, amount) * rate for due, amount, rate in zip(stand, amounts, rates, strict=True))


def pays_there(stands: YesNo, right: YesNo) -> YesNo:
    """Only a State that itself owes a pension under the instrument can owe a supplement to it.

    >>> pays_there(True, False)
    False
    """
    return all_of(stands, right)


def minimum_for_career(full: YesNo, minimum: Number) -> Number:
    """The minimum is that of a career as long as all the periods counted: none where the law asks a longer one.

    Source: EU 883/2004 Art 58(1).

    >>> minimum_for_career(True, 900), minimum_for_career(False, 900)
    (900, 0)
    """
    return part(full, minimum)


def supplement_of_residence(resides: YesNo, pays: YesNo, minimum: Number, together: Number) -> Number:
    """The State of residence that owes a pension adds what all the pensions lack to the minimum of its law.

    Amounts by the month. Source: EU 883/2004 Art 58.

    >>> supplement_of_residence(True, True, 900, 310 + 420), supplement_of_residence(False, True, 900, 730)
    (170, 0)
    """
    return part(all_of(resides, pays), excess(minimum, together))


def own_difference(asked: YesNo, stands: YesNo, alone: Number, together: Number) -> Number:
    """What a State would pay by its own law alone, so far as it exceeds the pensions due together under the instrument.

    Amounts by the month; `asked`: whether the agreement has it so. Source: ECSS 1972 Art 34(1); ILO C48 Art 5.

    >>> own_difference(True, True, 500, 450), own_difference(True, True, 440, 450)
    (50, 0)
    """
    return part(all_of(asked, stands), excess(alone, together))


def largest_difference(differences: tuple[Number, ...], rates: tuple[Number, ...]) -> Number:
    """Where several States would add something, the person gets the largest of the differences.

    Source: ECSS 1972 Art 34(2); ILO C48 Art 5.

    >>> largest_difference((50, 20), (1, 1))
    50
    """
    largest: Number = 0
    for difference, rate in zip(differences, rates, strict=True):
        largest = not_below(largest, difference * rate)
    return largest


def difference_shared(
    own: Number, largest: Number, differences: tuple[Number, ...], rates: tuple[Number, ...]
) -> Number:
    """The largest difference is shared in proportion to what each State would have added by itself, and none adds more.

    `rates` turn each of `differences`, those of all the States, into the currency of the State that asks.
    Source: ECSS 1972 Art 34(2); ILO C48 Art 5.

    >>> difference_shared(50, 50, (50, 20), (1, 1)), difference_shared(20, 50, (50, 20), (1, 1))
    (Fraction(250, 7), Fraction(100, 7))
    """
    together = total(difference * rate for difference, rate in zip(differences, rates, strict=True))
    return not_above(ratio(own, together, if_none=0) * largest, own)
