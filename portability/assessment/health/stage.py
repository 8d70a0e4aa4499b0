"""Cash in sickness and maternity, for one State: by its own law, and with the periods that an instrument adds.

A State stage: straight-line code over rules, which branches on the shape of a law alone. The steps of `pay` are parts of the
shape, told by their place: `step_0`, and `step_0_share` where it is a share of earnings.
"""

from __future__ import annotations

from typing import Any

from portability.assessment.health.steps import steps_of
from portability.assessment.opening import conditions, period
from portability.assessment.reference_wage import reference_wage
from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.record.step import Place
from portability.rules import money, totalisation
from portability.rules.health import cash


@frozen
class Right:
    """Whether the right opens on a length: the length, and the answer."""

    length: Any
    period: Any
    right: Any


@frozen
class Found:
    """What one State owes: its right alone, its right under each instrument, the right in all, and each step's payment."""

    alone: Right
    under: tuple[Right, ...]
    right: Any
    payments: tuple[Any, ...]
    grant: Any


def by_national_law(stage: Words, m: Member) -> Right:
    """The right by national law alone, on own periods."""
    return _right(stage, m, m.place, m.given["own_right"])


def with_others(stage: Words, m: Member) -> Right:
    """The right with the periods of all the States that the instrument links, of the one State that is competent."""
    given, here = m.given, m.place
    total = stage.step(totalisation.total_periods, here, called="total_for_the_right", lengths=given["lengths"])
    found = _right(stage, m, here, total)
    competent = stage.step(
        cash.competent_state, here, insured=given["insured_then"], covered=given["covered"], bound=given["bound"]
    )
    right = stage.step(cash.competent_pays, here, right=found.right, competent=competent)
    return Right(total, found.period, right)


def _right(stage: Words, m: Member, here: Place, length: Any) -> Right:
    given = m.given
    _, met = period(stage, m, here, length)
    asked = conditions(stage, m, here)
    if "births" in m.shape.parts:
        asked = (*asked, stage.step(cash.births_within, here, births=given["births"], limit=given["births_limit"]))
    right = stage.step(cash.cash_right, here, happened=given["happened"], period=met, conditions=asked)
    return Right(length, met, right)


def found_for(stage: Words, m: Member, linked: tuple[Member, ...]) -> Found:
    """All that one State owes: `linked` is the same State once for each instrument that adds periods."""
    here = m.place._replace(variant="paid")
    alone = by_national_law(stage, m)
    under = stage.each(linked, with_others)
    right = alone.right
    for one, member in zip(under, linked, strict=True):
        there = here._replace(variant=f"chosen.{member.place.variant}")
        right = stage.step(cash.opened_either_way, there, alone=right, together=one.right)
    reference = reference_wage(stage, m)
    payments = tuple(_payment(stage, m, here, name, reference) for name in steps_of(m.shape))
    grant = m.given["nought"]
    if "grant" in m.shape.parts:
        grant = stage.step(money.amount_due, here, called="grant_of_birth", amount=m.given["grant"], rounding=m.given["rounding"])
    return Found(alone, under, right, payments, grant)


def _payment(stage: Words, m: Member, here: Place, name: str, reference: Any) -> Any:
    """What one step pays each day or month."""
    shape, given = m.shape, m.given
    amount = given[name]
    if f"{name}_share" in shape.parts:
        amount = stage.step(
            cash.share_of_earnings, here, called=f"{name}_share_of_earnings", reference=reference, share=given[name]
        )
    if f"{name}_daily" in shape.parts:
        amount = stage.step(cash.amount_of_day, here, called=f"{name}_amount_of_day", amount=amount, days=given["days"])
    if "minimum" in shape.parts:
        amount = stage.step(
            cash.raised_to_minimum, here, called=f"{name}_raised_to_minimum", amount=amount, minimum=given[f"{name}_minimum"]
        )
    if "maximum" in shape.parts:
        amount = stage.step(
            cash.held_to_maximum, here, called=f"{name}_held_to_maximum", amount=amount, maximum=given[f"{name}_maximum"]
        )
    return stage.step(money.amount_due, here, called=f"{name}_due", amount=amount, rounding=given["rounding"])
