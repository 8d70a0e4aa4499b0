"""The words `step` and `each` of the stages, for one person and for rows, and the cutting of rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import pytest

from portability.assessment.rows import ManyRows, Slot, cut, put
from portability.assessment.stages import Member, OnePerson, Shape, Words
from portability.number.column import Column, Truth
from portability.number.rounding import Rounding
from portability.number.unknown import unknown
from portability.record.ledger import Ledger
from portability.record.step import Place, Told
from tests.assessment.tables import each_row

HERE = Place("old_age", "insured", "XA.s", "alone")
FLAT, ACCRUAL = Shape("flat"), Shape("accrual")


def doubled(amount: Any) -> Any:
    return amount * 2


def raised(amount: Any) -> Any:
    return amount + 1


@dataclass(frozen=True)
class Both:
    first: Any
    second: Any


def a_member(shape: Shape, where: str = "XA.s", **given: Any) -> Member:
    return Member(HERE._replace(where=where), shape, given)


def test_a_step_of_a_person_is_told_and_kept() -> None:
    stage = OnePerson(Ledger())
    told = stage.step(doubled, HERE, amount=Told(21))
    assert told.value == 42
    assert [step.id for step in stage.ledger.steps.values()] == ["old_age/insured/XA.s/alone/doubled"]
    with pytest.raises(ValueError, match="one step per place and rule"):
        stage.step(doubled, HERE, amount=Told(1))
    stage.step(doubled, HERE, called="doubled_again", amount=Told(1))
    assert len(stage.ledger.steps) == 2


def test_a_step_of_rows_is_a_column_and_is_not_kept() -> None:
    stage = ManyRows(2)
    for _ in range(2):
        assert stage.step(doubled, HERE, amount=Column.of([21, Fraction(1, 2)])).exact() == [42, 1]


def test_each_goes_from_state_to_state_for_a_person() -> None:
    members = (a_member(FLAT, "XA.s", amount=Told(10)), a_member(ACCRUAL, "XB.s", amount=Told(20)))

    def stage_of(stage: Words, m: Member, more: Any) -> Any:
        return stage.step(sum_of, m.place, amount=m.given["amount"], more=more)

    found = OnePerson(Ledger()).each(members, stage_of, (Told(1), Told(2)))
    assert [told.value for told in found] == [11, 22]


def sum_of(amount: Any, more: Any) -> Any:
    return amount + more


def slots() -> tuple[Slot, Slot, Slot]:
    """Four rows with three States each; two shapes, a constant of each, and amounts that tell row and slot apart."""

    def part(shape: Shape, slot: int, rows: list[int]) -> tuple[list[int], Member]:
        amounts = Column.of([100 * slot + row for row in rows])
        return rows, a_member(shape, f"slot-{slot}", amount=amounts, rate=5 if shape == FLAT else 7)

    return (
        Slot((part(FLAT, 0, [3, 0]), part(ACCRUAL, 0, [1, 2]))),
        Slot((part(ACCRUAL, 1, [2, 0, 3, 1]),)),
        Slot((part(ACCRUAL, 2, [1]), part(FLAT, 2, [0, 2, 3]))),
    )


def test_each_runs_a_stage_once_for_every_shape_and_gives_every_row_its_own() -> None:
    called = []

    def stage_of(stage: Words, m: Member, more: Any) -> Both:
        called.append((m.shape, len(m.given["amount"])))
        rate = m.given["rate"]
        return Both(m.given["amount"] + more, (rate if type(rate) is Column else Column.of([rate] * len(more)),))

    more = tuple(Column.of([1000 * slot + 10 * row for row in range(4)]) for slot in range(3))
    found = ManyRows(4).each(slots(), stage_of, more)
    assert sorted(called, key=str) == [(ACCRUAL, 7), (FLAT, 5)]
    for slot, result in enumerate(found):
        assert result.first.exact() == [1100 * slot + 11 * row for row in range(4)]
    rates = [result.second[0].exact() for result in found]
    assert rates == [[5, 7, 7, 5], [7, 7, 7, 7], [5, 7, 5, 5]]


def test_what_is_the_same_for_all_rows_reaches_every_row() -> None:
    found = ManyRows(4).each(slots(), lambda stage, m, more: Both(more, False), (1, unknown("a"), 7))
    assert found[0].first.exact() == [1, 1, 1, 1]
    assert found[1].first.facts == {"a"}
    assert each_row(found[1].first, 4) == [unknown("a")] * 4
    assert found[2].first.exact() == [7, 7, 7, 7]
    assert found[2].second.exact() == [False] * 4


def runs_of(*runs: tuple[Sequence[int], Sequence[int]]) -> tuple[Any, ...]:
    return tuple((Column.of(list(amounts)), Column.of(list(lengths))) for amounts, lengths in runs)


def test_sequences_of_one_shape_are_filled_at_the_front() -> None:
    short = a_member(FLAT, earnings=runs_of(([10, 20], [1, 2])), ceilings=(Column.of([5, 6]),))
    longer = a_member(FLAT, earnings=runs_of(([30, 40], [3, 4]), ([50, 60], [5, 6])), ceilings=(7, Column.of([8, 9])))
    seen = []

    def stage_of(stage: Words, m: Member) -> Any:
        seen.extend([m.given["earnings"], m.given["ceilings"]])
        return 0

    ManyRows(2).each((Slot((([0, 1], short),)), Slot((([0, 1], longer),))), stage_of)
    (earlier, later), (first, second) = seen
    assert [earlier[0].exact(), earlier[1].exact()] == [[0, 0, 30, 40], [0, 0, 3, 4]]
    assert [later[0].exact(), later[1].exact()] == [[10, 20, 50, 60], [1, 2, 5, 6]]
    assert [first.exact(), second.exact()] == [[0, 0, 7, 7], [5, 6, 8, 9]]


def test_a_shape_gives_what_all_of_its_members_are_given() -> None:
    asked = (
        Slot((([0], a_member(FLAT, amount=1, full_career=480)),)),
        Slot((([0], a_member(FLAT, amount=Column.of([2]))),)),
    )
    found = ManyRows(1).each(asked, lambda stage, m: tuple(m.given) and m.given["amount"])
    assert [one.exact() for one in found] == [[1], [2]]
    with pytest.raises(KeyError):
        ManyRows(1).each(asked, lambda stage, m: m.given["full_career"])


def test_rows_of_one_shape_round_one_way() -> None:
    down, up = (Rounding(Fraction(1), way, "s. 1", "official") for way in ("down", "up"))
    of_two_units = Slot((([0], a_member(FLAT, rounding=down)), ([1], a_member(FLAT, rounding=_in_fives(down)))))
    (found,) = ManyRows(2).each((of_two_units,), lambda stage, m: m.given["rounding"])
    assert found.unit.exact() == [1, 5]
    assert found.way == "down"
    with pytest.raises(ValueError, match="write the way into the parts of the shape"):
        put([([0], down), ([1], up)], 2)


def _in_fives(rounding: Rounding) -> Rounding:
    return Rounding(Fraction(5), rounding.way, rounding.cites, rounding.standing)


def test_pieces_of_different_structure_are_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        put([([0], (1, 2)), ([1], (1,))], 2)


def test_what_is_cut_is_put_together_again() -> None:
    amounts, answers = Column.of([1, 2, 3]), Truth.of([True, False, True])
    about = (amounts, Both(answers, unknown("a", low=amounts)), Rounding(amounts, "up", "s. 1", "official"), 4, None)  # type: ignore[arg-type]  # a column of units
    again = put([(rows, cut(about, rows)) for rows in ([2, 0], slice(1, 2))], 3)
    assert again[0].exact() == [1, 2, 3]
    assert again[1].first.exact() == [True, False, True]
    assert each_row(again[1].second, 3) == [unknown("a", low=low) for low in (1, 2, 3)]
    assert again[2].unit.exact() == [1, 2, 3]
    assert again[3].exact() == [4, 4, 4]
    assert again[4] is None
    member = a_member(FLAT, amount=amounts)
    assert cut((member, HERE), [1])[0].given["amount"].exact() == [2]
    assert cut((member, HERE), [1])[1] == HERE
