"""How amounts, lengths and steps are told in a decision."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from portability.number.currency import is_currency
from portability.number.exact import plain
from portability.number.rounding import minor_unit
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.step import Step, Told

NO_CURRENCY = "XXX"
"""What ISO 4217 writes where no currency is told."""


def money(value: Any, currency: str, at: date) -> record.Money:
    """An amount as it is printed: to the minor unit, or its ends and what is missing."""
    if isinstance(value, Unknown):
        return record.Money(
            unknown=tuple(sorted(value.facts)) or ("not known",),
            at_least=None if value.low == 0 else _amount(value.low, currency, at),
            at_most=None if value.endless else _amount(value.high, currency, at),
            currency=currency or NO_CURRENCY,
        )
    return record.Money(amount=_amount(value, currency, at), currency=currency or NO_CURRENCY)


def _amount(value: Any, currency: str, at: date) -> str:
    digits = 2
    if is_currency(currency):
        unit = minor_unit(currency, at)
        digits = len(str(unit.denominator)) - 1
    return plain(Fraction(value), digits)


def as_paid(added: record.Supplement) -> record.Payment:
    """A supplement as what it is for the person: a payment by the month, where the person lives."""
    return record.Payment(start=date.min, money=added.money, per="month", payments_a_year=12, export="paid")


def exact(value: Any) -> int | Fraction:
    """A length for the decision; of one not known, what is known."""
    known: int | Fraction = value.low if isinstance(value, Unknown) else value
    return known


def step_id(told: Any) -> str | None:
    return told.origin.id if isinstance(told, Told) and isinstance(told.origin, Step) else None
