"""The words on single numbers: comparing, choosing, reckoning. One text for a case, for columns and for the unknown.

Numbers are nought or more, in the caller's unit. Every word raises TypeError for a float or another stranger.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, TypeVar

from portability.number import known
from portability.number import unknown as ends
from portability.number.known import EXACT
from portability.number.rounding import Rounding
from portability.number.unknown import Number, Unknown, YesNo

T = TypeVar("T")


def reaches(a: Number, b: Number) -> YesNo:
    """Whether a number is at least another.

    >>> reaches(180, 180)
    True
    """
    return ends.reaches(a, b) if type(a) is Unknown or type(b) is Unknown else known.reaches(a, b)


def exceeds(a: Number, b: Number) -> YesNo:
    """Whether a number is more than another.

    >>> exceeds(180, 180)
    False
    """
    return ends.exceeds(a, b) if type(a) is Unknown or type(b) is Unknown else known.exceeds(a, b)


def same(a: Number, b: Number) -> YesNo:
    """Whether two numbers are equal.

    >>> same(Fraction(24, 2), 12)
    True
    """
    return ends.same(a, b) if type(a) is Unknown or type(b) is Unknown else known.same(a, b)


def not_below(a: Number, floor: Number) -> Number:
    """A number, raised to a floor where it is below it.

    >>> not_below(90, floor=100)
    100
    """
    return ends.not_below(a, floor) if type(a) is Unknown or type(floor) is Unknown else known.not_below(a, floor)


def not_above(a: Number, cap: Number) -> Number:
    """A number, brought down to a cap where it is above it.

    >>> not_above(90, cap=80)
    80
    """
    return ends.not_above(a, cap) if type(a) is Unknown or type(cap) is Unknown else known.not_above(a, cap)


def excess(a: Number, over: Number) -> Number:
    """By how much a number lies over another; nought where it does not.

    >>> excess(500, over=420), excess(400, over=420)
    (80, 0)
    """
    return ends.excess(a, over) if type(a) is Unknown or type(over) is Unknown else known.excess(a, over)


def ratio(a: Number, b: Number, if_none: Number) -> Number:
    """One number by another, such as own length by total length; `if_none` where the other is nought.

    >>> ratio(120, 360, if_none=0), ratio(120, 0, if_none=1)
    (Fraction(1, 3), 1)
    """
    if type(a) in EXACT and type(b) in EXACT:
        return known.ratio(a, b, if_none)
    if type(a) is Unknown or type(b) is Unknown or type(if_none) is Unknown:
        return ends.ratio(a, b, if_none)
    return known.ratio(a, b, if_none)


def total(items: Iterable[Number]) -> Number:
    """The sum of numbers of one unit; of none it is nought.

    >>> total([120, 60, Fraction(1, 2)])
    Fraction(361, 2)
    """
    result: Number = 0
    for item in items:
        result = result + item
    if type(result) not in EXACT and known.kind(result) == "number" and type(result) is not Unknown:
        known.by_row(result)
    return result


def choose(test: YesNo, yes: T, no: T) -> T:
    """The one where the test is met, else the other; numbers or yes/no answers.

    Where the test is unknown the result is known only so far as both sides agree.

    >>> choose(reaches(190, 180), 75, 0)
    75
    """
    if test is True:
        return yes
    if test is False:
        return no
    words = ends if type(test) is Unknown or type(yes) is Unknown or type(no) is Unknown else known
    result: T = words.choose(test, yes, no)
    return result


def part(test: YesNo, x: Number) -> Number:
    """A number where the test is met, else nought.

    >>> part(False, 75)
    0
    """
    return choose(test, x, 0)


def all_of(*tests: YesNo) -> YesNo:
    """Whether every test is met; one that is certainly not met decides, whatever else is unknown.

    >>> all_of(True, False, ends.unknown_truth("age"))
    False
    """
    result: Any = True
    for test in tests:
        if test is False:
            return False
        if test is not True:
            result = test if result is True else ends.both(result, test)
    return _yes_or_no(result)


def any_of(*tests: YesNo) -> YesNo:
    """Whether a test is met; one that is certainly met decides, whatever else is unknown.

    >>> any_of(False, True, ends.unknown_truth("age"))
    True
    """
    result: Any = False
    for test in tests:
        if test is True:
            return True
        if test is not False:
            result = test if result is False else ends.either(result, test)
    return _yes_or_no(result)


def opposite(test: YesNo) -> YesNo:
    """Whether a test is not met.

    >>> opposite(True)
    False
    """
    return (not test) if type(test) is bool else ends.opposite(test)


def is_known(x: Number | YesNo) -> YesNo:
    """Whether a number or a yes/no is known; of a column, in which rows.

    >>> is_known(12), is_known(ends.unknown("wage"))
    (True, False)
    """
    return ends.is_known(x)


def latest(keys: Sequence[Number], allowed: Sequence[YesNo]) -> tuple[YesNo, ...]:
    """Which one of the allowed members has the highest key: the first of them on a tie, none where none is allowed.

    Keys are numbers that order the members, such as the month of the last period; one yes/no a member is returned.

    >>> latest([240, 260, 250], [True, False, True])
    (False, False, True)
    """
    members = range(len(keys))

    def before(i: int, j: int) -> YesNo:
        if allowed[j] is False:
            return True
        ahead = reaches(keys[i], keys[j]) if i < j else opposite(reaches(keys[j], keys[i]))  # the earlier of two stays
        return any_of(opposite(allowed[j]), ahead)

    if len(allowed) != len(keys):
        raise ValueError(f"latest needs one key and one yes/no a member; here {len(keys)} and {len(allowed)}")
    return tuple(
        False if allowed[i] is False else all_of(allowed[i], *(before(i, j) for j in members if j != i)) for i in members
    )


def step_table(x: Number, rows: Sequence[tuple[Number, Number]]) -> Number:
    """What a table of steps gives for a number: the value of the highest threshold it reaches, nought below the first.

    `rows` are (threshold, value) in rising order.

    >>> step_table(12, [(10, Fraction(1, 2)), (15, Fraction(3, 4))])
    Fraction(1, 2)
    """
    result: Number = 0
    for threshold, value in rows:
        result = choose(reaches(x, threshold), value, result)
    return result


def round_to(x: Number, rounding: Rounding) -> Number:
    """A number as the law rounds it: a whole multiple of the rounding's unit.

    >>> round_to(Fraction(1005, 1000), Rounding(Fraction(1, 100), "half_up", "s. 1", "official"))
    Fraction(101, 100)
    """
    unit, way = rounding.unit, rounding.way
    if type(unit) in EXACT:
        return ends.round_to(x, unit, way) if type(x) is Unknown else known.round_to(x, unit, way)
    whole = Rounding(Fraction(1), way, rounding.cites, rounding.standing)
    return round_to(ratio(x, unit, if_none=0), whole) * unit


def _yes_or_no(value: Any) -> YesNo:
    if type(value) is not bool and known.kind(value) != "yesno":
        raise TypeError(f"{value!r} is a number where a yes/no is wanted")
    answer: YesNo = value
    return answer
