"""The shelf as a clerk reads it: what is on it, one law as it stands on a day, and every figure not yet confirmed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from portability.faults import Fault, Refused, did_you_mean
from portability.law.dated import Leaf, leaf_at, regime_at
from portability.law.shelf import Law, Shelf

KINDS = ("national", "instruments", "floors", "series")
CONFIRMED = ("official", "secondary")
DECIDES = {"is", "F", "M", "unknown", "none_known", "repealed", "shape"}
BESIDE = {
    "cites", "standing", "source", "note", "reason", "reading", "other_reading", "verified", "known_to", "from", "published",
    "unknown", "none_known", "repealed", "year",
}  # fmt: skip
OPERATIONS = {
    "self_executing": "applied directly",
    "needs_agreement": "needs an agreement first",
    "principle_only": "principle only",
}


class Held(NamedTuple):
    """A law file on the shelf."""

    kind: str  # national, instruments, floors or series
    id: str
    law: Law


class Said(NamedTuple):
    """One entry of a law: its path, whether it is known, its value in words, its article, and how sure it is."""

    path: str
    state: str
    value: str
    cites: str
    standing: str
    reason: str = ""
    reading: str = ""
    other_reading: str = ""
    from_: date | None = None


def held(shelf: Shelf) -> list[Held]:
    """Every law file on the shelf, by kind, in the order of their names."""
    found = []
    for kind in KINDS:
        for file in sorted((shelf.folder / kind).glob("*.toml")):
            law = _opened(shelf, kind, file.stem)
            if law is not None:
                found.append(Held(kind, file.stem, law))
    return found


def named(shelf: Shelf, id_: str) -> Held:
    """The law file of an id: a State's law by its code, an instrument, or `floors/` and a code.

    Raises `Refused` for an id that is not on the shelf, with the nearest one.

    >>> from portability.law.shelf import default_shelf
    >>> named(default_shelf(), "XA").kind, named(default_shelf(), "xw-higher").kind
    ('national', 'instruments')
    """
    kind, slash, rest = id_.rpartition("/")
    for each in held(shelf):
        if each.id == rest.lower() and (not slash or each.kind == kind):
            return each
    known = {each.id for each in held(shelf)} | {f"floors/{each.id}" for each in held(shelf) if each.kind == "floors"}
    raise Refused([Fault("law", "", f'"{id_}" is not on the shelf', did_you_mean(id_.lower(), known))])


def entries(one: Held, at: date | None = None) -> list[Said]:
    """The entries of a law, in its order: those of the regimes in force on a day, or without a day all of all times."""
    return list(_walk(one.law, one.id, str(one.law.get("source", one.id)), at))


def unconfirmed(shelf: Shelf, ids: Sequence[str] = ()) -> list[Said]:
    """Every figure that no official or secondary source confirms, of all times: unconfirmed, assumed, or not known."""
    laws = [named(shelf, id_) for id_ in ids] or held(shelf)
    return [
        said for one in laws for said in entries(one) if said.standing not in CONFIRMED or said.state in ("unknown", "none_known")
    ]


def cited(shelf: Shelf) -> dict[str, int]:
    """Of each source of the bibliography, how many entries on the shelf rest on it."""
    found = dict.fromkeys(shelf.titles(), 0)
    for one in held(shelf):
        for said in entries(one):
            key = said.cites.partition(", ")[0]
            if key in found:
                found[key] += 1
    return found


def depth(law: Law) -> str:
    """How deep a law is told, as "old age A"; a dash where it does not say.

    >>> depth({"depth": {"old_age": "A"}})
    'old age A'
    """
    return ", ".join(f"{branch.replace('_', ' ')} {word}" for branch, word in law.get("depth", {}).items()) or "-"


def years(law: Law) -> str:
    """The years of a series of which a figure is told, as "2000 to 2025 (24 known)".

    >>> years({"years": [{"year": 2000, "is": "1"}, {"year": 2001, "unknown": "lost"}]})
    '2000 to 2001 (1 known)'
    """
    rows = law.get("years", ())
    known = sum("is" in row for row in rows)
    return f"{rows[0]['year']} to {rows[-1]['year']} ({known} known)" if rows else "-"


def _opened(shelf: Shelf, kind: str, id_: str) -> Law | None:
    return {
        "national": shelf.national,
        "instruments": shelf.instrument,
        "floors": shelf.floor,
        "series": shelf.series,
    }[kind](id_)


def _walk(table: Law, path: str, source: str, at: date | None) -> Iterator[Said]:
    for key, value in table.items():
        below = f"{path}.{key}"
        if _is_leaf(value) or (isinstance(value, list) and value and all(_is_leaf(each) for each in value)):
            yield from _told(key, value, below, source, at)
        elif isinstance(value, Mapping):
            inner = str(value.get("source", source))
            if "operation" in value:
                yield _chapter(value, below, inner)
            yield from _walk(value, below, inner, at)
        elif isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
            yield from _listed(value, below, source, at)


def _listed(rows: Sequence[Law], path: str, source: str, at: date | None) -> Iterator[Said]:
    """A list of tables: the regimes of a branch, of which one is in force on a day; other lists are read whole."""
    if not all(isinstance(each.get("from"), date) for each in rows):
        return
    current = None if at is None else regime_at(rows, at)
    for regime in rows if at is None else [] if current is None else [current]:
        yield from _walk(regime, path, str(regime.get("source", source)), at)


def _told(key: str, value: Any, path: str, source: str, at: date | None) -> Iterator[Said]:
    rows = value if isinstance(value, list) else [value]
    if key == "party":
        for row in rows:
            if at is None or row.get("from", date.min) <= at <= row.get("to", date.max):
                yield _party(row, f"{path}.{row.get('state')}", source)
        return
    if key == "reading":
        for row in rows:
            said = _said(leaf_at({**row, "is": row.get("point")}, date.max, source, path), row)
            yield said._replace(value=str(row.get("point")))
        return
    of_years = all("year" in row for row in rows)  # a series is told whole
    for row in rows if at is None or of_years else [value]:
        where = f"{path}.{row['year']}" if of_years else path
        leaf = leaf_at(row, date.max if of_years else at or row.get("known_to") or date.max, source, where)
        if leaf is not None:
            yield _said(leaf, leaf.raw)


def _said(leaf: Leaf | None, raw: Law) -> Said:
    assert leaf is not None
    state, reason = leaf.state, leaf.reason
    if state == "unknown" and ("F" in raw or "M" in raw):  # by sex: told for both
        state, reason = "known", str(raw.get("reason", ""))
    value = {
        "unknown": "not known",
        "none_known": "none known",
        "repealed": "repealed",
        "before": "not known for that day",
    }.get(state) or worded(raw)
    return Said(
        leaf.path, state, value, str(leaf.cites), leaf.standing, reason or str(raw.get("note", "")),
        str(raw.get("reading", "")), str(raw.get("other_reading", "")), leaf.from_,
    )  # fmt: skip


def _party(row: Law, path: str, source: str) -> Said:
    said = _said(leaf_at({**row, "is": ""}, date.max, source, path), row)
    words = ["not known whether bound" if "unknown" in row else "bound", *([f"from {row['from']}"] if "from" in row else [])]
    words += [f"until {row['to']}"] if "to" in row else []
    value = " ".join(words)
    for branches, label in (("branches", "for"), ("unknown_branches", "not known whether for")):
        if row.get(branches):
            value += f"; {label} {', '.join(each.replace('_', ' ') for each in row[branches])}"
    return said._replace(value=value)


def _chapter(table: Law, path: str, source: str) -> Said:
    """A chapter of an instrument: whether it works by itself."""
    cites = f"{source}, {table['cites']}" if "cites" in table else source
    operation = str(table["operation"])
    reason, reading, other = (str(table.get(key, "")) for key in ("reason", "reading", "other_reading"))
    standing = str(table.get("standing", "official"))
    return Said(path, "known", OPERATIONS.get(operation, operation), cites, standing, reason, reading, other)


def _is_leaf(value: Any) -> bool:
    """Whether a table decides something itself: a chapter says how it operates, a regime from when it holds."""
    if not isinstance(value, Mapping) or "operation" in value:
        return False
    return bool(DECIDES & value.keys()) or {"cites", "standing"} <= value.keys()


def worded(raw: Mapping[str, Any]) -> str:
    """What a leaf says, with what stands beside the figure.

    >>> worded({"is": "15 years", "kinds": ["insurance", "voluntary"], "cites": "s. 8", "standing": "official"})
    '15 years; kinds: insurance, voluntary'
    >>> worded({"F": "60 years", "M": "65 years", "cites": "s. 4"})
    'women 60 years, men 65 years'
    """
    parts = [_plain(raw["is"])] if "is" in raw else []
    sexes = [f"{who} {_plain(raw[key])}" for key, who in (("F", "women"), ("M", "men")) if key in raw]
    parts += [", ".join(sexes)] if sexes else []
    others = [key for key in raw if key not in BESIDE | {"is", "F", "M"}]
    return "; ".join([*parts, *(f"{key.replace('_', ' ')}: {_plain(raw[key])}" for key in others)])


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return " ".join(f"{key.replace('_', ' ')} {_plain(each)}" for key, each in value.items())
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    return str(value).replace("_", " ") if isinstance(value, str) and " " not in value else str(value)
