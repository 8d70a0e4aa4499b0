"""The three words stages are written in, for the rows of a population: the same stages, on columns.

Rows are grouped by the shape of each State's law; every other value is a column, and no step is recorded. A `Slot`
holds one State of each row: its parts are the rows that share a shape, with the figures of those rows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import accumulate
from typing import Any

from portability.assessment.stages import Member, Shape
from portability.frozen import frozen
from portability.number.rounding import Rounding
from portability.number.rows import count_where
from portability.number.unknown import Unknown
from portability.number.words import choose, is_known, join, rows_where, take
from portability.record.step import Place

Rows = Any
"""Which rows: an array or a list of row numbers, a slice, or a range: `range(size)` is all the rows there are."""

ENOUGH = 4096
"""Rows that are enough for a stage to run on them alone; fewer are put together with those of other States first."""

FEW = 3
"""Where a test is met in one row of so many, or more, no rows are cut: both branches run on all, and each row takes its own."""


@frozen
class Slot:
    """One State of every row: the rows of each shape, with their figures, bare, as columns or as one for all.

    Every row is in one part. A row without a State at this place has a shape without any law, and lengths of nought.
    """

    parts: tuple[tuple[Sequence[int], Member], ...]

    def has(self, parts: frozenset[str]) -> bool:
        """Whether the law of some of the rows has any of some parts."""
        return any(member.has(parts) for _, member in self.parts)

    @property
    def place(self) -> Place:
        """A place for the steps that see no shape; nothing is recorded there."""
        return self.parts[0][1].place


def cut(about: Any, rows: Rows) -> Any:
    """The same structure for some of the rows."""
    if type(about) is tuple:
        return tuple(cut(item, rows) for item in about)
    if isinstance(about, Member):
        return replace(about, given=Given(about.given, rows))
    if isinstance(about, Rounding):
        return replace(about, unit=take(about.unit, rows))
    if _is_structure(about):
        return replace(about, **{field.name: cut(getattr(about, field.name), rows) for field in fields(about)})
    return take(about, rows)


def everybody(rows: Rows, size: int) -> bool:
    """Whether rows are a range over all there are, so that nothing need be cut or put together."""
    return type(rows) is range and len(rows) == size


class Given(Mapping[str, Any]):
    """Some rows of what is given to a member, each figure cut when it is asked for."""

    __slots__ = ("_cut", "_rows", "_whole")

    def __init__(self, whole: Mapping[str, Any], rows: Rows) -> None:
        self._whole, self._rows = whole, rows
        self._cut: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._cut:
            self._cut[name] = cut(self._whole[name], self._rows)
        return self._cut[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._whole)

    def __len__(self) -> int:
        return len(self._whole)


class Stacked(Mapping[str, Any]):
    """What is given to all of several members, the rows of one after those of another, put together when it is asked for."""

    __slots__ = ("_members", "_put", "_size", "_spans")

    def __init__(self, members: Sequence[Mapping[str, Any]], spans: Sequence[slice], size: int) -> None:
        self._members, self._spans, self._size = members, spans, size
        self._put: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._put:
            values = as_long([given[name] for given in self._members])
            self._put[name] = put(list(zip(self._spans, values, strict=True)), self._size)
        return self._put[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name in self._members[0] if all(name in given for given in self._members))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def put(pieces: Sequence[tuple[Rows, Any]], size: int) -> Any:
    """One structure over all rows, from pieces that each hold some of them.

    Raises ValueError where the pieces are not of one structure.
    """
    rows, first = pieces[0]
    if len(pieces) == 1 and everybody(rows, size):
        return first
    if type(first) is tuple:
        where, pieces_of = zip(*pieces, strict=True)
        return tuple(put(list(zip(where, items, strict=True)), size) for items in zip(*pieces_of, strict=True))
    if isinstance(first, Rounding):
        if any(piece.way != first.way for _, piece in pieces):
            raise ValueError("rows of one shape round one way: write the way into the parts of the shape")
        return replace(first, unit=join([(rows, piece.unit) for rows, piece in pieces], size))
    if _is_structure(first):
        told = {f.name: put([(rows, getattr(piece, f.name)) for rows, piece in pieces], size) for f in fields(first)}
        return replace(first, **told)
    return join(pieces, size)


def _is_structure(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, type | Unknown)


class ManyRows:
    """The stage words for a cell of rows: nothing is recorded, everything is a column."""

    __slots__ = ("size",)

    def __init__(self, size: int) -> None:
        self.size = size

    def step(self, rule: Callable[..., Any], place: Place, /, called: str = "", **inputs: Any) -> Any:
        """Apply a rule to columns."""
        return rule(**inputs)

    def each(self, members: Sequence[Slot], stage: Callable[..., Any], *aligned: Sequence[Any]) -> tuple[Any, ...]:
        """Run a State stage once for every shape among the slots, on the rows of that shape from all of them."""
        by_shape: dict[Shape, list[tuple[int, Sequence[int], Member]]] = {}
        found: list[list[tuple[Any, Any]]] = [[] for _ in members]
        for at, slot in enumerate(members):
            for rows, member in slot.parts:
                if len(rows) < ENOUGH:
                    by_shape.setdefault(member.shape, []).append((at, rows, member))
                    continue
                mine = (of[at] if everybody(rows, self.size) else cut(of[at], rows) for of in aligned)
                found[at].append((rows, stage(ManyRows(len(rows)), member, *mine)))
        for parts in by_shape.values():
            ends = list(accumulate(len(rows) for _, rows, _ in parts))
            spans = [slice(end - len(rows), end) for end, (_, rows, _) in zip(ends, parts, strict=True)]
            cell = ManyRows(ends[-1])
            member = _stack([member for _, _, member in parts], spans, cell.size)
            others = (
                put([(span, cut(of[at], rows)) for span, (at, rows, _) in zip(spans, parts, strict=True)], cell.size)
                for of in aligned
            )
            result = stage(cell, member, *others)
            for span, (at, rows, _) in zip(spans, parts, strict=True):
                found[at].append((rows, cut(result, span)))
        return tuple(put(pieces, self.size) for pieces in found)

    def where(self, test: Any, about: Any, yes: Callable[..., Any], no: Callable[..., Any]) -> Any:
        """Cut the rows by the test, run each branch on its own rows, and put the rows together again.

        The rows in which the test is unknown take both branches and keep what they agree on.
        """
        if isinstance(test, bool):
            return yes(self, about) if test else no(self, about)
        if isinstance(test, Unknown):
            test = join([(slice(None), test)], self.size)
        elif self.size <= FEW * (many := count_where(test)) and many < self.size:  # reckoning some in vain costs less than cuts
            return _either(test, yes(self, about), no(self, about))
        pieces = []
        for rows, branch in zip(rows_where(test), (yes, no), strict=True):
            if len(rows) == self.size:
                return branch(self, about)
            if len(rows):
                pieces.append((rows, branch(ManyRows(len(rows)), cut(about, rows))))
        rows = rows_where(is_known(test))[1] if isinstance(test, Unknown) else ()
        if len(rows):
            cell, doubtful = ManyRows(len(rows)), cut(about, rows)
            pieces.append((rows, _either(take(test, rows), yes(cell, doubtful), no(cell, doubtful))))
        return put(pieces, self.size)


def _stack(members: Sequence[Member], spans: Sequence[slice], size: int) -> Member:
    """Members of one shape as one: what is given to all of them, the rows of one after those of another."""
    return replace(members[0], given=Stacked([member.given for member in members], spans, size))


def as_long(values: Sequence[Any]) -> Sequence[Any]:
    """Sequences as long as the longest: at the front, a run of no length or a step of no rate counts for nothing."""
    if type(values[0]) is not tuple:
        return values
    longest = max(values, key=len)
    nothing = tuple((0, 0) if type(item) is tuple else 0 for item in longest)
    return [nothing[len(value) :] + value for value in values]


def _either(test: Any, met: Any, unmet: Any) -> Any:
    if type(met) is tuple:
        return tuple(_either(test, one, other) for one, other in zip(met, unmet, strict=True))
    if _is_structure(met):
        told = {f.name: _either(test, getattr(met, f.name), getattr(unmet, f.name)) for f in fields(met)}
        return replace(met, **told)
    return choose(test, met, unmet)
