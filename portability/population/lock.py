"""What a simulation was made of: hashes of the population, the law, the engine and the sets, and the command that makes it
again. Two runs with one lock give one table."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterable, Mapping, Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from portability import __version__
from portability.faults import Fault, Refused
from portability.population.question import Question
from portability.population.sets import in_lock
from portability.population.source import files_of

FORMAT = "portability.simulation/1"
LOCK = "lock.json"
MADE = "made.json"
"""Beside the tables of a population that was made by a recipe: of what it was made."""

DECIDES = ("format", "tables", "law", "sets", "engine", "at", "persons_per_range")
"""What the rows hang on; the rest of a lock only tells."""


def lock_of(population: Path, out: Path, asked: Question, by: Sequence[str], sizes: Sequence[int]) -> dict[str, Any]:
    """The lock of a simulation. Raises `Refused` where the tables of the population cannot be had."""
    files = files_of(population)
    day = None if asked.at is None else asked.at.isoformat()
    command = ["portability", "simulate", str(population), "--under", *(one.id for one in asked.sets)]
    command += [*(["--at", day] if day else []), *(word for field in by for word in ("--by", field)), "--out", str(out)]
    return {
        "format": FORMAT,
        "population": str(population.resolve()),
        "tables": {file.name: _hash(file) for file in files.values()},
        "law": _hash_of_all(asked.shelf.folder, asked.shelf.folder.rglob("*.toml")),
        "sets": in_lock(asked.sets),
        "engine": {"version": __version__, "code": _hash_of_all(_PACKAGE, _PACKAGE.rglob("*.py"))},
        "at": day,
        "persons_per_range": list(sizes),
        "by": list(by),
        **_made(population),
        "command": shlex.join(command),
    }


_PACKAGE = Path(__file__).resolve().parent.parent


def differences(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """What decides the rows and is not the same in two locks."""
    return [key for key in DECIDES if one.get(key) != other.get(key)]


def read_lock(folder: Path) -> dict[str, Any]:
    """The lock in a folder of results. Raises `Refused` where there is none."""
    try:
        found = json.loads((folder / LOCK).read_text("utf-8"))
    except (OSError, ValueError):
        found = None
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        what = "here is no simulation: no lock that can be read"
        raise Refused([Fault(str(folder / LOCK), "", what, "Name the folder that was given to simulate as --out")])
    return found


def written(lock: Mapping[str, Any]) -> str:
    """A lock as text."""
    return json.dumps(lock, indent=2, ensure_ascii=False) + "\n"


def _made(population: Path) -> dict[str, Any]:
    """The recipe and the seed of a population that was made by one."""
    try:
        told = json.loads((population / MADE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {"made": told} if isinstance(told, dict) else {}


def _hash(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise Refused([Fault(str(file), "", f"the table cannot be read ({error.strerror})")]) from None


def _hash_of_all(folder: Path, files: Iterable[Path]) -> str:
    lines = [f"{file.relative_to(folder).as_posix()} {sha256(file.read_bytes()).hexdigest()}" for file in sorted(files)]
    return sha256("\n".join(lines).encode()).hexdigest()
