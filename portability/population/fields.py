"""What a summary may be broken down by: sex, decade of birth, corridor, and every column of words of the persons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.faults import Fault, Refused, did_you_mean
from portability.population.columns import TABLES
from portability.population.people import FIRST_YEAR, NONE, People

Array = npt.NDArray[Any]
NOT_TOLD = "not told"
MADE = ("birth_decade", "corridor")
WORDS = ("sex", "nationality", "residence", "region", "residence_status")


class Fields:
    """The fields asked for; a word of each has one code through the whole population."""

    def __init__(self, people: People, names: Sequence[str]) -> None:
        known = (*MADE, *WORDS)
        faults = []
        for name in names:
            if name not in known:
                faults.append(Fault("--by", "", f'there is no field "{name}"', did_you_mean(name, known)))
            elif name in WORDS and name not in people.table("persons"):
                faults.append(Fault("--by", "", f'the table persons has no column "{name}"', "Add it, or leave the field out"))
        if faults:
            raise Refused(faults)
        self.names = tuple(dict.fromkeys(names))
        self.words: dict[str, dict[str, int]] = {name: {} for name in self.names}

    def codes(self, people: People, first: int, after: int, name: str) -> Array:
        """The code of each person of a range; `self.words[name]` grows as words come."""
        some = people.between(first, after)
        told = {"birth_decade": _decades, "corridor": _corridors}[name](some) if name in MADE else _words(some, name)
        known = self.words[name]
        return np.array([known.setdefault(word, len(known)) for word in told], np.int64)


def _decades(people: People) -> list[str]:
    born = people.table("persons")["born_month"]
    return [NOT_TOLD if month == NONE else f"{(FIRST_YEAR + month // 12) // 10 * 10}s" for month in born.tolist()]


def _words(people: People, name: str) -> list[str]:
    column = TABLES["persons"].column(name)
    words = people.words.get(f"persons.{name}", column.kind.words)
    return [NOT_TOLD if code == NONE else words[code] for code in people.table("persons")[name].tolist()]


def _corridors(people: People) -> list[str]:
    """The States of each career, in the order in which it comes to them."""
    spells = people.table("spells")
    if "scheme" not in spells:
        return [NOT_TOLD] * len(people)
    person, _ = spells.row_numbers()
    start = np.where(spells["from_month"] == NONE, np.iinfo(np.int16).max, spells["from_month"])
    order = np.lexsort((start, person))
    states = [country for country, _ in people.words["scheme"]]
    found: list[dict[str, None]] = [{} for _ in range(len(people))]
    for at, code in zip(person[order].tolist(), spells["scheme"][order].tolist(), strict=True):
        found[at][states[code]] = None
    return [">".join(one) or NOT_TOLD for one in found]
