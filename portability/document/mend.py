"""Reading on after a fault of TOML syntax, so that one visit finds them all.

The parser of the standard library stops at the first fault. A fault that sits in one line (`key = ...`) is taken out of
the text, a mark left in its place, and the text is parsed again; the mark tells where in the table the fault was. A
text that cannot be mended so is refused with what was found until then. Nothing is ever decided from a mended text.
"""

import re
import tomllib
from collections.abc import Iterable
from typing import Any, NamedTuple

from portability.document.tree import BAD_KEY, BAD_VALUE, Found
from portability.document.written import MONTHS, Trouble, quote, read_day, read_when

_ASSIGNMENT = re.compile(r"([ \t]*)([A-Za-z0-9_-]+|\"[^\"\\\n]*\"|'[^'\n]*')([ \t]*=[ \t]*)(.*)")
_DOTTED = re.compile(r"([ \t]*)((?:[A-Za-z0-9_-]+[ \t]*\.[ \t]*)+)([A-Za-z0-9_-]+)([ \t]*=)")
_HEADER = re.compile(r"([ \t]*\[\[?[ \t]*(?:[A-Za-z0-9_-]+[ \t]*\.[ \t]*)*)([A-Za-z0-9_-]+)([ \t]*\]\]?.*)")
_BARE_DAY = re.compile(r"(?<![\w\"'.:+-])[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?(?![\w\"'.:+-])")
_HALF_TEXT = re.compile(r"=[ \t]*'[^']*$")
_WHERE = re.compile(r" \(at (?:line ([0-9]+), column [0-9]+|end of document)\)$")
_TWICE = ("Cannot overwrite", "Cannot declare", "Cannot mutate immutable namespace", "Cannot redefine namespace")


class Parsed(NamedTuple):
    """A parsed text: its tables (None where it could not be mended), the text as parsed, the faults of syntax."""

    data: dict[str, Any] | None
    text: str
    found: list[Found]


def parse_toml(text: str, unread: Any) -> Parsed:
    """Parse TOML, mending what can be mended; `unread` is called with the text of every float.

    >>> parsed = parse_toml('a = 2009-13-31\\nb = 07\\n', str)
    >>> [(found.line, found.what) for found in parsed.found]
    [(1, '"2009-13-31" is not a date (month 13)'), (2, '07 is not a number (a number does not begin with 0)')]
    """
    text = text.replace("\r\n", "\n") + "\n"
    found: list[Found] = []
    tries = 40 if len(text) < 100_000 else 4
    while True:
        try:
            return Parsed(tomllib.loads(text, parse_float=unread), text, found)
        except tomllib.TOMLDecodeError as error:
            message = str(error)
        where = _WHERE.search(message)
        line = int(where[1]) if where and where[1] else None
        message = message[: where.start()] if where else message
        tries -= 1
        lines = text.split("\n")
        if line is None and message == "Expected \"'\"":  # the parser looked for the end of a text to the very end
            line = next((number for number, each in enumerate(lines, 1) if _HALF_TEXT.search(each)), None)
        if line is None:
            found.append(Found(text.rstrip("\n").count("\n") + 1, "", *_told(message, "")))
            return Parsed(None, text, found)
        whole = '"""' not in text and "'''" not in text  # no line is the inside of a longer text
        if not _mend_days(lines, range(len(lines)) if whole else (line - 1,), found, line - 1):
            mended = _mend(lines[line - 1], line, message, len(found)) if tries > 0 else None
            if mended is None:
                found.append(Found(line, "", *_told(message, "")))
                return Parsed(None, text, found)
            lines[line - 1] = mended[0]
            found.append(mended[1])
        text = "\n".join(lines)


def _mend_days(lines: list[str], numbers: Iterable[int], found: list[Found], failed: int) -> bool:
    """Take every date that TOML cannot read out of some lines, if the line that failed has one."""
    if _bare_day(lines[failed]) is None:
        return False
    for number in numbers:
        while (day := _bare_day(lines[number])) is not None:
            at, what, remedy = day
            line = lines[number]
            assigned = _ASSIGNMENT.fullmatch(line)
            lines[number] = f'{line[: at.start()]}"{BAD_VALUE}{len(found)}"{line[at.end():]}'
            found.append(Found(number + 1, _key(assigned[2]) if assigned else "", what, remedy))
    return True


def _mend(line: str, number: int, message: str, count: int) -> tuple[str, Found] | None:
    """A line without its fault, and the fault; None where the line cannot be mended."""
    mark = f"{BAD_VALUE}{count}"
    assigned = _ASSIGNMENT.fullmatch(line)
    if message.startswith(_TWICE):
        what, remedy = "this is written twice", "Keep one of the two"
        if dotted := _DOTTED.match(line):
            new = f'{dotted[1]}{dotted[2]}"{BAD_KEY}{count}:{dotted[3]}"{dotted[4]}{line[dotted.end():]}'
            key = dotted[3]
        elif assigned:
            key = _key(assigned[2])
            new = f'{assigned[1]}"{BAD_KEY}{count}:{key}"{assigned[3]}{assigned[4]}'
        elif header := _HEADER.fullmatch(line):
            key = header[2]
            new = f'{header[1]}"{BAD_KEY}{count}:{key}"{header[3]}'
        else:
            return None
    elif assigned and not assigned[4].startswith(f'"{BAD_VALUE}'):
        key = _key(assigned[2])
        what, remedy = _told(message, assigned[4])
        new = f'{assigned[1]}{assigned[2]}{assigned[3]}"{mark}"'
    else:
        return None
    return new, Found(number, key, what, remedy)


def _key(written: str) -> str:
    """A key as it was before anything was mended."""
    key = written.strip("\"'")
    return key.rpartition(":")[2] if key.startswith(BAD_KEY) else key


def _bare_day(line: str) -> tuple[re.Match[str], str, str] | None:
    """The first unquoted date of a line that TOML cannot read, and what is wrong with it."""
    comment = line.partition(" #")[0] if '"' not in line and "'" not in line else line
    for found in _BARE_DAY.finditer(comment):
        if line.count('"', 0, found.start()) % 2 or line.count("'", 0, found.start()) % 2:
            continue  # inside a text
        try:
            read_day(found[0])
        except Trouble as trouble:
            try:
                read_when(found[0])
            except Trouble:
                return found, trouble.what, trouble.remedy
            month = MONTHS[int(found[0][5:7]) - 1]
            return found, f"{found[0]} is no date of TOML ({month} without a day)", f'Write it as text: "{found[0]}"'
    return None


def _told(message: str, value: str) -> tuple[str, str]:
    """A fault of syntax in the project's words, from the value written or else from the parser's own message."""
    value = re.sub(r"[ \t]+#.*$", "", value[:300]).strip()
    if any(mark in value for mark in "“”„‘’«»"):
        return "typographic quotation marks are no quotation marks of TOML", 'Write "straight" ones'
    if any(c.isdigit() and c not in "0123456789" for c in value) and value[:1] not in "\"'":
        return f"{quote(value)} has digits other than 0-9", "Write it with the digits 0-9"
    if re.fullmatch(r"0[0-9]+", value):
        return f"{value[:60]} is not a number (a number does not begin with 0)", f'A code is text: "{value[:60]}"'
    if re.fullmatch(r"[0-9]+,[0-9]+", value):
        return f"{value[:60]} is not a number (the decimal sign is a point)", f'Write "{value[:60].replace(",", ".")}"'
    if re.fullmatch(r"(?i)true|yes|on", value) or re.fullmatch(r"(?i)false|no|off", value):
        return f"{value} is neither true nor false", "Write true or false, in small letters"
    if not value or re.fullmatch(r"(?i)null|none|nil", value):
        if message.startswith("Invalid value"):
            return "there is no value after the equals sign", "Leave the key out where there is nothing to say"
    elif re.fullmatch(r"[A-Za-z][\w .:/-]*", value):
        return f"{value[:60]} is text without quotation marks", f'Write "{value[:60]}"'
    if repeated := re.fullmatch(r"Duplicate inline table key (.+)", message):
        return f"{repeated[1]} is written twice", "Keep one of the two"
    if message.startswith("Invalid initial character") and re.search(r",\s*}", value):
        return "there is a comma after the last entry of an inline table", "Take it out"
    for start, what, remedy in _MESSAGES:
        if message.startswith(start):
            return what, remedy
    return f"this is not TOML ({message[:100]})", "Each line is key = value, [table], [[table]] or # note"


_MESSAGES = (
    ("Expected newline or end of document", "there is more on this line than one value",
     "Write one key = value on a line, text in quotation marks"),
    ("Unterminated string", "a text is begun but not ended", "Close its quotation marks"),
    ("Illegal character '\\n'", "a text is begun but not ended", "Close its quotation marks on the same line"),
    ("Illegal character", "a character that may not stand in a text file", "Take it out"),
    ("Found invalid character", "a character that may not stand in a text file", "Take it out"),
    ("Expected \"'\"", "a text is begun but not ended", "Close its quotation marks on the same line"),
    ("Unescaped '", "a backslash in a text needs another before it", "Write \\\\"),
    ("Expected '=' after a key", "a key without an equals sign", "Write key = value"),
    ("Invalid statement", "this line is neither key = value nor a [table]", "Write key = value, or # before a note"),
    ("Invalid value", "the value cannot be read", "Write text in quotation marks"),
    ("Unclosed array", "a list is begun but not ended", "Close it with ]"),
    ("Unclosed inline table", "an inline table is begun but not ended", "Close it with } on the same line"),
    ("Expected ']]'", "the head of the table is not closed", "Write [[table]]"),
    ("Expected ']'", "the head of the table is not closed", "Write [table]"),
    ("Invalid initial character for a key part", "this is no key", "A key has letters, digits, _ and -"),
)  # fmt: skip
