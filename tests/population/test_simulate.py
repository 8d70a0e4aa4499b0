"""A simulation is its cases: every row replayed, the same on any number of processes, whole or not at all."""

import csv
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from portability.assessment.decide import decide
from portability.case.canonical import as_tables
from portability.case.model import read_case
from portability.faults import Refused
from portability.law.shelf import default_shelf
from portability.population import result
from portability.population.of_decision import rows_of_decision
from portability.population.replay import replay
from portability.population.simulate import simulate
from tests.house.source import ROOT
from tests.laws.drawn import lives
from tests.laws.lives import AS_BOUND, NONE, life
from tests.population.made import SETS, a_life, population, simulation
from tests.population.tables import as_csv, tables_of

PERSONS = 24


@pytest.fixture(autouse=True)
def _as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Results as CSV, to be read without more; Parquet has a test of its own."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)


@pytest.fixture(scope="module")
def people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return population(tmp_path_factory.mktemp("made") / "people", PERSONS)


def table(out: Path) -> list[dict[str, str]]:
    with (out / "results.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def contents(out: Path) -> dict[str, bytes]:
    """All that a result says, but the command, in which its own name stands."""
    found = {file.name: file.read_bytes() for file in sorted(out.iterdir())}
    lock = json.loads(found["lock.json"])
    del lock["command"]
    found["summary.txt"] = found["summary.txt"].partition(b"The same again")[0]
    return {**found, "lock.json": json.dumps(lock).encode()}


def test_every_row_is_what_the_case_file_of_its_person_gives(people: Path, tmp_path: Path) -> None:
    simulate(simulation(people, tmp_path / "out"))
    expected: list[dict[str, str]] = []
    for number in range(PERSONS):
        case = read_case(a_life(number))
        for chosen in SETS:
            for row in rows_of_decision(decide(case, None, chosen, default_shelf()), number, chosen.id):
                expected.append({name: str(row.get(name, "")) for name in result.COLUMNS})
    assert table(tmp_path / "out") == expected


@settings(deadline=None, max_examples=12)
@given(lives(certified=True), lives())
def test_replaying_a_row_gives_that_row(one: dict[str, Any], other: dict[str, Any]) -> None:
    cases = [as_tables(life(**told)) for told in (one, other)]
    with tempfile.TemporaryDirectory() as folder:
        where, out = as_csv(Path(folder) / "p", tables_of(enumerate(cases, 1))), Path(folder) / "out"
        simulate(simulation(where, out, (NONE, AS_BOUND)))
        for person, case in enumerate(cases, 1):
            found = replay(out, str(person), (), default_shelf())
            assert [each.decision.decided_under.agreements for each in found] == ["none", "as-bound"]
            assert [each.differences() for each in found] == [[], []]
            assert as_tables(found[0].case) == {**case, "id": str(person)}


def test_a_row_that_was_changed_is_found_out(people: Path, tmp_path: Path) -> None:
    simulate(simulation(people, tmp_path / "out"))
    rows = table(tmp_path / "out")
    row = next(row for row in rows if row["amount"] not in ("", "0"))
    was, more = row["amount"], str(int(row["amount"]) + 1)
    row["amount"] = more
    with (tmp_path / "out" / "results.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, list(row))
        lines.writeheader()
        lines.writerows(rows)
    [found] = replay(tmp_path / "out", row["person"], (row["scenario"],), default_shelf())
    assert not found.equal
    assert any(f"amount: {more} in the table, {was} by the decision" in said for said in found.differences())


def test_the_result_is_the_same_on_any_number_of_processes(people: Path, tmp_path: Path) -> None:
    for processes in (1, 2, 3):
        simulate(simulation(people, tmp_path / str(processes), processes=processes, by=("sex", "corridor")))
    one, two, three = (contents(tmp_path / str(processes)) for processes in (1, 2, 3))
    assert one == two == three


def test_parquet_says_what_csv_says(people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simulate(simulation(people, tmp_path / "csv"))
    monkeypatch.undo()
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra [population] is not installed")
    simulate(simulation(people, tmp_path / "parquet"))
    told = parquet.read_table(tmp_path / "parquet" / "results.parquet").to_pylist()
    text = [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in told]
    assert text == table(tmp_path / "csv")
    assert all(each.equal for each in replay(tmp_path / "parquet", "3", (), default_shelf()))


RUN = """
import sys
sys.modules["pyarrow"] = None
from pathlib import Path
from portability.population.simulate import simulate
from tests.population.made import simulation
if __name__ == "__main__":
    simulate(simulation(Path(sys.argv[1]), Path(sys.argv[2]), processes=int(sys.argv[3])))
"""


def test_a_run_killed_at_any_moment_goes_on_to_the_same_table(people: Path, tmp_path: Path) -> None:
    """Killed again and again, each time later: no goal is there before it is whole, and what is there then is the same."""
    simulate(simulation(people, tmp_path / "whole"))
    out, drawn, killed = tmp_path / "out", random.Random(20260101), 0
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    for attempt in range(60):
        command = [sys.executable, "-c", RUN, str(people), str(out), str(1 + attempt % 2)]
        run = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE)
        if attempt < 8:
            deadline = time.monotonic() + drawn.uniform(0.3, 0.8 + 0.15 * attempt)
            while run.poll() is None and time.monotonic() < deadline:
                time.sleep(0.005)
            if run.poll() is None:
                run.send_signal(signal.SIGKILL)
                killed += 1
        _, said = run.communicate(timeout=120)
        if out.exists():
            break
        assert run.returncode == -signal.SIGKILL, said.decode()
    assert killed
    assert contents(out) == contents(tmp_path / "whole")
    assert not list(tmp_path.glob(".out.part"))


def test_where_a_person_is_refused_no_result_is_there(people: Path, tmp_path: Path) -> None:
    """A person with two residences at once: only the case can tell, and the run ends without a goal."""
    where = tmp_path / "people"
    tables = tables_of((number, a_life(number)) for number in range(3))
    where = as_csv(where, {**tables, "residence": [
        {"person": 1, "country": "XA", "from": "2000-01-01"}, {"person": 1, "country": "XB", "from": "2001-01-01"},
    ]})  # fmt: skip
    with pytest.raises(Refused) as refused:
        simulate(simulation(where, tmp_path / "out"))
    assert [fault.file for fault in refused.value.faults] == ["person 1"]
    assert "resides in" in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_a_goal_that_is_there_is_left_alone(people: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(Refused, match="is there already"):
        simulate(simulation(people, tmp_path / "out"))
    assert [file.name for file in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_a_run_of_something_else_is_not_gone_on_with(people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*of: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("portability.population.simulate._put_together", broken)
        with pytest.raises(KeyboardInterrupt):
            simulate(simulation(people, tmp_path / "out"))
    with pytest.raises(Refused, match="a run broken off is there, of another sets"):
        simulate(simulation(people, tmp_path / "out", (NONE,)))
    assert not (tmp_path / "out").exists()
    simulate(simulation(people, tmp_path / "out"))
    assert table(tmp_path / "out")


def test_a_person_without_a_date_of_claim_is_refused_and_a_day_for_all_stands_in(tmp_path: Path) -> None:
    told = {key: value for key, value in a_life(1).items() if key != "claim"}
    where = as_csv(tmp_path / "people", tables_of([(1, told)]))
    with pytest.raises(Refused, match="the person has no claim date"):
        simulate(simulation(where, tmp_path / "out"))
    from datetime import date

    simulate(simulation(where, tmp_path / "again", at=date(2026, 1, 1)))
    assert "Decided for: 2026-01-01" in (tmp_path / "again" / "summary.txt").read_text("utf-8")
