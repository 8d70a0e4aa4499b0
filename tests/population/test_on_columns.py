"""Who stands on columns gets the very rows that the case engine gives: under laws that are whole and official, nobody is left."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.decide import decide
from portability.assessment.scope import AgreementSet
from portability.case.canonical import as_tables
from portability.case.model import read_case
from portability.law.shelf import Shelf
from portability.population.as_case import case_of
from portability.population.of_decision import rows_of_decision
from portability.population.on_columns import Columns, taken
from portability.population.people import first_day
from portability.population.question import Question
from portability.population.reading import read_people
from portability.population.rows import COLUMNS
from tests.house.source import ROOT
from tests.population.tables import as_csv, tables_of

LAW = Shelf(ROOT / "bench" / "law")
STATES = {"XH": "EUR", "XI": "USD", "XJ": "ZAR", "XK": "GBP"}
SETS = (AgreementSet("none", as_bound=False), AgreementSet("as-bound"))
SPELLS = st.lists(
    st.tuples(st.integers(600, 1500), st.integers(1, 400), st.sampled_from(sorted(STATES)), st.integers(1, 8)),
    min_size=1, max_size=6, unique_by=lambda one: one[3],
)  # fmt: skip
DAYS = st.sampled_from(["2043-06-01", "2045-01-01"])
LIVES = st.lists(st.tuples(SPELLS, st.integers(1, 900_000), DAYS), min_size=1, max_size=6)


def a_life(number: int, told: tuple[list[tuple[int, int, str, int]], int, str]) -> dict[str, Any]:
    """A career of graded spells with reference earnings as certified, and the day of the claim."""
    spells, wage, day = told
    states = dict.fromkeys(state for _, _, state, _ in spells)
    return {
        "format": "portability.case/1",
        "id": str(number),
        "person": {"born": "1940-01-01"},
        "period": [
            {
                "id": f"p{at}", "country": state, "scheme": f"{state.lower()}-general", "kind": "insurance", "grade": grade,
                "from": first_day(start).isoformat(), "to": (first_day(start + months) - timedelta(1)).isoformat(),
            }
            for at, (start, months, state, grade) in enumerate(spells, 1)
        ],
        "statement": [
            {
                "country": state, "scheme": f"{state.lower()}-general", "branch": "old_age", "kind": "reference",
                "amount": f"{wage // 100}.{wage % 100:02}", "currency": STATES[state], "per": "month",
            }
            for state in states
        ],
        "claim": [{"branches": ["old_age"], "date": day}],
    }  # fmt: skip


def both(folder: Path, cases: list[dict[str, Any]], chosen: AgreementSet) -> tuple[list[Any], list[Any], Any]:
    """The rows on columns, those by the case engine of the same persons, and who is left."""
    people = read_people(as_csv(folder, tables_of(enumerate(cases))))
    rows, left = Columns(Question(SETS, LAW)).decided(people, 0, len(people), chosen)
    on_columns = [{name: row[name] for name in COLUMNS if name in row} for row in rows.told()]
    by_case = []
    for number in sorted(set(range(len(cases))) - set(left.places.tolist())):
        told = rows_of_decision(decide(read_case(cases[number]), None, chosen, LAW), number, chosen.id)
        by_case += [{name: row[name] for name in COLUMNS if name in row} for row in told]
    return sorted(on_columns, key=_order), sorted(by_case, key=_order), left


def _order(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["person"], row["country"], row.get("per", ""), str(row)


@pytest.mark.parametrize("chosen", SETS, ids=lambda one: one.id)
@settings(deadline=None, max_examples=25)
@given(lives=LIVES)
def test_a_row_on_columns_is_the_row_of_the_case(
    tmp_path_factory: pytest.TempPathFactory, chosen: AgreementSet, lives: list[Any]
) -> None:
    cases = [a_life(number, told) for number, told in enumerate(lives)]
    on_columns, by_case, left = both(tmp_path_factory.mktemp("drawn") / "p", cases, chosen)
    assert on_columns == by_case
    assert on_columns or left.places.size


def test_nobody_of_a_plain_population_is_left(tmp_path: Path) -> None:
    spells = [(700, 200, "XH", 1), (900, 250, "XI", 2), (1150, 90, "XK", 3)]
    _, by_case, left = both(tmp_path / "p", [a_life(k, (spells, 250_000 + k, "2045-01-01")) for k in range(5)], SETS[1])
    assert dict(left.reasons) == {}
    assert len(by_case) == 15


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"claim": [{"branches": ["invalidity"], "date": "2045-01-01"}]}, "another branch is claimed"),
        ({"person": {"born": "1940-01-01", "nationalities": ["XH", "XI"]}}, "several nationalities"),
        ({"income": [{"kind": "rent", "amount": "1.00", "currency": "EUR", "per": "month"}]}, "a row in the table income"),
        ({"person": {"born": "1940-01-17"}}, "persons.born is told"),
    ],
)
def test_who_is_left_is_left_for_a_reason(change: dict[str, Any], why: str, tmp_path: Path) -> None:
    plain = a_life(0, ([(700, 200, "XH", 1)], 250_000, "2045-01-01"))
    _, _, left = both(tmp_path / "p", [plain, {**plain, "id": "1", **change}], SETS[1])
    assert (left.places.tolist(), dict(left.reasons)) == ([1], {why: 1})


def test_some_persons_of_a_population_are_a_population(tmp_path: Path) -> None:
    spells = [(700, 200, "XH", 1), (900, 250, "XI", 2)]
    cases = [a_life(k, (spells[: 1 + k % 2], 100 + k, "2045-01-01")) for k in range(6)]
    people = read_people(as_csv(tmp_path / "p", tables_of(enumerate(cases))))
    some = taken(people, np.array([1, 2, 5]))
    assert [as_tables(case_of(some, at)) for at in range(3)] == [as_tables(case_of(people, at)) for at in (1, 2, 5)]
    assert date.fromisoformat(cases[0]["claim"][0]["date"]).year == 2045
