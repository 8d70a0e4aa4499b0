"""A life cut into stretches: days on which nothing changes, with all that holds on them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from portability.assessment.case_plan import CasePlan
from portability.assessment.path_days import told_days
from portability.assessment.path_marks import Foreseen, marks
from portability.assessment.path_told import due_on, held, insured_on, lives_in, once_of, per_month
from portability.case.model import Case
from portability.document.leaf import earliest, latest
from portability.record import path as record
from portability.record.decision import Decision

ONE_DAY = timedelta(days=1)
NOT_KNOWN = ("not known",)


@dataclass(slots=True)
class Life:
    """What a life is cut from: facts, decisions by their day, and what is known to happen."""

    case: Case
    at: date
    decisions: Mapping[date, Decision]
    spells: Sequence[record.Spell]
    plans: Sequence[tuple[str, CasePlan]]
    start: date
    last: date
    claimed: Mapping[tuple[str, str], date] = field(init=False)
    begun: date = field(init=False)
    is_dated: bool = field(init=False)

    def __post_init__(self) -> None:
        self.claimed = self._claims()
        self.begun = min((one.start for one in self.spells if one.start is not None), default=date.max)
        self.is_dated = all(one.start is not None for one in self.spells)

    def cut(self) -> tuple[record.Stretch, ...]:
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
        paid: set[str] = set()  # benefits that were paid: refused later, they have ended
        for start, then, insured in zip(bounds, [*bounds[1:], self.last + ONE_DAY], self._held(bounds), strict=True):
            one = self._stretch(start, then - ONE_DAY, days, insured)
            one = replace(one, happened=tuple(happened.get(start, ())), once=tuple(once.get(start, ())))
            due = tuple(each for each in one.due if each.status != "refused" or each.benefit not in paid)
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

    def _held(self, bounds: Sequence[date]) -> Iterator[tuple[record.Insured, ...]]:
        """The periods that hold at each of some days in their order: each is looked at from its begin to its end only."""
        order = {one.id: n for n, one in enumerate(self.spells)}
        waiting = sorted((one for one in self.spells if one.start is not None), key=lambda one: (one.start, order[one.id]))
        here: list[record.Spell] = []
        at = 0
        for day in bounds:
            while at < len(waiting) and (waiting[at].start or day) <= day:
                here.append(waiting[at])
                at += 1
            here = [one for one in here if one.end is not None and day <= one.end]
            yield insured_on(sorted(here, key=lambda one: order[one.id]), day)

    def _stretch(self, start: date, end: date, days: Sequence[date], insured: tuple[record.Insured, ...]) -> record.Stretch:
        place = bisect_right(days, start) - 1
        decision = self.decisions[days[max(place, 0)]]
        due = tuple(due_on(decision, start, self.claimed, place >= 0)) if place >= 0 or self._paid_before(start) else ()
        return record.Stretch(
            start=start,
            end=end,
            decided_for=days[place] if place >= 0 else None,
            lives_in=lives_in(self.case, start),
            insured=insured,
            gap=self._gap(start, days[0], insured),
            due=due,
            per_month=per_month(due, start),
            care=held(decision.care, start, record.CareHeld) if place >= 0 else (),
            floor=held(decision.floor, start, record.Guaranteed) if place >= 0 else (),
        )

    def _paid_before(self, day: date) -> bool:
        """Whether the first decision has something paid for a day before it."""
        first = self.decisions[min(self.decisions)]
        return any(paid.start <= day for benefit in first.benefits for paid in benefit.payments if paid.per != "once")

    def _claims(self) -> dict[tuple[str, str], date]:
        """The first claim of each branch by each claimant; decided earlier, all is taken as claimed that day."""
        found: dict[tuple[str, str], date] = {}
        for claim in self.case.claim:
            for branch in claim.branches:
                day = earliest(claim.date)
                found[branch, claim.claimant] = min(day, found.get((branch, claim.claimant), day))
        return {} if found and self.at < min(found.values()) else found

    def _gap(self, day: date, decided: date, insured: Sequence[record.Insured]) -> record.Gap | None:
        died = self.case.person.died
        if insured or day < self.begun or day >= decided or (died is not None and latest(died) < day):
            return None
        return "gap" if self.is_dated else "perhaps"

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
            for law in one.laws:
                yield from _ends(law.start, law.end)
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
