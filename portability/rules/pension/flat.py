"""A pension of one amount for everybody who qualifies."""

from portability.number.words import Number


def flat_amount(amount: Number) -> Number:
    """The pension is a fixed amount, whatever the length and the wage.

    Under apportionment the theoretical amount is this full amount: EU 883/2004 Art 52(1)(b)(i); ECSS 1972 Art 29(3)(a).

    >>> flat_amount(600)
    600
    """
    return amount
