"""A block of persons laid out for the stages: slots, lengths, plans, and what hangs on each person, as columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from portability.number.words import take
from portability.population.counted import count_block
from portability.population.covered import MOST_SPELLS
from portability.population.exemplars import Kind
from portability.population.looked import Looked
from portability.population.people import NONE, People, Table, blocks, month_of
from portability.population.personal import ages_of, born_of, left_of, profiles_of, stated_of
from portability.population.slots import slots_of

if TYPE_CHECKING:
    from portability.population.engine import Asked

Array = npt.NDArray[Any]
SPELL = {"from_month": NONE, "until_month": NONE, "scheme": NONE, "kind": NONE, "grade": 0}
"""The columns of spells that are laid out, and what stands where there is no spell."""

SAYS_NOTHING = frozenset({"id", "source", "reason", "country", "person", "weight"})
"""Columns on which no result hangs."""


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


def laid(people: People, first: int, after: int, asked: Asked) -> Laid:
    """Lay out a range of persons."""
    some = people.between(first, after)
    spells = some.table("spells")
    sieve = Sieve(np.arange(first, after), asked)
    _unread(some, sieve)
    sizes = np.diff(spells.bounds)
    stated = np.diff(some.table("statements").bounds) + np.diff(some.table("accounts").bounds)
    sieve.out((sizes == 0) & (stated > 0), "statements without periods")
    nobody = (sizes == 0) & (sieve.why == NONE)  # no scheme owes anything
    sieve.out(sizes > MOST_SPELLS, f"more than {MOST_SPELLS} periods")
    block = _spells(spells, min(int(sizes.max(initial=0)), MOST_SPELLS), asked, sieve)
    keep, left = sieve.parted()
    if nobody.any():
        keep = ((sieve.why == NONE) & ~nobody).nonzero()[0]
    persons = sieve.persons if keep is None else sieve.persons[keep]
    if not len(persons):
        return Laid(persons, np.zeros((0, 0), np.int16), left)
    if keep is not None:
        block = {name: one[:, keep] for name, one in block.items()}
    starts, ends = block["from_month"], block["until_month"]
    uneven = keep is not None or bool((sizes != sizes[0]).any())
    slot, schemes = slots_of(block["scheme"], starts < ends if uneven else None)
    found = Laid(persons, schemes, left)
    again = Sieve(persons, asked)
    _plans(found, some, keep, asked, again)
    for j, numbers in enumerate(found.numbers):
        if any("left" in asked.plans.all[number].alone for number in numbers):
            found.ends[j] = np.where(slot == j, ends, 0).max(axis=0)
            found.given[j] |= left_of(asked, found.plan[j], numbers, found.ends[j])
    count_block(found, block, slot, asked, again, people.words.get("kind", ("insurance",)))
    rest, more = again.parted()
    found.left += more
    return found if rest is None else _taken(found, rest)


def _unread(some: People, sieve: Sieve) -> None:
    """Leave those of whom something is told that has no column here."""
    for name, table in some.tables.items():
        if name in WHERE_ASKED:
            if "claims" in table:
                told = table["claims"] != NONE
                person, _ = table.row_numbers()
                sieve.out(np.bincount(person[told], minlength=len(some)) > 0, "somebody else claims")
            continue
        if name not in READ:
            sieve.out(np.diff(table.bounds) > 0, f"a row in the table {name}")
            continue
        for column in table.columns:
            if column in READ[name] or column in SAYS_NOTHING or not len(table):
                continue
            told = table[column] != NONE
            if told.any():
                person, _ = table.row_numbers()
                sieve.out(np.bincount(person[told], minlength=len(some)) > 0, f"{name}.{column} is told")


READ: Mapping[str, frozenset[str]] = {
    "spells": frozenset(SPELL),
    "persons": frozenset(("born_month", "sex", "nationality", "residence", "residence_status")),
    "statements": frozenset(("scheme", "kind", "amount", "per")),
}
"""The tables and columns that are read here."""

WHERE_ASKED = frozenset({"earnings", "events", "family"})
"""Tables that matter only where the plan of a person's scheme looks at them."""


def _spells(spells: Table, most: int, asked: Asked, sieve: Sieve) -> dict[str, Array]:
    """The spells as blocks, one row for each spell of everybody; those without months are left."""
    block = blocks(spells, [name for name in SPELL if name in spells], SPELL, most)
    if not len(spells):
        return block
    if int(spells["from_month"].min()) < 0 or int(spells["until_month"].min()) < 0:
        there = np.arange(most)[:, None] < np.diff(spells.bounds)
        sieve.out((there & ((block["from_month"] < 0) | (block["until_month"] < 0))).any(axis=0), "a period without dates")
    if int(spells["until_month"].max()) > month_of(asked.at):
        sieve.out((block["until_month"] > month_of(asked.at)).any(axis=0), "a period after the day decided for")
    return block


def _plans(found: Laid, some: People, keep: Array | None, asked: Asked, sieve: Sieve) -> None:
    """By slot the number of each row's plan, and what hangs on the person."""
    schemes, sets = found.schemes, together(found.schemes)
    found.present = [one != NONE for one in schemes]
    asked.meet(sets)
    profile, profiles = profiles_of(some, keep)
    stated, amounts = stated_of(some, keep, schemes, asked, sieve)
    born = found.born = born_of(some, keep)
    looked_at = Looked(some, keep)
    for j, scheme in enumerate(schemes):
        here = found.present[j]
        used = sorted({one[j] for one in sets if len(one) > j})
        if len(profiles) == 1 and isinstance(stated[j], bool):
            numbers = [asked.number(code, Kind(profiles[0], stated[j])) for code in used]
            table = np.zeros(used[-1] + 2, np.intp)
            table[used], table[-1] = numbers, numbers[0]
            plan = table.take(scheme)
        else:
            codes = (np.where(here, scheme, used[0]).astype(np.intp) * len(profiles) + profile) * 2 + stated[j]
            told = np.flatnonzero(np.bincount(codes)).tolist()
            table = np.zeros(told[-1] + 1, np.intp)
            for code in told:
                rest, is_stated = divmod(code, 2)
                of, kind = divmod(rest, len(profiles))
                table[code] = asked.number(of, Kind(profiles[kind], bool(is_stated)))
            plan, numbers = table.take(codes), table[told].tolist()
        found.plan.append(plan)
        found.numbers.append(tuple(sorted(set(numbers))))
        found.given.append({"stated_reference": amounts[j], **ages_of(asked, plan, found.numbers[j], born)})
        for number in found.numbers[j]:
            for why in asked.plans.all[number].beyond[:1]:
                sieve.out((plan == number) & here, why)
            looked_at.sift(asked.plans.all[number], (plan == number) & here, scheme, sieve)


def together(schemes: Array) -> list[list[int]]:
    """The sets of schemes that persons of a block have, schemes by slots.

    >>> together(np.array([[3, 3, 5], [5, 5, NONE]], np.int16))
    [[5], [3, 5]]
    """
    most = int(schemes.max(initial=0)) + 2
    if most > 1 << 8 or most ** len(schemes) > 1 << 22:
        return [[int(code) for code in one if code != NONE] for one in np.unique(schemes, axis=1).T]
    key = np.zeros(schemes.shape[1], np.int32)
    for one in schemes[::-1]:
        key = key * np.int32(most) + (one + np.int16(1))
    sets = []
    for code in np.flatnonzero(np.bincount(key)).tolist():
        found = []
        while code:
            code, scheme = divmod(code, most)
            found += [scheme - 1] if scheme else []
        sets.append(found)
    return sets


def _taken(found: Laid, rest: npt.NDArray[np.intp]) -> Laid:
    """Some of the persons."""
    return Laid(
        found.persons[rest],
        found.schemes[:, rest],
        found.left,
        [one.take(rest) for one in found.plan],
        found.numbers,
        [one.take(rest) for one in found.present],
        [{name: take(value, rest) for name, value in one.items()} for one in found.given],
        None if found.born is None else found.born[rest],
        None if found.last is None else found.last[:, rest],
        {j: one.take(rest) for j, one in found.ends.items()},
        found.alone[:, rest],
        {id_: one[:, rest] for id_, one in found.kept.items()},
        {id_: [take(one, rest) for one in each] for id_, each in found.bound.items()},
    )
