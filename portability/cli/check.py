"""`portability check`: every fault of cases, law files and comparisons at once, each with its line and what to do."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from portability.document.read import Document, read_file
from portability.document.written import quote
from portability.faults import Fault, Refused, did_you_mean

CASE = "portability.case/1"
RECIPE = "portability.population/1"
SOURCES = "sources.toml"  # the bibliography of a shelf of law, which has no format of its own
ENDINGS = (".toml", ".json")
JUDGED_BY_TESTS = "portability.expected/"  # what a scenario expects is held against decisions, not against a model


def run(words: Sequence[str]) -> int:
    """Check what the words name; 0 without a fault, 1 with one: all on standard error, one a line."""
    parser = argparse.ArgumentParser(
        prog="portability check",
        description="Find every fault of cases, law files and comparisons, each with its line and what to do.",
    )
    parser.add_argument("path", nargs="+", metavar="PATH", help="a file, or a folder with files at any depth")
    given = parser.parse_args(words)
    faults: list[Fault] = []
    count = 0
    for path in map(Path, given.path):
        for file, found in _folder(path) if path.is_dir() else [(path, check_file(path))]:
            count += file is not None
            faults += found
    told = dict.fromkeys(map(str, faults))
    for line in told:
        print(line, file=sys.stderr)
    if not told:
        print(f"{_number(count, 'file')} checked: no fault")
        return 0
    print(f"{_number(count, 'file')} checked: {_number(len(told), 'fault')}", file=sys.stderr)
    return 1


def check_file(path: Path) -> list[Fault]:
    """Every fault of one file, whatever its format."""
    if path.name == SOURCES:
        return _law_faults(path)
    try:
        document = read_file(path)
    except Refused as refused:
        return list(refused.faults)
    return _faults(path, document)


def _folder(folder: Path) -> Iterator[tuple[Path | None, list[Fault]]]:
    """Every file of a folder that is in one of the formats, or cannot be read; other files are passed by."""
    found = False
    for path in sorted(path for path in folder.rglob("*") if path.suffix in ENDINGS and path.is_file()):
        if path.name == SOURCES:
            found = True
            yield path, _law_faults(path)
            continue
        try:
            document = read_file(path)
        except Refused as refused:
            found = True
            yield path, list(refused.faults)
            continue
        written = document.data.get("format")
        if isinstance(written, str) and written.startswith(JUDGED_BY_TESTS):
            continue
        if written is not None or path.stem == "case":
            found = True
            yield path, _faults(path, document)
    if not found:
        yield None, [Fault(str(folder), "", "there is no case, law file or comparison in this folder")]


def _faults(path: Path, document: Document) -> list[Fault]:
    written = document.data.get("format")
    if written == RECIPE:
        return _recipe_faults(document)
    if isinstance(written, str) and written not in (CASE, ""):
        formats = (CASE, RECIPE, *_law().KINDS)
        if written in formats:
            return _law_faults(path)
        if not written.startswith("portability.case/"):
            return [document.fault(("format",), f"{quote(written)} is no format here", did_you_mean(written, formats))]
    from portability.cli.deciding import judged  # the engine, loaded only when there is a case to check
    from portability.law.shelf import default_shelf

    try:
        judged(document, default_shelf())
    except Refused as refused:
        return list(refused.faults)
    return []


def _recipe_faults(document: Document) -> list[Fault]:
    from portability.case.recipe import recipe_in

    try:
        recipe_in(document)
    except Refused as refused:
        return list(refused.faults)
    return []


def _law_faults(path: Path) -> list[Fault]:
    return list(_law().check_file(path))


def _law() -> ModuleType:
    """The room that checks law files, loaded only when there is one to check."""
    return import_module("portability.law.check")


def _number(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")
