"""A person of a population is the case that a case file would tell: read by the map, told by the map, nothing lost."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from portability.case.canonical import as_tables
from portability.case.model import read_case
from portability.population.as_case import case_of
from portability.population.reading import read_people
from tests.laws.drawn import lives
from tests.laws.lives import life
from tests.population.tables import as_csv, as_parquet, tables_of

FULL: dict[str, Any] = {
    "format": "portability.case/1",
    "id": "7",
    "person": {"born": "1955-05-20", "sex": "F", "nationalities": ["XA", "XB"], "standing": "certified"},
    "family": [
        {"id": "ann", "relation": "spouse", "born": "1956-01-01", "sex": "M", "married": [{"from": "1980-02-01"}]},
        {"id": "bob", "relation": "child", "born": "2010-01-01", "in_education": True, "disabled": False},
    ],
    "residence": [
        {"country": "XA", "from": "1955-05-20", "to": "1999-12-31", "residence_status": "national"},
        {"country": "XB", "region": "north", "from": "2000-01-01"},
    ],
    "period": [
        {"id": "first", "country": "XA", "scheme": "xa-general", "kind": "insurance", "from": "1980-01-01", "to": "1999-12-31"},
        {"id": "p2", "country": "XB", "scheme": "xb-general", "kind": "assimilated", "from": "2000-01-17", "to": "2000-03-31",
         "counts_for": {"right": ["old_age"]}, "reason": "illness", "certified": {"months": 3}, "grade": 2},
        {"id": "p3", "country": "XB", "scheme": "xb-general", "kind": "insurance", "standing": "declared",
         "certified": {"days": "12.5", "day_system": 6}},
    ],
    "earnings": [
        {"country": "XA", "scheme": "xa-general", "from": "1999-01-01", "to": "1999-12-31", "amount": "12000.50",
         "currency": "XTS", "per": "year"},
        {"country": "XB", "scheme": "xb-general", "from": "2000-01-01", "to": "2000-01-31", "amount": "10.00",
         "currency": "XTS", "per": "month"},
    ],
    "income": [{"kind": "rent", "country": "XA", "amount": "5.00", "currency": "XTS", "per": "month", "from": "2020-01-01"}],
    "account": [{"country": "XC", "scheme": "xc-fund", "balance": "900.00", "currency": "XTS", "on": "2025-06-30"}],
    "event": [
        {"id": "e1", "kind": "accident", "date": "2001-04-05", "country": "XB",
         "exposure": [{"country": "XB", "scheme": "xb-general", "agent": "dust"}],
         "assessment": [{"on": "2002-01-01", "degree": "40 %", "country": "XB"}]},
    ],
    "statement": [
        {"country": "XA", "scheme": "xa-general", "branch": "old_age", "kind": "reference", "amount": "650.00",
         "currency": "XTS", "per": "month", "on": "2020-01-01"},
        {"country": "XB", "scheme": "xb-general", "branch": "old_age", "kind": "own_length", "length": {"months": 30}},
    ],
    "claim": [
        {"branches": ["old_age", "invalidity"], "date": "2026-01-01", "lodged_in": "XA"},
        {"claimant": "ann", "branches": ["survivors"], "date": "2026-01-01"},
    ],
}  # fmt: skip


@pytest.mark.parametrize("write", [as_csv, as_parquet])
def test_every_column_says_what_its_field_says(write: Callable[..., Path], tmp_path: Path) -> None:
    people = read_people(write(tmp_path / "p", tables_of([(7, FULL)])))
    assert as_tables(case_of(people, 0)) == as_tables(read_case(FULL))


def test_months_say_the_days_they_stand_for(tmp_path: Path) -> None:
    """Month 961 is February 1980 (80 x 12 + 1); until 963 is to the end of March."""
    tables = {
        "persons": [{"person": "a", "born_month": 660, "claim_date": "2026-01-01"}],
        "spells": [
            {"person": "a", "country": "XA", "scheme": "xa-general", "kind": "insurance", "from_month": 961, "until_month": 963},
        ],
        "earnings": [{"person": "a", "country": "XA", "scheme": "xa-general", "year": 1980, "amount": "12", "currency": "XTS"}],
    }
    for name in tables:
        (tmp_path / f"{name}.csv").write_text(
            ",".join(tables[name][0]) + "\n" + ",".join(str(each) for each in tables[name][0].values()) + "\n", "utf-8"
        )
    told = as_tables(case_of(read_people(tmp_path), 0))
    assert told["person"] == {"born": "1955-01-01"}
    assert (told["period"][0]["from"], told["period"][0]["to"]) == ("1980-02-01", "1980-03-31")
    run = told["earnings"][0]
    assert (run["from"], run["to"], run["per"], run["amount"]) == ("1980-01-01", "1980-12-31", "year", "12.00")


@settings(deadline=None, max_examples=40)
@given(lives(certified=True), lives())
def test_a_drawn_life_comes_back_as_it_was(one: dict[str, Any], other: dict[str, Any]) -> None:
    cases = [as_tables(life(**{**told, "periods": told["periods"]})) | {"id": str(at)} for at, told in enumerate((one, other))]
    with tempfile.TemporaryDirectory() as folder:
        people = read_people(as_csv(Path(folder) / "p", tables_of(enumerate(cases))))
        assert [as_tables(case_of(people, at)) for at in range(2)] == cases


def test_whole_months_are_kept_as_months_and_others_as_days(tmp_path: Path) -> None:
    """A population of whole months has no days, so that it stands on columns; one day inside a month, and they are kept."""
    whole = {**FULL, "period": FULL["period"][:1]}
    assert "from_day" not in read_people(as_csv(tmp_path / "a", tables_of([(7, whole)]))).tables["spells"]
    assert "from_day" in read_people(as_csv(tmp_path / "b", tables_of([(7, FULL)]))).tables["spells"]
