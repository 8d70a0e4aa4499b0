"""How long a scheme makes those struck wait, and for how long it pays them: lengths of the law, in days."""

from __future__ import annotations

from typing import Any

from portability.assessment.adequacy.contingent import Contingent
from portability.assessment.injury.read import in_days
from portability.frozen import frozen
from portability.law.dated import Leaf
from portability.number.unknown import Unknown, unknown
from portability.number.words import excess, not_above

ENDLESS = "as long as it lasts"


@frozen
class Term:
    """A length of the law: in days, None where it has no end; as it is written; how sure; what is not known of it."""

    days: Any
    told: str
    standing: str = "official"
    why: str = ""


def waiting(scheme: Contingent) -> Term:
    """The days at the beginning for which nothing is paid; a file without them pays from the first day."""
    leaf = scheme.leaf("waiting")
    if leaf is None or leaf.state in ("none_known", "repealed"):
        return Term(0, "none", "official" if leaf is None else leaf.standing)
    days = _days(leaf, leaf.is_)
    over = leaf.get("paid_back_over")
    back = f"; paid for after all over {over}" if over else ""
    return Term(days, f"{leaf.is_ or 'not known'}{back}", leaf.standing, _why(days))


def duration(scheme: Contingent) -> Term:
    """For how long it is paid: as long as the steps of pay and the longest time allow; in maternity for the leave."""
    terms = [one for one in (_leave(scheme), _steps(scheme), _longest(scheme)) if one is not None]
    ends = [one for one in terms if one.days is not None]
    if not ends:
        return Term(None, ENDLESS)
    if len(ends) == 1 or any(isinstance(one.days, Unknown) for one in ends):
        unknown_one = next((one for one in ends if isinstance(one.days, Unknown)), ends[0])
        days = ends[0].days
        for one in ends[1:]:
            days = not_above(days, one.days)
        return Term(days, unknown_one.told, unknown_one.standing, _why(days))
    return min(ends, key=lambda one: one.days)


def after_birth(scheme: Contingent) -> Term:
    """How much of the leave is left after the birth, where the law tells how much lies before it."""
    leaf = scheme.leaf("leave")
    if leaf is None or leaf.is_ is None or leaf.get("before") is None:
        path = f"{scheme.reader.path}.leave: how much of it lies before the birth"
        return Term(unknown(path), "not told", "official" if leaf is None else leaf.standing, path)
    days = excess(in_days(str(leaf.is_)), in_days(str(leaf.get("before"))))
    return Term(days, f"{leaf.is_}, {leaf.get('before')} of it before", leaf.standing)


def _leave(scheme: Contingent) -> Term | None:
    return _of(scheme.leaf("leave"))


def _longest(scheme: Contingent) -> Term | None:
    return _of(scheme.leaf("duration"))


def _steps(scheme: Contingent) -> Term | None:
    """All steps of pay together; a last one without a length goes on."""
    leaf = scheme.leaf("pay")
    steps = () if leaf is None else leaf.get("steps") or ()
    if leaf is None or not steps:
        return None
    if any("length" not in row for row in steps):
        return Term(None, ENDLESS, leaf.standing)
    days = sum(in_days(row["length"]) for row in steps)
    told = " and ".join(str(row["length"]) for row in steps)
    return Term(days, told, leaf.standing)


def _of(leaf: Leaf | None) -> Term | None:
    if leaf is None or leaf.state in ("none_known", "repealed"):
        return None
    days = _days(leaf, leaf.is_)
    return Term(days, str(leaf.is_ or "not known"), leaf.standing, _why(days))


def _days(leaf: Leaf, text: Any) -> Any:
    return in_days(text) if isinstance(text, str) else unknown(leaf.path)


def _why(days: Any) -> str:
    return ", ".join(sorted(days.facts)) if isinstance(days, Unknown) else ""
