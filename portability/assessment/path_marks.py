"""What happens in a life, day by day: births, deaths, accidents, ages reached, claims, moves, and the decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from portability.assessment.case_plan import CasePlan
from portability.assessment.path_told import worked
from portability.case.model import Case
from portability.document.leaf import earliest
from portability.periods.dates import age_on
from portability.record.decision import Decision
from portability.record.path import Due, Mark, MarkKind

NAMED = ("accident", "disease")  # events that benefits and care bear the name of
OF_AGE = "age"  # the word by which a day of reckoning anew tells that it hangs on an age


class _Told(NamedTuple):
    """Something that happens to one person."""

    on: date
    kind: MarkKind
    what: str
    person: str = "insured"
    country: str | None = None


def marks(case: Case, at: date, plans: Sequence[tuple[str, CasePlan]]) -> tuple[Mark, ...]:
    """What is known to happen, in the order of time; what happens to several persons on a day is told once."""
    told = [*_of_the_person(case), *_of_the_family(case), *_events(case), *_moves(case), *_work(case)]
    told += [*_ages(plans), *_claims(case)]
    told.append(_Told(at, "decision", "day of decision"))
    persons: dict[Any, dict[str, None]] = {}
    for one in told:
        persons.setdefault((one.on, one.kind, one.what, one.country), {})[one.person] = None
    found = [
        Mark(on=on, kind=kind, what=what, country=country, persons=tuple(who))
        for (on, kind, what, country), who in persons.items()
    ]
    return tuple(sorted(found, key=lambda mark: mark.on))


class Foreseen:
    """What decisions foresee of each benefit, by its day: told where it comes true."""

    def __init__(self, decisions: Iterable[Decision]) -> None:
        self._found: dict[date, dict[tuple[str, str], tuple[str, str]]] = {}
        for decision in decisions:
            for benefit in decision.benefits:
                for again in benefit.recompute:
                    if again.on is not None:
                        known = self._found.setdefault(again.on, {})
                        known[benefit.id, again.because] = (benefit.beneficiary, benefit.country)

    def on(self, day: date, before: Iterable[Due], now: Iterable[Due], aged: bool) -> tuple[Mark, ...]:
        """Why the benefits that changed on a day did; `aged`: an age that is reached is told already."""
        changed = {one.benefit for one in set(before) ^ set(now)}
        persons: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
        for (benefit, because), (who, country) in self._found.get(day, {}).items():
            if benefit in changed and not (aged and OF_AGE in because):
                names, countries = persons.setdefault(because, ({}, {}))
                names[who], countries[country] = None, None
        return tuple(
            Mark(on=day, kind="benefit", what=f"{because} ({', '.join(sorted(countries))})", persons=tuple(names))
            for because, (names, countries) in persons.items()
        )


def _of_the_person(case: Case) -> Iterator[_Told]:
    if case.person.born is not None:
        yield _Told(earliest(case.person.born), "person", "is born")
    if case.person.died is not None:
        yield _Told(earliest(case.person.died), "person", "dies")


def _of_the_family(case: Case) -> Iterator[_Told]:
    for one in case.family:
        if one.born is not None:
            yield _Told(earliest(one.born), "family", "is born", one.id)
        if one.died is not None:
            yield _Told(earliest(one.died), "family", "dies", one.id)
        for stretch in one.married:
            if stretch.start is not None:
                yield _Told(earliest(stretch.start), "family", "marries", one.id)
            if stretch.end is not None:
                yield _Told(earliest(stretch.end), "family", "the marriage ends", one.id)


def _events(case: Case) -> Iterator[_Told]:
    for event in case.event:
        name = event.kind.replace("_", " ") + (f" {event.id}" if event.kind in NAMED else "")
        yield _Told(earliest(event.date), "event", name, event.person, event.country)
        for found in event.assessment:
            degree = f"a degree of {found.degree}" if found.degree is not None else f"grade {found.grade}"
            what = f"{name}: {degree} is found"
            yield _Told(earliest(found.on), "event", what, event.person, found.country or event.country)


def _ages(plans: Sequence[tuple[str, CasePlan]]) -> Iterator[_Told]:
    """The ages that open a benefit, each with the schemes in which it does."""
    found: dict[tuple[date, str, str], list[str]] = {}
    for branch, plan in plans:
        for planned in plan.plans:
            for day, what in ((planned.early_from, f"early {branch}"), (planned.age_reached, branch)):
                if day is not None:
                    found.setdefault((day, plan.career.who, what), []).append(" ".join(filter(None, planned.key)))
    for (day, who, branch), where in found.items():
        born = next((plan.career.born for _, plan in plans if plan.career.who == who), None)
        age = "" if born is None or born[1] > day else f" {age_on(born[1], day, 'later')}"
        yield _Told(day, "age", f"reaches age{age}: {branch.replace('_', ' ')} in {', '.join(dict.fromkeys(where))}", who)


def _moves(case: Case) -> Iterator[_Told]:
    for residence in case.residence:
        if residence.start is not None:
            what = f"lives in {residence.country}"
            yield _Told(earliest(residence.start), "residence", what, residence.person, residence.country)
    for held in case.nationality:
        if held.start is not None:
            what = f"becomes a national of {held.country}"
            yield _Told(earliest(held.start), "nationality", what, held.person, held.country)


def _work(case: Case) -> Iterator[_Told]:
    for one in worked(case):
        sent = "" if one.posted_from is None else f", posted from {one.posted_from}"
        yield _Told(one.start, "work", f"begins to work in {one.country}{sent}", "insured", one.country)
        if one.end is not None and one.end < date.max:
            yield _Told(one.end + timedelta(days=1), "work", f"no longer works in {one.country}{sent}", "insured", one.country)


def _claims(case: Case) -> Iterator[_Told]:
    for claim in case.claim:
        branches = ", ".join(branch.replace("_", " ") for branch in claim.branches)
        where = "" if claim.lodged_in is None else f", lodged in {claim.lodged_in}"
        yield _Told(earliest(claim.date), "claim", f"claim: {branches}{where}", claim.claimant, claim.lodged_in)
