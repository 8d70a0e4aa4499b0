"""The contingency of a case: the day invalidity began, or the day of death, and what the law asks about that day.

Periods count up to that day, and the law of that day opens the right and names the formula; minimum, maximum and other
amounts in money, the rounding and the payments are those of the day decided for. No instrument or law on the shelf says
otherwise; where none says so at all, it is an assumed reading, and a decision says it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from portability.assessment.figures import Reader, per_year
from portability.assessment.person import age_dates
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.case.tables import Event
from portability.citation import FACT_STANDINGS
from portability.document.leaf import earliest, latest
from portability.frozen import frozen
from portability.law.dated import Leaf
from portability.number.exact import quantity, whole
from portability.number.unknown import unknown, unknown_truth
from portability.periods.dates import add_months, elapsed
from portability.periods.spans import Span
from portability.record.step import Fact, Told

Key = tuple[str, str]
EVENTS = {"invalidity": "invalidity", "survivors": "death"}
READING = (
    "the law of the day of the contingency opens the right and names the formula, and amounts in money are those of the day "
    "decided for (assumed: the laws read do not say it)"
)


@frozen
class Contingency:
    """What happened to the insured person, and on which day; where it did not happen, or nobody says when, the day decided."""

    branch: str
    on: date
    happened: Told
    event: Event | None = None


def contingency(career: Career, branch: str, at: date) -> Contingency | None:
    """The contingency that a branch is for, as far as a day knows it; None for a branch without one."""
    kind = EVENTS.get(branch)
    if kind is None:
        return None
    events = [one for one in career.case.event if one.kind == kind and one.person == "insured"]
    path = f"event of kind {kind}"
    died = career.case.person.died
    known = [(latest(one.date), earliest(one.date), one) for one in events if earliest(one.date) <= at]
    if kind == "death" and died is not None:
        standing = career.case.person.standing or "declared"
        return _when(branch, earliest(died), latest(died), at, Fact("person.died", "facts", standing, "yesno"))
    if not events:
        return Contingency(branch, at, Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno")))
    if not known:
        return Contingency(branch, at, Told(False, Fact(path, "facts", "declared", "yesno")))
    last, first, event = max(known, key=lambda one: (one[0], one[1], one[2].id))
    fact = Fact(f"event {event.id}", "facts", event.standing or "declared", "yesno")
    return _when(branch, first, last, at, fact, event)


def _when(branch: str, first: date, last: date, at: date, fact: Fact, event: Event | None = None) -> Contingency:
    if first > at:
        return Contingency(branch, at, Told(False, fact), event)
    happened = Told(True if last <= at else unknown_truth(fact.path), fact)
    return Contingency(branch, min(last, at), happened, event)


def degree_found(key: Key, what: Contingency, found: Sequence[Binding], at: date) -> Told:
    """The last degree that this State's institution found; else one that an instrument makes binding on it."""
    country, scheme = key
    rows = () if what.event is None else what.event.assessment
    told = [row for row in rows if row.degree is not None and earliest(row.on) <= at]
    for state in (country, *_binding_on(f"{country}.{scheme}", found, at), None):
        mine = [row for row in told if row.country == state]
        if mine:
            row = max(mine, key=lambda one: earliest(one.on))
            path = f"assessment of {state or 'incapacity'} on {row.on}"
            value = whole(quantity(str(row.degree)).value)
            return Told(value, Fact(path, "facts", row.standing or ("certified" if state else "declared"), "share"))
    path = f"event.assessment by {country}"
    return Told(unknown(path, low=0, high=1), Fact(path, "facts", "missing", "share"))


def _binding_on(scheme: str, found: Sequence[Binding], at: date) -> tuple[str, ...]:
    """The States whose finding on the degree binds a scheme under an instrument."""
    states: list[str] = []
    for binding in found:
        leaf = binding.leaf("invalidity", "degree_binding", at) if binding.operates("invalidity") else None
        for text in () if leaf is None else leaf.is_ or ():
            bound, _, by = str(text).partition(":")
            if bound.strip() == scheme and by.strip() in binding.states:
                states.append(by.strip())
    return tuple(states)


def event_facts(
    reader: Reader, career: Career, key: Key, what: Contingency, given: dict[str, Any], at: date
) -> tuple[set[str], Mapping[str, Told], list[tuple[date, str, Leaf]]]:
    """What the law asks of the day of the contingency: the parts of the shape, insurance then by State, and days to come."""
    parts: set[str] = set()
    insured: dict[str, Told] = {}
    again: list[tuple[date, str, Leaf]] = []
    for name, day in (("until_age", what.on), ("converts", at)):
        leaf = reader.leaf(name)
        if leaf is not None:
            parts.add(name)
            given[name] = _before_age(leaf, career, day)
            if name == "converts" and leaf.is_ is not None and career.born is not None:
                again.append((age_dates(leaf, career.born)[1], "the pension becomes one of old age", leaf))
    leaf = reader.leaf("insured_at_event")
    if leaf is not None and leaf.is_ is not False:
        parts.add("insured_at_event")
        states = dict.fromkeys([key[0], *(spell.country for spell in career.spells)])
        insured = {state: _insured_then(leaf, career, state, what.on) for state in states}
        given["insured_at_event"] = insured[key[0]]
    leaf = reader.leaf("future")
    if leaf is not None:
        parts.add("future")
        given["future"] = _future(reader, leaf, career, what.on)
    leaf = reader.leaf("full_from")
    if leaf is not None:
        given["denominator"] = _full(reader, leaf, career, what.on)
    return parts, insured, again


def _full(reader: Reader, leaf: Leaf, career: Career, on: date) -> Told:
    """The length for a full pension: a share of the whole months from an age to the contingency, in the unit of the regime."""
    if leaf.get("age") is None:
        return reader.not_known(leaf, "length")
    if career.born is None:
        return Told(unknown("person.born"), Fact("person.born", "facts", "missing", "length", leaf.cites))
    share = quantity(str(leaf.get("share"))).value * per_year(reader.unit, reader.day_system) / 12
    days = [day - timedelta(days=1) for day in age_dates(leaf, career.born, leaf.get("age"))]
    lengths = sorted({whole(share * _months(day, on)) for day in days})
    fact = Fact("person.born", "facts", career.born_standing, "length", leaf.cites, read_by=leaf.standing)
    if len(lengths) > 1:
        return Told(unknown("person.born", low=lengths[0], high=lengths[-1]), fact)
    return Told(lengths[0], fact)


def _before_age(leaf: Leaf, career: Career, day: date) -> Told:
    """Whether a day comes before an age is reached."""
    if leaf.is_ is None:
        return Told(unknown_truth(leaf.path), Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason))
    if career.born is None:
        return Told(unknown_truth("person.born"), Fact("person.born", "facts", "missing", "yesno", leaf.cites))
    first, last = age_dates(leaf, career.born)
    fact = Fact("person.born", "facts", career.born_standing, "yesno", leaf.cites, read_by=leaf.standing)
    return Told(unknown_truth("person.born") if first <= day < last else day < first, fact)


def _insured_then(leaf: Leaf, career: Career, state: str, on: date) -> Told:
    """Whether the person was insured in a State on a day, or not longer before it than the law allows."""
    within = leaf.get("within")
    since = on
    if within is not None:
        length = quantity(str(within))
        since = add_months(on, -int(length.value * 12 / per_year(length.unit)), "earlier")
    if leaf.is_ is None:
        return Told(unknown_truth(leaf.path), Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason))
    return insured(career, state, since, on, leaf)


def insured(career: Career, state: str, since: date, on: date, leaf: Leaf | None) -> Told:
    """Whether the person was insured in a State on a day, or at some time since another; open where time has no dates."""
    mine = [spell for spell in career.spells if spell.country == state]
    held = [spell for spell in mine if spell.span is not None and spell.span.start <= on and spell.span.end >= since]
    path, cites = f"insurance in {state} on {on}", None if leaf is None else leaf.cites
    read_by = None if leaf is None else leaf.standing
    if held:
        standing = min((spell.standing for spell in held), key=FACT_STANDINGS.index)
        return Told(True, Fact(path, "facts", standing, "yesno", cites, read_by=read_by))
    if any(spell.span is None for spell in mine):
        return Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno", cites))
    standing = max((spell.standing for spell in mine), key=FACT_STANDINGS.index, default="declared")
    return Told(False, Fact(path, "facts", standing, "yesno", cites, read_by=read_by))


def _future(reader: Reader, leaf: Leaf, career: Career, on: date) -> Told:
    """The whole months from the day after the contingency to an age, or a share of them, in the unit of the regime."""
    if leaf.get("until_age") is None:
        return reader.not_known(leaf, "length")
    if career.born is None:
        return Told(unknown("person.born"), Fact("person.born", "facts", "missing", "length", leaf.cites))
    ends = {_months(on, day) for day in age_dates(leaf, career.born, leaf.get("until_age"))}
    lengths = sorted(_credited(reader, leaf, months) for months in ends)
    fact = Fact("person.born", "facts", career.born_standing, "length", leaf.cites, read_by=leaf.standing)
    if len(lengths) > 1:
        return Told(unknown("person.born", low=lengths[0], high=lengths[-1]), fact)
    return Told(whole(lengths[0]), fact)


def _months(on: date, until: date) -> int:
    first = on + timedelta(days=1)
    if until <= first:
        return 0
    time = elapsed(Span(first, until - timedelta(days=1)), "later")
    return time.years * 12 + time.months


def _credited(reader: Reader, leaf: Leaf, months: int) -> Fraction:
    share = leaf.get("share")
    length = Fraction(months) * per_year(reader.unit, reader.day_system) / 12
    length = length if share is None else length * quantity(str(share)).value
    limit = leaf.get("limit")
    return length if limit is None else min(length, Fraction(reader.in_unit(quantity(str(limit)))))
