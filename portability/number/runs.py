"""The words on runs: sequences of (amount, length), such as the earnings of each year, in the order of time.

A case and the rows of a population have runs of one structure; a run that is not there has length nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portability.number import known
from portability.number.arithmetic import excess, not_above, ratio, total
from portability.number.unknown import Number, Unknown, facts_of, spanning

Runs = tuple[tuple[Number, Number], ...]


def total_length(runs: Runs) -> Number:
    """How long runs are together.

    >>> total_length(((1000, 12), (1200, 6)))
    18
    """
    return total(length for _, length in runs)


def weighted_total(runs: Runs) -> Number:
    """The sum of each run's amount times its length, such as all that was earned.

    >>> weighted_total(((1000, 12), (1200, 6)))
    19200
    """
    return total(amount * length for amount, length in runs)


def mean(runs: Runs, if_none: Number) -> Number:
    """The average amount over the length of runs; `if_none` where they have no length.

    >>> mean(((1000, 12), (1300, 6)), if_none=0)
    Fraction(1100, 1)
    """
    return ratio(weighted_total(runs), total_length(runs), if_none)


def first(runs: Runs, length: Number) -> Runs:
    """The first runs up to a length; the run in which it ends is taken in part, those after it at length nought.

    >>> first(((1000, 12), (1200, 12)), 18)
    ((1000, 12), (1200, 6))
    """
    taken, left = [], length
    for amount, own in runs:
        taken.append((amount, not_above(own, left)))
        left = excess(left, own)
    return tuple(taken)


def last(runs: Runs, length: Number) -> Runs:
    """The last runs up to a length, in the order of time; the earliest of them is taken in part.

    >>> last(((1000, 12), (1200, 12)), 18)
    ((1000, 6), (1200, 12))
    """
    return first(runs[::-1], length)[::-1]


def best(runs: Runs, length: Number) -> Runs:
    """The runs with the highest amounts up to a length, from the highest down; the lowest of them is taken in part.

    Where an amount or a length is unknown, what is known of the best of them is kept: the stretches of the result are
    then those of the least and of the most the runs can be.

    >>> best(((1200, 12), (1000, 12), (1500, 12)), 18)
    ((1500, 12), (1200, 6), (1000, 0))
    """
    amounts, lengths = [amount for amount, _ in runs], [own for _, own in runs]
    if not any(type(value) is Unknown for value in (*amounts, *lengths, length)):
        ranked = known.ranked([(amount, False, own) for amount, own in runs])
        return first(tuple((amount, own) for amount, _, own in ranked), length)
    return _best_between(amounts, lengths, length)


def scale(runs: Runs, factors: Sequence[Number]) -> Runs:
    """Runs with each amount multiplied by its factor, such as the index of its year.

    >>> scale(((1000, 12), (1200, 12)), (2, 1))
    ((2000, 12), (1200, 12))
    """
    return tuple((amount * factor, own) for (amount, own), factor in zip(runs, factors, strict=True))


def cap(runs: Runs, limits: Sequence[Number | None]) -> Runs:
    """Runs with each amount brought down to its limit, such as the ceiling of its year; None where there is none.

    >>> cap(((1000, 12), (1200, 12)), (1100, 1100))
    ((1000, 12), (1100, 12))
    """
    return tuple(
        (amount if limit is None else not_above(amount, limit), own)
        for (amount, own), limit in zip(runs, limits, strict=True)
    )


def _ends(x: Number) -> tuple[Any, Any, Any]:
    return (x.low, x.high, x.endless) if type(x) is Unknown else (x, x, False)


def _best_between(amounts: Sequence[Number], lengths: Sequence[Number], length: Number) -> Runs:
    """The best runs where something is unknown.

    The month at each place in the order from best to worst is not below the one at that place when every amount and
    length is at its low end, and not above the one when all are at their high end. So the two orders are laid side
    by side and cut to the low and to the high end of the length. A run without upper end is as long as the length
    asked for; where that has none either, one more stretch stands for all that is not known.
    """
    facts = facts_of(*amounts, *lengths, length)
    least, most, no_end = _ends(length)
    lower, upper = [], []
    highest: Any = 0
    unlimited: Any = False
    boundless: Any = False
    for amount, own in zip(amounts, lengths, strict=True):
        (low, high, endless), (short, long, everlasting) = _ends(amount), _ends(own)
        short = known.choose(no_end, short, known.not_above(short, most))
        long = known.choose(everlasting, most, known.choose(no_end, long, known.not_above(long, most)))
        lower.append((low, False, short))
        upper.append((high, endless, known.choose(everlasting & no_end, short, long)))
        highest, unlimited = known.not_below(highest, high), unlimited | endless
        boundless = boundless | (everlasting & no_end)
    nearest = known.not_above(sum(short for _, _, short in lower), least)
    furthest = sum(long for _, _, long in upper)
    furthest = known.choose(no_end, furthest, known.not_above(furthest, most))

    def cut(begin: Any, end: Any, at: Any) -> Any:
        return known.excess(known.not_above(end, at), known.not_above(begin, at))

    result: list[tuple[Number, Number]] = []
    begin: Any = 0
    for end, low, high, endless in known.abreast(known.ranked(lower), known.ranked(upper)):
        stretch = spanning(facts, cut(begin, end, nearest), cut(begin, end, furthest))
        result.append((spanning(facts, low, high, endless), stretch))
        begin = end
    if boundless is not False:
        result.append((spanning(facts, 0, highest, unlimited), spanning(facts, 0, 0, boundless)))
    return tuple(result)
