"""A lane: bars one after another, each with its label inside where there is room, else hanging below."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from portability.record.picture import styles
from portability.record.picture.places import Label, staircase
from portability.record.picture.scale import Scale
from portability.record.picture.sheet import Sheet, broken, wide

BAR, SIZE, LINE = 18, 11, 13
MANY = 3  # labels that hang, beyond which they are told shortly
WIDEST = 168  # points of a label that hangs
PAD, DOT = 4, 8


Hangs = Literal["full", "short", "not"]


class Bar(NamedTuple):
    """Some days, how they look, and what is said of them, at full length first; `goes_on` after the last day.

    `hangs`: whether what has no room in the bar hangs below it, in full, shortly, or not at all.
    """

    start: date
    end: date
    style: str
    labels: tuple[str, ...]
    goes_on: bool = False
    hangs: Hangs = "full"


class Dot(NamedTuple):
    """What is paid once on a day."""

    on: date
    label: str


class Lane(NamedTuple):
    """What stands in one row of a band; the caption stands before it."""

    caption: str = ""
    bars: tuple[Bar, ...] = ()
    dots: tuple[Dot, ...] = ()
    height: int = BAR


class _Hung(NamedTuple):
    x: int
    lines: tuple[str, ...]

    @property
    def label(self) -> Label:
        return Label(self.x, max(wide(line, SIZE) for line in self.lines), LINE * len(self.lines))


class Laid(NamedTuple):
    """A lane with its labels in place, and how high it is."""

    lane: Lane
    scale: Scale
    inside: tuple[str, ...]
    hung: tuple[_Hung, ...]
    offsets: tuple[int, ...]
    head: int

    @property
    def height(self) -> int:
        below = max((far + one.label.height for far, one in zip(self.offsets, self.hung, strict=True)), default=0)
        return self.head + self.lane.height + (below + PAD if below else 0)

    @property
    def used(self) -> set[str]:
        """The looks that the legend must explain."""
        found = {bar.style for bar in self.lane.bars}
        return found | ({"once"} if self.lane.dots else set()) | ({"on"} if any(bar.goes_on for bar in self.lane.bars) else set())

    def draw(self, sheet: Sheet, y: int, ground: str) -> None:
        """Draw the lane from y on."""
        top = y + self.head
        starred = {dot.on for dot in self.lane.dots}
        for bar, inside in zip(self.lane.bars, self.inside, strict=True):
            self._bar(sheet, bar, inside, top, DOT if bar.start in starred else 0)
        middle = top + self.lane.height // 2
        for dot in self.lane.dots:
            styles.diamond(sheet, self.scale.x(dot.on), middle)
        foot = top + self.lane.height
        for one, far in zip(self.hung, self.offsets, strict=True):
            sheet.line(one.x, foot, one.x, foot + far + LINE - 2, stroke=styles.QUIET)
            for n, line in enumerate(one.lines):
                sheet.text(one.x + PAD, foot + far + LINE * (n + 1) - 2, line, SIZE, on=ground)
        self._caption(sheet, y, middle, ground)

    def _bar(self, sheet: Sheet, bar: Bar, inside: str, top: int, star: int) -> None:
        left, right = self.scale.x(bar.start), self.scale.after(bar.end)
        sheet.rect(left, top, max(right - left, 2), self.lane.height, **styles.look(bar.style))
        middle = top + self.lane.height // 2
        if bar.goes_on:
            styles.arrow(sheet, right, middle)
        if inside:
            light = bar.style in styles.LIGHT_ON_DARK
            on = styles.PAPER if bar.style in styles.ON_PATTERN else ""
            told = {"fill": styles.PAPER, "font_weight": "bold"} if light else {"fill": styles.INK}
            sheet.text(left + star + PAD + 1, middle + SIZE // 2 - 1, inside, SIZE, on=on, **told)

    def _caption(self, sheet: Sheet, y: int, middle: int, ground: str) -> None:
        if not self.lane.caption:
            return
        if self.head:
            sheet.text(self.scale.left + PAD, y + LINE - 4, self.lane.caption, SIZE, on=ground, font_style="italic")
            return
        x = self.scale.x(_first(self.lane)) - PAD - (DOT if self.lane.dots else 0)
        sheet.text(x, middle + SIZE // 2 - 1, self.lane.caption, SIZE, on=ground, text_anchor="end", font_style="italic")


def _first(lane: Lane) -> date:
    return min([bar.start for bar in lane.bars] + [dot.on for dot in lane.dots])


def laid(lane: Lane, scale: Scale) -> Laid:
    """Find a place for every label of a lane."""
    inside: list[str] = []
    hung: list[_Hung] = []
    homeless: list[Bar] = []
    for bar in lane.bars:
        star = DOT if any(dot.on == bar.start for dot in lane.dots) else 0
        room = _until(bar, lane, scale) - scale.x(bar.start) - 2 * PAD - star
        bold = 11 if bar.style in styles.LIGHT_ON_DARK else 10
        fits = next((label for label in bar.labels if wide(label, SIZE) * bold <= room * 10), None)
        inside.append(fits or "")
        if bar.labels and fits is None and bar.hangs != "not" and bar.style not in styles.SILENT:
            homeless.append(bar)
    said = ""
    for bar in homeless:
        label = bar.labels[0 if len(homeless) <= MANY and bar.hangs == "full" else -1]  # many labels are short ones
        if label == said and len(homeless) > MANY:  # and many of the same are said once
            continue
        said = label
        hung.append(_Hung(scale.x(bar.start) + 1, broken(label, WIDEST, SIZE)))
    hung += [_Hung(scale.x(dot.on), broken(dot.label, WIDEST, SIZE)) for dot in lane.dots]
    hung.sort(key=lambda one: one.x)
    head = 0
    if lane.caption:
        room = scale.x(_first(lane)) - scale.left - 3 * PAD - (DOT if lane.dots else 0)
        head = 0 if wide(lane.caption, SIZE) <= room else LINE + 1
    return Laid(lane, scale, tuple(inside), tuple(hung), staircase([one.label for one in hung]), head)


def _until(bar: Bar, lane: Lane, scale: Scale) -> int:
    """Where the words in a bar must end: before what is paid once on one of its later days."""
    starred = [scale.x(dot.on) - DOT for dot in lane.dots if bar.start < dot.on <= bar.end]
    return min([scale.after(bar.end), *starred])


class Band(NamedTuple):
    """A State, or the gaps, the sum, the floor: a name at the left and lanes beside it."""

    name: str
    lanes: tuple[Lane, ...]
    more: str = ""


def runs(spans: Sequence[tuple[date, date, str, Any]]) -> list[tuple[str, list[tuple[date, date, Any]]]]:
    """Entries by their key in the order of time, neighbours that are equal as one."""
    found: dict[str, list[tuple[date, date, Any]]] = {}
    for start, end, key, entry in spans:
        row = found.setdefault(key, [])
        if row and row[-1][2] == entry and (start - row[-1][1]).days == 1:
            row[-1] = (row[-1][0], end, entry)
        else:
            row.append((start, end, entry))
    return list(found.items())
