"""Sums in one currency, only with the rates the case gives."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from fractions import Fraction

from portability.case.model import Case
from portability.case.tables import Rate
from portability.document.leaf import earliest
from portability.record.decision import RateUsed


def common_currency(case: Case, currencies: Collection[str], at: date) -> str | None:
    """The currency into which the rates of a case turn all of some currencies; None where there is none, or only one."""
    if len(set(currencies)) < 2:
        return None
    candidates = dict.fromkeys([*(row.quote for row in case.rate), *(row.base for row in case.rate)])
    for to in candidates:
        if all(one == to or _rate(case, one, to, at) is not None for one in currencies):
            return str(to)
    return None


def turned(case: Case, amounts: Iterable[tuple[str, Fraction]], to: str, at: date) -> tuple[Fraction, tuple[RateUsed, ...]]:
    """The sum of amounts in one currency, exact, and the rates it was reckoned with."""
    sum_, used = Fraction(0), []
    for currency, amount in amounts:
        if currency == to:
            sum_ += amount
            continue
        rate = _rate(case, currency, to, at)
        assert rate is not None, "common_currency found a rate for each"
        value = Fraction(str(rate.value))
        sum_ += amount * value if rate.base == currency else amount / value
        used.append(
            RateUsed(base=rate.base, quote=rate.quote, on=earliest(rate.on), value=str(rate.value), source=rate.source)
        )
    return sum_, tuple(used)


def _rate(case: Case, one: str, other: str, at: date) -> Rate | None:
    """The rate between two currencies: the last one up to the day, else the first one after it."""
    rows = sorted((row for row in case.rate if {row.base, row.quote} == {one, other}), key=lambda row: earliest(row.on))
    known = [row for row in rows if earliest(row.on) <= at]
    return known[-1] if known else rows[0] if rows else None
