"""What an old-age law asks of the person's age on the day decided for, and how early or late a pension is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portability.assessment.ages import ONE_DAY, Reached, months_between_days, months_of, reached
from portability.assessment.figures import Reader
from portability.assessment.plan import Planned
from portability.case.career import Career
from portability.citation import FACT_STANDINGS
from portability.document.leaf import earliest
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.unknown import unknown, unknown_truth
from portability.periods.dates import Missing, add_months, reaches_age
from portability.periods.spells import Spell
from portability.record.step import Fact, Told


def age_told(reader: Reader, career: Career, at: date, spells: Sequence[Spell] = ()) -> tuple[Told, Reached | None]:
    """Whether the pensionable age is reached on a day, and when it is; unknown where date of birth or cohort leave it open."""
    leaf = reader.leaf("age")
    if leaf is None:
        path = f"{reader.path}.age"
        told_apart = reader.law.get("assumed_only", False)
        return (Told(unknown_truth(path), Fact(path, "law", "assumed", "yesno")) if told_apart else Told(True)), None
    if leaf.is_ is None and leaf.get("rows") is None:
        return Told(unknown_truth(leaf.path), Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason)), None
    if career.born is None:
        return Told(unknown_truth("person.born"), Fact("person.born", "facts", "missing", "yesno", leaf.cites)), None
    found = reached(reader, leaf.raw, leaf.standing, leaf.get("missing_day", "later"), career, spells)
    return _answer(found, at, leaf), found


def _answer(found: Reached | None, at: date, leaf: Leaf) -> Told:
    """Whether an age is reached on a day, as sure as the facts and the law it rests on."""
    if found is None:
        return Told(unknown_truth(leaf.path), Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason))
    fact = Fact("person.born", "facts", found.facts, "yesno", leaf.cites, read_by=found.law)
    if found.first <= at < found.last:
        return Told(unknown_truth(*found.open), fact)
    return Told(at >= found.last, fact)


def age_facts(
    plan: Planned, reader: Reader, career: Career, spells: Sequence[Spell], at: date, given: dict[str, Any]
) -> set[str]:
    """The age, the early age, the months early or late; returns the parts of the shape that hang on the person."""
    parts: set[str] = set()
    given["age"], found = age_told(reader, career, at, spells)
    if found is not None:
        plan.age, plan.age_reached = found.ages, found.last
    drawn = _drawn(career, plan.member.place.branch, at)
    missing: Missing = reader.law_of("age").get("missing_day", "later")
    early = reader.peek("early")
    if "early" in plan.member.shape.parts and early is not None:
        given["early"], from_ = _early(reader, early, missing, career, spells, at)
        plan.early_from = None if from_ is None else from_.last
        on = drawn if from_ is not None and from_.last <= drawn else at
        given["drawn_in_time"] = given["age"] if on == at else _on(reader, career, on, spells)
        given["months_early"] = _months(found, on, early, early.get("months", "begun"), before=True)
        if "early_factors" in plan.member.shape.parts:
            given["age_drawn"] = _age_on(career, on, early)
    deferred = reader.peek("deferred")
    if "deferred" in plan.member.shape.parts and deferred is not None:
        on = _not_after(career, deferred, missing, drawn)
        given["months_late"] = _months(found, on, deferred, deferred.get("months", "complete"), before=False)
    leaving = reader.leaf("on_leaving")
    if leaving is not None:
        parts.add("on_leaving")
        given["left"] = _left(plan, leaving, spells, at)
        plan.cites["left_or_of_age"] = leaving.cites
    return parts


def _on(reader: Reader, career: Career, day: date, spells: Sequence[Spell]) -> Told:
    """Whether pension age was reached on an earlier day, by the law of the day decided for."""
    return age_told(reader, career, day, spells)[0]


def _drawn(career: Career, branch: str, at: date) -> date:
    """The day from which a pension is drawn: that of the claim for the branch, or an earlier one decided for."""
    claimed = [earliest(one.date) for one in career.case.claim if one.claimant == "insured" and branch in one.branches]
    return min((day for day in claimed if day <= at), default=at)


def _early(
    reader: Reader, leaf: Leaf, missing: Missing, career: Career, spells: Sequence[Spell], at: date
) -> tuple[Told, Reached | None]:
    """Whether the age of an early pension is reached, and when; open where the law asks what no case tells."""
    if career.born is None:
        return Told(unknown_truth("person.born"), Fact("person.born", "facts", "missing", "yesno", leaf.cites)), None
    found = reached(reader, leaf.raw, leaf.standing, missing, career, spells)
    told = _answer(found, at, leaf)
    before = leaf.get("born_before")
    if before is not None and career.born[0] >= before:
        return told._replace(value=False), None
    if told.value is False:
        return told, found
    if before is not None and career.born[1] >= before:
        return told._replace(value=unknown_truth("person.born")), found
    if leaf.get("asks") is not None:
        path = f"{leaf.path}: {leaf.get('asks')}"
        return Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno", leaf.cites)), found
    return told, found


def _months(found: Reached | None, on: date, leaf: Leaf, way: str, *, before: bool) -> Told:
    """The months from the day a pension is drawn to pension age, or from pension age to that day."""
    if found is None:
        return Told(unknown("person.born"), Fact("person.born", "facts", "missing", "length", leaf.cites))
    days = [(on, day) if before else (day, on) for day in (found.first, found.last)]
    low, high = sorted(months_between_days(start, end, way) for start, end in days)
    fact = Fact("person.born", "facts", found.facts, "length", leaf.cites)
    return Told(low if low == high else unknown(*found.open, low=low, high=high), fact)


def _age_on(career: Career, on: date, leaf: Leaf) -> Told:
    """The age on a day, in completed months."""
    if career.born is None:
        return Told(unknown("person.born"), Fact("person.born", "facts", "missing", "length", leaf.cites))
    low, high = (months_between_days(day, on, "complete") for day in (career.born[1], career.born[0]))
    fact = Fact("person.born", "facts", career.born_standing, "length", leaf.cites)
    return Told(low if low == high else unknown("person.born", low=low, high=high), fact)


def _not_after(career: Career, leaf: Leaf, missing: Missing, on: date) -> date:
    """The day a pension is drawn, no later than the age after which nothing is added."""
    if leaf.get("until_age") is None or career.born is None:
        return on
    return min(on, reaches_age(career.born[1], 0, months_of(leaf.get("until_age")), missing))


def _left(plan: Planned, leaf: Leaf, spells: Sequence[Spell], at: date) -> Told:
    """Whether the person has left the scheme for as long as the law asks."""
    path = f"the last day under {plan.where}"
    standing = max((spell.standing for spell in spells), key=FACT_STANDINGS.index, default="certified")
    fact = Fact(path, "facts", standing, "yesno", leaf.cites, read_by=leaf.standing)
    if leaf.is_ is None:
        return Told(unknown_truth(leaf.path), Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason))
    last = max((spell.span.end for spell in spells if spell.span is not None), default=None)
    if any(spell.span is None for spell in spells) and (last is None or last < at):
        return Told(unknown_truth(path), fact)
    found = quantity(str(leaf.is_))
    months = int(found.value * {"years": 12, "months": 1}.get(found.unit, 1))
    return Told(last is None or (last < at and add_months(last + ONE_DAY, months, "later") <= at), fact)
