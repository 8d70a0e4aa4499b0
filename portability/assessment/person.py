"""What the law asks of the person: age, nationality or status, residence. Answers are yes/no, told with their facts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from portability.assessment.covered import status_standing
from portability.assessment.earned import months_between
from portability.assessment.figures import Reader, per_year
from portability.assessment.scope import Binding, equality
from portability.case.career import Career
from portability.citation import FACT_STANDINGS, Citation
from portability.document.leaf import earliest, latest
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.unknown import unknown, unknown_truth
from portability.periods.dates import Missing, reaches_age
from portability.record.step import Fact, Told


def statuses(leaf: Leaf | None) -> tuple[str, ...]:
    """The statuses a condition of nationality accepts; empty where everybody is accepted.

    >>> statuses(None)
    ()
    """
    if leaf is None or leaf.is_ in (None, "any", ["any"]):
        return ()
    return (leaf.is_,) if isinstance(leaf.is_, str) else tuple(leaf.is_)


def age_dates(leaf: Leaf, born: tuple[date, date], age: str | None = None) -> tuple[date, date]:
    """The earliest and the latest day on which the age of a leaf (or one written in it) can have been reached."""
    found = quantity(str(leaf.is_ if age is None else age))
    months = int(found.value * 12 if found.unit == "years" else found.value)
    missing: Missing = leaf.get("missing_day", "later")
    return reaches_age(born[0], 0, months, missing), reaches_age(born[1], 0, months, missing)


def condition_facts(
    reader: Reader,
    career: Career,
    country: str,
    branch: str,
    at: date,
    found: Sequence[Binding],
    given: dict[str, Any],
    cites: dict[str, Citation],
) -> set[str]:
    """Nationality, residence and earlier residence, where the law asks for them; returns the parts of the shape."""
    parts = set()
    nationality = reader.leaf("nationality")
    if nationality is not None and asks_status(nationality):
        parts.add("nationality")
        given["nationality"] = status_fact(career, country, at, nationality)
        given["equality"] = equality(found, country, branch, career, at)
        lifted = given["equality"].origin
        cites["equality_lifts"] = lifted.cites if lifted is not None and lifted.cites else nationality.cites
    residence = reader.leaf("residence")
    if residence is not None and residence.is_ == "in_state":
        parts.add("residence")
        given["residence"] = residence_fact(career, country, at, residence)
    length = reader.leaf("residence_length")
    if length is not None and not too_old_for(career, at, length):
        parts.add("residence_length")
        given["residence_length"] = reader.length(length)
        given["residence_own"] = resided(reader, career, country, at, length)
        cites["residence_length_met"] = length.cites
    return parts


def asks_status(leaf: Leaf) -> bool:
    """Whether a condition of nationality may shut somebody out: also where nobody found whom it accepts."""
    return leaf.is_ is None or bool(statuses(leaf))


def status_fact(career: Career, country: str, at: date, leaf: Leaf) -> Told:
    """Whether the person's status in a State is among those the law accepts.

    Where the law's list was not found, its nationals are accepted; of everybody else it is not known.
    """
    status = career.status(country, at)
    if status is None and not career.nationalities(at):
        fact = Fact("person.nationalities", "facts", "missing", "yesno", leaf.cites)
        return Told(unknown_truth("person.nationalities"), fact)
    if leaf.is_ is None and status != "national":
        return Told(unknown_truth(leaf.path), Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason))
    allowed = statuses(leaf) or ("national",)
    return Told(status in allowed, _asked("person.nationalities", status_standing(career, at), leaf))


def _asked(path: str, standing: str, leaf: Leaf) -> Fact:
    """A fact of the person that a law asks for: the answer is as sure as the fact, and as what the law asks."""
    return Fact(path, "facts", standing, "yesno", leaf.cites, read_by=leaf.standing)


def residence_fact(career: Career, country: str, at: date, leaf: Leaf) -> Told:
    """Whether the person lives in the State on a day."""
    row = career.residence(at)
    if row is None:
        return Told(unknown_truth("residence"), Fact("residence", "facts", "missing", "yesno", leaf.cites))
    return Told(row.country == country, _asked("residence", row.standing or "declared", leaf))


def too_old_for(career: Career, at: date, leaf: Leaf) -> bool:
    """Whether a condition is not asked any more of one who certainly has reached the age the law names."""
    under = leaf.get("under_age")
    return under is not None and career.born is not None and at >= age_dates(leaf, career.born, under)[1]


def resided(reader: Reader, career: Career, country: str, at: date, leaf: Leaf) -> Told:
    """Residence in the State after the age the law names, in months by the calendar, in the unit of the regime."""
    since = date.min
    if leaf.get("after_age") is not None and career.born is not None:
        since = age_dates(leaf, career.born, leaf.get("after_age"))[1]
    months, open_, standing = 0, False, "certified"
    for row in career.case.residence:
        if row.person == "insured" and row.country == country:
            standing = max(standing, row.standing or "declared", key=FACT_STANDINGS.index)
            if row.start is None:
                open_ = True
                continue
            start, end = max(earliest(row.start), since), min(at if row.end is None else latest(row.end), at)
            months += months_between(start, end) if start <= end else 0
    path = f"residence in {country}"
    length = Fraction(months) * per_year(reader.unit, reader.day_system) / 12
    value = unknown(path, low=length) if open_ else length
    return Told(value, Fact(path, "facts", "missing" if open_ else standing, "length", leaf.cites))
