"""Rows under the same shapes of law, decided by the stages that decide a case: from lengths and figures to what is paid.

A slot is one of a person's schemes. What a scheme's law gives is gathered by the number of the row's plan; lengths, certified
earnings and yes/no answers are columns. A person without a scheme in some slot has lengths of nought there, and is bound by
nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import lcm
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.assessment.assess import Assessed, assess
from portability.assessment.rows import ManyRows, Slot, as_long
from portability.assessment.run import Run
from portability.assessment.shares import Lengths
from portability.assessment.stages import Member, Shape
from portability.assessment.standing import blanked
from portability.number.column import Column, Truth
from portability.number.rounding import Rounding
from portability.number.unknown import Unknown, between, spanning
from portability.number.words import take
from portability.population.exemplars import Exemplar, limited
from portability.record.step import bare

Codes = npt.NDArray[np.intp]
Answers = npt.NDArray[np.bool_]


@dataclass(slots=True)
class Plans:
    """The plans of a population by number, and what was made of their figures for gathering."""

    all: list[Exemplar] = field(default_factory=list)
    tables: dict[tuple[tuple[int, ...], str, str], Any] = field(default_factory=dict)
    blank: Callable[[Any], Any] = lambda told: told
    views: dict[tuple[str, str | None], Plans] = field(default_factory=dict)

    def table(self, numbers: tuple[int, ...], under: str, name: str) -> Any:
        """A figure of some plans of one shape, ready to be gathered by number."""
        key = numbers, under, name
        if key not in self.tables:
            told = [self.all[number].shapes[under].given[name] for number in numbers]
            self.tables[key] = tabled([bare(self.blank(one)) for one in told], numbers)
        return self.tables[key]

    def least(self, number: int, id_: str) -> Any:
        """The shortest own period that an instrument asks of a plan; None where it does not link it."""
        told = self.all[number].least.get(id_)
        return None if told is None else bare(self.blank(told))

    def without(self, axis: str, level: str | None) -> Plans:
        """The same plans, with every fact of an axis that is weaker than a level blanked; None: all of them."""
        key = axis, level
        if key not in self.views:
            self.views[key] = Plans(self.all, blank=blanked(axis, level))
        return self.views[key]


@dataclass(frozen=True, slots=True)
class Cell:
    """A block of rows ready to be decided: for each slot the number of each row's plan, and its columns by name.

    `numbers[j]` are the plans there are in slot j, `columns[j]` its columns; `present[j]` says who has a scheme there.
    `last[j]` is the month after the last period in slot j, `kept[id][j]` what an instrument
    leaves of the periods there, `bound[id][j]` whether it links the scheme with another.
    """

    size: int
    plan: Sequence[Codes]
    numbers: Sequence[tuple[int, ...]]
    present: Sequence[Answers]
    columns: Sequence[Mapping[str, Any]]
    kept: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    bound: Mapping[str, Sequence[Any]] = field(default_factory=dict)
    last: Sequence[Any] = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """A figure of several plans: numerators by the number of the plan, over one denominator."""

    numerators: npt.NDArray[np.int64]
    k: int


def tabled(values: Sequence[Any], numbers: Sequence[int]) -> Any:
    """Values of plans as what `gathered` takes: the value itself where all have the same."""
    first = values[0]
    if all(value is first or (type(value) is type(first) and value == first) for value in values):
        return first
    if isinstance(first, Rounding):
        return replace(first, unit=tabled([value.unit for value in values], numbers))
    if isinstance(first, tuple):
        return tuple(tabled(list(members), numbers) for members in zip(*as_long(values), strict=True))
    if any(isinstance(value, Unknown) for value in values):
        return _open(values, numbers)
    last = max(numbers) + 1
    if isinstance(first, bool):
        answers = np.zeros(last, bool)
        answers[list(numbers)] = values
        return answers
    k = lcm(*(Fraction(value).denominator for value in values))
    numerators = np.full(last, int(first * k), np.int64)
    numerators[list(numbers)] = [int(value * k) for value in values]
    return Figures(numerators, k)


def _open(values: Sequence[Any], numbers: Sequence[int]) -> Ends:
    """Values of which some are not known: both ends of all of them."""
    facts = frozenset[str]().union(*(value.facts for value in values if isinstance(value, Unknown)))
    low = [value.low if isinstance(value, Unknown) else value for value in values]
    high = [value.high if isinstance(value, Unknown) else value for value in values]
    endless = [isinstance(value, Unknown) and value.endless for value in values]
    is_answer = any(isinstance(value, bool) for value in low)
    return Ends(facts, tabled(low, numbers), tabled(high, numbers), tabled(endless, numbers), is_answer)


@dataclass(frozen=True, slots=True)
class Ends:
    """A figure of several plans that is not known of all of them: its ends."""

    facts: frozenset[str]
    low: Any
    high: Any
    endless: Any
    is_answer: bool


def gathered(table: Any, codes: Codes) -> Any:
    """For each row the figure of its plan, as a column; one for all where all have the same.

    >>> gathered(tabled([Fraction(1, 2), 3], [0, 2]), np.array([0, 2, 0])).exact()
    [Fraction(1, 2), Fraction(3, 1), Fraction(1, 2)]
    """
    if isinstance(table, Figures):
        low, high = int(table.numerators.min()), int(table.numerators.max())
        return Column.of_integers(table.numerators.take(codes), table.k, low, high)
    if isinstance(table, np.ndarray):
        return Truth(table.take(codes))
    if isinstance(table, Rounding):
        return replace(table, unit=gathered(table.unit, codes))
    if type(table) is tuple:
        return tuple(gathered(one, codes) for one in table)
    if isinstance(table, Ends):
        low, high = gathered(table.low, codes), gathered(table.high, codes)
        if table.is_answer:
            return between(table.facts, low, high)
        return spanning(table.facts, low, high, gathered(table.endless, codes))
    return table


class Gathered(Mapping[str, Any]):
    """What is given to the rows of a slot: a column of the rows, or the figure of each row's plan, gathered when asked for."""

    __slots__ = ("_codes", "_numbers", "_of_rows", "_plans", "_rows", "_under")

    def __init__(
        self, plans: Plans, numbers: tuple[int, ...], under: str, codes: Codes, of_rows: Mapping[str, Any]
    ) -> None:
        self._plans, self._numbers, self._under = plans, numbers, under
        self._codes, self._of_rows = codes, of_rows
        self._rows: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name in self._of_rows:
            return self._of_rows[name]
        if name not in self._rows:
            self._rows[name] = gathered(self._plans.table(self._numbers, self._under, name), self._codes)
        return self._rows[name]

    def __iter__(self) -> Iterator[str]:
        one = self._plans.all[self._numbers[0]].shapes[self._under]
        return iter(dict.fromkeys((*self._of_rows, *one.given)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def decided(cell: Cell, plans: Plans, runs: Sequence[Run]) -> Assessed:
    """The stages over a cell, under some instruments, each a run as of an exemplary life."""
    slots = [_slot(cell, j, plans, "") for j in range(len(cell.plan))]
    return assess(ManyRows(cell.size), slots, [_run(cell, plans, run) for run in runs])


def _slot(cell: Cell, j: int, plans: Plans, under: str, given: Mapping[str, Any] | None = None) -> Slot:
    """One slot by national law, or under an instrument: the rows of each shape with what is given to them."""
    codes, of_rows = cell.plan[j], {**cell.columns[j], **(given or {})}
    by_shape: dict[tuple[Shape, int], list[int]] = {}
    for code in cell.numbers[j]:
        one = plans.all[code]
        linked = under if under in one.shapes else ""
        by_shape.setdefault((one.shapes[linked].shape, linked == under), []).append(code)
    parts: list[tuple[Any, Member]] = []
    for (_, is_linked), numbers in by_shape.items():
        linked = under if is_linked else ""
        first, told = plans.all[numbers[0]].shapes[linked], tuple(numbers)
        if len(by_shape) == 1:
            parts.append((range(cell.size), replace(first, given=Gathered(plans, told, linked, codes, of_rows))))
            continue
        here = np.zeros(max(numbers[-1], int(codes.max())) + 1, bool)
        here[numbers] = True
        rows = here.take(codes).nonzero()[0]
        some = {name: take(value, rows) for name, value in of_rows.items()}
        parts.append((rows, replace(first, given=Gathered(plans, told, linked, codes.take(rows), some))))
    return Slot(tuple(parts))


def _run(cell: Cell, plans: Plans, run: Run) -> Run:
    """One instrument over every slot; a row that it does not link is not bound."""
    id_, slots = run.binding.id, range(len(cell.plan))
    lengths, bound = tuple(cell.kept[id_]), cell.bound[id_]
    members = tuple(_slot(cell, j, plans, id_, {"bound": bound[j]}) for j in slots)
    alone: tuple[Slot, ...] = ()
    if run.limited_members:
        alone = tuple(_slot(cell, j, plans, limited(id_), {"own_right": lengths[j], "own_amount": lengths[j]}) for j in slots)
    return replace(
        run,
        at=tuple(slots),
        members=members,
        limited_members=alone,
        lengths=(Lengths(run.lengths[0].unit, lengths, lengths),),
        which=tuple(0 for _ in slots),
        before=lengths if run.before is run.own else tuple(cell.columns[j].get("own_right", lengths[j]) for j in slots),
        own=lengths,
        minimum=tuple(_least(cell, plans, j, id_) for j in slots),
        last_days=tuple(cell.last) or tuple(0 for _ in slots),
        open_members=(),
        no=False,
        nought=0,
    )


def _least(cell: Cell, plans: Plans, j: int, id_: str) -> Any:
    """The shortest own period that an instrument asks in a slot."""
    numbers = cell.numbers[j]
    values = [plans.least(number, id_) for number in numbers]
    known = [value for value in values if value is not None]
    return gathered(tabled([known[0] if value is None else value for value in values], numbers), cell.plan[j]) if known else 0
