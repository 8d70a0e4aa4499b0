"""One text of the stages: the rows of a cell are answered as their persons, whatever the shapes of the laws.

A table per shape: each row is a person, decided once alone and once with all the others in columns; every value of the
decision is held equal, both ends of it where it is unknown.
"""

import ast
import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from portability.assessment import rows
from portability.assessment.rows import ManyRows
from portability.assessment.shares import Sharing
from portability.assessment.stages import Shape
from portability.number.unknown import Unknown
from tests.assessment.drawn import LENGTHS, Draw, Person, person
from tests.assessment.injuries import DEATHS, INJURIES
from tests.assessment.shapes import DIFFERENT_KIND, HEALTH, METHODS, REDUCED, SAME_KIND, SHAPES, SHARINGS
from tests.assessment.tables import differing, for_one
from tests.house.source import under
from tests.house.test_stages_text import STAGES as STAGE_NAMES

ROWS = 16
SHORT = (0, 3, 6, 8, 11, 12, 60)
STAGES = under(*(f"assessment/{stage}" for stage in STAGE_NAMES if stage != "floor/stage"))  # which has tables of its own


def table(draw: Draw, shapes: Sequence[Shape], slots: int, *links: tuple[tuple[int, ...], Sharing]) -> list[Person]:
    """Persons with a State of one of some shapes in each slot."""
    return [person(draw, [draw.by.choice(shapes) for _ in range(slots)], links) for _ in range(ROWS)]


def assert_no_row_differs(persons: Sequence[Person]) -> None:
    faults = differing(persons)
    assert not faults, f"{len(faults)} values differ, such as\n" + "\n".join(faults[:4])


@pytest.mark.parametrize("name", SHAPES)
def test_the_rows_of_a_shape_are_answered_as_its_persons(name: str) -> None:
    draw = Draw(Random(name))
    sharing = draw.by.choice(SHARINGS)
    assert_no_row_differs(table(draw, [SHAPES[name], SHAPES[name], SHAPES["accrual"]], 2, ((0, 1), sharing)))


@pytest.mark.parametrize("name", SHAPES)
def test_rows_enough_to_be_decided_by_themselves_are_answered_as_their_persons(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "ENOUGH", 1)  # no State waits for the rows of another
    draw = Draw(Random(name))
    mixed = table(draw, [SHAPES[name], SHAPES["accrual"]], 2, ((0, 1), draw.by.choice(SHARINGS)))
    alike = table(draw, [SHAPES[name]], 2, ((0, 1), draw.by.choice(SHARINGS)))
    assert_no_row_differs(mixed[:6])  # the words are the same as above: a few rows show whether the cells are
    assert_no_row_differs(alike[:6])


@pytest.mark.parametrize("method", METHODS)
def test_the_rows_under_a_method_are_answered_as_its_persons(method: str) -> None:
    draw = Draw(Random(method), methods=(method,))
    shapes = [SHAPES[name] for name in ("accrual up to a cap", "commutation, reduced, maximum", "stated theoretical")]
    assert_no_row_differs(table(draw, shapes, 3, ((0, 1, 2), SHARINGS[0])))


@pytest.mark.parametrize("sharing", SHARINGS, ids=repr)
def test_the_rows_of_short_periods_are_answered_as_their_persons(sharing: Sharing) -> None:
    draw = Draw(Random(str(sharing)), lengths=SHORT)
    assert_no_row_differs(table(draw, [SHAPES["flat"], SHAPES["fraction"]], 3, ((0, 1, 2), sharing)))


@pytest.mark.parametrize("sharing", SHARINGS[-3:], ids=str)
def test_the_rows_of_supplements_are_answered_as_their_persons(sharing: Sharing) -> None:
    draw = Draw(Random(f"added {sharing}"))
    shapes = [SHAPES[name] for name in ("minimum", "minimum of whole pensions", "flat", "minimum, year, unit")]
    assert_no_row_differs(table(draw, shapes, 3, ((0, 1, 2), sharing), ((2, 1), SHARINGS[0])))


@pytest.mark.parametrize("method", ["higher_of", "pro_rata", "independent_first"])
def test_the_rows_of_reductions_are_answered_as_their_persons(method: str) -> None:
    draw = Draw(Random(f"reduced {method}"), methods=(method,))
    shapes = [*REDUCED.values(), SHAPES["flat"]]
    assert_no_row_differs(table(draw, shapes, 3, ((0, 1, 2), SHARINGS[0]), ((2, 1), SHARINGS[6])))


@pytest.mark.parametrize("takes", ["months", "balance"])
def test_the_rows_of_balances_that_move_are_answered_as_their_persons(takes: str) -> None:
    assert_no_row_differs(moving(takes))


def moving(takes: str) -> list[Person]:
    """Persons with a balance that moves from the first of their schemes to the second."""
    draw = Draw(Random(takes), methods=("account", "pro_rata", "direct"))
    host = {"months": "a scheme that takes a balance over", "balance": "an account that moves, partly at once"}[takes]
    names = ("an account that moves", host, "an account that moves, partly at once")
    link = (0, 1, 2), Sharing("none", False, transfers=((0, 1, takes),))
    return [person(draw, [SHAPES[name] for name in names], [link]) for _ in range(ROWS)]


def test_the_rows_under_several_instruments_are_answered_as_their_persons() -> None:
    draw = Draw(Random("several"))
    links = (((0, 1, 2), SHARINGS[0]), ((0, 2), SHARINGS[1]), ((2, 1), SHARINGS[4]))
    assert_no_row_differs(table(draw, [SHAPES["accrual"], SHAPES["commutation"]], 3, *links))


def test_rows_without_an_instrument_are_answered_as_their_persons() -> None:
    assert_no_row_differs(table(Draw(Random("none")), list(SHAPES.values()), 2))


@settings(max_examples=10, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.integers(0, 2**32), st.integers(2, 3))
def test_rows_of_mixed_shapes_are_answered_as_their_persons(seed: int, slots: int) -> None:
    draw = Draw(Random(seed))
    every = tuple(range(slots))
    shapes = draw.by.sample(list(SHAPES.values()), 5)
    assert_no_row_differs(table(draw, shapes, slots, (every, draw.by.choice(SHARINGS)), (every[::-2], SHARINGS[0])))


def test_every_shape_that_a_stage_asks_for_is_in_the_tables() -> None:
    every = [*SHAPES.values(), *HEALTH.values(), *INJURIES.values(), *DEATHS.values()]
    drawn = {word for shape in every for word in (*shape.parts, *shape.stated)}
    drawn |= {word for s in every for word in (s.formula, s.reference, s.otherwise, s.otherwise_below)}
    ways = ("mini_period", "unentitled", "ratio", "payer", "third", "supplement", "fallback_when")
    drawn |= {*METHODS, *(getattr(sharing, way) for sharing in SHARINGS for way in ways)}
    drawn |= {"minimum_of_residence", *(part for ways in (SAME_KIND, DIFFERENT_KIND) for way in ways for part in way)}
    asked = {word for module in STAGES for word in _asked_of_shapes(module.tree)}
    assert {"accrual", "minimum", "displaced", "absorb_full", "higher_of", "refund"} <= asked
    assert asked - drawn == set(), "add a shape with these to tests/assessment/shapes.py"


def _asked_of_shapes(tree: ast.AST) -> set[str]:
    """The words that a stage looks for in a shape: in a comparison, or in a set that it meets a shape with."""
    asking = [n for n in ast.walk(tree) if isinstance(n, (ast.Compare, ast.BinOp)) and "shape" in ast.unparse(n)]
    constants = [n.value for question in asking for n in ast.walk(question) if isinstance(n, ast.Constant)]
    words = {word for word in constants if isinstance(word, str)}
    return {word for word in words if word == word.strip("_")}  # not the pieces of a word that is made


LATER = [SHAPES[name] for name in ("increment after the comparison", "increment after the comparison, reduced", "accrual")]


def test_the_tables_hold_what_they_are_to_try() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for lengths in (SHORT, LENGTHS):
        draw = Draw(Random("everything"), lengths=lengths)
        links = ((0, 1, 2), SHARINGS[0]), ((0, 1), SHARINGS[6]), ((1, 2), SHARINGS[8])
        links = (*links, ((0, 1, 2), SHARINGS[-3]), ((2, 0), SHARINGS[-1]))
        for one in [
            each
            for shapes in [list(SHAPES.values())] * 7 + [[*REDUCED.values(), SHAPES["commutation"]], LATER] * 4
            for each in table(draw, shapes, 3, *links)
        ]:
            for path, value in for_one(one).items():
                seen[re.sub(r"\[\d+\]", "", path).removeprefix("runs.")].add(_sort(value))
    for one in moving("months"):
        for path, value in for_one(one).items():
            seen[re.sub(r"\[\d+\]", "", path).removeprefix("runs.")].add(_sort(value))
    assert {"chosen.takes", "paid.commuted", "paid.lump_sum", "added.amount", "carries", "dues.keeps_independent"} <= seen.keys()
    too_sure = {name for name, sorts in seen.items() if len(sorts) < 3}
    too_sure -= {"waiting.totals.balance"}  # no balance moves where States wait
    assert too_sure == set(), "of these no value is yes, none no (or nought), or none unknown"


def _sort(value: Any) -> str:
    if isinstance(value, Unknown):
        return "unknown"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "some" if value else "nought"


def always_yes(self: ManyRows, test: Any, about: Any, yes: Callable[..., Any], no: Callable[..., Any]) -> Any:
    return yes(self, about)


def test_a_difference_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    persons = table(Draw(Random("different")), [SHAPES["accrual"]], 2, ((0, 1), SHARINGS[0]))
    assert differing(persons) == []
    monkeypatch.setattr(ManyRows, "where", always_yes)
    assert any("basis" in fault for fault in differing(persons))
