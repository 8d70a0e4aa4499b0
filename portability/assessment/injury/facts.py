"""What the case tells of the right to injury benefits, as each law asks it: work then, occupation, exposure, proof."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portability.assessment.beginning import moved
from portability.assessment.draft import Draft
from portability.assessment.injury.inquiry import Inquiry
from portability.assessment.injury.insured import spells_on
from portability.assessment.injury.read import in_days, not_told
from portability.case.career import Career
from portability.case.tables import Event
from portability.citation import FACT_STANDINGS
from portability.document.leaf import earliest, latest
from portability.law.dated import Leaf
from portability.number.unknown import unknown, unknown_truth
from portability.number.words import exceeds
from portability.record.step import Fact, Told

Key = tuple[str, str]


def happened(event: Event, at: date) -> Told:
    """Whether the accident happened, or the disease was found, by the day decided for."""
    fact = Fact(f"event {event.id}", "facts", event.standing or "declared", "yesno")
    value: Any = True if latest(event.date) <= at else unknown_truth(fact.path)
    return Told(earliest(event.date) <= at and value, fact)


def covered_facts(draft: Draft, life: Career, key: Key, one: Inquiry, notes: list[str]) -> None:
    """Work under the law then, in an occupation that it covers, lawfully where it asks that."""
    event = one.event
    reader, given, on = draft.reader, draft.given, earliest(event.date)
    leaf = reader.leaf("covered") if "covered" in reader.law else None
    given["worked"] = _worked(leaf, life, key[0], event)
    if one.asked.named and given["worked"].value is False:
        given["worked"] = _by_work(leaf, key[0], event)
    work_as = event.work_as or _occupation(life, on)
    given["occupation"] = given["lawful"] = Told(True)
    if leaf is None:
        return
    as_told = Fact(f"event {event.id}.work_as", "facts", event.standing or "declared", "yesno", leaf.cites, read_by=leaf.standing)
    if leaf.get("only"):
        value = unknown_truth(as_told.path) if work_as is None else work_as in leaf.get("only")
        given["occupation"] = Told(value, as_told)
    elif leaf.get("excludes") and work_as is None:
        out = ", ".join(str(word).replace("_", " ") for word in leaf.get("excludes"))
        notes.append(f"{'.'.join(key)} leaves out some work ({out}); the case does not say it was such: taken as covered")
    elif leaf.get("excludes"):
        given["occupation"] = Told(work_as not in leaf.get("excludes"), as_told)
    if leaf.get("irregular") is False:
        status = life.status(key[0], on)
        sure = "missing" if status is None else "declared"
        fact = Fact("residence_status", "facts", sure, "yesno", leaf.cites, read_by=leaf.standing)
        given["lawful"] = Told(unknown_truth(fact.path) if status is None else status != "irregular", fact)


def _occupation(life: Career, on: date) -> str | None:
    """As what the person worked that day, where the case tells such work by name."""
    rows = [row for row in life.case.work if row.person == "insured" and earliest(row.start) <= on]
    words = {row.occupation for row in rows if row.end is None or latest(row.end) >= on}
    word = next(iter(words)) if len(words) == 1 else "employee"
    return None if word == "employee" else "public_servant" if word == "civil_servant" else word


def _by_work(leaf: Leaf | None, state: str, event: Event) -> Told:
    """Work that an instrument keeps under the law of a State in which no insurance is told for the day."""
    path = f"insurance in {state} on {event.date}"
    cites = None if leaf is None else leaf.cites
    kinds = () if leaf is None else leaf.is_ or ()
    enough = not kinds or "employment" in kinds
    fact = Fact(path, "facts", "declared" if enough else "missing", "yesno", cites)
    return Told(True if enough else unknown_truth(path), fact)


def covered_by_earnings(draft: Draft, event: Event) -> None:
    """Who earns more than the law covers is covered only by an agreement of the employer, which no case tells."""
    leaf, given = draft.reader.peek("covered"), draft.given
    if leaf is None or leaf.get("earning_up_to") is None or draft.reference == "mean" or given["occupation"].value is False:
        return
    limit = draft.reader.money(leaf, leaf.get("earning_up_to")).value
    if exceeds(given["earned"].value, limit) is not False:
        path = f"event {event.id}: that the employer had earnings above {leaf.get('earning_up_to')} covered by agreement"
        given["occupation"] = Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno", leaf.cites))


def _worked(leaf: Leaf | None, life: Career, state: str, event: Event) -> Told:
    """Whether work of a kind that the law covers covers the day; exposure told under a disease is such work."""
    on, path = earliest(event.date), f"work in {state} on {event.date}"
    cites, read_by = (None, None) if leaf is None else (leaf.cites, leaf.standing)
    exposed = [row for row in event.exposure if row.country == state]
    if event.kind == "disease" and exposed:
        standing = max((row.standing or "declared" for row in exposed), key=FACT_STANDINGS.index)
        return Told(True, Fact(f"event {event.id}.exposure in {state}", "facts", standing, "yesno", cites, read_by=read_by))
    kinds = () if leaf is None else leaf.is_ or ()
    held = spells_on(life, on, state)
    fits = [spell for spell in held if not kinds or spell.kind in kinds]
    if fits:
        standing = min((spell.standing for spell in fits), key=FACT_STANDINGS.index)
        return Told(True, Fact(path, "facts", standing, "yesno", cites, read_by=read_by))
    undated = any(spell.country == state and spell.span is None for spell in life.spells)
    if undated or not life.spells:
        return Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno", cites))
    return Told(False, Fact(path, "facts", "declared", "yesno", cites, read_by=read_by))


def disease_facts(draft: Draft, life: Career, key: Key, event: Event) -> None:
    """Whether a disease is listed or proved, after how much exposure, and how long after it."""
    reader, given, on = draft.reader, draft.given, earliest(event.date)
    draft.parts.add("disease")
    leaf = reader.leaf("disease") if "disease" in reader.law else None
    rows = [row for row in event.exposure if row.country == key[0]]
    given["listed"] = given["proved"] = not_answered(draft, leaf, "disease")
    given["in_time"] = Told(True)
    if leaf is None or leaf.is_ is None:
        return
    standing = max((row.standing or "declared" for row in rows), key=FACT_STANDINGS.index, default="missing")
    given["listed"], given["proved"] = _listed(leaf, rows, standing), _proved(leaf, key, event)
    if leaf.get("exposure") is not None:
        draft.parts.add("exposure")
        days = sum(_days(row.start, row.end, on) for row in rows)
        dated = bool(rows) and all(row.start is not None and row.end is not None for row in rows)
        path = f"event {event.id}.exposure in {key[0]}"
        value = days if dated else unknown(path, low=days)
        given["exposure"] = Told(value, Fact(path, "facts", standing if dated else "missing", "length", leaf.cites))
        given["least_exposure"] = reader.told(in_days(str(leaf.get("exposure"))), leaf, "length")
    if leaf.get("within") is not None:
        ends = [latest(row.end) for row in rows if row.end is not None]
        path = f"event {event.id}.exposure: its last day"
        known: Any = unknown_truth(path) if not ends else moved(max(ends), str(leaf.get("within"))) >= on
        given["in_time"] = Told(known, Fact(path, "facts", standing, "yesno", leaf.cites, read_by=leaf.standing))


def not_answered(draft: Draft, leaf: Leaf | None, key: str) -> Told:
    """A question of the law whose answer nobody found."""
    told = not_told(draft, leaf, key, "yesno")
    return Told(unknown_truth(f"{draft.reader.path}.{key}"), told.origin)


def _listed(leaf: Leaf, rows: Sequence[Any], standing: str) -> Told:
    if leaf.is_ == "proved":
        return Told(False)
    agents = {str(word).lower() for word in leaf.get("agents") or ()}
    named = {str(row.agent).lower() for row in rows if row.agent}
    value: Any = bool(agents & named) if agents and named else unknown_truth("event.exposure.agent")
    known = standing if agents and named else "missing"
    return Told(value, Fact("event.exposure.agent", "facts", known, "yesno", leaf.cites, read_by=leaf.standing))


def _proved(leaf: Leaf, key: Key, event: Event) -> Told:
    """An institution of the State that has found a degree has found that the disease comes from the work."""
    if leaf.is_ == "listed":
        return Told(False)
    path = f"event {event.id}: a finding of {key[0]} that it comes from the work"
    found = [row for row in event.assessment if row.country == key[0]]
    if not found:
        return Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno", leaf.cites))
    standing = min((row.standing or "certified" for row in found), key=FACT_STANDINGS.index)
    return Told(True, Fact(path, "facts", standing, "yesno", leaf.cites, read_by=leaf.standing))


def _days(start: Any, end: Any, on: date) -> int:
    if start is None or end is None:
        return 0
    return max((min(latest(end), on) - earliest(start)).days + 1, 0)
