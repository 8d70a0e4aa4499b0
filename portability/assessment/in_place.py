"""What is paid in place of a pension, by the shape that a State's law gives it: refund, lump sum, allowance, balance."""

from __future__ import annotations

from typing import Any

from portability.assessment.formula import formula
from portability.assessment.stages import Member, Words
from portability.record.step import Place
from portability.rules.pension import account, accrual, limits, lump_sum
from portability.rules.pension import reference as reference_rules


def in_place(stage: Words, m: Member, here: Place, kind_shape: str, key: str, reference: Any) -> Any:
    """The sum paid once, or the allowance by the month, on the State's own periods."""
    given = m.given
    if kind_shape == "refund":
        return _refund(stage, m, here, key)
    if kind_shape == "of_pension":
        there = here._replace(variant=f"{here.variant}+length")
        pension = formula(stage, m, there, given["own_amount"], reference)
        return stage.step(lump_sum.lump_sum_of_pension, here, pension=pension, factor=given[f"{key}_factor"])
    if kind_shape in ("per_month", "allowance"):
        return _of_earnings(stage, m, here, kind_shape, key, reference)
    if kind_shape == "balance":
        return stage.step(account.account_balance, here, called="balance_in_place", balance=given["balance"])
    return given[f"{key}_amount"]


def _refund(stage: Words, m: Member, here: Place, key: str) -> Any:
    shape, given = m.shape, m.given
    earnings = given["earnings"]
    if "ceiling" in shape.parts:
        earnings = stage.step(
            reference_rules.within_ceiling,
            here,
            called="contributed_earnings",
            earnings=earnings,
            ceilings=given["ceilings"],
        )
    amount = stage.step(
        lump_sum.refund_of_contributions,
        here,
        earnings=earnings,
        rates=given["contribution_rates"],
        share=given[f"{key}_share"],
    )
    return stage.step(lump_sum.with_interest, here, amount=amount, interest=given[f"{key}_interest"])


def _of_earnings(stage: Words, m: Member, here: Place, kind_shape: str, key: str, reference: Any) -> Any:
    shape, given = m.shape, m.given
    if f"{key}_reference" in shape.parts:
        reference = stage.step(
            reference_rules.last_average,
            here,
            called="lump_sum_reference",
            earnings=given["earnings"],
            length=given[f"{key}_reference_length"],
        )
    if kind_shape == "allowance":
        amount = stage.step(
            lump_sum.allowance_in_place, here, reference=reference, share=given[f"{key}_share"]
        )
        if f"{key}_least" in shape.parts:
            amount = stage.step(
                limits.minimum_amount, here, called="allowance_raised", amount=amount, minimum=given[f"{key}_minimum"]
            )
        return amount
    length = given["own_amount"]
    if f"{key}_steps" in shape.parts:
        length = stage.step(
            accrual.counted_length, here, called="counted_for_lump_sum", length=length, steps=given[f"{key}_steps"]
        )
    return stage.step(
        lump_sum.lump_sum_by_length, here, reference=reference, length=length, factor=given[f"{key}_factor"]
    )
