"""Under whose law an injury falls: the State insuring at the accident, or the States of the exposure, the last first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portability.assessment.part import Asking
from portability.case.career import Career
from portability.case.tables import Event
from portability.citation import Citation
from portability.document.leaf import earliest, latest
from portability.frozen import frozen

WORK = ("insurance", "employment", "self_employment")
"""Kinds of period that are work; time assimilated to insurance, voluntary insurance and residence are not."""


@frozen
class Asked:
    """The States whose laws are asked, and what had to be taken for it.

    `named`: whether an instrument names the one State, by the work told for the day; then why, where, and with what force.
    """

    states: tuple[str, ...]
    only_one: bool = True
    taken: str = ""
    named: bool = False
    why: str = ""
    cites: Citation | None = None
    force: str = "binding"


def asked_states(asking: Asking, life: Career, event: Event) -> Asked:
    """The States whose law an injury may fall under, the first first."""
    if event.kind == "disease" and event.exposure:
        return Asked(exposed_in(event), only_one=False)
    on = earliest(event.date)
    by_work = _by_work(asking, on) if event.kind == "accident" else None
    if by_work is not None:
        return by_work
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


def exposed_in(event: Event) -> tuple[str, ...]:
    """The States of the exposure told under an event, that of the last first."""
    rows = sorted(event.exposure, key=_last_day, reverse=True)
    return tuple(dict.fromkeys(str(row.country) for row in rows))


def _by_work(asking: Asking, on: date) -> Asked | None:
    """The State whose law an instrument applies to the work of the day, where the case tells such work: of one posted, the
    sending State."""
    if not any(row.person == "insured" for row in asking.case.work):
        return None
    from portability.assessment.legislation.part import law_on  # asked only where work is told

    found = law_on(asking, on)
    if found is None:
        return None
    answer, rules = found
    if answer.state is None:
        return None
    cites = None if answer.leaf is None else answer.leaf.cites
    return Asked((answer.state,), named=True, why=answer.why, cites=cites, force=rules.binding.force)


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
