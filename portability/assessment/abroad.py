"""A benefit in payment while the person lives abroad: raised or frozen, paid in full or, after an absence, in part."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from portability.assessment.beginning import moved
from portability.assessment.case_plan import CasePlan
from portability.assessment.plan import Planned
from portability.case.career import Career
from portability.citation import Citation
from portability.document.leaf import earliest
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.unknown import unknown
from portability.record.step import Fact, Told

AT_HOME = ("uprating_abroad", "rate_after_absence", "full_rate_absence")


class Abroad(NamedTuple):
    """What absence does to a benefit on a day: whether it is raised; the share that is paid, None for all of it."""

    raised: bool = True
    rate: Told | None = None
    cites: Citation | None = None


def asks_of_absence(plan: CasePlan, planned: Planned) -> bool:
    """Whether any law could make absence change the amount of a benefit; where none does, nothing need be asked."""
    law = {} if planned.reader is None else planned.reader.law
    if any(key in law for key in AT_HOME) or (planned.export is not None and planned.export.is_ == "reduced"):
        return True
    return any(
        key in one.law.get("export", ())
        for one in plan.bindings
        if planned.key[0] in one.states
        for key in ("uprating", *AT_HOME)
    )


def abroad(plan: CasePlan, planned: Planned, word: str, day: date) -> Abroad:
    """What living where the person lives on a day does to a benefit whose payment there is told by a word."""
    career, state = plan.career, planned.key[0]
    row = career.residence(day)
    if row is None or row.country == state or word in ("suspended", "not_exportable"):
        return Abroad()
    raised = _leaf(plan, planned, "uprating", "uprating_abroad", day)
    is_raised = raised is None or raised.is_ in (None, "full") or row.country in (raised.get("states") or ())
    found = Abroad(is_raised, None, None if raised is None else raised.cites)
    if word != "reduced":
        return found
    rate = _leaf(plan, planned, "rate_after_absence", "rate_after_absence", day)
    till = full_until(plan, planned, day)
    if till is not None and day < till:
        return found
    if rate is None or rate.is_ is None:
        path = f"{planned.where}: the share paid abroad" if rate is None else rate.path
        return found._replace(rate=Told(unknown(path, high=1), Fact(path, "law", "assumed", "share")))
    told = Told(quantity(str(rate.is_)).value, Fact(rate.path, "law", rate.standing, "share", rate.cites, rate.reason))
    return found._replace(rate=told, cites=rate.cites)


def full_until(plan: CasePlan, planned: Planned, day: date) -> date | None:
    """The day on which the time for which an absence leaves a benefit whole is over; None where the law knows no such time."""
    leaf = _leaf(plan, planned, "full_rate_absence", "full_rate_absence", day)
    since = left_on(plan.career, planned.key[0], day)
    if leaf is None or leaf.is_ is None or since is None:
        return None
    return moved(since, str(leaf.is_))


def left_on(career: Career, state: str, day: date) -> date | None:
    """The first day of the present absence from a State; None where the person lives there, or the case does not say."""
    row = career.residence(day)
    since = None
    while row is not None and row.country != state and row.start is not None:
        since = earliest(row.start)
        row = career.residence(since - timedelta(days=1))
    return since


def _leaf(plan: CasePlan, planned: Planned, key: str, national: str, day: date) -> Leaf | None:
    """A rule on payment abroad: that of an instrument which has the benefit paid there, else of national law."""
    for binding in plan.bindings:
        if planned.key[0] in binding.states and binding.operates("export") and binding.covered.value is not False:
            leaf = binding.leaf("export", key, day)
            if leaf is not None:
                return leaf
    return None if planned.reader is None else planned.reader.peek(national)
