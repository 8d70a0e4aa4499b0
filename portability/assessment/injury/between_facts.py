"""What an instrument gives a State's stage: exposure elsewhere, whether a State asked before it pays, degrees found before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from portability.assessment.contingency import Contingency, degree_found
from portability.assessment.draft import Draft
from portability.assessment.injury.inquiry import KINDS, Inquiry
from portability.case.career import Career
from portability.case.tables import Event
from portability.citation import FACT_STANDINGS
from portability.document.leaf import earliest, latest
from portability.number.unknown import Unknown, unknown, unknown_truth
from portability.number.words import not_above
from portability.record.step import Fact, Told

Key = tuple[str, str]


def between_facts(draft: Draft, key: Key, life: Career, one: Inquiry, at: date) -> None:
    """Everything in a State's answer that an instrument changes, beside equality and payment abroad."""
    link, given = one.link, draft.given
    if one.passed_on and one.later is not None and link is not None:
        draft.parts.add("passed_on")
        given["later_pays"] = one.later
        draft.cite(link.leaf("disease" if one.before is None else "aggravation"), "left_to_later_state")
    if link is not None and "exposure" in draft.parts and key[0] in link.states and link.says("exposure_totalised") is True:
        elsewhere = exposure_in(one.event, link.states, at) - exposure_in(one.event, {key[0]}, at)
        if elsewhere:
            draft.parts.add("exposure_added")
            given["exposure_elsewhere"] = _exposure(one.event, f"event {one.event.id}.exposure elsewhere", elsewhere)
            draft.cite(link.leaf("exposure_totalised"), "exposure_together")
    if one.shared and link is not None:
        draft.parts.add("shared")
        own = exposure_in(one.event, {key[0]}, at)
        everywhere = sum(exposure_in(one.event, {state}, at) for state in link.states)
        given["exposure_own"] = _exposure(one.event, f"event {one.event.id}.exposure in {key[0]}", own)
        given["exposure_everywhere"] = _exposure(one.event, f"event {one.event.id}.exposure", everywhere)
        draft.cite(link.leaf("disease"), "share_of_exposure", "part_by_exposure", "part_of_temporary", "part_of_pension",
                   "part_of_sum", "part_of_attendance", "part_of_funeral")  # fmt: skip
    _earlier(draft, key, life, one, at)


def worsening_facts(draft: Draft, key: Key, one: Inquiry, at: date) -> None:
    """The degree that the State finds was there before the worsening."""
    if one.before is None:
        return
    draft.parts.add("worsened")
    what = Contingency("employment_injury", earliest(one.event.date), Told(True), one.before)
    draft.given["degree_before"] = degree_found(key, what, (), at)
    link = one.link
    if link is not None and one.passed_on:
        draft.cite(link.leaf("aggravation"), "worse_than_before", "pension_for_worsening", "sum_for_worsening")
    if "graded" in draft.parts:
        path = f"{draft.reader.path}: what is due for a higher grade after a lower one"
        draft.given["graded"] = Told(unknown_truth(path), Fact(path, "law", "assumed", "yesno"))


def _earlier(draft: Draft, key: Key, life: Career, one: Inquiry, at: date) -> None:
    """The degrees of earlier injuries, where the law looks at all together: its own, and by an instrument those elsewhere."""
    leaf = draft.reader.leaf("earlier_injuries") if "earlier_injuries" in draft.reader.law else None
    if leaf is None or leaf.is_ is None:
        return
    link = one.link
    everywhere = link is not None and key[0] in link.states and link.says("earlier_injuries") is True
    draft.parts.add("earlier")
    draft.cite(link.leaf("earlier_injuries") if everywhere and link is not None else leaf, "degree_with_earlier")
    total, path, standing = Fraction(0), f"degrees of injuries before {one.event.id}", "certified"
    found: Any = total
    for event in life.case.event:
        mine = event.country == key[0] or (everywhere and link is not None and event.country in link.states)
        before = event.kind in KINDS and event.because is None and earliest(event.date) < earliest(one.event.date)
        if event.person != "insured" or event.id == one.event.id or not before or not mine:
            continue
        what = Contingency("employment_injury", earliest(event.date), Told(True), event)
        told = degree_found(key, what, (), at)
        if isinstance(told.value, Unknown):
            told = degree_found((str(event.country), key[1]), what, (), at)
        known = told.origin.standing if isinstance(told.origin, Fact) else "missing"
        standing = max(standing, str(known), key=FACT_STANDINGS.index)
        found = not_above(found + told.value, 1)
    draft.given["earlier"] = Told(found, Fact(path, "facts", standing, "share", leaf.cites, read_by=leaf.standing))


def exposure_in(event: Event, states: Iterable[str], at: date) -> int:
    """The days of exposure in some States up to the day of the disease, each day once."""
    named, last = frozenset(states), min(earliest(event.date), at)
    dated = [(row.start, row.end) for row in event.exposure if row.country in named]
    spans = sorted((earliest(start), min(latest(end), last)) for start, end in dated if start is not None and end is not None)
    days, reached = 0, date.min
    for start, end in spans:
        begins = max(start, reached + timedelta(days=1)) if reached > date.min else start
        days += max((end - begins).days + 1, 0)
        reached = max(reached, end)
    return days


def _exposure(event: Event, path: str, days: int) -> Told:
    rows: Sequence[Any] = event.exposure
    dated = all(row.start is not None and row.end is not None for row in rows)
    standing = max((row.standing or "declared" for row in rows), key=FACT_STANDINGS.index, default="missing")
    value: Any = days if dated else unknown(path, low=days)
    return Told(value, Fact(path, "facts", standing if dated else "missing", "length"))
