"""What every leaf of a law file must keep, whatever it is about: one thing said, a known source, dates in order."""

import datetime
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any

from portability.document.place import Path
from portability.faults import nearest
from portability.law.leaf import NOTHING, Cited, Leaf, Strict
from portability.law.telling import Kinds, Said

Table = Mapping[str, Any]


def tables(data: Any, kinds: Kinds, path: Path = ()) -> Iterator[tuple[Path, Table, type[Strict] | None]]:
    """Every table of a file with its path and the kind it was read as, in the order of the file."""
    if isinstance(data, Mapping):
        yield path, data, kinds.get(id(data))
        for key, value in data.items():
            yield from tables(value, kinds, (*path, key))
    elif isinstance(data, list):
        for place, value in enumerate(data):
            yield from tables(value, kinds, (*path, place))


def _content(path: Path, leaf: Table, kind: type[Leaf], whole: bool) -> Iterator[Said]:
    by_sex = [key for key in kind.CONTENT if key in ("F", "M") and key in leaf]
    said = [key for key in kind.CONTENT if key in leaf and key not in ("F", "M")]
    said = [key for key in said if key not in kind.TOGETHER[1:] or kind.TOGETHER[0] not in leaf]
    said += ["F and M"] if by_sex else []
    said += [key for key in NOTHING if key in leaf]
    if len(by_sex) == 1:
        other = "M" if by_sex == ["F"] else "F"
        yield Said(path, f"{by_sex[0]} stands without {other}", "Give both, or one figure for all")
    if kind.CONTENT and not said:
        yield Said(path, "the leaf says nothing", f'Give {kind.CONTENT[0]} = ..., or unknown = "why it is not known"')
    if len(said) > 1:
        yield Said(path, f"the leaf says two things: {' and '.join(said)}", "Keep one of them")
    if whole and any(key in leaf for key in kind.CONTENT):
        for key in kind.NEEDS:
            if key not in leaf:
                yield Said(path, f'"{key}" is missing', "Add it")


def _standing(path: Path, table: Table) -> Iterator[Said]:
    standing = table.get("standing")
    if ("reading" in table) != ("other_reading" in table):
        here, missing = ("reading", "other_reading") if "reading" in table else ("other_reading", "reading")
        yield Said(path, f'"{here}" stands without "{missing}"', "Name both readings")
    for key in ("reading", "none_known"):
        if key in table and standing is not None and standing != "assumed":
            yield Said((*path, "standing"), f'"{standing}" stands beside "{key}"', 'Write standing = "assumed"')
    if standing == "assumed" and not any(key in table for key in ("reason", "reading", "none_known", "unknown")):
        yield Said((*path, "standing"), 'standing "assumed" gives no reason', 'Add reason = "why this is taken"')


def _dates(path: Path, leaf: Table, dated: bool) -> Iterator[Said]:
    start, known_to = leaf.get("from"), leaf.get("known_to")
    if dated and start is None:
        yield Said(path, '"from" is missing in a dated leaf', "Give the first day, as in from = 2010-01-01")
    if not dated and "from" in leaf:
        yield Said((*path, "from"), '"from" stands outside a list of dated leaves', "Put the leaf in a list")
    if not dated and "repealed" in leaf:
        yield Said((*path, "repealed"), "a repeal stands alone", "Put it in a list, after the leaf it ends")
    if isinstance(start, datetime.date) and isinstance(known_to, datetime.date) and known_to < start:
        yield Said((*path, "known_to"), f"known_to {known_to} is before from {start}", "Give the last day it is known")


def leaf_faults(data: Table, kinds: Kinds, sources: Collection[str] | None, whole: bool = True) -> Iterator[Said]:
    """Every fault of every leaf and chapter of a file; `sources` are the known keys, None where they are not known.

    `whole`: whether a leaf must also say what stands beside its figure; one that a case assumes need not.
    """
    for path, table, kind in tables(data, kinds):
        if sources is not None and isinstance(source := table.get("source"), str) and kind is not None \
                and source not in sources:
            near = nearest(source, sources)
            yield Said((*path, "source"), f'"{source}" is not a source',
                       f'Did you mean "{near}"?' if near else "Add it to sources.toml")
        if kind is None or not issubclass(kind, Cited):
            continue
        yield from _standing(path, table)
        if issubclass(kind, Leaf):
            yield from _content(path, table, kind, whole)
            yield from _dates(path, table, isinstance(path[-1], int) and kind.DATED == "from")


def order_faults(data: Table, kinds: Kinds) -> Iterator[Said]:
    """Dated leaves must run forward, one a day."""
    for path, table, _ in tables(data, kinds):
        for key, value in table.items():
            if not isinstance(value, list) or not all(isinstance(leaf, Mapping) for leaf in value):
                continue
            if not any((kind := kinds.get(id(leaf))) and issubclass(kind, Leaf) for leaf in value):
                continue
            days = [leaf.get("from") for leaf in value]
            for place, (before, day) in enumerate(pairwise(days), start=1):
                if type(before) is not datetime.date or type(day) is not datetime.date or before < day:
                    continue
                here = (*path, key, place, "from")
                if before == day:
                    yield Said(here, f"two leaves begin on {day}", "Keep one of them")
                else:
                    yield Said(here, f"{day} comes after {before} in the list", "Put the oldest first")
