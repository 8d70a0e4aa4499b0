"""One text of the stages of injury: the rows of a cell are answered as their persons, whatever the shapes of the laws."""

from collections import defaultdict
from random import Random
from typing import Any

import pytest

from portability.assessment.injury.stage.injured import injured, survived
from portability.assessment.rows import ManyRows
from portability.assessment.stages import Member, OnePerson
from portability.number.unknown import Unknown
from portability.record.ledger import Ledger
from tests.assessment.drawn import Draw
from tests.assessment.injuries import DEATHS, INJURIES, injury
from tests.assessment.tables import each_row, slot, values
from tests.number.same_answer import said

ROWS = 30
STAGES = [(injured, name, shape) for name, shape in INJURIES.items()]
STAGES += [(survived, name, shape) for name, shape in DEATHS.items()]


def persons(name: str, shape: Any) -> list[Member]:
    draw = Draw(Random(name))
    return [injury(draw, shape) for _ in range(ROWS)]


def alone(stage: Any, member: Member) -> dict[str, Any]:
    return dict(values(stage(OnePerson(Ledger()), member)))


@pytest.mark.parametrize(("stage", "name", "shape"), STAGES, ids=[name for _, name, _ in STAGES])
def test_the_rows_of_an_injury_are_answered_as_its_persons(stage: Any, name: str, shape: Any) -> None:
    members = persons(name, shape)
    (in_rows,) = ManyRows(ROWS).each([slot(members)], stage)
    found = {path: each_row(value, ROWS) for path, value in values(in_rows)}
    for r, member in enumerate(members):
        exact = alone(stage, member)
        assert exact.keys() == found.keys()
        for path, value in exact.items():
            assert said(found[path][r]) == said(value), f"row {r}, {path}"


def test_the_tables_hold_what_they_are_to_try() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for stage, name, shape in STAGES:
        for member in persons(f"{name} once more", shape):
            for path, value in alone(stage, member).items():
                sort = "unknown" if isinstance(value, Unknown) else "yes" if value else "no"
                seen[f"{stage.__name__} {path}"].add(sort)
    assert {"injured lasting.pension", "injured lasting.lump_sum", "survived bereaved.funeral"} <= seen.keys()
    assert {name for name, sorts in seen.items() if len(sorts) < 3} == set(), "of these no value is yes, none no, or none unknown"
