"""What the case tells of a death from an injury: who takes the sum on death, what was paid before, the cost of the funeral."""

from __future__ import annotations

from datetime import date
from typing import Any

from portability.assessment.draft import Draft
from portability.assessment.injury.groups import group_facts
from portability.assessment.relatives import survivors
from portability.case.career import Career
from portability.case.tables import Event
from portability.number.exact import whole
from portability.number.unknown import unknown
from portability.number.words import any_of, part, ratio, total
from portability.record.step import Fact, Told


def death_facts(draft: Draft, life: Career, event: Event, died: date, at: date) -> None:
    """What the stage is asked of a survivor beside the shares of the family."""
    family = survivors(draft.reader, life, died, at)
    mine = family.get(life.who)
    draft.parts.add("survivors")
    given = draft.given
    given["share_each"] = given["share"]
    if mine is not None:
        group_facts(draft, mine.leaf)
    if draft.formula != "none":
        draft.parts.add("survivor_pension")
    path = f"event {event.id}: what the funeral cost"
    given["funeral_cost"] = Told(unknown(path), Fact(path, "facts", "missing", "money"))
    leaf = draft.reader.peek("death_sum")
    if leaf is None or "death_sum" not in draft.parts:
        return
    takers = [one for one in family.values() if leaf.get("to") != "spouse" or one.group == "spouse"]
    given["takes_sum"] = Told(mine in takers)
    path = f"event {event.id}: what was paid once before death"
    paid: Any = unknown(path) if event.assessment else 0
    given["paid_before"] = Told(paid, Fact(path, "facts", "missing" if event.assessment else "declared", "money"))
    given["sum_part"] = _part(leaf, [one for one in takers if one is not mine])


def _part(leaf: Any, others: Any) -> Told:
    """The survivor's part of the sum on death: all of it alone; with others an equal one, or what an authority finds."""
    heads = total(part(one.entitled, 1) for one in others)
    if leaf.get("divided") == "equally" or leaf.get("to") == "spouse":
        return Told(whole(ratio(1, heads + 1, if_none=1)), Fact(leaf.path, "law", leaf.standing, "share", leaf.cites))
    some = any_of(*(one.entitled for one in others)) if others else False
    if some is False:
        return Told(1)
    path = f"{leaf.path}: how it is divided among the dependants"
    return Told(unknown(path, low=0, high=1), Fact(path, "law", leaf.standing, "share", leaf.cites))
