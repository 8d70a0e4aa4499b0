"""The schemas promise what is read and written, and the ones kept under docs/schema/ are those the models make."""

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from portability.cli import main, schema
from portability.record.decision import to_json
from tests.case.example import SMALL, WHOLE
from tests.record import example
from tests.schemas import misfits

ROOT = Path(__file__).parents[2]
MADE = list(schema.SCHEMAS)


@cache
def of(name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(schema.text(name))
    return made


@pytest.mark.parametrize("name", MADE)
def test_a_schema_has_not_drifted(name: str) -> None:
    kept = ROOT / "docs" / "schema" / f"{name}.json"
    assert kept.read_text("utf-8") == schema.text(name), f"run: portability schema {name} > docs/schema/{name}.json"


def test_nothing_else_is_kept_there() -> None:
    assert {path.stem for path in (ROOT / "docs" / "schema").iterdir()} == set(MADE)


def test_the_command_prints_the_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "case"]) == 0
    assert capsys.readouterr().out == schema.text("case")


def test_a_name_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", "cases"]) == 2
    assert main(["schema"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "case" in told.err


def fit(value: Any, name: str) -> list[str]:
    return list(misfits(value, of(name), of(name)))


@pytest.mark.parametrize("text", [SMALL, WHOLE])
def test_what_is_read_fits_the_schema(text: str) -> None:
    assert fit(json.loads(json.dumps(tomllib.loads(text), default=str)), "case") == []


@pytest.mark.parametrize("decision", [example.LEAST, example.WHOLE])
def test_what_is_written_fits_the_schema(decision: Any) -> None:
    assert fit(to_json(decision), "decision") == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("perio",), []),
        (("period", 0, "kind"), "insurence"),
        (("period", 0, "from"), "2000-1-1"),
        (("period", 0, "country"), None),
        (("earnings", 0, "amount"), 650),
        (("period", 0, "certified", "months"), 1.5),
        (("format",), "portability.case/2"),
    ],
)
def test_the_schema_refuses_what_the_reader_refuses(path: tuple[Any, ...], value: Any) -> None:
    tables = json.loads(json.dumps(tomllib.loads(WHOLE), default=str))
    around = tables
    for part in path[:-1]:
        around = around[part]
    around[path[-1]] = value
    assert fit(tables, "case") != []


def test_the_schema_of_a_decision_refuses_null_and_half_money() -> None:
    written = to_json(example.WHOLE)
    written["benefits"][0]["refusal"] = None
    del written["benefits"][0]["payments"][0]["money"]["amount"]
    assert len(fit(written, "decision")) == 2


SHELF = sorted([*ROOT.glob("agreements/[!r]*/*.toml"), *ROOT.glob("scenarios/comparisons/*.toml")])


@pytest.mark.parametrize("path", SHELF, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_shelf_fits_the_schemas(path: Path) -> None:
    tables = json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=str))
    name = tables["format"].removeprefix("portability.").removesuffix("/1")
    assert fit(tables, name) == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("scenarios/cases/*/case.toml")), ids=lambda path: path.parent.name)
def test_the_cases_fit_their_schema(path: Path) -> None:
    assert fit(json.loads(json.dumps(tomllib.loads(path.read_text("utf-8")), default=str)), "case") == []
