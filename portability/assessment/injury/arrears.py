"""What has fallen due of the injured person's pension before the month of the decision."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from portability.assessment.dues import months_of
from portability.assessment.injury.plan import InjuryPlan
from portability.assessment.maintenance import Payable
from portability.assessment.summary import NOT_PAID
from portability.number.unknown import Unknown
from portability.record.ledger import Ledger
from portability.record.step import Told
from portability.rules import over_time

AS_NOW = "what has fallen due is reckoned at the amount of the day decided for (assumed)"
BY_DAYS = "a part of a month is paid by its days (assumed)"


def fallen_due(plan: InjuryPlan, ledger: Ledger, name: str, payment: Told, payable: Payable) -> Told | None:
    """The payments for the months from the first to that of the decision; None where there were none, or they are not paid.

    A survivor's are not reckoned back: who shares with them, and at which age, changes with time.
    """
    given = plan.member.given
    a_year: Any = given["payments"].value
    if plan.begins is None or payable.word is None or payable.word in NOT_PAID or isinstance(a_year, Unknown):
        return None
    whole, parts = months_of(plan.begins, plan.at.replace(day=1))
    if not whole and not parts:
        return None
    due: list[tuple[Told, Any]] = [(payment, Fraction(a_year * whole, 12))] if whole else []
    place, rounding = plan.member.place, given["rounding"]
    for start, share in parts:
        here = place._replace(variant=f"{place.variant}.{name}-{start}")
        part = Told(Fraction(a_year) * share / 12)
        due.append((ledger.step(over_time.part_payment, here, payment=payment, share=part, rounding=rounding), 1))
        plan.notes.append(f"{plan.where}: {BY_DAYS}")
    plan.notes.append(f"{plan.where}: {AS_NOW}")
    here = place._replace(variant=f"{place.variant}.{name}-paid")
    return ledger.step(over_time.arrears, here, due=tuple(due), rounding=rounding)
