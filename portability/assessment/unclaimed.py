"""Benefits that nobody asked for: from when they count as unclaimed, and where to ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from portability.assessment.accounts import FUNDS, said
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.case.career import Career
from portability.document.leaf import earliest
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.periods.dates import add_months
from portability.record.decision import Finding
from portability.record.measure import of_unit


def unclaimed(plans: Sequence[Planned], bindings: Sequence[Binding], career: Career, at: date) -> Iterator[Finding]:
    """A finding for each scheme that was left and whose benefit is not claimed in the time that its law gives."""
    for planned in plans:
        for leaf, force in _rules(planned, bindings, at):
            left = _left(planned, career, at)
            if left is None or leaf.is_ is None:
                continue
            found = quantity(str(leaf.is_))
            months = int(found.value * {"years": 12, "months": 1}[found.unit])
            since = add_months(left, months, "earlier")
            asked = _asked(career, planned.member.place.branch, at)
            if asked is not None and asked < since:
                continue
            yield Finding(
                kind="refund_inquiry",
                about=planned.where,
                country=planned.key[0],
                text=_text(planned, left, since, found, at),
                force=force,
                cites=str(leaf.cites),
            )


def _rules(planned: Planned, bindings: Sequence[Binding], at: date) -> Iterator[tuple[Leaf, Any]]:
    """The law of the scheme, or else the first instrument of its State that says so of funds."""
    leaf = None if planned.reader is None else planned.reader.peek("unclaimed")
    if leaf is not None:
        yield leaf, "binding"
        return
    for binding in bindings if planned.scheme_class in FUNDS else ():
        if planned.key[0] in binding.states and said(binding, "unclaimed_after", at) is not None:
            told = binding.leaf("accounts", "unclaimed_after", at)
            if told is not None:
                yield told, binding.force
                return


def _left(planned: Planned, career: Career, at: date) -> date | None:
    """The last day in a scheme that was left; None for one still in it, or without dates."""
    days = [spell.span.end for spell in career.spells if spell.member == planned.key and spell.span is not None]
    last = max(days, default=None)
    return last if last is not None and last < at else None


def _asked(career: Career, branch: str, at: date) -> date | None:
    """The day of the first claim made for a branch up to a day."""
    claims = [earliest(one.date) for one in career.case.claim if one.claimant == "insured" and branch in one.branches]
    return min((day for day in claims if day <= at), default=None)


def _text(planned: Planned, left: date, since: date, after: Any, at: date) -> str:
    who = planned.institution or f"the institution of {planned.key[0]}"
    length = of_unit(after.value, after.unit)
    if since <= at:
        return f"left on {left} and not claimed within {length}: the benefit is unclaimed from {since} on; claim it from {who}"
    return f"left on {left}: not claimed within {length}, the benefit is unclaimed from {since} on; claim it from {who}"
