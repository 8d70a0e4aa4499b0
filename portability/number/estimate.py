"""Comparing and dividing products of whole numbers exactly where the products themselves are too large for int64.

float64 tells what it surely can; what it cannot tell is so small that integers which wrap round at 2**64 have it
exactly. Only where neither serves are the rows computed with Python integers.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import Any

from portability.number.column import MOST, Whole, pick

# A product of a few factors is off by less than 2**-50 of itself in float64.
_SURE = 2**108  # two products below it are together off by less than 2**59, ...
_APART = 2.0**60  # ... so further apart than this they are told apart, and nearer their difference fits int64
_COUNTABLE = 2.0**46  # a quotient below it is off by less than a half


def ordered(left: Sequence[Whole], right: Sequence[Whole]) -> tuple[Any, Any]:
    """Two blocks that lie to each other, row by row, as the products of two lists of factors do.

    >>> from portability.number.column import Column
    >>> left, right = ordered([Column.of([2**60 - 1]).whole, Whole(2**40)], [Whole(2**60), Whole(2**40)])
    >>> left < right
    array([ True])
    """
    factors, most = (*left, *right), 0
    for _ in range(2):
        most = max(_most(left), _most(right))
        if most <= MOST:
            return _product(left), _product(right)
        for factor in factors:
            factor.measure()
    if most < _SURE and not any(f.is_wide for f in factors):
        apart = _product(left, _floats) - _product(right, _floats)
        return pick(abs(apart) > _APART, apart, _wrapped(left) - _wrapped(right)), 0
    return _product(left, Whole.wide), _product(right, Whole.wide)


def divided(top: Sequence[Whole], bottom: Whole) -> tuple[Any, Any, Any]:
    """Whole quotient and rest of a product of factors by a block above nought, and that block's values.

    >>> divided([Whole(2**40), Whole(3)], Whole(2**40 - 1))
    (3, 3, 1099511627775)
    """
    fits = _most(top) <= MOST
    below = bottom.values
    if bottom.high <= MOST // 4 and not any(f.is_wide for f in top):
        near = None if fits and type(below) is int else _product(top, _floats)
        if near is not None:
            near /= _floats(bottom)
        if near is not None and (near.size == 0 or near.max() < _COUNTABLE):
            count = near.astype("int64")
            rest = _wrapped(top) - count * below  # one quotient off at most: it fits, whatever wrapped round
            short, far = rest >= below, rest < 0
            if short.any() or far.any():
                step = short.astype("int64") - far
                count, rest = count + step, rest - step * below
            return count, rest, below
        if fits:
            values = _product(top)
            count = values // below
            return count, values - count * below, below
    values, below = _product(top, Whole.wide), bottom.wide()
    return values // below, values % below, below


def _most(factors: Sequence[Whole]) -> int:
    """What no product of some of the factors exceeds."""
    return prod(max(1, f.high) for f in factors)


def _floats(whole: Whole) -> Any:
    return float(whole.values) if type(whole.values) is int else whole.values.astype("float64")


def _product(factors: Sequence[Whole], values: Callable[[Whole], Any] = lambda whole: whole.values) -> Any:
    blocks = [values(f) for f in factors if type(f.values) is not int]
    constant = prod(values(f) for f in factors if type(f.values) is int)
    return prod(blocks[1:], start=blocks[0] if constant == 1 else blocks[0] * constant) if blocks else constant


def _wrapped(factors: Sequence[Whole]) -> Any:
    """The product modulo 2**64, between -2**63 and 2**63: exact wherever the true number lies there."""
    constant = prod(f.values for f in factors if type(f.values) is int)
    wrapped = Whole((constant + 2**63) % 2**64 - 2**63)
    return _product([wrapped, *(f for f in factors if type(f.values) is not int)])
