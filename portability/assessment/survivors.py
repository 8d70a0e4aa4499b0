"""Survivors in the stages: each survivor is asked for apart, on the pension that the deceased had or would have had.

The deceased's pension runs through the same stages, alone and under every instrument; where an amount stands, theoretical or
independent, the survivor's share of it is taken. So a minimum for each survivor is shared pro rata with the rest.
"""

from __future__ import annotations

from typing import Any

from portability.assessment.stages import Member, Words
from portability.record.step import Place
from portability.rules import survivors

CONDITIONS = ("related", "of_age", "dependent", "unmarried", "in_turn")
"""What a law may ask of a survivor; a condition it does not ask is met."""


def entitled(stage: Words, m: Member, here: Place) -> Any:
    """Whether this survivor is among those the law provides for."""
    given = m.given
    asked = {name: given[name] for name in CONDITIONS}
    return stage.step(survivors.survivor_entitled, here, died=given["happened"], **asked)


def share_of(stage: Words, m: Member, here: Place) -> Any:
    """The survivor's share: divided among a group where the law says so, and within the ceiling of the family."""
    shape, given = m.shape, m.given
    share = given["share"]
    if "together" in shape.parts:
        share = stage.step(survivors.equal_part, here, share=share, heads=given["heads"])
    if "family_ceiling" in shape.parts:
        family = stage.step(survivors.shares_together, here, share=share, others=given["other_shares"])
        share = stage.step(
            survivors.share_within_ceiling, here, share=share, together=family, ceiling=given["family_ceiling"]
        )
    return share


def part_of_survivor(stage: Words, m: Member, here: Place, amount: Any) -> Any:
    """The survivor's share of an amount of the deceased's: of a sum paid once, which no monthly minimum raises."""
    if "survivors" not in m.shape.parts:
        return amount
    return stage.step(survivors.survivor_amount, here, amount=amount, share=share_of(stage, m, here))


def to_survivor(stage: Words, m: Member, here: Place, amount: Any) -> Any:
    """What this survivor gets of a pension of the deceased's: the share, and at least the minimum for each survivor."""
    part = part_of_survivor(stage, m, here, amount)
    if "minimum_each" not in m.shape.parts:
        return part
    return stage.step(survivors.survivor_minimum, here, amount=part, minimum=m.given["minimum_each"])


def of_survivor(stage: Words, m: Member, amount: Any) -> Any:
    """The survivor's share of an amount that is added outside the ratio."""
    return part_of_survivor(stage, m, m.place._replace(variant=m.place.variant + "+increment"), amount)
