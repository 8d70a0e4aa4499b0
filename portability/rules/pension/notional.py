"""Notional accounts: contributions on record, raised year by year, spread over the life expected at the age of pension."""

from portability.number.words import Number, Runs, ratio, scale, weighted_total


def notional_balance(earnings: Runs, rates: tuple[Number, ...], factors: tuple[Number, ...]) -> Number:
    """The account is the contributions on all insured earnings, each raised by the index from its year on.

    `earnings` by the month with their lengths in months; `rates` the contribution rate, `factors` the index of the year of
    pension over that of its own year, of each run.

    >>> from fractions import Fraction
    >>> notional_balance(((1000, 12), (1200, 12)), (Fraction(1, 5), Fraction(1, 5)), (2, 1))
    Fraction(7680, 1)
    """
    return weighted_total(scale(scale(earnings, rates), factors))


def balance_of_length(balance: Number, length: Number, own: Number) -> Number:
    """Periods elsewhere bring what own periods bring on average to a notional account.

    `length` is the length the amount is reckoned on, `own` the own length: with own periods alone the balance stays as it
    is. As Regulation (EC) No 883/2004 Art 56(1)(c).

    >>> balance_of_length(60000, 480, 240)
    Fraction(120000, 1)
    """
    return balance * ratio(length, own, if_none=0)
