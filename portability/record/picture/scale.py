"""Time on the sheet: where a day stands, and the ticks of the axis; wider after the first decision where that would be narrow."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)  # months between two ticks
APART = 58  # points between two ticks at least
LATER = (9, 20)  # the part of the sheet that time after the first decision gets at least


class Tick(NamedTuple):
    """A point of the axis and what stands there."""

    x: int
    label: str


class _Part(NamedTuple):
    """Some days, both ends included, drawn evenly."""

    start: date
    after: date
    left: int
    right: int

    def x(self, day: date) -> int:
        days = (self.after - self.start).days
        return self.left + (self.right - self.left) * (day - self.start).days // days


class Scale(NamedTuple):
    """The days of a life from left to right, in one part or in two of different width."""

    parts: tuple[_Part, ...]

    @property
    def left(self) -> int:
        return self.parts[0].left

    @property
    def right(self) -> int:
        return self.parts[-1].right

    @property
    def fold(self) -> int | None:
        """Where the width of a year changes."""
        return self.parts[1].left if len(self.parts) > 1 else None

    def x(self, day: date) -> int:
        """Where a day begins; days beyond an end stand at that end."""
        for part in self.parts:
            if day < part.after:
                return part.x(max(day, part.start))
        return self.right

    def after(self, day: date) -> int:
        """Where a day ends."""
        return self.right if day >= self.parts[-1].after - timedelta(days=1) else self.x(day + timedelta(days=1))

    def ticks(self) -> tuple[Tick, ...]:
        """The beginnings of years, or of months where years are wide."""
        found: list[Tick] = []
        for part in self.parts:
            step = next((months for months in STEPS if _apart(part, months) >= APART), STEPS[-1])
            month = -(-(part.start.year * 12 + part.start.month - 1 + (part.start.day > 1)) // step) * step
            while (day := date(month // 12, month % 12 + 1, 1)) < part.after:
                if found and part.x(day) - found[-1].x < APART - 4:  # at the fold
                    found.pop()
                found.append(Tick(part.x(day), f"{day.year}" if day.month == 1 else f"{day:%Y-%m}"))
                month += step
        return tuple(found)


def _apart(part: _Part, months: int) -> int:
    return (part.right - part.left) * months * 30 // max((part.after - part.start).days, 1)


def scale(start: date, end: date, turn: date | None, left: int, right: int) -> Scale:
    """The days from `start` to `end`; from `turn` on they are drawn wider where they would else have too little room.

    >>> [part.left for part in scale(date(1980, 1, 1), date(2026, 12, 31), date(2026, 1, 1), 0, 1000).parts]
    [0, 550]
    >>> len(scale(date(2000, 1, 1), date(2030, 12, 31), date(2010, 1, 1), 0, 1000).parts)
    1
    """
    after = end + timedelta(days=1)
    whole = Scale((_Part(start, after, left, right),))
    if turn is None or not start < turn < after:
        return whole
    part, of = LATER
    if (after - turn).days * of >= (after - start).days * part:
        return whole
    fold = right - (right - left) * part // of
    return Scale((_Part(start, turn, left, fold), _Part(turn, after, fold, right)))
