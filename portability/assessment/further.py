"""Lengths that a law asks beside its qualifying period, or in its place: within a window, of some kinds, in another unit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from portability.assessment import lengths as counted
from portability.assessment.ages import months_between_days
from portability.assessment.counting_law import narrowed
from portability.assessment.figures import Reader, per_year
from portability.assessment.plan import Planned
from portability.citation import FACT_STANDINGS
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.unknown import unknown
from portability.periods.counting import Accepted
from portability.periods.dates import add_months
from portability.periods.spells import KINDS, Spell
from portability.periods.units import Unit
from portability.record.step import Fact, Told

KEYS = ("further", "alternative")
ONE_DAY = timedelta(days=1)


def further_facts(plan: Planned, reader: Reader, spells: Sequence[Spell], at: date, given: dict[str, Any]) -> set[str]:
    """What the law asks further, and what the State's own periods give of it; returns the parts of the shape."""
    parts = set()
    for key in KEYS:
        leaf = reader.leaf(key)
        if leaf is None:
            continue
        parts.add(key)
        unit = _unit(leaf, plan.unit)
        theirs = replace(reader, unit=unit.name, day_system=unit.day_system)
        given[key] = theirs.length(leaf)
        since, until = _window(leaf, plan.own.until, at)
        own = counted.own(plan.key, unit, spells, _kinds(leaf, plan.own.accepted), plan.own.reading, until, since)
        given[f"{key}_own"] = counted.told_own(own, "right", plan.where)
        plan.cites[f"{key}_met"] = plan.cites[f"{key}_total"] = leaf.cites
        plan.law_standing[f"{key}_met"] = leaf.standing
    registered = reader.leaf("registered")
    if registered is not None:
        parts.add("registered")
        given["registered"] = reader.length(registered)
        given["registered_for"] = _since_first_day(plan, reader, spells, at)
        plan.cites["registered_long_enough"] = registered.cites
    return parts


def together(planned: Planned, count: counted.Common, at: date, given: dict[str, Any]) -> set[str]:
    """The same lengths with the periods of all the States that an instrument links, in the unit in which they are asked."""
    parts = set()
    for key in KEYS:
        leaf = planned.reader.peek(key) if planned.reader is not None else None
        if leaf is None or f"{key}_own" not in given:
            continue
        unit = _unit(leaf, planned.unit)
        since, until = _window(leaf, count.until, at)
        again = counted.Common(
            count.keys,
            {**count.units, planned.key: unit},
            count.spells,
            count.overlap,
            count.conversion,
            {member: _kinds(leaf, accepted) for member, accepted in count.accepted.items()},
            count.left_out,
            count.read,
            until,
            since=max(since, count.since),
        )
        given[f"{key}_lengths"] = again.vector(planned.key, "right")
        parts.add(f"{key}_together")
    return parts


def _unit(leaf: Leaf, law: Unit) -> Unit:
    if leaf.get("unit") is None:
        return law
    return Unit.read({key: leaf.get(key) for key in ("unit", "part", "day_system") if leaf.get(key) is not None})


def _kinds(leaf: Leaf, accepted: Accepted) -> Accepted:
    kinds: Collection[str] = leaf.get("kinds") or KINDS
    return narrowed(accepted, kinds)


def _window(leaf: Leaf, until: date, at: date) -> tuple[date, date]:
    """The days looked at: all up to the day decided for, or the last so much calendar time before it."""
    if leaf.get("within") is None:
        return date.min, until
    found = quantity(str(leaf.get("within")))
    months = int(found.value * 12 / per_year(found.unit))
    return add_months(at, -months, "later"), at - ONE_DAY


def _since_first_day(plan: Planned, reader: Reader, spells: Sequence[Spell], at: date) -> Told:
    """The calendar time since the first insured day, in the unit of the regime; open upwards where periods have no dates."""
    path = f"the first day of insurance under {plan.where}"
    first = min((spell.span.start for spell in spells if spell.span is not None), default=at)
    months = months_between_days(first, at, "complete")
    length = Fraction(months * per_year(reader.unit, reader.day_system), 12)
    open_ = any(spell.span is None for spell in spells)
    standing = max((spell.standing for spell in spells), key=FACT_STANDINGS.index, default="certified")
    fact = Fact(path, "facts", standing, "length")
    return Told(unknown(path, low=length) if open_ else length, fact)
