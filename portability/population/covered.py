"""Calendar months covered by the spells of many careers at once, and which spells cover them.

Blocks are structures of arrays: the k-th row of `starts` holds the first month of everybody's k-th spell, that of `ends`
the month after its last. A spell that somebody does not have starts and ends in the same month. Months are int16, counted
from January 1900. Coverage is kept as bits of one whole number per person and stretch of time: bit k says that spell k covers
it. So a set of spells is a mask, and "is any of these there" is one operation for all the persons of a block.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

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


@lru_cache
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
    """The stretches between one edge of a spell and the next, in the order of time; most persons have some of no length.

    Each edge carries the number of its spell through the sorting, and turns that spell's bit on or off where it stands.

    >>> found = segments(np.array([[0], [6]], np.int16), np.array([[12], [18]], np.int16))
    >>> [(one.months.tolist(), one.covered.tolist()) for one in found]
    [([6], [1]), ([6], [3]), ([6], [2])]
    """
    spells, persons = starts.shape
    kind, label = type_of_bits(spells), (2 * spells - 1).bit_length()
    narrow = spells <= NARROW and int(max(starts.max(initial=0), ends.max(initial=0))) < 1 << (15 - label)
    number = np.arange(spells)[:, None]
    width = np.int16 if narrow else np.int32
    edges = np.left_shift(np.concatenate([starts, ends]).astype(width), width(label))
    edges |= np.concatenate([number, number]).astype(width)
    before, covered, one = None, np.zeros(persons, kind), kind(1)
    for edge in sorted_rows(edges):
        month = edge >> width(label)
        if before is not None:
            yield Segment(month - before, covered)
        covered = covered ^ np.left_shift(one, (edge & width((1 << label) - 1)).astype(kind))
        before = month


NARROW = 8
"""So many spells a person, and their months have room in the same short number as what tells them apart."""


def in_order(rows: Months) -> Months:
    """The rows so exchanged that each person's numbers rise from row to row."""
    return np.stack(sorted_rows(rows.copy()))


def sorted_rows(rows: npt.NDArray[Any]) -> list[npt.NDArray[Any]]:
    """The rows so exchanged that each person's numbers rise from row to row; the block given is used up."""
    found, spare = list(rows), np.empty_like(rows[0])
    for low, high in network(len(found)):
        lower, higher = found[low], found[high]
        np.minimum(lower, higher, out=spare)
        np.maximum(lower, higher, out=higher)
        found[low], spare = spare, lower
    return found


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
    bits = np.array([1 << k for k in range(spells)], kind)[:, None]
    found = np.empty((size, persons), kind)
    for slot in range(size):
        mine = slots == slot
        if wanted is not None:
            mine &= wanted
        np.bitwise_or.reduce(mine.view(np.uint8) * bits, axis=0, out=found[slot])
    return found
