"""Periods in a third State that one party adopts as its own, where without them the right does not open.

A person stage: it sees every State, but only lengths, amounts and yes/no, never the shape of a State's law.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from portability.assessment.pension import Due, Under, due_under_instrument, under_instrument
from portability.assessment.shares import Linked, Totals, added
from portability.assessment.stages import Words
from portability.assessment.waiting import of_set
from portability.frozen import frozen
from portability.rules import totalisation


@frozen
class WithThird:
    """Beside the result with the periods of the parties (`of_all`), that with those of a third State; `takes`: where due."""

    totals: tuple[Totals, ...]
    unders: tuple[Under, ...]
    of_all: tuple[Due, ...]
    dues: tuple[Due, ...]
    takes: tuple[Any, ...]


def with_third(
    stage: Words,
    linked: Linked,
    alones: Sequence[Any],
    totals: Sequence[Totals],
    unders: Sequence[Under],
    carries: Sequence[Any],
    of_all: tuple[Due, ...],
) -> WithThird:
    """Person stage: what the States owe with the adopted periods, and which of them need these."""
    more = replace(
        linked, members=linked.third_members, lengths=linked.third_lengths, own=linked.third_own, open_members=()
    )
    fuller = added(stage, more, tuple(one.relieved for one in totals))
    again = stage.each(more.members, under_instrument, alones, fuller)
    dues = stage.each(more.members, due_under_instrument, alones, again, fuller, carries)
    takes = tuple(
        stage.step(totalisation.third_state_needed, place, right=before.right, with_third=after.right)
        for place, before, after in zip(more.places, unders, again, strict=True)
    )
    return WithThird(fuller, again, of_all, dues, takes)


def due_with_third(stage: Words, linked: Linked, found: WithThird) -> tuple[Due, ...]:
    """Person stage: what each State owes, with the adopted periods where they are needed."""
    return tuple(
        of_set(stage, place, *one)
        for place, *one in zip(linked.places, found.takes, found.of_all, found.dues, strict=True)
    )
