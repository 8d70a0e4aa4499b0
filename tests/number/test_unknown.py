"""Unknown is not zero: what is known of it is kept, and only so much."""

from fractions import Fraction as F

import pytest

from portability.number.column import Column, Truth
from portability.number.unknown import Unknown, spanning, unknown, unknown_truth
from portability.number.words import (
    all_of,
    any_of,
    choose,
    excess,
    is_known,
    latest,
    not_above,
    not_below,
    opposite,
    part,
    ratio,
    reaches,
    same,
    step_table,
    total,
)

wage = unknown("wage")
months = unknown("months", low=12, high=24)
paid = unknown_truth("paid")


def ends(value: object) -> tuple[object, ...]:
    assert isinstance(value, Unknown)
    return (value.low, value.high, value.endless)


def test_a_pension_whose_minimum_is_unknown_is_at_least_the_amount_without_it() -> None:
    assert ends(not_below(900, unknown("minimum"))) == (900, 0, True)


def test_a_pension_whose_maximum_is_unknown_is_at_most_the_amount_without_it() -> None:
    assert ends(not_above(900, unknown("maximum"))) == (0, 900, False)


def test_nought_times_an_unknown_is_nought() -> None:
    assert 0 * wage == 0
    assert wage * 0 == 0
    assert part(False, wage) == 0
    assert wage * unknown("share", high=0) == 0


def test_arithmetic_unites_the_facts() -> None:
    both = wage + months * 2
    assert isinstance(both, Unknown)
    assert both.facts == {"wage", "months"}
    assert ends(both) == (24, 0, True)
    assert ends(total([1, months, F(1, 2)])) == (F(27, 2), F(51, 2), False)


def test_a_comparison_is_known_where_the_ends_suffice() -> None:
    assert reaches(months, 12) is True
    assert reaches(months, 25) is False
    assert ends(reaches(months, 20)) == (False, True, False)
    assert same(months, 30) is False
    assert reaches(wage, 0) is True
    assert ends(reaches(100, wage)) == (False, True, False)


def test_a_right_already_met_without_the_missing_period_is_known() -> None:
    assert reaches(180 + unknown("period"), 180) is True


def test_a_false_among_all_and_a_true_among_any_decide() -> None:
    assert all_of(paid, False) is False
    assert any_of(paid, True) is True
    assert ends(all_of(paid, True)) == (False, True, False)
    assert ends(opposite(paid)) == (False, True, False)


def test_a_choice_on_an_unknown_test_is_known_where_both_sides_agree() -> None:
    assert choose(paid, 7, 7) == 7
    assert choose(paid, True, True) is True
    assert ends(choose(paid, 5, 7)) == (5, 7, False)
    assert ends(choose(paid, wage, 7)) == (0, 0, True)
    assert ends(choose(paid, True, False)) == (False, True, False)


def test_a_ratio_by_what_may_be_nought_has_no_upper_end() -> None:
    assert ends(ratio(6, months, 0)) == (F(1, 4), F(1, 2), False)
    assert ends(ratio(6, wage, 1)) == (0, 0, True)
    assert ends(ratio(0, wage, 1)) == (0, 1, False)
    assert ends(excess(100, months)) == (76, 88, False)


def test_the_latest_of_members_whose_keys_are_unknown() -> None:
    early, late = unknown("early", low=1, high=5), unknown("late", low=6, high=9)
    assert latest([early, late], [True, True]) == (False, True)
    first, second = latest([early, 3], [True, True])
    assert ends(first) == ends(second) == (False, True, False)
    assert latest([early, 3], [True, False]) == (True, False)


def test_a_table_of_steps_is_known_where_the_step_is() -> None:
    rows = [(10, 1), (20, 2), (30, 3)]
    assert ends(step_table(months, rows)) == (1, 2, False)
    assert step_table(unknown("x", low=30), rows) == 3


def test_ends_that_meet_are_the_known_number() -> None:
    assert unknown("x", low=3, high=3) == 3
    assert not_above(unknown("x", low=5), 5) == 5
    with pytest.raises(ValueError, match="low end"):
        unknown("x", low=3, high=2)


def test_a_row_may_be_known_where_another_is_not() -> None:
    mixed = choose(Truth.of([True, False]), wage, Column.of([8, 9]))
    assert isinstance(mixed, Unknown)
    assert is_known(mixed).exact() == [False, True]
    assert not isinstance(not_above(not_below(mixed, 9), 9), Unknown)
    assert spanning(frozenset("x"), Column.of([1, 2]), Column.of([1, 2])).exact() == [1, 2]


def test_an_unknown_is_no_condition() -> None:
    with pytest.raises(TypeError, match="choose"):
        bool(paid)
    with pytest.raises(TypeError, match="yes/no"):
        wage + paid
