"""Checking year series, and what a regime refers to: every fault with its place and what to do."""

from pathlib import Path

import pytest

from portability.law.check import check_file

SERIES = '''format = "portability.series/1"
id = "xa-wages"
country = "XA"
title = "Wages of XA"
kind = "wage_index"
reviewed = 2026-11-21
source = "xa-act"
years = [
  { year = 2019, is = "100 XTS per month", cites = "table 1", standing = "official" },
  { year = 2020, is = "110 XTS per month", cites = "table 1", standing = "official" },
]
'''
FAULTS = [
    ("", "", []),
    ("year = 2020", "year = 2019", ["years[1].year: 2019 comes after 2019. Tell each year once, the oldest first."]),
    ('"110 XTS per month"', '"110"', ['years[1].is: "110" is not told as the years before. Tell all years alike.']),
    ('"110 XTS per month"', '"1 320 XTS"', ['years[1].is: "1 320 XTS" is not a number. Write it like "12.5".']),
    ('is = "110 XTS per month", ', "", ['years[1]: the leaf says nothing. Give is = ..., or unknown = "why it is not known".']),
    ('id = "xa-wages"', 'id = "xb-wages"', [
        'id: "xb-wages" does not begin with its State. Call it "xa-...".',
        'id: "xb-wages" does not fit the file name xa-wages.toml. Call the file xb-wages.toml.']),
    ("year = 2020, ", "", ['years[1]: "year" is missing. Add it.']),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "said"), FAULTS)
def test_a_fault_of_a_series_is_said(tmp_path: Path, old: str, new: str, said: list[str]) -> None:
    path = tmp_path / "xa-wages.toml"
    path.write_text(SERIES.replace(old, new) if old else SERIES, "utf-8")
    assert sorted(str(fault).partition(": ")[2] for fault in check_file(path, ["xa-act"])) == said


REGIME = '''format = "portability.national/1"
country = "XA"
title = "Law of XA"
currency = "XTS"
reviewed = 2026-11-21
depth = { old_age = "A" }
[scheme.xa-s]
name = "S"
institution = "S"
class = "pension_insurance"
branches = ["old_age"]
[[xa-s.old_age]]
from = 2000-01-01
source = "xa-act"
qualifying = { is = "15 years", cites = "s. 1", standing = "official" }
age = { is = "60 years", missing_day = "later", cites = "s. 1", standing = "official" }
counts = { unit = "months", part = "any_day", cites = "s. 1", standing = "official" }
formula = { shape = "flat", cites = "s. 2", standing = "official" }
amount = { share = "20 %", of = "minimum_wage", cites = "s. 2", standing = "official" }
'''
WAGE = 'minimum_wage = { is = "100 XTS per month", cites = "s. 3", standing = "official" }\n'
REFERRED = [
    (REGIME + WAGE, []),
    (REGIME, ['amount.of: the regime tells no "minimum_wage". Add minimum_wage = { is = "..." }, or unknown = "why".']),
    (REGIME.replace(', of = "minimum_wage"', ""), ['amount: "share" stands without "of". Add of.']),
    (REGIME.replace('"minimum_wage"', '"reference"'),
     ['amount.of: "amount" cannot be a share of the reference earnings. Name another figure.']),
    (REGIME.replace('"minimum_wage"', '"xa-wage"'), ['amount.of: "xa-wage" is no series on the shelf. Did you mean "xa-wages"?']),
    (REGIME.replace('"minimum_wage"', '"wages"'),
     ['amount.of: "wages" is not a figure of the regime or a year series. Write it like "minimum_wage".',
      'amount.of: "wages" is no series on the shelf. Did you mean "xa-wages"?']),
    (REGIME + 'minimum = { share = "20 %", of = "reference", cites = "s. 2", standing = "official" }\n' + WAGE,
     ["minimum.of: the regime has no reference earnings. Add reference = { method = ... }."]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), REFERRED)
def test_what_a_regime_refers_to_is_there(tmp_path: Path, text: str, said: list[str]) -> None:
    (tmp_path / "sources.toml").write_text('[xa-act]\ntitle = "Act"\nkind = "invented"\n', "utf-8")
    for folder in ("instruments", "national", "series"):
        (tmp_path / folder).mkdir()
    (tmp_path / "series" / "xa-wages.toml").write_text(SERIES, "utf-8")
    path = tmp_path / "national" / "xa.toml"
    path.write_text(text, "utf-8")
    found = [str(fault).partition(": ")[2].removeprefix("xa-s.old_age[0].") for fault in check_file(path)]
    assert found == said
