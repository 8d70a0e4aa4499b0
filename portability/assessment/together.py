"""All variants of the person side by side: which is chosen in each State, and what falls away because of it.

A person stage: it sees every State, but only amounts and yes/no.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portability.assessment.stages import Words
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import comparison


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
