"""Figures that can be written and cannot be meant: ages, roundings, payments, windows of earnings, knobs that do not fit."""

from pathlib import Path

import pytest

from portability.law.check import check_file
from tests.law.bad import faults, stored

AGE = 'age = { is = "65 years"'
HERE = "xa-general.old_age"
MANY = 'formula = { shape = "accrual", accrual = "1.5 % per year", on = "reference", cites = "s. 12", standing = "official" }'


@pytest.mark.parametrize(("age", "said"), [
    ("65.01 years", True), ("3000 weeks", True), ("9000 years", True), ("65.5 years", False), ("786 months", False),
])  # fmt: skip
def test_an_age_is_told_in_whole_months(tmp_path: Path, age: str, said: bool) -> None:
    fault = f'{HERE}[0].age.is: "{age}" is not an age in whole months. Write it like "65 years".'
    assert faults(tmp_path, "xa.toml", AGE, AGE.replace("65 years", age)) == ([fault] if said else [])


def leaf(text: str) -> str:
    return f"{text[:-2]}, cites = \"s. 20\", standing = \"official\" }}\n{MANY}"


@pytest.mark.parametrize(("text", "said"), [
    ('rounding = { unit = "0 XTS", way = "up", at = "payment" }',
     'rounding.unit: "0 XTS" is not an amount of money above nought. Write it like "0.10 XTS".'),
    ('rounding = { unit = "1 XTS per month", way = "up", at = "payment" }',
     'rounding.unit: "1 XTS per month" is not an amount of money above nought. Write it like "0.10 XTS".'),
    ('rounding = { unit = "1 XTS", way = "up", at = "reference" }',
     'rounding.at: "reference" is not a word known here. Allowed: payment, theoretical.'),
    ('payments = { is = 0, of = "month" }', "payments.is: 0 is out of range. Write at least 1."),
    ('payments = { is = 367, of = "month" }', "payments.is: 367 is out of range. Write at most 366."),
    ('ceiling = { is = "3 XTS per hour" }',
     'ceiling.is: "3 XTS per hour" is not an amount of money. Write it like "3200 XTS per month".'),
    ('otherwise = { form = "lump_sum", qualifying = "1 month", shape = "per_month", factor = "1 %", on = "reference", '
     'reference = { method = "last" } }',
     'otherwise.reference: method "last" needs "length". Add it, as in length = "60 months".'),
    ('otherwise = { form = "lump_sum", qualifying = "1 month", shape = "per_month", factor = "1 %", on = "reference", '
     'reference = { method = "career" } }',
     'otherwise.reference.method: "career" is not a word known here. Allowed: final, last.'),
    ('divisors = { rows = [{ age = "60 years", by = "0 % per year" }] }',
     'divisors.rows[0].by: "0 % per year" is not a number of months above nought, or a share of a year. Write it like "224".'),
    ('divisors = { rows = [{ age = "60 years", by = "0.5 % per month" }] }',
     'divisors.rows[0].by: "0.5 % per month" is not a number of months above nought, or a share of a year. Write it like "224".'),
    ('otherwise = { form = "lump_sum", qualifying = "1 month", shape = "per_month", factor = "1 %", on = "reference", '
     'steps = "0 months" }',
     'otherwise.steps: "0 months" is not a length above nought. Write it like "1 year".'),
])  # fmt: skip
def test_a_figure_that_cannot_be_meant(tmp_path: Path, text: str, said: str) -> None:
    assert faults(tmp_path, "xa.toml", MANY, leaf(text)) == [f"{HERE}[1].{said}"]


@pytest.mark.parametrize(("inside", "said"), [
    ('bands = []', ["bands: the list is empty. Name at least one."]),
    ('bands = [{ to = "9 XTS", rate = "90 %" }]',
     ['bands[0].to: the last band ends at "9 XTS". Leave out its "to"; where nothing counts above it, add a band of "0 %".']),
    ('bands = [{ rate = "90 %" }, { rate = "10 %" }]',
     ['bands[0]: this band has no end, and others come after it. Say where it ends: to = "...".']),
    ('bands = [{ to = "9 XTS", rate = "90 %" }, { to = "5 XTS", rate = "50 %" }, { rate = "10 %" }]',
     ['bands[1].to: the band to "5 XTS" comes after that to "9 XTS". Put the lowest first, each end once.']),
    ('bands = [{ to = "5 XTS", rate = "90 %" }, { to = "9 XTS", rate = "50 %" }, { rate = "10 %" }]', []),
    ('bands = [{ rate = "90 %" }], part_years = { unit = "0 years", way = "up" }',
     ['part_years.unit: "0 years" is not a length above nought. Write it like "1 year".']),
])  # fmt: skip
def test_a_formula_that_cannot_be_meant(tmp_path: Path, inside: str, said: list[str]) -> None:
    """Bands that end, run down or are none; and a rounding to nothing."""
    text = MANY.replace('on = "ref', f'{inside}, on = "ref')
    assert faults(tmp_path, "xa.toml", MANY, text) == [f"{HERE}[1].formula.{one}" for one in said]


def test_an_average_needs_its_length(tmp_path: Path) -> None:
    assert faults(tmp_path, "xa.toml", 'method = "last", length = "60 months"', 'method = "best"') == [
        f'{HERE}[1].reference: method "best" needs "length". Add it, as in length = "60 months".'
    ]
    assert faults(tmp_path, "xa.toml", 'method = "last", length = "60 months"', 'method = "career"') == []


ROWS = 'rows = { is = ["6: 8 6 26 78 312"], cites = "Art 13", standing = "official" }'


@pytest.mark.parametrize(("text", "said"), [
    (ROWS.replace('["6: 8', '["6: 8 6 26 78 312", "6: 8'),
     "conversion.rows: rows has two rows for the same week. Keep one for each of 5, 6 and 7 days."),
    (ROWS.replace("26 78", "0 78"),
     'conversion.rows: rows has "6: 8 6 0 78 312" with a nought. Write "-" where there is no figure.'),
    (f'{ROWS}\nquarter_months = {{ is = "0", cites = "Art 13", standing = "official" }}',
     "conversion.quarter_months: quarter_months is '0'. Write a whole number above nought, such as \"13\"."),
    (f'{ROWS}\nweek_month_row = {{ is = "5", cites = "Art 13", standing = "official" }}',
     "conversion.week_month_row: week_month_row is 5, and rows has no such row. Add it."),
])  # fmt: skip
def test_knobs_that_do_not_fit_each_other(tmp_path: Path, text: str, said: str) -> None:
    assert faults(tmp_path, "xw-1.toml", ROWS, text) == [said]


def test_knobs_are_read_together_on_every_day_of_change(tmp_path: Path) -> None:
    dated = ("rows = [ { from = 2010-01-01, " + ROWS[9:] + ', { from = 2020-01-01, is = ["5: 9 5 22 66 264"], '
             'cites = "Art 13", standing = "official" } ]')  # fmt: skip
    row = 'week_month_row = { is = "6", cites = "Art 13", standing = "official" }'
    assert faults(tmp_path, "xw-1.toml", ROWS, f"{dated}\n{row}") == [
        "conversion.week_month_row: week_month_row is 6, and rows has no such row. Add it."
    ]


def test_a_set_beside_a_shelf_names_its_instruments(tmp_path: Path) -> None:
    path = stored(tmp_path, "xw-for-all.toml")
    assert check_file(path) == []
    folder = tmp_path / "agreements" / "instruments"
    folder.mkdir(parents=True)
    (folder / "xw-2.toml").write_text("", "utf-8")
    assert [str(fault).partition(": ")[2] for fault in check_file(path)] == [
        'add[0]: "xw-1" is not an instrument on the shelf. Did you mean "xw-2"?'
    ]
