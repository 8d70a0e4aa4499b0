"""Own contributions to a benefit that the law closes to the person: whether they are given back has to be examined.

ICRMW Art 27(2) asks a State to examine it, on the basis of what it does for nationals in similar circumstances. It owes
nobody a refund: the sum told here is what the person paid, no more, and never an entitlement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from portability.assessment.case_plan import CasePlan
from portability.assessment.earned import aligned, contribution_rates, insured_months
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.frozen import frozen
from portability.law.dated import Leaf
from portability.number.unknown import Unknown, unknown
from portability.rules.pension.lump_sum import refund_of_contributions


@frozen
class Inquiry:
    """A duty to examine a refund: under which instrument, and what the person paid by way of own contributions."""

    binding: Binding
    rule: Leaf
    own: Any

    @property
    def force(self) -> str:
        return self.binding.force


def inquiry(plan: CasePlan, planned: Planned, at: date, right: Any) -> Inquiry | None:
    """The duty to examine a refund where a right does not open because of nationality or status; None where there is none."""
    nationality = planned.member.given.get("nationality")
    if right is not False or nationality is None or nationality.value is not False or planned.reader is None:
        return None
    lifted = planned.instruments.get("equality")
    if lifted is not None and lifted.told.value is not False:
        return None
    if planned.nature != "contributory" or not any(spell.member == planned.key for spell in plan.career.spells):
        return None
    state, branch = planned.key[0], planned.member.place.branch
    for binding in sorted(plan.bindings, key=lambda one: one.force != "binding"):
        leaf = binding.leaf("equality", "rule", at)
        if leaf is None or leaf.is_ != "duty_to_examine" or not binding.operates("equality"):
            continue
        if state in binding.states and binding.joined(state, at, branch).value is not False:
            return Inquiry(binding, leaf, own_contributions(plan, planned, at))
    return None


def own_contributions(plan: CasePlan, planned: Planned, at: date) -> Any:
    """What the person paid: the earnings of each run at the worker's own rate, without the employer's and without interest."""
    reader = planned.reader
    if reader is None or reader.peek("own_contribution_rate") is None:
        return unknown(f"{planned.where}: which part of the contributions the worker pays")
    law: Mapping[str, Any] = {**reader.law, "contribution_rate": reader.law["own_contribution_rate"]}
    months = planned.member.given["own_amount"].value
    own_part = replace(reader, law=law)
    earned = aligned(
        own_part,
        plan.career,
        planned.key,
        at,
        None if isinstance(months, Unknown) else insured_months(planned.own),
    )
    return refund_of_contributions(earned.earnings.value, contribution_rates(own_part, earned, at).value, 1)
