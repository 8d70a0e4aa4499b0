"""Reading a TOML or JSON document: bytes to plain tables, with limits, and every fault of the text itself.

A document has at most 5 MB and 20 levels, no floats, no nulls, no key written twice. What is wrong with single values
is collected in `Document.faults`, so that the models can go on and find the rest; what makes the text unreadable is
raised.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from portability.document.tree import BAD_KEY, MAX_DEPTH, Bad, Document, copied, sift
from portability.faults import Fault, Refused

__all__ = ["MAX_BYTES", "MAX_DEPTH", "Document", "read_bytes", "read_file", "read_mapping", "read_text"]

MAX_BYTES = 5_000_000
_DEEP_KEY = re.compile(r"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){20}""")


def read_file(path: str | os.PathLike[str]) -> Document:
    """Read a TOML or JSON file: JSON where it is called .json or begins with a brace.

    Raises `Refused` where the file cannot be opened, is too large, is not text or cannot be parsed.
    """
    name = os.fsdecode(path)
    try:
        with open(path, "rb") as file:
            raw = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Refused([Fault(name, "", "there is no such file")]) from None
    except IsADirectoryError:
        raise Refused([Fault(name, "", "this is a folder, not a file")]) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is no file name"
        raise Refused([Fault(name.replace("\0", "\\0"), "", f"the file cannot be read ({reason})")]) from None
    return read_bytes(raw, name)


def read_bytes(raw: bytes, name: str) -> Document:
    """Read the bytes of a file; see `read_file`."""
    if len(raw) > MAX_BYTES:
        raise Refused([Fault(name, "", "the file is over 5 MB", "Split it, or leave out what is not needed")])
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Refused([Fault(name, "", "the file is text in UTF-16", "Save it as UTF-8", 1)])
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        what = f"the file is not text in UTF-8 (byte 0x{raw[error.start]:02x})"
        raise Refused([Fault(name, "", what, "Save it as UTF-8", line)]) from None
    return read_text(text, name)


def read_text(text: str, name: str) -> Document:
    """Read a TOML or JSON text.

    Raises `Refused` where it is empty, too large or cannot be parsed.

    >>> document = read_text('a = 1.5', "x.toml")
    >>> print(document.faults[0])
    x.toml:1: a: 1.5 is a float, which is not exact. Write it as text: "1.5".
    """
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_BYTES or (len(text) * 4 > MAX_BYTES and len(text.encode("utf-8", "replace")) > MAX_BYTES):
        raise Refused([Fault(name, "", "the text is over 5 MB", "Split it, or leave out what is not needed")])
    if not text.strip():
        raise Refused([Fault(name, "", "the file is empty", 'It begins with format = "portability.case/1"')])
    is_json = name.lower().endswith(".json") or (not name.lower().endswith(".toml") and text.lstrip()[0] == "{")
    document = _parse_json(text, name) if is_json else _parse_toml(text, name)
    sift(document)
    return document


def read_mapping(data: Mapping[str, Any], name: str) -> Document:
    """A document from tables that are in memory already; they are copied.

    >>> read_mapping({"a": 1.5}, "x").faults[0].what
    '1.5 is a float, which is not exact'
    """
    if not isinstance(data, Mapping):
        raise Refused([Fault(name, "", "the document is not a table")])
    document = Document(name, copied(data, 1))
    sift(document)
    return document


def _parse_json(text: str, name: str) -> Document:
    import json

    def table(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        made = dict(pairs)
        if len(made) < len(pairs):
            seen: set[str] = set()
            for key, _ in pairs:
                if key in seen:
                    made[f"{BAD_KEY}:{key}"] = Bad("this is written twice", "Keep one of the two")
                seen.add(key)
        return made

    try:
        data = json.loads(text, object_pairs_hook=table, parse_float=_float, parse_constant=_float)
    except json.JSONDecodeError as error:
        what, remedy = _json_told(error.msg)
        raise Refused([Fault(name, "", what, remedy, error.lineno)]) from None
    except RecursionError:
        raise Refused([_too_deep(name, text)]) from None
    except ValueError:
        raise Refused([_too_long(name, text)]) from None
    if not isinstance(data, dict):
        raise Refused([Fault(name, "", "the document is not a table", "It begins with { and ends with }", 1)])
    return Document(name, data, text, "json")


def _parse_toml(text: str, name: str) -> Document:
    if _DEEP_KEY.search(text):
        raise Refused([_too_deep(name, text)])
    try:
        return Document(name, tomllib.loads(text, parse_float=_float), text, "toml")
    except tomllib.TOMLDecodeError:
        pass
    except RecursionError:
        raise Refused([_too_deep(name, text)]) from None
    except ValueError:
        raise Refused([_too_long(name, text)]) from None
    return _mended_toml(text, name)


def _mended_toml(text: str, name: str) -> Document:
    from portability.document.mend import parse_toml

    try:
        parsed = parse_toml(text, _float)
    except RecursionError:
        raise Refused([_too_deep(name, text)]) from None
    except ValueError:
        raise Refused([_too_long(name, text)]) from None
    if parsed.data is None:
        raise Refused(Fault(name, each.key, each.what, each.remedy, each.line) for each in parsed.found)
    document = Document(name, parsed.data, parsed.text, "toml")
    document.mended = parsed.found
    return document


def _float(text: str) -> Bad:
    if text.lstrip("+-").lower() in ("inf", "nan", "infinity"):
        return Bad(f"{text} is not a number that can be counted with", "Leave the key out where nothing is known")
    return Bad(f"{text[:60]} is a float, which is not exact", f'Write it as text: "{text[:60]}"')


def _too_deep(name: str, text: str) -> Fault:
    """The fault of a text nested too deep, with the line where it passes the limit as far as brackets tell."""
    depth, line, where = 0, 1, None
    for found in re.finditer(r'"(?:[^"\\\n]|\\.)*"|[{}\[\]\n]', text):
        sign = found[0]
        if sign == "\n":
            line += 1
        elif sign in "{[":
            depth += 1
        elif sign in "}]":
            depth -= 1
        if depth > MAX_DEPTH:
            where = line
            break
    return Fault(name, "", f"the document is nested over {MAX_DEPTH} levels", "A case needs five at most", where)


def _too_long(name: str, text: str) -> Fault:
    found = re.search(r"[0-9_]{4300}", text)
    line = text.count("\n", 0, found.start()) + 1 if found else None
    return Fault(name, "", "a number has thousands of digits", "Check the number", line)


def _json_told(message: str) -> tuple[str, str]:
    for start, what, remedy in _MESSAGES:
        if message.startswith(start):
            return what, remedy
    return f"this is not JSON ({message[:100]})", "Check commas, brackets and quotation marks"


_MESSAGES = (
    ("Expecting property name", "a key in quotation marks is expected here", "There is no comma after the last entry"),
    ("Expecting ',' delimiter", "a comma or a closing bracket is expected here", "Check the line before too"),
    ("Expecting ':' delimiter", "a colon is expected after the key", 'Write "key": value'),
    ("Expecting value", "a value is expected here", "Text stands in quotation marks; there is no comma after the last"),
    ("Illegal trailing comma", "there is a comma after the last entry", "Take it out"),
    ("Unterminated string", "a text is begun but not ended", "Close its quotation marks"),
    ("Invalid control character", "a line break or control character stands inside a text", "Write \\n"),
    ("Invalid \\escape", "a backslash in a text needs another before it", "Write \\\\"),
    ("Invalid \\u", "\\u needs four digits of base sixteen after it", "Write the letter itself"),
    ("Extra data", "the document goes on after its end", "One document to a file"),
)  # fmt: skip
