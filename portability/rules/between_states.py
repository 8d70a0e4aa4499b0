"""What States owe each other, and add, where a benefit is due in two of them: family benefits, unemployment."""

from portability.number.words import Number, excess, not_above


def differential(own: Number, paid: Number) -> Number:
    """A State that comes after another pays only what its own benefit is higher than that of the first.

    Amounts by the month, in one currency, of the family as a whole. Source: EU 883/2004 Art 68(2).

    >>> differential(204, 118), differential(100, 118)
    (86, 0)
    """
    return excess(own, paid)


def refunded(highest: Number, share: Number, own: Number) -> Number:
    """Of the highest benefit, which one State pays, another refunds a share, at most its own benefit.

    Amounts by the month, in one currency. Source: EU 987/2009 Art 58.

    >>> from fractions import Fraction
    >>> refunded(100, Fraction(1, 2), 40), refunded(100, Fraction(1, 2), 60)
    (40, Fraction(50, 1))
    """
    return not_above(highest * share, own)


def limited_to(amount: Number, limit: Number) -> Number:
    """Allowances for children abroad may be limited to what the State where they live would pay, all children together.

    Amounts by the month, in one currency. Source: ECSS 1972 Art 59(3) and (4).

    >>> limited_to(150, 90), limited_to(120, 170)
    (90, 120)
    """
    return not_above(amount, limit)


def of_last_pay(pay: Number, share: Number) -> Number:
    """A benefit in unemployment is a share of the pay before it.

    Amounts by the month. Source: national law; EU 883/2004 Art 62 says whose pay.

    >>> from fractions import Fraction
    >>> of_last_pay(2000, Fraction(3, 5))
    Fraction(1200, 1)
    """
    return pay * share
