"""What pydantic found wrong with a law file, said in words that help to mend it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from portability.document.place import Path
from portability.faults import did_you_mean
from portability.law.leaf import Strict

Kinds = Mapping[int, type[Strict]]

REMEDIES = {
    "cites": 'Name the article, as in cites = "s. 8(1)"',
    "standing": "Say how well it is established: official, secondary, unconfirmed or assumed",
    "source": "Name a key of sources.toml",
    "from": "Give the first day, as in from = 2010-01-01",
    "operation": "Say whether it works by itself: self_executing, needs_agreement or principle_only",
}


class Said(NamedTuple):
    """A fault without its file: the path inside it, what is wrong, what to do."""

    path: Path
    what: str
    remedy: str = ""


def written(value: Any) -> str:
    """A value as a law file writes it.

    >>> written("a"), written(True), written(3), written([])
    ('"a"', 'true', '3', 'a list')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping | list):
        return "a table" if isinstance(value, Mapping) else "a list"
    return str(value)


def _place(error: ErrorDetails, data: Any) -> Path:
    """The path in the file: pydantic's, without the names it gives to the alternatives of a union."""
    path: list[str | int] = []
    here: Any = data
    steps = list(error["loc"])
    absent = steps.pop() if error["type"] == "missing" else None
    for step in steps:
        inside_list = isinstance(step, int) and isinstance(here, list) and step < len(here)
        if inside_list or (isinstance(here, Mapping) and step in here):
            path.append(step)
            here = here[step]
    return tuple(path) if absent is None else (*path, absent)


def _table(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _sentence(error: ErrorDetails, path: Path, data: Any, kinds: Kinds, allowed: Sequence[str]) -> Said:
    kind, value = error["type"], error["input"]
    context = error.get("ctx", {})
    if kind == "missing":
        return Said(path[:-1], f'"{path[-1]}" is missing', REMEDIES.get(str(path[-1]), "Add it"))
    if kind == "extra_forbidden":
        table = kinds.get(id(_table(data, path[:-1])))
        return Said(path, f'unknown key "{path[-1]}"', did_you_mean(str(path[-1]), table.known() if table else ()))
    if kind == "teaching":
        return Said(path, context["what"], context["remedy"])
    if kind == "literal_error":
        return Said(path, f"{written(value)} is not a word known here",
                    did_you_mean(str(value), allowed))
    if kind.startswith("date") and isinstance(value, str):
        return Said(path, f"{written(value)} is text, not a date", "Write a date without quotes, as in 2010-01-31")
    asked = {"string_type": "text", "bool_type": "true or false", "int_type": "a whole number", "list_type": "a list",
             "model_type": "a table", "dict_type": "a table", "date_type": "a date"}.get(kind)
    if asked is not None:
        return Said(path, f"{written(value)} is not {asked}", f"Write {asked} here")
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = "at least" if kind == "greater_than_equal" else "at most"
        return Said(path, f"{written(value)} is out of range", f"Write {limit} {context['ge' if 'ge' in context else 'le']}")
    if kind == "too_short":
        return Said(path, "the list is empty", "Name at least one")
    return Said(path, f"{written(value)}: {error['msg'][0].lower()}{error['msg'][1:]}")


def told(errors: Iterable[ErrorDetails], data: Any, kinds: Kinds) -> list[Said]:
    """Every error once, at its place in the file; of the alternatives of one value, the one that came closest."""
    placed = [(_place(error, data), error) for error in errors]
    faults: dict[Path, list[Said]] = {}
    words: dict[Path, dict[str, None]] = {}  # a value may be of one closed list or of another: all their words are allowed
    for path, error in placed:
        if error["type"] == "literal_error":
            words.setdefault(path, {}).update(dict.fromkeys(re.findall(r"'([^']*)'", error["ctx"]["expected"])))
    for path, error in placed:
        deeper = any(len(other) > len(path) and other[:len(path)] == path for other, _ in placed)
        if deeper or (path in faults and error["type"] != "missing"):
            continue
        faults.setdefault(path, []).append(_sentence(error, path, data, kinds, list(words.get(path, ()))))
    return [said for group in faults.values() for said in group]
