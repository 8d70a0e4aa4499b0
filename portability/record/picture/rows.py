"""Rows of a life over time: what each stretch says by a key, then as bars, neighbours that are alike as one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from portability.record.path import Path, Stretch
from portability.record.picture.lanes import Bar, Hangs, runs

Row = list[tuple[date, date, Any]]
ENDED = ("refused", "no_care")  # what is not given does not go on


def each_day(path: Path, pick: Callable[[Stretch], Iterable[tuple[str, Any]]]) -> list[tuple[str, Row]]:
    """What is picked of each stretch, by its key."""
    return runs([(one.start, one.end, key, entry) for one in path.stretches for key, entry in pick(one)])


def alike(
    row: Row, path: Path, told: Callable[[Any], tuple[str, tuple[str, ...]]], hangs: Hangs = "full"
) -> tuple[Bar, ...]:
    """Bars of what looks alike and says the same, as one; what is paid on the last day goes on."""
    bars: list[Bar] = []
    for _, joined in runs([(start, end, "", told(one)) for start, end, one in row]):
        for start, end, (look, labels) in joined:
            bars.append(Bar(start, end, look, labels, end == path.end and look not in ENDED, hangs))
    return tuple(bars)
