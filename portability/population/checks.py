"""What must hold of the rows of a population beside each cell: times that go forward, rows that say enough, no row twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.population.collected import Collected
from portability.population.columns import TableMap
from portability.population.kinds import day_of
from portability.population.people import FIRST_YEAR, NONE
from portability.population.source import Batch

Array = npt.NDArray[Any]
Wrong = tuple[str, Array, str, Callable[[int], tuple[str, str]]]

TWO_WAYS = (("from", "from_month"), ("to", "until_month"), ("born", "born_month"))
FIRST = date(FIRST_YEAR, 1, 1).toordinal()
LENGTHS = ("years", "quarters", "months", "weeks", "days", "hours")


def heading(table: str, head: Sequence[str], found: Collected, file: str) -> None:
    """What must hold of the columns of a table together."""
    for one, other in TWO_WAYS:
        if one in head and other in head:
            found.add("two ways", file, None, "", f'both "{one}" and "{other}" are told', "Keep the days or the months")
    if table == "spells" and not any(name.startswith("certified_") for name in head):
        for day, month in TWO_WAYS[:2]:
            if day not in head and month not in head:
                remedy = f"Add {day} with days, or {month} with months"
                found.add("missing", file, None, "", f'the column "{day}" is missing', remedy)
    if table == "earnings" and "year" not in head:
        for day, month in TWO_WAYS[:2]:
            if day not in head and month not in head:
                found.add("missing", file, None, "", f'neither "year" nor "{day}" is told', "Add the column year, or from and to")
    if table == "earnings" and "year" in head and {"from", "to", "from_month", "until_month"} & set(head):
        found.add("two ways", file, None, "", "both a year and other times are told", "Keep the year, or from and to")


def rows(
    table: TableMap, arrays: Mapping[str, Array], start: Array, end: Array, born: Array, batch: Batch, found: Collected, file: str
) -> None:
    """Every check of a batch of rows."""
    for kind, wrong, column, say in _found(table.name, arrays, start, end, born):
        if wrong.any():
            found.rows(kind, file, wrong, batch.first, column, say)


def _found(table: str, arrays: Mapping[str, Array], start: Array, end: Array, born: Array) -> Iterator[Wrong]:
    size = len(start)
    nothing = np.zeros(size, bool)
    both = (start != NONE) & (end != NONE)
    months = "until_month" in arrays
    yield (
        "backwards", both & (end < start), "until_month" if months else "to",
        lambda row: (
            ("the time has no month in it", "until_month is the month after the last")
            if months
            else (f"{day_of(int(end[row]))} lies before {day_of(int(start[row]))}", "Mend one of the two")
        ),
    )  # fmt: skip
    early = (start != NONE) & (start < FIRST)
    yield "early", early, "", lambda row: (f"from {day_of(int(start[row]))}, before the year 1900", "Mend the date")
    if table in ("spells", "earnings"):
        yield (
            "before birth", (start != NONE) & (born != NONE) & (start < born), "",
            lambda row: (
                f"from {day_of(int(start[row]))}, before the birth of the person ({day_of(int(born[row]))})",
                "Mend one of the two",
            ),
        )  # fmt: skip
    if table == "spells":
        certified = nothing.copy()
        for unit in LENGTHS:
            name = f"certified_{unit}"
            if name in arrays:
                certified |= arrays[name] != NONE
        yield (
            "no time", ~both & ~certified, "",
            lambda _: ("neither dates nor a certified length", "Write from and to, or a certified length"),
        )  # fmt: skip
    if table == "earnings":
        yield "no time", ~both, "", lambda _: ("the time of these earnings is not told", "Write the year, or from and to")
        if "year" not in arrays:
            per = arrays.get("per", np.full(size, NONE, np.int8))
            what = "it is not said for how long the amount is", "Write month, year or total"
            yield "no per", per == NONE, "per", lambda _: what
        else:
            wrong = (arrays["year"] != NONE) & ((arrays["year"] < 1900) | (arrays["year"] > 2199))
            yield "year", wrong, "year", lambda row: (f"{arrays['year'][row]} is no year from 1900 to 2199", "Write it as 2009")
    if table == "statements" and "amount" in arrays:
        currency = arrays.get("currency", np.full(size, NONE, np.int16))
        yield (
            "no currency", (arrays["amount"] != NONE) & (currency == NONE), "currency",
            lambda _: ("an amount without a currency", "Write it as USD"),
        )  # fmt: skip


def repeated(
    arrays: Mapping[str, Array], before: Mapping[str, Array], batch: Batch, found: Collected, file: str
) -> dict[str, Array]:
    """Rows that say again what the row before said; gives back the last row, for the next batch."""
    same = np.ones(batch.size, bool)
    for name, column in arrays.items():
        earlier = np.concatenate([before[name] if before else column[:1], column[:-1]])
        same &= column == earlier
    if not before:
        same[0] = False
    said = "this row says again what the row before it says", "Keep one of the two"
    found.rows("again", file, same, batch.first, "", lambda _: said)
    return {name: column[-1:] for name, column in arrays.items()}
