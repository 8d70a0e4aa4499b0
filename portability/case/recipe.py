"""The recipe of a synthetic population, in the format `portability.population/1`: corridors, careers, wages, families, events.

Every number says where it comes from: `source`, a key of the bibliography with the place there, or `assumed`, why it was
taken so. A share is a chance; of a range every whole number is as likely as any other.
"""

import os
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Literal

from portability.case.words import Branch
from portability.document.leaf import Amount, Country, Currency, Day, LongText, Name, Percent, Table, Text, Truth, Whole
from portability.document.place import Path
from portability.document.read import Document, read_file
from portability.document.report import validated
from portability.faults import Refused, did_you_mean

FORMAT: Literal["portability.population/1"] = "portability.population/1"

__all__ = ["FORMAT", "Recipe", "load_recipe", "recipe_in"]


class Told(Table):
    """A number of a recipe: where it comes from. One of the two."""

    source: Text | None = None
    assumed: Text | None = None


class Share(Told):
    """A chance, as `"30 %"`."""

    value: Percent


class Weight(Told):
    """How often one of several is drawn, beside the others."""

    value: Whole


class Range(Told):
    """A whole number from `low` to `high`, both of them in it."""

    low: Whole
    high: Whole


class Pay(Told):
    """A wage by the month from `low` to `high`, as decimal text in the currency of the State."""

    low: Amount
    high: Amount


class Year(Told):
    """A calendar year."""

    value: Whole


class Corridor(Table):
    """The States of a career, in the order in which it comes to them; `returns`: the chance to go back to the first."""

    id: Name
    path: tuple[Country, ...]
    weight: Weight
    returns: Share
    sectors: tuple[Name, ...] = ()


class Sector(Table):
    """A kind of work; `schemes`: under which scheme each State insures it. A State left out insures nobody for it."""

    id: Name
    weight: Weight
    schemes: dict[Country, Name]


class State(Table):
    """What is the same for all who work in a State: how many jobs insure nobody, and wages by the month in the year of
    the claim, less by `growth` for each year before; none is known before `wages_from`."""

    country: Country
    informal: Share
    currency: Currency
    wage: Pay
    growth: Share
    wages_from: Year


class Ages(Table):
    """Ages in years: when work begins, when a person first moves, and on the day of the claim."""

    work: Range
    move: Range
    claim: Range


class Spells(Table):
    """Months of a stay abroad, of a job, and of the gap after a job where there is one."""

    stay: Range
    job: Range
    gap: Range
    gaps: Share


class Known(Table):
    """What is known: of how many careers the earnings, or the reference earnings as certified; and how many spells are
    certified. Of the rest nobody tells any earnings."""

    earnings: Share
    reference: Share
    certified: Share


class Overlap(Table):
    """How many insure themselves on in the first State while they work in the next, and for how many months."""

    voluntary: Share
    months: Range


class Family(Table):
    """How many have a spouse, how much younger or older at most, and how many children."""

    spouse: Share
    apart: Range
    children: Range


class Invalidity(Table):
    """How many became invalid before the claim, by how many per cent, and how many years before; they claim that too."""

    share: Share
    degree: Range
    years_before: Range


class Recipe(Table):
    """A recipe of careers and migrations, in the format `portability.population/1`."""

    format: Literal["portability.population/1"]
    id: Name
    title: Text
    note: LongText | None = None
    claim_date: Day
    branches: tuple[Branch, ...] = ("old_age",)
    women: Share
    resides_in_last: Share
    nationals: Truth = True
    ages: Ages
    spells: Spells
    known: Known
    overlap: Overlap
    family: Family
    invalidity: Invalidity
    corridor: tuple[Corridor, ...]
    sector: tuple[Sector, ...]
    state: tuple[State, ...]


def load_recipe(path: str | os.PathLike[str]) -> Recipe:
    """Read a recipe from a file. Raises `Refused` with every fault, in the order of the lines."""
    return recipe_in(read_file(path))


def recipe_in(document: Document) -> Recipe:
    """The recipe in a document that has been read. Raises `Refused` with every fault."""
    found = validated(Recipe, document.data, document)
    if found is not None:
        for path, what, remedy in _faults(found):
            document.faults.append(document.fault(path, what, remedy))
    if document.faults or found is None:
        raise Refused(sorted(dict.fromkeys(document.faults), key=lambda fault: fault.line or 0))
    return found


Wrong = tuple[Path, str, str]


def _faults(recipe: Recipe) -> Iterator[Wrong]:
    yield from _numbers(recipe, ())
    for key in ("corridor", "sector", "state"):
        rows = getattr(recipe, key)
        names = [row.country if key == "state" else row.id for row in rows]
        for at, name in enumerate(names):
            if name in names[:at]:
                yield (key, at), f'"{name}" is told twice', "Keep one of the two"
        if not rows:
            yield (key,), f"there is no {key}", f"Write [[{key}]]"
        elif key != "state" and not any(row.weight.value for row in rows):
            yield (key, 0, "weight"), "nothing has a weight", "Give one of them a weight above 0"
    states = {row.country for row in recipe.state}
    sectors = {row.id for row in recipe.sector}
    for at, corridor in enumerate(recipe.corridor):
        if not corridor.path:
            yield ("corridor", at, "path"), "the path is empty", 'Write path = ["XA", "XB"]'
        for place, country in enumerate(corridor.path):
            if country not in states:
                yield ("corridor", at, "path", place), f"there is no [[state]] for {country}", did_you_mean(country, states)
        for place, name in enumerate(corridor.sectors):
            if name not in sectors:
                yield ("corridor", at, "sectors", place), f'there is no sector "{name}"', did_you_mean(name, sectors)


def _numbers(row: Any, path: Path) -> Iterator[Wrong]:
    """Every number that says both where it comes from and why it was assumed, or neither; every range that is none."""
    if isinstance(row, Told):
        if (row.source is None) == (row.assumed is None):
            what = "it is not said where this number comes from" if row.source is None else "this number is sourced and assumed"
            yield path, what, 'Write source = "key, place" or assumed = "why"'
        if isinstance(row, Range | Pay) and Fraction(row.low) > Fraction(row.high):
            yield (*path, "high"), f"{row.high} is less than {row.low}", "Exchange the two"
        return
    if isinstance(row, Table):
        for name in type(row).model_fields:
            yield from _numbers(getattr(row, name), (*path, name))
    elif isinstance(row, tuple):
        for at, each in enumerate(row):
            yield from _numbers(each, (*path, at))
