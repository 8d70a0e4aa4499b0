"""The currency in which a State's law speaks on a day, and the rounding that applies where the law states none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from portability.case.career import Career
from portability.number.currency import is_currency
from portability.number.rounding import Rounding, default_rounding

NO_CURRENCY = Rounding(Fraction(1, 100), "half_up", "ISO 4217, minor unit", "assumed")


def currency_on(law: Mapping[str, Any], at: date, career: Career, key: tuple[str, str]) -> str:
    """The currency of a State's law on a day: one, or the entry of its history that holds.

    A law that names none is made of assumed figures: then the currency is that of the statements about the State, else of
    its figures, else of the earnings and accounts there; empty where nothing tells it.
    """
    named = currency_of(law, at)
    if named:
        return named
    for stated in career.statements:
        if stated.country == key[0] and stated.currency:
            return stated.currency
    figures = "" if law.get("currency") else first_currency(law.get(key[1], {}))
    held: tuple[Any, ...] = (*career.earnings, *career.case.account)
    return figures or next((row.currency for row in held if row.country == key[0]), "")


def currency_of(law: Mapping[str, Any], at: date) -> str:
    """The currency that a law names for a day: its only one, or the entry of its history that holds; empty where none does.

    >>> currency_of({"currency": [{"code": "XTS", "from": date(2013, 1, 1)}]}, date(2012, 12, 31))
    ''
    """
    told = law.get("currency") or ()
    if isinstance(told, str):
        return told
    spans = (span for span in told if span.get("from", date.min) <= at <= span.get("to", date.max))
    return next((str(span["code"]) for span in spans), "")


def first_currency(figures: Any) -> str:
    """The first currency named in a piece of law; empty where no figure is money.

    >>> first_currency({"formula": {"shape": "flat", "amount": "600 XTS per month"}})
    'XTS'
    """
    if isinstance(figures, str):
        return next((word for word in figures.split() if is_currency(word)), "")
    if isinstance(figures, Mapping):
        figures = [value for key, value in figures.items() if key not in ("cites", "reason")]
    if isinstance(figures, list | tuple):
        return next((found for item in figures if (found := first_currency(item))), "")
    return ""


def rounding_in(currency: str, at: date) -> Rounding:
    """The rounding where a law states none; where no currency is told, or one of old, the hundredth in which most are paid.

    >>> rounding_in("", date(2026, 1, 1)).unit
    Fraction(1, 100)
    """
    return default_rounding(currency, at) if is_currency(currency) else NO_CURRENCY
