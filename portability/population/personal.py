"""What hangs on the person, as columns: who they are, what institutions certify of them, which ages they have reached."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from portability.assessment.ages import months_of
from portability.assessment.divisor import divisor_of
from portability.assessment.person_ages import age_facts
from portability.case.career import Career
from portability.number.column import Column, Truth
from portability.number.unknown import Unknown, between
from portability.population.cells import gathered, tabled
from portability.population.people import NONE, People, blocks, first_day, month_of
from portability.record.step import bare

if TYPE_CHECKING:
    from portability.population.engine import Asked
    from portability.population.laid import Sieve

Array = npt.NDArray[Any]
OF_PERSON = ("sex", "nationality", "residence", "residence_status")
"""The columns of persons on which a plan hangs."""

MONTHS = 1 << 12
"""More than there are months of birth."""


def profiles_of(some: People, keep: Array | None) -> tuple[Array, list[tuple[tuple[str, Any], ...]]]:
    """For each person the number of a profile, and the profiles: what is told of sex, nationality and residence."""
    persons = some.table("persons")
    size = len(some) if keep is None else len(keep)
    number, told = np.zeros(size, np.intp), [name for name in OF_PERSON if name in persons]
    base = 1
    for name in told:
        code = persons[name] if keep is None else persons[name][keep]
        number += (code.astype(np.intp) + 1) * base
        base *= len(_words(some, name)) + 1
    if not told:
        return number, [()]
    used, number = np.unique(number, return_inverse=True)
    profiles = []
    for code in used.tolist():
        profile = []
        for name in told:
            words = _words(some, name)
            code, place = divmod(code, len(words) + 1)
            profile += [(name, words[place - 1])] if place else []
        profiles.append(tuple(profile))
    return number, profiles


def _words(some: People, name: str) -> Sequence[Any]:
    return some.words[f"persons.{name}"] if f"persons.{name}" in some.words else some.words[name]


def born_of(some: People, keep: Array | None) -> Array | None:
    """The month of birth of each person; None where a population tells none."""
    persons = some.table("persons")
    if "born_month" not in persons:
        return None
    return persons["born_month"] if keep is None else persons["born_month"][keep]


def stated_of(
    some: People, keep: Array | None, schemes: Array, asked: Asked, sieve: Sieve
) -> tuple[list[Any], list[Any]]:
    """For each slot in which rows an institution certifies the reference earnings, and those, as columns."""
    table = some.table("statements")
    slots, size = schemes.shape
    if not len(table):
        return [0] * slots, [0] * slots
    sizes = np.diff(table.bounds)
    names = [name for name in ("scheme", "amount", "kind") if name in table]
    block = blocks(table, names, {"scheme": NONE, "amount": 0, "kind": NONE}, int(sizes.max()))
    if keep is not None:
        block, sizes = {name: one[:, keep] for name, one in block.items()}, sizes[keep]
    if "kind" in block:
        words = some.words["statements.kind"]
        other = np.array([word != "reference" for word in words] + [False]).take(block["kind"].astype(np.intp))
        sieve.out(other.any(axis=0), "a statement of something else than reference earnings")
    given: list[Any] = [True] * slots
    if block["scheme"].shape == schemes.shape and (block["scheme"] == schemes).all():
        amounts = block["amount"]
    else:
        stated, amounts = np.zeros((slots, size), bool), np.zeros((slots, size), np.int64)
        many = np.zeros((slots, size), np.int8)
        for code, amount in zip(block["scheme"], block["amount"], strict=True):
            for j, scheme in enumerate(schemes):
                mine = (code == scheme) & (code != NONE)
                np.copyto(amounts[j], amount, where=mine)
                many[j] += mine
        stated = many == 1
        sieve.out(stated.sum(axis=0) != sizes, "a statement of a scheme without periods, or several of one")
        given = [bool(one.all()) or one for one in (here | (code == NONE) for here, code in zip(stated, schemes, strict=True))]
    minor, high = [asked.minor(code) for code in range(len(asked.words["scheme"]))], int(table["amount"].max())
    if len(set(minor)) == 1:
        return given, [Column.of_integers(one, minor[0].denominator, 0, high) for one in amounts]
    units = tabled([*minor, minor[0]], [*range(len(minor)), len(minor)])  # the last for nobody there
    both = zip(amounts, schemes, strict=True)
    return given, [Column.of_integers(one, 1, 0, high) * gathered(units, code) for one, code in both]


def ages_of(
    asked: Asked, plan: npt.NDArray[np.intp], numbers: Sequence[int], born: Array | None, blank: Blank | None = None
) -> dict[str, Any]:
    """What the law of each row asks of the person's age, by name; `blank` takes away what is not sure enough.

    The law is asked once for each plan and month of birth.
    """
    if born is None or born.min() == born.max():
        month = 0 if born is None else int(born[0]) + 1
        at, used = plan, list(numbers)
        told = [_ages(asked, number, month) for number in numbers]
    else:
        key = plan * MONTHS + (born.astype(np.intp) + 1)
        many = np.bincount(key)
        keys = np.flatnonzero(many)
        many[keys], used = np.arange(len(keys)), list(range(len(keys)))
        at, told = many.take(key), [_ages(asked, *divmod(code, MONTHS)) for code in keys.tolist()]
    given = {}
    for name in dict.fromkeys(name for one in told for name in one):
        known = next(one[name] for one in told if name in one)  # for plans that do not ask for it
        values = [one.get(name, known) for one in told]
        given[name] = gathered(tabled([bare(one if blank is None else blank(one)) for one in values], used), at)
    return given


Blank = Callable[[Any], Any]


def left_of(
    asked: Asked, plan: npt.NDArray[np.intp], numbers: Sequence[int], ends: Array, blank: Blank | None = None
) -> dict[str, Any]:
    """Whether each person has left the scheme for as long as the law asks; `ends`: the month after the last period."""
    months, open_ = np.zeros(numbers[-1] + 1, np.int64), np.zeros(numbers[-1] + 1, bool)
    for number in numbers:
        told = asked.plans.all[number].shapes[""].given.get("left")
        if told is not None:
            leaf = asked.plans.all[number].planned.reader.leaf("on_leaving")  # type: ignore[union-attr]  # it asks for it
            open_[number] = isinstance(bare(told if blank is None else blank(told)), Unknown)
            months[number] = 0 if leaf is None or leaf.is_ is None else months_of(str(leaf.is_))
    left = Truth(ends + months.take(plan) <= month_of(asked.at))
    doubt = open_.take(plan)
    if not doubt.any():
        return {"left": left}
    return {"left": between(frozenset({"left"}), Truth(left.values & ~doubt), Truth(left.values | doubt))}


def _ages(asked: Asked, number: int, code: int) -> dict[str, Any]:
    """The ages of one plan for one month of birth (one more than its number; nought: not told), found once."""
    if (number, code) not in asked.ages:
        one = asked.plans.all[number]
        given: dict[str, Any] = {}
        if one.planned.reader is not None and "age" in one.alone:
            day = first_day(code - 1) if code else None
            life: Career = replace(one.life, born=None if day is None else (day, day), born_standing="declared")
            age_facts(one.planned, one.planned.reader, life, one.planned.own.spells, asked.at, given)
            if "divisors" in one.planned.reader.law:
                given["divisor"] = divisor_of(one.planned.reader, life, asked.at, {})
        asked.ages[number, code] = {name: value for name, value in given.items() if name != "left"}
    return asked.ages[number, code]
