"""The kernel of the reference workload: from the block arrays of the workload to cents, by the same counting and stages."""

from fractions import Fraction
from typing import Any

import numpy as np

from bench import workload
from bench.persons import START
from portability.number.by_row import integers
from portability.number.column import Column
from portability.population.asked import Asked
from portability.population.cells import Cell, decided
from portability.population.counted import COUNTED, lengths_of
from portability.population.counting import Spells, counted
from portability.population.exemplars import Kind

BLOCK = 32768
CENT = Fraction(1, 100)
RATES = (10000, 10832, 2215, 11574)
"""The rates of exchange of the workload, in ten-thousandths."""


class Kernel:
    """Block arrays of the workload, and where the cents and their sum go."""

    def __init__(self, drawn: dict[str, Any], question: Asked) -> None:
        n, states = len(drawn["start"]), range(workload.C)
        self.spells = [np.ascontiguousarray(drawn[name].T.astype(np.int16)) for name in ("start", "end")]
        self.country = np.ascontiguousarray(drawn["country"].T)
        self.wages = np.ascontiguousarray(np.rint(drawn["wage"].T * 100).astype(np.int64))
        self.grade = np.repeat(np.arange(1, workload.K + 1, dtype=np.int16)[:, None], COUNTED, axis=1)
        self.plans, self.ids = question.plans, question.instruments
        question.meet([list(states)])
        self.numbers = [question.number(code, Kind((), True)) for code in states]
        self.runs = [question.exemplars.runs[id_] for id_ in self.ids]
        self.state = np.repeat(np.arange(workload.C, dtype=np.int8)[:, None], COUNTED, axis=1)
        self.cents, self.sum = np.zeros((workload.C, n), np.int64), np.zeros(n, np.int64)

    def run(self, first: int, after: int) -> None:
        """Count and decide a range of persons."""
        for low in range(first, after, BLOCK):
            self._block(low, min(after, low + BLOCK))

    def _block(self, first: int, after: int) -> None:
        size, rules = after - first, self.runs[0].count.overlap
        alone, kept = np.empty((workload.C, size), np.int16), np.empty((workload.C, size), np.int16)
        for low in range(0, size, COUNTED):
            high = min(size, low + COUNTED)
            part, whole = slice(low, high), slice(first + low, first + high)
            grade = self.grade[:, : high - low]
            starts, ends = (one[:, whole] + np.int16(START) for one in self.spells)
            spells = Spells(starts, ends, self.country[:, whole], grade, grade)
            found = counted(spells, workload.C, rules, ("insurance",), self.state[:, : high - low])
            alone[:, part], kept[:, part] = found.alone, found.kept
        columns = [
            {"own_right": own, "own_amount": own, "stated_reference": Column.of_integers(wage, 100, 0, 10**9), "age": True}
            for own, wage in zip(lengths_of(alone), self.wages[:, first:after], strict=True)
        ]
        here = [one > 0 for one in alone]
        id_ = self.ids[0]
        plan = [np.full(size, number, np.intp) for number in self.numbers]
        numbers = [(number,) for number in self.numbers]
        cell = Cell(size, plan, numbers, here, columns, {id_: lengths_of(kept)}, {id_: [True] * workload.C})
        total = np.zeros(size, np.int64)
        for state, (paid, rate) in enumerate(zip(decided(cell, self.plans, self.runs).paid, RATES, strict=True)):
            cents = integers(paid.payment, CENT, size)
            self.cents[state, first:after] = cents
            total += cents * rate
        self.sum[first:after] = (total + 5000) // 10000
