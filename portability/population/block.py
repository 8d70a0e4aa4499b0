"""A block of persons while it is laid out: who they are, and who of them is left to be decided one by one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.population.asked import Asked
from portability.population.people import NONE

Array = npt.NDArray[Any]


@dataclass(slots=True)
class Laid:
    """A block of persons: by slot the scheme, the plan and what is given; lengths alone, and by instrument what is kept.

    `numbers`: the plans that there are in a slot; `persons` are places in the population; `left` those of the block who are
    decided one by one, with the reason's code.
    """

    persons: npt.NDArray[np.int64]
    schemes: Array
    left: list[tuple[npt.NDArray[np.int64], int]]
    plan: list[npt.NDArray[np.intp]] = field(default_factory=list)
    numbers: list[tuple[int, ...]] = field(default_factory=list)
    present: list[npt.NDArray[np.bool_]] = field(default_factory=list)
    given: list[dict[str, Any]] = field(default_factory=list)
    born: Array | None = None
    last: Array | None = None
    ends: dict[int, Array] = field(default_factory=dict)
    alone: Array = field(default_factory=lambda: np.zeros((0, 0), np.int16))
    kept: dict[str, Array] = field(default_factory=dict)
    bound: dict[str, list[Any]] = field(default_factory=dict)

    @property
    def size(self) -> int:
        return len(self.persons)

    @property
    def rows(self) -> int:
        """How many results these persons have."""
        return int(sum(np.count_nonzero(here) for here in self.present))


class Sieve:
    """Who of a block is left to be decided one by one, and for which reason: the first found."""

    def __init__(self, persons: npt.NDArray[np.int64], asked: Asked) -> None:
        self.persons, self.asked = persons, asked
        self.why = np.full(len(persons), NONE, np.int16)

    def out(self, who: Any, why: str) -> None:
        """Leave some persons, given by an answer for each."""
        if who.any():
            self.why[who & (self.why == NONE)] = self.asked.reason(why)

    def parted(self) -> tuple[npt.NDArray[np.intp] | None, list[tuple[npt.NDArray[np.int64], int]]]:
        """The places of those who stay (None: all stay), and those who are left, by reason."""
        out = self.why != NONE
        if not out.any():
            return None, []
        reasons = np.unique(self.why[out]).tolist()
        return (~out).nonzero()[0], [(self.persons[self.why == reason], reason) for reason in reasons]
