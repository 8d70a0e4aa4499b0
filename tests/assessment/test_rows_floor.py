"""One text of the floor's stage: the rows of a table are answered as their persons, whatever tests a grant has."""

from fractions import Fraction
from random import Random
from typing import Any

import pytest

from portability.assessment.floor.stage import granted
from portability.assessment.rows import ManyRows
from portability.assessment.stages import Member, OnePerson, Shape
from portability.number.rounding import Rounding
from portability.number.unknown import Unknown, unknown, unknown_truth
from portability.record.ledger import Ledger
from portability.record.step import Place, Told
from tests.assessment.tables import each_row, slot, values
from tests.assessment.test_rows import _asked_of_shapes
from tests.house.source import under
from tests.number.same_answer import said

ROWS = 24
CENT = Rounding(Fraction(1, 100), "half_up", "-", "assumed")
PARTS = (
    "household_scale", "joint_income", "income_limit", "income_amount", "income_of_others", "incapacity", "assets",
    "assets_amount", "joint_assets", "income_test", "age_supplement", "asks",
)  # fmt: skip
SHAPES = {
    "a grant for all": (),
    "a test of income": ("income_test", "age_supplement"),
    "a test of means of couples": ("income_test", "joint_income", "assets", "joint_assets"),
    "a limit of income": ("income_limit", "assets"),
    "a limit of what somebody else has": ("income_limit", "income_of_others"),
    "a limit in money": ("income_limit", "income_amount", "assets", "assets_amount"),
    "a household": ("household_scale", "income_test"),
    "more than is told": ("asks",),
    "an incapacity": ("incapacity", "income_test", "joint_income"),
    "everything": PARTS,
}
YESNO = ("age", "status", "residence", "pensions", "couple", "incapacity", "supplement_reached", "asks")
SUMS = ("incomes", "incomes_of_spouse", "incomes_of_others", "assets", "assets_of_spouse")
MONEY = ("level", "supplement", "least", "income_amount", "assets_amount")
TIMES = ("adults", "children", "single", "pair", "adult", "child", "share_of_each", "full", "taper", "limit", "limit_of_couple",
         "assets_times", "assets_times_of_couple")  # fmt: skip


def drawn(by: Random) -> dict[str, Any]:
    """The figures of one person: many at a limit, some not known."""
    lack = by.choice((0.0, 0.0, 0.1))

    def perhaps(value: Any, other: Any) -> Any:
        return Told(other if by.random() < lack else value)

    def money() -> Any:
        low = by.choice((0, 100, 500, 1000, 1600, Fraction(99995, 100)))
        return perhaps(low, unknown("a", low=low, high=low + by.choice((0, 50, 2000))))

    given: dict[str, Any] = {"nought": Told(0), "no_test": Told(True), "rounding": CENT}
    given |= {name: perhaps(by.random() < 0.8, unknown_truth("c")) for name in YESNO}
    given |= {name: tuple(money() for _ in range(2)) for name in SUMS}
    given |= {name: money() for name in MONEY}
    given |= {name: Told(by.choice((0, 1, 2, Fraction(1, 2), Fraction(8, 5), Fraction(2, 5)))) for name in TIMES}
    return given


@pytest.mark.parametrize("name", SHAPES)
def test_the_rows_of_a_grant_are_answered_as_its_persons(name: str) -> None:
    by, shape = Random(name), Shape(parts=frozenset(SHAPES[name]))
    members = [Member(Place("older_persons", "insured", "XA.grant", "floor"), shape, drawn(by)) for _ in range(ROWS)]
    alone = [dict(values(granted(OnePerson(Ledger()), member))) for member in members]
    (found,) = ManyRows(ROWS).each((slot(members),), granted)
    rows = {path: each_row(value, ROWS) for path, value in values(found)}
    faults = [
        f"row {r}, {path}: {said(one[path])} alone, {said(rows[path][r])} in the table"
        for r, one in enumerate(alone)
        for path in one
        if said(one[path]) != said(rows[path][r])
    ]
    assert not faults, "\n".join(faults[:4])
    assert rows.keys() == {"level", "income", "opens", "due", "gap"}


def test_the_tables_hold_open_refused_and_unknown_grants() -> None:
    by, shape = Random("all"), Shape(parts=frozenset(PARTS))
    found = [granted(OnePerson(Ledger()), Member(Place("a", "b", "XA.c"), shape, drawn(by))) for _ in range(300)]
    kinds = {"unknown" if isinstance(one.opens.value, Unknown) else str(one.opens.value) for one in found}
    assert kinds == {"unknown", "True", "False"}


def test_every_part_that_the_stage_asks_for_is_in_the_tables() -> None:
    asked = {word for module in under("assessment/floor/stage") for word in _asked_of_shapes(module.tree)}
    assert asked == set(PARTS)
