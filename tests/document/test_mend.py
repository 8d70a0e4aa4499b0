"""After a fault of TOML syntax the reading goes on, and every fault is told at its place."""

import pytest

from portability.document.read import read_text
from portability.faults import Refused

ALL_AT_ONCE = """\
id = 1961
[person]
born = 2009-13-31
name = Anna
sex = 'F
[[period]]
from = 2009-02-30
to = 2009-02
note = "from 2009-13-31 on"
span = { from = 2009-04-31, to = 2009-04-30 }
id = "p1"
id = "p2"
[[period]]
days = 07
half = 1,5
open = True
none =
both = { a = 1, a = 2 }
more = { a = 1, }
path = "C:\\dir"
[person]
died = 2010-01-01
"""
FOUND = [
    'a.toml:3: person.born: "2009-13-31" is not a date (month 13). Write YYYY-MM-DD.',
    'a.toml:4: person.name: Anna is text without quotation marks. Write "Anna".',
    "a.toml:5: person.sex: a text is begun but not ended. Close its quotation marks on the same line.",
    'a.toml:7: period[0].from: "2009-02-30" is not a date (February 2009 has 28 days). Write YYYY-MM-DD.',
    'a.toml:8: period[0].to: 2009-02 is no date of TOML (February without a day). Write it as text: "2009-02".',
    'a.toml:10: period[0].span.from: "2009-04-31" is not a date (April 2009 has 30 days). Write YYYY-MM-DD.',
    "a.toml:12: period[0].id: this is written twice. Keep one of the two.",
    'a.toml:14: period[1].days: 07 is not a number (a number does not begin with 0). A code is text: "07".',
    'a.toml:15: period[1].half: 1,5 is not a number (the decimal sign is a point). Write "1.5".',
    "a.toml:16: period[1].open: True is neither true nor false. Write true or false, in small letters.",
    "a.toml:17: period[1].none: there is no value after the equals sign."
    " Leave the key out where there is nothing to say.",
    "a.toml:18: period[1].both: 'a' is written twice. Keep one of the two.",
    "a.toml:19: period[1].more: there is a comma after the last entry of an inline table. Take it out.",
    "a.toml:20: period[1].path: a backslash in a text needs another before it. Write \\\\.",
    "a.toml:21: person: this is written twice. Keep one of the two.",
]


def told(text: str) -> list[str]:
    try:
        found = read_text(text, "a.toml").faults
    except Refused as refused:
        found = list(refused.faults)
    return [str(fault) for fault in sorted(found, key=lambda fault: fault.line or 0)]


def test_every_fault_of_syntax_is_told_at_once() -> None:
    assert told(ALL_AT_ONCE) == FOUND


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_a_fault_that_cannot_be_mended_is_told_after_those_that_can(ending: str) -> None:
    text = ending.join(["a = 2009-13-31", "b = [", "1, 2", "[person"])
    assert told(text)[0] == 'a.toml:1: a: "2009-13-31" is not a date (month 13). Write YYYY-MM-DD.'
    assert "a list is begun but not ended" in told(text)[1]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("a = “x”", "typographic quotation marks are no quotation marks of TOML"),
        ("a = ٢٠٠٩", "has digits other than 0-9"),
        ("just words", "a key without an equals sign"),
        ("= 5", "this line is neither key = value nor a [table]"),
        ("[a", "the head of the table is not closed. Write [table]."),
        ("[[a]", "the head of the table is not closed. Write [[table]]."),
        ('a = """never ended', "a text is begun but not ended. Close its quotation marks."),
        ("a = 1 2", "there is more on this line than one value"),
        ("a.b = 1\na.b = 2", "a.toml:2: a.b: this is written twice."),
        ("a = 08:00:00\nb = 25:00:00", "a.toml:2: b:"),
    ],
)
def test_a_fault_of_syntax_in_our_words(line: str, said: str) -> None:
    assert said in "\n".join(told(line))


def test_a_date_inside_a_text_or_a_note_is_left_alone() -> None:
    assert told('note = "on 2009-13-31"\nb = 1 # 2009-13-31') == []
    found = told('a = 2009-13-31\nnote = """\nborn = 2009-13-31\n"""\nb = 1 # or 2009-02-30')
    assert [line.split(": ")[0] for line in found] == ["a.toml:1"]


def test_every_impossible_date_of_a_long_file_is_told() -> None:
    text = "".join(f'[[period]]\nid = "p{number}"\nto = 2009-13-31\n' for number in range(5_000))
    found = told(text)
    assert len(found) == 5_000
    assert found[-1].startswith("a.toml:15000: period[4999].to: ")
