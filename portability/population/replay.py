"""One person of a simulation again, as a case with its whole decision, held against the rows of the result."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from portability.assessment.decide import decide
from portability.case.model import Case
from portability.faults import Fault, Refused, did_you_mean
from portability.law.shelf import Shelf
from portability.population.as_case import case_of, claim_date
from portability.population.identity import is_number, shown
from portability.population.lock import lock_of, read_lock
from portability.population.of_decision import rows_of_decision
from portability.population.people import People
from portability.population.question import Question
from portability.population.reading import read_people
from portability.population.result import NAME
from portability.population.rows import COLUMNS, NUMBERS
from portability.population.sets import sets_of_lock
from portability.record.decision import Decision

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Replayed:
    """A person under one set: the case, the decision, the rows it says, and those of the result table."""

    case: Case
    decision: Decision
    rows: Sequence[Row]
    table: Sequence[Row]
    changed: Sequence[str] = ()

    @property
    def equal(self) -> bool:
        return list(self.rows) == list(self.table)

    def differences(self) -> list[str]:
        """What differs, column by column; nothing where the decision says what the rows say."""
        if len(self.rows) != len(self.table):
            return [f"the table has {len(self.table)} rows of this person, the decision says {len(self.rows)}"]
        return [
            f"row {at}, {name}: {there.get(name, 'nothing')} in the table, {here.get(name, 'nothing')} by the decision"
            for at, (here, there) in enumerate(zip(self.rows, self.table, strict=True), 1)
            for name in COLUMNS
            if here.get(name) != there.get(name)
        ]


def replay(folder: Path, person: str, sets: Sequence[str], shelf: Shelf) -> list[Replayed]:
    """A person of a result, under each of some sets (all of the result, where none is named).

    Raises `Refused` where there is no such result, person or set, or the population is no longer there.
    """
    lock = read_lock(folder)
    known = {one.id: one for one in sets_of_lock(lock)}
    unknown = [name for name in sets if name not in known]
    if unknown:
        raise Refused([Fault("--under", "", f'"{name}" is no set of this result', did_you_mean(name, known)) for name in unknown])
    at = None if lock["at"] is None else date.fromisoformat(lock["at"])
    chosen = [known[name] for name in sets or known]
    asked = Question(chosen, shelf, at)
    population = Path(lock["population"])
    now = lock_of(population, folder, asked, (), lock["persons_per_range"])
    changed = [name for name in ("tables", "law", "engine") if now[name] != lock[name]]
    people = read_people(population)
    place = _place(people, person)
    table = _table(folder, person)
    case, day = case_of(people, place, at), claim_date(people, place, at)
    found = []
    for one in chosen:
        decision = decide(case, day, one, shelf)
        rows = [{**row, "person": shown(people.ids[place])} for row in rows_of_decision(decision, place, one.id)]
        mine = [row for row in table if row.get("scenario") == one.id]
        found.append(Replayed(case, decision, [_plain(row) for row in rows], mine, changed))
    return found


def _plain(row: Mapping[str, Any]) -> Row:
    return {name: row[name] for name in COLUMNS if name in row}


def _place(people: People, person: str) -> int:
    ids = np.asarray(people.ids)
    numbers = ids.dtype.kind == "i"
    wanted: Any = (int(person) if is_number(person) else -1) if numbers else person.encode()
    at = int(np.searchsorted(ids, wanted))
    if at < len(ids) and ids[at] == wanted:
        return at
    near = [shown(ids[k]) for k in range(max(0, at - 1), min(len(ids), at + 1))]
    raise Refused([Fault("--person", "", f'there is no person "{person}" in the population', f"Near it: {', '.join(near)}")])


def _table(folder: Path, person: str) -> list[Row]:
    """The rows of one person in the result table."""
    file = folder / f"{NAME}.csv"
    if file.is_file():
        with file.open(encoding="utf-8", newline="") as lines:
            return [
                {name: int(cell) if name in NUMBERS else cell for name, cell in row.items() if cell != ""}
                for row in csv.DictReader(lines)
                if row["person"] == person
            ]
    return _of_parquet(folder / f"{NAME}.parquet", person)


def _of_parquet(file: Path, person: str) -> list[Row]:
    try:
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError:
        what = "Parquet is read with pyarrow, which is not installed"
        raise Refused([Fault(str(file), "", what, "Install the extra [population]")]) from None
    if not file.is_file():
        raise Refused([Fault(str(file), "", "the result table is missing", "Run the command of the lock again")])
    kept = pyarrow.parquet.ParquetFile(file)
    numbers = str(kept.schema_arrow.field("person").type) == "int64"
    wanted: Any = int(person) if numbers else person
    rows: list[Row] = []
    for group in range(kept.num_row_groups):
        seen = kept.metadata.row_group(group).column(0).statistics
        if seen is not None and seen.has_min_max and not seen.min <= wanted <= seen.max:
            continue
        table = kept.read_row_group(group)
        mine = table.filter(pyarrow.compute.equal(table.column("person"), wanted))
        rows += [{name: value for name, value in row.items() if value is not None} for row in mine.to_pylist()]
    return [{**row, "person": str(row["person"])} for row in rows]


