"""What came out of a grant as a row of the decision: amounts as printed, what is counted, why, and who pays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from portability.assessment.floor.counted import comes_in
from portability.assessment.floor.grant import Grant
from portability.assessment.floor.household import scale_said
from portability.assessment.floor.named import named_for, told_payer
from portability.assessment.floor.stage import Granted
from portability.assessment.reasons import Grounds, Reasons
from portability.assessment.told import money, step_id
from portability.number.unknown import Unknown
from portability.record import decision as record
from portability.record.explain import Reading, aloud
from portability.record.step import Told

COUNTING = ("income_test", "income_limit", "pension_test")
"""The tests by which a grant hangs on what a person has besides."""


def row_of(grant: Grant, found: Granted, abroad: Mapping[str, str]) -> tuple[record.FloorResult, tuple[record.Step, ...]]:
    """The row of a grant and its steps; a grant is no more binding than what it counts, where it counts anything."""
    counts = any(key in grant.reader.law for key in COUNTING)
    owed = [one for who in grant.who for one in grant.counted.owed(who) if counts]
    forces: list[str] = [one.legal_force for one in owed]
    forces += [abroad.get(one.id.rpartition("/")[2], "binding") for one in owed if any(map(comes_in, one.going_on))]
    force = grant.force if grant.force != "binding" else next((one for one in forces if one != "binding"), "binding")
    return told_row(grant, found, force)


def told_row(grant: Grant, found: Granted, force: Any) -> tuple[record.FloorResult, tuple[record.Step, ...]]:
    """The row of a grant, with the steps behind it."""
    reader, at, one = grant.reader, grant.asking.day, grant.one
    reasons = Reasons({}, {}, {grant.place.where: Grounds(reader.currency, grant.cites, force != "binding")})
    why = reasons.why([found.opens, found.due, found.gap])
    undecided = isinstance(found.opens.value, Unknown)
    due = found.due.value if isinstance(found.due.value, Unknown) else found.due.value > 0
    status = "undetermined" if undecided else "entitled" if due is not False and found.opens.value else "refused"

    def sum_of(told: Told) -> record.Money:
        return named_for(one.who, money(told.value, reader.currency, at))

    row = record.FloorResult(
        person=one.who,
        guarantee=cast(Any, grant.name),
        country=one.country,
        region=one.home.region,
        start=at,
        grant=str(reader.law.get("name", "")) or None,
        payer=told_payer(reader),
        level=sum_of(found.level),
        household_scale=_scale(grant),
        counted=tuple(record.CountedSum(what=what, money=sum_of(told), step=step_id(told)) for what, told in grant.sums),
        gap=sum_of(found.gap),
        not_covered=_not_covered(grant, status),
        top_up=sum_of(found.due) if status != "refused" else None,
        legal_force=force,
        status=cast(Any, status),
        reasons=why,
    )
    rest = reasons.rest(grant.ledger.steps.values()) if grant.asking.trace else ()
    return row, (*reasons.steps.values(), *rest)


def _scale(grant: Grant) -> str | None:
    step = grant.ledger.find(grant.place, "household_scale")
    if step is None:
        return None
    return scale_said(grant.household, aloud(step.result, "plain", Reading("", "")))


def _not_covered(grant: Grant, status: str) -> str | None:
    """That a law leaves out one who lives there, where it is nationality or status that shuts the grant."""
    if status != "refused" or grant.given["status"].value is not False:
        return None
    return (
        "the State's law does not cover this nationality or status; Recommendation No. 202, para 6, would have at least "
        "all residents and children covered, as national law defines them"
    )
