"""What the case tells of the amount of injury benefits: earnings, days of incapacity, the degree or grade found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from portability.assessment.contingency import Contingency, degree_found
from portability.assessment.draft import Draft
from portability.assessment.injury.pieces import Piece, days_of
from portability.assessment.injury.read import not_told
from portability.case.career import Career
from portability.case.tables import Event
from portability.citation import FACT_STANDINGS
from portability.document.leaf import earliest
from portability.law.dated import Leaf
from portability.number.exact import quantity
from portability.number.unknown import unknown, unknown_truth
from portability.record.step import Fact, Told

Key = tuple[str, str]


def earnings_facts(draft: Draft, life: Career, key: Key, event: Event) -> None:
    """The earnings that the law counts: at the accident, or month by month before it; or as the institution states them."""
    on = earliest(event.date)
    stated = [
        one
        for one in life.statements
        if one.kind == "reference" and one.country == key[0] and one.scheme in ("", key[1]) and one.amount is not None
    ]
    rows = [row for row in life.earnings if row.country == key[0]]
    if stated:
        fact = Fact(f"earnings as stated by {key[0]}", "facts", stated[-1].standing, "money")
        draft.reference, draft.given["earned"] = "stated", Told(stated[-1].amount, fact)
    elif draft.reference == "mean":
        draft.given["earned"] = draft.given["nought"]
        draft.given["earnings"] = _before(draft, life, rows, on)
    elif draft.reference == "at_accident":
        draft.given["earned"] = _at(draft, life, [row for row in rows if row.start <= on <= row.end], key, on)
    else:
        draft.given["earned"] = not_told(draft, draft.reader.peek("earnings"), "earnings", "money")


def _at(draft: Draft, life: Career, rows: Sequence[Any], key: Key, on: date) -> Told:
    path = f"earnings in {key[0]} on {on}"
    own = [row for row in rows if row.scheme == key[1]] or rows
    if not own:
        return Told(unknown(path), Fact(path, "facts", "missing", "money"))
    standing = max((row.standing for row in own), key=FACT_STANDINGS.index)
    amounts = [_here(draft, life, row, on) for row in own]
    return Told(sum(amounts[1:], amounts[0]), Fact(path, "facts", standing, "money"))


def _before(draft: Draft, life: Career, rows: Sequence[Any], on: date) -> tuple[Told, ...] | Told:
    """Runs of earnings of whole months before that of the accident; where none is told, a month of earnings not known."""
    path = f"earnings in the months before {on}"
    last = on.year * 12 + on.month - 2
    found = []
    for row in sorted(rows, key=lambda one: one.start):
        begins = row.start.year * 12 + row.start.month - 1
        ends = min(row.end.year * 12 + row.end.month - 1, last)
        if ends >= begins:
            found.append((_here(draft, life, row, on), ends - begins + 1, row.standing))
    if not found:
        return Told(((unknown(path), 1),), Fact(path, "facts", "missing", "runs"))
    standing = max((standing for *_, standing in found), key=FACT_STANDINGS.index)
    return Told(tuple((amount, months) for amount, months, _ in found), Fact(path, "facts", standing, "runs"))


def _here(draft: Draft, life: Career, row: Any, on: date) -> Any:
    """Earnings by the month in the money of the law."""
    worth = draft.reader.worth(row.currency)
    if worth is not None:
        return row.by_month * worth
    rate = life.rate(row.currency, draft.reader.currency, on)
    return unknown(f"a rate for {row.currency} in {draft.reader.currency}") if rate is None else row.by_month * rate[0]


def incapacity_facts(
    draft: Draft, event: Event, spans: Sequence[tuple[date, date | None]], cut: Sequence[Piece], at: date
) -> None:
    """How long incapacity lasted, and of each stretch the share of earnings and whether it is one of waiting."""
    days, goes_on = days_of(spans, at)
    path = f"event {event.id}.incapacity"
    fact = Fact(path, "facts", event.standing or "declared", "length")
    draft.given["days"] = Told(unknown(path, low=days) if goes_on else days, fact)
    leaf = draft.reader.peek("temporary")
    steps = () if leaf is None else leaf.get("steps") or ()
    draft.given["shares"] = tuple(_share(draft, leaf, steps, one.step) for one in cut)
    draft.given["waits"] = tuple(Told(one.waits) for one in cut)


def _share(draft: Draft, leaf: Leaf | None, steps: Sequence[Any], place: int) -> Told:
    text = steps[place].get("share") if place < len(steps) else None
    if text is None or leaf is None:
        return not_told(draft, leaf, f"temporary.steps.{place}.share", "share", low=0)
    return draft.reader.told(quantity(str(text)).value, leaf, "share", f"{leaf.path}.steps.{place}.share")


def degree_facts(draft: Draft, key: Key, event: Event, at: date) -> Any:
    """The degree or grade that the institution found last, and whether help is needed; the row it stands in, or None."""
    what = Contingency("employment_injury", earliest(event.date), Told(True), event)
    draft.given["degree"] = degree_found(key, what, (), at)
    rows = [row for row in event.assessment if row.country in (key[0], None) and earliest(row.on) <= at]
    row = max(rows, key=lambda one: earliest(one.on), default=None)
    path = f"event {event.id}.assessment by {key[0]}"
    needs = [one for one in rows if one.constant_attendance is not None]
    attended = bool(needs) and needs[-1].constant_attendance is True
    draft.given["attended"] = Told(attended, Fact(f"{path}: constant attendance", "facts", "declared", "yesno"))
    if "graded" in draft.parts:
        _grade(draft, [one for one in rows if one.grade is not None], path)
    return row


def _grade(draft: Draft, rows: Sequence[Any], path: str) -> None:
    leaf = draft.reader.leaf("lump_sum")
    draft.given["degree"] = Told(1)
    row = max(rows, key=lambda one: earliest(one.on), default=None)
    found = [] if row is None or leaf is None else [each for each in leaf.get("grades") if each["grade"] == row.grade]
    if row is None or leaf is None:
        fact = Fact(f"{path}: grade", "facts", "missing", "number")
        draft.given["graded"], draft.given["times"] = Told(unknown_truth(fact.path), fact), Told(unknown(fact.path), fact)
        return
    fact = Fact(f"{path}: grade", "facts", row.standing or "certified", "yesno", leaf.cites, read_by=leaf.standing)
    draft.given["graded"] = Told(bool(found), fact)
    times = quantity(str(found[0]["times"])).value if found else Fraction(0)
    draft.given["times"] = draft.reader.told(times, leaf, "share")


def begins_on(event: Event, spans: Sequence[tuple[date, date | None]], row: Any) -> date:
    """From when lasting incapacity is compensated: the day after temporary incapacity ended, else that of the finding."""
    found = earliest(row.on)
    ends = [end + timedelta(days=1) for _, end in spans if end is not None]
    return max(ends) if ends and all(end is not None for _, end in spans) and max(ends) <= found else found
