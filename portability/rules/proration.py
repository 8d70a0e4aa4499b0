"""Sharing the cost: theoretical amount, ratio, pro-rata amount."""

from portability.number.words import Number, YesNo, choose, excess, not_above, part, ratio, reaches


def full_career_total(total: Number, full_career: Number) -> Number:
    """Where the total exceeds the career for a full pension, that career takes the place of the total.

    Source: EU 883/2004 Art 56(1)(a).

    >>> full_career_total(540, 480)
    480
    """
    return not_above(total, full_career)


def full_career_in_both(added: Number, total: Number, full_career: Number) -> Number:
    """Once all periods, the short ones too, make a full career, that career is the total of the ratio as well.

    `added`: the total of the theoretical amount; `total`: that of the ratio, without the short periods of relieved States.
    Source: EU 883/2004 Arts 56(1)(a) and 57(2), the other reading.

    >>> full_career_in_both(486, 478, 480), full_career_in_both(470, 462, 480)
    (480, 462)
    """
    return choose(reaches(added, full_career), full_career, total)


def pro_rata_ratio(own: Number, total: Number) -> Number:
    """The State's share is its own length over the total, and never more than the whole.

    Source: EU 883/2004 Art 52(1)(b)(ii); ECSS 1972 Art 29(4).

    >>> pro_rata_ratio(108, 300), pro_rata_ratio(0, 0)
    (Fraction(9, 25), 0)
    """
    return ratio(not_above(own, total), total, if_none=0)


def pro_rata_amount(theoretical: Number, share: Number) -> Number:
    """The pro-rata amount is the theoretical amount times the State's share.

    Source: EU 883/2004 Art 52(1)(b)(ii); ECSS 1972 Art 29(4).

    >>> from fractions import Fraction
    >>> pro_rata_amount(Fraction(5000), Fraction(9, 25))
    Fraction(1800, 1)
    """
    return theoretical * share


def share_carried(share: Number, carries_all: YesNo) -> Number:
    """The last State whose conditions are met pays as if all the periods were its own.

    Source: EU 883/2004 Art 57(3).

    >>> from fractions import Fraction
    >>> share_carried(Fraction(7, 15), True)
    1
    """
    return choose(carries_all, 1, share)


def amount_if_paid(pays: YesNo, amount: Number) -> Number:
    """Nothing is due from a State that does not pay.

    >>> amount_if_paid(False, 488)
    0
    """
    return part(pays, amount)


def voluntary_increment(with_voluntary: Number, without: Number) -> Number:
    """Voluntary time displaced by compulsory insurance elsewhere earns, under its own law, what it adds to the pension.

    Source: Regulation (EC) No 987/2009 Art 43(2); ECSS Supplementary Agreement Art 15(4).

    >>> voluntary_increment(480, 400)
    80
    """
    return excess(with_voluntary, without)


def with_increment(amount: Number, increment: Number) -> Number:
    """The increment for displaced voluntary time is added to the pro-rata amount, outside the ratio.

    >>> with_increment(480, 80)
    560
    """
    return amount + increment


def without_increment(amount: Number, increment: Number) -> Number:
    """Where the increment is added after the comparison, the share is compared without it.

    Source: Regulation (EC) No 987/2009 Art 43(2), the other reading.

    >>> without_increment(560, 80), without_increment(0, 80)
    (480, 0)
    """
    return excess(amount, increment)


def with_flat_part_prorated(own_amount: Number, flat_part: Number, share: Number) -> Number:
    """Parts of a pension that do not depend on insured time are shared out; what depends on it is paid as it stands.

    `own_amount`: the pension of the own periods; `flat_part`: what of it the law gives whatever the time.
    Source: ILO C48 Art 3.

    >>> from fractions import Fraction
    >>> with_flat_part_prorated(230, 200, Fraction(1, 4))
    Fraction(80, 1)
    """
    return flat_part * share + excess(own_amount, flat_part)
