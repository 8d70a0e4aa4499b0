"""Temporary incapacity: what is due in each stretch of time."""

from __future__ import annotations

from typing import Any

from portability.assessment.injury.stage.between import own_part
from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import money
from portability.rules.injury import temporary


@frozen
class Temporary:
    """Whether anything is due for temporary incapacity, and each payment of every stretch."""

    right: Any
    payments: tuple[Any, ...]


def for_a_time(stage: Words, m: Member, here: Place, right: Any, base: Any) -> Temporary:
    """The benefits of temporary incapacity, stretch by stretch, as the law has it in steps of time."""
    given, shape = m.given, m.shape
    if "temporary" not in shape.parts:
        return Temporary(given["no"], ())
    longer, back = given["yes"], given["no"]
    if "waiting" in shape.parts:
        longer = stage.step(temporary.longer_than_waiting, here, days=given["days"], waiting=given["waiting"])
    if "paid_back" in shape.parts:
        back = stage.step(temporary.waiting_paid_back, here, days=given["days"], over=given["paid_back_over"])
    due = stage.step(temporary.temporary_right, here, right=right, longer=longer)
    pieces = zip(given["shares"], given["waits"], strict=True)
    return Temporary(
        due, tuple(_payment(stage, m, _at(here, place), base, back, *piece) for place, piece in enumerate(pieces, start=1))
    )


def _at(here: Place, place: int) -> Place:
    return here._replace(variant=f"{here.variant}-{place}")


def _payment(stage: Words, m: Member, here: Place, base: Any, back: Any, share: Any, waits: Any) -> Any:
    given, shape = m.given, m.shape
    paid = stage.step(temporary.stretch_paid, here, waits=waits, back=back)
    amount = stage.step(temporary.temporary_amount, here, earnings=base, share=share)
    if "temporary_minimum" in shape.parts:
        amount = stage.step(temporary.temporary_not_below, here, amount=amount, minimum=given["temporary_minimum"])
    if "temporary_maximum" in shape.parts:
        amount = stage.step(temporary.temporary_not_above, here, amount=amount, maximum=given["temporary_maximum"])
    each = stage.step(temporary.temporary_payment, here, amount=amount, of_month=given["of_month"], paid=paid)
    each = own_part(stage, m, here, each, "part_of_temporary")
    return stage.step(money.amount_due, here, amount=each, rounding=given["rounding"])
