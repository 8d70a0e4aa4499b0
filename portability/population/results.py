"""The result table of a population in memory: one row for each benefit, in columns of codes and whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, get_args

import numpy as np
import numpy.typing as npt

from portability.citation import FACT_STANDINGS, LAW_STANDINGS
from portability.record.vocabulary import Form, Refusal, Route, Status

NONE = -1
"""What a row does not say: the code of no word, the amount that is not known."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "refusal": get_args(Refusal),
    "form": get_args(Form),
    "route": get_args(Route),
    "why": ("national_law_alone", "independent_kept", "instrument"),
    "standing_facts": tuple(FACT_STANDINGS),
    "standing_law": tuple(LAW_STANDINGS),
}
"""The words behind the codes that are the same for every population."""

CODE = {name: {word: code for code, word in enumerate(words)} for name, words in WORDS.items()}
"""The code of each of those words."""

TYPES: Mapping[str, type[np.signedinteger[Any]]] = {
    "person": np.int64,
    "scheme": np.int16,
    "status": np.int8,
    "refusal": np.int8,
    "form": np.int8,
    "route": np.int8,
    "instrument": np.int8,
    "unit": np.int8,
    "own": np.int32,
    "total": np.int32,
    "over": np.int32,
    "amount": np.int64,
    "at_least": np.int64,
    "at_most": np.int64,
    "commuted": np.int64,
    "why": np.int8,
    "standing_facts": np.int8,
    "standing_law": np.int8,
}
"""What each column of the result table is made of."""

BYTES = sum(np.dtype(kind).itemsize for kind in TYPES.values())
"""How many bytes a row of results takes."""

Array = npt.NDArray[np.signedinteger[Any]]


@dataclass(frozen=True, slots=True)
class Rows:
    """Results, one row for each scheme of a person; `NONE` where a column says nothing.

    `person`: the place in the population; `scheme`, `instrument`, `unit`: codes of `words`, the others of `WORDS`. `own` and
    `total` are the lengths for the amount of the variant that was chosen, in parts of which `over` make a unit. Sums in
    minor units of the scheme's currency: `amount`, what each payment comes to, or what is paid once in place of a pension
    (by `form`); `at_least` and `at_most`: its ends where it is not known; `commuted`: what is paid at once beside it.
    """

    person: Array
    scheme: Array
    status: Array
    refusal: Array
    form: Array
    route: Array
    instrument: Array
    unit: Array
    own: Array
    total: Array
    over: Array
    amount: Array
    at_least: Array
    at_most: Array
    commuted: Array
    why: Array
    standing_facts: Array
    standing_law: Array
    words: Mapping[str, Sequence[Any]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.person)

    @classmethod
    def room(cls, most: int, words: Mapping[str, Sequence[Any]], memory: Any = None) -> Rows:
        """Room for so many rows, in memory of its own or in a given one of `BYTES` a row, such as processes share."""
        start, columns = 0, {}
        for name, kind in sorted(TYPES.items(), key=lambda each: -np.dtype(each[1]).itemsize):  # each at its own alignment
            size = most * np.dtype(kind).itemsize
            columns[name] = np.empty(most, kind) if memory is None else np.frombuffer(memory, kind, most, start)
            start += size
        return cls(**columns, words=words)

    def between(self, first: int, after: int) -> Rows:
        """Some of the rows, as a view."""
        return Rows(**{name: getattr(self, name)[first:after] for name in TYPES}, words=self.words)

    def by_person(self) -> Rows:
        """The rows of each person together, in the order of the population; of one person, as they were told."""
        order = np.argsort(self.person, kind="stable")
        return Rows(**{name: getattr(self, name)[order] for name in TYPES}, words=self.words)

    def told(self, row: int) -> dict[str, Any]:
        """One row in words and exact numbers, without what it does not say."""
        found: dict[str, Any] = {}
        for each in fields(self)[:-1]:
            code = int(getattr(self, each.name)[row])
            words = self.words.get(each.name) or WORDS.get(each.name)
            if code != NONE:
                found[each.name] = code if words is None else words[code]
        return found


def together(several: Sequence[Rows]) -> Rows:
    """Rows of several ranges under the same words as one table."""
    return Rows(**{n: np.concatenate([getattr(one, n) for one in several]) for n in TYPES}, words=several[0].words)


@dataclass(frozen=True, slots=True)
class Left:
    """Persons who are decided one by one: their places in the population, and for each a reason by its code."""

    person: npt.NDArray[np.int64]
    reason: npt.NDArray[np.int16]
    reasons: Sequence[str]

    def __len__(self) -> int:
        return len(self.person)

    def counted(self) -> dict[str, int]:
        """How many persons are left for each reason."""
        many = np.bincount(self.reason, minlength=len(self.reasons))
        return {reason: int(count) for reason, count in zip(self.reasons, many, strict=True) if count}
