"""Invalidity under laws that ask nothing of length: one State pays for all, that of the insurance when incapacity began.

A person stage: it sees every State, but only lengths and yes/no, never the shape of a State's law.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portability.assessment.shares import Linked
from portability.assessment.stages import Words
from portability.rules import invalidity, totalisation


def payers(stage: Words, linked: Linked, rights: Sequence[Any]) -> tuple[Any, ...]:
    """Person stage: the State whose law applied when incapacity began pays alone; failing it, the last that owes something."""
    places = linked.places
    competent = tuple(
        stage.step(invalidity.competent_pays, place, insured_then=then, right=right)
        for place, then, right in zip(places, linked.competent, rights, strict=True)
    )
    others = tuple(
        stage.step(invalidity.other_may_pay, place, right=right, competent=competent)
        for place, right in zip(places, rights, strict=True)
    )
    found = []
    for i, place in enumerate(places):
        first, instead = (
            stage.step(
                totalisation.last_of, place, called=name, place_in_order=i, last_days=linked.last_days, allowed=allowed
            )
            for name, allowed in (("last_competent", competent), ("in_place_of_competent", others))
        )
        found.append(stage.step(invalidity.pays_alone, place, competent=first, in_its_place=instead))
    return tuple(found)
