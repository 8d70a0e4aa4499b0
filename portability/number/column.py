"""Columns: a number or a yes/no for every row of a population, exact to the last digit. The only use of numpy here.

A column is n / (k * over): whole numbers n a row, a constant k, and at most one block of whole numbers `over` that
several columns may share; sharing is by identity, and what shares an `over` adds without multiplying. Whole numbers
are int64 with known bounds; a word whose result could leave int64 measures its operands, and if that does not help
goes over to Python integers for that block. Nothing is ever rounded here unasked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial, reduce
from math import gcd, lcm
from typing import Any, ClassVar, NoReturn
from weakref import WeakValueDictionary

import numpy as np

MOST = 2**63 - 1  # of an int64
Rows = Any  # an array of row numbers, or a slice
pick, count_nonzero = np.where, np.count_nonzero


class Whole:
    """Whole numbers not below nought, one a row (or one for all), that lie between two bounds.

    >>> Whole(np.array([3, 4])).times(Whole(2**62)).high
    18446744073709551616
    """

    __slots__ = ("__weakref__", "_measured", "high", "low", "parents", "values")
    widened: ClassVar[int] = 0  # rows computed with Python integers so far

    def __init__(self, values: Any, low: int | None = None, high: int | None = None) -> None:
        self.values = values
        self.parents: tuple[Any, ...] = ()
        if type(values) is int:
            self.low, self.high, self._measured = values, values, True
        elif low is None or high is None or values.dtype == object:
            self._measured = False
            self.measure()
            if values.dtype == object and self.high <= MOST:
                self.values = values.astype(np.int64)
        else:
            self.low, self.high, self._measured = low, high, False

    def measure(self) -> None:
        """Take the bounds from the rows."""
        if not self._measured:
            some = len(self.values) > 0
            self.low, self.high = (int(self.values.min()), int(self.values.max())) if some else (0, 0)
            self._measured = True
            if self.low < 0:
                raise ValueError(f"numbers are nought or more; a row has {self.low}")

    @property
    def is_wide(self) -> bool:
        return type(self.values) is not int and self.values.dtype == object

    def wide(self) -> Any:
        """The values as Python integers."""
        if type(self.values) is not int and not self.is_wide:
            Whole.widened += len(self.values)
        return np.asarray(self.values, dtype=object)

    def spread(self, size: int) -> Any:
        """The values with one a row, also where they are one for all."""
        if type(self.values) is not int:
            return self.values
        return np.full(size, self.values, dtype=np.int64 if self.high <= MOST else object)

    def times(self, other: Whole) -> Whole:
        return _act(self, other, lambda a, b: a * b, lambda a, b: a * b)

    def by(self, constant: int) -> Whole:
        return self if constant == 1 else self.times(Whole(constant))

    def plus(self, other: Whole) -> Whole:
        return _act(self, other, lambda a, b: a + b, lambda a, b: a + b)

    def lower(self, other: Whole) -> Whole:
        return _act(self, other, np.minimum, min)

    def higher(self, other: Whole) -> Whole:
        return _act(self, other, np.maximum, max)

    def over(self, other: Whole) -> Whole:
        """By how much each lies over the other; nought where it does not."""
        result = _act(self, other, lambda a, b: np.maximum(a - b, 0), lambda a, b: a)
        result.low, result.high = max(0, self.low - other.high), max(0, self.high - other.low)
        return result

    def where(self, test: Any, other: Whole) -> Whole:
        """These where the test is met, else the other's."""
        result = _act(self, other, lambda a, b: np.where(test, a, b), max)
        result.low = min(self.low, other.low)
        return result


def _act(a: Whole, b: Whole, act: Callable[[Any, Any], Any], bound: Callable[[int, int], int]) -> Whole:
    """A word on two blocks: in int64 where the bounds, or else the rows, allow it, in Python integers otherwise."""
    for _ in range(2):
        high = bound(a.high, b.high)
        if max(high, a.high, b.high) <= MOST:
            return Whole(act(a.values, b.values), bound(a.low, b.low), high)
        a.measure()
        b.measure()
    return Whole(act(a.wide(), b.wide()))


_SHARED: WeakValueDictionary[tuple[Any, ...], Whole] = WeakValueDictionary()


def shared(make: Callable[..., Whole], *parents: Any) -> Whole:
    """The block made from these parents, the same one each time as long as somebody holds it."""
    key = (make, *(parent if type(parent) is int else id(parent) for parent in parents))
    found = _SHARED.get(key)
    if found is None:
        found = make(*parents)
        if not any(found is parent for parent in parents):
            found.parents = parents  # they live as long as it does, so their ids stay theirs
            _SHARED[key] = found
    return found


def without_nought(whole: Whole) -> Whole:
    """The same numbers with 1 for 0, to divide by."""
    whole.measure()
    return whole if whole.low > 0 else Whole(np.where(whole.values == 0, 1, whole.values), 1, max(1, whole.high))


def taken(whole: Whole, rows: Rows) -> Whole:
    return whole if type(whole.values) is int else Whole(whole.values[rows], whole.low, whole.high)


def joined(size: int, rest: int, *parts: Any) -> Whole:
    """Rows and blocks by turns, put together; `rest` in the rows of no part."""
    wholes = [part if part is not None else Whole(rest) for part in parts[1::2]]
    low, high = min(rest, *(w.low for w in wholes)), max(rest, *(w.high for w in wholes))
    values = np.full(size, rest, dtype=np.int64 if high <= MOST else object)
    for rows, whole in zip(parts[::2], wholes, strict=True):
        values[rows] = whole.values
    return Whole(values, low, high)


def ranking(wholes: Sequence[Whole], size: int, falling: bool) -> Any:
    """For each row the order of several blocks' numbers, equal ones in the order given."""
    stack = np.stack([whole.spread(size) for whole in wholes])
    return np.argsort(-stack if falling else stack, axis=0, kind="stable")


def rearranged(wholes: Sequence[Whole], order: Any, size: int) -> list[Whole]:
    """Blocks whose row r of the i-th is row r of the block that `order[i][r]` names."""
    stack = np.stack([whole.spread(size) for whole in wholes])
    low, high = min(whole.low for whole in wholes), max(whole.high for whole in wholes)
    return [Whole(row, low, high) for row in np.take_along_axis(stack, order, axis=0)]


def passed(order: Any, first: int) -> tuple[Any, Any]:
    """How many of the first so many blocks, and of the others, stand before each place of an order."""
    others = order >= first
    before = np.cumsum(others, axis=0) - others
    return np.arange(len(order))[:, None] - before, before


def _refusal(sign: str, word: str) -> Any:
    def refuse(self: Any, *others: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} has a value a row, so {sign} has no answer: use {word}")

    return refuse


def _shown(self: Any) -> str:
    some = ", ".join(map(str, self.exact()[:6]))
    return f"{type(self).__name__}({some}{', ...' if len(self) > 6 else ''})"


class Truth:
    """A yes or no for every row.

    >>> (Truth.of([True, False]) & True).exact()
    [True, False]
    """

    __slots__ = ("__weakref__", "values")
    in_rows: ClassVar[bool] = True
    kind: ClassVar[str] = "yesno"

    def __init__(self, values: Any) -> None:
        self.values = values

    @classmethod
    def of(cls, values: Sequence[bool]) -> Truth:
        return cls(np.array(values, dtype=bool))

    def exact(self) -> list[bool]:
        return [bool(value) for value in self.values]

    def __len__(self) -> int:
        return len(self.values)

    def __and__(self, other: Truth | bool) -> Any:
        return (self if other else False) if type(other) is bool else Truth(self.values & other.values)

    def __or__(self, other: Truth | bool) -> Any:
        return (True if other else self) if type(other) is bool else Truth(self.values | other.values)

    def __xor__(self, other: Truth | bool) -> Any:
        return Truth(self.values ^ (other if type(other) is bool else other.values))

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__
    __repr__ = _shown
    __bool__ = _refusal("if, and, or, not", "choose, all_of, any_of, opposite or where")


class Column:
    """A number for every row: whole / (k * over), exactly.

    >>> (Column.of([1, Fraction(1, 3)]) * 6 + 1).exact()
    [Fraction(7, 1), Fraction(3, 1)]
    """

    __slots__ = ("__weakref__", "k", "over", "whole")
    in_rows: ClassVar[bool] = True
    kind: ClassVar[str] = "number"

    def __init__(self, whole: Whole, k: int = 1, over: Whole | None = None) -> None:
        self.whole, self.k, self.over = whole, k, over

    @classmethod
    def of(cls, values: Sequence[int | Fraction]) -> Column:
        """A column of exact numbers, one a row."""
        k = lcm(*(value.denominator for value in values))
        return cls(Whole(np.array([value.numerator * (k // value.denominator) for value in values], dtype=object)), k)

    @classmethod
    def of_integers(cls, n: Any, k: int = 1, low: int | None = None, high: int | None = None) -> Column:
        """A column n / k from an array of whole numbers; bounds that are known save measuring them."""
        return cls(Whole(np.asarray(n).astype(np.int64, copy=False), low, high), k)

    @property
    def n(self) -> Any:
        """The numerators: int64, or Python integers where int64 is too short."""
        return self.whole.values

    def exact(self) -> list[Fraction]:
        over = [1] * len(self) if self.over is None else self.over.spread(len(self)).tolist()
        return [Fraction(n, self.k * below) for n, below in zip(self.n.tolist(), over, strict=True)]

    def __len__(self) -> int:
        return len(self.n)

    def __add__(self, other: Column | int | Fraction) -> Any:
        right = lift(other)
        if right is None or (type(right.whole.values) is int and right.whole.values == 0):
            return NotImplemented if right is None else self
        (a, b), k, over = aligned(self, right)
        return Column(a.plus(b), k, over)

    def __mul__(self, other: Column | int | Fraction) -> Any:
        right = lift(other)
        if right is None or (type(right.whole.values) is int and right.whole.values == 0):
            return NotImplemented if right is None else 0
        over = self.over if right.over is None else right.over
        if self.over is not None and right.over is not None:
            over = shared(Whole.times, self.over, right.over)
        if type(right.whole.values) is not int:
            return Column(self.whole.times(right.whole), self.k * right.k, over)
        common = gcd(self.k, right.whole.values)
        return Column(self.whole.by(right.whole.values // common), self.k // common * right.k, over)

    __radd__, __rmul__ = __add__, __mul__
    __repr__ = _shown
    __bool__ = _refusal("if, and, or, not", "choose, reaches or exceeds")
    __eq__ = _refusal("==", "same")
    __hash__ = object.__hash__
    __lt__ = __le__ = __gt__ = __ge__ = _refusal("a comparison sign", "reaches or exceeds")
    __sub__ = __rsub__ = _refusal("-", "excess")
    __truediv__ = __rtruediv__ = _refusal("/", "ratio")


def lift(x: Any) -> Column | None:
    """A number as a column that has one value for all rows; None for what is no known number."""
    if type(x) is Column:
        return x
    return Column(Whole(x.numerator), x.denominator) if type(x) in (int, Fraction) else None


def aligned(*columns: Column) -> tuple[list[Whole], int, Whole | None]:
    """Columns over one denominator: their numerators, the constant and the shared block."""
    k = lcm(*(column.k for column in columns))
    overs = list({id(c.over): c.over for c in columns if c.over is not None}.values())
    wholes = []
    for column in columns:
        whole = column.whole.by(k // column.k)
        for over in overs:
            whole = whole if over is column.over else whole.times(over)
        wholes.append(whole)
    return wholes, k, reduce(partial(shared, Whole.times), overs) if overs else None
