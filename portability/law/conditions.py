"""Leaves that say when a right opens beside age and qualifying period: further lengths, early and late pensions, leaving.

The checks at the end hold what a leaf alone cannot: rows of an age that end, a table of factors that rises.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field

from portability.document.place import Path
from portability.law.leaf import AgeRow, Fixed, Leaf, Strict
from portability.law.leaves import Table
from portability.law.refers import leaves_of
from portability.law.telling import Said
from portability.law.values import Age as AgeText
from portability.law.values import Length, Rate, Share, Text, parts
from portability.law.words import Part, PeriodKind, Unit


class PerChild(Fixed[Length]):
    """By how much the age is lower for each child, for how many children `at_most`, and `of` which parent."""

    at_most: Annotated[int, Field(ge=1, le=30)] | None = None
    of: Literal["F", "M"] | None = None


class Further(Fixed[Length]):
    """A length asked beside the qualifying period (`further`), or enough in its place (`alternative`).

    `within`: counted only in the last so much calendar time before the day decided for; periods without dates never count
    there. `kinds`: only these count. `unit`, `part`, `day_system`: counted so, where not as the scheme counts.
    """

    within: Length | None = None
    kinds: list[PeriodKind] | None = None
    unit: Unit | None = None
    part: Part | None = None
    day_system: int | None = Field(None, ge=5, le=7)


class Factor(Strict):
    """The share of the pension paid to those who draw it from an age on."""

    age: AgeText
    factor: Share


class Early(Leaf):
    """A pension before pension age, from `from_age` on (or `F` and `M`, or `rows` by cohort): lowered by `reduction` for the
    time that is missing, or to the factor of the age at which it is drawn (`factors`).

    `of`: the reduction is a share of the `pension`, or of the `reference` earnings. `months`: a month begun counts, or
    only `complete` ones. `minimum`: whether the minimum applies. `born_before`: only for those born before that day.
    `asks`: a further condition in words, which no case tells: the early pension is then left open.
    """

    CONTENT: ClassVar[tuple[str, ...]] = ("reduction", "factors")

    from_age: AgeText | None = None
    F: AgeText | None = None
    M: AgeText | None = None
    rows: Annotated[list[AgeRow], Field(min_length=1)] | None = None
    reduction: Rate | None = None
    factors: Annotated[list[Factor], Field(min_length=1)] | None = None
    of: Literal["pension", "reference"] | None = None
    months: Literal["begun", "complete"] | None = None
    minimum: bool | None = None
    born_before: date | None = None
    asks: Text | None = None


class Deferred(Leaf):
    """A pension drawn after pension age: raised by `increase` for each time it was left, at most `until_age`."""

    CONTENT: ClassVar[tuple[str, ...]] = ("increase",)

    increase: Rate | None = None
    until_age: AgeText | None = None
    months: Literal["begun", "complete"] | None = None


class Unclaimed(Fixed[Length]):
    """How long after leaving a scheme a benefit that nobody asked for counts as unclaimed."""


def condition_faults(path: Path, regime: Table) -> Iterator[Said]:
    """What these leaves, and the rows of an age, must keep together."""
    for key in ("age", "early"):
        for rest, leaf in leaves_of(regime.get(key)):
            here = (*path, key, *rest)
            yield from _row_faults(here, leaf.get("rows"))
            if key == "early":
                yield from _early_faults(here, leaf)


def _row_faults(here: Path, rows: Any) -> Iterator[Said]:
    """Each row of an age tells one, and the last is of all others."""
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        return
    for place, row in enumerate(rows):
        told = [key for key in ("is", "F", "M") if key in row]
        if told not in (["is"], ["F", "M"]):
            yield Said((*here, "rows", place), "the row tells no age", "Give is, or F and M")
        is_last = place + 1 == len(rows)
        if is_last == any(key in row for key in ("born_before", "insured_before")):
            yield Said((*here, "rows", place), "the last row is for a cohort only" if is_last else "the row fits everybody",
                       "Let the last row, and no other, stand without a day")


def _early_faults(here: Path, leaf: Table) -> Iterator[Said]:
    """An early pension begins at an age, and the later it is drawn the more of the pension it is."""
    said = [key for key in ("from_age", "F", "rows") if key in leaf]
    if len(said) != 1 and not {"repealed", "none_known"} & set(leaf):
        yield Said(here, "the early pension has no age" if not said else f"the leaf says two ages: {' and '.join(said)}",
                   'Say from_age = "60 years", or F and M, or rows')
    factors = leaf.get("factors")
    if not isinstance(factors, list):
        return
    read = [(parts(str(row.get("age"))), parts(str(row.get("factor")))) for row in factors if isinstance(row, Mapping)]
    for place, ((age, share), (later, more)) in enumerate(pairwise(read), start=1):
        if None not in (age, share, later, more) and (later.value <= age.value or more.value < share.value):  # type: ignore[union-attr]  # read
            yield Said((*here, "factors", place), "the ages do not rise, or the factor falls", "Put the youngest first")
