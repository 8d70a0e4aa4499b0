"""What must hold of the figures and series a regime refers to: that they are there."""

from collections.abc import Collection, Iterator

from portability.document.place import Path
from portability.faults import nearest
from portability.law.leaves import Table
from portability.law.refers import AMOUNTS, FIGURES, leaves_of, named
from portability.law.telling import Said


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
