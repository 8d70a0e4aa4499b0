"""Rows taken, and parts of the rows joined again."""

from fractions import Fraction as F
from typing import Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portability.number.column import Column, Truth
from portability.number.unknown import Unknown, unknown, unknown_truth
from portability.number.words import choose, is_known, join, opposite, ratio, rows_where, take, total
from tests.number.same_answer import numbers, row, said, stacked, yesnos

ODD = Truth.of([True, False, True, False])


@given(st.lists(st.tuples(numbers, yesnos, st.booleans()), min_size=1, max_size=6))
def test_parts_cut_by_a_test_and_joined_are_the_whole(persons: list[tuple[Any, Any, bool]]) -> None:
    amounts, answers, tests = zip(*persons, strict=True)
    cut = rows_where(Truth.of(tests))
    for values in (amounts, answers):
        whole = stacked(values)
        again = join([(rows, take(whole, rows)) for rows in cut], len(persons))
        for r, value in enumerate(values):
            assert said(row(again, r)) == said(row(whole, r)) == said(row(stacked([value]), 0))


def test_a_test_cuts_the_rows() -> None:
    yes, no = rows_where(ODD)
    assert (yes.tolist(), no.tolist()) == ([0, 2], [1, 3])


def test_a_row_where_the_test_is_unknown_is_in_neither_part() -> None:
    test = choose(ODD, unknown_truth("age"), Truth.of([True, True, False, False]))
    yes, no = rows_where(test)
    assert (yes.tolist(), no.tolist()) == ([1], [3])
    assert rows_where(is_known(test))[1].tolist() == [0, 2]


def test_the_test_of_one_case_has_no_rows() -> None:
    with pytest.raises(TypeError, match="branch on it with if"):
        rows_where(True)


def test_rows_that_are_known_carry_nothing() -> None:
    mixed = choose(ODD, unknown("wage"), Column.of([1, 2, 3, 4]))
    known_rows, open_rows = rows_where(is_known(mixed))
    assert isinstance(take(mixed, open_rows), Unknown)
    assert take(mixed, known_rows).exact() == [2, 4]


def test_plain_numbers_and_none_pass_through() -> None:
    yes, no = rows_where(ODD)
    assert take(F(1, 2), yes) == F(1, 2)
    assert take(True, yes) is True
    assert take(None, yes) is None
    assert join([(yes, None), (no, None)], 4) is None
    assert join([(yes, F(1, 2)), (no, 3)], 4).exact() == [F(1, 2), 3, F(1, 2), 3]
    assert join([(yes, True), (no, Truth.of([False, False]))], 4).exact() == [True, False, True, False]
    with pytest.raises(TypeError, match="others None"):
        join([(yes, None), (no, 1)], 4)


class Member(NamedTuple):
    own: Any
    right: Any


def test_tuples_are_cut_and_joined_member_by_member() -> None:
    yes, no = rows_where(ODD)
    member = Member(Column.of([1, 2, 3, 4]), ODD)
    parts = [(rows, take(member, rows)) for rows in (yes, no)]
    assert isinstance(parts[0][1], Member)
    again = join(parts, 4)
    assert again.own.exact() == [1, 2, 3, 4]
    assert again.right.exact() == ODD.exact()


def test_rows_in_no_part_are_nought_or_no() -> None:
    yes, _ = rows_where(ODD)
    assert join([(yes, 7)], 4).exact() == [7, 0, 7, 0]
    assert join([(yes, unknown("wage"))], 4).low.exact() == [0, 0, 0, 0]
    assert join([(yes, unknown("wage"))], 4).endless.exact() == [True, False, True, False]


def test_sharing_a_denominator_outlives_taking_and_joining() -> None:
    owns = [Column.of([1, 2, 3, 4]), Column.of([4, 3, 2, 0])]
    whole = total(owns)
    shares: list[Any] = [ratio(own, whole, 0) for own in owns]
    yes, no = rows_where(ODD)
    halves = [[take(share, rows) for share in shares] for rows in (yes, no)]
    for first, second in halves:
        assert first.over is second.over
    back = [join([(yes, a), (no, b)], 4) for a, b in zip(*halves, strict=True)]
    assert back[0].over is back[1].over is shares[0].over
    for joined, share in zip(back, shares, strict=True):
        assert joined.exact() == share.exact()


def test_parts_with_and_without_denominator_share_one_when_joined() -> None:
    yes, no = rows_where(opposite(ODD))
    whole = Column.of([7, 9])
    first = join([(yes, ratio(Column.of([1, 2]), whole, 0)), (no, 5)], 4)
    second = join([(yes, ratio(Column.of([3, 4]), whole, 0)), (no, 6)], 4)
    assert first.exact() == [5, F(1, 7), 5, F(2, 9)]
    assert (first + second).exact() == [11, F(4, 7), 11, F(6, 9)]


def test_slices_are_rows_too() -> None:
    column = Column.of_integers(np.arange(10), 3)
    parts = [(slice(i, i + 5), take(column, slice(i, i + 5))) for i in (0, 5)]
    assert join(parts, 10).exact() == column.exact()
