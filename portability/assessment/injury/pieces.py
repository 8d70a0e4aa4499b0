"""Incapacity cut into stretches: each with its share of earnings and its payer, from one day to another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from portability.assessment.beginning import moved
from portability.document.leaf import earliest, latest
from portability.frozen import frozen
from portability.law.dated import Leaf

ONE_DAY = timedelta(days=1)


@frozen
class Piece:
    """A stretch of incapacity under one step of the law; `waits`: days of waiting; without an end it goes on."""

    start: date
    end: date | None
    step: int
    waits: bool = False


def stretches(event: Any, at: date, until: date | None) -> tuple[tuple[date, date | None], ...]:
    """When the person could not work, up to the day decided for; `until`: the day on which lasting incapacity was found."""
    found = []
    for told in event.incapacity:
        start = earliest(event.date) if told.start is None else earliest(told.start)
        end = None if told.end is None else latest(told.end)
        if until is not None and start < until and (end is None or end >= until):
            end = until - ONE_DAY
        if start <= at:
            found.append((start, None if end is None or end > at else end))
    return tuple(sorted(found, key=lambda one: one[0]))


def days_of(spans: Sequence[tuple[date, date | None]], at: date) -> tuple[int, bool]:
    """How many days of incapacity there were up to a day, and whether it still goes on."""
    days = sum(((end or at) - start).days + 1 for start, end in spans)
    return days, any(end is None for _, end in spans)


def pieces(leaf: Leaf, spans: Sequence[tuple[date, date | None]], waiting: int) -> tuple[Piece, ...]:
    """The stretches cut where a step of the law ends, counted from the first day of incapacity; after the last step none.

    >>> from portability.citation import Citation
    >>> steps = {"steps": [{"until": "28 days", "share": "100 %"}, {"until": "6 months", "share": "75 %"}]}
    >>> leaf = Leaf("temporary", "known", None, steps, Citation("act", "s. 12"), "official")
    >>> found = pieces(leaf, [(date(2024, 1, 1), date(2024, 8, 31))], 3)
    >>> [(str(one.start), str(one.end), one.step, one.waits) for one in found]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('2024-01-01', '2024-01-03', 0, True), ('2024-01-04', '2024-01-28', 0, False),
     ('2024-01-29', '2024-06-30', 1, False)]
    """
    if not spans:
        return ()
    first, found = spans[0][0], []
    since, waits_until = first, first + timedelta(days=waiting) - ONE_DAY
    for place, step in enumerate(leaf.get("steps") or ({},)):
        until = step.get("until")
        last = None if until is None else moved(first, str(until)) - ONE_DAY
        for start, end in spans:
            begins, ends = max(start, since), _earlier(end, last)
            if ends is not None and ends < begins:
                continue
            if begins <= waits_until:
                stop = waits_until if ends is None else min(ends, waits_until)
                found.append(Piece(begins, stop, place, waits=True))
                begins = stop + ONE_DAY
            if ends is None or begins <= ends:
                found.append(Piece(begins, ends, place))
        if last is None:
            break
        since = last + ONE_DAY
    return tuple(sorted(found, key=lambda one: one.start))


def _earlier(one: date | None, other: date | None) -> date | None:
    known = [day for day in (one, other) if day is not None]
    return min(known, default=None)
