"""What the law asks of the person: age, nationality or status, residence. Answers are yes/no, told with their facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from portability.assessment.covered import status_standing
from portability.assessment.equality import Question, Treated, treated
from portability.assessment.figures import Reader
from portability.assessment.maintenance import waived
from portability.assessment.residence import length_facts
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.citation import Citation
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.unknown import unknown_truth
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
    reader: Reader, asked: Question, found: Sequence[Binding], given: dict[str, Any], cites: dict[str, Citation]
) -> tuple[set[str], dict[str, Treated]]:
    """Nationality, residence and earlier residence, where the law asks for them.

    Returns the parts of the shape, and which instruments stand in the way of a condition, by its name.
    """
    parts: set[str] = set()
    by: dict[str, Treated] = {}
    career, country, at = asked.career, asked.state, asked.at
    nationality = reader.leaf("nationality")
    if nationality is not None and asks_status(nationality):
        parts.add("nationality")
        given["nationality"] = status_fact(career, country, at, nationality)
        by["equality"] = treated(found, replace(asked, accepts=statuses(nationality)))
        given["equality"] = by["equality"].told
        cites["equality_lifts"] = by["equality"].cites or nationality.cites
    residence = reader.leaf("residence")
    if residence is not None and residence.is_ == "in_state":
        parts.add("residence")
        given["residence"] = residence_fact(career, country, at, residence)
        if given["residence"].value is not True and (free := waived(found, asked)).binding is not None:
            parts.add("residence_waived")
            by["residence_waived"], given["residence_waived"] = free, free.told
            cites["residence_waived"] = free.cites or residence.cites
    length = reader.leaf("residence_length")
    if length is not None and not too_old_for(career, at, length):
        asked_parts, limited = length_facts(reader, asked, length, found, given)
        parts |= asked_parts
        cites |= dict.fromkeys(("residence_length_met", "residence_before_met"), length.cites)
        if limited is not None and limited.cites is not None:
            by["residence_equality"] = limited
            cites["residence_limit_lifts"] = limited.cites
    return parts, by


def has_conditions(reader: Reader) -> bool:
    """Whether a law asks for a nationality, a status or residence, which instruments may lift."""
    status, residence = reader.peek("nationality"), reader.peek("residence")
    if reader.peek("residence_length") is not None or (status is not None and asks_status(status)):
        return True
    return residence is not None and residence.is_ == "in_state"


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
