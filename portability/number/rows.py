"""Rows of a population: taking some, joining parts again, and the rows in which something is so.

Rows are an array of row numbers, or a slice. Everything else here passes through: an unknown by its ends, a tuple by
its members, None as None; a plain number is the same in every row.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portability.number import known
from portability.number.unknown import Unknown, YesNo, between, each_end, facts_of, spanning


def take(x: Any, rows: Any) -> Any:
    """The chosen rows of a number, a yes/no, or a tuple of them; an unknown is known where its rows are.

    >>> take(12, slice(0, 5)), take(None, slice(0, 5))
    (12, None)
    """
    if getattr(x, "in_rows", False):
        return known.by_row(x).take(x, rows)
    if type(x) is Unknown:
        return each_end(x, lambda end: take(end, rows))
    if isinstance(x, tuple):
        return _again(x, (take(member, rows) for member in x))
    return x


def join(parts: Sequence[tuple[Any, Any]], size: int) -> Any:
    """Parts of the rows, each (rows, value), put together again to `size` rows; rows in no part are nought or no.

    Plain numbers become columns. Raises TypeError where only some parts are None, ValueError where tuples differ in
    length.

    >>> join([(slice(0, 2), None), (slice(2, 5), None)], 5)
    """
    values = [value for _, value in parts]
    if any(value is None for value in values):
        if any(value is not None for value in values):
            raise TypeError("some parts of the rows have a value and others None: give them one, such as nought")
        return None
    if isinstance(values[0], tuple):
        members = zip(*values, strict=True)
        return _again(
            values[0], (join([(r, v) for (r, _), v in zip(parts, m, strict=True)], size) for m in members)
        )
    if not any(type(value) is Unknown for value in values):
        return _columns().join(parts, size)
    facts = facts_of(*values)

    def ends(name: str) -> Any:
        return join([(r, getattr(v, name) if type(v) is Unknown else v) for r, v in parts], size)

    if known.kind(values[0]) == "yesno":
        return between(facts, ends("low"), ends("high"))
    endless = join([(r, v.endless if type(v) is Unknown else False) for r, v in parts], size)
    return spanning(facts, ends("low"), ends("high"), endless)


def rows_where(test: YesNo) -> tuple[Any, Any]:
    """The rows in which a test is met and those in which it is not; a row where it is unknown is in neither.

    Raises TypeError for the yes or no of one case, which has no rows.
    """
    if type(test) is Unknown:
        return rows_where(test.low)[0], rows_where(test.high)[1]
    if not getattr(test, "in_rows", False):
        raise TypeError("the yes or no of one case has no rows: branch on it with if")
    yes, no = known.by_row(test).rows_where(test)
    return yes, no


def count_where(test: Any) -> int:
    """In how many rows a known test is met."""
    return int(known.by_row(test).count_where(test))


def _columns() -> Any:
    import portability.number.by_row as words_on_columns

    return words_on_columns


def _again(like: tuple[Any, ...], members: Any) -> Any:
    return type(like)(*members) if hasattr(like, "_fields") else tuple(members)
