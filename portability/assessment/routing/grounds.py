"""On what a right to family benefits rests in each State: work, a pension, or living there; and where the children live."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from portability.assessment.asked_law import uninsured
from portability.assessment.at_once import OF_WORK, span
from portability.assessment.part import Asking
from portability.case.model import Case
from portability.document.leaf import earliest, latest

PARENTS = ("spouse", "partner", "former_spouse")
CHILDREN = ("child", "stepchild", "foster_child")
PENSIONS = ("old_age", "invalidity", "survivors")


def parents(case: Case) -> tuple[str, ...]:
    """The insured person, and the other parent."""
    return ("insured", *(row.id for row in case.family if row.relation in PARENTS))


def children(case: Case, at: date) -> tuple[str, ...]:
    """The children alive on a day."""
    born = [row for row in case.family if row.relation in CHILDREN]
    return tuple(
        row.id
        for row in born
        if (row.born is None or earliest(row.born) <= at) and (row.died is None or at <= latest(row.died))
    )


def lives(asking: Asking, who: str) -> str | None:
    """Where a person lives on the day; children without a residence of their own live with the insured person."""
    life = asking.career("family")
    row = life.residence_of(who, asking.day)
    if row is None and who in children(asking.case, asking.day):
        row = life.residence_of("insured", asking.day)
    return None if row is None else str(row.country)


def grounds(asking: Asking, order: Sequence[str]) -> dict[str, str]:
    """The best ground of each State for the family, by the order of an instrument; none where a State has no scheme for it."""
    found: dict[str, str] = {}
    for state, ground in _grounds(asking):
        if uninsured(asking.shelf.national(state) or {}, "family"):  # grants to children belong to the floor
            continue
        if ground in order and (state not in found or order.index(ground) < order.index(found[state])):
            found[state] = ground
    return found


def _grounds(asking: Asking) -> Iterator[tuple[str, str]]:
    case, day = asking.case, asking.day
    for who in parents(case):
        for row in case.period:
            start, end = span(row)
            if row.person == who and row.kind in OF_WORK and row.start is not None and start <= day <= end:
                yield row.country, "activity"
        for work in case.work:
            last = date.max if work.end is None else latest(work.end)
            if work.person == who and work.country is not None and earliest(work.start) <= day <= last:
                yield work.posted_from or work.country, "activity"
        for income in case.income:
            begun = income.start is None or earliest(income.start) <= day
            drawn = begun and (income.end is None or day <= latest(income.end))
            if income.person == who and income.country is not None and "pension" in income.kind and drawn:
                yield income.country, "pension"
        living = lives(asking, who)
        if living is not None:
            yield living, "residence"
    for benefit in asking.benefits:
        if benefit.branch in PENSIONS and benefit.status == "entitled" and benefit.legal_force == "binding":
            yield benefit.country, "pension"
