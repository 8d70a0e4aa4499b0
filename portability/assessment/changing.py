"""The days on which something changes that could change a benefit: the law, an age, a residence, a family, a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from portability.assessment.case_plan import CasePlan
from portability.case.model import Case
from portability.document.leaf import earliest, latest
from portability.law.dated import changes
from portability.law.recall import Same
from portability.law.refers import series_of
from portability.law.shelf import Shelf
from portability.periods.dates import add_years

ONE_DAY = timedelta(days=1)
CHILDHOOD = range(31)  # birthdays at which the share of a child or of those who care for it may end


def changing_days(
    plan: CasePlan, shelf: Shelf, branch: str, first: date, last: date, birthdays: Iterable[int] = CHILDHOOD
) -> list[date]:
    """The first day, and every later day up to the last on which something changes; `birthdays`: those of the family asked."""
    if first == last:
        return [last]
    found = {first, last, *_of_law(plan, shelf, branch, first, last), *days_of_life(plan.career.case, birthdays)}
    found |= {planned.age_reached for planned in plan.plans if planned.age_reached is not None}
    return sorted(day for day in found if first <= day <= last)


def _of_law(plan: CasePlan, shelf: Shelf, branch: str, first: date, last: date) -> Iterator[date]:
    for planned in plan.plans:
        law = plan.laws.get(planned.key[0])
        if law is not None:
            yield from changes(law.get(planned.key[1], {}).get(branch, ()))
            yield from changes(law.get("currency", ()))
        if planned.reader is not None and series_of(Same(planned.reader.law)):
            yield from (date(year, 1, 1) for year in range(first.year, last.year + 1))
    states = {planned.key[0] for planned in plan.plans}
    states |= {row.country for row in plan.career.case.residence} | {row.country for row in plan.career.case.nationality}
    states |= set(plan.career.case.person.nationalities)
    laws = {one.id: one.law for one in plan.bindings}
    laws |= {id_: law for id_ in shelf.binding(states) if id_ not in laws and (law := shelf.instrument(id_)) is not None}
    for law in laws.values():
        yield from changes({key: value for key, value in law.items() if key != "party"})
        yield from changes([row for row in law.get("party", ()) if row["state"] in states])


def days_of_life(case: Case, birthdays: Iterable[int] = CHILDHOOD) -> Iterator[date]:
    """Every day on which a fact of a case begins, or is over."""
    dated: tuple[Any, ...] = (*case.residence, *case.nationality, *case.period, *case.income, *case.asset, *case.household)
    for row in dated:
        yield from _ends(row.start, row.end)
    for one in case.family:
        yield from _ends(one.died, None)
        for stretch in (*one.married, *one.dependent, *one.in_care):
            yield from _ends(stretch.start, stretch.end)
        if one.born is not None:
            yield from (add_years(earliest(one.born), years, "later") for years in birthdays)
    known: tuple[Any, ...] = (*case.account, *case.rate)
    yield from _begun(row.on for row in known)
    yield from _begun(one.date for one in case.event)
    yield from _begun(found.on for one in case.event for found in one.assessment)
    if case.person.died is not None:
        yield earliest(case.person.died)


def _begun(days: Iterable[Any]) -> Iterator[date]:
    yield from (earliest(day) for day in days)


def _ends(start: Any, end: Any) -> Iterator[date]:
    if start is not None:
        yield earliest(start)
    if end is not None and latest(end) < date.max:
        yield latest(end) + ONE_DAY
