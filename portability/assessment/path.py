"""A life laid out in time: decided for every day on which something changes, and told in the stretches between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from portability.assessment.decide import COMPUTED, asked, branches_of, decide, decide_branch, decided_on
from portability.assessment.path_days import deciding_days, told_days
from portability.assessment.path_stretches import Life
from portability.assessment.path_told import laws_held, spells, worked
from portability.assessment.scope import AgreementSet
from portability.case.model import Case
from portability.document.leaf import earliest
from portability.law.known import known_on
from portability.law.shelf import Shelf, default_shelf
from portability.periods.dates import add_years
from portability.record import path as record
from portability.record.decision import Decision

ONE_DAY = timedelta(days=1)
AHEAD = 20  # years after the day of decision that are looked at where no day is given
AFTER = 1  # year told after the last change
TAKEN = (
    "after the last period nothing more is earned or insured, and the law is that of the shelf: later changes are not foreseen",
    "what is due on a day is what was decided for the last day before it on which anything changes; the floor, care and what is "
    "refused are told from the first decision on",
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
    decided = _Decided(case, chosen, law, as_of, day, {})
    here = decided.on(day)
    plans = [
        (branch, decide_branch(case, branch, day, chosen, law, who).plan) for branch, who in asked(case) if branch in COMPUTED
    ]
    first = min([day, *(earliest(claim.date) for claim in case.claim)])
    last = until or add_years(day, AHEAD, "earlier")
    decided.all({day, *deciding_days(case, plans, branches_of(case), law, first, last)}, first, last)
    told = spells(case, here.periods, laws_held(case, day, chosen, law, asked(case)))
    work = tuple(worked(case))
    stretches = Life(case, day, decided.found, told, plans, _start(case, told, first), last).cut()
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
        states=_states((*told, *work), stretches, law),
        spells=told,
        work=work,
        stretches=stretches,
        findings=tuple(one for one in here.findings if one.kind == "legislation"),
        taken=(*TAKEN, STANDS if case.claim else UNCLAIMED),
        not_certain=here.not_certain,
        not_modelled=here.not_modelled,
    )


@dataclass(slots=True)
class _Decided:
    """The decisions on a case, one a day; that for the day asked about alone is told with its reasons."""

    case: Case
    chosen: AgreementSet
    law: Shelf
    as_of: date | None
    at: date
    found: dict[date, Decision]

    def on(self, day: date) -> Decision:
        if day not in self.found:
            self.found[day] = decide(self.case, day, self.chosen, self.law, as_of=self.as_of, spoken=day == self.at)
        return self.found[day]

    def all(self, days: set[date], first: date, last: date) -> None:
        """Decide for each day, and for each that a decision itself names, until none is new."""
        while days:
            told = {day for each in sorted(days) for day in told_days(self.on(each))}
            days = {day for day in told if first <= day <= last} - self.found.keys()


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
    told: Sequence[record.Spell | record.Worked], stretches: Sequence[record.Stretch], law: Shelf
) -> tuple[record.State, ...]:
    """The States of the life, in the order in which they come in."""
    found = [one.country for one in told]
    for each in stretches:
        rows: tuple[Any, ...] = (*each.due, *each.once, *each.floor)
        found += [row.country for row in rows]
        found += [] if each.lives_in is None else [each.lives_in]
    titles = {country: (law.national(country) or {}).get("title") for country in dict.fromkeys(found)}
    return tuple(record.State(country=country, title=title) for country, title in titles.items())
