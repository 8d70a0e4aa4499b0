"""What a regime refers to: a share is of a figure that stands beside it, or of a year series on the shelf."""

from collections.abc import Iterator, Mapping
from typing import Any

from portability.document.place import Path
from portability.law.recall import Same, recalled

Table = Mapping[str, Any]

FIGURES = ("minimum_wage", "average_wage")
"""Dated figures of a regime of which others may be a share."""

INJURY_AMOUNTS = ("floor", "temporary_minimum", "temporary_maximum", "pension_minimum", "pension_maximum", "lump_sum_minimum",
                  "lump_sum_maximum", "death_sum_minimum", "death_sum_maximum", "funeral")
"""Amounts of money that only a regime of employment injury has."""

AMOUNTS = ("amount", "minimum", "maximum", "ceiling", "fixed_part", "point_value", *INJURY_AMOUNTS)
"""The figures of a regime that may be a share of another."""

SERIES_KEYS = ("revalued", "average", "indexed")
"""The parameters that name a year series."""


def leaves_of(value: Any) -> Iterator[tuple[Path, Table]]:
    """The leaves of a key, dated or not, with the rest of their path."""
    if isinstance(value, Mapping):
        yield (), value
    elif isinstance(value, list):
        yield from (((place,), leaf) for place, leaf in enumerate(value) if isinstance(leaf, Mapping))


def named(regime: Table) -> Iterator[tuple[Path, str]]:
    """Every figure or series that a regime names, with the path of the name."""
    for key, value in regime.items():
        for rest, leaf in leaves_of(value):
            for name in ("of", *SERIES_KEYS) if key in AMOUNTS else SERIES_KEYS:
                if isinstance(leaf.get(name), str):
                    yield (key, *rest, name), leaf[name]


@recalled
def series_of(regime: Same) -> tuple[str, ...]:
    """The year series that a regime names.

    >>> regime = {"minimum": {"share": "20 %", "of": "xa-average-earnings"}, "maximum": {"share": "75 %", "of": "reference"}}
    >>> series_of(Same(regime))
    ('xa-average-earnings',)
    """
    found = (name for _, name in named(regime.law) if name not in (*FIGURES, "reference"))
    return tuple(dict.fromkeys(found))
