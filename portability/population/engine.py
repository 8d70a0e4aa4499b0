"""A range of a population decided on columns; and who is left to be decided one by one, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.assessment.scope import AgreementSet
from portability.law.shelf import Shelf
from portability.number.currency import is_currency
from portability.number.rounding import minor_unit
from portability.number.unknown import unknown
from portability.population.cells import Cell, Plans, decided
from portability.population.counted import lengths_of
from portability.population.exemplars import Exemplars, Kind
from portability.population.laid import Laid, laid
from portability.population.outcome import write
from portability.population.people import People
from portability.population.results import TYPES, Left, Rows, together

BLOCK = 65536
"""So many persons are decided at a time: enough that words cost little a row, few enough that their columns stay near."""


@dataclass(slots=True)
class Asked:
    """What is asked of a population: one branch on one day under one set of agreements; and the plans that takes.

    `words` are those of the population. Plans are made when the first person needs them, and kept.
    """

    shelf: Shelf
    branch: str
    at: date
    chosen: AgreementSet
    words: Mapping[str, Sequence[Any]]
    plans: Plans = field(default_factory=Plans)
    instruments: list[str] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    ages: dict[tuple[int, int], dict[str, Any]] = field(default_factory=dict)
    open_without_facts: set[tuple[int, ...]] = field(default_factory=set)
    exemplars: Exemplars = field(init=False)
    _beside: dict[int, set[int]] = field(default_factory=dict)
    _numbers: dict[tuple[int, frozenset[int], Kind], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.exemplars = Exemplars(self.shelf, self.branch, self.at, self.chosen)

    def told(self) -> dict[str, Sequence[Any]]:
        """The words behind the codes of the results; more instruments may be met with more persons."""
        return {"scheme": self.words["scheme"], "instrument": self.instruments, "unit": ("months",)}

    def number(self, scheme: int, kind: Kind) -> int:
        """The number of the plan of a scheme for persons of a kind, beside all the schemes met with it so far."""
        beside = frozenset(self._beside.get(scheme, ()))
        key = scheme, beside, kind
        if key not in self._numbers:
            schemes = self.words["scheme"]
            one = self.exemplars.of(schemes[scheme], [schemes[each] for each in sorted(beside)], kind)
            self._numbers[key] = len(self.plans.all)
            self.plans.all.append(one)
            self.instruments += [id_ for id_ in one.least if id_ not in self.instruments]
        return self._numbers[key]

    def meet(self, sets: Sequence[Sequence[int]]) -> None:
        """Take note of schemes that persons have together."""
        for one in sets:
            for scheme in one:
                known = self._beside.setdefault(scheme, set())
                if not known.issuperset(one):
                    known.update(other for other in one if other != scheme)

    def minor(self, scheme: int) -> Fraction:
        """The smallest unit in which a scheme pays, by its code."""
        currency = self.exemplars.currency(self.words["scheme"][scheme][0])
        return minor_unit(currency, self.at) if is_currency(currency) else Fraction(1, 100)

    def reason(self, why: str) -> int:
        """The code of a reason to decide persons one by one."""
        if why not in self.reasons:
            self.reasons.append(why)
        return self.reasons.index(why)


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
