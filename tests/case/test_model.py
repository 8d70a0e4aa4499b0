"""A case holds every table of the format, the same from TOML, JSON and memory."""

import json
import subprocess
import sys
import tomllib
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from portability import citation, terms
from portability.case import words
from portability.case.canonical import as_tables, fingerprint
from portability.case.model import ROWS, Case, load_case, read_case
from portability.document.leaf import PartialDate, Table
from portability.faults import Refused
from tests.case.example import SMALL, WHOLE

WHOLE_FILE = Path(__file__).parent / "whole.toml"


def as_json(text: str) -> str:
    return json.dumps(tomllib.loads(text), default=str)


def test_a_whole_case_says_every_key_of_the_format() -> None:
    """The example holds each key of each table, so that nothing of the format goes untested."""
    said: dict[type[Table], set[str]] = {}

    def note(row: Table) -> None:
        told = {name for name in type(row).model_fields if getattr(row, name) not in (None, ())}
        said.setdefault(type(row), set()).update(told)
        for name in told:
            value = getattr(row, name)
            for each in value if isinstance(value, tuple) else (value,):
                if isinstance(each, Table):
                    note(each)

    case = load_case(WHOLE_FILE)
    note(case)
    everywhere = {"person", "standing", "source"}
    missing = {model.__name__: set(model.model_fields) - told - everywhere for model, told in said.items()}
    assert {name: keys for name, keys in missing.items() if keys} == {"Person": {"nationalities", "residence_status"}}
    assert {type(row) for key in ROWS for row in getattr(case, key)} == set(ROWS.values())


def test_toml_and_json_and_memory_give_one_case() -> None:
    from_toml = read_case(WHOLE, "a.toml")
    assert from_toml == load_case(WHOLE_FILE)
    assert from_toml == read_case(as_json(WHOLE), "a.json")
    assert from_toml == read_case(tomllib.loads(WHOLE))
    assert fingerprint(from_toml) == fingerprint(read_case(as_json(WHOLE)))


def test_a_case_written_one_way_is_read_as_the_same_case() -> None:
    for text in (WHOLE, SMALL):
        case = read_case(text)
        assert read_case(as_tables(case)) == case
        assert read_case(json.dumps(as_tables(case))) == case


def test_a_change_changes_the_fingerprint() -> None:
    assert fingerprint(read_case(SMALL)) != fingerprint(read_case(SMALL.replace("1989-12-31", "1989-12-30")))


def test_what_attributes_hold() -> None:
    case = read_case(WHOLE)
    period = case.period[0]
    assert (period.start, period.end) == (date(1980, 1, 1), PartialDate(1989, 12))
    assert period.certified is not None
    assert (period.certified.years, period.certified.days) == (8, Fraction(3, 2))
    assert period.counts_for is not None
    assert period.counts_for.right == ("old_age", "survivors")
    assert case.period[1].country == "GB"
    assert case.statement[0].states_counted == ("XA", "GR")
    assert (case.earnings[0].amount, case.earnings[0].person) == ("650.00", "insured")
    assert case.assume[1].value == ("pension_insurance", "provident_fund")
    assert case.family[0].married[0].start == date(1985, 6, 1)
    assert case.evidence[0].note == "Two pages,\nthe second stamped."
    assert list(case.people) == ["insured", "husband", "child"]
    assert case.people["insured"] is case.person


def test_a_case_is_frozen() -> None:
    case = read_case(SMALL)
    with pytest.raises(ValidationError):
        case.period[0].country = "XB"
    with pytest.raises(ValidationError):
        case.id = "other"


def test_the_least_case() -> None:
    case = read_case({"format": "portability.case/1", "id": "a"})
    assert case.person.born is None
    assert all(getattr(case, key) == () for key in ROWS)
    assert set(ROWS) | {"format", "id", "person"} == set(Case.model_fields)


def test_tables_of_a_program_are_left_as_they_were() -> None:
    tables: dict[str, Any] = {"format": "portability.case/1", "id": "a", "family": [{"id": "b", "relation": "child"}]}
    before = json.dumps(tables)
    read_case(tables)
    assert json.dumps(tables) == before


def test_the_words_are_those_of_the_glossary() -> None:
    assert set(get_args(words.Branch)) == {term.word for term in terms.BRANCHES}
    assert get_args(words.FactStanding) == citation.FACT_STANDINGS


def test_twenty_thousand_periods_are_read_and_one_more_is_refused() -> None:
    row = {"country": "XA", "kind": "insurance", "from": "2000-01-01", "to": "2000-01-31"}
    periods = [{"id": f"p{number}", **row} for number in range(20_001)]
    case = read_case({"format": "portability.case/1", "id": "a", "period": periods[1:]})
    assert len(case.period) == 20_000
    with pytest.raises(Refused) as caught:
        read_case({"format": "portability.case/1", "id": "a", "period": periods})
    assert [str(fault) for fault in caught.value.faults] == [
        "case: period: the case has 20001 periods, over 20000. Join periods that touch, or split the case."
    ]


def test_reading_a_case_loads_neither_numpy_nor_the_scanners_of_lines() -> None:
    code = (
        "import sys\n"
        "from portability.case.model import load_case\n"
        f"load_case({str(WHOLE_FILE)!r})\n"
        "heavy = ['numpy', 'tabulate', 'portability.document.lines', 'portability.document.mend', 'difflib']\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=Path.cwd())
    assert ran.stdout == "[]\n"
