"""What law and case tell of benefits beside a pension: rates between currencies, and where the person lives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from portability.assessment.person import residence_fact
from portability.assessment.plan import Planned
from portability.assessment.stages import Member
from portability.case.career import Career
from portability.law.dated import Leaf
from portability.number.unknown import unknown
from portability.record.step import Fact, Told

ONE = Told(1)


def with_more(member: Member, parts: Iterable[str], given: Mapping[str, Any]) -> Member:
    """A member with further parts of its shape and further figures."""
    shape = replace(member.shape, parts=member.shape.parts | frozenset(parts))
    return replace(member, shape=shape, given={**member.given, **given})


def rates_into(planned: Planned, others: Sequence[Planned], career: Career, at: date) -> tuple[Told, ...]:
    """For each scheme the rate that turns its amounts into the currency of one of them."""
    return tuple(_rate(other.currency, planned.currency, career, at) for other in others)


def _rate(base: str, quote: str, career: Career, at: date) -> Told:
    if base == quote:
        return ONE
    found = career.rate(base, quote, at)
    path = f"a rate for {base or 'amounts without a currency'} in {quote or 'a currency not told'}"
    if found is None:
        return Told(unknown(path), Fact(path, "facts", "missing"))
    return Told(found[0], Fact(path, "facts", found[1]))


def for_supplement(
    kind: str, leaf: Leaf | None, planned: Planned, linked: Sequence[Planned], career: Career, at: date
) -> tuple[set[str], dict[str, Any]]:
    """The parts and figures that a supplement of an instrument asks of a State's member."""
    if kind == "none" or leaf is None:
        return set(), {}
    given: dict[str, Any] = {"linked_rates": rates_into(planned, linked, career, at)}
    if kind == "difference":
        asked = Told(True, Fact(leaf.path, "law", leaf.standing, "yesno", leaf.cites, leaf.reason))
        return set(), given | {"difference": asked}
    if "minimum" not in planned.member.shape.parts:
        return set(), given
    return {"minimum_of_residence"}, given | {"resides": residence_fact(career, planned.key[0], at, leaf)}
