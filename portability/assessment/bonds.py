"""Whether an instrument stands between a State and another for this person, and what a doubt of that does to a run.

How sure it is that a State joined travels with everything the instrument gives: nothing adding up periods is surer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from portability.assessment.shares import Lengths, Linked
from portability.citation import LAW_STANDINGS
from portability.number.unknown import Unknown, unknown
from portability.number.words import all_of, any_of
from portability.record.step import Fact, Told

R = TypeVar("R", bound=Linked)
BOUND = Told(True)


def linked(covered: Told, joined: Sequence[Told], states: Sequence[str]) -> tuple[Told, ...]:
    """Of each member whether the instrument links its State with another: both joined, and the person is covered."""
    if covered.origin is None and not any(told.origin for told in joined):
        return tuple(BOUND for _ in joined)
    return tuple(_linked(covered, joined, states, k) for k in range(len(joined)))


def _linked(covered: Told, joined: Sequence[Told], states: Sequence[str], k: int) -> Told:
    others = [told for told, state in zip(joined, states, strict=True) if state != states[k]]
    surest = min(others, key=lambda told: (told.value is not True, LAW_STANDINGS.index(_law(told))))
    value = all_of(covered.value, joined[k].value, any_of(*(told.value for told in others)))
    needed = (joined[k], surest, covered)
    law = max((_law(told) for told in needed), key=LAW_STANDINGS.index)
    known = [told.origin for told in needed if isinstance(told.origin, Fact)]
    if not known:
        return Told(value)
    whom = covered.origin
    facts = whom.standing if isinstance(whom, Fact) and whom.axis == "facts" else "certified"
    weakest = next(fact for fact in known if _law(Told(value, fact)) == law or fact is known[-1])
    return Told(value, Fact(weakest.path, "facts", facts, "yesno", weakest.cites, read_by=law))


def _law(told: Told) -> str:
    """How sure the law behind an answer is."""
    fact = told.origin
    if not isinstance(fact, Fact):
        return "official"
    return fact.standing if fact.axis == "law" else fact.read_by or "official"


def with_doubts(run: R, joined: Sequence[Told]) -> R:
    """The run when this is known of who joined: time of a State of which it is not known may count for nothing."""
    if not any(isinstance(told.value, Unknown) for told in joined):
        return run
    lengths = tuple(Lengths(one.unit, _perhaps(one.right, joined), _perhaps(one.amount, joined)) for one in run.lengths)
    return replace(run, lengths=lengths)


def as_sure_as(lengths: Sequence[Told], joined: Sequence[Told]) -> tuple[Told, ...]:
    """Lengths that are no surer than that each State joined: read otherwise, its time counts for nothing."""
    return tuple(
        _no_surer(length, _law(told)) for length, told in zip(_perhaps(lengths, joined), joined, strict=True)
    )


def _no_surer(length: Told, law: str) -> Told:
    fact = length.origin
    if law == "official" or not isinstance(fact, Fact):
        return length
    low = length.value.low if isinstance(length.value, Unknown) else length.value
    read_by = max(fact.read_by or "official", law, key=LAW_STANDINGS.index)
    return Told(length.value, replace(fact, read_by=read_by, slack=lambda: low))


def _perhaps(lengths: Sequence[Told], joined: Sequence[Told]) -> tuple[Told, ...]:
    return tuple(
        Told(_or_nought(length.value, told.value), length.origin) if isinstance(told.value, Unknown) else length
        for length, told in zip(lengths, joined, strict=True)
    )


def _or_nought(length: Any, joined: Unknown) -> Any:
    if isinstance(length, Unknown):
        return unknown(*length.facts, *joined.facts, high=None if length.endless is not False else length.high)
    return unknown(*joined.facts, high=length)
