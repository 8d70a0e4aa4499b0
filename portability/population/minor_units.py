"""Amounts of the rows of a slot in minor units of each row's currency."""

from __future__ import annotations

from copy import copy
from fractions import Fraction
from typing import Any

import numpy.typing as npt

from portability.number.currency import is_currency
from portability.number.rounding import default_rounding
from portability.number.words import take
from portability.population.asked import Asked
from portability.population.cells import Cell, gathered, tabled
from portability.population.ends import Sum, amounts

Array = npt.NDArray[Any]


class Money:
    """Amounts of one slot in minor units of each row's currency."""

    def __init__(self, cell: Cell, asked: Asked, j: int) -> None:
        self.size, numbers = cell.size, cell.numbers[j]
        currencies = [asked.plans.all[number].planned.currency for number in numbers]
        units = [default_rounding(one if is_currency(one) else "EUR", asked.at).unit for one in currencies]
        self.unit: int | Fraction = units[0]
        self.inverse: Any = None
        if len(set(units)) > 1:
            self.unit, self.inverse = 1, gathered(tabled([1 / unit for unit in units], numbers), cell.plan[j])

    def of_rows(self, rows: Array) -> Money:
        """The same for some of the rows."""
        some = copy(self)
        some.size, some.inverse = len(rows), take(self.inverse, rows)
        return some

    def of(self, amount: Any) -> Sum:
        """An amount that was rounded, row by row."""
        return amounts(amount, self.unit, self.inverse, self.size)
