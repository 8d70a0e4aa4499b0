"""States whose right is not open yet: reckoned with the periods of all States and with those of the open ones only.

A person stage: it sees every State, but only lengths, amounts and yes/no, never the shape of a State's law.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.pension import Due, Under, due_under_instrument, under_instrument
from portability.assessment.shares import Lengths, Linked, Totals, added
from portability.assessment.stages import Words
from portability.frozen import frozen
from portability.rules import comparison, waiting


@frozen
class OpenOnly:
    """Beside the result with the periods of all States (`of_all`), that with those of the open ones (`dues`).

    `waits` says which States are not open; `takes` in which the result of the open ones is due; `national` where a law is
    the only one satisfied and decides alone.
    """

    waits: tuple[Any, ...]
    totals: tuple[Totals, ...]
    unders: tuple[Under, ...]
    of_all: tuple[Due, ...]
    dues: tuple[Due, ...]
    takes: tuple[Any, ...]
    national: tuple[Any, ...]


def open_only(
    stage: Words,
    linked: Linked,
    alones: Sequence[Any],
    totals: Sequence[Totals],
    unders: Sequence[Under],
    carries: Sequence[Any],
    of_all: tuple[Due, ...],
) -> OpenOnly:
    """Person stage: who waits, what the open States owe without the periods of those, and which result is due."""
    waits = tuple(
        stage.step(waiting.right_waits, place, right=under.right, length=length, taken_as_open=supposed)
        for place, under, length, supposed in zip(linked.places, unders, linked.own, linked.taken_as_open, strict=True)
    )
    of_open = _of_open(stage, linked, waits)
    relieved = tuple(one.relieved for one in totals)
    fewer = added(stage, of_open, relieved)
    again = stage.each(of_open.members, under_instrument, alones, fewer)
    dues = stage.each(of_open.members, due_under_instrument, alones, again, fewer, carries)
    takes, national = _taken(stage, of_open, waits, alones, again, of_all, dues)
    return OpenOnly(waits, fewer, again, of_all, dues, takes, national)


def _of_open(stage: Words, linked: Linked, waits: Sequence[Any]) -> Linked:
    """The same States, the lengths of those that wait nought."""
    places = tuple(member.place for member in linked.open_members)

    def left(called: str, lengths: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(
            stage.step(waiting.length_if_open, place, called=called, length=length, waits=wait)
            for place, length, wait in zip(places, lengths, waits, strict=True)
        )

    lengths = tuple(
        Lengths(
            f"{one.unit}.open",
            left(f"right_if_open_{one.unit}", one.right),
            left(f"amount_if_open_{one.unit}", one.amount),
        )
        for one in linked.lengths
    )
    return replace(linked, members=linked.open_members, lengths=lengths, own=left("own_if_open", linked.own))


def _taken(
    stage: Words,
    linked: Linked,
    waits: Sequence[Any],
    alones: Sequence[Any],
    unders: Sequence[Under],
    of_all: Sequence[Due],
    of_open: Sequence[Due],
) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    """In which States the result of the open ones is due; and in which national law alone decides."""
    shape, places = linked.sharing, linked.places
    if shape.unentitled == "if_beneficial":
        gives_more = tuple(
            stage.step(waiting.dropping_gives_more, place, with_all=every.amount, open_only=fewer.amount)
            for place, every, fewer in zip(places, of_all, of_open, strict=True)
        )
        return gives_more, tuple(linked.no for _ in places)
    rights = tuple(under.right for under in unders)
    some = stage.step(waiting.some_wait, linked.place, waiting=tuple(waits))
    two = stage.step(waiting.two_laws_suffice, linked.place, rights=rights)
    takes = tuple(
        stage.step(waiting.dropped_if_not_needed, place, some_wait=some, two_suffice=two, right=right)
        for place, right in zip(places, rights, strict=True)
    )
    national = tuple(
        stage.step(
            waiting.national_law_alone, place, some_wait=some, two_suffice=two, right=right, right_alone=alone.right
        )
        for place, right, alone in zip(places, rights, alones, strict=True)
    )
    return takes, national


def due_of_sets(stage: Words, linked: Linked, alones: Sequence[Any], found: OpenOnly) -> tuple[Due, ...]:
    """Person stage: what each State owes with the set of States whose periods count for it."""
    return tuple(
        _due_of_sets(stage, linked, place, *one)
        for place, *one in zip(
            linked.places, alones, found.takes, found.national, found.of_all, found.dues, strict=True
        )
    )


def of_set(stage: Words, here: Any, takes: Any, every: Due, other: Due) -> Due:
    """What a State owes by one of two sets of States whose periods count."""

    def answer(called: str, one: Any, instead: Any) -> Any:
        return stage.step(
            waiting.answer_of_set, here, called=called, takes=takes, with_all=one, with_others=instead
        )

    def amount(called: str, one: Any, instead: Any) -> Any:
        return stage.step(waiting.amount_of_set, here, called=called, takes=takes, with_all=one, with_others=instead)

    return Due(
        pays=answer("pays_of_set", every.pays, other.pays),
        share=amount("share_of_set", every.share, other.share),
        shared=amount("shared_of_set", every.shared, other.shared),
        keeps_independent=answer("keeps_of_set", every.keeps_independent, other.keeps_independent),
        right=answer("right_of_set", every.right, other.right),
        amount=amount("amount_of_set", every.amount, other.amount),
        given_up=amount("given_up_of_set", every.given_up, other.given_up),
        bound=every.bound,
        increment=every.increment,
    )


def _due_of_sets(
    stage: Words, linked: Linked, place: Any, alone: Any, takes: Any, national: Any, every: Due, fewer: Due
) -> Due:
    shape, here = linked.sharing, place
    # periods left out open no right that all of them do not open: whether anything is due does not hang on the set
    found = replace(of_set(stage, here, takes, every, fewer), pays=every.pays, right=every.right)
    if shape.unentitled == "if_beneficial":
        higher = stage.step(
            waiting.higher_of_sets, here, takes=takes, with_all=every.amount, open_only=fewer.amount
        )
        return replace(found, amount=higher)
    return replace(
        found,
        keeps_independent=stage.step(
            comparison.some_right, here, called="national_or_kept", alone=national, together=found.keeps_independent
        ),
        amount=stage.step(
            comparison.first_amount,
            here,
            called="national_or_shared",
            keeps=national,
            independent=alone.independent,
            pro_rata=found.amount,
        ),
        given_up=stage.step(
            comparison.first_amount,
            here,
            called="given_up_national_or_shared",
            keeps=national,
            independent=alone.given_up,
            pro_rata=found.given_up,
        ),
    )
