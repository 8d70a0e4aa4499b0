"""Checking the shelf of law: every fault of every file at once, each with its place and what to do about it."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path as File
from typing import Any

from pydantic import BaseModel, ValidationError

from portability.document.place import Path
from portability.document.read import read_file
from portability.document.tree import Document
from portability.faults import Fault, Refused, did_you_mean, nearest
from portability.law.agreement import InstrumentFile
from portability.law.care import care_faults
from portability.law.comparison import ComparisonFile
from portability.law.counting import chapter_faults
from portability.law.floor import GUARANTEES, FloorFile, floor_faults
from portability.law.injury_chapter import injury_chapter_faults
from portability.law.leaf import Strict
from portability.law.leaves import leaf_faults, order_faults
from portability.law.national import NationalFile, currencies
from portability.law.regimes import regime_faults
from portability.law.relations import added_faults, chain_faults, relation_faults
from portability.law.series import SeriesFile, series_faults
from portability.law.sources import SourcesFile
from portability.law.telling import Said, told

KINDS: dict[str, type[Strict]] = {
    "portability.national/1": NationalFile,
    "portability.instrument/1": InstrumentFile,
    "portability.floor/1": FloorFile,
    "portability.comparison/1": ComparisonFile,
    "portability.series/1": SeriesFile,
}
FOLDERS = {"national": NationalFile, "instruments": InstrumentFile, "floors": FloorFile, "series": SeriesFile}


def check_file(path: str | os.PathLike[str], sources: Collection[str] | None = None) -> list[Fault]:
    """Every fault of one law file, in the order of the file; an empty list where there is none.

    `sources`: the known keys of the bibliography; left out, `sources.toml` of the shelf the file lies on.
    """
    file = File(path)
    try:
        opened = read_file(path)
    except Refused as refused:
        return list(refused.faults)
    if sources is None:
        sources = _bibliography(file)
    said = _faults_of(opened, file, sources)
    order = {place: number for number, place in enumerate(_places(opened.data))}
    said.sort(key=lambda one: _position(one.path, order))
    return opened.faults + [opened.fault(*one) for one in dict.fromkeys(said) if not opened.is_broken(one.path)]


def check_shelf(folder: str | os.PathLike[str]) -> list[Fault]:
    """Every fault of every file of a shelf, and of the files together: ids told twice, relations to nothing."""
    shelf = File(folder)
    faults = check_file(shelf / "sources.toml")
    sources = _bibliography(shelf / "sources.toml")
    instruments: dict[str, Document] = {}
    for name in FOLDERS:
        for file in sorted((shelf / name).glob("*.toml")):
            faults += check_file(file, sources)
            if name == "instruments" and (opened := _readable(file)) is not None:
                instruments[file.stem] = opened
    return faults + list(relation_faults(instruments))


def _faults_of(opened: Document, file: File, sources: Collection[str] | None) -> list[Said]:
    data = opened.data
    kinds: dict[int, type[Strict]] = {}
    if file.name == "sources.toml":
        return _validated(SourcesFile, data, kinds)
    model = KINDS.get(str(data.get("format")))
    if model is None:
        what = f'"{data["format"]}" is not a format of a law file' if "format" in data else '"format" is missing'
        return [Said(("format",) if "format" in data else (), what, "Write one of " + ", ".join(KINDS))]
    data, strangers = _without_strangers(data, model)
    said = strangers + _validated(model, data, kinds)
    said += leaf_faults(data, kinds, sources)
    said += order_faults(data, kinds)
    if model is InstrumentFile:
        broken = {one.path[0] for one in said if one.path}
        said += chapter_faults({key: table for key, table in data.items() if key not in broken})
    said += _own_faults(data, model, file)
    return said


def _validated(model: type[BaseModel], data: dict[str, Any], kinds: dict[int, type[Strict]]) -> list[Said]:
    try:
        model.model_validate(data, context=kinds)
    except ValidationError as error:
        return told(error.errors(include_url=False), data, kinds)
    return []


def _without_strangers(data: dict[str, Any], model: type[Strict]) -> tuple[dict[str, Any], list[Said]]:
    """A national file may have a table for each scheme it declares; every other key it does not know is a fault."""
    if model is not NationalFile:
        return data, []
    declared = data.get("scheme")
    known = [*model.known(), *(declared if isinstance(declared, Mapping) else ())]
    strangers = [key for key in data if key not in known]
    said = []
    for key in strangers:
        if isinstance(data[key], Mapping):
            said.append(Said((key,), f'"{key}" is no scheme of this file',
                             f'Did you mean "{near}"?' if (near := nearest(key, known)) else f"Declare [scheme.{key}]"))
        else:
            said.append(Said((key,), f'unknown key "{key}"', did_you_mean(key, known)))
    return {key: value for key, value in data.items() if key not in strangers}, said


def _own_faults(data: dict[str, Any], model: type[Strict], file: File) -> Iterator[Said]:
    if model is NationalFile:
        schemes = data.get("scheme")
        for scheme in schemes if isinstance(schemes, Mapping) else ():
            branches = data.get(scheme)
            for branch, regimes in branches.items() if isinstance(branches, Mapping) else ():
                yield from regime_faults((scheme, branch), regimes, currencies(data), _beside(file, "series"))
    if model is FloorFile:
        for guarantee in GUARANTEES:
            grants = data.get(guarantee)
            for grant, regimes in grants.items() if isinstance(grants, Mapping) else ():
                yield from regime_faults((guarantee, grant), regimes, currencies(data))
        yield from floor_faults(data)
    if model is InstrumentFile:
        yield from _party_faults(data)
        yield from care_faults(data)
        yield from injury_chapter_faults(data)
    if model is SeriesFile:
        yield from series_faults(data)
    if model is ComparisonFile:
        yield from chain_faults(data, file, _data)
        yield from added_faults(data, _beside(file, "instruments"))
    named = (("country", str(data.get("country")).lower()), ("id", str(data.get("id"))))
    for key, name in named[1:] if model is SeriesFile else named:
        if key in data and key in model.known() and file.stem != name:
            yield Said((key,), f'"{data[key]}" does not fit the file name {file.name}', f"Call the file {name}.toml")


def _party_faults(data: dict[str, Any]) -> Iterator[Said]:
    if _later(data.get("in_force_from"), data.get("until")):
        yield Said(("until",), f"until {data['until']} is before in_force_from {data['in_force_from']}",
                   "Give the last day it is in force")
    parties = data.get("party")
    earlier: dict[Any, list[Mapping[str, Any]]] = {}
    for place, party in enumerate(parties if isinstance(parties, list) else ()):
        if not isinstance(party, Mapping):
            continue
        state, start, end = party.get("state"), party.get("from"), party.get("to")
        if start is None and "unknown" not in party:
            yield Said(("party", place), '"from" is missing',
                       'Give the first day it is bound, or unknown = "why it is not known whether it is a party"')
        if _later(start, end):
            yield Said(("party", place, "to"), f"to {end} is before from {start}", "Give the last day it is bound")
        mine = earlier.setdefault(state, [])
        if any(_at_once(one, party) for one in mine):
            yield Said(("party", place), f'"{state}" is bound twice at once',
                       "Give the earlier entry the day it ends, or each its own branches")
        mine.append(party)


def _at_once(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries of a State, in the order of the file, hold on the same day for the same branch."""
    if "to" in one and _later(other.get("from"), one["to"]):
        return False
    named = [
        {str(branch) for key in ("branches", "unknown_branches") if isinstance(entry.get(key), list) for branch in entry[key]}
        for entry in (one, other)
    ]
    return not all(named) or bool(named[0] & named[1])


def _later(first: Any, second: Any) -> bool:
    return type(first) is type(second) and first is not None and not isinstance(first, str) and bool(first > second)


def _readable(file: File) -> Document | None:
    try:
        return read_file(file)
    except Refused:
        return None


def _data(file: File) -> Mapping[str, Any]:
    opened = _readable(file)
    return {} if opened is None else opened.data


def _bibliography(file: File) -> Collection[str] | None:
    for folder in file.absolute().parents:
        if (folder / "sources.toml").is_file():
            opened = _readable(folder / "sources.toml")
            return None if opened is None else list(opened.data)
    return None


def _beside(file: File, kind: str) -> Collection[str] | None:
    """The ids of one kind on the shelf on which or beside which a file lies; None where it lies beside none."""
    for folder in file.absolute().parents:
        for shelf in (folder, folder / "agreements"):
            if (shelf / "instruments").is_dir():
                return [each.stem for each in (shelf / kind).glob("*.toml")]
    return None


def _places(data: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    pairs: Iterable[tuple[str | int, Any]] = ()
    if isinstance(data, Mapping):
        pairs = data.items()
    elif isinstance(data, list):
        pairs = enumerate(data)
    for step, value in pairs:
        yield from _places(value, (*path, step))


def _position(path: Path, order: Mapping[Path, int]) -> int:
    while path not in order:
        path = path[:-1]
    return order[path]
