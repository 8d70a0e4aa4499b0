"""Every rule: one text, the same answer for a person and for a row, and an answer to whatever it is asked."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from portability.number.rounding import Rounding
from portability.number.unknown import unknown, unknown_truth
from portability.number.words import Number
from tests.number.same_answer import check_same, row, said, said_of_runs, stacked
from tests.rules.declared import by_member, gives_runs, kinds, rules

RULES = [
    pytest.param(rule, id=f"{rule.__module__.removeprefix('portability.rules.')}.{rule.__name__}") for rule in rules()
]

NUMBERS = (Fraction(7, 3), 0, 5, unknown("a"), unknown("a", low=2, high=Fraction(9, 2)), 2**63)
ANSWERS = (True, False, unknown_truth("b"))
CASES = {
    "number": NUMBERS,
    "yesno": ANSWERS,
    "numbers": tuple((one, other) for one in NUMBERS for other in NUMBERS),
    "yesnos": tuple((one, other) for one in ANSWERS for other in ANSWERS),
    "runs": tuple(((one, 3), (4, other)) for one in NUMBERS for other in NUMBERS),
    "rows": tuple(((start, one), (6, other)) for start in (0, 2) for one in NUMBERS for other in NUMBERS),
    "rounding": tuple(Rounding(unit, "half_even", "s. 1", "official") for unit in (Fraction(1, 100), Fraction(5))),
}
"""Known, nought, unknown without end, unknown between two ends, and larger than a column holds unaided."""


def test_every_room_of_rules_is_walked() -> None:
    found = {rule.__module__.removeprefix("portability.rules.") for rule in rules()}
    assert {"qualifying", "totalisation", "proration", "comparison", "money", "pension.accrual"} <= found


@pytest.mark.parametrize("rule", RULES)
def test_a_row_answers_what_a_person_answers(rule: Callable[..., Any]) -> None:
    asked, declared = by_member(rule)
    if declared:
        check_same(asked, declared, gives_runs=gives_runs(rule), examples=20)
    assert kinds(rule).keys() >= declared.keys()


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("others", [0, 3], ids=["known", "unknown"])
def test_every_argument_in_turn_is_a_column_an_unknown_and_nought(rule: Callable[..., Any], others: int) -> None:
    asked, declared = by_member(rule)
    say = said_of_runs if gives_runs(rule) else said
    rest = {name: CASES[kind][min(others, len(CASES[kind]) - 1)] for name, kind in declared.items()}
    for name, kind in declared.items():
        answer = asked(**{**rest, name: stacked(CASES[kind])})
        for r, value in enumerate(CASES[kind]):
            exact = asked(**{**rest, name: value})
            assert say(row(answer, r)) == say(exact), f"{name} = {value}"
    assert say(asked(**rest)) is not None


def undeclared(length, required):  # type: ignore[no-untyped-def]  # a rule that declares nothing
    return length


def with_a_stranger(length: float) -> bool:
    return bool(length)


def without_an_answer(length: Number) -> None:
    return None


@pytest.mark.parametrize("rule", [undeclared, with_a_stranger, without_an_answer])
def test_a_rule_without_declared_kinds_is_found(rule: Callable[..., Any]) -> None:
    with pytest.raises(TypeError, match="an argument of a rule is one of"):
        kinds(rule)


def test_what_differs_between_a_person_and_a_row_is_found() -> None:
    def on_the_first_row(amount: Any) -> Any:
        return amount.exact()[0] if hasattr(amount, "exact") else amount

    with pytest.raises(AssertionError, match="in rows"):
        check_same(on_the_first_row, {"amount": "number"})
