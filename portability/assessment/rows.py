"""The three words stages are written in, for the rows of a population: the same stages, on columns.

Rows are grouped by the shape of each State's law; every other value is a column, and no step is recorded. A `Slot` holds
one State of each row: its parts are the rows that share a shape, with the figures of those rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

from portability.assessment.stages import Member, Shape
from portability.number.rounding import Rounding
from portability.number.unknown import Unknown
from portability.number.words import all_of, choose, is_known, join, opposite, rows_where, take
from portability.record.step import Place


@dataclass(frozen=True, slots=True)
class Slot:
    """One State of every row: the rows of each shape, with their figures as columns."""

    parts: tuple[tuple[Sequence[int], Member], ...]


def cut(about: Any, rows: Any) -> Any:
    """The same structure for some of the rows."""
    if isinstance(about, Member):
        return replace(about, given={name: cut(value, rows) for name, value in about.given.items()})
    if isinstance(about, Rounding):
        return replace(about, unit=take(about.unit, rows))
    if isinstance(about, tuple):
        return tuple(cut(item, rows) for item in about)
    if _is_structure(about):
        return replace(about, **{field.name: cut(getattr(about, field.name), rows) for field in fields(about)})
    return take(about, rows)


def put(pieces: Sequence[tuple[Any, Any]], size: int) -> Any:
    """One structure over all rows, from pieces that each hold some of them."""
    first = pieces[0][1]
    if isinstance(first, Rounding):
        return replace(first, unit=join([(rows, piece.unit) for rows, piece in pieces], size))
    if isinstance(first, tuple):
        return tuple(put([(rows, piece[i]) for rows, piece in pieces], size) for i in range(len(first)))
    if _is_structure(first):
        return replace(
            first,
            **{
                field.name: put([(rows, getattr(piece, field.name)) for rows, piece in pieces], size)
                for field in fields(first)
            },
        )
    return join(pieces, size)


def _is_structure(value: Any) -> bool:
    return is_dataclass(value) and not isinstance(value, type | Unknown | Shape) and not hasattr(value, "in_rows")


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
        for at, slot in enumerate(members):
            for rows, member in slot.parts:
                by_shape.setdefault(member.shape, []).append((at, rows, member))
        pieces: list[list[tuple[Any, Any]]] = [[] for _ in members]
        for together in by_shape.values():
            sizes = [len(rows) for _, rows, _ in together]
            ends = [sum(sizes[: i + 1]) for i in range(len(sizes))]
            spans = [slice(end - size, end) for size, end in zip(sizes, ends, strict=True)]
            member = _stack([member for _, _, member in together], spans, ends[-1])
            others = tuple(
                put(
                    [(span, cut(values[at], rows)) for span, (at, rows, _) in zip(spans, together, strict=True)],
                    ends[-1],
                )
                for values in aligned
            )
            found = stage(ManyRows(ends[-1]), member, *others)
            for span, (at, rows, _) in zip(spans, together, strict=True):
                pieces[at].append((rows, cut(found, span)))
        return tuple(put(piece, self.size) for piece in pieces)

    def where(self, test: Any, about: Any, yes: Callable[..., Any], no: Callable[..., Any]) -> Any:
        """Cut the rows by the test, run each branch on its own rows, and put the rows together again."""
        if isinstance(test, bool):
            return yes(self, about) if test else no(self, about)
        pieces = []
        if isinstance(test, Unknown):
            _, open_ = rows_where(is_known(test))
            if len(open_):
                cell = ManyRows(len(open_))
                rows, doubt = cut(about, open_), take(test, open_)
                pieces.append((open_, _either(doubt, yes(cell, rows), no(cell, rows))))
            met, unmet = rows_where(all_of(is_known(test), test.low))
            unmet = rows_where(all_of(is_known(test), opposite(test.low)))[0]
        else:
            met, unmet = rows_where(test)
        for rows_in, branch in ((met, yes), (unmet, no)):
            if len(rows_in):
                pieces.append((rows_in, branch(ManyRows(len(rows_in)), cut(about, rows_in))))
        return put(pieces, self.size)


def _stack(members: Sequence[Member], spans: Sequence[Any], size: int) -> Member:
    names = members[0].given
    given = {name: put([(span, m.given[name]) for span, m in zip(spans, members, strict=True)], size) for name in names}
    return replace(members[0], given=given)


def _either(test: Any, met: Any, unmet: Any) -> Any:
    if isinstance(met, tuple):
        return tuple(_either(test, one, other) for one, other in zip(met, unmet, strict=True))
    if _is_structure(met):
        return replace(
            met, **{f.name: _either(test, getattr(met, f.name), getattr(unmet, f.name)) for f in fields(met)}
        )
    return choose(test, met, unmet)
