"""What the stages found, row by row: a yes or no and an amount, each by its ends, which meet where it is known."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from portability.number.by_row import integers
from portability.number.unknown import Unknown

Array = npt.NDArray[Any]
Answers = npt.NDArray[np.bool_]


class Both(NamedTuple):
    """Whether something is certainly so, and whether it possibly is."""

    certain: Answers
    possible: Answers

    def alike(self, other: Both) -> Answers:
        """In which rows both answers are the same."""
        found: Answers = (self.certain == other.certain) & (self.possible == other.possible)
        return found


class Sum(NamedTuple):
    """An amount in minor units: its ends, and in which rows nothing is known of the upper one."""

    low: Array
    high: Array
    endless: Answers

    @property
    def known(self) -> Answers:
        found: Answers = ~self.endless if self.low is self.high else (self.low == self.high) & ~self.endless
        return found

    def alike(self, other: Sum) -> Answers:
        """In which rows both amounts are the same, or as little known."""
        ends = (self.low == other.low) & (self.endless | (self.high == other.high))
        found: Answers = ends & (self.endless == other.endless)
        return found

    def where(self, test: Answers, other: Sum) -> Sum:
        """These where the test is met, else the other's."""
        return Sum(*(np.where(test, mine, theirs) for mine, theirs in zip(self, other, strict=True)))


def answers(told: Any, size: int) -> Both:
    """A yes/no of the stages, row by row."""
    if isinstance(told, Unknown):
        return Both(_plain(told.low, size), _plain(told.high, size))
    return Both(*[_plain(told, size)] * 2)


def certainly(told: Any, size: int) -> Answers:
    """In which rows something is certainly so."""
    return _plain(told.low if isinstance(told, Unknown) else told, size)


def amounts(told: Any, unit: int | Fraction, inverse: Any, size: int) -> Sum:
    """A rounded amount in minor units: of one unit, or times the inverse of each row's."""
    if isinstance(told, Unknown):
        return Sum(
            _units(told.low, unit, inverse, size), _units(told.high, unit, inverse, size), _plain(told.endless, size)
        )
    whole = _units(told, unit, inverse, size)
    return Sum(whole, whole, np.zeros(size, bool))


def _units(told: Any, unit: int | Fraction, inverse: Any, size: int) -> Array:
    if type(told) is int and told == 0:
        return np.broadcast_to(np.int64(0), (size,))
    return np.asarray(integers(told if inverse is None else told * inverse, unit, size))


def _plain(told: Any, size: int) -> Answers:
    return np.full(size, told) if isinstance(told, bool) else told.values
