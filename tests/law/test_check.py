"""Every fault of a law file is said once, at its line and path, with what to do about it."""

import re
from pathlib import Path

import pytest

from portability.law.check import check_file, check_shelf
from tests.law.bad import GOOD, NATIONAL, SOURCES, stored

SHELF = Path(__file__).resolve().parents[2] / "agreements"


def faults(folder: Path, name: str, old: str = "", new: str = "") -> list[str]:
    """What is said of a spoiled file, without the file and line; the line must be the one that was spoiled."""
    path = stored(folder, name, old, new)
    found = check_file(path, SOURCES)
    lines = path.read_text("utf-8").splitlines()
    for fault in found:
        assert fault.file == str(path)
        last = re.sub(r"\[\d+\]$", "", fault.path).rpartition(".")[2]
        assert fault.line is not None
        assert last in lines[fault.line - 1] or not last or "{" in lines[fault.line - 1], (fault, lines[fault.line - 1])
    return [str(fault).partition(": ")[2] for fault in found]


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_good_file_has_no_fault(tmp_path: Path, name: str) -> None:
    assert faults(tmp_path, name) == []


def test_the_shelf_of_this_house_has_no_fault() -> None:
    assert [str(fault) for fault in check_shelf(SHELF)] == []


R = "xa-general.old_age"
NATIONAL_FAULTS = [
    ("currency =", "curency =", ["\"currency\" is missing. Add it.",
                                 'curency: unknown key "curency". Did you mean "currency"?']),
    ("minimum = [", "minimun = [", [f'{R}[1].minimun: unknown key "minimun". Did you mean "minimum"?']),
    ('is = "15 years", kinds = ["insurance"], cites = "s. 8", ', 'is = "15 years", kinds = ["insurance"], ',
     [f'{R}[1].qualifying: "cites" is missing. Name the article, as in cites = "s. 8(1)".']),
    (', cites = "s. 10", standing = "official"', ', cites = "s. 10"',
     [f'{R}[1].reference: "standing" is missing. '
      "Say how well it is established: official, secondary, unconfirmed or assumed."]),
    ('cites = "s. 10", standing = "official"', 'cites = "s. 10", standing = "offical"',
     [f'{R}[1].reference.standing: "offical" is not a word known here. Did you mean "official"?']),
    ('source = "xa-act"', 'source = "xa-akt"', [f'{R}[0].source: "xa-akt" is not a source. '
                                               'Did you mean "xa-act"?']),
    ('"s. 12", standing', '"s. 12", source = "nowhere-at-all", standing',
     [f'{R}[1].formula.source: "nowhere-at-all" is not a source. Add it to sources.toml.']),
    ("until = 2009-12-31", "until = 2009-11-30",
     [f"{R}[1].from: no law from 2009-12-01 to 2009-12-31. "
      "Close the gap, or add a regime that says what held in between."]),
    ("until = 2009-12-31", "until = 2010-06-30",
     [f"{R}[1].from: the regime of 2010-01-01 begins before the one before it ends on 2010-06-30. "
      "End that one on 2009-12-31."]),
    ("until = 2009-12-31", "until = 1979-12-31",
     [f"{R}[0].until: until 1979-12-31 is before from 1980-01-01. Give the last day of the regime."]),
    ("from = 2010-01-01\nsource", "from = 1979-01-01\nsource",
     [f"{R}[1].from: the regime of 1979-01-01 comes after that of 1980-01-01. "
      "Put the oldest first, one a day."]),
    ("from = 2020-01-01, is", "from = 2009-01-01, is",
     [f"{R}[1].minimum[1].from: 2009-01-01 comes after 2010-01-01 in the list. Put the oldest first."]),
    ("from = 2020-01-01, is", "from = 2010-01-01, is",
     [f"{R}[1].minimum[1].from: two leaves begin on 2010-01-01. Keep one of them."]),
    ("{ from = 2010-01-01, is", "{ is",
     [f'{R}[1].minimum[0]: "from" is missing in a dated leaf. Give the first day, as in from = 2010-01-01.']),
    ("known_to = 2025-12-31", "known_to = 2019-12-31",
     [f"{R}[1].minimum[1].known_to: known_to 2019-12-31 is before from 2020-01-01. "
      "Give the last day it is known."]),
    ('maximum = { none_known', 'maximum = { from = 2010-01-01, none_known',
     [f'{R}[1].maximum.from: "from" stands outside a list of dated leaves. Put the leaf in a list.']),
    ('maximum = { none_known = "nobody found one", cites = "s. 15", standing = "assumed" }',
     'maximum = { repealed = "gone", cites = "s. 15", standing = "official" }',
     [f"{R}[1].maximum.repealed: a repeal stands alone. Put it in a list, after the leaf it ends."]),
    ('maximum = { none_known', 'maximum = { is = "900 XTS per month", none_known',
     [f"{R}[1].maximum: the leaf says two things: is and none_known. Keep one of them."]),
    ('unit = "months", part', 'part',
     [f'{R}[0].counts: the leaf says nothing. Give unit = ..., or unknown = "why it is not known".']),
    ('F = "60 years", M = "65 years"', 'M = "65 years"',
     [f"{R}[1].age: M stands without F. Give both, or one figure for all."]),
    (', missing_day = "later", cites = "s. 7"', ', cites = "s. 7"',
     [f'{R}[1].age: "missing_day" is missing. Add it.']),
    ('cites = "s. 15", standing = "assumed"', 'cites = "s. 15", standing = "official"',
     [f'{R}[1].maximum.standing: "official" stands beside "none_known". Write standing = "assumed".']),
    ('cites = "s. 12", standing = "official"', 'cites = "s. 12", standing = "assumed"',
     [f'{R}[1].formula.standing: standing "assumed" gives no reason. Add reason = "why this is taken".']),
    ('cites = "s. 12", standing = "official"', 'cites = "s. 12", standing = "assumed", reading = "months / 12"',
     [f'{R}[1].formula: "reading" stands without "other_reading". Name both readings.']),
    ('is = "15 years"', 'is = "15"',
     [f'{R}[1].qualifying.is: "15" is not a length. Write it like "15 years".']),
    ('is = "15 years"', "is = 15",
     [f"{R}[1].qualifying.is: 15 is not text. Write text here."]),
    ('is = "15 years"', "is = 15.5",
     [f'{R}[1].qualifying.is: 15.5 is a float, which is not exact. Write it as text: "15.5".']),
    ('is = "15 years"', 'is = "780 weeks"',
     [f'{R}[1].qualifying.is: "780 weeks" while the scheme counts months. Write it in months, or in years.']),
    ('is = "400 XTS per month"', 'is = "400 per month"',
     [f'{R}[1].minimum[1].is: "400 per month" is not an amount of money. Write it like "3200 XTS per month".']),
    ('is = "400 XTS per month"', 'is = "400 USD per month"',
     [f'{R}[1].minimum[1].is: "400 USD per month" is in USD while the file is in XTS. '
      "Change the amount, or add the currency to the file."]),
    ('accrual = "1.5 % per year"', 'accrual = "1.5 %"',
     [f'{R}[1].formula.accrual: "1.5 %" is not a share per length of time. Write it like "1.5 % per year".']),
    ('accrual = "1.5 % per year", ', "",
     [f'{R}[1].formula: shape "accrual" needs "accrual". Give it in formula, or beside it as a leaf.']),
    ('shape = "accrual"', 'shape = "acrual"',
     [f'{R}[1].formula.shape: "acrual" is not a word known here. Did you mean "accrual"?']),
    ('shape = "flat",', 'shape = "flat", cap = "80 %",',
     [f'{R}[0].formula.cap: "cap" is no parameter of shape "flat". It has amount.']),
    ('reference = { method = "last", length = "60 months", cites = "s. 10", standing = "official" }\n', "",
     [f"{R}[1].formula: the regime has no reference earnings. Add reference = {{ method = ... }}."]),
    ('length = "60 months"', 'length = "260 weeks"',
     [f'{R}[1].reference.length: "260 weeks" is the length of earnings. Write it in months or years.']),
    ('{ unit = "months", part = "any_day", cites = "s. 3", standing = "official" }\nformula',
     '{ unit = "days", part = "any_day", cites = "s. 3", standing = "official" }\nformula',
     [f'{R}[0].counts: "day_system" is missing where days are counted. Say 5, 6 or 7.']),
    ('["old_age"]', '["oldage"]',
     ['scheme.xa-general.branches[0]: "oldage" is not a word known here. Did you mean "old_age"?']),
    ("[scheme.xa-general]", "[scheme.xa-genral]",
     ['xa-general: "xa-general" is no scheme of this file. Did you mean "xa-genral"?']),
    ('country = "XA"', 'country = "ZZ"',
     ['country: "ZZ" is not the code of a State. Write an ISO 3166-1 alpha-2 code; XA to XZ are invented.',
      'country: "ZZ" does not fit the file name xa.toml. Call the file zz.toml.']),
    ('format = "portability.national/1"', 'format = "portability.nation/1"',
     ['format: "portability.nation/1" is not a format of a law file. Write one of portability.national/1, '
      "portability.instrument/1, portability.floor/1, portability.comparison/1."]),
    ("reviewed = 2026-11-21", 'reviewed = "2026-11-21"',
     ['reviewed: "2026-11-21" is text, not a date. Write a date without quotes, as in 2010-01-31.']),
]


@pytest.mark.parametrize(("old", "new", "said"), NATIONAL_FAULTS, ids=[said[-1][:60] for _, _, said in NATIONAL_FAULTS])
def test_a_fault_of_a_national_law_is_said(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    assert faults(tmp_path, "xa.toml", old, new) == said


INSTRUMENT_FAULTS = [
    ('is = "higher_of"', 'is = "highest_of"',
     'apportionment.old_age.method.is: "highest_of" is not a word known here. Did you mean "higher_of"?'),
    ('state = "XB"', 'state = "QQ"',
     'party[1].state: "QQ" is not the code of a State. '
     "Write an ISO 3166-1 alpha-2 code; XA to XZ are invented."),
    ('state = "XB"', 'state = "XA"',
     'party[1]: "XA" is bound twice at once. Give the earlier entry the day it ends.'),
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


FLOOR_FAULTS = [
    ('level = {', 'levle = {', ['older_persons.xa-grant[0]: "level" is missing. Add it.',
                                'older_persons.xa-grant[0].levle: unknown key "levle". Did you mean "level"?']),
    ('is = "50 XTS per month"', 'is = "50 USD per month"',
     ['older_persons.xa-grant[0].level.is: "50 USD per month" is in USD while the file is in XTS. '
      "Change the amount, or add the currency to the file."]),
    (', of = "level"', "", ['older_persons.xa-grant[0].income_test: "of" is missing. Add it.']),
]


@pytest.mark.parametrize(("old", "new", "said"), FLOOR_FAULTS, ids=[said[-1][:60] for _, _, said in FLOOR_FAULTS])
def test_a_fault_of_a_floor_is_said(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    assert faults(tmp_path, "floors/xa.toml", old, new) == said


def test_a_fault_of_a_comparison_is_said(tmp_path: Path) -> None:
    assert faults(tmp_path, "xw-for-all.toml", '"as-bound"', '"as bound"') == [
        'start: "as bound" is not a word known here. Did you mean "as-bound"?']


def test_all_faults_are_said_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = NATIONAL
    for old, new, _ in NATIONAL_FAULTS[3:5]:
        text = text.replace(old, new, 1)
    text = text.replace('"1.5 % per year"', '"1.5 %"').replace("until = 2009-12-31", "until = 2009-11-30")
    path = tmp_path / "xa.toml"
    path.write_text(text.replace("currency", "curency", 1), "utf-8")
    found = check_file(path, SOURCES)
    assert len(found) == 5
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
