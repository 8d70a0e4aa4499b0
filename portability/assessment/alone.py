"""One State by its own law alone: the right, the reference wage, the independent benefit, the lump sum in its place."""

from __future__ import annotations

from typing import Any

from portability.assessment.award import Award, award, award_to_survivor
from portability.assessment.drawn import age_condition, old_enough
from portability.assessment.in_place import in_place
from portability.assessment.invalid import with_future
from portability.assessment.opening import opens, period
from portability.assessment.reference_wage import reference_wage
from portability.assessment.stages import Member, Words
from portability.assessment.survivors import part_of_survivor
from portability.frozen import frozen
from portability.rules import comparison, proration, qualifying
from portability.rules.pension import lump_sum


@frozen
class Alone:
    """What national law alone gives: told values by name. Amounts by the month; `lump_sum` is paid once."""

    period: Any
    age: Any
    right: Any
    reference: Any
    independent: Any
    given_up: Any
    lump_right: Any
    lump_sum: Any


def alone(stage: Words, m: Member) -> Alone:
    """State stage: the State's own law, on its own periods, as if there were no other State."""
    shape, given, here = m.shape, m.given, m.place
    full, met = period(stage, m, here, given["own_right"])
    age, in_time = age_condition(stage, m, here, given["own_right"])
    open_ = old_enough(stage, m, here, age)
    right = opens(stage, m, here, open_, met)
    if "independent" in shape.stated:
        right = stage.step(qualifying.as_stated, here, right=given["stated_right_alone"])
    reference = reference_wage(stage, m)
    found = stage.where(right, (m, reference, full, in_time), _awarded, _nothing)
    independent = stage.step(comparison.independent_benefit, here, right=right, amount=found.amount)
    lump_right, lump = in_place_of_pension(stage, m, age, met, reference)
    return Alone(met, open_, right, reference, independent, found.given_up, lump_right, lump)


def limited(stage: Words, m: Member, national: Alone) -> Alone:
    """State stage: the same where an agreement limits what counts for it: a full career, time nobody else counts."""
    if "limited" not in m.shape.parts:
        return national
    return alone(stage, m)


def _awarded(stage: Words, about: tuple[Member, Any, Any, Any]) -> Award:
    m, reference, full, in_time = about
    if "independent" in m.shape.stated:
        return award_to_survivor(stage, m, m.place, Award(m.given["stated_independent"], m.given["nought"]))
    length = with_future(stage, m, m.place, m.given["own_amount"])
    if "independent_cap" in m.shape.parts:
        career = m.given["full_career"]
        length = stage.step(
            proration.full_career_total, m.place, called="own_length_capped", total=length, full_career=career
        )
    found = award(stage, m, m.place, length, reference, full, in_time)
    return award_to_survivor(stage, m, m.place, found)


def _nothing(stage: Words, about: tuple[Member, Any, Any, Any]) -> Award:
    nought = about[0].given["nought"]
    return Award(nought, nought)


def in_place_of_pension(stage: Words, m: Member, age: Any, met: Any, reference: Any) -> tuple[Any, Any]:
    """The lump sum, refund, balance or allowance that the law pays where its qualifying period is not met."""
    shape, given, here = m.shape, m.given, m.place
    if shape.otherwise == "none":
        return given["no"], given["nought"]
    amount = in_place(stage, m, here, shape.otherwise, "otherwise", reference)
    least = given["otherwise_least"]
    if shape.otherwise_below != "none":
        longer = stage.step(qualifying.longer_period_met, here, length=given["own_right"], least=least)
        there = here._replace(variant=f"{here.variant}+below")
        below = in_place(stage, m, there, shape.otherwise_below, "otherwise_below", reference)
        amount = stage.step(lump_sum.of_two_lump_sums, here, longer=longer, whole=amount, below=below)
        least = given["otherwise_below_least"]
    amount = part_of_survivor(stage, m, here._replace(variant=f"{here.variant}+in_place"), amount)
    right = stage.step(comparison.lump_sum_right, here, age=age, period=met, length=given["own_right"], least=least)
    if "otherwise_asks" in shape.parts:
        right = stage.step(lump_sum.also_asked, here, right=right, asked=given["otherwise_asked"])
    return right, amount
