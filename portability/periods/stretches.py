"""Sets of days as whole numbers: the arithmetic beneath spans, overlap and counting.

A *stretch* is `(first, after)`: ordinal days (`date.toordinal`), the second one excluded. A set of days is a list of
stretches in order that neither overlap nor touch. A *marked* stretch carries whose it is. All functions take time in
proportion to what they read and return, times a logarithm.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias, TypeVar

Stretch: TypeAlias = tuple[int, int]
Mark = TypeVar("Mark")

EVER = 4_000_000
"""A day after every day of the calendar (31 December 9999 is day 3 652 059)."""


def merge(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The days of any stretches, in order, overlapping and touching ones joined.

    >>> merge([(5, 9), (1, 3), (3, 4), (8, 12)])
    [(1, 4), (5, 12)]
    """
    joined: list[Stretch] = []
    low = high = -1
    for first, after in sorted(stretches):
        if high < 0:
            low, high = first, after
        elif first <= high:
            if after > high:
                high = after
        else:
            joined.append((low, high))
            low, high = first, after
    if high >= 0:
        joined.append((low, high))
    return joined


def parts(first: int, after: int, days: Sequence[Stretch]) -> Iterator[Stretch]:
    """The parts of a set of days that lie in one stretch.

    >>> list(parts(2, 7, [(1, 3), (5, 12)]))
    [(2, 3), (5, 7)]
    """
    at = bisect_right(days, (first, EVER)) - 1
    if at < 0 or days[at][1] <= first:
        at += 1
    while at < len(days):
        low, high = days[at]
        if low >= after:
            return
        yield (low if low > first else first), (high if high < after else after)
        at += 1


def meet(days: Sequence[Stretch], others: Sequence[Stretch]) -> list[Stretch]:
    """The days that two sets share.

    >>> meet([(1, 4), (6, 9)], [(3, 7)])
    [(3, 4), (6, 7)]
    """
    if len(days) * 16 < len(others):
        return [part for first, after in days for part in parts(first, after, others)]
    shared: list[Stretch] = []
    at, count = 0, len(others)
    for first, after in days:
        while at < count and others[at][1] <= first:
            at += 1
        look = at
        while look < count and others[look][0] < after:
            low, high = others[look]
            shared.append((low if low > first else first, high if high < after else after))
            look += 1
    return shared


def gaps(days: Iterable[Stretch]) -> list[Stretch]:
    """All days that a set does not hold.

    >>> gaps([(1, 4)]) == [(0, 1), (4, EVER)]
    True
    """
    edge, free = 0, []
    for first, after in days:
        if first > edge:
            free.append((edge, first))
        edge = after
    free.append((edge, EVER))
    return free


def cut(days: Sequence[Stretch], by: Iterable[Stretch]) -> list[Stretch]:
    """The days of one set that are not in another.

    >>> cut([(1, 10)], [(3, 4), (8, 12)])
    [(1, 3), (4, 8)]
    """
    return meet(days, gaps(by))


def size(days: Iterable[Stretch]) -> int:
    """How many days a set holds.

    >>> size([(1, 4), (6, 9)])
    6
    """
    return sum(after - first for first, after in days)


def owned(stretches: Iterable[tuple[int, int, Mark]]) -> list[tuple[int, int, Mark]]:
    """Each day once, to the stretch that began first; of those that began together, to the first in the given order.

    >>> owned([(1, 5, "a"), (3, 9, "b"), (4, 6, "c")])
    [(1, 5, 'a'), (5, 9, 'b')]
    """
    reach, kept = 0, []
    for first, after, mark in sorted(stretches, key=lambda stretch: stretch[0]):
        if after > reach:
            kept.append((max(first, reach), after, mark))
            reach = after
    return kept


def marked_in(marked: Sequence[tuple[int, int, Mark]], days: Sequence[Stretch]) -> list[tuple[int, int, Mark]]:
    """The parts of marked stretches that lie in a set of days.

    >>> marked_in([(1, 5, "a"), (5, 9, "b")], [(4, 6)])
    [(4, 5, 'a'), (5, 6, 'b')]
    """
    if len(marked) < len(days):
        return [(low, high, mark) for first, after, mark in marked for low, high in parts(first, after, days)]
    found = []
    for first, after in days:
        at = max(bisect_right(marked, (first, EVER)) - 1, 0)
        while at < len(marked) and marked[at][0] < after:
            low, high, mark = marked[at]
            if high > first:
                found.append((low if low > first else first, high if high < after else after, mark))
            at += 1
    return found


def last_before(days: Sequence[Stretch], day: int) -> int | None:
    """The last day of a set before a day.

    >>> last_before([(1, 4), (6, 9)], 6), last_before([(1, 4)], 1)
    (3, None)
    """
    at = bisect_left(days, (day, 0)) - 1
    return None if at < 0 else min(days[at][1], day) - 1


def first_after(days: Sequence[Stretch], day: int) -> int | None:
    """The first day of a set after a day.

    >>> first_after([(1, 4), (6, 9)], 3), first_after([(1, 4)], 3)
    (6, None)
    """
    return next((first for first, _ in parts(day + 1, EVER, days)), None)
