"""Every fault of a law file is said once, at its line and path, with what to do about it."""

from pathlib import Path

import pytest

from portability.law.check import check_file, check_shelf
from tests.law.bad import GOOD, NATIONAL, SOURCES, faults, stored

SHELF = Path(__file__).resolve().parents[2] / "agreements"


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_good_file_has_no_fault(tmp_path: Path, name: str) -> None:
    assert faults(tmp_path, name) == []


def test_the_shelf_of_this_house_has_no_fault() -> None:
    assert [str(fault) for fault in check_shelf(SHELF)] == []


INSTRUMENT_FAULTS = [
    ('is = "higher_of"', 'is = "highest_of"',
     'apportionment.old_age.method.is: "highest_of" is not a word known here. Did you mean "higher_of"?'),
    ('state = "XB"', 'state = "QQ"',
     'party[1].state: "QQ" is not the code of a State. '
     "Write an ISO 3166-1 alpha-2 code; XA to XZ are invented."),
    ('state = "XB"', 'state = "XA"',
     'party[1]: "XA" is bound twice at once. Give the earlier entry the day it ends, or each its own branches.'),
    ('state = "XB"\n', 'state = "XB"\nto = 2009-01-01\n',
     "party[1].to: to 2009-01-01 is before from 2010-05-01. Give the last day it is bound."),
    ("reviewed", "until = 2009-01-01\nreviewed",
     "until: until 2009-01-01 is before in_force_from 2010-05-01. Give the last day it is in force."),
    (', other_reading = "spell"', "",
     'overlap.before: "reading" stands without "other_reading". Name both readings.'),
    ('is = ["6: 8 6 26 78 312"]', 'is = ["6: 8 6 26 78"]',
     'conversion.rows.is[0]: "6: 8 6 26 78" is not a row of the conversion table. '
     'Write it like "6: 8 6 26 78 312".'),
    ('is = "12 months"', 'is = "a year"',
     'totalisation.min_own_period.is: "a year" is not a length. Write it like "15 years".'),
    ('[totalisation]\noperation = "self_executing"\n', "[totalisation]\n",
     'totalisation: "operation" is missing. '
     "Say whether it works by itself: self_executing, needs_agreement or principle_only."),
    ("min_own_period", "min_own_perod",
     'totalisation.min_own_perod: unknown key "min_own_perod". Did you mean "min_own_period"?'),
    ('id = "xw-1"', 'id = "xw-2"',
     'id: "xw-2" does not fit the file name xw-1.toml. Call the file xw-2.toml.'),
    ('force = "in_force"', 'force = "inforce"',
     'force: "inforce" is not a word known here. Did you mean "in_force"?'),
]


@pytest.mark.parametrize(("old", "new", "said"), INSTRUMENT_FAULTS, ids=[said[:60] for _, _, said in INSTRUMENT_FAULTS])
def test_a_fault_of_an_instrument_is_said(tmp_path: Path, old: str, new: str, said: str) -> None:
    assert faults(tmp_path, "xw-1.toml", old, new) == [said]


def beside(key: str, leaf: str) -> str:
    """A leaf written before another of the good floor."""
    return leaf.replace("SAID", 'cites = "s. 1", standing = "official"') + f"\n{key} = {{"


FLOOR_FAULTS = [
    ('level = {', 'levle = {', ['older_persons.xa-grant[0]: "level" is missing. Add it.',
                                'older_persons.xa-grant[0].levle: unknown key "levle". Did you mean "level"?']),
    ('is = "50 XTS per month"', 'is = "50 USD per month"',
     ['older_persons.xa-grant[0].level.is: "50 USD per month" is in USD while the file is in XTS. '
      "Change the amount, or add the currency to the file."]),
    (', of = "level"', "", ['older_persons.xa-grant[0].income_test: "of" is missing. Add it.']),
    ('country = "XA"\n', "", ['a floor is of one State or is guidance. Give "country", or "id" with [recommends].']),
    ("level = {", beside("level", 'base = { is = "older_persons.xa-grnt", takes = { age = "official" }, SAID }'),
     ['older_persons.xa-grant[0].base.is: "older_persons.xa-grnt" is no grant of this file. '
      'Did you mean "older_persons.xa-grant"?']),
    ("level = {", beside("level", 'base = { is = "older_persons.xa-grant", takes = { ages = "official" }, SAID }'),
     ['older_persons.xa-grant[0].base.takes.ages: "ages" is no figure of a grant. Did you mean "age"?']),
    ("level = {", beside("level", 'base = { is = "older_persons.xa-grant", takes = { age = "sure" }, SAID }'),
     ['older_persons.xa-grant[0].base.takes.age: "sure" is not a word known here. '
      "Allowed: assumed, official, secondary, unconfirmed."]),
    ("level = {", beside("level", 'household_scale = { couple = "3/2", SAID }'),
     ["older_persons.xa-grant[0].household_scale: the leaf says nothing. "
      'Give single = ..., or unknown = "why it is not known".']),
    ("level = {", beside("level", 'income_limit = { is = "10", of = "level", whose = "mother", SAID }'),
     ['older_persons.xa-grant[0].income_limit.whose: "mother" is not a word known here. Allowed: caregiver, couple, own.']),
]


@pytest.mark.parametrize(("old", "new", "said"), FLOOR_FAULTS, ids=[(said or [new])[-1][:60] for _, new, said in FLOOR_FAULTS])
def test_a_fault_of_a_floor_is_said(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    assert faults(tmp_path, "floors/xa.toml", old, new) == said


def test_a_comparison_starts_from_a_set_that_is_there(tmp_path: Path) -> None:
    assert faults(tmp_path, "xw-for-all.toml", '"as-bound"', '"as-bond"') == [
        'start: "as-bond" is no set of agreements. Did you mean "as-bound"?']


def test_comparisons_may_not_start_from_each_other(tmp_path: Path) -> None:
    other = GOOD["xw-for-all.toml"].replace('"xw-for-all"', '"more"').replace('"as-bound"', '"xw-for-all"')
    (tmp_path / "more.toml").write_text(other, "utf-8")
    assert check_file(tmp_path / "more.toml", SOURCES)[0].what == '"xw-for-all" is no set of agreements'
    assert faults(tmp_path, "xw-for-all.toml", '"as-bound"', '"more"') == [
        "start: the sets start from each other: xw-for-all -> more -> xw-for-all. "
        "Let one of them start from none or as-bound."]


def test_all_faults_are_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = NATIONAL
    text = text.replace(', cites = "s. 10", standing = "official"', ', cites = "s. 10"')
    text = text.replace('cites = "s. 4"', 'cites = 4')
    text = text.replace('"1.5 % per year"', '"1.5 %"').replace("until = 2009-12-31", "until = 2009-11-30")
    path = tmp_path / "xa.toml"
    path.write_text(text.replace("currency", "curency", 1), "utf-8")
    found = check_file(path, SOURCES)
    assert len(found) == 6
    lines = [fault.line for fault in found if fault.line is not None]
    assert lines == sorted(lines)


@pytest.mark.parametrize(("raw", "said"), [
    (b"", "the file is empty"),
    (b"\xff\xfe\x00", "UTF-16"),
    (b"a = \n", "there is no value"),
])
def test_a_file_that_is_no_document_is_said(tmp_path: Path, raw: bytes, said: str) -> None:
    path = tmp_path / "xa.toml"
    path.write_bytes(raw)
    assert said in str(check_file(path, SOURCES)[0])


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    assert [fault.what for fault in check_file(tmp_path / "none.toml")] == ["there is no such file"]


def shelf(folder: Path, sources: str = "", **instruments: str) -> list[str]:
    """What is said of a shelf of one national law and some instruments."""
    (folder / "national").mkdir()
    (folder / "instruments").mkdir()
    kinds = '[xa-act]\ntitle = "Act of XA"\nkind = "invented"\n[xw-text]\ntitle = "Text of XW"\nkind = "treaty"\n'
    (folder / "sources.toml").write_text(kinds + sources, "utf-8")
    (folder / "national" / "xa.toml").write_text(NATIONAL, "utf-8")
    for name, extra in instruments.items():
        id_ = name.replace("_", "-")
        text = GOOD["xw-1.toml"].replace('"xw-1"', f'"{id_}"', 1) + extra
        (folder / "instruments" / f"{id_}.toml").write_text(text, "utf-8")
    return [str(fault).removeprefix(f"{folder}/") for fault in check_shelf(folder)]


def test_a_good_shelf_has_no_fault(tmp_path: Path) -> None:
    assert shelf(tmp_path, xw_1="", xw_2='[relation]\nreplaces = ["xw-1"]\n') == []


def test_an_instrument_may_only_replace_one_that_is_there(tmp_path: Path) -> None:
    assert shelf(tmp_path, xw_1='[relation]\nreplaces = ["xw-3"]\n', xw_2="") == [
        'instruments/xw-1.toml:42: relation.replaces[0]: "xw-3" is no instrument of this shelf. Did you mean "xw-2"?']


def test_two_instruments_may_not_replace_each_other(tmp_path: Path) -> None:
    said = shelf(tmp_path, xw_1='[relation]\nreplaces = ["xw-2"]\n', xw_2='[relation]\nreplaces = ["xw-1"]\n')
    assert said == [
        'instruments/xw-1.toml:42: relation.replaces[0]: "xw-1" replaces "xw-2", which replaces "xw-1". Take one out.',
        'instruments/xw-2.toml:42: relation.replaces[0]: "xw-2" replaces "xw-1", which replaces "xw-2". Take one out.']


def test_a_fault_of_the_bibliography_is_said(tmp_path: Path) -> None:
    assert shelf(tmp_path, sources='[other]\ntitel = "Act"\nkind = "treaty"\n') == [
        'sources.toml:7: other: "title" is missing. Add it.',
        'sources.toml:8: other.titel: unknown key "titel". Did you mean "title"?']


def test_a_state_may_accept_branches_in_two_entries(tmp_path: Path) -> None:
    """Known for one branch and remembered for another: the entries stand at once, and share no branch."""
    old = 'state = "XA"\nfrom = 2010-05-01'
    second = '[[party]]\n' + old + '\ncites = "Art 50"\nstanding = "unconfirmed"\nbranches = ["{0}"]\n[overlap]'
    for branch, fine in (("sickness", True), ("old_age", False)):
        path = stored(tmp_path, "xw-1.toml", old, old + '\nbranches = ["old_age"]')
        path.write_text(path.read_text("utf-8").replace("[overlap]", second.format(branch), 1), "utf-8")
        assert (check_file(path, SOURCES) == []) is fine


def test_a_party_says_since_when_or_why_nobody_knows(tmp_path: Path) -> None:
    old = 'state = "XB"\nfrom = 2010-05-01'
    assert faults(tmp_path, "xw-1.toml", old, 'state = "XB"\nunknown = "no list was read"') == []
    assert faults(tmp_path, "xw-1.toml", old, 'state = "XB"') == [
        'party[1]: "from" is missing. Give the first day it is bound, or unknown = "why it is not known whether it is a party".'
    ]
