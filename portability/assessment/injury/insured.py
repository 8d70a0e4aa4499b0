"""Under whose law an injury falls when no instrument says so: the State insuring at the accident, or those of the exposure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from portability.case.career import Career
from portability.case.tables import Event
from portability.document.leaf import earliest, latest

WORK = ("insurance", "employment", "self_employment")
"""Kinds of period that are work; time assimilated to insurance, voluntary insurance and residence are not."""


class Asked(NamedTuple):
    """The States whose laws are asked, and what had to be taken for it."""

    states: tuple[str, ...]
    only_one: bool = True
    taken: str = ""


def asked_states(life: Career, event: Event) -> Asked:
    """The States whose law an injury may fall under, the first first."""
    if event.kind == "disease" and event.exposure:
        rows = sorted(event.exposure, key=_last_day, reverse=True)
        return Asked(tuple(dict.fromkeys(str(row.country) for row in rows)), only_one=False)
    on = earliest(event.date)
    states = tuple(dict.fromkeys(spell.country for spell in spells_on(life, on)))
    where = event.country
    if where is not None and where in states:
        return Asked((where,))
    if len(states) == 1:
        return Asked(states)
    if states:
        taken = f"{event.id}: work in {' and '.join(states)} covers the day, and none of it is where it happened"
        return Asked(states, taken=f"{taken}: which State insured it is not settled")
    undated = tuple(dict.fromkeys(spell.country for spell in life.spells if spell.span is None and spell.kind in WORK))
    if where is not None and (where in undated or not undated):
        return Asked((where,))
    return Asked(undated)


def spells_on(life: Career, on: date, country: str | None = None) -> Sequence[Any]:
    """The work, with its dates, that covers a day; that of one State, or of any."""
    return [
        spell
        for spell in life.spells
        if spell.kind in WORK
        and spell.span is not None
        and spell.span.start <= on <= spell.span.end
        and country in (None, spell.country)
    ]


def _last_day(row: Any) -> date:
    return date.min if row.end is None else latest(row.end)
