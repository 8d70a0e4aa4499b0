"""On which line of a TOML or JSON text each value stands; computed only when there is something to say about a line.

The texts given here have been parsed already, so the scanners are plain and need not judge.
"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable

from portability.document.place import Path

_STRING = (
    r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})'
    r"|'''.*?'''(?:'{0,2})"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
)
_TOML_VALUE = re.compile(_STRING + r"|[^,\]}#\n]+", re.DOTALL)
_TOML_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_TOML_KEY = re.compile(r"[ \t]*(\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*(\.?)")
_JSON_TOKEN = re.compile(r'(?:("(?:[^"\\]|\\.)*")|([{}\[\],:])|([^\s{}\[\],:"]+))')


def toml_lines(text: str) -> dict[Path, int]:
    """The line of every table, key and list entry of a TOML text.

    >>> toml_lines('id = "a"\\n[[period]]\\nto = 1')[("period", 0, "to")]
    3
    """
    scanner = _Toml(text)
    scanner.statements()
    return scanner.lines


def json_lines(text: str) -> dict[Path, int]:
    """The line of every key and list entry of a JSON text; of a key written twice, the last.

    >>> json_lines('{"period":\\n[{"to": 1},\\n{"to": 2}]}')[("period", 1, "to")]
    3
    """
    lines: dict[Path, int] = {(): 1}
    line_at = _line_counter(text)
    path: list[str | int | None] = []  # of every open table or list, the key or position reached
    expects_key = False
    for token in _JSON_TOKEN.finditer(text):
        string, sign, _ = token.groups()
        if sign in ("{", "["):
            _note(lines, path, line_at(token.start(2)))
            path.append(None if sign == "{" else 0)
            expects_key = sign == "{"
        elif sign in ("}", "]") and path:
            path.pop()
        elif sign == "," and path:
            expects_key = not isinstance(path[-1], int)
            if isinstance(path[-1], int):
                path[-1] += 1
        elif sign == ":":
            expects_key = False
        elif string is not None and expects_key:
            path[-1] = json.loads(string, strict=False)
            lines[_path(path)] = line_at(token.start(1))
        elif sign is None:
            _note(lines, path, line_at(token.end() - 1))
    return lines


def _note(lines: dict[Path, int], path: list[str | int | None], line: int) -> None:
    if path and isinstance(path[-1], int):
        lines[_path(path)] = line


def _path(path: list[str | int | None]) -> Path:
    return tuple(part for part in path if part is not None)


def _line_counter(text: str) -> Callable[[int], int]:
    breaks = [found.start() for found in re.finditer("\n", text)]
    return lambda position: bisect_right(breaks, position - 1) + 1


class _Toml:
    """A walk through the statements of a valid TOML text that remembers where each path begins."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.lines: dict[Path, int] = {(): 1}
        self.line_at = _line_counter(text)
        self.arrays: dict[Path, int] = {}

    def statements(self) -> None:
        header: Path = ()
        while not self.blank():
            start = self.at
            if self.text[start] == "[":
                double = self.text.startswith("[[", start)
                self.at += 2 if double else 1
                header = self.header(self.key(), double)
                self.at += 2 if double else 1
                self.lines[header] = self.line_at(start)
            else:
                self.pair(header)

    def blank(self) -> bool:
        found = _TOML_BLANK.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at >= len(self.text)

    def key(self) -> Path:
        parts: list[str] = []
        more = True
        while more and (found := _TOML_KEY.match(self.text, self.at)):
            self.at = found.end()
            parts.append(_unquoted(found[1]))
            more = found[2] == "."
        return tuple(parts)

    def header(self, key: Path, double: bool) -> Path:
        path: Path = ()
        for position, part in enumerate(key):
            path += (part,)
            if double and position == len(key) - 1:
                self.arrays[path] = self.arrays.get(path, -1) + 1
            self.lines.setdefault(path, self.line_at(self.at))
            if path in self.arrays:
                path += (self.arrays[path],)
        return path

    def pair(self, under: Path) -> None:
        start = self.at
        key = self.key()
        if not key:  # not TOML after all: let the walk end
            self.at = len(self.text)
            return
        path = under
        for part in key:
            path += (part,)
            self.lines.setdefault(path, self.line_at(start))
        self.at += 1  # the equals sign
        self.value(path)

    def value(self, path: Path) -> None:
        while self.text[self.at : self.at + 1] in (" ", "\t"):
            self.at += 1
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self.at += 1
            position = 0
            before = -1
            while not self.blank() and self.text[self.at] != "]" and self.at > before:
                before = self.at
                self.lines[(*path, position)] = self.line_at(self.at)
                self.value((*path, position))
                self.comma()
                position += 1
            self.at += 1
        elif opening == "{":
            self.at += 1
            before = -1
            while not self.blank() and self.text[self.at] != "}" and self.at > before:
                before = self.at
                self.pair(path)
                self.comma()
            self.at += 1
        elif found := _TOML_VALUE.match(self.text, self.at):
            self.at = found.end()

    def comma(self) -> None:
        if not self.blank() and self.text[self.at] == ",":
            self.at += 1


def _unquoted(key: str) -> str:
    if key[0] == "'":
        return key[1:-1]
    if key[0] == '"':
        try:
            return str(json.loads(key, strict=False))
        except ValueError:  # an escape that JSON does not have
            return key[1:-1]
    return key
