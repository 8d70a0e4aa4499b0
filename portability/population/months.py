"""Months of insurance: all that a person has in each State, and those that bring nothing there."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.population.people import NONE
from portability.population.rows import Rows

Array = npt.NDArray[Any]

MONTHS = ("own", "lost", "not_known")
"""Own months; those in a State that yields neither pension, lump sum nor balance; those in a State where that is not known."""

IN_MONTHS = {
    "months": Fraction(1), "quarters": Fraction(3), "years": Fraction(12), "weeks": Fraction(12, 52),
    "days": Fraction(1, 30), "hours": Fraction(1, 720),
}  # fmt: skip
"""What a unit is in months, for the sum over States with different units: no right hangs on it."""


@dataclass(frozen=True, slots=True)
class Months:
    """Lengths of a range of persons, in parts of months: for each kind the place of the person, the length, and its parts."""

    lengths: dict[str, tuple[Array, Array, Array]]

    def total(self, kind: str, some: Array) -> Fraction:
        """The months of some persons of the range, exactly."""
        person, length, unit = self.lengths[kind]
        mine = some[person]
        found = Fraction(0)
        for at in np.unique(unit[mine], axis=0) if mine.any() else ():
            here = mine & (unit == at).all(axis=1)
            found += Fraction(sum(length[here].tolist()) * int(at[0]), int(at[1]))
        return found


def months_of_range(rows: Rows, first: int, after: int) -> Months:
    """The own months of each person in each State, told once, and whether the State pays for them."""
    states = len(rows.words["country"]) + 2
    place = (rows["person"] - first) * states + rows["country"] + 1
    size = (after - first) * states
    pays, unknown = np.zeros(size, bool), np.zeros(size, bool)
    floor = rows.is_word("form", "floor") | rows.is_word("form", "supplement")
    pays[place[rows.is_word("status", "entitled") & (rows["amount"] != 0) & ~floor]] = True
    unknown[place[(rows.is_word("status", "undetermined") | rows.is_word("status", "to_examine")) & ~floor]] = True
    scheme = place * (len(rows.words["scheme"]) + 2) + rows["scheme"] + 1
    told = ((rows["own"] != NONE) & ~floor).nonzero()[0]
    longest = told[np.lexsort((-rows["own"][told], scheme[told]))]
    _, once = np.unique(scheme[longest], return_index=True)
    mine = longest[once]
    factors = [IN_MONTHS.get(unit, Fraction(1)) for unit in rows.words["unit"]] or [Fraction(1)]
    code = rows["unit"][mine]
    up = np.array([one.numerator for one in factors], np.int64)[code]
    down = np.array([one.denominator for one in factors], np.int64)[code] * rows["over"][mine]
    person, length, unit = rows["person"][mine] - first, rows["own"][mine], np.stack([up, down], axis=1)
    lost = ~pays[place[mine]] & ~unknown[place[mine]]
    open_ = ~pays[place[mine]] & unknown[place[mine]]
    kinds = zip(MONTHS, (np.ones(len(mine), bool), lost, open_), strict=True)
    return Months({kind: (person[some], length[some], unit[some]) for kind, some in kinds})
