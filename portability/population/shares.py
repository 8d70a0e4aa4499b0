"""A share of a population, and its sampling error where persons stand for several: the only fractions of a machine here."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


@dataclass
class Share:
    """Persons counted, of all; with weights, the weighted share and its standard error, persons taken as drawn one by one.

    >>> share = Share()
    >>> share.add(np.array([1.0, 1.0, 2.0, 4.0]), np.array([True, True, False, False]))
    >>> share.told(weighted=False), share.told(weighted=True)["share"]
    ({'persons': 2, 'of': 4}, 0.25)
    """

    persons: int = 0
    counted: int = 0
    weights: float = 0.0
    yes: float = 0.0
    squares: float = 0.0
    squares_yes: float = 0.0

    def add(self, weights: Array, yes: Array) -> None:
        """Count some persons, each a yes or a no."""
        self.persons += len(weights)
        self.counted += int(yes.sum())
        square = weights * weights
        self.weights += float(weights.sum())
        self.yes += float(weights[yes].sum())
        self.squares += float(square.sum())
        self.squares_yes += float(np.asarray(square[yes]).sum())

    def told(self, weighted: bool) -> dict[str, Any]:
        """The count; with weights the share and its standard error too, of a ratio of two sums of drawn persons."""
        found: dict[str, Any] = {"persons": self.counted, "of": self.persons}
        if weighted and self.weights:
            share = self.yes / self.weights
            spread = self.squares_yes - 2 * share * self.squares_yes + share * share * self.squares
            found |= {"share": share, "standard_error": sqrt(max(spread, 0.0)) / self.weights}
        return found
