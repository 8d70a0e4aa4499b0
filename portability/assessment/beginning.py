"""From when a benefit is paid: the claim as each State counts it, and what the law makes of its day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from portability.assessment.case_plan import CasePlan
from portability.assessment.plan import Planned
from portability.assessment.scope import Binding
from portability.case.tables import Claim
from portability.citation import Citation
from portability.document.leaf import earliest
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.periods.dates import add_months


class Beginning(NamedTuple):
    """The first day that can be paid for if the right is open then, and that of the claim; whether only whole months are; why,
    or what is taken."""

    day: date
    claimed: date
    next_month: bool = False
    cites: Citation | None = None
    taken: str = ""


def beginning(plan: CasePlan, planned: Planned, beneficiary: str, instrument: str | None, at: date) -> Beginning:
    """The first day for which a State can owe a benefit that is decided for a day; `instrument`: the one it is owed under."""
    branch = planned.member.place.branch
    rows = [row for row in plan.career.case.claim if row.claimant == beneficiary and branch in row.branches]
    if not rows:
        return Beginning(at, at)
    state = planned.key[0]
    counted = [(earliest(row.date), binding) for row in rows for binding in _counts(row, state, plan, at)]
    if not counted:
        where = ", ".join(dict.fromkeys(str(row.lodged_in) for row in rows))
        text = f"{planned.where}: the claim was lodged in {where}, and no instrument makes it one in {state}"
        return Beginning(at, at, taken=f"{text}: it counts there from {at} (assumed)")
    claimed, _ = min(counted, key=lambda one: one[0])
    leaf = planned.reader.peek("begins") if planned.reader is not None else None
    told = _by_law(leaf, claimed) if leaf is not None and leaf.is_ is not None else None
    found = told or Beginning(claimed, claimed)
    opened = _claimed_in_time(plan, instrument, claimed, at)
    if opened is not None and opened < found.day:
        return found._replace(day=opened)
    if told is None and claimed < at:
        text = f"{planned.where}: from when it is paid is not told: it begins with the day of the claim, {claimed} (assumed)"
        return found._replace(taken=text)
    return found


def _counts(row: Claim, state: str, plan: CasePlan, at: date) -> list[Binding | None]:
    """How a claim is one in a State: lodged there or nowhere in particular, or by an instrument."""
    if row.lodged_in is None or row.lodged_in == state:
        return [None]
    return [one for one in plan.bindings if {state, row.lodged_in} <= one.states and _spreads(one, at)]


def _spreads(binding: Binding, at: date) -> bool:
    leaf = binding.leaf("procedure", "claim_date_propagates", at)
    return leaf is not None and leaf.is_ is True and binding.operates("procedure") and binding.covered.value is not False


def _by_law(leaf: Leaf, claimed: date) -> Beginning:
    """What the law makes of the day of the claim."""
    month = claimed.replace(day=1)
    told = {
        "day_of_claim": claimed,
        "month_of_claim": month,
        "month_after": add_months(month, 1, "earlier"),
        "day_of_right": date.min,
    }[str(leaf.is_)]
    if leaf.get("back") is not None:
        told = moved(claimed if told == date.min else told, str(leaf.get("back")), -1)
    return Beginning(told, claimed, leaf.is_ == "month_after", leaf.cites)


def _claimed_in_time(plan: CasePlan, instrument: str | None, claimed: date, at: date) -> date | None:
    """The day an instrument came into force for a State, where what it opens was claimed soon enough after it."""
    binding = next((one for one in plan.bindings if one.id == instrument and one.operates("procedure")), None)
    leaf = None if binding is None else binding.leaf("procedure", "claim_within", at)
    if binding is None or leaf is None or leaf.is_ is None:
        return None
    starts = [row["from"] for row in binding.law.get("party", ()) if row["state"] in binding.states and "from" in row]
    bound = max([binding.law.get("in_force_from", date.min), *starts])
    return bound if bound <= claimed <= moved(bound, str(leaf.is_)) else None


def moved(day: date, length: str, way: int = 1) -> date:
    """A day so much later, or earlier where `way` is -1.

    >>> moved(date(2026, 3, 31), "6 months", -1), moved(date(2026, 3, 31), "26 weeks")
    (datetime.date(2025, 9, 30), datetime.date(2026, 9, 29))
    """
    found = quantity(length)
    days = {"weeks": 7, "days": 1}.get(found.unit)
    if days is not None:
        return day + timedelta(days=way * int(found.value * days))
    months = found.value * {"years": 12, "quarters": 3}.get(found.unit, 1)
    return add_months(day, way * int(months), "earlier")
