"""Columns: exact whatever the size, and shared where they may be."""

from fractions import Fraction as F

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from portability.number.by_row import integers
from portability.number.column import Column, Truth, Whole
from portability.number.estimate import divided, ordered
from portability.number.rounding import Rounding
from portability.number.words import (
    best,
    choose,
    exceeds,
    excess,
    not_above,
    not_below,
    ratio,
    reaches,
    round_to,
    same,
    total,
    weighted_total,
)
from tests.number.same_answer import check_same

CENT = Rounding(F(1, 100), "half_up", "s. 1", "official")
wholes = st.one_of(st.integers(0, 9), st.integers(0, 2**40), st.integers(2**60, 2**63 - 1), st.integers(2**63, 2**70))
factors = st.lists(wholes, min_size=1, max_size=3)


def block(value: int, constant: bool) -> Whole:
    return Whole(value) if constant else Column.of([value]).whole


@given(factors, factors, st.integers(-2, 2), st.booleans())
def test_products_are_compared_exactly(left: list[int], right: list[int], nudge: int, constants: bool) -> None:
    product = int(np.prod(np.array(left, dtype=object)))
    rights = [right, [max(0, product + nudge)], [*left[1:], max(0, left[0] + nudge)]]
    for other in rights:
        known = [block(left[0], False), *(block(v, constants) for v in left[1:])]
        a, b = ordered(known, [block(v, constants) for v in other])
        found = int(np.prod(np.array(other, dtype=object)))
        assert (bool(np.all(a > b)), bool(np.all(a == b))) == (product > found, product == found)


@example([2**19], 2**40 + 1, -1, False)  # so near a whole quotient that float64 takes it for one
@example([0, 8, 2**60], 1, 0, True)
@given(factors, st.integers(1, 2**64), st.integers(-2, 2), st.booleans())
def test_products_are_divided_exactly(top: list[int], bottom: int, nudge: int, constant: bool) -> None:
    for first in (top[0], max(0, bottom * (top[0] % 2**20) + nudge)):
        blocks = [block(first, False), *(block(v, constant) for v in top[1:])]
        count, rest, _ = divided(blocks, block(bottom, constant))
        product = first * int(np.prod(np.array([1, *top[1:]], dtype=object)))
        assert (int(count[0]), int(rest[0])) == divmod(product, bottom)


def test_what_leaves_int64_is_widened_and_right() -> None:
    before = Whole.widened
    large = Column.of([2**62, 2**62 + 1])
    assert large.n.dtype == np.int64
    assert (large + large).exact() == [2**63, 2**63 + 2]
    assert (large * large).exact() == [2**124, (2**62 + 1) ** 2]
    assert (large * F(3, 7)).exact() == [F(3 * 2**62, 7), F(3 * (2**62 + 1), 7)]
    assert excess(large + large, large).exact() == [2**62, 2**62 + 1]
    assert Whole.widened > before


def test_a_block_that_fits_again_goes_back_to_int64() -> None:
    large = Column.of([2**62, 5]) * 12
    assert large.n.dtype == object
    assert not_above(large, 60).n.dtype == np.int64
    assert round_to(ratio(large, 2**60, 0), CENT).n.dtype == np.int64


def test_loose_bounds_are_measured_before_a_block_is_widened() -> None:
    before = Whole.widened
    loose = Column.of_integers(np.array([1, 2]), low=0, high=2**62)
    assert (loose * 1000).exact() == [1000, 2000]
    assert Whole.widened == before


def test_the_largest_wages_in_the_smallest_unit_stay_in_int64_to_the_payment() -> None:
    before = Whole.widened
    wage = Column.of([F(19 * 10**12, 100), F(7, 100)])  # 1.9e13 minor units
    own, other = Column.of([211, 540]), Column.of([353, 1])
    theoretical = wage * not_above(F(2, 5) + excess((own + other) * F(1, 12), 15) * F(3, 200), F(4, 5))
    paid = round_to(theoretical * ratio(own, own + other, 0), CENT)
    rates = [F(2, 5) + (F(564, 12) - 15) * F(3, 200), F(2, 5) + (F(541, 12) - 15) * F(3, 200)]
    shares = [min(rates[0], F(4, 5)) * F(211, 564), min(rates[1], F(4, 5)) * F(540, 541)]
    exact = [F(19 * 10**10) * shares[0], F(7, 100) * shares[1]]
    assert paid.exact() == [F((200 * v + 1).__floor__() // 2, 100) for v in exact]
    assert Whole.widened == before


def test_shares_of_one_total_have_one_denominator() -> None:
    owns = [Column.of([12, 0, 30]), Column.of([24, 0, 6])]
    whole = total(owns)
    shares = [ratio(own, whole, 0) for own in owns]
    assert shares[0].over is shares[1].over
    together = total(shares)
    assert together.exact() == [1, 0, 1]
    assert together.over is shares[0].over
    assert same(together, 1).exact() == [True, False, True]


def test_a_choice_between_two_totals_takes_each_rows_own_denominator() -> None:
    own, small, large = Column.of([5, 5]), Column.of([7, 7]), Column.of([11, 11])
    test = Truth.of([True, False])
    chosen = choose(test, ratio(own, small, 0), ratio(own, large, 0))
    other = choose(test, ratio(own + 1, small, 0), ratio(own + 1, large, 0))
    assert chosen.exact() == [F(5, 7), F(5, 11)]
    assert chosen.over.values.tolist() == [7, 11]
    assert chosen.over is other.over
    assert (chosen + other).exact() == [F(11, 7), F(1)]


def test_a_choice_with_a_side_without_denominator_keeps_sharing() -> None:
    share = ratio(Column.of([5, 5]), Column.of([7, 7]), 0)
    for side in (0, F(1, 3), Column.of([1, 2])):
        chosen = choose(Truth.of([True, False]), share, side)
        assert chosen.over is share.over
        assert chosen.exact()[0] == F(5, 7)


@pytest.mark.parametrize(
    "rule",
    [
        lambda a, b, c, d: total([ratio(a, b, 0), ratio(c, b, 1), ratio(d, c, 2)]),
        lambda a, b, c, d: reaches(ratio(a, b, 1) * c, ratio(c, b, 0) * d),
        lambda a, b, c, d: exceeds(ratio(a, b, 1) + 1, ratio(c, d, 0)),
        lambda a, b, c, d: not_below(ratio(a, b, 0), ratio(c, d, 0)),
        lambda a, b, c, d: not_above(ratio(a, b, F(1, 3)), ratio(c, b, 0)),
        lambda a, b, c, d: excess(ratio(a, b, 0), ratio(c, d, 0) * d),
        lambda a, b, c, d: choose(exceeds(a, d), ratio(a, b, 0) * c, ratio(c, d, 0)),
        lambda a, b, c, d: ratio(ratio(a, b, 0), ratio(c, b, 0), ratio(d, c, 1)),
        lambda a, b, c, d: round_to(ratio(a, b, 0) * c * d, CENT),
        lambda a, b, c, d: round_to(d * ratio(a, not_below(b, 1), 0) + ratio(c, b, 0), CENT),
        lambda a, b, c, d: weighted_total(best(((ratio(a, b, 0), c), (ratio(c, b, 0), ratio(d, c, 1))), d)),
    ],
)
def test_denominators_that_come_from_data_change_no_answer(rule: object) -> None:
    check_same(rule, ("number",) * 4)


def test_a_column_knows_its_integers() -> None:
    assert integers(Column.of([F(5, 4), 2]), F(1, 100), 2).tolist() == [125, 200]
    assert integers(3, F(1, 100), 2).tolist() == [300, 300]
    with pytest.raises(ValueError, match="round it first"):
        integers(Column.of([F(1, 3)]), F(1, 100), 1)


def test_a_column_refuses_signs_and_names_the_word() -> None:
    column, truth = Column.of([1]), Truth.of([True])
    for act, word in (
        (lambda: bool(column), "choose"),
        (lambda: column == 1, "same"),
        (lambda: column < 1, "reaches"),
        (lambda: column <= 1, "reaches"),
        (lambda: column - 1, "excess"),
        (lambda: 1 - column, "excess"),
        (lambda: column / 2, "ratio"),
        (lambda: max(column, 1), "reaches"),
        (lambda: bool(truth), "any_of"),
        (lambda: truth and truth, "all_of"),
    ):
        with pytest.raises(TypeError, match=word):
            act()


def test_a_column_takes_no_float_and_nothing_below_nought() -> None:
    with pytest.raises(TypeError):
        Column.of([1]) * 0.5  # what it must refuse
    with pytest.raises(ValueError, match="nought or more"):
        Column.of_integers(np.array([-1]))


def test_a_population_of_nobody() -> None:
    none = Column.of([])
    assert ratio(none + 1, none, 0).exact() == []
    assert round_to(none * F(1, 3), CENT).exact() == []
    assert choose(reaches(none, 1), none, 0).exact() == []
