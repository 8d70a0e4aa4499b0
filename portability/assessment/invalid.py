"""Invalidity in the stages: the degree that opens the right and shares the amount, and what a contingency adds to both."""

from __future__ import annotations

from typing import Any

from portability.assessment.stages import Member, Words
from portability.record.step import Place
from portability.rules import invalidity

CONTINGENCIES = frozenset({"invalidity", "survivors"})
"""Branches whose right opens with an event, and not at an age."""


def established(stage: Words, m: Member, here: Place) -> Any:
    """Whether invalidity of the degree the law asks has begun."""
    given = m.given
    reached = stage.step(invalidity.degree_reached, here, degree=given["degree"], least=given["least_degree"])
    return stage.step(invalidity.invalidity_established, here, happened=given["happened"], degree=reached)


def event_conditions(stage: Words, m: Member, here: Place) -> tuple[Any, ...]:
    """What the law asks of the day of the contingency: not after an age, not yet converted, insured then."""
    shape, given = m.shape, m.given
    met = []
    if "until_age" in shape.parts:
        met.append(stage.step(invalidity.begun_in_time, here, before_age=given["until_age"]))
    if "converts" in shape.parts:
        met.append(stage.step(invalidity.not_yet_converted, here, before_age=given["converts"]))
    if "insured_at_event" in shape.parts:
        elsewhere = given["insured_elsewhere"] if "insured_elsewhere" in shape.parts else given["no"]
        met.append(
            stage.step(invalidity.insured_at_event_met, here, here=given["insured_at_event"], elsewhere=elsewhere)
        )
    return tuple(met)


def with_future(stage: Words, m: Member, here: Place, length: Any) -> Any:
    """The length for the amount, with the time that the law credits from the contingency to an age."""
    if "future" not in m.shape.parts:
        return length
    return stage.step(invalidity.with_future_period, here, length=length, future=m.given["future"])


def by_degree(stage: Words, m: Member, here: Place, amount: Any) -> Any:
    """The amount that the degree gives of the full pension."""
    if "degree" not in m.shape.parts:
        return amount
    share = stage.step(invalidity.share_of_degree, here, degree=m.given["degree"], bands=m.given["bands"])
    return stage.step(invalidity.amount_of_degree, here, amount=amount, share=share)
