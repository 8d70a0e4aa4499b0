"""Slots: for each person the schemes of the career, in the order in which its rows come to them."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from portability.population.people import NONE

Codes = npt.NDArray[np.integer[Any]]


def slots_of(scheme: Codes, there: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.int8], Codes]:
    """The slot of each spell, and the scheme of each slot, for a block of spells by persons; NONE where there is none.

    >>> slot, schemes = slots_of(np.array([[7, 3], [7, 5], [2, 3]], np.int16), np.ones((3, 2), bool))
    >>> slot.tolist(), schemes.tolist()
    ([[0, 0], [0, 1], [1, 0]], [[7, 3], [2, 5]])
    """
    spells, persons = scheme.shape
    slot = np.full((spells, persons), NONE, np.int8)
    schemes: list[Codes] = []
    used = np.zeros(persons, np.int8)
    for k in range(spells):
        fresh = there[k].copy()
        for j, known in enumerate(schemes):
            same = there[k] & (known == scheme[k])
            slot[k][same] = j
            fresh &= ~same
        if not fresh.any():
            continue
        while len(schemes) <= int(used[fresh].max()):
            schemes.append(np.full(persons, NONE, scheme.dtype))
        for j, known in enumerate(schemes):
            mine = fresh & (used == j)
            np.copyto(known, scheme[k], where=mine)
            slot[k][mine] = j
        used += fresh
    return slot, np.stack(schemes) if schemes else np.zeros((0, persons), scheme.dtype)
