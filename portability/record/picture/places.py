"""Places for labels that hang from points of a line: none covers another, and no line to a label crosses one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

GAP = 3  # points between two labels at least


class Label(NamedTuple):
    """A block of text whose left edge stands at its point."""

    x: int
    width: int
    height: int


def staircase(labels: Sequence[Label]) -> tuple[int, ...]:
    """How far from the line each label begins. A label that reaches over the points of others lies beyond them.

    >>> staircase([Label(0, 50, 10), Label(20, 50, 10), Label(100, 50, 10)])
    (13, 0, 0)
    """
    order = sorted(range(len(labels)), key=lambda i: (labels[i].x, i))
    found = [0] * len(labels)
    for place in reversed(range(len(order))):
        i = order[place]
        covered = [j for j in order[place + 1 :] if labels[j].x <= labels[i].x + labels[i].width + GAP]
        found[i] = max((found[j] + labels[j].height + GAP for j in covered), default=0)
    return tuple(found)


def packed(spans: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """The row of each span, so that none touches another of its row; rows are filled from the first.

    >>> packed([(0, 10), (5, 8), (10, 12)])
    (0, 1, 0)
    """
    ends: list[int] = []
    found = [0] * len(spans)
    for i in sorted(range(len(spans)), key=lambda i: (spans[i], i)):
        start, end = spans[i]
        row = next((n for n, last in enumerate(ends) if last <= start), len(ends))
        if row == len(ends):
            ends.append(end)
        ends[row] = end
        found[i] = row
    return tuple(found)
