"""Residence as laws ask for it: living in the State, having lived there long enough, and what instruments leave of that.

Time lived without a gap is counted by the calendar; time in several parts by its days, 365 to the year. `immediately`
before the claim means without a gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from portability.assessment.equality import Question, Treated, answered, rule_of, told_of
from portability.assessment.figures import Reader, per_year
from portability.assessment.mirror import mirrored
from portability.assessment.scope import Binding, first_day
from portability.case.career import Career
from portability.citation import FACT_STANDINGS
from portability.document.leaf import earliest, latest
from portability.frozen import frozen
from portability.law.dated import Leaf, leaf_at
from portability.number.exact import quantity, whole
from portability.number.unknown import Unknown, unknown
from portability.number.words import all_of, opposite
from portability.periods.dates import elapsed, reaches_age
from portability.periods.spans import Span, merge
from portability.record.step import Fact, Told


@frozen
class Lived:
    """The spans lived in a State: those that count, those of which it is not known, and how sure the rows are."""

    surely: tuple[Span, ...]
    perhaps: tuple[Span, ...]
    standing: str
    open: bool


def since_age(career: Career, age: str | None) -> date:
    """The first day of an age; the beginning of time where no age is named or the birth is not known."""
    if age is None or career.born is None:
        return date.min
    found = quantity(age)
    return reaches_age(career.born[1], 0, int(found.value * 12 if found.unit == "years" else found.value), "later")


def lived(career: Career, country: str, at: date, since: date = date.min, as_status: Sequence[str] = ()) -> Lived:
    """Where the person lived in a State up to a day (of one who died before: up to death), and in what status."""
    day = career.alive(at)
    surely: list[Span] = []
    perhaps: list[Span] = []
    standing, open_ = "certified", False
    for row in career.case.residence:
        if row.person != "insured" or row.country != country:
            continue
        standing = max(standing, row.standing or "declared", key=FACT_STANDINGS.index)
        if row.start is None:
            open_ = True
            continue
        start, end = max(earliest(row.start), since), min(day if row.end is None else latest(row.end), day)
        if start > end:
            continue
        for span, status in _statuses(career, row, Span(start, end)) if as_status else [(Span(start, end), "any")]:
            if status is None:
                perhaps.append(span)
            elif not as_status or status in as_status:
                surely.append(span)
    return Lived(merge(surely), merge([*surely, *perhaps]), standing, open_)


def _statuses(career: Career, row: Any, span: Span) -> Iterator[tuple[Span, str | None]]:
    """A time of residence, cut where the person became or ceased to be a national, and the status in each part."""
    ends = {span.start, span.end + timedelta(1)}
    for one in career.case.nationality:
        if one.person == "insured" and one.country == row.country:
            days = [] if one.start is None else [earliest(one.start)]
            days += [] if one.end is None else [latest(one.end) + timedelta(1)]
            ends |= {day for day in days if span.start < day <= span.end}
    cuts = sorted(ends)
    for first, after in pairwise(cuts):
        national = row.country in career.nationalities(first)
        told = row.residence_status or career.case.person.residence_status
        yield Span(first, after - timedelta(1)), "national" if national else told


def months(spans: Sequence[Span]) -> Fraction:
    """How long some spans are in months: one by the calendar, several by their days.

    >>> months([Span(date(2010, 2, 15), date(2015, 2, 14))]), months([Span(date(2010, 3, 15), date(2015, 2, 14))])
    (Fraction(60, 1), Fraction(59, 1))
    >>> months([Span(date(2001, 1, 1), date(2001, 12, 31)), Span(date(2003, 1, 1), date(2003, 12, 31))])
    Fraction(24, 1)
    """
    if len(spans) == 1:
        time = elapsed(spans[0], "later")
        return Fraction(time.years * 12 + time.months) + Fraction(time.days, 31)
    days = sum((span.end - span.start).days + 1 for span in spans)
    return Fraction(days * 12, 365)


def unbroken(spans: Sequence[Span], at: date) -> list[Span]:
    """The span that reaches up to a day, or nothing."""
    return [span for span in spans if span.start <= at <= span.end]


def told_length(reader: Reader, career: Career, country: str, at: date, leaf: Leaf, *, since: date, before: bool) -> Told:
    """Time lived in a State in the unit of the regime: all of it, or what precedes the day (or the death) without a gap."""
    found = lived(career, country, at, since, tuple(leaf.get("as_status") or ()))
    day = career.alive(at)
    ends = [months(unbroken(one, day) if before else one) for one in (found.surely, found.perhaps)]
    low, high = (whole(end * per_year(reader.unit, reader.day_system) / 12) for end in ends)
    path = f"residence in {country}"
    missing = found.open or low != high
    if found.open:
        value: Any = unknown(path, low=low)
    else:
        value = low if low == high else unknown(f"residence_status in {country}", low=low, high=high)
    return Told(value, Fact(path, "facts", "missing" if missing else found.standing, "length", leaf.cites))


def resided(reader: Reader, career: Career, country: str, at: date, leaf: Leaf) -> Told:
    """Residence in the State after the age the law names, in the unit of the regime."""
    since = since_age(career, leaf.get("after_age"))
    return told_length(reader, career, country, at, leaf, since=since, before=False)


def length_facts(
    reader: Reader, asked: Question, leaf: Leaf, found: Sequence[Binding], given: dict[str, Any]
) -> tuple[set[str], Treated | None]:
    """What a law asks of earlier residence, and what instruments leave of it: figures, parts of the shape, by which.

    `leaf` is the law's own condition.
    """
    career, country, at, parts = asked.career, asked.state, asked.at, {"residence_length"}
    given["residence_length"] = reader.length(leaf)
    given["residence_own"] = resided(reader, career, country, at, leaf)
    directly = leaf.get("immediately")
    if directly is not None:
        parts.add("residence_before")
        given["residence_before"] = reader.length(leaf, directly)
        since = since_age(career, leaf.get("after_age"))
        given["residence_before_own"] = told_length(reader, career, country, at, leaf, since=since, before=True)
    if not found:
        return parts, None
    by, limit = residence_limit(found, asked)
    if by is None:
        return parts, None
    parts.add("residence_limit")
    given["residence_equality"] = by.told
    age = max(since_age(career, leaf.get("after_age")), since_age(career, None if limit is None else limit.get("after_age")))
    given["residence_limit_own"] = told_length(reader, career, country, at, leaf, since=age, before=False)
    given["residence_limit"] = Told(0) if limit is None else reader.length(limit)
    if directly is not None:
        most = None if limit is None else limit.get("immediately")
        given["residence_limit_before"] = Told(0) if limit is None or most is None else reader.length(limit, most)
    return parts, by


def residence_limit(found: Sequence[Binding], asked: Question) -> tuple[Treated | None, Leaf | None]:
    """Who limits what residence may be asked, and to what (None: to nothing): C118 Art 4(1) and (2)."""
    doubt: tuple[Treated | None, Leaf | None] = (None, None)
    for binding in sorted(found, key=lambda one: one.force != "binding"):
        rule, how = rule_of(binding, asked), binding.leaf("equality", "residence_condition", asked.at)
        if rule is None or how is None or how.is_ not in ("lifted", "limited"):
            continue
        said = answered(binding, rule, asked)
        if said.value is False:
            continue
        limit = None
        if how.is_ == "limited" and asked.nature != "contributory":
            limit = limit_leaf(binding, asked.branch, asked.at)
        value = said.value if limit is not None else all_of(said.value, opposite(mirrored(binding, asked)))
        if value is False:
            continue
        told = told_of(value, said.standing, limit or how, asked)
        one = Treated(told, binding, (limit or how).cites, first_day(binding, asked.state, asked.branch)), limit
        if not isinstance(value, Unknown):
            return one
        doubt = doubt if doubt[0] is not None else one
    return doubt


def limit_leaf(binding: Binding, branch: str, at: date) -> Leaf | None:
    """The most residence an instrument lets a State ask in a branch, for benefits without contributions."""
    table = binding.law.get("equality", {}).get("residence_limit", {})
    return leaf_at(table.get(branch), at, binding.source, f"{binding.id}.equality.residence_limit.{branch}")
