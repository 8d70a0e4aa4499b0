"""The word `where` of the stages: a branch for one person, a cut for rows, both branches where the test is unknown."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portability.assessment.rows import ManyRows
from portability.assessment.stages import OnePerson, Words
from portability.number.column import Column, Truth
from portability.number.unknown import Unknown, unknown, unknown_truth
from portability.number.words import choose, exceeds
from portability.record.ledger import Ledger
from portability.record.step import Fact, Step, Told, bare
from tests.assessment.tables import each_row
from tests.assessment.test_rows_words import HERE, Both, doubled, raised
from tests.number.same_answer import said, stacked


def a_branch(name: str, seen: list[Any]) -> Callable[..., Any]:
    """A branch that notes for how many rows it is run."""

    def branch(stage: Words, about: Any) -> Any:
        seen.append((name, getattr(stage, "size", None)))
        return stage.step(doubled if name == "yes" else raised, HERE, amount=about)

    return branch


@pytest.mark.parametrize(("answer", "value"), [(True, 20), (False, 11)])
def test_a_person_takes_the_branch_that_the_test_names(answer: bool, value: int) -> None:
    seen: list[Any] = []
    stage = OnePerson(Ledger())
    test = Told(answer)
    found = stage.where(test, Told(10), a_branch("yes", seen), a_branch("no", seen))
    assert found.value == value
    assert [name for name, _ in seen] == ["yes" if answer else "no"]
    later = stage.step(raised, HERE, called="later", amount=found)
    assert [told.origin.under for told in (found, later) if isinstance(told.origin, Step)] == [(test,), ()]


def test_a_person_for_whom_the_test_is_unknown_takes_both_branches_at_addresses_of_their_own() -> None:
    seen: list[Any] = []
    stage = OnePerson(Ledger())
    found = stage.where(Told(unknown_truth("age")), Told(10), a_branch("yes", seen), a_branch("no", seen))
    assert [name for name, _ in seen] == ["yes", "no"]
    assert (found.value.low, found.value.high, found.value.facts) == (11, 20, {"age"})
    assert [step.id for step in stage.ledger.steps.values()] == [
        "old_age/insured/XA.s/alone+if/doubled",
        "old_age/insured/XA.s/alone+if_not/raised",
        "old_age/insured/XA.s/alone/doubled_either_way",
    ]


def test_what_both_branches_agree_on_is_known() -> None:
    test = Told(unknown_truth("age"))
    one = OnePerson(Ledger()).where(test, Told(1), a_branch("yes", []), a_branch("no", []))
    assert one.value == 2  # 1 x 2 = 1 + 1
    amount = Told(7, Fact("wage", "facts", "certified"))
    same = OnePerson(Ledger()).where(test, amount, lambda stage, about: about, lambda stage, about: about)
    assert same is amount
    rows = ManyRows(2).where(test.value, Column.of([1, 3]), a_branch("yes", []), a_branch("no", []))
    assert each_row(rows, 2) == [2, unknown("age", low=4, high=6)]


def test_the_steps_of_branches_in_branches_have_addresses_of_their_own() -> None:
    stage = OnePerson(Ledger())
    first, second = Told(unknown_truth("a")), Told(unknown_truth("b"))

    def inner(stage: Words, about: Any) -> Any:
        return stage.where(second, about, a_branch("yes", []), a_branch("no", []))

    found = stage.where(first, Told(10), inner, inner)
    assert (found.value.low, found.value.high) == (11, 20)
    assert [step.id.removeprefix("old_age/insured/XA.s/alone") for step in stage.ledger.steps.values()] == [
        "+if+if/doubled",
        "+if+if_not/raised",
        "+if/doubled_either_way",
        "+if_not+if/doubled",
        "+if_not+if_not/raised",
        "+if_not/doubled_either_way",
        "/doubled_either_way_either_way",
    ]
    deep = stage.ledger.find(HERE._replace(variant="alone+if_not+if"), "doubled")
    assert deep is not None
    assert deep.under == (first, second)


def test_the_parts_of_an_open_result_have_addresses_of_their_own() -> None:
    stage = OnePerson(Ledger())

    def one_step_twice(stage: Words, about: Any) -> Any:
        told = stage.step(doubled, HERE, amount=about)
        return Both(told, (told, told))

    nought = Told(0)
    found = stage.where(Told(unknown_truth("a")), Told(10), one_step_twice, lambda stage, about: Both(nought, (nought, about)))
    assert [told.value.low for told in (found.first, *found.second)] == [0, 0, 10]
    assert [name for place, name in stage.ledger.steps if place == HERE] == [
        "first_either_way",
        "second_0_either_way",
        "second_1_either_way",
    ]


def test_rows_are_cut_between_the_branches() -> None:
    seen: list[Any] = []
    test = Unknown(frozenset("a"), Truth.of([True, False, False, True]), Truth.of([True, False, True, True]))
    found = ManyRows(4).where(test, Column.of([10, 20, 30, 40]), a_branch("yes", seen), a_branch("no", seen))
    assert each_row(found, 4) == [20, 21, unknown("a", low=31, high=60), 80]
    assert seen == [("yes", 2), ("no", 1), ("yes", 1), ("no", 1)]


@pytest.mark.parametrize(
    ("test", "branches"),
    [
        (True, [("yes", 2)]),
        (False, [("no", 2)]),
        (Truth.of([True, True]), [("yes", 2)]),
        (Truth.of([False, False]), [("no", 2)]),
        (unknown_truth("a"), [("yes", 2), ("no", 2)]),
        (Unknown(frozenset("a"), False, Truth.of([True, True])), [("yes", 2), ("no", 2)]),
        (Unknown(frozenset("a"), Truth.of([True, False]), True), [("yes", 1), ("yes", 1), ("no", 1)]),
    ],
    ids=str,
)
def test_no_branch_is_run_for_no_row(test: Any, branches: list[Any]) -> None:
    seen: list[Any] = []
    found = ManyRows(2).where(test, Column.of([10, 20]), a_branch("yes", seen), a_branch("no", seen))
    assert seen == branches
    for r, value in enumerate((10, 20)):
        one = stage_where(OnePerson(Ledger()), Told(each_row(test, 2)[r]), Told(value))
        assert said(each_row(found, 2)[r]) == said(one.value)


def stage_where(stage: Words, test: Any, about: Any) -> Any:
    return stage.where(test, about, a_branch("yes", []), a_branch("no", []))


yesnos = st.one_of(st.booleans(), st.just(unknown_truth("c")))
numbers = st.one_of(st.integers(0, 9), st.builds(lambda low: unknown("a", low=low), st.integers(0, 9)))
rows_drawn = st.integers(1, 4).flatmap(
    lambda size: st.tuples(*(st.lists(kind, min_size=size, max_size=size) for kind in (yesnos, yesnos, numbers)))
)


def nested(stage: Words, first: Any, second: Any, amount: Any) -> Any:
    """A stage of branches in branches, about a tuple, giving a structure with a tuple in it."""

    def larger(stage: Words, about: Any) -> Both:
        amount, second = about
        more = stage.step(doubled, HERE, called="more", amount=amount)
        return Both(stage.where(second, more, a_branch("yes", []), lambda stage, more: more), (second, more))

    def smaller(stage: Words, about: Any) -> Both:
        amount, _ = about
        return Both(amount, (stage.step(exceeds, HERE, a=amount, b=Told(4) if type(amount) is Told else 4), amount))

    return stage.where(first, (amount, second), larger, smaller)


@settings(deadline=None)
@given(rows_drawn)
def test_branches_in_branches_answer_the_same_for_persons_and_rows(drawn: tuple[list[Any], ...]) -> None:
    found = nested(ManyRows(len(drawn[0])), *(stacked(column) for column in drawn))
    for r, row in enumerate(zip(*drawn, strict=True)):
        one = nested(OnePerson(Ledger()), *(Told(value) for value in row))
        for exact, column in zip((one.first, *one.second), (found.first, *found.second), strict=True):
            assert said(each_row(column, len(drawn[0]))[r]) == said(bare(exact))


def test_a_fact_that_only_one_branch_gives_is_open() -> None:
    test, fact = Told(unknown_truth("age")), Told(300, Fact("statement", "facts", "certified"))
    found = OnePerson(Ledger()).where(test, None, lambda stage, about: fact, lambda stage, about: Told(0))
    assert found.value == choose(unknown_truth("age"), 300, 0)
