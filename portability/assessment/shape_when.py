"""What a regime says of pensions drawn early and late, read into a draft."""

from __future__ import annotations

from portability.assessment.ages import months_of
from portability.assessment.draft import Draft
from portability.number.exact import quantity
from portability.record.step import Told

EARLY_RULES = ("early_share", "early_factor", "early_amount", "less_share_of_reference", "drawn_early")


def read_when(draft: Draft) -> None:
    """The reduction of an early pension and the increase of a late one; the ages of a person are asked elsewhere."""
    _early(draft)
    deferred = draft.reader.leaf("deferred")
    if deferred is not None and deferred.state != "before":
        draft.parts.add("deferred")
        draft.given["deferred_increase"] = _by_month(draft, "deferred", "increase")
        draft.cite(deferred, "deferred_share", "deferred_amount")


def _early(draft: Draft) -> None:
    leaf = draft.reader.leaf("early")
    if leaf is None or leaf.state == "before":  # what is told of later years says nothing of these
        return
    draft.parts.add("early")
    draft.cite(leaf, "early_age_met", *EARLY_RULES)
    if leaf.get("of") == "reference":
        draft.parts.add("early_of_reference")
    if leaf.get("minimum") is False:
        draft.parts.add("minimum_at_age")
        draft.cite(leaf, "minimum_at_age")
    if leaf.get("factors") is not None:
        draft.parts.add("early_factors")
        rows = tuple((months_of(row["age"]), quantity(row["factor"]).value) for row in leaf.get("factors"))
        draft.given["early_factors"] = draft.reader.told(rows, leaf, "rows")
    else:
        draft.given["early_reduction"] = _by_month(draft, "early", "reduction")


def _by_month(draft: Draft, key: str, name: str) -> Told:
    """The share that a law takes off or adds for one month."""
    leaf = draft.reader.peek(key)
    assert leaf is not None  # asked for what the regime has
    if leaf.get(name) is None:
        return draft.reader.not_known(leaf, "share", name)
    found = quantity(leaf.get(name))
    months = {"year": 12, "quarter": 3, "month": 1}[found.per or "month"]
    return draft.reader.told(found.value / months, leaf, "share")
