"""Persons as the rows of a cell: each figure a column, or one for all; and both decided, to compare."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from portability.assessment.assess import assess
from portability.assessment.rows import ManyRows, Slot
from portability.assessment.shares import Lengths, Linked
from portability.assessment.stages import Member, OnePerson, Shape
from portability.number.unknown import Unknown
from portability.record.ledger import Ledger
from portability.record.step import bare
from tests.assessment.drawn import Person
from tests.number.same_answer import said, stacked


def column(values: Sequence[Any]) -> Any:
    """The told values of several persons, a row each; one for all where they are the same thing."""
    known = [bare(value) for value in values]
    if all(value is known[0] for value in known):
        return known[0]
    if type(known[0]) is not tuple:
        return stacked(known)
    longest = max(known, key=len)
    absent = tuple((0, 0) if type(item) is tuple else 0 for item in longest)
    return stacked([absent[: len(absent) - len(value)] + value for value in known])


def slot(members: Sequence[Member]) -> Slot:
    """One State of every row."""
    by_shape: dict[Shape, list[int]] = {}
    for r, member in enumerate(members):
        by_shape.setdefault(member.shape, []).append(r)
    parts = []
    for rows in by_shape.values():
        first, alike = members[rows[0]], [members[r].given for r in rows]
        everybody = range(len(members)) if len(rows) == len(members) else rows
        parts.append((everybody, replace(first, given={name: column([one[name] for one in alike]) for name in first.given})))
    return Slot(tuple(parts))


def linked(runs: Sequence[Linked]) -> Linked:
    """What one instrument links, for every row: each slot's total is in the unit that its row counts in."""
    first = runs[0]
    slots = range(len(first.at))

    def each(read: str) -> tuple[Any, ...]:
        return tuple(column([getattr(run, read)[k] for run in runs]) for k in slots)

    def total(k: int, purpose: str, of: str = "lengths") -> tuple[Any, ...]:
        return tuple(column([getattr(getattr(run, of)[run.which[k]], purpose)[j] for run in runs]) for j in slots)

    def third(k: int) -> Lengths:
        return Lengths(f"of slot {k} third", total(k, "right", "third_lengths"), total(k, "amount", "third_lengths"))

    return replace(
        first,
        members=tuple(slot([run.members[k] for run in runs]) for k in slots),
        open_members=tuple(slot([run.open_members[k] for run in runs]) for k in slots),
        limited_members=tuple(slot([run.limited_members[k] for run in runs]) for k in slots),
        taken_as_open=each("taken_as_open"),
        named=each("named"),
        third_members=tuple(slot([run.third_members[k] for run in runs]) for k in slots),
        third_lengths=tuple(third(k) for k in slots),
        third_own=each("third_own"),
        competent=each("competent"),
        lengths=tuple(Lengths(f"of slot {k}", total(k, "right"), total(k, "amount")) for k in slots),
        which=tuple(slots),
        before=each("before"),
        own=each("own"),
        minimum=each("minimum"),
        last_days=each("last_days"),
        no=False,
        nought=0,
    )


def values(found: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a result, under the names that lead to it."""
    if type(found) is tuple:
        for i, item in enumerate(found):
            yield from values(item, f"{path}[{i}]")
    elif is_dataclass(found) and not isinstance(found, Unknown):
        for each in fields(found):
            yield from values(getattr(found, each.name), f"{path}.{each.name}".lstrip("."))
    else:
        yield path, bare(found)


def for_one(one: Person) -> Mapping[str, Any]:
    """Every value of the decision on one person."""
    return dict(values(assess(OnePerson(Ledger()), one.members, one.runs)))


def for_rows(persons: Sequence[Person]) -> Mapping[str, Any]:
    """Every value of the decision on all the rows, as columns."""
    slots = [slot([one.members[k] for one in persons]) for k in range(len(persons[0].members))]
    runs = [linked([one.runs[k] for one in persons]) for k in range(len(persons[0].runs))]
    return dict(values(assess(ManyRows(len(persons)), slots, runs)))


def each_row(value: Any, size: int) -> list[Any]:
    """What a column says of every row, as a person's answer says it."""
    if isinstance(value, Unknown):
        ends = zip(*(each_row(end, size) for end in (value.low, value.high, value.endless)), strict=True)
        return [low if low == high and not endless else Unknown(value.facts, low, high, endless) for low, high, endless in ends]
    return list(value.exact()) if hasattr(value, "in_rows") else [value] * size


ONLY_SOME = ("cuts", "runs.reduced")
"""What is asked only where the law of somebody in the cell reduces for other benefits."""


def differing(persons: Sequence[Person]) -> list[str]:
    """Where the rows of a cell answer otherwise than their persons."""
    in_rows = {path: each_row(value, len(persons)) for path, value in for_rows(persons).items()}
    faults = []
    for r, one in enumerate(persons):
        exact = for_one(one)
        more = {re.sub(r"\[\d+\]", "", path) for path in in_rows.keys() - exact.keys()}
        assert exact.keys() <= in_rows.keys()
        assert all(path.startswith(ONLY_SOME) for path in more), more
        for path, value in exact.items():
            if said(in_rows[path][r]) != said(value):
                shapes = " | ".join(str(member.shape) for member in one.members)
                faults.append(f"row {r}, {path}: {in_rows[path][r]} for {value}; {shapes}")
    return faults
