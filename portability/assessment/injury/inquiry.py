"""Which States are asked about one injury, in which order, and what an instrument changes in their answers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portability.assessment.injury.insured import Asked, asked_states, exposed_in
from portability.assessment.injury.link import Link, link_of
from portability.assessment.names import assumptions, schemes_of
from portability.assessment.part import Asking
from portability.case.career import Career
from portability.case.tables import Event
from portability.document.leaf import earliest
from portability.frozen import frozen
from portability.law.dated import regime_at
from portability.law.overlay import national_with
from portability.record.step import Told

BRANCH = "employment_injury"
KINDS = ("accident", "disease")


@frozen
class Inquiry:
    """One State asked about one injury: the event as it is asked about it, and the instrument between the States.

    `passed_on`: it owes nothing where a State asked before it pays (`later`: whether one does); `shared`: it pays its share by
    exposure. `before`: of a worsening, the findings of the time before it; then only the difference is due.
    """

    state: str
    event: Event
    asked: Asked
    link: Link | None = None
    passed_on: bool = False
    shared: bool = False
    before: Event | None = None
    later: Told | None = None


@frozen
class Inquiries:
    """The States asked, in their order, and what had to be taken for it."""

    each: tuple[Inquiry, ...]
    link: Link | None = None
    notes: tuple[str, ...] = ()


def inquiries(asking: Asking, life: Career, event: Event) -> Inquiries:
    """Every State that is asked about one injury."""
    root = came_of(asking, event)
    return _anew(asking, life, event) if root is None else _worsened(asking, life, event, root)


def came_of(asking: Asking, event: Event) -> Event | None:
    """The injury of which another, or a death, came."""
    return next((one for one in asking.case.event if one.id == event.because and one.kind in KINDS), None)


def _anew(asking: Asking, life: Career, event: Event) -> Inquiries:
    asked = asked_states(asking, life, event)
    notes = (asked.taken,) if asked.taken else ()
    link = link_of(asking, (*asked.states, *_near(asking, life)), event)
    rule = None if link is None or event.kind != "disease" else link.leaf("disease")
    bound = [state for state in asked.states if link is not None and state in link.states]
    if link is None or rule is None or len(bound) < 2:
        return Inquiries(tuple(Inquiry(state, event, asked, link) for state in asked.states), link, notes)
    states = _funds_first(asking, asked.states, event) if rule.is_ == "by_fund" else asked.states
    divided = rule.get("divided") == "benefit"
    each = (
        Inquiry(state, event, asked, link, state in link.states and not divided, state in link.states and divided)
        for state in states
    )
    return Inquiries(tuple(each), link, notes)


def _worsened(asking: Asking, life: Career, event: Event, root: Event) -> Inquiries:
    """A worsening: the States of exposure since are asked first, then those of the injury itself."""
    first, since = asked_states(asking, life, root), exposed_in(event)
    link = link_of(asking, (*since, *first.states, *_near(asking, life)), event)
    rule = None if link is None or event.kind != "disease" else link.says("aggravation")
    again = event.model_copy(
        update={"exposure": root.exposure, "date": root.date, "country": root.country, "kind": root.kind,
                "work_as": event.work_as or root.work_as}
    )  # fmt: skip
    merged = event.model_copy(update={"exposure": (*event.exposure, *root.exposure)})
    each, notes = [], list[str]()
    others = [state for state in since if state not in first.states]
    for state in others:
        linked = link is not None and state in link.states
        if linked and rule == "first_payer":
            continue
        mine = merged if linked and rule == "difference" else event
        each.append(_of(state, mine, replace(first, named=False), link, root if linked and rule else None, bool(linked and rule)))
        if not linked or rule is None:
            who = f"whether {state} pays for the worsening of {root.id} or its first State does"
            notes.append(f"{event.id}: no instrument says {who}: each is asked by its own law alone")
    for state in first.states:
        linked = link is not None and state in link.states and rule == "difference"
        each.append(_of(state, again, first, link, root, linked))
    return Inquiries(tuple(each), link, tuple(notes))


def _of(state: str, event: Event, asked: Asked, link: Link | None, root: Event | None, passed_on: bool) -> Inquiry:
    """A State asked about a worsening: its findings of the time before stand apart; left out, those on the injury itself."""
    rows = [row for row in event.assessment if row.before is True]
    now = event.model_copy(update={"assessment": tuple(row for row in event.assessment if row.before is not True)})
    if root is None:
        return Inquiry(state, now, asked, link)
    mine = [row for row in rows if row.country == state] or [row for row in root.assessment if row.country == state]
    return Inquiry(state, now, asked, link, passed_on, before=event.model_copy(update={"assessment": tuple(mine)}))


def _near(asking: Asking, life: Career) -> Iterator[str]:
    """The State of residence, and those of the other injuries, where an instrument may look at them."""
    residence = life.residence(asking.day)
    if residence is not None:
        yield str(residence.country)
    for one in asking.case.event:
        if one.kind in KINDS and one.person == "insured" and one.country is not None:
            yield str(one.country)


def _funds_first(asking: Asking, states: Sequence[str], event: Event) -> tuple[str, ...]:
    """The States that have a fund for diseases alone, then the others; among each the last exposure first."""

    def has_none(state: str) -> bool:
        law = national_with(asking.shelf.national(state), state, assumptions(asking.case)) or {}
        regimes = (regime_at(law.get(scheme, {}).get(BRANCH, ()), earliest(event.date)) for scheme in schemes_of(law, BRANCH))
        return not any((regime or {}).get("covers", {}).get("is") == ["disease"] for regime in regimes)

    return tuple(sorted(states, key=has_none))
