"""Whom the rows of a population are about: the ids of the persons, and for each row the place of its person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.document.written import quote
from portability.population.collected import Collected
from portability.population.columns import PERSON
from portability.population.source import Batch, batches

Array = npt.NDArray[Any]
SORT = "Sort every table by person: numbers by size, text letter by letter"


def ids_of(file: Path, found: Collected) -> Array:
    """The ids of the persons in their order: whole numbers, or else text; each once, and rising."""
    pieces: list[list[Any]] = []
    for batch in batches(file, [PERSON]):
        values, codes = batch.columns[PERSON]
        for place, value in enumerate(values):
            what = wrong_id(value)
            if what:
                rows = (codes == place).nonzero()[0]
                if len(rows):
                    row, more = batch.first + int(rows[0]) + 1, len(rows) - 1
                    found.add("id", file.name, row, PERSON, what, "Give each person a number or a name", more)
        pieces.append([values[code] for code in codes.tolist()])
    if found:
        return np.zeros(0, np.int64)
    told = [value for piece in pieces for value in piece]
    if not told:
        found.add("empty", file.name, None, "", "the table has no rows", "Give one row for each person")
        return np.zeros(0, np.int64)
    ids = np.array(list(map(int, told)), np.int64) if all(map(is_number, told)) else as_text(told)
    wrong = np.concatenate([[False], ids[1:] <= ids[:-1]])

    def say(row: int) -> tuple[str, str]:
        if ids[row] == ids[row - 1]:
            return f"person {shown(ids[row])} is there twice", "Keep one row for each person"
        return f"person {shown(ids[row])} comes after person {shown(ids[row - 1])}: not sorted", SORT

    found.rows("order", file.name, wrong, 0, PERSON, say)
    return ids


def places(batch: Batch, ids: Array, file: str, last: int, found: Collected) -> Array:
    """The place of each row's person among the persons, rising; `last` is that of the row before."""
    values, codes = batch.columns[PERSON]
    numbers = ids.dtype.kind == "i"
    known = np.array([wrong_id(value) == "" and (is_number(value) or not numbers) for value in values])
    told = [value if sound else (0 if numbers else "") for value, sound in zip(values, known, strict=True)]
    wanted = np.array(list(map(int, told)), np.int64) if numbers else as_text(told)
    at = np.minimum(np.searchsorted(ids, wanted), len(ids) - 1)
    known &= ids[at] == wanted
    rows = at[codes]

    def stranger(row: int) -> tuple[str, str]:
        value = values[int(codes[row])]
        if value is None:
            return "this is empty", "Say whom the row is about"
        return f"person {shown(value)} is not among the persons", "Add the person to the table persons, or take the row out"

    strangers = ~known[codes]
    found.rows("person", file, strangers, batch.first, PERSON, stranger)
    rows = np.where(strangers, 0, rows)
    before = np.maximum.accumulate(np.concatenate([[last], rows]))[:-1]
    wrong = (rows < before) & ~strangers
    found.rows(
        "order", file, wrong, batch.first, PERSON,
        lambda row: (f"person {shown(ids[rows[row]])} comes after person {shown(ids[before[row]])}: not sorted", SORT),
    )  # fmt: skip
    return np.maximum.accumulate(np.concatenate([[last], rows]))[1:]


def is_number(value: Any) -> bool:
    """Whether an id is a whole number, as it is written.

    >>> is_number(7), is_number("7"), is_number("007"), is_number("a7")
    (True, True, False, False)
    """
    if isinstance(value, str):
        return value.isdecimal() and value.isascii() and (value == "0" or value[0] != "0") and len(value) < 19
    return isinstance(value, int) and not isinstance(value, bool)


def wrong_id(value: Any) -> str:
    """What is wrong with an id; nothing where it is one."""
    if value is None:
        return "this is empty"
    if isinstance(value, str):
        sound = len(value) <= 100 and value.isprintable() and "/" not in value
        return "" if sound else f"{quote(value)} is no id: up to 100 letters, no slash"
    return "" if is_number(value) and 0 <= value < 2**62 else f"{value} is no id"


def as_text(values: list[Any]) -> Array:
    """Ids as text, in the bytes of UTF-8, which sort as their letters do."""
    return np.array([str(value).encode() for value in values] or [b""])


def shown(id_: Any) -> str:
    """An id as people write it."""
    return id_.decode() if isinstance(id_, bytes) else str(id_)
