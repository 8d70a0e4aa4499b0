"""Lengths of many careers at once, in months: what each State counts alone, and what is left of it beside the others.

The same lengths as `portability.periods` counts for one life, where every spell is of whole months and has no certified
length; a test holds both equal. A slot is one of a person's schemes, in the order in which the career comes to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.periods.ranks import RANK_OF_KIND, OverlapRules
from portability.population.covered import Bits, Months, lowest, masks, segments, type_of_bits

Slots = npt.NDArray[np.int8]


@dataclass(frozen=True, slots=True)
class Spells:
    """The spells of a block of persons, spells by persons: months, the slot of each, its kind by code, its grade."""

    starts: Months
    ends: Months
    slot: Slots
    kind: npt.NDArray[np.integer[Any]]
    grade: npt.NDArray[np.integer[Any]]

    @property
    def persons(self) -> int:
        return int(self.starts.shape[1])


@dataclass(frozen=True, slots=True)
class Counted:
    """Months of each slot by national law alone, and under an instrument; a row for each slot.

    `apart` says whether each person's months under the instrument are kept by one State each, so that they add up;
    `sure` whether months can be given to States one by one: not where several have periods of one grade in one month.
    """

    alone: Months
    kept: Months
    total: Months
    apart: npt.NDArray[np.bool_]
    sure: npt.NDArray[np.bool_]


def counted(spells: Spells, slots: int, rules: OverlapRules | None, kinds: tuple[str, ...], state: Slots) -> Counted:
    """Count a block of persons. `kinds` are the words of the codes; `state[j]` names the State of slot j of each person.

    Only rules that look at one month at a time are known here; `countable` says of a chapter whether it is one.
    """
    graded = rules is not None and rules.same_rank == "by_grade"
    ordered = by_grade(spells) if graded else spells
    persons = spells.persons
    of_slot = masks(ordered.slot, None, slots)
    alone = np.zeros((slots, persons), np.int16)
    kept = np.zeros((slots, persons), np.int16)
    total = np.zeros(persons, np.int16)
    twice = np.zeros(persons, bool)
    told = sorted({RANK_OF_KIND[kind] for kind in kinds})
    one_rank = len(told) == 1
    ranks = {} if one_rank else {rank: _of_rank(ordered.kind, kinds, rank) for rank in told}
    mine = np.empty_like(of_slot)
    there = np.empty(of_slot.shape, bool)
    weighed = np.empty_like(alone)
    for months, covered in segments(ordered.starts, ordered.ends):
        months = months.astype(np.int16, copy=False)
        left = covered if rules is None or one_rank else _left(covered, ranks, of_slot, state, rules)
        if graded:
            left = lowest(left)
        for found, bits in ((alone, covered), (kept, left)):
            if found is kept and bits is covered:
                kept += weighed
                continue
            np.bitwise_and(of_slot, bits, out=mine)
            np.not_equal(mine, 0, out=there)
            np.multiply(there, months, out=weighed)
            found += weighed
        if not graded:  # else each month has one keeper
            total += months * (left != 0)
            twice |= (np.add.reduce(there, axis=0, dtype=np.int8) > 1) & (months > 0)
    if graded:
        np.add.reduce(kept, axis=0, out=total)
    return Counted(alone, kept, total, ~twice, ~_tied(ordered) if graded else np.ones(persons, bool))


def countable(rules: OverlapRules, kinds: tuple[str, ...]) -> bool:
    """Whether an overlap chapter can be asked month by month for periods of some kinds.

    >>> countable(OverlapRules(same_rank="count_once"), ("insurance",))
    False
    """
    credited = "assimilated" in kinds
    return rules.same_rank in ("each_own", "by_grade") and not credited


def by_grade(spells: Spells) -> Spells:
    """The spells of each person so arranged that lower grades come first; those without a grade come last."""
    if (spells.grade[:-1] < spells.grade[1:]).all() and (spells.grade[:1] > 0).all():
        return spells
    key = np.where(spells.grade > 0, spells.grade, np.iinfo(np.int16).max)
    if (key[:-1] <= key[1:]).all():
        return spells
    order = np.argsort(key, axis=0, kind="stable")
    found = {
        name: np.take_along_axis(getattr(spells, name), order, axis=0) for name in ("starts", "ends", "slot", "kind", "grade")
    }
    return Spells(**found)


def _tied(spells: Spells) -> npt.NDArray[np.bool_]:
    """Who has periods of one grade in two slots at one time; the spells are in the order of their grades."""
    found = np.zeros(spells.persons, bool)
    grade, starts, ends, slot = spells.grade, spells.starts, spells.ends, spells.slot
    if (grade[:-1] < grade[1:]).all():
        return found
    for first in range(len(grade)):
        for other in range(first + 1, len(grade)):
            alike = (grade[first] == grade[other]) & (slot[first] != slot[other])
            if alike.any():
                found |= alike & (starts[first] < ends[other]) & (starts[other] < ends[first])
    return found


def _of_rank(kind: npt.NDArray[np.integer[Any]], kinds: tuple[str, ...], rank: str) -> Bits:
    """The bits of the spells of one rank."""
    wanted = np.array([RANK_OF_KIND[word] == rank for word in kinds]).take(kind)
    bits = np.array([1 << k for k in range(len(kind))], type_of_bits(len(kind)))[:, None]
    found: Bits = np.bitwise_or.reduce(wanted * bits, axis=0)
    return found


def _left(covered: Bits, ranks: dict[str, Bits], of_slot: Bits, state: Slots, rules: OverlapRules) -> Bits:
    """The spells that no stronger rank of another State displaces."""
    left = covered.copy()
    for (strong, weak), _ in rules.stronger.items():
        if strong not in ranks or weak not in ranks:
            continue
        for slot in range(len(of_slot)):
            mine = of_slot[slot] & ranks[weak]
            others = np.zeros_like(covered)
            for other in range(len(of_slot)):
                others |= np.where(state[other] != state[slot], of_slot[other], 0).astype(covered.dtype)
            beaten = (covered & others & ranks[strong]) != 0
            left &= ~np.where(beaten, mine, 0).astype(covered.dtype)
    return left
