"""Sets of agreements to decide under, by name: `none`, `as-bound`, and those of `scenarios/comparisons/`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from portability.faults import Fault, Refused, did_you_mean

FOUNDATIONS = ("none", "as-bound")


def comparison(folder: Path, name: str) -> Mapping[str, Any]:
    """A set of agreements, with the sets it starts from folded in.

    `start` is `none`, `as-bound` or another set. Raises `Refused` for a set that does not exist, or that starts from itself.
    """
    return _folded(folder, name, ())


def _folded(folder: Path, name: str, under: tuple[str, ...]) -> Mapping[str, Any]:
    known = sorted({*FOUNDATIONS, *(file.stem for file in folder.glob("*.toml"))})
    if name in under:
        chain = " starts from ".join([*under[under.index(name) :], name])
        raise Refused(
            [Fault(f"{under[-1]}.toml", "start", f"a circular overlay: {chain}", "Start from none or as-bound")]
        )
    if name not in known:
        where = f"{under[-1]}.toml" if under else "--agreements"
        raise Refused([Fault(where, "start" if under else "", f'there is no set "{name}"', did_you_mean(name, known))])
    file = folder / f"{name}.toml"
    raw: dict[str, Any] = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {"id": name, "start": name}
    start = str(raw.get("start", "as-bound"))
    if start in FOUNDATIONS:
        return raw
    below = _folded(folder, start, (*under, name))
    return {
        **raw,
        "start": below["start"],
        "add": [*below.get("add", ()), *raw.get("add", ())],
        "without": [*below.get("without", ()), *raw.get("without", ())],
        "parties": raw.get("parties", below.get("parties", "as_in_file")),
    }
