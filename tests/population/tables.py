"""Populations for tests: the tables of some cases, written by the published map and nothing else."""

import csv
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from portability.population.columns import PERSON, TABLES, Column, TableMap

Row = dict[str, Any]


def rows_of(case: Mapping[str, Any], person: object) -> dict[str, list[Row]]:
    """The rows of each table that say what a case says; a field without a column fails the test."""
    left = {key: value for key, value in case.items() if key not in ("format", "id")}
    found: dict[str, list[Row]] = {}
    persons = TABLES["persons"]
    row: Row = {PERSON: person}
    if len(left.get("residence", ())) > 1 or any(set(one) & {"from", "to"} for one in left.get("residence", ())):
        found["residence"] = [_row(TABLES["residence"], person, one) for one in left.pop("residence")]
    claims = left.get("claim", [])
    left["claim"] = [one for one in claims if one.get("claimant", "insured") == "insured"]
    for column in persons.columns:
        _move(left, row, column)
    rows = [row]
    for table in TABLES.values():
        if table.case and table.case in left:
            told = [_row(table, person, one) for one in left.pop(table.case) if _rest(one)]
            if told:
                found[table.name] = told
    for one in claims:
        if one.get("claimant", "insured") != "insured":
            mine = next(each for each in found["family"] if each["id"] == one["claimant"])
            mine["claims"] = " ".join([*mine.get("claims", "").split(), *one["branches"]])
    assert not _rest(left), f"no column says {_rest(left)}"
    return {"persons": rows, **found}


def _row(table: TableMap, person: object, told: Mapping[str, Any]) -> Row:
    left = _copied(told)
    row: Row = {PERSON: person}
    for column in table.columns:
        if column.name != "year":
            _move(left, row, column)
    assert not _rest(left), f"no column of {table.name} says {_rest(left)}"
    return row


def _copied(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(each) for key, each in value.items()}
    return [_copied(each) for each in value] if isinstance(value, list | tuple) else value


def _rest(value: Any) -> Any:
    """What is left of a table when empty tables and lists are taken away."""
    if isinstance(value, Mapping):
        return {key: rest for key, each in value.items() if (rest := _rest(each))}
    if isinstance(value, list):
        return [rest for each in value if (rest := _rest(each))]
    return value


def _move(left: Row, row: Row, column: Column) -> None:
    """Take the value at a column's path out of a table, and put it in the row."""
    if not column.path or column.name.endswith("_month"):
        return
    here: Any = left
    for part in column.path[:-1]:
        if isinstance(part, int):
            here = here[0] if here else {}
        else:
            here = here.get(part, {})
    last = column.path[-1]
    if isinstance(here, dict) and last in here:
        value = here.pop(last)
        row[column.name] = " ".join(value) if isinstance(value, list | tuple) else value


def tables_of(cases: Iterable[tuple[object, Mapping[str, Any]]]) -> dict[str, list[Row]]:
    """The tables of some cases; persons must be told in the order of their ids."""
    found: dict[str, list[Row]] = {"persons": [], "spells": []}
    for person, case in cases:
        for name, rows in rows_of(_copied(case), person).items():
            found.setdefault(name, []).extend(rows)
    return found


def heading(name: str, rows: list[Row]) -> list[str]:
    """The columns that some row has, and those without which a table is none."""
    needed = {column.name for column in TABLES[name].columns if column.needed}
    needed |= {"from", "to"} if name == "spells" else {"scheme"} if name == "earnings" else set()
    return [one for one in TABLES[name].names if one == PERSON or one in needed or any(one in row for row in rows)]


def as_csv(folder: Path, tables: Mapping[str, list[Row]]) -> Path:
    """The tables as CSV files of a folder."""
    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            lines = csv.DictWriter(file, heading(name, rows), lineterminator="\n")
            lines.writeheader()
            for row in rows:
                lines.writerow({key: str(each).lower() if isinstance(each, bool) else each for key, each in row.items()})
    return folder


def as_parquet(folder: Path, tables: Mapping[str, list[Row]]) -> Path:
    """The tables as Parquet files; amounts as decimals, whole numbers as such, else text."""
    pyarrow = pytest.importorskip("pyarrow.parquet", reason="the extra [population] is not installed")
    from pyarrow import array, decimal128, int64, string, table

    folder.mkdir(exist_ok=True)
    for name, rows in tables.items():
        columns = {}
        for key in heading(name, rows):
            cells = [row.get(key) for row in rows]
            kinds = {type(each) for each in cells if each is not None}
            if key in ("amount", "balance"):
                columns[key] = array([None if one is None else Decimal(one) for one in cells], decimal128(20, 4))
            elif kinds <= {int} and key != "certified_months":
                columns[key] = array(cells, int64()) if kinds else array(cells, string())
            elif kinds == {bool}:
                columns[key] = array(cells)
            else:
                columns[key] = array([None if one is None else str(one) for one in cells], string())
        pyarrow.write_table(table(columns), folder / f"{name}.parquet")
    return folder
