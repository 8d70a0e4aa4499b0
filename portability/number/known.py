"""Words on known numbers: an integer or a fraction is answered at once, a column row by row.

Rules do not call these: they use `words`, which also know the unknown. numpy is loaded only when a column is met.
A known number is an int, a Fraction or a Column; a known yes/no is a bool or a Truth.
"""
# The words on columns are looked up when they are called, where mypy cannot follow them:
# mypy: disable-error-code="no-any-return"

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from portability.number.rounding import rounds_up

if TYPE_CHECKING:
    from portability.number.column import Column, Truth

Known: TypeAlias = "int | Fraction | Column"
Answer: TypeAlias = "bool | Truth"

EXACT = frozenset((int, Fraction))
PLAIN = EXACT | {bool}
_STRANGER = (
    "{!r} ({}) does not belong here: a number is an int, a Fraction, a Column or an Unknown, "
    "a yes/no is a bool, a Truth or an Unknown"
)


def by_row(*values: Any) -> Any:
    """The words on columns, for values of which one at least is a column; TypeError names a stranger."""
    found = False
    for value in values:
        if getattr(value, "in_rows", False):
            found = True
        elif type(value) not in EXACT and type(value) is not bool:
            raise TypeError(_STRANGER.format(value, type(value).__name__))
    if not found:
        stranger = next((value for value in values if type(value) is bool), values[0])
        raise TypeError(_STRANGER.format(stranger, type(stranger).__name__))
    import portability.number.by_row as words_on_columns

    return words_on_columns


def kind(value: Any) -> str:
    """What a value is: "yesno" or "number"."""
    return "yesno" if type(value) is bool else getattr(value, "kind", "number")


def reaches(a: Any, b: Any) -> Answer:
    if type(a) in EXACT and type(b) in EXACT:
        return a >= b
    return by_row(a, b).reaches(a, b)


def exceeds(a: Any, b: Any) -> Answer:
    if type(a) in EXACT and type(b) in EXACT:
        return a > b
    return by_row(a, b).exceeds(a, b)


def same(a: Any, b: Any) -> Answer:
    if type(a) in EXACT and type(b) in EXACT:
        return a == b
    return by_row(a, b).same(a, b)


def not_below(a: Any, floor: Any) -> Known:
    if type(a) in EXACT and type(floor) in EXACT:
        return a if a >= floor else floor
    return by_row(a, floor).not_below(a, floor)


def not_above(a: Any, cap: Any) -> Known:
    if type(a) in EXACT and type(cap) in EXACT:
        return a if a <= cap else cap
    return by_row(a, cap).not_above(a, cap)


def excess(a: Any, over: Any) -> Known:
    if type(a) in EXACT and type(over) in EXACT:
        return a - over if a > over else 0
    return by_row(a, over).excess(a, over)


def ratio(a: Any, b: Any, if_none: Any) -> Known:
    if type(a) in EXACT and type(b) in EXACT:
        return Fraction(a, b) if b else if_none
    return by_row(a, b, if_none).ratio(a, b, if_none)


def choose(test: Answer, yes: Any, no: Any) -> Any:
    if test is True:
        return yes
    if test is False:
        return no
    return by_row(test, yes, no).choose(test, yes, no)


def round_to(x: Any, unit: int | Fraction, way: str) -> Known:
    if type(x) in EXACT:
        top, bottom = x.numerator * unit.denominator, x.denominator * unit.numerator
        count, rest = divmod(top, bottom)
        return (count + rounds_up(way, count, 2 * rest, bottom)) * unit
    return by_row(x).round_to(x, unit, way)


def everywhere(test: Any) -> bool:
    """Whether a known yes/no is yes, in every row."""
    return test if type(test) is bool else bool(by_row(test).everywhere(test))


def ranked(runs: Sequence[Any]) -> list[Any]:
    """Runs (amount, whether it is endless, length) from the highest amount to the lowest; an endless one is highest."""
    values = [value for run in runs for value in run]
    if not all(type(value) in PLAIN for value in values):
        return list(by_row(*values).ranked(runs))
    return sorted(runs, key=lambda run: (run[1], run[0]), reverse=True)


def abreast(lower: Sequence[Any], upper: Sequence[Any]) -> list[tuple[Any, Any, Any, Any]]:
    """Two rankings of runs laid side by side: (end, lower amount, upper amount, whether the upper one is endless).

    Each is a list of (amount, endless, length). The stretches between one end and the next have one amount in each;
    past the end of a ranking its amount is nought. There are as many stretches as runs in both.
    """
    values = [value for run in (*lower, *upper) for value in run]
    if not all(type(value) in PLAIN for value in values):
        return list(by_row(*values).abreast(lower, upper))
    ends: list[tuple[Any, bool]] = []
    for runs, is_upper in ((lower, False), (upper, True)):
        position: Any = 0
        for _, _, length in runs:
            position += length
            ends.append((position, is_upper))
    stretches, low, high = [], 0, 0
    padded_low, padded_high = [*lower, (0, False, 0)], [*upper, (0, False, 0)]
    for end, is_upper in sorted(ends):
        stretches.append((end, padded_low[low][0], padded_high[high][0], padded_high[high][1]))
        low, high = low + (not is_upper), high + is_upper
    return stretches
