"""Lasting incapacity: pension or lump sum by the degree, help by another person. Degrees are shares of the capacity lost."""

from portability.number.words import (
    Number,
    YesNo,
    all_of,
    any_of,
    choose,
    exceeds,
    excess,
    not_above,
    not_below,
    opposite,
    part,
    ratio,
    reaches,
    total,
)


def degree_counts(degree: Number, least: Number) -> YesNo:
    """Below the least degree that the law compensates nothing is due; nor where nothing was lost.

    Source: ILO C121 Art 14(3).

    >>> from fractions import Fraction
    >>> degree_counts(Fraction(1, 20), Fraction(1, 100)), degree_counts(0, 0)
    (True, False)
    """
    return all_of(reaches(degree, least), exceeds(degree, 0))


def pension_above(degree: Number, threshold: Number) -> YesNo:
    """A pension is due above the degree that the law names; up to it a sum is paid once.

    Source: ILO C121 Art 14(3), (4).

    >>> from fractions import Fraction
    >>> pension_above(Fraction(31, 100), Fraction(3, 10)), pension_above(Fraction(3, 10), Fraction(3, 10))
    (True, False)
    """
    return exceeds(degree, threshold)


def pension_from(degree: Number, threshold: Number) -> YesNo:
    """A pension is due from the degree that the law names; below it a sum is paid once.

    Source: ILO C121 Art 14(3), (4).

    >>> from fractions import Fraction
    >>> pension_from(Fraction(1, 10), Fraction(1, 10))
    True
    """
    return reaches(degree, threshold)


def pension_if_worth(by_degree: YesNo, pension: Number, minimum: Number) -> YesNo:
    """A low degree gives a lump sum only where the pension would lie below the minimum too.

    >>> pension_if_worth(False, 80, 70), pension_if_worth(False, 60, 70)
    (True, False)
    """
    return any_of(by_degree, reaches(pension, minimum))


def pension_right(right: YesNo, counts: YesNo, pension: YesNo) -> YesNo:
    """The pension is due with the right, for a degree that counts and that gives a pension.

    >>> pension_right(True, True, False)
    False
    """
    return all_of(right, counts, pension)


def sum_right(right: YesNo, counts: YesNo, pension: YesNo) -> YesNo:
    """A sum once is due with the right, for a degree that counts and gives no pension.

    >>> sum_right(True, True, False)
    True
    """
    return all_of(right, counts, opposite(pension))


def share_if_total(degree: Number, share: Number, whole: Number) -> Number:
    """The share of earnings is another where all capacity is lost.

    >>> from fractions import Fraction
    >>> share_if_total(1, Fraction(7, 10), Fraction(8, 10)), share_if_total(Fraction(1, 2), Fraction(7, 10), Fraction(8, 10))
    (Fraction(4, 5), Fraction(7, 10))
    """
    return choose(reaches(degree, 1), whole, share)


def reckoned_degree(degree: Number, slopes: tuple[tuple[Number, Number], ...]) -> Number:
    """The degree is reckoned anew: each part of it above a degree counts so many times.

    `slopes`: (the degree above which, how many times), lowest first.

    >>> from fractions import Fraction
    >>> reckoned_degree(Fraction(7, 10), ((0, Fraction(1, 2)), (Fraction(1, 2), Fraction(3, 2))))
    Fraction(11, 20)
    """
    parts = []
    for place, (above, times) in enumerate(slopes):
        upper = slopes[place + 1 : place + 2]
        widths = tuple(excess(end, above) for end, _ in upper)
        reached = excess(degree, above)
        for width in widths:
            reached = not_above(reached, width)
        parts.append(reached * times)
    return total(parts)


def whole_pension(earnings: Number, share: Number) -> Number:
    """The whole pension, for total incapacity, is a share of earnings.

    >>> from fractions import Fraction
    >>> whole_pension(20000, Fraction(3, 4))
    Fraction(15000, 1)
    """
    return earnings * share


def whole_pension_not_below(amount: Number, minimum: Number) -> Number:
    """The whole pension is raised to its minimum before the degree is applied.

    >>> whole_pension_not_below(3000, 5229)
    5229
    """
    return not_below(amount, minimum)


def whole_pension_not_above(amount: Number, maximum: Number) -> Number:
    """The whole pension stops at its maximum before the degree is applied.

    >>> whole_pension_not_above(45000, 37333)
    37333
    """
    return not_above(amount, maximum)


def pension_of_degree(whole: Number, degree: Number) -> Number:
    """The pension for a part of the capacity is that part of the whole pension.

    Source: ILO C121 Art 14(2).

    >>> from fractions import Fraction
    >>> pension_of_degree(1875, Fraction(1, 2))
    Fraction(1875, 2)
    """
    return whole * degree


def pension_in_payment(amount: Number, minimum: Number) -> Number:
    """A pension below the minimum for pensions in payment is raised to it.

    >>> pension_in_payment(60, 70)
    70
    """
    return not_below(amount, minimum)


def pension_due(right: YesNo, amount: Number) -> Number:
    """The pension is due where the right to one is open.

    >>> pension_due(True, 300), pension_due(False, 300)
    (300, 0)
    """
    return part(right, amount)


def whole_sum(base: Number, times: Number) -> Number:
    """The sum paid once is a multiple of a month's earnings, or of a month's pension.

    >>> whole_sum(20000, 15)
    300000
    """
    return base * times


def whole_sum_not_below(amount: Number, minimum: Number) -> Number:
    """The whole sum is raised to its minimum before the degree is applied.

    >>> whole_sum_not_below(60000, 104551)
    104551
    """
    return not_below(amount, minimum)


def whole_sum_not_above(amount: Number, maximum: Number) -> Number:
    """The whole sum stops at its maximum before the degree is applied.

    >>> whole_sum_not_above(500000, 418150)
    418150
    """
    return not_above(amount, maximum)


def sum_of_degree(whole: Number, degree: Number, over: Number) -> Number:
    """For a degree below that of the whole sum it is less in proportion.

    >>> from fractions import Fraction
    >>> sum_of_degree(300000, Fraction(1, 4), Fraction(3, 10))
    Fraction(250000, 1)
    """
    return ratio(whole * degree, over, if_none=0)


def sum_due(right: YesNo, amount: Number) -> Number:
    """The sum is due where the right to one is open.

    >>> sum_due(True, 250000)
    250000
    """
    return part(right, amount)


def attendance_share(base: Number, share: Number) -> Number:
    """Who cannot do without the constant help of another gets a share of the benefit, or of earnings, beside it.

    Source: ILO C121 Art 16.

    >>> from fractions import Fraction
    >>> attendance_share(1000, Fraction(1, 4))
    Fraction(250, 1)
    """
    return base * share


def attendance_due(right: YesNo, needed: YesNo, amount: Number) -> Number:
    """Help by another is paid for beside a pension or a sum, where it is needed.

    Source: ILO C121 Art 16.

    >>> attendance_due(True, True, 250), attendance_due(True, False, 250)
    (250, 0)
    """
    return part(all_of(right, needed), amount)
