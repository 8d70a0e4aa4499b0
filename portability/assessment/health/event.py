"""The sickness or the birth of a case: the day it came, and the time for which somebody cannot work, or is on leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from portability.assessment.contingency import Contingency
from portability.assessment.figures import Reader, per_year
from portability.assessment.part import Asking
from portability.case.model import Case
from portability.case.tables import Event
from portability.document.leaf import earliest, latest
from portability.law.dated import leaf_at
from portability.number.exact import quantity
from portability.number.unknown import unknown_truth
from portability.periods.dates import add_months
from portability.periods.spans import Span, meet
from portability.record.step import Fact, Told

KINDS = {"sickness": "sickness", "maternity": "birth"}
ONE_DAY = timedelta(days=1)


def events(case: Case, *kinds: str) -> list[Event]:
    """The events of some kinds that befell the insured person, in the order of time."""
    found = [one for one in case.event if one.kind in kinds and one.person == "insured"]
    return sorted(found, key=lambda one: (earliest(one.date), one.id))


def contingency_of(asking: Asking, branch: str) -> Contingency:
    """The last sickness that has begun; the birth nearest to the day, come or to come. The day is that on which work stopped,
    where the case tells it."""
    told = events(asking.case, KINDS[branch])
    path = f"event of kind {KINDS[branch]}"
    if not told:
        return Contingency(branch, asking.day, Told(unknown_truth(path), Fact(path, "facts", "missing", "yesno")))
    begun = [one for one in told if first_day(one) <= asking.day]
    if not begun and branch == "sickness":
        return Contingency(branch, asking.day, Told(False, Fact(path, "facts", "declared", "yesno")))
    event = begun[-1] if branch == "sickness" else min(told, key=lambda one: abs(first_day(one) - asking.day))
    fact = Fact(f"event {event.id}", "facts", event.standing or "declared", "yesno")
    return Contingency(branch, first_day(event), Told(True, fact), event)


def first_day(event: Event) -> date:
    """The first day of incapacity or leave; the day of the event where none is told."""
    starts = [earliest(one.start) for one in event.incapacity if one.start is not None]
    return min(starts, default=earliest(event.date))


def stretches(event: Event) -> list[Span]:
    """The time of incapacity: as told; from the day of the event on, without end, where nothing is."""
    found = [
        Span(earliest(event.date) if one.start is None else earliest(one.start),
             date.max if one.end is None else latest(one.end))
        for one in event.incapacity
    ]  # fmt: skip
    return found or [Span(earliest(event.date), date.max)]


def after(day: date, length: str) -> date:
    """The day that comes so long after another.

    >>> after(date(2026, 3, 2), "26 weeks"), after(date(2026, 1, 31), "1 month")
    (datetime.date(2026, 8, 31), datetime.date(2026, 3, 1))
    """
    found = quantity(length)
    if found.unit in ("days", "weeks"):
        return day + timedelta(days=int(found.value) * (7 if found.unit == "weeks" else 1))
    return add_months(day, int(found.value * 12 / per_year(found.unit)), "later")


def begun(what: Contingency, regime: Mapping[str, Any]) -> Contingency:
    """The contingency on the first day of the leave before a birth, where the case tells no day on which work stopped."""
    leaf = None if what.event is None or what.event.incapacity else leaf_at(regime.get("leave"), what.on, "", "leave")
    if leaf is None or leaf.is_ is None or leaf.get("before") is None:
        return what
    return replace(what, on=before(what.on, str(leaf.get("before"))))


def before(day: date, length: str) -> date:
    """The day that comes so long before another.

    >>> before(date(2026, 6, 15), "4 weeks")
    datetime.date(2026, 5, 18)
    """
    return day - (after(day, length) - day)


def leave(reader: Reader, event: Event) -> tuple[list[Span], str]:
    """The leave around a birth, and what is taken for granted of it: from the day work stopped, or so long before the birth."""
    leaf = reader.leaf("leave")
    if leaf is None or leaf.is_ is None:
        return stretches(event), f"{reader.path}.leave: not known; the leave is that told in the case"
    born, length = earliest(event.date), str(leaf.is_)
    if event.incapacity:
        start, said = first_day(event), ""
    elif leaf.get("before") is not None:
        start, said = before(born, str(leaf.get("before"))), ""
    else:
        start, said = born, f"{reader.path}.leave: how much lies before the birth is not told; it is taken from the birth on"
    return [Span(start, after(start, length) - ONE_DAY)], said


def pieces(reader: Reader, spans: Sequence[Span]) -> tuple[list[tuple[int, Span]], list[str]]:
    """The days for which each step of `pay` is paid, in calendar time from the first day after `waiting`; and what is not known.

    The steps and the longest time run on in calendar time, also where incapacity is interrupted (reading taken).
    """
    notes: list[str] = []
    start = min(span.start for span in spans)
    waiting, duration, pay = reader.leaf("waiting"), reader.leaf("duration"), reader.leaf("pay")
    if waiting is not None and waiting.is_ is None:
        notes.append(f"{waiting.path}: not known ({waiting.reason}); nothing is taken off at the beginning")
    first = start if waiting is None or waiting.is_ is None else after(start, str(waiting.is_))
    until = date.max
    if duration is not None and duration.is_ is None:
        notes.append(f"{duration.path}: not known ({duration.reason}); it may end earlier")
    elif duration is not None:
        until = after(first, str(duration.is_)) - ONE_DAY
    found = []
    for i, span in _steps(() if pay is None else pay.get("steps") or (), first):
        found += [(i, piece) for piece in meet(meet(spans, (span,)), (Span(start, until),))]
    return found, notes


def _steps(rows: Sequence[Any], first: date) -> Iterator[tuple[int, Span]]:
    for i, row in enumerate(rows or [{}]):
        end = date.max if "length" not in row else after(first, row["length"]) - ONE_DAY
        yield i, Span(first, end)
        if end == date.max:
            return
        first = end + ONE_DAY
