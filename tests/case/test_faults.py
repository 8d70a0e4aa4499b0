"""Every fault of a case at once: its file, line and path, what is wrong, and what to do."""

import pytest

from tests.case.example import SMALL, faults, spoilt, with_rows

SPOILT_ALL_OVER = """\
format = "portability.case/1"
id = "bad/id"
persn = 1

[person]
born = 1961-03-14T00:00:00
sex = "W"

[[family]]
id = "f1"
relation = "cousin"
born = "1958-13"

[[period]]
countri = "XA"
country = "Zimbabwe"
kind = "insurence"
from = 2009-13-31
to = "٢٠١٠-٠١-٠١"
certified = { months = 1.5, day = 3 }

[[earnings]]
country = "XA"
from = 2001
to = 2000-01-01
amount = 650.00
per = "fortnight"

[[claim]]
branches = ["oldage", "survivors"]
date = "05/01/2009"
lodged_in = "zw"
"""
SAID = [
    'a.toml:2: id: "bad/id" is no name. Write 1 to 100 letters, digits, points or hyphens; no slash.',
    'a.toml:3: persn: this key is not known here. Did you mean "person"?',
    "a.toml:6: person.born: 1961-03-14T00:00:00 is a timestamp, not a date. Write 1961-03-14.",
    'a.toml:7: person.sex: "W" is not a word known here. Allowed: F, M, X.',
    'a.toml:11: family[0].relation: "cousin" is not a word known here. Allowed: child, former_spouse, foster_child,'
    " grandchild, grandparent, other, parent, partner, sibling, spouse, stepchild.",
    'a.toml:12: family[0].born: "1958-13" is not a month (month 13).'
    " Write YYYY-MM-DD, or the text YYYY-MM or YYYY where no more is known.",
    "a.toml:14: period[0].id: this is missing. Add the key id.",
    'a.toml:15: period[0].countri: this key is not known here. Did you mean "country"?',
    'a.toml:16: period[0].country: "Zimbabwe" is not a country code.'
    " Write two capitals of ISO 3166-1; XA to XZ are invented States.",
    'a.toml:17: period[0].kind: "insurence" is not a word known here. Did you mean "insurance"?',
    'a.toml:18: period[0].from: "2009-13-31" is not a date (month 13). Write YYYY-MM-DD.',
    'a.toml:19: period[0].to: "٢٠١٠-٠١-٠١" has digits other than 0-9.'
    " Write YYYY-MM-DD, or the text YYYY-MM or YYYY where no more is known.",
    'a.toml:20: period[0].certified.months: 1.5 is a float, which is not exact. Write it as text: "1.5".',
    'a.toml:20: period[0].certified.day: this key is not known here. Did you mean "days"?',
    "a.toml:22: earnings[0].currency: an amount without a currency."
    ' Write the three capitals of ISO 4217, as currency = "USD".',
    "a.toml:24: earnings[0].from: 2001 is a number, not a date. Write YYYY-MM-DD, or the text YYYY-MM or YYYY where"
    ' no more is known; a year alone is text: "2001".',
    'a.toml:26: earnings[0].amount: 650.00 is a float, which is not exact. Write it as text: "650.00".',
    'a.toml:27: earnings[0].per: "fortnight" is not a word known here. Allowed: month, total, year.',
    'a.toml:30: claim[0].branches[0]: "oldage" is not a word known here. Did you mean "old_age"?',
    'a.toml:31: claim[0].date: "05/01/2009" could be read in more than one order of day, month and year.'
    " Write YYYY-MM-DD, or the text YYYY-MM or YYYY where no more is known.",
    'a.toml:32: claim[0].lodged_in: "zw" is not a country code. Did you mean "ZW"?',
]


def test_a_sound_case_has_no_fault() -> None:
    assert faults(SMALL) == []


def test_every_fault_is_told_at_once_in_the_order_of_the_lines() -> None:
    said = faults(SPOILT_ALL_OVER)
    assert sorted(said) == sorted(SAID)
    lines = [int(line.split(":")[1]) for line in said]
    assert lines == sorted(lines)


def test_json_has_lines_too() -> None:
    text = (
        '{"format": "portability.case/1",\n "id": "a",\n "period": [\n'
        '  {"id": "p1", "country": "XA", "kind": "insurance",\n   "from": "2009-13-31", "to": "2010-01-01"}]}'
    )
    assert faults(text, "a.json") == [
        'a.json:5: period[0].from: "2009-13-31" is not a date (month 13). Write YYYY-MM-DD.'
    ]


def test_faults_of_rows_and_of_rows_together_are_told_at_once() -> None:
    rows = '[[period]]\nid = "p1"\ncountry = "X"\nkind = "insurance"\n[[period]]\nid = "p1"\ncountry = "XA"\n'
    said = with_rows(rows + 'kind = "insurance"\nfrom = 1950-01-01\nto = 1949-01-01\n')
    assert [line.split(": ")[:2] for line in said] == [
        ["a.toml:15", "period[1].country"],
        ["a.toml:18", "period[2].id"],
        ["a.toml:21", "period[2].from"],
        ["a.toml:22", "period[2].to"],
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('format = "portability.case/1"\n', "", 'format: this is missing. Write format = "portability.case/1" first.'),
        ("case/1", "case/2", 'format: "portability.case/2" is not the format of a case.'),
        ('id = "small"\n', "", "id: this is missing. Add the key id, a name for the case."),
        ("[[period]]", "[period]", "period: a table stands where a list of tables is expected. Write [[period]]"),
        ("[person]\nborn = 1961-03-14", 'person = "Anna"', 'person: "Anna" stands where a table is expected.'),
        ("[person]\nborn", "[[person]]\nborn", "person: a list stands where a table is expected."),
        ('id = "small"', 'id = "small"\nclaim = [1]', "claim[0]: 1 stands where a table is expected."),
        ('kind = "insurance"', "kind = 5", "kind: 5 is not a word known here. Allowed: insurance, assimilated,"),
        ('country = "XA"', 'country = ["XA"]', "country: a list is not a country code."),
        ("from = 1980-01-01", "from = 08:00:00", "from: 08:00:00 is not a date."),
        ("to = 1989-12-31", "to = 9999-12-31", "the year 9999 lies outside 1800 to 2200."),
        ("from = 1980-01-01", "from = true", "from: true is not a date."),
        ('kind = "insurance"', 'kind = "insurance"\nend = 1990-01-01', "period[0].end: this key is not known here."),
    ],
)
def test_one_fault_is_one_sentence(old: str, new: str, said: str) -> None:
    told = spoilt(old, new)
    assert any(said in line for line in told), told
    assert all(line.startswith("a.toml:") for line in told)


def test_a_file_of_another_format_is_named_as_such_and_not_judged_further() -> None:
    assert spoilt("portability.case/1", "portability.national/1") == [
        'a.toml:1: format: "portability.national/1" is not the format of a case. Write format = "portability.case/1".'
    ]


def test_a_value_told_already_is_not_told_again() -> None:
    assert len(spoilt("to = 1989-12-31", "to = 1.5")) == 1
    assert len(spoilt("to = 1989-12-31", "to = 2009-02-30")) == 1
    assert len(spoilt("to = 1989-12-31", "to = 1989-12-31\nto = 1990-01-01")) == 1
    assert len(faults('{"format": "portability.case/1", "id": "a", "person": null}')) == 1


def test_very_many_faults_of_one_table_are_counted() -> None:
    said = faults(SMALL + "".join(f"k{number} = 1\n" for number in range(300)))
    assert len(said) == 201
    assert "a.toml:7: period[0]: 100 more faults in this table. Mend the first ones and check again." in said
