"""A range of a population decided on columns; and who is left to be decided one by one, and why."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from portability.number.unknown import unknown
from portability.population.asked import Asked
from portability.population.block import Laid
from portability.population.cells import Cell, decided
from portability.population.counted import lengths_of
from portability.population.laid import laid
from portability.population.outcome import write
from portability.population.people import People
from portability.population.results import TYPES, Left, Rows, together

BLOCK = 65536
"""So many persons are decided at a time: enough that words cost little a row, few enough that their columns stay near."""


def decided_range(people: People, first: int, after: int, asked: Asked, into: Rows | None = None) -> tuple[Rows, Left]:
    """The results of a range of persons, in no order but that a person's rows follow its plans; and who is left.

    `into`: room for the rows, at least one for each scheme of each person; without it, room is made block by block.
    """
    found: list[Rows] = []
    left: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.int16]]] = []
    used = 0
    for start in range(first, after, BLOCK):
        block = laid(people, start, min(after, start + BLOCK), asked)
        left += [(persons, np.full(len(persons), reason, np.int16)) for persons, reason in block.left]
        if not block.size:
            continue
        room = Rows.room(block.rows, asked.told()) if into is None else into.between(used, used + block.rows)
        open_ = _decide(block, asked, room)
        if open_ is not None and open_.any():
            out = block.persons[open_]
            left.append((out, np.full(len(out), asked.reason("a sum paid at once that is not known"), np.int16)))
            room = _without(room, out)
        used += len(room)
        found.append(room)
    words = asked.told()
    rows = together(found or [Rows.room(0, words)]) if into is None else into.between(0, used)
    persons = np.concatenate([one for one, _ in left] or [np.zeros(0, np.int64)])
    why = np.concatenate([one for _, one in left] or [np.zeros(0, np.int16)])
    return rows, Left(persons, why, tuple(asked.reasons))


def _without(rows: Rows, persons: npt.NDArray[np.int64]) -> Rows:
    """The rows of all but some persons, moved together in the same room."""
    stay = (~np.isin(rows.person, persons)).nonzero()[0]
    for name in TYPES:
        column = getattr(rows, name)
        column[: len(stay)] = column.take(stay)
    return rows.between(0, len(stay))


def _decide(block: Laid, asked: Asked, room: Rows) -> npt.NDArray[np.bool_] | None:
    runs = [asked.exemplars.runs[id_] for id_, bound in block.bound.items() if any(map(_anybody, bound))]
    kept = {run.binding.id: lengths_of(block.kept[run.binding.id]) for run in runs}
    columns = [
        {**given, "own_right": own, "own_amount": own, "earnings": ((unknown("earnings"), own),)}
        for given, own in zip(block.given, lengths_of(block.alone), strict=True)
    ]
    last = () if block.last is None else lengths_of(block.last)
    cell = Cell(block.size, block.plan, block.numbers, block.present, columns, kept, block.bound, last)
    return write(block, cell, decided(cell, asked.plans, runs), runs, asked, room)


def _anybody(bound: Any) -> bool:
    """Whether an answer is yes for anybody."""
    return bound if isinstance(bound, bool) else bool(bound.values.any())
