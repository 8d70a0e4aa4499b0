"""Who gains and who loses from one set of agreements to another: benefit by benefit, then person by person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.population.people import NONE
from portability.population.rows import Rows

Array = npt.NDArray[Any]

CHANGES = ("same", "more", "less", "other_form", "not_known")
SAME, MORE, LESS, OTHER, UNKNOWN = range(5)
PERSONS = ("the same", "gain", "lose", "some more, some less", "not known")
KEY = ("beneficiary", "country", "branch", "scheme")
"""What makes a benefit of a person one and the same under every set."""


@dataclass(frozen=True, slots=True)
class Side:
    """Every benefit under one set: the row that tells it first, whether it is settled, and what is paid, in minor units."""

    row: Array
    settled: Array
    often: Array
    once: Array


def benefits_of(rows: Rows) -> tuple[Array, Array]:
    """For each row the number of its benefit, and of each benefit the place of its person."""
    key = rows["person"]
    for name in KEY:
        size = len(rows.words[name]) + 2
        _, key = np.unique(key * size + rows[name] + 1, return_inverse=True)
    benefits, first = np.unique(key, return_index=True)
    return key, rows["person"][first] if len(benefits) else np.zeros(0, np.int64)


def side(rows: Rows, benefit: Array, size: int, scenario: str) -> Side:
    """The benefits under one set."""
    mine = rows.is_word("scenario", scenario)
    row = np.full(size, NONE, np.int64)
    places = mine.nonzero()[0][::-1]
    row[benefit[places]] = places
    known = rows.is_word("status", "entitled") | rows.is_word("status", "refused")
    paid = np.where(rows["floor_top_up"] != NONE, rows["floor_top_up"], rows["amount"])
    known &= (paid != NONE) | rows.is_word("status", "refused")
    unsettled = np.zeros(size, np.int64)
    np.add.at(unsettled, benefit[mine & ~known], 1)
    once = rows.is_word("per", "once")
    amounts = np.maximum(paid, 0)
    sums = []
    for some in (mine & ~once, mine & once):
        total = np.zeros(size, np.int64)
        np.add.at(total, benefit[some], amounts[some])
        sums.append(total)
    return Side(row, (unsettled == 0) & (row != NONE), *sums)


def changed(rows: Rows, before: Side, after: Side) -> Array:
    """For each benefit what becomes of it, as a place in `CHANGES`."""
    often, once = np.sign(after.often - before.often), np.sign(after.once - before.once)
    up, down = (often > 0) | (once > 0), (often < 0) | (once < 0)
    found = np.select([up & ~down, down & ~up, up & down], [MORE, LESS, OTHER], SAME)
    for name in ("currency", "form"):
        code = rows[name]
        both = (before.row != NONE) & (after.row != NONE)
        old, new = code[np.maximum(before.row, 0)], code[np.maximum(after.row, 0)]
        found = np.where(both & (old != NONE) & (new != NONE) & (old != new) & (found != SAME), OTHER, found)
    settled = before.settled & after.settled
    told: Array = np.where(settled, found, np.where(_alike(rows, before, after), SAME, UNKNOWN))
    return told


def _alike(rows: Rows, before: Side, after: Side) -> Array:
    """Whether two sets say the same of a benefit that is not settled."""
    there = (before.row != NONE) & (after.row != NONE)
    same: Array = there & (before.often == after.often) & (before.once == after.once)
    for name in ("status", "form", "refusal", "at_least", "at_most", "currency"):
        same &= rows[name][np.maximum(before.row, 0)] == rows[name][np.maximum(after.row, 0)]
    return same


def of_persons(changes: Array, person: Array, first: int, size: int) -> Array:
    """For each person of a range what becomes of all that is owed, as a place in `PERSONS`."""
    has = np.zeros((len(CHANGES), size), bool)
    has[changes, person - first] = True
    mixed = (has[MORE] & has[LESS]) | has[OTHER]
    found: Array = np.select([mixed, has[MORE], has[LESS], has[UNKNOWN]], [3, 1, 2, 4], 0)
    return found
