"""From what is due to what is paid: commutation, the payments of a year, rounding."""

from __future__ import annotations

from typing import Any

from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.rules import money
from portability.rules.pension import limits

AT_ONCE = frozenset({"at_once", "balance_once", "paid_out"})
"""Accounts of which a sum is paid at once, by their law or by an agreement: what is given up is that sum."""

GIVEN_UP = frozenset({"commutation", "paid_out"})
"""Laws and agreements by which something is paid at once."""


@frozen
class Paid:
    """Rounded sums: each payment of the pension, what they come to by the month, and what is paid once."""

    payment: Any
    by_month: Any
    commuted: Any
    lump_sum: Any


def payment(stage: Words, m: Member, amount: Any, given_up: Any, lump_sum: Any) -> Paid:
    """State stage: the payments of what was chosen. Digits are lost here only."""
    shape, given = m.shape, m.given
    here = m.place._replace(variant="paid")
    commuted = given["nought"]
    if shape.parts & GIVEN_UP:
        once = given_up
        if not shape.parts & AT_ONCE:
            once = stage.step(limits.commutation_lump_sum, here, commuted=given_up, years=given["commutation_factor"])
        commuted = stage.step(
            money.amount_due, here, called="commutation_due", amount=once, rounding=given["rounding_once"]
        )
    if "of_year" in shape.parts:
        amount = stage.step(money.payment_of_year, here, amount=amount, payments=given["payments"])
    due = stage.step(money.amount_due, here, amount=amount, rounding=given["rounding"])
    by_month = stage.step(money.month_of_payments, here, payment=due, payments=given["payments"])
    rounding = given["rounding"] if "allowance" in shape.parts else given["rounding_once"]
    called = "allowance_due" if "allowance" in shape.parts else "lump_sum_rounded"
    lump = stage.step(money.amount_due, here, called=called, amount=lump_sum, rounding=rounding)
    return Paid(due, by_month, commuted, lump)
