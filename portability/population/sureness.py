"""How sure the rows of a block are, in facts and in law: decided again with what is less sure unknown, as for a case."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from portability.assessment.assess import Assessed
from portability.assessment.run import Run
from portability.citation import LAW_STANDINGS
from portability.number.unknown import unknown
from portability.number.words import all_of, take
from portability.population.cells import Cell, decided, gathered, tabled
from portability.population.ends import Both, Sum, answers
from portability.population.personal import ages_of, left_of
from portability.population.results import CODE
from portability.record.step import bare

if TYPE_CHECKING:
    from portability.population.engine import Asked
    from portability.population.laid import Laid
    from portability.population.outcome import Money

Answers = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int8]


class Asserted(NamedTuple):
    """What the decision asserts of a slot: right, payment, what is paid at once, and what is paid in place of a pension."""

    right: Both
    payment: Sum
    commuted: Sum
    lump_right: Both
    lump_sum: Sum

    def alike(self, other: Asserted) -> Answers:
        """In which rows the same is asserted."""
        found = self.right.alike(other.right) & self.lump_right.alike(other.lump_right)
        return (
            found
            & self.payment.alike(other.payment)
            & self.commuted.alike(other.commuted)
            & self.lump_sum.alike(other.lump_sum)
        )

    def take(self, rows: npt.NDArray[np.intp]) -> Asserted:
        """The same of some rows, also several times."""
        return Asserted(*(type(one)(*(part.take(rows) for part in one)) for one in self))  # type: ignore[arg-type]  # alike


def asserted(found: Assessed, money: Sequence[Money], size: int) -> list[Asserted]:
    """What is asserted of every slot."""
    return [
        Asserted(
            answers(chosen.right, size),
            sums.of(paid.payment),
            sums.of(paid.commuted),
            answers(chosen.lump_right, size),
            sums.of(paid.lump_sum),
        )
        for chosen, paid, sums in zip(found.chosen, found.paid, money, strict=True)
    ]


def sure_facts(
    cell: Cell, runs: Sequence[Run], asked: Asked, base: Sequence[Asserted], money: Sequence[Money]
) -> list[Any]:
    """By slot how sure the facts are: certified where no fact decides anything, else declared as they are.

    Without facts, persons with the same plans are all alike: one of each is decided, once for all blocks where that leaves
    every right open.
    """
    sure, declared = (np.int8(CODE["standing_facts"][word]) for word in ("certified", "declared"))
    first, kind, keys = kinds_of(cell)
    settled = all((one.right.certain == one.right.possible).all() for one in base)
    if settled and asked.open_without_facts.issuperset(keys):
        return [declared] * len(base)
    after = asserted(_without_facts(cell, runs, asked, first), [one.of_rows(first) for one in money], len(first))
    if all((one.right.certain != one.right.possible).all() for one in after):
        asked.open_without_facts |= set(keys)
    return [np.where(one.alike(other.take(kind)), sure, declared) for one, other in zip(base, after, strict=True)]


def kinds_of(cell: Cell) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], list[tuple[int, ...]]]:
    """The persons of a cell by their plans: one of each kind, for each person the kind, and the plans of each kind."""
    key, most = np.zeros(cell.size, np.int64), 1
    for plan, numbers, here in zip(cell.plan, cell.numbers, cell.present, strict=True):
        place = plan
        if numbers != tuple(range(len(numbers))):
            table = np.zeros(numbers[-1] + 1, np.intp)
            table[list(numbers)] = range(len(numbers))
            place = table.take(plan)
        key = (key * len(numbers) + place) * 2 + here
        most *= 2 * len(numbers)
    if most < 1 << 16:
        kinds = np.flatnonzero(np.bincount(key))
        table = np.zeros(most, np.intp)
        table[kinds] = range(len(kinds))
        kind, first = table.take(key), np.zeros(len(kinds), np.intp)
        first[kind[::-1]] = np.arange(cell.size)[::-1]
    else:
        _, first, kind = np.unique(key, return_index=True, return_inverse=True)
    sets = [tuple(int(plan[i]) if here[i] else -1 for plan, here in zip(cell.plan, cell.present, strict=True)) for i in first]
    return first, kind, sets


def _without_facts(cell: Cell, runs: Sequence[Run], asked: Asked, rows: npt.NDArray[np.intp]) -> Assessed:
    """Some rows decided as if no fact were known."""
    plans, slots = asked.plans.without("facts", None), range(len(cell.plan))
    plan, present = [one.take(rows) for one in cell.plan], [one.take(rows) for one in cell.present]
    numbers = [tuple(sorted(set(one.tolist()))) for one in plan]
    bound: dict[str, list[Any]] = {}
    for run in runs:
        id_ = run.binding.id
        bound[id_] = []
        for j in slots:
            members = [asked.plans.all[number].shapes.get(id_) for number in numbers[j]]
            told = [True if member is None else bare(plans.blank(member.given["bound"])) for member in members]
            bound[id_].append(all_of(gathered(tabled(told, numbers[j]), plan[j]), take(cell.bound[id_][j], rows)))
    lengths = [unknown("periods")] * len(plan)
    without: list[dict[str, Any]] = [{} for _ in slots]
    kept = {run.binding.id: lengths for run in runs}
    return decided(Cell(len(rows), plan, numbers, present, without, kept, bound, lengths), plans, runs)


def sure_law(
    block: Laid, cell: Cell, runs: Sequence[Run], asked: Asked, base: Sequence[Asserted], money: Sequence[Money]
) -> list[Any]:
    """By slot how sure the law is: the best level at which nothing changes if all that is less sure is not known."""
    used = sorted({number for numbers in cell.numbers for number in numbers})
    present = {LAW_STANDINGS.index(level) for number in used for level in asked.plans.all[number].levels}
    worst = max(present, default=0)
    found: list[Any] = [np.full(cell.size, worst, np.int8) for _ in cell.plan]
    alive = [np.ones(cell.size, bool) for _ in cell.plan]
    for level in range(worst - 1, -1, -1):
        if level + 1 in present:
            blank = asked.plans.without("law", LAW_STANDINGS[level])
            columns = []
            for j, given in enumerate(cell.columns):
                ages = ages_of(asked, cell.plan[j], cell.numbers[j], block.born, blank.blank)
                if j in block.ends:
                    ages |= left_of(asked, cell.plan[j], cell.numbers[j], block.ends[j], blank.blank)
                columns.append({**given, **ages})
            again = Cell(cell.size, cell.plan, cell.numbers, cell.present, columns, cell.kept, cell.bound, cell.last)
            after = asserted(decided(again, blank, runs), money, cell.size)
            for still, one, other in zip(alive, base, after, strict=True):
                still &= one.alike(other)
        for still, each in zip(alive, found, strict=True):
            each[still] = level
    return found


