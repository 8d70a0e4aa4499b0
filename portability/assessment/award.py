"""A pension by the shape of a State's law: formula, lower tier, minimum, maximum, commutation."""

from __future__ import annotations

from typing import Any

from portability.assessment.drawn import at_its_age
from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import qualifying
from portability.rules.pension import account, accrual, flat, fraction, limits


@frozen
class Award:
    """A pension by the month, and the part of it that the law turns into a lump sum (nought where it does not)."""

    amount: Any
    given_up: Any


def award(stage: Words, m: Member, here: Place, length: Any, wage: Any, full: Any, in_time: Any) -> Award:
    """The pension of a length under a State's law: formula, lower tier, early or late, minimum, maximum, commutation."""
    shape, given = m.shape, m.given
    amount = formula(stage, m, here, length, wage)
    given_up = given["nought"]
    if "reduced" in shape.parts:
        factor = stage.step(qualifying.tier_factor, here, full=full, reduced_factor=given["reduced_factor"])
        amount = stage.step(limits.tier_amount, here, amount=amount, factor=factor)
    amount = at_its_age(stage, m, here, amount, wage, in_time)
    if "minimum_after_commutation" not in shape.parts:
        amount = _not_below_minimum(stage, m, here, amount, full, in_time)
    if "maximum" in shape.parts:
        amount = stage.step(limits.maximum_amount, here, amount=amount, maximum=given["maximum"])
    if "commutation" in shape.parts:
        given_up = stage.step(limits.commuted_amount, here, amount=amount, commuted=given["commuted_share"])
        amount = stage.step(limits.after_commutation, here, amount=amount, commuted=given_up)
    if "minimum_after_commutation" in shape.parts:
        amount = _not_below_minimum(stage, m, here, amount, full, in_time)
    return Award(amount, given_up)


def _not_below_minimum(stage: Words, m: Member, here: Place, amount: Any, full: Any, in_time: Any) -> Any:
    shape, given = m.shape, m.given
    if "minimum" not in shape.parts:
        return amount
    raised = stage.step(limits.minimum_amount, here, amount=amount, minimum=given["minimum"])
    if "minimum_of_full" in shape.parts:
        raised = stage.step(limits.minimum_of_full, here, full=full, raised=raised, amount=amount)
    if "minimum_at_age" in shape.parts:
        raised = stage.step(limits.minimum_at_age, here, in_time=in_time, raised=raised, amount=amount)
    return raised


def formula(stage: Words, m: Member, here: Place, length: Any, wage: Any) -> Any:
    """The amount by the formula of the law, before any limit."""
    shape, given = m.shape, m.given
    if "part_years" in shape.parts:
        length = stage.step(accrual.counted_length, here, length=length, steps=given["part_years"])
    if shape.formula == "flat":
        return stage.step(flat.flat_amount, here, amount=given["amount"])
    if shape.formula == "accrual":
        share = stage.step(accrual.accrued_share, here, length=length, base=given["base"], tiers=given["tiers"])
        if "cap" in shape.parts:
            share = stage.step(accrual.share_capped, here, share=share, cap=given["cap"])
        return stage.step(accrual.accrued_amount, here, reference=wage, share=share)
    if shape.formula in ("fraction", "residence_fraction"):
        share = stage.step(fraction.career_fraction, here, length=length, full=given["denominator"], cap=given["cap"])
        if shape.formula == "fraction":
            return stage.step(fraction.fraction_of_wage, here, reference=wage, share=share)
        return stage.step(fraction.fraction_of_amount, here, amount=given["amount"], share=share)
    if shape.formula == "account":
        return stage.step(account.account_pension, here, balance=given["balance"], divisor=given["divisor"])
    return given["formula_unknown"]
