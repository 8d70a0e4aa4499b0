"""Cash in sickness and maternity: the rows of a cell are answered as their persons, whatever the shapes of the laws."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest

from portability.assessment.health.stage import found_for
from portability.assessment.rows import ManyRows
from portability.assessment.stages import Member, OnePerson
from portability.record.ledger import Ledger
from portability.record.step import Place, Told
from tests.assessment.drawn import Draw
from tests.assessment.shapes import HEALTH
from tests.assessment.tables import column, each_row, slot, values
from tests.number.same_answer import said

ROWS = 24
KINDS = {
    "happened": "yesno", "own_right": "length", "qualifying": "least", "days": "count", "births": "count",
    "births_limit": "count", "grant": "money", "insured_at_event": "yesno", "nationality": "yesno", "equality": "yesno",
    "residence": "yesno", "residence_waived": "yesno", "step_0_minimum": "money", "step_0_maximum": "money",
    "step_1_minimum": "money", "step_1_maximum": "money", "reference_length": "least", "earnings": "runs",
    "further": "least", "further_own": "length", "further_lengths": "lengths of two",
    "alternative": "least", "alternative_own": "length", "alternative_lengths": "lengths of two",
}  # fmt: skip


def drawn(draw: Draw, name: str) -> tuple[Member, Member]:
    """A State's member, and the same under an instrument with periods of another State."""
    draw.person()
    shape = HEALTH[name]
    given: dict[str, Any] = {"nought": 0, "no": False, "rounding": draw.figure("rounding half_up", "rounding")}
    for key, kind in KINDS.items():
        two = kind == "lengths of two"
        given[key] = tuple(draw.figure("length", key) for _ in range(2)) if two else draw.figure(kind, key)
    given["ceilings"] = tuple(draw.figure("money", "ceilings") for _ in given["earnings"])
    for i in (0, 1):
        given[f"step_{i}"] = draw.figure("share" if f"step_{i}_share" in shape.parts else "money", f"step_{i}")
    member = Member(Place("sickness", "insured", "XA.s", "alone"), shape, {key: Told(value) for key, value in given.items()})
    under = {"insured_then": "yesno", "covered": "yesno", "bound": "yesno"}
    more: dict[str, Any] = {key: Told(draw.figure(kind, key)) for key, kind in under.items()}
    more["lengths"] = tuple(Told(draw.figure("length", "lengths")) for _ in range(2))
    place = member.place._replace(variant="x.all")
    return member, replace(member, place=place, given={**member.given, **more})


def in_columns(members: list[Member]) -> Member:
    first = members[0]
    return replace(first, given={name: column([one.given[name] for one in members]) for name in first.given})


@pytest.mark.parametrize("name", HEALTH)
def test_the_rows_of_a_shape_are_answered_as_its_persons(name: str) -> None:
    draw = Draw(Random(f"health {name}"))
    persons = [drawn(draw, name) for _ in range(ROWS)]
    own = in_columns([member for member, _ in persons])
    linked = slot([under for _, under in persons])
    rows = {path: each_row(value, ROWS) for path, value in values(found_for(ManyRows(ROWS), own, (linked,)))}
    seen = set()
    for r, (member, under) in enumerate(persons):
        exact = dict(values(found_for(OnePerson(Ledger()), member, (under,))))
        assert exact.keys() == rows.keys()
        for path, value in exact.items():
            assert said(rows[path][r]) == said(value), f"row {r}, {path}"
            seen.add((path, str(said(value))))
    assert {("right", str(said(True))), ("right", str(said(False)))} <= seen
