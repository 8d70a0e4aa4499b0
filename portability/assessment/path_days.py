"""The days for which a life is decided anew: every one on which a fact, an age or a law changes; between two nothing does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from portability.assessment.case_plan import CasePlan
from portability.assessment.changing import changing_days, days_of_life
from portability.assessment.names import assumptions
from portability.case.model import Case
from portability.document.leaf import earliest, latest
from portability.law.dated import changes
from portability.law.overlay import national_with
from portability.law.shelf import Shelf
from portability.number.exact import quantity
from portability.periods.dates import add_months
from portability.record.decision import Decision

ONE_DAY = timedelta(days=1)
YEARS = re.compile(r"[0-9]+(\.[0-9]+)? years?", re.ASCII)
MOST_MONTHS = 1200  # an age is no more than a hundred years


def deciding_days(
    case: Case, plans: Iterable[tuple[str, CasePlan]], branches: Iterable[str], shelf: Shelf, first: date, last: date
) -> set[date]:
    """The days from the first to the last; `plans` are those of the branches that have one, each with its branch."""
    found = {first, *(earliest(claim.date) for claim in case.claim), *days_of_life(case, ())}
    for branch, plan in plans:
        found |= set(changing_days(plan, shelf, branch, first, last, ())) - {last}
    pieces = list(_laws(case, branches, shelf))
    for piece in pieces:
        found |= changes(piece)
    found |= set(_birthdays(case, {months for piece in pieces for months in ages_named(piece)}))
    return {day for day in found if first <= day <= last}


def told_days(decision: Decision) -> Iterator[date]:
    """The days a decision itself names: payments that begin or end, and days on which it is to be reckoned anew."""
    for benefit in decision.benefits:
        for paid in benefit.payments:
            if paid.per == "once":  # due on whatever day it is decided
                continue
            yield paid.start
            if paid.end is not None and paid.end < date.max:
                yield paid.end + ONE_DAY
        yield from (again.on for again in benefit.recompute if again.on is not None)
    rows: tuple[Any, ...] = (*decision.care, *decision.floor)
    for row in rows:
        if row.start is not None:
            yield row.start
        if row.end is not None and row.end < date.max:
            yield row.end + ONE_DAY


def ages_named(law: Any) -> Iterator[int]:
    """Every length of years in a piece of law that could be an age, in months: more are asked than change something.

    >>> list(ages_named({"age": {"F": "60 years", "M": "62.5 years"}, "level": "10 XTS per month", "rows": ["3 weeks"]}))
    [720, 750]
    """
    if isinstance(law, Mapping):
        for value in law.values():
            yield from ages_named(value)
    elif isinstance(law, list):
        for value in law:
            yield from ages_named(value)
    elif isinstance(law, str) and YEARS.fullmatch(law):
        months = quantity(law).value * 12
        if months.denominator == 1 and months <= MOST_MONTHS:
            yield int(months)


def _laws(case: Case, branches: Iterable[str], shelf: Shelf) -> Iterator[Any]:
    """What the States of a life say of the branches claimed, and of the floor."""
    told, asked = assumptions(case), set(branches)
    states = [row.country for rows in (case.period, case.residence, case.account, case.statement) for row in rows]
    states += [event.country for event in case.event if event.country is not None]
    for country in dict.fromkeys(states):
        law = national_with(shelf.national(country), country, told) or {}
        for scheme in law.values():
            if isinstance(scheme, Mapping):
                yield from (piece for branch, piece in scheme.items() if branch in asked)
        floor = shelf.floor(country) if any(row.country == country for row in case.residence) else None
        yield floor or {}
    yield from (piece for key, piece in (shelf.floor("r202") or {}).items() if key in ("child_under", "older_from"))


def _birthdays(case: Case, ages: Iterable[int]) -> Iterator[date]:
    born = [person.born for person in case.people.values() if person.born is not None]
    for months in ages:
        for day in born:
            yield add_months(earliest(day), months, "earlier")
            yield add_months(latest(day), months, "later")
