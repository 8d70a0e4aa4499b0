"""What a regime refers to: a share is of a figure that stands beside it, or of a year series on the shelf."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from portability.document.place import Path
from portability.faults import nearest
from portability.law.leaves import Table
from portability.law.recall import Same, recalled
from portability.law.telling import Said

FIGURES = ("minimum_wage", "average_wage")
"""Dated figures of a regime of which others may be a share."""

AMOUNTS = ("amount", "minimum", "maximum", "ceiling", "fixed_part", "point_value")
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


def share_faults(path: Path, regime: Table, series: Collection[str] | None) -> Iterator[Said]:
    """A share is of something, and what a regime names is there; `series` are those on the shelf, None if not known."""
    for key in AMOUNTS:
        for rest, leaf in leaves_of(regime.get(key)):
            if ("share" in leaf) != ("of" in leaf):
                have, want = ("share", "of") if "share" in leaf else ("of", "share")
                yield Said((*path, key, *rest), f'"{have}" stands without "{want}"', f"Add {want}")
    for place, name in named(regime):
        here = (*path, *place)
        if name in FIGURES:
            if name not in regime:
                yield Said(here, f'the regime tells no "{name}"', f'Add {name} = {{ is = "..." }}, or unknown = "why"')
        elif name == "reference":
            if place[0] in ("ceiling", "amount", "point_value"):
                yield Said(here, f'"{place[0]}" cannot be a share of the reference earnings', "Name another figure")
            elif "reference" not in regime:
                yield Said(here, "the regime has no reference earnings", "Add reference = { method = ... }")
        elif series is not None and name not in series:
            near = nearest(name, sorted(series))
            yield Said(here, f'"{name}" is no series on the shelf',
                       f'Did you mean "{near}"?' if near else f"Add series/{name}.toml")
