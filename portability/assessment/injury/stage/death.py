"""Death from an injury: a survivor's share of the whole pension, the sum on death, the funeral."""

from __future__ import annotations

from typing import Any

from portability.assessment import survivors as family
from portability.assessment.injury.stage.between import own_part
from portability.assessment.injury.stage.permanent import paid, whole_pension
from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import money, survivors
from portability.rules.injury import death


@frozen
class Bereaved:
    """What is due to one survivor: whether there is a right, the pension, the sum once, and what is paid for the funeral."""

    right: Any
    pension: Any
    sum_right: Any
    lump_sum: Any
    funeral: Any


def bereaved(stage: Words, m: Member, here: Place, opened: Any, base: Any) -> Bereaved:
    """The benefits of one survivor; the deceased's degree does not matter, the whole pension is shared."""
    given, shape = m.given, m.shape
    entitled = given["no"]
    if "survivors" in shape.parts:
        entitled = family.entitled(stage, m, here)
    right = stage.step(death.died_of_it, here, right=opened, entitled=entitled)
    whole = given["nought"]
    if shape.formula != "none":
        whole = whole_pension(stage, m, here, base, given["whole"])
    pension = given["nought"]
    if "survivor_pension" in shape.parts:
        pension = family.to_survivor(stage, _shared(stage, m, here), here, whole)
    pension = stage.step(death.survivor_due, here, right=right, amount=pension)
    pension = own_part(stage, m, here, pension, "part_of_pension")
    sum_right = given["no"]
    lump = given["nought"]
    if "death_sum" in shape.parts:
        sum_right = stage.step(death.died_of_it, here, called="has_death_sum", right=right, entitled=given["takes_sum"])
        lump = _sum(stage, m, here, whole, base)
        lump = stage.step(death.survivor_due, here, called="death_sum_due", right=sum_right, amount=lump)
        lump = own_part(stage, m, here, lump, "part_of_sum")
    return Bereaved(
        right,
        paid(stage, m, here, pension, "pension_paid"),
        sum_right,
        stage.step(money.amount_due, here, called="sum_paid", amount=lump, rounding=given["rounding_once"]),
        _funeral(stage, m, here, opened, base),
    )


def _shared(stage: Words, m: Member, here: Place) -> Member:
    """The member with the share that the group's own rules leave to one of it."""
    given, shape = m.given, m.shape
    share = given["share_each"]
    if not shape.parts & {"each_further", "group_ceiling"}:
        return Member(m.place, shape, {**given, "share": share})
    heads = given["heads"]
    if "heads" in shape.parts:
        heads = stage.step(death.heads_counted, here, heads=heads, most=given["most_heads"])
    if "each_further" in shape.parts:
        share = stage.step(death.first_and_further, here, share=share, further=given["each_further"], heads=heads)
        if "group_ceiling" in shape.parts:
            share = stage.step(death.group_within_ceiling, here, share=share, ceiling=given["group_ceiling"])
        share = stage.step(survivors.equal_part, here, share=share, heads=given["heads"])
    elif "group_ceiling" in shape.parts:
        share = stage.step(
            death.share_under_group_ceiling, here, share=share, heads=heads, ceiling=given["group_ceiling"]
        )
    return Member(m.place, shape, {**given, "share": share})


def _sum(stage: Words, m: Member, here: Place, whole: Any, base: Any) -> Any:
    given, shape = m.given, m.shape
    of = whole if "death_sum_of_pension" in shape.parts else base
    amount = stage.step(death.death_sum, here, base=of, times=given["death_times"])
    if "death_sum_minimum" in shape.parts:
        amount = stage.step(
            survivors.survivor_minimum, here, called="death_sum_not_below", amount=amount, minimum=given["death_sum_minimum"]
        )
    if "death_sum_maximum" in shape.parts:
        amount = stage.step(
            death.death_sum_not_above, here, amount=amount, maximum=given["death_sum_maximum"]
        )
    if "less_paid" in shape.parts:
        amount = stage.step(death.death_sum_after, here, amount=amount, paid=given["paid_before"])
    return stage.step(survivors.survivor_amount, here, called="part_of_death_sum", amount=amount, share=given["sum_part"])


def _funeral(stage: Words, m: Member, here: Place, opened: Any, base: Any) -> Any:
    given, shape = m.given, m.shape
    if "funeral" not in shape.parts:
        return given["nought"]
    amount = given["funeral"]
    if "funeral_of_earnings" in shape.parts:
        amount = stage.step(death.funeral_of_earnings, here, earnings=base, times=amount)
    if "funeral_up_to" in shape.parts:
        amount = stage.step(death.funeral_cost, here, most=amount, cost=given["funeral_cost"])
    due = stage.step(death.survivor_due, here, called="funeral_due", right=opened, amount=amount)
    due = own_part(stage, m, here, due, "part_of_funeral")
    return stage.step(money.amount_due, here, called="funeral_paid", amount=due, rounding=given["rounding_once"])
