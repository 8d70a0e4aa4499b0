"""From what the stages found for a block of persons to rows of the result table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from portability.assessment.assess import Assessed
from portability.assessment.run import Run
from portability.number.by_row import integers
from portability.number.rounding import minor_unit
from portability.population.cells import Cell, gathered, tabled
from portability.population.exemplars import Exemplar
from portability.population.results import CODE, NONE, Rows

if TYPE_CHECKING:
    from portability.population.engine import Asked
    from portability.population.laid import Laid

Array = npt.NDArray[Any]
Answers = npt.NDArray[np.bool_]
STATUS, FORM, WHY, REFUSAL, ROUTE = (CODE[name] for name in ("status", "form", "why", "refusal", "route"))
BY_SHARE = frozenset({"higher_of", "independent_first", "pro_rata"})
"""Methods whose result is told as a pro-rata pension."""


def write(block: Laid, cell: Cell, found: Assessed, runs: Sequence[Run], asked: Asked, room: Rows) -> None:
    """Fill the rows of a block: those of the first slot, then those of the next."""
    used = 0
    for j, here in enumerate(block.present):
        several = int(np.count_nonzero(here))
        rows = None if several == block.size else here.nonzero()[0]
        OfSlot(block, cell, found, runs, asked, j).write(room.between(used, used + several), rows)
        used += several


class OfSlot:
    """The results of one slot, row by row."""

    def __init__(
        self, block: Laid, cell: Cell, found: Assessed, runs: Sequence[Run], asked: Asked, j: int
    ) -> None:
        self.block, self.found, self.runs, self.asked, self.j = block, found, runs, asked, j
        self.size, self.codes = block.size, cell.plan[j]
        self.numbers = list(cell.numbers[j])
        self.linked = [_answers(block.bound[run.binding.id][j], self.size) for run in runs]

    def write(self, room: Rows, rows: Array | None) -> None:
        """Write the columns, of some rows (None: all)."""

        def put(name: str, values: Any) -> None:
            column = getattr(room, name)
            column[:] = values if rows is None or np.ndim(values) == 0 else values.take(rows)

        chosen, paid = self.found.chosen[self.j], self.found.paid[self.j]
        right, lump = _answers(chosen.right, self.size), _answers(chosen.lump_right, self.size)
        amount = self.minor(paid.payment)
        put("form", _codes(right, FORM["pension"], NONE))
        owed = right
        if lump.any():
            once = lump & ~right
            owed = right | once
            amount = np.where(once, self.minor(paid.lump_sum), amount)
            put("form", np.where(once, self.of_plans(_lump_form), _codes(right, FORM["pension"], NONE)))
        put("person", self.block.persons)
        put("scheme", self.block.schemes[self.j])
        put("status", _codes(owed, STATUS["entitled"], STATUS["refused"]))
        put("refusal", self.refusals(~owed))
        put("amount", amount)
        put("at_least", NONE)
        put("at_most", NONE)
        put("commuted", 0 if type(paid.commuted) is int else self.minor(paid.commuted))
        put("standing_facts", CODE["standing_facts"]["declared"])
        put("standing_law", CODE["standing_law"]["official"])
        put("unit", 0)
        put("over", 1)
        for name, values in self.variant(right).items():
            put(name, values)

    def variant(self, right: Answers) -> dict[str, Any]:
        """Which variant was chosen, and its lengths: national law alone, or of a pension the last result that was taken."""
        found: dict[str, Any] = {
            "route": ROUTE["independent"],
            "instrument": NONE,
            "why": WHY["national_law_alone"],
            "own": self.block.alone[self.j],
            "total": NONE,
        }
        for k, (run, taken) in enumerate(zip(self.runs, self.found.chosen[self.j].takes, strict=True)):
            took = _answers(taken, self.size)
            if not took.any():
                continue
            told = self._under(k, run)
            found = told if took.all() else {name: _either(took, told[name], found[name]) for name in found}
        return found

    def _under(self, k: int, run: Run) -> dict[str, Any]:
        """What is told where the result under an instrument was taken: its share, or the independent benefit it keeps."""
        ran, id_ = self.found.runs[k], run.binding.id
        totals, keeps = ran.totals[self.j], _answers(ran.dues[self.j].keeps_independent, self.size)
        place = self.asked.instruments.index(id_)
        own = _whole(totals.own, self.size)
        alone = self.block.alone[self.j]
        as_told = keeps & (self.block.kept[id_][self.j] == alone) if run.limited_members else keeps
        return {
            "route": _either(keeps, ROUTE["independent"], self.of_plans(partial(_route, id_))),
            "instrument": _codes(as_told, NONE, place),
            "why": _codes(keeps, WHY["independent_kept"], WHY["instrument"]),
            "own": own if run.limited_members else np.where(keeps, alone, own),
            "total": np.where(keeps, NONE, _whole(totals.amount, self.size)),
        }

    def refusals(self, refused: Answers) -> Any:
        """The first reason why nothing is due, in the order of the codes of the decision."""
        if not refused.any():
            return NONE
        rows = refused.nonzero()[0]
        alone = self.found.alones[self.j]
        found = np.full(len(rows), REFUSAL["other"], np.int8)
        self.conditions(found, rows)
        found[~_answers(alone.age, self.size)[rows]] = REFUSAL["age"]
        met = _answers(alone.period, self.size)[rows]
        short = np.zeros(len(rows), bool)
        for k, (ran, linked) in enumerate(zip(self.found.runs, self.linked, strict=True)):
            here = linked[rows]
            met |= here & _answers(ran.unders[self.j].period, self.size)[rows]
            if self.runs[k].sharing.relieves:
                short |= here & _answers(ran.totals[self.j].relieved, self.size)[rows]
        found[~met] = REFUSAL["qualifying_period"]
        found[short] = REFUSAL["under_one_year"]
        stated = self.of_plans(_is_stated)
        none = (self.block.alone[self.j][rows] == 0) & ((stated == 0) if np.ndim(stated) == 0 else stated[rows] == 0)
        found[none] = REFUSAL["no_periods"]
        all_rows = np.full(self.size, NONE, np.int8)
        all_rows[rows] = found
        return all_rows

    def conditions(self, found: Array, rows: Array) -> None:
        """Refusals for nationality and residence: a plan whose law asks for them is not decided on columns yet."""

    def of_plans(self, tell: Callable[[Exemplar], int]) -> Any:
        """For each row a code that hangs on its plan; one for all where it is the same."""
        codes = [tell(self.asked.plans.all[number]) for number in self.numbers]
        if len(set(codes)) == 1:
            return codes[0]
        told = np.zeros(self.numbers[-1] + 1, np.int8)
        told[self.numbers] = codes
        return told.take(self.codes)

    def minor(self, amount: Any) -> Array:
        """A rounded amount in minor units of each row's currency."""
        units = [minor_unit(self.asked.plans.all[n].planned.currency, self.asked.at) for n in self.numbers]
        if len(set(units)) == 1:
            return np.asarray(integers(amount, units[0], self.size))
        inverse = gathered(tabled([1 / unit for unit in units], self.numbers), self.codes)
        return np.asarray(integers(amount * inverse, 1, self.size))


def _answers(told: Any, size: int) -> Answers:
    """A yes/no, row by row."""
    return np.full(size, told) if type(told) is bool else told.values


def _codes(test: Answers, yes: int, no: int) -> Array:
    """One code or another, row by row."""
    return test.view(np.int8) * np.int8(yes - no) + np.int8(no)


def _either(test: Answers, yes: Any, no: Any) -> Any:
    """Codes of one or of the other, row by row."""
    if np.ndim(yes) == 0 and np.ndim(no) == 0 and max(abs(yes), abs(no)) < 64:
        return _codes(test, int(yes), int(no))
    return np.where(test, yes, no)


def _whole(length: Any, size: int) -> Array:
    return np.asarray(integers(length, 1, size))


def _route(id_: str, one: Exemplar) -> int:
    """How a plan's benefit under an instrument is told."""
    method = one.shapes[id_].shape.method if id_ in one.shapes else "pro_rata"
    return ROUTE["pro_rata" if method in BY_SHARE else method]


def _is_stated(one: Exemplar) -> int:
    return int(bool(one.planned.member.shape.stated))


def _lump_form(one: Exemplar) -> int:
    """What a law pays in place of a pension."""
    forms = {"refund": "refund", "balance": "account"}
    planned = one.planned
    leaf = planned.reader.peek("otherwise") if planned.reader else None
    named = "lump_sum" if leaf is None else str(leaf.get("form", "lump_sum"))
    return FORM[forms.get(planned.member.shape.otherwise, named)]
