"""A year series: one figure for each calendar year, such as average earnings, a wage index or the value of a point."""

import datetime
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any, ClassVar, Literal

from pydantic import Field

from portability.law.leaf import Fixed, Strict
from portability.law.telling import Said
from portability.law.values import Money, Number, SeriesId, State, Text, parts


class Year(Fixed[Money | Number]):
    """The figure of one year: money or a bare number, or `unknown`."""

    DATED: ClassVar[str] = "year"

    year: int = Field(ge=1850, le=2200)


class SeriesFile(Strict):
    """A file of `agreements/series/`: its years, oldest first. A year without a row is not known.

    `known_to`: the last year known; what is a share of the series is carried forward beyond it, and a decision says so;
    what is revalued by it is not.
    """

    format: Literal["portability.series/1"]
    id: SeriesId
    country: State
    title: Text
    kind: Literal["average_earnings", "wage_index", "price_index", "ceiling", "minimum_wage", "point_value", "notional_rate"]
    reviewed: datetime.date
    source: Text | None = None
    note: Text | None = None
    known_to: int | None = None
    years: list[Year] = Field(min_length=1)


def series_faults(data: Mapping[str, Any]) -> Iterator[Said]:
    """Years run forward, one row each; all are money by the same period, or all are bare numbers."""
    rows = data.get("years")
    rows = [row for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    for place, (before, row) in enumerate(pairwise(rows), start=1):
        if type(before.get("year")) is int and type(row.get("year")) is int and row["year"] <= before["year"]:
            yield Said(("years", place, "year"), f"{row['year']} comes after {before['year']}",
                       "Tell each year once, the oldest first")
    kinds: dict[tuple[bool, str | None], int] = {}
    for place, row in enumerate(rows):
        read = parts(row["is"]) if isinstance(row.get("is"), str) else None
        if read is not None:
            kinds.setdefault((bool(read.unit), read.per), place)
    for place in list(kinds.values())[1:]:
        yield Said(("years", place, "is"), f'"{rows[place]["is"]}" is not told as the years before', "Tell all years alike")
    country, id_ = data.get("country"), data.get("id")
    if isinstance(country, str) and isinstance(id_, str) and not id_.startswith(f"{country.lower()}-"):
        yield Said(("id",), f'"{id_}" does not begin with its State', f'Call it "{country.lower()}-..."')
