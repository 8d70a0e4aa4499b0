"""A pension drawn early or late: what the law takes off or adds at the age at which it is drawn."""

from __future__ import annotations

from typing import Any

from portability.assessment.invalid import established
from portability.assessment.stages import Member, Words
from portability.assessment.survivors import entitled
from portability.record.step import Place
from portability.rules import qualifying
from portability.rules.pension import early


def age_condition(stage: Words, m: Member, here: Place, length: Any) -> tuple[Any, Any]:
    """Whether pension age is reached, and whether it was on the day the pension is drawn from.

    A career so long that the law asks no age, or leaving the scheme, may do instead. Where the right opens with a
    contingency, that stands in the place of the age.
    """
    shape, given = m.shape, m.given
    if "invalidity" in shape.parts:
        happened = established(stage, m, here)
        return happened, happened
    if "survivors" in shape.parts:
        happened = entitled(stage, m, here)
        return happened, happened
    age = in_time = given["age"]
    if "early" in shape.parts:
        in_time = given["drawn_in_time"]
    if "any_age" in shape.parts:
        long_career = stage.step(qualifying.any_age_met, here, length=length, any_age=given["any_age"])
        age = stage.step(qualifying.age_met, here, age=age, any_age=long_career)
        in_time = stage.step(qualifying.age_met, here, called="in_time", age=in_time, any_age=long_career)
    if "on_leaving" in shape.parts:
        age = stage.step(qualifying.left_or_of_age, here, age=age, left=given["left"])
    return age, in_time


def old_enough(stage: Words, m: Member, here: Place, age: Any) -> Any:
    """Whether the condition of age is met: at pension age, or at that of an early pension."""
    if "early" not in m.shape.parts:
        return age
    return stage.step(qualifying.early_age_met, here, age=age, early=m.given["early"])


def at_its_age(stage: Words, m: Member, here: Place, amount: Any, wage: Any, in_time: Any) -> Any:
    """The pension at the age at which it is drawn."""
    shape, given = m.shape, m.given
    if "early" in shape.parts:
        reduced = _early(stage, m, here, amount, wage)
        amount = stage.step(early.drawn_early, here, in_time=in_time, amount=amount, reduced=reduced)
    if "deferred" in shape.parts:
        share = stage.step(
            early.deferred_share, here, months=given["months_late"], increase=given["deferred_increase"]
        )
        amount = stage.step(early.deferred_amount, here, amount=amount, share=share)
    return amount


def _early(stage: Words, m: Member, here: Place, amount: Any, wage: Any) -> Any:
    shape, given = m.shape, m.given
    if "early_of_reference" in shape.parts:
        return stage.step(
            early.less_share_of_reference,
            here,
            amount=amount,
            reference=wage,
            months=given["months_early"],
            reduction=given["early_reduction"],
        )
    if "early_factors" in shape.parts:
        share = stage.step(early.early_factor, here, age=given["age_drawn"], factors=given["early_factors"])
    else:
        share = stage.step(
            early.early_share, here, months=given["months_early"], reduction=given["early_reduction"]
        )
    return stage.step(early.early_amount, here, amount=amount, share=share)
