"""What a case still misses, and when each pension of old age opens: the same decision, asked again for later days.

Two lives are tried: the person is insured on in the last scheme, with the last earnings; or adds nothing more and only
grows older. Between two days on which the law changes or an age is reached, a right that has opened stays open, so the
first day is found by halving.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple, cast

from portability.assessment.decide import COMPUTED, Decided, asked, branches_of, decide, decide_branch
from portability.assessment.gaps import gaps, with_instrument
from portability.assessment.scope import AgreementSet
from portability.assessment.variants import Variants
from portability.case.model import Case
from portability.case.tables import Period
from portability.document.leaf import earliest, latest
from portability.law.dated import changes
from portability.law.known import known_on
from portability.law.shelf import Shelf, default_shelf
from portability.number.unknown import Unknown
from portability.periods.dates import add_years
from portability.record import missing as record
from portability.record.decision import Benefit

OLDEST = 100  # years of age up to which a pension is looked for
LONGEST = 60  # years, where the age is not known
STILL = timedelta(days=31)  # insured so shortly before the day, the person is taken to be insured on
LOOKED_FOR = ("old_age",)
"""The branches whose days are looked for: a contingency comes on no day that anybody could foretell."""
TAKEN = (
    "the law is taken as it stands on the shelf: what is known of later years is used, what changes later is not foreseen",
    "insured on: in the last insured scheme from the next day on, without a break, on the last earnings",
)


class _Right(NamedTuple):
    """Whether a pension is open on a day, and the instrument that opens it."""

    value: Any
    instrument: str | None
    force: str


@dataclass(slots=True)
class _Life:
    """A life that goes on in one way, asked for as many days as needed; each day is decided once."""

    case: Case
    branch: str
    chosen: AgreementSet
    shelf: Shelf
    found: dict[date, dict[tuple[str, str], _Right]] = field(default_factory=dict)

    def on(self, day: date) -> dict[tuple[str, str], _Right]:
        """Every scheme's pension as it is decided for a day."""
        if day not in self.found:
            done = decide_branch(self.case, self.branch, day, self.chosen, self.shelf)
            variants = Variants(done.plan, done.found, done.ledger, day)
            rights = {}
            for i, planned in enumerate(done.plan.plans):
                taken = variants.taken(i)
                name = None if taken is None else taken.binding.id
                force = "binding" if taken is None else variants.force(i, planned, taken)
                rights[planned.key] = _Right(done.found.chosen[i].right.value, name, force)
            self.found[day] = rights
        return self.found[day]


def missing(
    case: Case,
    at: date | None = None,
    agreements: AgreementSet | None = None,
    shelf: Shelf | None = None,
    besides: AgreementSet | None = None,
    as_of: date | None = None,
) -> record.Missing:
    """What every benefit of a case still misses, and the first day each pension opens.

    `besides` is a set that binds nobody: with it the lengths are told that an agreement would add; `as_of` is the day the
    law is known of. Raises what `decide` raises: `Refused` for names no law has, ValueError for a case without claim and day.
    """
    law, chosen = known_on(shelf or default_shelf(), as_of), agreements or AgreementSet("as-bound")
    decision = decide(case, at, chosen, law, as_of=as_of)
    day = decision.decided_under.at
    insured = insured_last(case, day)
    rows: list[record.MissingRow] = []
    for branch, who in asked(case):
        if branch in COMPUTED:
            mine = [one for one in decision.benefits if (one.branch, one.beneficiary) == (branch, who)]
            rows += _rows(case, branch, who, day, mine, chosen, besides, law, insured)
    return record.Missing(
        case=decision.case,
        agreements=chosen.id,
        at=day,
        law_as_of=as_of,
        hashes=decision.decided_under.hashes,
        insured=None if insured is None else insured[0],
        rows=tuple(rows),
        not_decided=cast(Any, tuple(branch for branch in branches_of(case) if branch not in COMPUTED)),
        taken=TAKEN if insured is not None else TAKEN[:1],
        not_certain=decision.not_certain,
    )


def insured_last(case: Case, at: date) -> tuple[record.Insured, Period] | None:
    """The last scheme of a case by its dates, and whether the person is still in it on a day; None without dates."""
    dated = [row for row in case.period if row.person == "insured" and row.kind != "assimilated" and row.start is not None]
    dated = [row for row in dated if row.end is not None and earliest(row.start) <= at]  # type: ignore[arg-type]  # dated
    if not dated:
        return None
    last = max(dated, key=lambda row: (latest(cast(Any, row.end)), earliest(cast(Any, row.start)), row.country, row.id))
    until = latest(cast(Any, last.end))
    told = record.Insured(country=last.country, scheme=last.scheme, until=until, now=until >= at - STILL)
    return told, last


def going_on(case: Case, last: Period, at: date, until: date) -> Case:
    """The same case with its last scheme going on, after its last day and after the day decided for, on equal earnings."""
    start = max(latest(cast(Any, last.end)), at) + timedelta(days=1)
    ids = {row.id for row in case.period}
    name = next(f"goes-on{n or ''}" for n in range(len(ids) + 1) if f"goes-on{n or ''}" not in ids)
    more = last.model_copy(update={"id": name, "start": start, "end": until, "certified": None, "standing": "assumed"})
    same = [row for row in case.earnings if (row.person, row.country, row.scheme) == ("insured", last.country, last.scheme)]
    paid: tuple[Any, ...] = ()
    if same:
        latest_row = max(same, key=lambda row: latest(row.end))
        if latest_row.per != "total":
            paid = (latest_row.model_copy(update={"start": start, "end": until, "standing": "assumed"}),)
    return case.model_copy(update={"period": (*case.period, more), "earnings": (*case.earnings, *paid)})


def _rows(
    case: Case,
    branch: str,
    who: str,
    at: date,
    benefits: Sequence[Benefit],
    chosen: AgreementSet,
    besides: AgreementSet | None,
    shelf: Shelf,
    insured: tuple[record.Insured, Period] | None,
) -> Iterator[record.MissingRow]:
    done = decide_branch(case, branch, at, chosen, shelf, who)
    other = None if besides is None else decide_branch(case, branch, at, besides, shelf, who)
    end = _end(case, at)
    lives: list[tuple[record.Situation, bool, _Life]] = []
    if insured is not None and branch in LOOKED_FOR:
        more = going_on(case, insured[1], at, end)
        lives.append(("insured_on", insured[0].now, _Life(more, branch, chosen, shelf)))
    if branch in LOOKED_FOR:
        lives.append(("nothing_more", insured is None or not insured[0].now, _Life(case, branch, chosen, shelf)))
    days = _days(done, at, end)  # of a contingency nobody could foretell the day: only what is missing now is told
    where = {planned.where: i for i, planned in enumerate(done.plan.plans)}
    for benefit in benefits:
        i = where.get(benefit.id.rpartition("/")[2])
        open_ = benefit.status == "entitled" and i is not None and done.found.chosen[i].right.value is True
        found: tuple[record.Gap, ...] = ()
        openings: tuple[record.Opening, ...] = ()
        if i is not None and not open_:
            found = (*gaps(done, i), *_besides(done, other, i))
            key = done.plan.plans[i].key
            openings = tuple(_opening(life, key, days, name, present) for name, present, life in lives)
        yield record.MissingRow(
            benefit=benefit.id,
            beneficiary=benefit.beneficiary,
            country=benefit.country,
            branch=benefit.branch,
            scheme=benefit.scheme,
            status=benefit.status,
            form=benefit.form,
            refusal=benefit.refusal,
            legal_force=benefit.legal_force,
            gaps=found,
            openings=openings,
        )


def _besides(done: Decided, other: Decided | None, i: int) -> Iterator[record.Gap]:
    """What the instruments of a further set would leave missing: those that were not asked already."""
    if other is None or done.found.alones[i].period.value is True:
        return
    asked = {run.binding.id for run in done.plan.runs}
    for run in other.plan.runs:
        if i in run.at and run.binding.id not in asked:
            yield from with_instrument(other, i, run)


def _end(case: Case, at: date) -> date:
    """The day up to which a pension is looked for: the hundredth birthday, or sixty years on."""
    born = case.person.born
    oldest = at if born is None else add_years(latest(born), OLDEST, "later")
    return oldest if oldest > at else add_years(at, LONGEST, "later")


def _days(done: Decided, at: date, end: date) -> list[date]:
    """The day itself, the days after which something other than a length changes: ages reached, law changed; and the end."""
    found = {end, at}
    for planned in done.plan.plans:
        found |= {day for day in (planned.age_reached, planned.early_from) if day is not None}
    for law in [*done.plan.laws.values(), *(binding.law for binding in done.plan.bindings)]:
        found |= changes(law)
    return sorted(day for day in found if at <= day <= end)


def _opening(
    life: _Life, key: tuple[str, str], days: Sequence[date], situation: record.Situation, present: bool
) -> record.Opening:
    sure = _first(life, key, days, lambda value: value is True)
    may = _first(life, key, days, lambda value: value is not False)
    if may is not None and (sure is None or may < sure):
        value = life.on(may)[key].value
        facts = tuple(sorted(value.facts)) if isinstance(value, Unknown) else ()
    else:
        may, facts = None, ()
    right = life.on(sure)[key] if sure is not None else _Right(None, None, "binding")
    return record.Opening(
        situation=situation,
        present=present,
        on=sure,
        possible_from=may,
        unknown=facts,
        instrument=right.instrument,
        legal_force=cast(Any, right.force),
        looked_to=days[-1],
    )


def _first(life: _Life, key: tuple[str, str], days: Sequence[date], holds: Any) -> date | None:
    """The first day on which a right holds: the first of the days at which it does, then halved back to the one before."""

    def is_so(day: date) -> bool:
        found = life.on(day).get(key)
        return found is not None and bool(holds(found.value))

    before: date | None = None
    for day in days:
        if is_so(day):
            low, high = before, day
            while low is not None and (high - low).days > 1:
                middle = low + (high - low) // 2
                low, high = (low, middle) if is_so(middle) else (middle, high)
            return high
        before = day
    return None
