"""The number words: all that rules and stages may do with numbers. Import words from here.

A number is an int or a Fraction (one person: exact), a Column (the rows of a population) or an Unknown; a yes/no is a
bool, a Truth or an Unknown. The same text serves all of them; `+` and `*` are words too.
`WORDS` names every word with the kinds of its arguments, for the test that holds a person's answer and a row's equal.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from portability.number.arithmetic import (
    all_of,
    any_of,
    choose,
    exceeds,
    excess,
    is_known,
    latest,
    not_above,
    not_below,
    opposite,
    part,
    ratio,
    reaches,
    round_to,
    same,
    step_table,
    total,
)
from portability.number.rows import join, rows_where, take
from portability.number.runs import Runs, best, cap, first, last, mean, scale, total_length, weighted_total
from portability.number.unknown import Number, Unknown, YesNo, unknown, unknown_truth


class Word(NamedTuple):
    """A word and the kinds of its arguments, once for each way to call it.

    Kinds: "number", "yesno", "numbers" and "yesnos" (one a member), "runs", "rows" (steps of a table), "rounding".

    >>> WORDS["part"].calls
    (('yesno', 'number'),)
    """

    function: Callable[..., Any]
    calls: tuple[tuple[str, ...], ...]


WORDS = {
    "reaches": Word(reaches, (("number", "number"),)),
    "exceeds": Word(exceeds, (("number", "number"),)),
    "same": Word(same, (("number", "number"),)),
    "not_below": Word(not_below, (("number", "number"),)),
    "not_above": Word(not_above, (("number", "number"),)),
    "excess": Word(excess, (("number", "number"),)),
    "ratio": Word(ratio, (("number", "number", "number"),)),
    "total": Word(total, (("numbers",),)),
    "choose": Word(choose, (("yesno", "number", "number"), ("yesno", "yesno", "yesno"))),
    "part": Word(part, (("yesno", "number"),)),
    "all_of": Word(all_of, (("yesno", "yesno"), ("yesno", "yesno", "yesno"))),
    "any_of": Word(any_of, (("yesno", "yesno"), ("yesno", "yesno", "yesno"))),
    "opposite": Word(opposite, (("yesno",),)),
    "is_known": Word(is_known, (("number",), ("yesno",))),
    "latest": Word(latest, (("numbers", "yesnos"),)),
    "step_table": Word(step_table, (("number", "rows"),)),
    "round_to": Word(round_to, (("number", "rounding"),)),
    "total_length": Word(total_length, (("runs",),)),
    "weighted_total": Word(weighted_total, (("runs",),)),
    "mean": Word(mean, (("runs", "number"),)),
    "first": Word(first, (("runs", "number"),)),
    "last": Word(last, (("runs", "number"),)),
    "best": Word(best, (("runs", "number"),)),
    "scale": Word(scale, (("runs", "numbers"),)),
    "cap": Word(cap, (("runs", "numbers"),)),
}

__all__ = [
    "WORDS", "Number", "Runs", "Unknown", "Word", "YesNo", "all_of", "any_of", "best", "cap", "choose", "exceeds",
    "excess", "first", "is_known", "join", "last", "latest", "mean", "not_above", "not_below", "opposite", "part",
    "ratio", "reaches", "round_to", "rows_where", "same", "scale", "step_table", "take", "total", "total_length",
    "unknown", "unknown_truth", "weighted_total",
]  # fmt: skip
