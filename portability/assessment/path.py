"""A life laid out in time: decided for every day on which something changes, and told in the stretches between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from portability.assessment.case_plan import CasePlan
from portability.assessment.decide import COMPUTED, asked, branches_of, decide, decide_branch, decided_on
from portability.assessment.path_days import deciding_days, told_days
from portability.assessment.path_marks import Foreseen, marks
from portability.assessment.path_told import due_on, held, insured_on, lives_in, once_of, per_month, spells
from portability.assessment.scope import AgreementSet
from portability.case.model import Case
from portability.document.leaf import earliest, latest
from portability.law.known import known_on
from portability.law.shelf import Shelf, default_shelf
from portability.periods.dates import add_years
from portability.record import path as record
from portability.record.decision import Decision

NOT_KNOWN = ("not known",)
ONE_DAY = timedelta(days=1)
AHEAD = 20  # years after the day of decision that are looked at where no day is given
AFTER = 1  # year told after the last change
TAKEN = (
    "after the last period nothing more is earned or insured, and the law is that of the shelf: later changes are not foreseen",
    "on each day that is due which the decision for the last change before it says; the floor and what is refused are told from "
    "the first decision on",
)
UNCLAIMED = "no claim is told: a benefit is taken to be claimed on the day its right opens"
STANDS = "a claim that is refused is taken to stand until the right opens"


def path(
    case: Case,
    at: date | None = None,
    agreements: AgreementSet | None = None,
    shelf: Shelf | None = None,
    *,
    until: date | None = None,
    as_of: date | None = None,
) -> record.Path:
    """The life of a case under one set of agreements; `at`: the day of decision (default: that of the claim).

    `until` is the last day told (default: a year after the last change within twenty years), `as_of` the day the law is
    known of. Raises what `decide` raises: `Refused` for names no law has, ValueError for a case without claim and day, and
    for an `until` before the day of decision.
    """
    law, chosen = known_on(shelf or default_shelf(), as_of), agreements or AgreementSet("as-bound")
    day = at or decided_on(case)
    if day is None:
        raise ValueError("the case has no claim: say the day to decide for")
    if until is not None and until < day:
        raise ValueError(f"{until} lies before the day decided for, {day}")
    decided = _Decided(case, chosen, law, as_of, {})
    here = decided.on(day)
    plans = [
        (branch, decide_branch(case, branch, day, chosen, law, who).plan) for branch, who in asked(case) if branch in COMPUTED
    ]
    first = min([day, *(earliest(claim.date) for claim in case.claim)])
    last = until or add_years(day, AHEAD, "earlier")
    decided.all({day, *deciding_days(case, plans, branches_of(case), law, first, last)}, first, last)
    told = spells(case, here.periods)
    life = _Life(case, day, decided.found, told, plans, _start(case, told, first), last)
    stretches = life.stretches()
    if until is None:
        stretches = _cut(stretches, day)
    return record.Path(
        case=here.case,
        agreements=chosen.id,
        at=day,
        law_as_of=as_of,
        hashes=here.decided_under.hashes,
        start=stretches[0].start,
        end=stretches[-1].end,
        decisions=len(decided.found),
        states=_states(told, stretches, law),
        spells=told,
        stretches=stretches,
        taken=(*TAKEN, STANDS if case.claim else UNCLAIMED),
        not_certain=here.not_certain,
        not_modelled=here.not_modelled,
    )


@dataclass(slots=True)
class _Decided:
    """The decisions on a case, one a day."""

    case: Case
    chosen: AgreementSet
    law: Shelf
    as_of: date | None
    found: dict[date, Decision]

    def on(self, day: date) -> Decision:
        if day not in self.found:
            self.found[day] = decide(self.case, day, self.chosen, self.law, as_of=self.as_of)
        return self.found[day]

    def all(self, days: set[date], first: date, last: date) -> None:
        """Decide for each day, and for each that a decision itself names, until none is new."""
        while days:
            told = {day for each in sorted(days) for day in told_days(self.on(each))}
            days = {day for day in told if first <= day <= last} - self.found.keys()


@dataclass(slots=True)
class _Life:
    """What a life is cut from: facts, decisions, what happened."""

    case: Case
    at: date
    decisions: Mapping[date, Decision]
    spells: Sequence[record.Spell]
    plans: Sequence[tuple[str, CasePlan]]
    start: date
    last: date

    def stretches(self) -> tuple[record.Stretch, ...]:
        """The stretches from the first day to the last, without holes; where nothing changes there is one."""
        days = sorted(self.decisions)
        happened = self._by_day(marks(self.case, self.at, self.plans))
        foreseen = Foreseen(self.decisions[day] for day in days)
        once = self._once(days)
        cuts = {self.start, *happened, *once, *days, *self._facts()}
        for decision in self.decisions.values():
            cuts |= set(told_days(decision))
        bounds = sorted(day for day in cuts if self.start <= day <= self.last)
        whole: list[record.Stretch] = []
        paid: set[str] = set()
        for start, then in zip(bounds, [*bounds[1:], self.last + ONE_DAY], strict=True):
            one = self._stretch(start, then - ONE_DAY, days, tuple(happened.get(start, ())), tuple(once.get(start, ())))
            due = tuple(each for each in one.due if each.status != "refused" or each.benefit not in paid)  # it has ended
            paid |= {each.benefit for each in due if each.money is not None} | {each.benefit for each in one.once}
            one = replace(one, due=due)
            before = whole[-1].due if whole else ()
            aged = any(mark.kind == "age" for mark in one.happened)
            one = replace(one, happened=(*one.happened, *foreseen.on(start, before, one.due, aged)))
            if whole and _goes_on(whole[-1], one):
                whole[-1] = replace(whole[-1], end=one.end)
            else:
                whole.append(one)
        return tuple(whole)

    def _stretch(
        self, start: date, end: date, days: Sequence[date], happened: tuple[record.Mark, ...], once: tuple[record.Once, ...]
    ) -> record.Stretch:
        place = bisect_right(days, start) - 1
        decision = self.decisions[days[max(place, 0)]]
        insured = insured_on(self.spells, start)
        due = tuple(due_on(decision, start, self._claimed(), place >= 0)) if place >= 0 or self._paid_before(start) else ()
        return record.Stretch(
            start=start,
            end=end,
            decided_for=days[place] if place >= 0 else None,
            lives_in=lives_in(self.case, start),
            insured=insured,
            gap=self._gap(start, days[0], insured),
            due=due,
            once=once,
            per_month=per_month(due, start),
            care=held(decision.care, start, record.CareHeld) if place >= 0 else (),
            floor=held(decision.floor, start, record.Guaranteed) if place >= 0 else (),
            happened=happened,
        )

    def _paid_before(self, day: date) -> bool:
        """Whether the first decision has something paid for a day before it."""
        first = self.decisions[min(self.decisions)]
        return any(paid.start <= day for benefit in first.benefits for paid in benefit.payments if paid.per != "once")

    def _claimed(self) -> dict[tuple[str, str], date]:
        """The first claim of each branch by each claimant; decided earlier, all is taken as claimed that day."""
        found: dict[tuple[str, str], date] = {}
        for claim in self.case.claim:
            for branch in claim.branches:
                day = earliest(claim.date)
                found[branch, claim.claimant] = min(day, found.get((branch, claim.claimant), day))
        return {} if found and self.at < min(found.values()) else found

    def _gap(self, day: date, decided: date, insured: Sequence[record.Insured]) -> record.Gap | None:
        begun = [one.start for one in self.spells if one.start is not None]
        died = self.case.person.died
        if insured or not begun or day < min(begun) or day >= decided or (died is not None and latest(died) < day):
            return None
        return "perhaps" if any(one.start is None for one in self.spells) else "gap"

    def _once(self, days: Iterable[date]) -> dict[date, list[record.Once]]:
        """What is paid once, by its day: as the first decision that has it paid tells it."""
        seen: set[tuple[str, str]] = set()
        found: dict[date, list[record.Once]] = {}
        for each in days:
            for day, one in once_of(self.decisions[each], self.at):
                if (one.benefit, one.kind) not in seen:
                    seen.add((one.benefit, one.kind))
                    found.setdefault(max(day, self.start), []).append(one)
        return found

    def _by_day(self, told: Iterable[record.Mark]) -> dict[date, list[record.Mark]]:
        found: dict[date, list[record.Mark]] = {}
        for mark in told:
            found.setdefault(mark.on, []).append(mark)
        return found

    def _facts(self) -> Iterator[date]:
        """The days on which a period, a part of one that gives way, or a residence begins or is over."""
        for one in self.spells:
            yield from _ends(one.start, one.end)
            for by in one.displaced_by:
                yield from _ends(by.start, by.end)
        for row in self.case.residence:
            yield from _ends(*(None if day is None else edge(day) for day, edge in ((row.start, earliest), (row.end, latest))))
        if self.case.person.died is not None:
            yield latest(self.case.person.died) + ONE_DAY
        for claim in self.case.claim:
            yield earliest(claim.date)


def _ends(start: date | None, end: date | None) -> Iterator[date]:
    if start is not None:
        yield start
    if end is not None and end < date.max:
        yield end + ONE_DAY


def _goes_on(before: record.Stretch, then: record.Stretch) -> bool:
    """Whether nothing is different in the second of two stretches: what was told of the first holds on."""
    if then.happened or then.once or (before.decided_for is None) != (then.decided_for is None):
        return False
    same = replace(
        then, start=before.start, end=before.end, decided_for=before.decided_for, happened=(), once=(), due=_known(then)
    )
    return same == replace(before, happened=(), once=(), due=_known(before))


def _known(stretch: record.Stretch) -> tuple[record.Due, ...]:
    """What is due, whatever the facts are called that are missing: they bear the year they are missing for."""
    return tuple(
        one if one.money is None or one.money.is_known else replace(one, money=replace(one.money, unknown=NOT_KNOWN))
        for one in stretch.due
    )


def _start(case: Case, told: Sequence[record.Spell], first: date) -> date:
    """The first day that is told: that of the first period, accident or payment; else a year before the first decision."""
    begun = [one.start for one in told if one.start is not None] + [earliest(event.date) for event in case.event]
    return min(min(begun, default=add_years(first, -1, "earlier")), first)


def _cut(stretches: Sequence[record.Stretch], at: date) -> tuple[record.Stretch, ...]:
    """The stretches up to a year after the last change, and no less than a year after the decision."""
    last = stretches[-1]
    end = add_years(max(last.start, at), AFTER, "earlier") - ONE_DAY
    return (*stretches[:-1], replace(last, end=min(last.end, end)))


def _states(
    told: Sequence[record.Spell], stretches: Sequence[record.Stretch], law: Shelf
) -> tuple[record.State, ...]:
    """The States of the life, in the order in which they come in."""
    found = [one.country for one in told]
    for each in stretches:
        rows: tuple[Any, ...] = (*each.due, *each.once, *each.floor)
        found += [row.country for row in rows]
        found += [] if each.lives_in is None else [each.lives_in]
    titles = {country: (law.national(country) or {}).get("title") for country in dict.fromkeys(found)}
    return tuple(record.State(country=country, title=title) for country, title in titles.items())
