"""Rows under the same shapes of law, decided by the stages that decide a case: from lengths and figures to what is paid.

A slot is one of a person's schemes. What a scheme's law gives is gathered by the row's scheme; lengths, certified earnings
and yes/no answers are columns. A person without a scheme in some slot has lengths of nought there, and is bound by nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.assessment.assess import Assessed, assess
from portability.assessment.rows import ManyRows, Slot
from portability.assessment.run import Run
from portability.assessment.shares import Lengths
from portability.assessment.stages import Member, Shape
from portability.number.column import Column, Truth
from portability.number.rounding import Rounding
from portability.population.exemplars import Exemplar

Rows = npt.NDArray[np.integer[Any]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A block of rows ready to be decided: for each slot the scheme of each row by code, and its columns by name.

    `columns[j]` are those of slot j; `present[j]` says who has a scheme there.
    """

    size: int
    scheme: Sequence[Rows]
    present: Sequence[npt.NDArray[np.bool_]]
    columns: Sequence[Mapping[str, Any]]
    kept: Sequence[Column]
    totals: Sequence[Column]


class Gathered(Mapping[str, Any]):
    """What is given to the rows of a slot: a column of the rows, or the figure of each row's scheme, gathered when asked for."""

    __slots__ = ("_codes", "_of_rows", "_of_schemes", "_rows")

    def __init__(self, of_schemes: Sequence[Mapping[str, Any] | None], codes: Rows, of_rows: Mapping[str, Any]) -> None:
        self._of_schemes, self._codes, self._of_rows = of_schemes, codes, of_rows
        self._rows: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name in self._of_rows:
            return self._of_rows[name]
        if name not in self._rows:
            self._rows[name] = gathered([None if one is None else one[name] for one in self._of_schemes], self._codes)
        return self._rows[name]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self._of_rows, *next(one for one in self._of_schemes if one is not None))))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def gathered(values: Sequence[Any], codes: Rows) -> Any:
    """For each row the value of its code, as a column; one for all where all have the same. None: a code that no row has.

    >>> gathered([Fraction(1, 2), None, 3], np.array([0, 2, 0])).exact()
    [Fraction(1, 2), Fraction(3, 1), Fraction(1, 2)]
    """
    known = [value for value in values if value is not None]
    first = known[0]
    if all(value is first or (type(value) is type(first) and value == first) for value in known):
        return first
    whole = [first if value is None else value for value in values]
    if isinstance(first, Rounding):
        return replace(first, unit=gathered([value.unit for value in whole], codes))
    if isinstance(first, tuple):
        return tuple(gathered(list(members), codes) for members in zip(*whole, strict=True))
    if isinstance(first, bool):
        return Truth(np.array(whole, dtype=bool)[codes])
    k = lcm(*(Fraction(value).denominator for value in whole))
    numerators = np.array([int(value * k) for value in whole], dtype=np.int64)
    return Column.of_integers(numerators[codes], k, int(numerators.min()), int(numerators.max()))


def decided(cell: Cell, exemplars: Sequence[Exemplar | None], runs: Sequence[Run]) -> Assessed:
    """The stages over a cell: `exemplars` by the code of a scheme, `runs` one for each instrument, as of an exemplary life."""
    slots = [_slot(cell, j, exemplars, "") for j in range(len(cell.scheme))]
    return assess(ManyRows(cell.size), slots, [_run(cell, exemplars, run) for run in runs])


def _slot(cell: Cell, j: int, exemplars: Sequence[Exemplar | None], under: str, given: Mapping[str, Any] | None = None) -> Slot:
    """One slot by national law, or under an instrument: the rows of each shape with what is given to them."""
    codes = cell.scheme[j]
    of_rows = {**cell.columns[j], **(given or {})}
    by_shape: dict[Shape, list[int]] = {}
    here = {int(code) for code in np.unique(codes)}
    for code in sorted(here):
        one = exemplars[code]
        assert one is not None
        by_shape.setdefault(one.shapes[under].shape, []).append(code)
    parts: list[tuple[Any, Member]] = []
    for of_shape in by_shape.values():
        told: list[Mapping[str, Any] | None] = [None] * len(exemplars)
        for code in of_shape:
            one = exemplars[code]
            assert one is not None
            told[code] = one.under[under] if under else one.alone
        first = exemplars[of_shape[0]]
        assert first is not None
        if len(by_shape) == 1:
            parts.append((range(cell.size), replace(first.shapes[under], given=Gathered(told, codes, of_rows))))
            continue
        rows = np.isin(codes, of_shape).nonzero()[0]
        some = {name: _rows_of(value, rows) for name, value in of_rows.items()}
        parts.append((rows, replace(first.shapes[under], given=Gathered(told, codes[rows], some))))
    return Slot(tuple(parts))


def _rows_of(value: Any, rows: Rows) -> Any:
    from portability.number.words import take

    return take(value, rows)


def _run(cell: Cell, exemplars: Sequence[Exemplar | None], run: Run) -> Run:
    """One instrument over every slot; a row that it does not link is not bound."""
    id_, slots = run.binding.id, range(len(cell.scheme))
    bound = _bound(cell, exemplars, id_)
    members = tuple(_slot(cell, j, exemplars, id_, {"bound": bound[j]}) for j in slots)
    alone: tuple[Slot, ...] = ()
    if run.alone_members:
        alone = tuple(
            _slot(cell, j, exemplars, "", {"own_right": cell.kept[j], "own_amount": cell.kept[j]}) for j in slots
        )
    lengths = tuple(cell.kept)
    return replace(
        run,
        at=tuple(slots),
        members=members,
        alone_members=alone,
        lengths=(Lengths(run.lengths[0].unit, lengths, lengths),),
        which=tuple(0 for _ in slots),
        before=lengths if run.before is run.own else tuple(cell.columns[j]["own_right"] for j in slots),
        own=lengths,
        minimum=tuple(run.minimum[0].value for _ in slots),
        last_days=tuple(0 for _ in slots),
        open_members=(),
        no=False,
        nought=0,
    )


def _bound(cell: Cell, exemplars: Sequence[Exemplar | None], id_: str) -> list[Any]:
    """For each slot, who has a scheme there that the instrument links with one in another slot."""
    joins = np.array([one is not None and id_ in one.under for one in exemplars])
    there = [joins[codes] & present for codes, present in zip(cell.scheme, cell.present, strict=True)]
    several = np.sum(there, axis=0) > 1
    return [Truth(mine & several) for mine in there]
