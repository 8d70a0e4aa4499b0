"""What files must keep together: relations to files that are there, and no circle among them."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path as File
from typing import Any

from portability.document.place import Path
from portability.document.tree import Document
from portability.faults import Fault, did_you_mean
from portability.law.telling import Said

BUILT_IN = ("none", "as-bound")


def relation_faults(instruments: Mapping[str, Document]) -> Iterator[Fault]:
    """An instrument replaces instruments of the shelf, and never one that replaces it."""
    replaces = {name: _replaced(opened.data) for name, opened in instruments.items()}
    for name, opened in instruments.items():
        for place, other in enumerate(replaces[name]):
            here: Path = ("relation", "replaces", place)
            if other not in replaces:
                yield opened.fault(here, f'"{other}" is no instrument of this shelf', did_you_mean(other, replaces))
            elif name in _reached(other, replaces):
                yield opened.fault(here, f'"{name}" replaces "{other}", which replaces "{name}"', "Take one out")


def _replaced(data: Mapping[str, Any]) -> list[str]:
    relation = data.get("relation")
    listed = relation.get("replaces") if isinstance(relation, Mapping) else None
    return [each for each in listed if isinstance(each, str)] if isinstance(listed, list) else []


def _reached(start: str, replaces: Mapping[str, list[str]]) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += replaces.get(one, [])
    return reached


def chain_faults(data: Mapping[str, Any], file: File, read: Callable[[File], Mapping[str, Any]]) -> Iterator[Said]:
    """A comparison set starts from no agreement, from those that bind, or from another set; never from itself."""
    passed = [str(data.get("id"))]
    start = data.get("start")
    while isinstance(start, str) and start not in BUILT_IN:
        if start in passed:
            yield Said(("start",), f"the sets start from each other: {' -> '.join([*passed, start])}",
                       "Let one of them start from none or as-bound")
            return
        beside = file.with_name(f"{start}.toml")
        if not beside.is_file():
            known = {*BUILT_IN, *(each.stem for each in file.parent.glob("*.toml"))} - {file.stem}
            yield Said(("start",), f'"{start}" is no set of agreements', did_you_mean(start, known))
            return
        passed.append(start)
        start = read(beside).get("start")


def added_faults(data: Mapping[str, Any], instruments: Collection[str] | None) -> Iterator[Said]:
    """A comparison set adds and leaves out instruments of the shelf, where it lies beside one."""
    for key in ("add", "without"):
        listed = data.get(key)
        for place, id_ in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(id_, str) and instruments is not None and id_ not in instruments:
                yield Said((key, place), f'"{id_}" is not an instrument on the shelf', did_you_mean(id_, instruments))
