"""The rows of a result table: columns of numbers and of coded words, one entry for each row."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.population.people import NONE

Array = npt.NDArray[Any]

WORDS = {
    "scenario": "the set of agreements decided under",
    "beneficiary": "who draws it: insured, or an id of the family",
    "country": "the State",
    "branch": "the branch; for a guarantee of the floor, which one",
    "scheme": "the scheme; for a guarantee, nothing",
    "instrument": "the instrument of the way that was chosen",
    "route": "the way that was chosen",
    "form": "pension, lump_sum, refund, account and so on; supplement; floor",
    "status": "entitled, refused, undetermined, to_examine",
    "refusal": "why it is refused",
    "legal_force": "binding, or what guidance or a scenario would give",
    "standing_facts": "how sure the facts are on which it rests",
    "standing_law": "how sure the law is on which it rests",
    "unit": "the unit of the lengths",
    "currency": "the currency of the amounts",
    "per": "what one payment is for: month, year, once ...",
    "why": "national_law_alone; or with an instrument: independent_kept, or what the instrument gives (instrument)",
}
"""Columns of words, with what each says."""

NUMBERS = {
    "own": "own length for the amount, in `unit`, by the way that was chosen",
    "total": "total length for the amount, of all States counted",
    "over": "lengths are told in such parts of a unit: 1, unless a length is broken",
    "amount": "one payment, in minor units of the currency",
    "at_least": "where the amount is not known: the least it can be",
    "at_most": "where the amount is not known: the most it can be",
    "payments_a_year": "so many payments a year",
    "floor_top_up": "what the floor pays on top, in minor units",
}
"""Columns of whole numbers, with what each says; -1 inside, and empty in a table, where there is none."""

COLUMNS = ("person", *WORDS, *NUMBERS)


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a result table. `columns["person"]` is the place of the person in the population; columns of words hold codes
    into `words`."""

    columns: Mapping[str, Array]
    words: Mapping[str, Sequence[str]]

    def __len__(self) -> int:
        return len(self.columns["person"])

    def __getitem__(self, name: str) -> Array:
        return self.columns[name]

    def texts(self, name: str) -> list[str | None]:
        """The words of a column, row by row."""
        words = (*self.words[name], None)
        return [words[code] for code in self.columns[name].tolist()]

    def is_word(self, name: str, word: str) -> Array:
        """Which rows have a word."""
        words = list(self.words[name])
        code = words.index(word) if word in words else NONE - 1
        found: Array = self.columns[name] == code
        return found

    def take(self, rows: Array) -> Rows:
        """Some rows, in the order asked for."""
        return Rows({name: column[rows] for name, column in self.columns.items()}, self.words)

    def told(self) -> Iterator[dict[str, Any]]:
        """Each row by name, without what it does not say."""
        texts = {name: self.texts(name) for name in WORDS}
        for at in range(len(self)):
            row: dict[str, Any] = {"person": int(self.columns["person"][at])}
            row |= {name: texts[name][at] for name in WORDS if texts[name][at] is not None}
            row |= {name: int(self.columns[name][at]) for name in NUMBERS if self.columns[name][at] != NONE}
            yield row

    def packed(self) -> bytes:
        """The rows as bytes, for a file."""
        file = io.BytesIO()
        words = np.frombuffer(json.dumps(self.words, ensure_ascii=False).encode(), np.uint8)
        arrays: dict[str, Any] = {**self.columns, "words": words}
        np.savez(file, **arrays)
        return file.getvalue()


def unpacked(content: bytes) -> Rows:
    """Rows from the bytes they were packed in."""
    with np.load(io.BytesIO(content)) as file:
        columns = {name: file[name] for name in COLUMNS}
        return Rows(columns, json.loads(file["words"].tobytes()))


def rows_of(told: Sequence[Mapping[str, Any]]) -> Rows:
    """Rows from what each says by name.

    >>> rows = rows_of([{"person": 3, "country": "XA", "amount": 1200}, {"person": 4, "country": "XA"}])
    >>> [row for row in rows.told()]
    [{'person': 3, 'country': 'XA', 'amount': 1200}, {'person': 4, 'country': 'XA'}]
    """
    columns: dict[str, Array] = {"person": np.array([row["person"] for row in told], np.int64)}
    words: dict[str, list[str]] = {}
    for name in WORDS:
        known: dict[str, int] = {}
        codes = [NONE if (word := row.get(name)) is None else known.setdefault(word, len(known)) for row in told]
        columns[name], words[name] = np.array(codes, np.int32), list(known)
    for name in NUMBERS:
        columns[name] = np.array([row.get(name, NONE) for row in told], np.int64)
    return Rows(columns, words)


def joined(parts: Sequence[Rows]) -> Rows:
    """Rows one after the other, their words put together."""
    if len(parts) == 1:
        return parts[0]
    columns: dict[str, Array] = {}
    words: dict[str, list[str]] = {}
    for name in ("person", *NUMBERS):
        columns[name] = np.concatenate([part[name] for part in parts]) if parts else np.zeros(0, np.int64)
    for name in WORDS:
        known: dict[str, int] = {}
        pieces = []
        for part in parts:
            codes = [known.setdefault(word, len(known)) for word in part.words[name]]
            pieces.append(np.array([*codes, NONE], np.int32)[part[name]])
        columns[name] = np.concatenate(pieces) if pieces else np.zeros(0, np.int32)
        words[name] = list(known)
    return Rows(columns, words)


def in_order(rows: Rows, scenarios: Sequence[str]) -> Rows:
    """The rows person by person, for each person set by set; of one person and set as they came."""
    place = {word: at for at, word in enumerate(scenarios)}
    sets = np.array([place[word] for word in rows.words["scenario"]] or [0], np.int64)[rows["scenario"]]
    return rows.take(np.argsort(rows["person"] * len(scenarios) + sets, kind="stable"))
