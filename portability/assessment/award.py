"""A pension by the shape of a State's law: formula, lower tier, minimum, maximum, commutation."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from portability.assessment.drawn import at_its_age
from portability.assessment.formula import formula
from portability.assessment.invalid import by_degree
from portability.assessment.stages import Member, Words
from portability.assessment.survivors import part_of_survivor, to_survivor
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import qualifying, survivors
from portability.rules.pension import account, limits


@frozen
class Award:
    """A pension by the month, and the part of it that the law turns into a lump sum (nought where it does not)."""

    amount: Any
    given_up: Any


def award(stage: Words, m: Member, here: Place, length: Any, wage: Any, full: Any, in_time: Any) -> Award:
    """The pension of a length under a State's law: formula, lower tier, early or late, minimum, maximum, commutation."""
    shape, given = m.shape, m.given
    amount = by_degree(stage, m, here, formula(stage, m, here, length, wage))
    given_up = given["nought"]
    if "reduced" in shape.parts:
        factor = stage.step(qualifying.tier_factor, here, full=full, reduced_factor=given["reduced_factor"])
        amount = stage.step(limits.tier_amount, here, amount=amount, factor=factor)
    amount = at_its_age(stage, m, here, amount, wage, in_time)
    if "minimum_after_commutation" not in shape.parts:
        amount = _not_below_minimum(stage, m, here, amount, length, full, in_time, wage)
    if "maximum" in shape.parts:
        amount = stage.step(limits.maximum_amount, here, amount=amount, maximum=_maximum(stage, m, here, wage))
    if "balance_once" in shape.parts:
        called = "balance_paid_out" if "paid_out" in shape.parts else "account_balance"
        given_up, amount = stage.step(account.account_balance, here, called=called, balance=amount), given["nought"]
    elif "at_once" in shape.parts:
        given_up = stage.step(
            account.paid_at_once,
            here,
            called="given_up_at_once",
            balance=given["balance"],
            at_once=given["commuted_share"],
        )
    elif "commutation" in shape.parts:
        given_up = stage.step(limits.commuted_amount, here, amount=amount, commuted=given["commuted_share"])
        amount = stage.step(limits.after_commutation, here, amount=amount, commuted=given_up)
    if "minimum_after_commutation" in shape.parts:
        amount = _not_below_minimum(stage, m, here, amount, length, full, in_time, wage)
    return Award(amount, given_up)


def award_to_survivor(stage: Words, m: Member, here: Place, found: Award) -> Award:
    """The award of which a survivor gets a share; no part of it is paid at once."""
    if "survivors" not in m.shape.parts:
        return found
    return replace(found, amount=to_survivor(stage, m, here, found.amount))


def _maximum(stage: Words, m: Member, here: Place, wage: Any) -> Any:
    shape, given = m.shape, m.given
    if "maximum_share" not in shape.parts:
        return given["maximum"]
    figure = wage if "maximum_of_reference" in shape.parts else given["maximum_of"]
    return stage.step(
        limits.share_of_figure, here, called="maximum_share_of", figure=figure, share=given["maximum_share"]
    )


def minimum_of_law(stage: Words, m: Member, here: Place, wage: Any) -> Any:
    """The minimum of a law: an amount, or a share of a figure or of the reference wage."""
    shape, given = m.shape, m.given
    if "minimum_share" not in shape.parts:
        return given["minimum"]
    figure = wage if "minimum_of_reference" in shape.parts else given["minimum_of"]
    return stage.step(
        limits.share_of_figure, here, called="minimum_share_of", figure=figure, share=given["minimum_share"]
    )


def raised_after_ratio(stage: Words, m: Member, here: Place, amount: Any, wage: Any, under: Any) -> Any:
    """A share raised to the minimum of the law, where the agreement applies that after the ratio; to a survivor's part of it."""
    shape, given = m.shape, m.given
    if "minimum_after_ratio" in shape.parts:
        there = here._replace(variant=f"{here.variant}+minimum")
        minimum = part_of_survivor(stage, m, there, minimum_of_law(stage, m, here, wage))
        amount = _raised(stage, m, here, amount, under.length, under.full, under.in_time, minimum)
    if "minimum_each_after_ratio" in shape.parts:
        amount = stage.step(survivors.survivor_minimum, here, amount=amount, minimum=given["minimum_each"])
    return amount


def _not_below_minimum(
    stage: Words, m: Member, here: Place, amount: Any, length: Any, full: Any, in_time: Any, wage: Any
) -> Any:
    if "minimum" not in m.shape.parts:
        return amount
    minimum = minimum_of_law(stage, m, here, wage)
    return _raised(stage, m, here, amount, length, full, in_time, minimum)


def _raised(
    stage: Words, m: Member, here: Place, amount: Any, length: Any, full: Any, in_time: Any, minimum: Any
) -> Any:
    """An amount raised to a minimum, where the law's conditions for it are met."""
    shape, given = m.shape, m.given
    raised = stage.step(limits.minimum_amount, here, amount=amount, minimum=minimum)
    if "minimum_of_full" in shape.parts:
        raised = stage.step(limits.minimum_of_full, here, full=full, raised=raised, amount=amount)
    if "minimum_from" in shape.parts:
        if "minimum_totalised" in shape.parts:
            length = given["minimum_length"]
        guaranteed = stage.step(qualifying.long_enough_for_minimum, here, length=length, least=given["minimum_from"])
        raised = stage.step(limits.minimum_guaranteed, here, guaranteed=guaranteed, raised=raised, amount=amount)
    if "minimum_at_age" in shape.parts:
        raised = stage.step(limits.minimum_at_age, here, in_time=in_time, raised=raised, amount=amount)
    return raised
