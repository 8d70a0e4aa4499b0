"""Calendar months covered by the spells of many careers at once, and which spells cover them.

Blocks are structures of arrays: the k-th row of `starts` holds the first month of everybody's k-th spell, that of `ends`
the month after its last. A spell that somebody does not have starts and ends in the same month. Months are int16, counted
from January 1900. Coverage is kept as bits of one whole number per person and stretch of time: bit k says that spell k covers
it. So a set of spells is a mask, and "is any of these there" is one operation for all the persons of a block.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Months = npt.NDArray[np.int16]
Bits = npt.NDArray[np.unsignedinteger]

BITS = ((8, np.uint8), (16, np.uint16), (32, np.uint32), (64, np.uint64))
MOST_SPELLS = BITS[-1][0]
"""The most spells of one person that a block can hold; persons with more are decided one by one."""


class Segment(NamedTuple):
    """A stretch of time in which nobody's spells begin or end: how many months it has for each, and what covers it."""

    months: Months
    covered: Bits


def type_of_bits(spells: int) -> type[np.unsignedinteger]:
    """The smallest whole number with a bit for each of so many spells.

    >>> type_of_bits(9).__name__
    'uint16'
    """
    for most, kind in BITS:
        if spells <= most:
            return kind
    raise ValueError(f"{spells} spells a person are more than {MOST_SPELLS}: decide such persons one by one")


def network(size: int) -> tuple[tuple[int, int], ...]:
    """The exchanges that put so many numbers into order, whatever they are: Batcher's merging of odd and even places.

    >>> network(3)
    ((0, 1), (0, 2), (1, 2))
    """
    found: list[tuple[int, int]] = []
    half = 1
    while half < size:
        step = half
        while step:
            for first in range(step % half, size - step, 2 * step):
                for place in range(first, min(first + step, size - step)):
                    if place // (2 * half) == (place + step) // (2 * half):
                        found.append((place, place + step))
            step //= 2
        half *= 2
    return tuple(found)


def segments(starts: Months, ends: Months) -> Iterator[Segment]:
    """The stretches between the edges of everybody's spells, in order of time.

    `starts` and `ends` are blocks of spells by persons; a stretch may have no months for some persons.

    >>> found = segments(np.array([[0], [6]], np.int16), np.array([[12], [18]], np.int16))
    >>> [(one.months.tolist(), one.covered.tolist()) for one in found]
    [([6], [1]), ([6], [3]), ([6], [2])]
    """
    spells, persons = starts.shape
    kind = type_of_bits(spells)
    edges = in_order(np.concatenate([starts, ends]))
    for low, high in pairwise(edges):
        covered = np.zeros(persons, kind)
        for k in range(spells):
            covered |= ((starts[k] <= low) & (ends[k] >= high)).astype(kind) << kind(k)
        yield Segment(high - low, covered)


def in_order(rows: Months) -> Months:
    """The rows so exchanged that each person's numbers rise from row to row."""
    rows = rows.copy()
    lower = np.empty_like(rows[0])
    for low, high in network(len(rows)):
        np.minimum(rows[low], rows[high], out=lower)
        np.maximum(rows[low], rows[high], out=rows[high])
        rows[low] = lower
    return rows


def lowest(covered: Bits) -> Bits:
    """Of the spells that cover a stretch, the first alone: their lowest bit.

    >>> lowest(np.array([6, 0, 8], np.uint8)).tolist()
    [2, 0, 8]
    """
    return covered & (~covered + covered.dtype.type(1))


def masks(slots: npt.NDArray[np.integer], wanted: npt.NDArray[np.bool_] | None, size: int) -> Bits:
    """For each slot the bits of the spells that belong to it, and are wanted: a block of slots by persons.

    >>> masks(np.array([[0, 1], [1, 1]]), None, 2).tolist()
    [[1, 0], [2, 3]]
    """
    spells, persons = slots.shape
    kind = type_of_bits(spells)
    found = np.zeros((size, persons), kind)
    for k in range(spells):
        for slot in range(size):
            mine = slots[k] == slot
            if wanted is not None:
                mine &= wanted[k]
            found[slot] |= mine.astype(kind) << kind(k)
    return found
