"""Sets of agreements to decide under, by name: `none`, `as-bound`, and those of `scenarios/comparisons/`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from portability.document.read import read_file
from portability.document.tree import Document
from portability.faults import Fault, Refused, did_you_mean

FOUNDATIONS = ("none", "as-bound")
PARTIES = ("as_in_file", "every_state")


def comparison(folder: Path, name: str, instruments: Collection[str] | None = None) -> Mapping[str, Any]:
    """A set of agreements, with the sets it starts from folded in.

    `start` is `none`, `as-bound` or another set; `instruments` are the ids on the shelf, where they are to be judged.
    Raises `Refused` for a set that does not exist, cannot be read, names what is not there, or starts from itself.
    """
    return _folded(folder, name, {}, instruments)


def _folded(
    folder: Path, name: str, under: Mapping[str, Document], instruments: Collection[str] | None
) -> Mapping[str, Any]:
    known = sorted({*FOUNDATIONS, *(file.stem for file in folder.glob("*.toml"))})
    if name in under:
        chain = " starts from ".join([*list(under)[list(under).index(name) :], name])
        raise Refused([_at(under, f"a circular overlay: {chain}", "Start from none or as-bound")])
    if name not in known:
        raise Refused([_at(under, f'there is no set "{name}"', did_you_mean(name, known))])
    file = folder / f"{name}.toml"
    if not file.is_file():
        return {"id": name, "start": name}
    document = read_file(file)
    faults = [*document.faults, *_faults(document, instruments)]
    if faults:
        raise Refused(faults)
    raw = document.data
    start = raw.get("start", "as-bound")
    if start in FOUNDATIONS:
        return raw
    below = _folded(folder, start, {**under, name: document}, instruments)
    return {
        **raw,
        "start": below["start"],
        "add": [*below.get("add", ()), *raw.get("add", ())],
        "without": [*below.get("without", ()), *raw.get("without", ())],
        "parties": raw.get("parties", below.get("parties", "as_in_file")),
    }


def _at(under: Mapping[str, Document], what: str, remedy: str) -> Fault:
    """A fault of a name: where a set starts from it, else of the command."""
    if not under:
        return Fault("--agreements", "", what, remedy)
    return list(under.values())[-1].fault(("start",), what, remedy)


def _faults(document: Document, instruments: Collection[str] | None) -> Iterator[Fault]:
    """What would keep a set from being used; `portability check` says more."""
    data = document.data
    if not isinstance(data.get("id"), str):
        yield document.fault(("id",), "the name of the set is missing", 'Write id = "..." as the file is called')
    if not isinstance(data.get("start", ""), str):
        yield document.fault(("start",), "this is not text", "Write none, as-bound, or another set")
    if data.get("parties", PARTIES[0]) not in PARTIES:
        yield document.fault(("parties",), "this is not a word known here", "Allowed: " + ", ".join(PARTIES))
    for key in ("add", "without"):
        listed = data.get(key, [])
        if not isinstance(listed, list):
            yield document.fault((key,), "this is not a list", "Write the ids of instruments in square brackets")
            continue
        for place, id_ in enumerate(listed):
            if not isinstance(id_, str):
                yield document.fault((key, place), "this is not text", "Write the id of an instrument")
            elif instruments is not None and id_ not in instruments:
                what = f'"{id_}" is not an instrument on the shelf'
                yield document.fault((key, place), what, did_you_mean(id_, instruments))
