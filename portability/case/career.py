"""A case as the assessment reads it: plain values of the life, with their standing, and no word of any law."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import field
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any, TypeVar

from portability.case.model import Case
from portability.case.same import Same
from portability.case.statements import PER_MONTH, Stated, lengths_of, statements
from portability.case.tables import Period, Residence
from portability.citation import FACT_STANDINGS
from portability.document.leaf import earliest, latest
from portability.document.written import PartialDate
from portability.frozen import frozen
from portability.number.exact import whole
from portability.periods.spans import Span
from portability.periods.spells import Spell

T = TypeVar("T")


@frozen
class Earning:
    """A run of earnings under a scheme, by the month, between two days."""

    country: str
    scheme: str
    start: date
    end: date
    by_month: int | Fraction
    currency: str
    standing: str


@frozen
class Held:
    """An amount a person holds or receives: an account, an income, an asset."""

    country: str | None
    scheme: str
    kind: str
    amount: int | Fraction
    currency: str
    standing: str


@frozen
class Career:
    """The life of the insured person in plain values; dates are days, amounts are exact and by the month.

    `who` is the person who lives to draw a benefit: the insured, or a survivor, whose residence is then asked about; the
    insured person's own nationality and residence are then those of `until`, the day of death.
    """

    born: tuple[date, date] | None
    born_standing: str
    sex: str | None
    spells: tuple[Spell, ...]
    periods: tuple[Period, ...]
    uncertain: tuple[str, ...]
    earnings: tuple[Earning, ...]
    statements: tuple[Stated, ...]
    case: Case
    counts: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    who: str = "insured"
    until: date = date.max

    def once(self, key: Any, count: Callable[[], T]) -> T:
        """A count of this career, made once however many sets of agreements ask for it; `key` holds all it depends on."""
        if key not in self.counts:
            self.counts[key] = count()
        found: T = self.counts[key]
        return found

    def residence(self, on: date) -> Any | None:
        """Where the beneficiary lives on a day, as a row of the case; a survivor's may stand in the claim. None if untold."""
        row = self.residence_of(self.who, on)
        if row is None and self.who != "insured":
            told = [one.residence for one in self.case.claim if one.claimant == self.who and one.residence is not None]
            return Residence.model_construct(None, country=told[0], person=self.who) if told else None
        return row

    def residence_of(self, person: str, on: date) -> Any | None:
        """The row of a person's residence that holds on a day, or None where the case does not say."""
        on = min(on, self.until) if person == "insured" else on
        for row in self.case.residence:
            if row.person == person and holds(row.start, row.end, on):
                return row
        return None

    def alive(self, on: date) -> date:
        """The day on which the insured person is looked at: of one who died before, the day of death."""
        died = self.case.person.died
        return min(on, self.until) if died is None else min(on, self.until, latest(died))

    def nationalities(self, on: date) -> tuple[str, ...]:
        """The nationalities the case names for a day, in order; of one who died before, those at death."""
        day = self.alive(on)
        found = [
            row.country for row in self.case.nationality if row.person == "insured" and holds(row.start, row.end, day)
        ]
        return tuple(dict.fromkeys([*self.case.person.nationalities, *found]))

    def status(self, country: str, on: date) -> str | None:
        """The status in a State on a day: national, that of the residence there, or the person's own; None if not told."""
        if country in self.nationalities(on):
            return "national"
        row = self.residence_of("insured", on)
        if row is not None and row.country == country and row.residence_status is not None:
            return str(row.residence_status)
        return self.case.person.residence_status

    def accounts(self, country: str, scheme: str, on: date) -> Held | None:
        """The last balance known of a scheme up to a day."""
        found = [
            row
            for row in self.case.account
            if row.country == country
            and row.scheme in (None, scheme)
            and row.person == "insured"
            and earliest(row.on) <= on
        ]
        if not found:
            return None
        row = max(found, key=lambda one: earliest(one.on))
        return Held(row.country, scheme, "balance", whole(Fraction(row.balance)), row.currency, row.standing or "declared")

    def incomes(self, on: date) -> tuple[Held, ...]:
        """The incomes on a day of the person who draws the benefit, by the month."""
        return tuple(
            Held(
                row.country,
                "",
                row.kind,
                whole(Fraction(row.amount) * PER_MONTH[row.per]),
                row.currency,
                row.standing or "declared",
            )
            for row in self.case.income
            if row.person == self.who and row.per != "once" and holds(row.start, row.end, on)
        )

    def assets(self, on: date) -> tuple[Held, ...]:
        """The assets of the insured person on a day."""
        return tuple(
            Held(row.country, "", row.kind, Fraction(row.amount), row.currency, row.standing or "declared")
            for row in self.case.asset
            if row.person == "insured" and row.per is None and holds(row.start, row.end, on)
        )

    def rate(self, base: str, quote: str, on: date) -> tuple[Fraction, str] | None:
        """The last rate the case gives up to a day, as quote for one base, and its standing; None if it gives none."""
        best: tuple[date, Fraction, str] | None = None
        for row in self.case.rate:
            day = earliest(row.on)
            if day > on or {row.base, row.quote} != {base, quote} or Fraction(row.value) == 0:
                continue
            value = Fraction(row.value) if row.base == base else 1 / Fraction(row.value)
            if best is None or day >= best[0]:
                best = day, value, row.standing or "declared"
        return None if best is None else best[1:]


def career(case: Case, branch: str) -> Career:
    """The career of a case for one branch: spells with what they count for, earnings, statements; made once a case."""
    return _career(Same(case), branch)


@lru_cache(maxsize=16)
def _career(same: Same, branch: str) -> Career:
    case = same.case
    uncertain: list[str] = []
    born = case.person.born
    if isinstance(born, PartialDate):
        uncertain.append(f"person.born is known to the {born.precision} only: {born}")
    periods = tuple(period for period in case.period if period.person == "insured")
    return Career(
        born=None if born is None else (earliest(born), latest(born)),
        born_standing=_standing(case.person.standing, (born,), "declared"),
        sex=case.person.sex,
        spells=tuple(_spell(period, branch, uncertain) for period in periods),
        periods=periods,
        uncertain=tuple(uncertain),
        earnings=tuple(_earnings(case)),
        statements=tuple(statements(case, branch)),
        case=case,
    )


def holds(start: Any, end: Any, on: date) -> bool:
    """Whether a time with open or closed ends, whose dates may be known to the month or year only, may reach a day."""
    return (start is None or earliest(start) <= on) and (end is None or on <= latest(end))


def _standing(given: str | None, dates: Iterable[Any], default: str) -> str:
    """A fact is as sure as it is said to be; with a date known to the month or year only, declared at most."""
    standing = given or default
    partial = any(isinstance(day, PartialDate) for day in dates)
    return FACT_STANDINGS[max(FACT_STANDINGS.index(standing), 1)] if partial else standing


def _spell(period: Period, branch: str, uncertain: list[str]) -> Spell:
    for name, day in (("from", period.start), ("to", period.end)):
        if isinstance(day, PartialDate):
            uncertain.append(
                f"period {period.id}: {name} is known to the {day.precision} only ({day}), read as the whole "
                f"{day.precision}{_could_change(period)}"
            )
    span = None
    if period.start is not None and period.end is not None:
        span = Span(earliest(period.start), latest(period.end))
    counts = period.counts_for
    right = counts is None or counts.right is None or branch in counts.right
    amount = counts is None or counts.amount is None or branch in counts.amount
    lengths = lengths_of(period.certified)
    default = "certified" if lengths is not None else "declared"
    return Spell(
        period.id,
        period.country,
        period.scheme or "",
        period.kind,
        span,
        lengths,
        right,
        amount,
        _standing(period.standing, (period.start, period.end) if lengths is None else (), default),
        period.grade,
    )


def _could_change(period: Period) -> str:
    """What the unknown days of a period could change: the least its time can be."""
    if period.start is None or period.end is None or period.certified is not None:
        return ""
    widest_days = (latest(period.end) - earliest(period.start)).days + 1
    certain = max((earliest(period.end) - latest(period.start)).days + 1, 0)
    return f"; its {widest_days} days could be as few as {certain}"


def _earnings(case: Case) -> Iterable[Earning]:
    for row in case.earnings:
        if row.person != "insured":
            continue
        start, end = earliest(row.start), latest(row.end)
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        amount = Fraction(row.amount)
        by_month = amount / months if row.per == "total" else amount * PER_MONTH[row.per]
        standing = _standing(row.standing, (), "declared")
        yield Earning(row.country, row.scheme or "", start, end, whole(by_month), row.currency, standing)
