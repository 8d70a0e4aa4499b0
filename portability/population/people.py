"""A population in memory: long tables of coded columns, sorted by person, and where each person's rows begin."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

Codes = npt.NDArray[np.int16]
FIRST_YEAR = 1900
NONE = -1
"""The code of what a row does not say."""


@dataclass(frozen=True, slots=True)
class Table:
    """One long table: columns of one length, rows of a person together, `bounds[i]` to `bounds[i + 1]` those of the i-th."""

    columns: Mapping[str, npt.NDArray[Any]]
    bounds: npt.NDArray[np.int64]

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        return self.columns[name]

    def __contains__(self, name: str) -> bool:
        return name in self.columns

    def __len__(self) -> int:
        return int(self.bounds[-1]) - int(self.bounds[0])

    def rows(self, person: int) -> slice:
        """The rows of one person."""
        return slice(int(self.bounds[person]), int(self.bounds[person + 1]))

    def range_of(self, person: int) -> range:
        """The numbers of one person's rows."""
        return range(int(self.bounds[person]), int(self.bounds[person + 1]))

    def size_of(self, person: int) -> int:
        """How many rows one person has."""
        return len(self.range_of(person))

    def between(self, first: int, after: int) -> Table:
        """The rows of a range of persons, as a view."""
        low, high = int(self.bounds[first]), int(self.bounds[after])
        return Table({name: column[low:high] for name, column in self.columns.items()}, self.bounds[first : after + 1] - low)

    def row_numbers(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """For each row its person's place, and its own place among that person's rows."""
        sizes = np.diff(self.bounds)
        person = np.repeat(np.arange(len(sizes)), sizes)
        return person, np.arange(len(person)) - np.repeat(self.bounds[:-1], sizes)


@dataclass(frozen=True, slots=True)
class People:
    """A population: ids, the tables by name, and the words behind the codes of each coded column.

    Columns of `spells`: from_month and until_month (int16, months since January 1900, the second excluded; -1 where there are
    no dates), `from_day` and `to_day` beside them only for spells that are cut inside a month, scheme, kind, grade. Of
    `persons`: born_month, and what else `columns.TABLES` names. Of `statements`: scheme, kind, amount (in minor units of
    `currency`). Of `earnings`: year, scheme, amount. Everything else stands as the map of columns has it. A scheme's word is
    (country, scheme), and `words["scheme"]` serves every table; the words of any other column are `words["table.column"]`.
    A column that is not there says nothing; a currency told once in the words holds for every row.
    """

    ids: Sequence[Any] | npt.NDArray[Any]
    tables: Mapping[str, Table]
    words: Mapping[str, Sequence[Any]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.ids)

    def between(self, first: int, after: int) -> People:
        """A range of persons, without a copy."""
        return People(self.ids[first:after], {k: t.between(first, after) for k, t in self.tables.items()}, self.words)

    def table(self, name: str) -> Table:
        """A table; one that was not given has no rows."""
        found = self.tables.get(name)
        return Table({}, np.zeros(len(self) + 1, np.int64)) if found is None else found


def month_of(day: date) -> int:
    """The number of the month a day lies in, from January 1900.

    >>> month_of(date(1950, 3, 31))
    602
    """
    return (day.year - FIRST_YEAR) * 12 + day.month - 1


def first_day(month: int) -> date:
    """The first day of a month.

    >>> first_day(602).isoformat()
    '1950-03-01'
    """
    year, rest = divmod(month, 12)
    return date(FIRST_YEAR + year, rest + 1, 1)


def blocks(table: Table, names: Sequence[str], absent: Mapping[str, int], most: int) -> dict[str, npt.NDArray[Any]]:
    """Columns of a long table as blocks, the k-th row of everybody in the k-th row of the block; what is absent is padded.

    >>> spells = Table({"from_month": np.array([3, 1, 2], np.int16)}, np.array([0, 1, 3]))
    >>> blocks(spells, ["from_month"], {"from_month": 0}, 2)["from_month"].tolist()
    [[3, 1], [0, 2]]
    """
    sizes = np.diff(table.bounds)
    if len(sizes) and (sizes == most).all():
        return {name: np.ascontiguousarray(table[name].reshape(len(sizes), most).T) for name in names}
    found = {name: np.full((most, len(sizes)), absent[name], table[name].dtype) for name in names}
    fewest = int(sizes.min(initial=most))
    for k in range(most if len(table) else 0):
        there, rows = sizes > k, table.bounds[:-1] + k
        for name in names:
            if k < fewest:
                table[name].take(rows, out=found[name][k], mode="clip")
            else:
                np.copyto(found[name][k], table[name].take(rows, mode="clip"), where=there)
    return found
