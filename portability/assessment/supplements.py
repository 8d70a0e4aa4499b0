"""Supplements: sums over all the States on what is paid, and the State that adds what they lack.

Asked after the payment, of the results that are due under one instrument.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portability.assessment.award import minimum_of_law
from portability.assessment.stages import Member, Words
from portability.frozen import frozen
from portability.rules import money, qualifying, supplement, totalisation


@frozen
class Added:
    """What a State adds to its pension by the month, exact and as it is paid: nought where it adds nothing."""

    exact: Any
    amount: Any


def supplements(
    stage: Words,
    linked: Any,
    totals: Sequence[Any],
    nationals: Sequence[Any],
    chosen: Sequence[Any],
    takes: Sequence[tuple[Any, ...]],
    paid: Sequence[Any],
) -> tuple[Added, ...]:
    """Person stage: what the States of one instrument add that knows a supplement.

    All are in the order of the instrument's members. `takes` says of each whether this instrument's result was taken, and
    whether those after it took its place.
    """
    shape = linked.sharing
    stand = tuple(
        stage.step(supplement.result_stands, place, takes=those) for place, those in zip(linked.places, takes, strict=True)
    )
    all_due = [(stand, tuple(one.by_month for one in paid))] * len(stand)
    if shape.supplement == "residence_state":
        rights = tuple(one.right for one in chosen)
        wages = tuple(one.reference for one in nationals)
        return stage.each(linked.members, of_residence, totals, wages, stand, rights, all_due)
    differences = stage.each(linked.members, difference, nationals, stand, all_due)
    return stage.each(linked.members, shared_difference, differences, [differences] * len(stand))


def of_residence(
    stage: Words, m: Member, totals: Any, wage: Any, stands: Any, right: Any, due: tuple[Any, Any]
) -> Added:
    """State stage: the State of residence, where it owes a pension and its law has a minimum for so long a career."""
    shape, given, here = m.shape, m.given, m.place
    if "minimum_of_residence" not in shape.parts:
        return Added(given["nought"], given["nought"])
    minimum = minimum_of_law(stage, m, here._replace(variant=f"{here.variant}+minimum"), wage)
    if "minimum_of_full" in shape.parts:
        length = totals.right
        if "unit_of_agreement" in shape.parts:
            length = stage.step(
                totalisation.in_unit_of_law, here, called="total_for_minimum", length=length, units=given["units_of_law"]
            )
        full = stage.step(
            qualifying.qualifying_period_met, here, called="full_for_minimum", length=length, required=given["qualifying"]
        )
        minimum = stage.step(supplement.minimum_for_career, here, full=full, minimum=minimum)
    if "of_year" not in shape.parts:
        minimum = stage.step(
            money.month_of_payments, here, called="minimum_by_month", payment=minimum, payments=given["payments"]
        )
    together = _together(stage, m, due)
    pays = stage.step(supplement.pays_there, here, stands=stands, right=right)
    exact = stage.step(
        supplement.supplement_of_residence,
        here,
        resides=given["resides"],
        pays=pays,
        minimum=minimum,
        together=together,
    )
    return Added(exact, _rounded(stage, m, exact))


def difference(stage: Words, m: Member, national: Any, stands: Any, due: tuple[Any, Any]) -> Any:
    """State stage: by how much this State's own law alone would give more than all the pensions together."""
    given, here, amount = m.given, m.place, national.independent
    if "of_year" in m.shape.parts:
        amount = stage.step(
            money.payment_of_year, here, called="alone_of_year", amount=amount, payments=given["payments"]
        )
    alone = stage.step(
        supplement.alone_by_month, here, amount=amount, rounding=given["rounding"], payments=given["payments"]
    )
    together = _together(stage, m, due)
    return stage.step(
        supplement.own_difference, here, asked=given["difference"], stands=stands, alone=alone, together=together
    )


def shared_difference(stage: Words, m: Member, own: Any, differences: tuple[Any, ...]) -> Added:
    """State stage: this State's part of the largest difference."""
    given, here = m.given, m.place
    rates = given["linked_rates"]
    largest = stage.step(supplement.largest_difference, here, differences=differences, rates=rates)
    exact = stage.step(
        supplement.difference_shared, here, own=own, largest=largest, differences=differences, rates=rates
    )
    return Added(exact, _rounded(stage, m, exact))


def _together(stage: Words, m: Member, due: tuple[Any, Any]) -> Any:
    """All the pensions that are due under the instrument, which of them and what they are by the month."""
    stand, amounts = due
    return stage.step(
        supplement.pensions_together, m.place, stand=stand, amounts=amounts, rates=m.given["linked_rates"]
    )


def _rounded(stage: Words, m: Member, exact: Any) -> Any:
    return stage.step(money.amount_due, m.place, called="supplement_due", amount=exact, rounding=m.given["rounding"])
