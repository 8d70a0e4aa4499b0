"""Groups of survivors whose shares are reckoned together: one for the first and less for each further, or under a ceiling."""

from __future__ import annotations

from typing import Any

from portability.assessment.draft import Draft
from portability.law.dated import Leaf
from portability.number.exact import quantity, whole
from portability.rules.injury.death import (
    first_and_further,
    group_within_ceiling,
    heads_counted,
    share_under_group_ceiling,
)
from portability.rules.survivors import equal_part


def share_of_one(leaf: Leaf, share: Any, heads: Any) -> Any:
    """The share of one of a group, as its law reckons them together.

    >>> from portability.citation import Citation
    >>> raw = {"share": "15 %", "each_further": "5 %", "group_ceiling": "50 %", "heads": 8}
    >>> leaf = Leaf("child", "known", None, raw, Citation("act", "s. 1"), "official")
    >>> share_of_one(leaf, quantity("15 %").value, 3)
    Fraction(1, 12)
    """
    ceiling: Any = None if leaf.get("group_ceiling") is None else quantity(str(leaf.get("group_ceiling"))).value
    counted = heads if leaf.get("heads") is None else heads_counted(heads, leaf.get("heads"))
    if leaf.get("each_further") is None:
        return share_under_group_ceiling(share, counted, ceiling)
    together = first_and_further(share, quantity(str(leaf.get("each_further"))).value, counted)
    return equal_part(together if ceiling is None else group_within_ceiling(together, ceiling), heads)


def group_facts(draft: Draft, leaf: Leaf) -> None:
    """What the stage is given of such a group."""
    for key in ("each_further", "group_ceiling"):
        if leaf.get(key) is not None:
            draft.parts.add(key)
            draft.given[key] = draft.reader.told(whole(quantity(str(leaf.get(key))).value), leaf, "share")
    if leaf.get("heads") is not None:
        draft.parts.add("heads")
        draft.given["most_heads"] = draft.reader.told(leaf.get("heads"), leaf, "number")
    draft.cite(leaf, "first_and_further", "group_within_ceiling", "share_under_group_ceiling", "survivor_amount", "equal_part",
               "survivor_entitled", "died_of_it", "heads_counted")
