"""The words on columns: the same answers as on integers and fractions, row by row. Reached through `known`.

A column is whole / (k * over). Two columns are compared and chosen between without a common denominator where that
would grow, and columns that share their `over` keep sharing it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from math import gcd, lcm
from typing import Any

from portability.number import column as blocks
from portability.number.column import MOST, Column, Rows, Truth, Whole, aligned, lift, shared
from portability.number.estimate import divided, ordered
from portability.number.rounding import rounds_up

ONE = Whole(1)


def reaches(a: Any, b: Any) -> Truth:
    left, right = _ordered(a, b)
    return Truth(left >= right)


def exceeds(a: Any, b: Any) -> Truth:
    left, right = _ordered(a, b)
    return Truth(left > right)


def same(a: Any, b: Any) -> Truth:
    left, right = _ordered(a, b)
    return Truth(left == right)


def not_below(a: Any, floor: Any) -> Column:
    x, y = _number(a), _number(floor)
    if not _one_denominator(x, y):
        return _pick(reaches(x, y).values, x, y)
    (top, other), k, over = aligned(x, y)
    return Column(top.higher(other), k, over)


def not_above(a: Any, cap: Any) -> Column:
    x, y = _number(a), _number(cap)
    if not _one_denominator(x, y):
        return _pick(reaches(x, y).values, y, x)
    (top, other), k, over = aligned(x, y)
    return Column(top.lower(other), k, over)


def excess(a: Any, over: Any) -> Column:
    (top, other), k, below = aligned(_number(a), _number(over))
    return Column(top.over(other), k, below)


def ratio(a: Any, b: Any, if_none: Any) -> Any:
    x, y = _number(a), _number(b)
    if type(y.whole.values) is int:  # the same divisor in every row
        constant = Fraction(y.whole.values, y.k)
        return a * (1 / constant) if constant else if_none
    common = gcd(x.k, y.k)
    top, k = x.whole.by(y.k // common), x.k // common
    over = shared(blocks.without_nought, y.whole)
    if x.over is not y.over:
        top = top if y.over is None else top.times(y.over)
        over = over if x.over is None else shared(Whole.times, over, x.over)
    if type(top.values) is int:
        top = Whole(top.spread(len(y)))
    quotient = Column(top, k, over)
    return quotient if y.whole.low > 0 else choose(Truth(y.whole.values == 0), if_none, quotient)


def choose(test: Truth, yes: Any, no: Any) -> Any:
    if type(yes) in (bool, Truth):
        met, other = _answer(yes), _answer(no)
        return Truth((test.values & met) | (~test.values & other))
    return _pick(test.values, _number(yes), _number(no))


def round_to(x: Column, unit: int | Fraction, way: str) -> Column:
    count, rest, below = _counted(x, unit)
    count = count + rounds_up(way, count, 2 * rest, below)
    return Column(Whole(count).by(unit.numerator), unit.denominator)


def integers(x: Any, unit: int | Fraction, size: int) -> Any:
    """How many units a number is in each of `size` rows, such as cents, as an array.

    Raises ValueError where a row is no whole number of units.
    """
    if type(x) is Column:
        if x.over is None and x.k * unit.numerator == unit.denominator:
            return x.whole.spread(size)
        count, rest, _ = _counted(x, unit)
        exact = everywhere(Truth(rest == 0))
    else:
        count, rest = divmod(Fraction(x), unit)
        exact = rest == 0
    if not exact:
        raise ValueError(f"a row is no whole multiple of {unit}: round it first with round_to")
    return Whole(count).spread(size)


def everywhere(test: Truth) -> bool:
    return bool(test.values.all())


def take(x: Any, rows: Rows) -> Any:
    if type(x) is Truth:
        return Truth(x.values[rows])
    over = None if x.over is None else shared(blocks.taken, x.over, rows)
    return Column(shared(blocks.taken, x.whole, rows), x.k, over)


def join(parts: Sequence[tuple[Rows, Any]], size: int) -> Any:
    if type(parts[0][1]) in (bool, Truth):
        values = Whole(0).spread(size).astype(bool)
        for rows, answer in parts:
            values[rows] = _answer(answer)
        return Truth(values)
    columns = [(rows, _number(x)) for rows, x in parts]
    k = lcm(*(column.k for _, column in columns))
    whole = blocks.joined(size, 0, *(part for rows, c in columns for part in (rows, c.whole.by(k // c.k))))
    overs = [(rows, column.over) for rows, column in columns]
    return Column(whole, k, _joined_over(overs, size))


def rows_where(test: Truth) -> tuple[Rows, Rows]:
    return test.values.nonzero()[0], (~test.values).nonzero()[0]


def count_where(test: Truth) -> int:
    return int(blocks.count_nonzero(test.values))


def ranked(runs: Sequence[tuple[Any, Any, Any]]) -> list[tuple[Any, Any, Any]]:
    size = _size(runs)
    amounts, k, over = aligned(*(_number(amount) for amount, _, _ in runs))
    lengths, of_length, over_length = aligned(*(_number(length) for _, _, length in runs))
    above_all = Whole(max(amount.high for amount in amounts) + 1)
    endless = [_zero_or_one(answer) for _, answer, _ in runs]
    keys = [
        above_all if e.low else above_all.where(e.values == 1, amount) if e.high else amount
        for e, amount in zip(endless, amounts, strict=True)
    ]
    order = blocks.ranking(keys, size, falling=True)
    return [
        (Column(amount, k, over), Truth(e.values == 1) if e.high else False, Column(length, of_length, over_length))
        for amount, e, length in zip(
            *(blocks.rearranged(wholes, order, size) for wholes in (amounts, endless, lengths)), strict=True
        )
    ]


def abreast(lower: Sequence[Any], upper: Sequence[Any]) -> list[tuple[Any, Any, Any, Any]]:
    size = _size([*lower, *upper])
    lengths, of_length, over_length = aligned(*(_number(length) for _, _, length in (*lower, *upper)))
    ends = [*accumulate(lengths[: len(lower)], Whole.plus), *accumulate(lengths[len(lower) :], Whole.plus)]
    order = blocks.ranking(ends, size, falling=False)
    in_lower, in_upper = blocks.passed(order, len(lower))
    nought = Column(Whole(0))
    low, k_low, over_low = aligned(*(_number(amount) for amount, _, _ in lower), nought)
    high, k_high, over_high = aligned(*(_number(amount) for amount, _, _ in upper), nought)
    endless = [*(_zero_or_one(answer) for _, answer, _ in upper), Whole(0)]
    columns = (
        [Column(end, of_length, over_length) for end in blocks.rearranged(ends, order, size)],
        [Column(amount, k_low, over_low) for amount in blocks.rearranged(low, in_lower, size)],
        [Column(amount, k_high, over_high) for amount in blocks.rearranged(high, in_upper, size)],
        [Truth(answer.values == 1) for answer in blocks.rearranged(endless, in_upper, size)],
    )
    return list(zip(*columns, strict=True))


def _number(x: Any) -> Column:
    column = lift(x)
    if column is None:
        raise TypeError(f"{x!r} ({type(x).__name__}) is no number")
    return column


def _answer(x: Any) -> Any:
    if type(x) not in (bool, Truth):
        raise TypeError(f"{x!r} ({type(x).__name__}) is no yes/no")
    return x if type(x) is bool else x.values


def _zero_or_one(answer: Any) -> Whole:
    return Whole(int(answer)) if type(answer) is bool else ONE.where(answer.values, Whole(0))


def _size(runs: Sequence[tuple[Any, ...]]) -> int:
    return max(len(value) for run in runs for value in run if type(value) in (Column, Truth))


def _counted(x: Column, unit: int | Fraction) -> tuple[Any, Any, Any]:
    """How many whole units each row has, the rest, and what a unit is of it."""
    common = gcd(unit.denominator, x.k * unit.numerator)
    constant = x.k * unit.numerator // common
    bottom = Whole(constant) if x.over is None else x.over.by(constant)
    return divided([x.whole, Whole(unit.denominator // common)], bottom)


def _ordered(a: Any, b: Any) -> tuple[Any, Any]:
    """Two arrays that lie to each other as two numbers do, row by row."""
    x, y = _number(a), _number(b)
    common = gcd(x.k, y.k)
    left, right = [x.whole, Whole(y.k // common)], [y.whole, Whole(x.k // common)]
    if x.over is not y.over:
        left, right = [*left, y.over or ONE], [*right, x.over or ONE]
    return ordered(left, right)


def _one_denominator(x: Column, y: Column) -> bool:
    """Whether two columns come over one denominator without leaving int64 and without multiplying two blocks."""
    if x.over is not None and y.over is not None and x.over is not y.over:
        return False
    k = lcm(x.k, y.k)
    over = x.over if y.over is None else y.over
    for _ in range(2):
        lifts = [1 if column.over is over or over is None else over.high for column in (x, y)]
        highs = [c.whole.high * (k // c.k) * lifted for c, lifted in zip((x, y), lifts, strict=True)]
        if max(highs) <= MOST:
            return True
        for whole in (x.whole, y.whole, over):
            if whole is not None:
                whole.measure()
    return False


def _pick(test: Any, x: Column, y: Column) -> Column:
    """One or the other: over one denominator where that is small, else each row with its own."""
    for one, other in ((x, y), (y, x)):
        if type(one.whole.values) is int and one.whole.values == 0:
            return Column(x.whole.where(test, y.whole), other.k, other.over)
    if _one_denominator(x, y):
        (a, b), k, over = aligned(x, y)
        return Column(a.where(test, b), k, over)
    k = gcd(x.k, y.k)
    over = shared(_picked, test, x.over or ONE, x.k // k, y.over or ONE, y.k // k)
    return Column(x.whole.where(test, y.whole), k, over)


def _picked(test: Any, x: Whole, a: int, y: Whole, b: int) -> Whole:
    return x.by(a).where(test, y.by(b))


def _joined_over(overs: Sequence[tuple[Rows, Whole | None]], size: int) -> Whole | None:
    """The block that parts share once joined: the one all were taken from by these rows, if there is one."""
    if all(over is None for _, over in overs):
        return None
    whence = [_taken_from(over, rows) for rows, over in overs]
    if whence[0] is not None and all(base is whence[0] for base in whence) and len(whence[0].values) == size:
        return whence[0]
    return shared(blocks.joined, size, 1, *(part for pair in overs for part in pair))


def _taken_from(over: Whole | None, rows: Rows) -> Whole | None:
    made = over is not None and len(over.parents) == 2 and over.parents[1] is rows
    return over.parents[0] if over is not None and made else None
