"""A document as read, and the sifting of its values: what may stand in any document, whatever its format says."""

import datetime
from collections.abc import Mapping
from typing import Any, NamedTuple

from portability.document.place import Path, show
from portability.document.written import quote
from portability.faults import Fault

MAX_DEPTH = 20
BAD_VALUE, BAD_KEY = "\ue000mended:", "\ue001mended:"  # private characters: no text holds them by chance


class Bad(NamedTuple):
    """A value that may not stand in a document, kept where it stood until its path is known."""

    what: str
    remedy: str


class Found(NamedTuple):
    """A fault of syntax: its line, the key it stands at as far as the line tells, what is wrong, and what to do."""

    line: int | None
    key: str
    what: str
    remedy: str


class Document:
    """A document as read: its tables, its faults so far, and the line of any path."""

    def __init__(self, name: str, data: dict[str, Any], text: str = "", kind: str = "") -> None:
        self.name, self.data, self.text, self.kind = name, data, text, kind
        self.faults: list[Fault] = []
        self._broken: set[Path] = set()  # paths of values already reported
        self._around: set[Path] = set()  # paths of the tables and lists around them
        self.mended: list[Found] = []
        self._lines: dict[Path, int] | None = None

    def line(self, path: Path) -> int | None:
        """The line of a path, or of the nearest table around it; None for a document without a text."""
        if not self.text:
            return None
        if self._lines is None:
            from portability.document.lines import json_lines, toml_lines  # only when something is wrong

            try:
                self._lines = toml_lines(self.text) if self.kind == "toml" else json_lines(self.text)
            except RecursionError:
                self._lines = {}
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path)

    def fault(self, path: Path, what: str, remedy: str = "") -> Fault:
        """A fault at a path of this document."""
        return Fault(self.name, show(path), what, remedy, self.line(path))

    def is_broken(self, path: Path) -> bool:
        """Whether the value at this path, or one it lies in, has been reported already."""
        return any(path[:length] in self._broken for length in range(1, len(path) + 1))

    def holds_broken(self, path: Path) -> bool:
        """Whether a value inside the table or list at this path has been reported already."""
        return path in self._around

    def report(self, path: Path, fault: Fault) -> None:
        """Add a fault of a value, which is then not judged again."""
        self.faults.append(fault)
        self._broken.add(path)
        self._around.update(path[:length] for length in range(len(path) + 1))


def sift(document: Document) -> None:
    """Collect the faults of single values: floats, nulls, keys written twice, values of no document, deep nesting."""
    told: set[int] = set()
    _sift_table(document, document.data, (), told)
    for count, found in enumerate(document.mended):
        if count not in told:
            document.faults.append(Fault(document.name, found.key, found.what, found.remedy, found.line))


def _sift_table(document: Document, table: dict[str, Any], path: Path, told: set[int]) -> None:
    for key in list(table):
        if not isinstance(key, str):
            _report(document, path, Bad(f"the key {quote(key)} is not text", "Keys are text"))
            del table[key]
        elif key.startswith(BAD_KEY):
            count, _, name = key.removeprefix(BAD_KEY).partition(":")
            value = table.pop(key)
            if isinstance(value, Bad):
                _report(document, (*path, name), value)
            else:
                _mended(document, (*path, name), int(count), told)
        elif not _is_text(key):
            _report(document, path, Bad(f"the key {quote(key)} has half a character in it", "Write the letter itself"))
            del table[key]
        else:
            _sift_value(document, table[key], (*path, key), told)


def _sift_value(document: Document, value: Any, path: Path, told: set[int]) -> None:
    if isinstance(value, str):
        if value.startswith(BAD_VALUE) and value.removeprefix(BAD_VALUE).isdecimal() and document.mended:
            _mended(document, path, int(value.removeprefix(BAD_VALUE)), told)
        elif not _is_text(value):
            _report(document, path, Bad(f"{quote(value)} has half a character in it", "Write the letter itself"))
    elif isinstance(value, Bad):
        _report(document, path, value)
    elif isinstance(value, dict | list):
        if len(path) >= MAX_DEPTH:
            _report(document, path, Bad(f"this is nested over {MAX_DEPTH} levels", "A case needs five at most"))
        elif isinstance(value, dict):
            _sift_table(document, value, path, told)
        else:
            for position, each in enumerate(value):
                _sift_value(document, each, (*path, position), told)
    elif value is None:
        _report(document, path, Bad("null says nothing", "Leave the key out where there is nothing to say"))
    elif not isinstance(value, int | datetime.date | datetime.time):
        _report(document, path, Bad(f"{quote(value)} may not stand in a document", "Write it as text"))


def _report(document: Document, path: Path, bad: Bad) -> None:
    document.report(path, document.fault(path, bad.what, bad.remedy))


def _mended(document: Document, path: Path, count: int, told: set[int]) -> None:
    told.add(count)
    found = document.mended[count]
    document.report(path, Fault(document.name, show(path), found.what, found.remedy, found.line))


def _is_text(value: str) -> bool:
    """Whether a text can be written as UTF-8: JSON lets half a surrogate pair through."""
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def copied(value: Any, depth: int = 0) -> Any:
    """Tables and lists copied, floats marked; what lies over the depth limit is left to `sift`."""
    if isinstance(value, Mapping) and depth <= MAX_DEPTH + 1:
        return {key: copied(each, depth + 1) for key, each in value.items()}
    if isinstance(value, list | tuple) and depth <= MAX_DEPTH + 1 and not isinstance(value, Bad):
        return [copied(each, depth + 1) for each in value]
    if isinstance(value, float):
        return Bad(f"{value!r} is a float, which is not exact", f'Write it as text: "{value!r}"')
    return value
