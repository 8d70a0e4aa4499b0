"""All variants of the person side by side: which is chosen in each State, and what falls away because of it.

A person stage: it sees every State, but only amounts and yes/no.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.stages import Words
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import comparison, supplement


@frozen
class Chosen:
    """What is due from a State after every variant: the right, the amount by the month, and the lump sum in its place.

    `takes[k]` says whether the k-th instrument's result took the place of those before it.
    """

    right: Any
    amount: Any
    given_up: Any
    takes: tuple[Any, ...]
    lump_right: Any
    lump_sum: Any
    lump_lost: Any


def choose_variants(
    stage: Words, places: Sequence[Place], alones: Sequence[Any], dues: Sequence[Sequence[Any]]
) -> tuple[Chosen, ...]:
    """Person stage: for each State the most favourable of the instruments that bind it, each run whole, never blended.

    `dues[i]` are the results of State i under each instrument that binds it; none: national law alone decides.
    """
    return tuple(
        _of_state(stage, place, alone, found) for place, alone, found in zip(places, alones, dues, strict=True)
    )


def with_lump_sum(
    stage: Words, linked: Any, nationals: Sequence[Any], chosen: Sequence[Chosen], takes: Sequence[tuple[Any, ...]]
) -> tuple[Chosen, ...]:
    """Person stage: what is due where one instrument leaves what a law pays in place of a pension beside the pension it opens.

    `takes` says of each State whether this instrument's result was taken, and whether those after it took its place.
    """
    return tuple(
        _keeping(stage, place._replace(variant=f"{linked.place.where}.lump_sum"), *one)
        for place, *one in zip(linked.places, nationals, chosen, takes, strict=True)
    )


def _keeping(stage: Words, here: Place, alone: Any, chosen: Chosen, takes: tuple[Any, ...]) -> Chosen:
    stands = stage.step(supplement.result_stands, here, takes=takes)
    right = stage.step(
        comparison.lump_sum_stays, here, stands=stands, lump_right=alone.lump_right, remains=chosen.lump_right
    )
    lump = stage.step(comparison.lump_sum_due, here, lump_right=right, lump_sum=alone.lump_sum)
    lost = stage.step(comparison.lump_sum_lost, here, lost=chosen.lump_lost, stands=stands)
    return replace(chosen, lump_right=right, lump_sum=lump, lump_lost=lost)


def _of_state(stage: Words, place: Place, alone: Any, dues: Sequence[Any]) -> Chosen:
    right, amount, given_up = alone.right, alone.independent, alone.given_up
    takes: list[Any] = []
    for k, due in enumerate(dues):
        here = place._replace(variant=f"chosen{k}")
        takes.append(stage.step(comparison.FIRST_OR_BETTER[k > 0], here, before=amount, after=due.amount, bound=due.bound))
        amount = stage.step(comparison.better_amount, here, takes=takes[-1], before=amount, after=due.amount)
        given_up = stage.step(
            comparison.better_amount,
            here,
            called="better_given_up",
            takes=takes[-1],
            before=given_up,
            after=due.given_up,
        )
        right = stage.step(comparison.better_right, here, takes=takes[-1], before=right, after=due.right)
    here = place._replace(variant="chosen")
    lump_right = stage.step(comparison.lump_sum_remains, here, lump_right=alone.lump_right, pension=right)
    lump = stage.step(comparison.lump_sum_due, here, lump_right=lump_right, lump_sum=alone.lump_sum)
    lost = stage.step(
        comparison.lost_by_totalisation, here, lump_right=alone.lump_right, alone=alone.right, together=right
    )
    return Chosen(right, amount, given_up, tuple(takes), lump_right, lump, lost)
