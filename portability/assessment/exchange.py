"""Amounts in another currency, only with the rates the case gives, and of these the one that an instrument names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from portability.assessment.scope import Binding
from portability.case.model import Case
from portability.case.tables import Rate
from portability.document.leaf import earliest
from portability.periods.dates import add_months
from portability.record.decision import RateUsed


def common_currency(case: Case, currencies: Collection[str], at: date) -> str | None:
    """The currency into which the rates of a case turn all of some currencies; None where there is none, or only one."""
    if len(set(currencies)) < 2:
        return None
    candidates = dict.fromkeys([*(row.quote for row in case.rate), *(row.base for row in case.rate)])
    for to in candidates:
        if all(reaches(case, one, str(to), at) for one in currencies):
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


def reaches(case: Case, one: str, other: str, at: date) -> bool:
    """Whether the rates of a case turn one currency into another."""
    return one == other or _rate(case, one, other, at) is not None


def _rate(case: Case, one: str, other: str, at: date) -> Rate | None:
    """The rate between two currencies: the last one up to the day, else the first one after it."""
    rows = _rows(case, one, other)
    known = [row for row in rows if earliest(row.on) <= at]
    return known[-1] if known else rows[0] if rows else None


def _rows(case: Case, one: str, other: str) -> list[Rate]:
    """The rates between two currencies, in the order of their days."""
    return sorted((row for row in case.rate if {row.base, row.quote} == {one, other}), key=lambda row: earliest(row.on))


class RateRule(NamedTuple):
    """How an instrument has the day of a rate found, and where it says so."""

    word: str
    cites: str

    def row(self, rows: Sequence[Rate], at: date, claimed: date, period_end: date | None) -> Rate | None:
        """The rate of the case by this rule; None where the case does not give it."""
        if self.word == "first_of_quarter":
            first = claimed.replace(month=(claimed.month - 1) // 3 * 3 + 1, day=1)
            after = add_months(first, 3, "earlier")
            return next((row for row in rows if first <= earliest(row.on) < after), None)
        day = at
        if self.word == "first_of_previous_month":
            day = add_months(at.replace(day=1), -1, "earlier")
        elif self.word == "reference_period_end" and period_end is not None:
            day = period_end
        return next((row for row in reversed(rows) if earliest(row.on) <= day), None)


def rule_of(found: Iterable[Binding], state: str, at: date) -> RateRule | None:
    """The rule of the first instrument that binds a State and says which rate applies."""
    for binding in found:
        leaf = binding.leaf("money", "rate_date", at) if "money" in binding.law and state in binding.states else None
        if leaf is not None and leaf.is_ is not None and binding.covered.value is not False:
            return RateRule(str(leaf.is_), str(leaf.cites))
    return None


class Turned(NamedTuple):
    """One unit of a currency in another: exact, how sure the rate is, and which it was."""

    value: Fraction
    standing: str
    used: RateUsed


def rate_into(
    case: Case, one: str, other: str, rule: RateRule | None, at: date, claimed: date, period_end: date | None = None
) -> Turned | None:
    """The rate of the case that turns one currency into another: by a rule, else the last one up to the day."""
    rows = _rows(case, one, other)
    row = (rule or RateRule("operation_day", "")).row(rows, at, claimed, period_end)
    if row is None:
        return None
    value = Fraction(str(row.value))
    used = RateUsed(
        base=row.base,
        quote=row.quote,
        on=earliest(row.on),
        value=str(row.value),
        source=row.source,
        rule=None if rule is None else rule.word,
        cites=None if rule is None else rule.cites,
    )
    return Turned(value if row.base == one else 1 / value, row.standing or "declared", used)


def claimed_on(case: Case, branch: str, who: str, at: date) -> date:
    """The day of somebody's first claim for a branch; without one, the day decided for."""
    days = [earliest(row.date) for row in case.claim if row.claimant == who and branch in row.branches]
    return min(days, default=at)
