"""Days for which sickness cash and a benefit for temporary incapacity after an injury are both told as due."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from portability.assessment.part import Part
from portability.record import decision as record


def paid_twice(found: Part) -> Part:
    """A finding for each time that two schemes would pay for the same incapacity: no law on the shelf says which gives way."""
    return Part(findings=tuple(_found(found)))


def _found(found: Part) -> Iterator[record.Finding]:
    owed = [one for one in found.benefits if one.status == "entitled"]
    injuries = [one for one in owed if one.branch == "employment_injury" and one.form == "daily_cash"]
    for injury in injuries:
        for sickness in (one for one in owed if one.branch == "sickness" and one.beneficiary == injury.beneficiary):
            for start, end in _together(injury, sickness):
                until = "on" if end == date.max else f"to {end}"
                schemes = f"{injury.country} {injury.scheme} for the injury and {sickness.country} {sickness.scheme} for sickness"
                text = f"from {start} {until} {schemes} would pay for the same days: which of them gives way is to be examined"
                yield record.Finding(kind="legislation", about=injury.id, country=injury.country, text=text, force="binding")


def _together(one: record.Benefit, other: record.Benefit) -> Iterator[tuple[date, date]]:
    """The days that payments of both cover; stretches that touch as one."""
    spans = sorted(
        (max(mine.start, theirs.start), min(mine.end or date.max, theirs.end or date.max))
        for mine in one.payments
        for theirs in other.payments
    )
    open_: tuple[date, date] | None = None
    for start, end in spans:
        if start > end:
            continue
        if open_ is not None and start.toordinal() <= open_[1].toordinal() + 1:
            open_ = (open_[0], max(open_[1], end))
            continue
        if open_ is not None:
            yield open_
        open_ = (start, end)
    if open_ is not None:
        yield open_
