"""What an instrument changes in one State's law for one injury: its share of a disease, the difference that a worsening makes."""

from __future__ import annotations

from typing import Any

from portability.assessment.stages import Member, Words
from portability.record.step import Place
from portability.rules.injury import between


def own_part(stage: Words, m: Member, here: Place, amount: Any, called: str) -> Any:
    """The State's share by exposure of an amount, where the disease is shared; else all of it."""
    if "shared" not in m.shape.parts:
        return amount
    return stage.step(between.part_by_exposure, here, called=called, amount=amount, share=m.given["exposure_share"])


def with_share(stage: Words, m: Member, here: Place) -> Member:
    """The member with its share by exposure, where the disease is shared."""
    given = m.given
    if "shared" not in m.shape.parts:
        return m
    share = stage.step(
        between.share_of_exposure, here, own=given["exposure_own"], everywhere=given["exposure_everywhere"]
    )
    return Member(m.place, m.shape, {**given, "exposure_share": share})


def left_to_later(stage: Words, m: Member, here: Place, right: Any) -> Any:
    """The right that is left where the file came back from a State of later exposure."""
    if "passed_on" not in m.shape.parts:
        return right
    return stage.step(between.left_to_later_state, here, right=right, later=m.given["later_pays"])


def exposure(stage: Words, m: Member, here: Place) -> Any:
    """The exposure that a least length is held against: with that in other States, where an instrument adds it."""
    if "exposure_added" not in m.shape.parts:
        return m.given["exposure"]
    return stage.step(
        between.exposure_together, here, own=m.given["exposure"], elsewhere=m.given["exposure_elsewhere"]
    )
