"""From what the stages found for a block of persons to rows of the result table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from fractions import Fraction
from functools import partial
from math import ceil
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from portability.assessment.assess import Assessed
from portability.assessment.run import Run
from portability.citation import LAW_STANDINGS
from portability.number.by_row import integers
from portability.number.currency import is_currency
from portability.number.rounding import default_rounding
from portability.number.unknown import Unknown
from portability.number.words import take
from portability.population.cells import Cell, gathered, tabled
from portability.population.ends import Sum, amounts, answers, certainly
from portability.population.exemplars import Exemplar
from portability.population.results import CODE, NONE, Rows
from portability.population.sureness import Asserted, asserted, sure_facts, sure_law

if TYPE_CHECKING:
    from portability.population.engine import Asked
    from portability.population.laid import Laid

Array = npt.NDArray[Any]
Answers = npt.NDArray[np.bool_]
STATUS, FORM, WHY, REFUSAL, ROUTE = (CODE[name] for name in ("status", "form", "why", "refusal", "route"))
BY_SHARE = frozenset({"higher_of", "independent_first", "pro_rata"})
"""Methods whose result is told as a pro-rata pension."""


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


def write(block: Laid, cell: Cell, found: Assessed, runs: Sequence[Run], asked: Asked, room: Rows) -> Answers | None:
    """Fill the rows of a block: those of the first slot, then those of the next; tells in whom a row does not say all."""
    open_: Answers | None = None
    money = [Money(cell, asked, j) for j in range(len(cell.plan))]
    base = asserted(found, money, block.size)
    facts = sure_facts(cell, runs, asked, base, money)
    law = sure_law(block, cell, runs, asked, base, money)
    used = 0
    for j, here in enumerate(block.present):
        several = int(np.count_nonzero(here))
        rows = None if several == block.size else here.nonzero()[0]
        one = OfSlot(block, cell, found, runs, asked, j, base[j])
        one.write(room.between(used, used + several), rows, facts[j], law[j])
        used += several
        if not base[j].commuted.known.all():
            there = here & ~base[j].commuted.known & base[j].right.certain & (one.of_plans(_pension_form) == FORM["pension"])
            open_ = there if open_ is None else open_ | there
    return open_


class OfSlot:
    """The results of one slot, row by row."""

    def __init__(
        self, block: Laid, cell: Cell, found: Assessed, runs: Sequence[Run], asked: Asked, j: int, told: Asserted
    ) -> None:
        self.block, self.found, self.runs, self.asked, self.j, self.told = block, found, runs, asked, j, told
        self.size, self.codes = block.size, cell.plan[j]
        self.numbers = list(cell.numbers[j])
        self.linked = [certainly(block.bound[run.binding.id][j], self.size) for run in runs]

    def write(self, room: Rows, rows: Array | None, facts: Array, law: Array) -> None:
        """Write the columns, of some rows (None: all)."""

        def put(name: str, values: Any) -> None:
            column = getattr(room, name)
            column[:] = values if rows is None or np.ndim(values) == 0 else values.take(rows)

        right, paid, commuted, lump, once = self.told
        refused, entitled = ~right.possible, right.certain
        of_pension = self.of_plans(_pension_form)
        form = _either(right.possible, of_pension, NONE)
        if np.any(of_pension == FORM["account"]):  # nothing is paid by the month: the account is what is paid
            of_account = np.broadcast_to(of_pension == FORM["account"], (self.size,))
            paid = commuted.where(of_account, paid)
            commuted = commuted._replace(low=np.where(of_account, 0, commuted.low))
        in_place = None
        if lump.possible.any():  # what the law pays in place of a pension that is refused
            in_place = refused & lump.possible
            refused, entitled = refused & ~lump.possible, entitled | (in_place & lump.certain)
            paid = once.where(in_place, paid)
            form = _either(in_place, self._form_in_place(), form)
        put("form", form)
        put("person", self.block.persons)
        put("scheme", self.block.schemes[self.j])
        status = _codes(entitled, STATUS["entitled"], STATUS["refused"])
        doubt = ~(entitled | refused)
        put("status", _either(doubt, STATUS["undetermined"], status) if doubt.any() else status)
        put("refusal", self.refusals(refused))
        self._sums(put, paid, entitled, refused)
        put("commuted", commuted.low)
        put("standing_facts", facts)
        put("standing_law", self._paid_abroad(law, entitled))
        put("unit", 0)
        put("over", 1)
        for name, values in self.variant(in_place).items():
            put(name, values)

    def _form_in_place(self) -> Any:
        """What is paid in place of a pension: for a length below that of the lump sum, what the law pays there."""
        form = self.of_plans(partial(_lump_form, "otherwise"))
        plans = [self.asked.plans.all[number] for number in self.numbers]
        if all(one.planned.member.shape.otherwise_below == "none" for one in plans):
            return form
        least = [_least(one) for one in plans]
        table = np.zeros(self.numbers[-1] + 1, np.int64)
        table[self.numbers] = least
        shorter = self.block.alone[self.j] < table.take(self.codes)
        return np.where(shorter, self.of_plans(partial(_lump_form, "otherwise_below")), form)

    def _sums(self, put: Callable[[str, Any], None], paid: Sum, entitled: Answers, refused: Answers) -> None:
        """What is paid where there is a right: known, or as much as is known of it; of what is not sure, nothing."""
        known = paid.known
        if known.all() and (entitled | refused).all():
            put("amount", paid.low)
            put("at_least", NONE)
            put("at_most", NONE)
            return
        put("amount", np.where((entitled & known) | refused, paid.low, NONE))
        put("at_least", np.where(entitled & ~known & (paid.low > 0), paid.low, NONE))
        put("at_most", np.where(entitled & ~known & ~paid.endless, paid.high, NONE))

    def _paid_abroad(self, law: Array, entitled: Answers) -> Array:
        """No surer than that an instrument has it paid where the person lives."""
        least = self.of_plans(lambda one: 0 if one.abroad is None else LAW_STANDINGS.index(one.abroad))
        return np.where(entitled, np.maximum(law, least), law) if np.any(least) else law

    def variant(self, in_place: Answers | None) -> dict[str, Any]:
        """Which variant was chosen, and its lengths: national law alone, or of a pension the last result that was taken."""
        linked = np.any(self.linked, axis=0) if self.linked else np.zeros(self.size, bool)
        found: dict[str, Any] = {
            "route": ROUTE["independent"],
            "instrument": NONE,
            "why": _codes(linked, WHY["independent_kept"], WHY["national_law_alone"]),
            "own": self.block.alone[self.j],
            "total": NONE,
        }
        for k, (run, taken) in enumerate(zip(self.runs, self.found.chosen[self.j].takes, strict=True)):
            took = certainly(taken, self.size) if in_place is None else certainly(taken, self.size) & ~in_place
            if not took.any():
                continue
            told, rest = self._under(k, run), (~took).nonzero()[0]
            found = {name: _but(told[name], found[name], rest, self.size) for name in found} if len(rest) else told
        return found

    def _under(self, k: int, run: Run) -> dict[str, Any]:
        """What is told where the result under an instrument was taken: its share, or the independent benefit it keeps."""
        ran, id_ = self.found.runs[k], run.binding.id
        totals, keeps = ran.totals[self.j], certainly(ran.dues[self.j].keeps_independent, self.size)
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
        by_plan = self.of_plans(lambda one: REFUSAL[one.refused])
        found = np.full(len(rows), by_plan, np.int8) if np.ndim(by_plan) == 0 else by_plan[rows]
        found[~answers(alone.age, self.size).possible[rows]] = REFUSAL["age"]
        met = certainly(alone.period, self.size)[rows]
        short = np.zeros(len(rows), bool)
        for k, (ran, linked) in enumerate(zip(self.found.runs, self.linked, strict=True)):
            here = linked[rows]
            met |= here & certainly(ran.unders[self.j].period, self.size)[rows]
            if self.runs[k].sharing.relieves:
                short |= here & certainly(ran.totals[self.j].relieved, self.size)[rows]
        found[~met] = REFUSAL["qualifying_period"]
        found[short] = REFUSAL["under_one_year"]
        stated = self.of_plans(_is_stated)
        none = (self.block.alone[self.j][rows] == 0) & ((stated == 0) if np.ndim(stated) == 0 else stated[rows] == 0)
        found[none] = REFUSAL["no_periods"]
        all_rows = np.full(self.size, NONE, np.int8)
        all_rows[rows] = found
        return all_rows

    def of_plans(self, tell: Callable[[Exemplar], int]) -> Any:
        """For each row a code that hangs on its plan; one for all where it is the same."""
        codes = [tell(self.asked.plans.all[number]) for number in self.numbers]
        if len(set(codes)) == 1:
            return codes[0]
        told = np.zeros(self.numbers[-1] + 1, np.int8)
        told[self.numbers] = codes
        return told.take(self.codes)


def _codes(test: Answers, yes: int, no: int) -> Array:
    """One code or another, row by row."""
    return test.view(np.int8) * np.int8(yes - no) + np.int8(no)


def _either(test: Answers, yes: Any, no: Any) -> Any:
    """Codes of one or of the other, row by row."""
    if np.ndim(yes) == 0 and np.ndim(no) == 0 and max(abs(yes), abs(no)) < 64:
        return _codes(test, int(yes), int(no))
    return np.where(test, yes, no)


def _but(values: Any, others: Any, rows: Array, size: int) -> Any:
    """Codes or lengths, in some rows others."""
    if np.ndim(values) == 0:
        values = np.full(size, values, np.int32)
    found = values.copy()
    found[rows] = others if np.ndim(others) == 0 else others.take(rows)
    return found


def _whole(length: Any, size: int) -> Array:
    return np.asarray(integers(length, 1, size))


def _route(id_: str, one: Exemplar) -> int:
    """How a plan's benefit under an instrument is told."""
    method = one.shapes[id_].shape.method if id_ in one.shapes else "pro_rata"
    return ROUTE["pro_rata" if method in BY_SHARE else method]


def _is_stated(one: Exemplar) -> int:
    return int(bool(one.planned.member.shape.stated))


def _pension_form(one: Exemplar) -> int:
    """What a pension is told as: one that is nothing but an account paid once, as the account it is."""
    return FORM["account" if "balance_once" in one.planned.member.shape.parts else "pension"]


def _lump_form(name: str, one: Exemplar) -> int:
    """What a law pays in place of a pension."""
    forms = {"refund": "refund", "balance": "account"}
    planned = one.planned
    leaf = planned.reader.peek(name) if planned.reader else None
    named = "lump_sum" if leaf is None else str(leaf.get("form", "lump_sum"))
    shape = planned.member.shape
    return FORM[forms.get(shape.otherwise_below if name == "otherwise_below" else shape.otherwise, named)]


def _least(one: Exemplar) -> int:
    """The whole months below which a length is certainly shorter than that of the lump sum."""
    if one.planned.member.shape.otherwise_below == "none":
        return 0
    least = one.alone["otherwise_least"]
    return int(ceil(least.low if isinstance(least, Unknown) else least))
