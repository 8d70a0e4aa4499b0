"""The faults of a population: of each kind the first few, with their row numbers, and how many more there are."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from portability.faults import Fault, Refused

MOST = 5
"""So many faults of one kind are told."""


class Collected:
    """What is wrong with the tables of a population, as they are read.

    >>> found = Collected()
    >>> for row in range(1, 8):
    ...     found.add("a", "spells.csv", row, "kind", "this is empty", "Write one")
    >>> [str(one) for one in found.faults()][-2:]
    ['spells.csv: row 5, kind: this is empty. Write one.', 'spells.csv: 2 more rows are like the last one.']
    """

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], list[Fault]] = {}
        self._more: dict[tuple[str, str], int] = {}

    def add(self, kind: str, file: str, row: int | None, column: str, what: str, remedy: str = "", more: int = 0) -> None:
        """A fault of one row (from 1, the heading not counted), or of a file; `more`: as many rows like it."""
        key = kind, file
        found = self._kinds.setdefault(key, [])
        if len(found) < MOST:
            place = ", ".join(part for part in ("" if row is None else f"row {row}", column) if part)
            found.append(Fault(file, place, what, remedy))
        else:
            more += 1
        if more:
            self._more[key] = self._more.get(key, 0) + more

    def rows(
        self, kind: str, file: str, wrong: npt.NDArray[np.bool_], first: int, column: str, say: Callable[[int], tuple[str, str]]
    ) -> None:
        """A fault for each row of a batch that is wrong; `say` tells what and what to do, by the row's place in the batch."""
        places = wrong.nonzero()[0]
        for place in places[:MOST]:
            self.add(kind, file, first + int(place) + 1, column, *say(int(place)))
        if len(places) > MOST:
            self._more[kind, file] = self._more.get((kind, file), 0) + len(places) - MOST

    def __bool__(self) -> bool:
        return bool(self._kinds)

    def faults(self) -> list[Fault]:
        """All that was found, table by table and kind by kind."""
        told = []
        for key, found in self._kinds.items():
            told += found
            more = self._more.get(key, 0)
            if more:
                rows = "row is" if more == 1 else "rows are"
                told.append(Fault(key[1], "", f"{more} more {rows} like the last one"))
        return told

    def refuse(self) -> None:
        """Raises `Refused` with everything, where there is anything."""
        if self:
            raise Refused(self.faults())
