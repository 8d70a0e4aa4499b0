"""What year series make of runs of earnings: the index of a later year over that of their own, and points."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from portability.assessment.figures import Reader, by_month
from portability.citation import LAW_STANDINGS
from portability.law.dated import Leaf
from portability.number.exact import quantity, whole
from portability.number.unknown import unknown
from portability.number.words import ratio
from portability.record.step import Fact, Told


def by_year(reader: Reader, starts: Sequence[date]) -> dict[str, Told]:
    """For runs beginning on these days, what the series that a regime names make of each; a year not known is unknown."""
    found: dict[str, Told] = {}
    if not reader.beside.series:
        return found
    for key, parameter, name in (("reference", "revalued", "revaluation"), ("formula", "indexed", "indexing")):
        leaf = reader.peek(key)
        if leaf is not None and leaf.get(parameter) is not None:
            found[name] = _indexed(reader, leaf, str(leaf.get(parameter)), starts)
    formula = reader.peek("formula")
    if formula is not None and formula.get("average") is not None:
        found["points_per_unit"] = _points_per_unit(reader, formula, str(formula.get("average")), starts)
    return found


def _indexed(reader: Reader, leaf: Leaf, series: str, starts: Sequence[date]) -> Told:
    """The figure of the target year over that of each run's own; earnings of that year and later stay as they are."""
    target = (reader.since or reader.at).year - (leaf.get("to") == "year_before")
    years = [day.year for day in starts]
    values = {year: _value(reader, series, year) for year in {target, *(year for year in years if year < target)}}
    factors = tuple(1 if year >= target else whole(ratio(values[target], values[year], if_none=0)) for year in years)
    return Told(factors, _fact(reader, leaf, series, values))


def _points_per_unit(reader: Reader, leaf: Leaf, series: str, starts: Sequence[date]) -> Told:
    """The points that a unit of money earned in a month brings: one over the year's average earnings, by the year."""
    years = [day.year for day in starts]
    values = {year: _value(reader, series, year) for year in set(years)}
    return Told(tuple(whole(ratio(1, values[year] * 12, if_none=0)) for year in years), _fact(reader, leaf, series, values))


def _value(reader: Reader, series: str, year: int) -> Any:
    """A figure of a series: money by the month in the law's currency, or the bare number."""
    leaf = reader.of(series, date(year, 1, 1))
    if leaf.state != "known":
        return unknown(leaf.path)
    found = quantity(str(leaf.is_))
    if not found.unit:
        return found.value
    worth = reader.worth(found.unit)
    return unknown(f"{leaf.path} in {reader.currency}") if worth is None else by_month(found) * worth


def _fact(reader: Reader, leaf: Leaf, series: str, years: Iterable[int]) -> Fact:
    """What a leaf makes of a series, as one fact: as sure as the leaf, and as the weakest of the years it was asked for."""
    rows = [reader.of(series, date(year, 1, 1)) for year in sorted(years)]
    known = [row for row in rows if row.state == "known"]
    standing = max((leaf.standing, *(row.standing for row in known)), key=LAW_STANDINGS.index)
    return Fact(leaf.path, "law", standing, "numbers", known[-1].cites if known else leaf.cites)
