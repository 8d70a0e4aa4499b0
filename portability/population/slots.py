"""Slots: for each person the schemes of the career, in the order of their codes."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from portability.population.covered import MOST_SPELLS, type_of_bits
from portability.population.people import NONE

Codes = npt.NDArray[np.integer[Any]]


def slots_of(scheme: Codes, there: npt.NDArray[np.bool_] | None = None) -> tuple[npt.NDArray[np.int8], Codes]:
    """The slot of each spell, and the scheme of each slot, for a block of spells by persons; NONE where there is none.

    `there`: which spells there are (None: all). The schemes of a person are the bits of one number: a scheme's slot is how
    many bits stand below its own. A block has at most as many schemes as such a number has bits.

    >>> slot, schemes = slots_of(np.array([[7, 3], [7, 5], [2, 3]], np.int16), np.ones((3, 2), bool))
    >>> slot.tolist(), schemes.tolist()
    ([[1, 0], [1, 1], [0, 0]], [[2, 3], [7, 5]])
    """
    persons = scheme.shape[1]
    codes = scheme if there is None else np.where(there, scheme, 0)
    last = int(codes.max(initial=0))
    used = np.arange(last + 1)
    if last >= MOST_SPELLS:  # number those that there are
        used = np.unique(codes)
        if len(used) > MOST_SPELLS:
            raise ValueError(f"{len(used)} schemes in one block are more than {MOST_SPELLS}: decide fewer persons at a time")
        number = np.zeros(last + 1, np.int16)
        number[used] = range(len(used))
        codes = number.take(codes)
    kind = type_of_bits(len(used))
    bits = np.left_shift(kind(1), codes.astype(kind))
    if there is not None:
        bits *= there
    every = np.bitwise_or.reduce(bits, axis=0)
    slot = np.bitwise_count((bits - kind(1)) & every).astype(np.int8)
    if there is not None:
        slot[~there] = NONE
    most = int(np.bitwise_count(every).max(initial=0))
    schemes = np.empty((most, persons), scheme.dtype)
    word = np.append(used, NONE).astype(scheme.dtype)
    for place in range(most):
        lowest = every & (~every + kind(1))
        at = np.bitwise_count(lowest - kind(1)).astype(np.intp)  # of no bit at all: as many as the number has
        schemes[place] = word.take(np.minimum(at, len(used), out=at))
        every = every ^ lowest
    return slot, schemes
