"""The whole picture: what happened above, an axis of years, the bands, a legend; the same as text for those who cannot see."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from portability.record.path import Path
from portability.record.path_table import in_short, law_lines, told_lines, undated_lines
from portability.record.path_words import mark_words
from portability.record.phrases import by_the_law_of
from portability.record.picture import styles
from portability.record.picture.bands import bands
from portability.record.picture.lanes import Band, Laid, laid
from portability.record.picture.places import Label, staircase
from portability.record.picture.scale import Scale, scale
from portability.record.picture.sheet import FONT, Sheet, broken, escaped, wide

WIDTH, LEFT, RIGHT, MARGIN = 1400, 150, 1205, 14
SMALL, LINE, TITLE = 11, 13, 18
FLAG = 186  # points of the words of a day at most
BETWEEN = 5  # points between two lanes
AXIS = 20
LINES = {"decision": ("#a01818", 3, ""), "claim": ("#333", 2, ""), "age": ("#333", 1, "6 4")}
PLAIN = ("#333", 1, "2 3")
NOT_DRAWN = ("residence", "benefit", "work")  # the strips and the bars show them


class _Flag(NamedTuple):
    """What happened on a day: a line through all bands, and words above."""

    x: int
    kinds: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def label(self) -> Label:
        return Label(self.x, max(wide(line, SMALL) for line in self.lines) + 4, LINE * len(self.lines))


class _Row(NamedTuple):
    """A band with its lanes in place."""

    band: Band
    lanes: tuple[Laid, ...]

    @property
    def height(self) -> int:
        names = 2 * BETWEEN + LINE * (1 + len(self.more))
        return max(names, 2 * BETWEEN + sum(lane.height + BETWEEN for lane in self.lanes))

    @property
    def more(self) -> tuple[str, ...]:
        return broken(self.band.more, LEFT - 2 * MARGIN, SMALL - 1)


def picture(path: Path) -> str:
    """A life as SVG."""
    days = _scale(path)
    flags = tuple(_flags(path, days))
    offsets = staircase([flag.label for flag in flags])
    rows = [_Row(band, tuple(laid(lane, days) for lane in band.lanes)) for band in bands(path)]
    used = {style for row in rows for lane in row.lanes for style in lane.used}
    page = Sheet()
    styles.define(page, used)
    base = _title(page, path) + max((far + flag.label.height for far, flag in zip(offsets, flags, strict=True)), default=0)
    top = base + AXIS
    foot = top + sum(row.height for row in rows)
    _grounds(page, rows, top)
    _axis(page, days, top, foot)
    _draw_flags(page, flags, offsets, base, foot)
    y = top
    for n, row in enumerate(rows):
        _draw_row(page, row, y, _ground(n))
        y += row.height
    end = _legend(page, used, path, foot + AXIS + 3 * LINE)
    return _document(path, page, end + MARGIN)


def _scale(path: Path) -> Scale:
    turn = next((one.start for one in path.stretches if one.decided_for is not None or one.due), None)
    return scale(path.start, path.end, turn, LEFT, RIGHT)


def _title(page: Sheet, path: Path) -> int:
    """The heading and what the life comes to; where what is below may begin."""
    known = by_the_law_of(path.law_as_of)
    told = f"The life of case {path.case}: agreements {path.agreements}, decided for {path.at}{known}"
    y = MARGIN
    for line in broken(told, WIDTH - 2 * MARGIN, TITLE):
        y += TITLE + 4
        page.text(MARGIN, y, line, TITLE, font_weight="bold")
    for text in list(in_short(path))[1:]:
        if not text.startswith("Gap"):  # they have a band
            for line in broken(text, WIDTH - 2 * MARGIN, SMALL + 1):
                y += LINE + 4
                page.text(MARGIN, y, line, SMALL + 1)
    return y + 12


def _flags(path: Path, days: Scale) -> Iterator[_Flag]:
    for one in path.stretches:
        told = [mark for mark in one.happened if mark.kind not in NOT_DRAWN]
        if told:
            lines = [line for mark in told for line in broken(mark_words(mark), FLAG, SMALL)]
            yield _Flag(days.x(one.start), tuple(mark.kind for mark in told), (one.start.isoformat(), *lines))


def _draw_flags(page: Sheet, flags: Sequence[_Flag], offsets: Sequence[int], base: int, foot: int) -> None:
    for flag, far in zip(flags, offsets, strict=True):
        colour, width, dashes = next((LINES[kind] for kind in LINES if kind in flag.kinds), PLAIN)
        top = base - far - flag.label.height
        dashed: dict[str, str | int] = {"stroke_dasharray": dashes} if dashes else {}
        page.line(flag.x, top, flag.x, foot, stroke=colour, stroke_width=width, **dashed)
        for n, line in enumerate(flag.lines):
            page.text(flag.x + 4, top + LINE * (n + 1) - 3, line, SMALL, font_weight="normal" if n else "bold")


def _ground(number: int) -> str:
    return styles.PALE if number % 2 == 0 else styles.PAPER


def _grounds(page: Sheet, rows: Sequence[_Row], top: int) -> None:
    for n, row in enumerate(rows):
        page.rect(0, top, WIDTH, row.height, fill=_ground(n))
        page.line(0, top, WIDTH, top, stroke="#bbb")
        top += row.height
    page.line(0, top, WIDTH, top, stroke="#bbb")


def _axis(page: Sheet, days: Scale, top: int, foot: int) -> None:
    for tick in days.ticks():
        page.line(tick.x, top, tick.x, foot + 4, stroke="#d5d5d5")
        page.text(tick.x, foot + 16, tick.label, SMALL, text_anchor="middle")
    if days.fold is not None:
        y = foot + 22
        page.path([(days.fold, y - 5), (days.fold, y), (days.right, y), (days.right, y - 5)], stroke=styles.QUIET)
        middle = (days.fold + days.right) // 2
        page.text(middle, y + LINE, "here, time is drawn wider", SMALL, text_anchor="middle", font_style="italic")


def _draw_row(page: Sheet, row: _Row, y: int, ground: str) -> None:
    page.text(MARGIN, y + BETWEEN + LINE, row.band.name, 14, font_weight="bold")
    for n, line in enumerate(row.more):
        page.text(MARGIN, y + BETWEEN + LINE * (n + 2), line, SMALL - 1, fill=styles.QUIET)
    y += 2 * BETWEEN
    for lane in row.lanes:
        lane.draw(page, y, ground)
        y += lane.height + BETWEEN


def _legend(page: Sheet, used: set[str], path: Path, y: int) -> int:
    """What each look means, then what has no place in the picture; returns where it ends."""
    x = MARGIN
    for style, words in styles.WORDS.items():
        if style not in used:
            continue
        if x + 34 + wide(words, SMALL) > WIDTH - MARGIN:
            x, y = MARGIN, y + 22
        _sample(page, style, x, y)
        page.text(x + 32, y + 4, words, SMALL)
        x += 32 + wide(words, SMALL) + 22
    y += 14
    notes = [*_beside(path), *(f"Taken: {line}." for line in path.taken)]
    for note in notes:
        for line in broken(note, WIDTH - 2 * MARGIN, SMALL):
            y += LINE + 2
            page.text(MARGIN, y, line, SMALL, fill="#333")
    return y


def _beside(path: Path) -> Iterator[str]:
    """What has no place in time: the law found to apply, and periods without dates."""
    for line in law_lines(path):
        yield f"Law: {line}."
    for line in undated_lines(path):
        yield f"Without dates: {line}."


def _sample(page: Sheet, style: str, x: int, y: int) -> None:
    if style == "once":
        styles.diamond(page, x + 12, y)
    elif style == "on":
        styles.arrow(page, x + 8, y)
    elif style in ("home", "work"):
        page.rect(x, y - 3, 26, 7, **styles.look(style))
    else:
        page.rect(x, y - 8, 26, 16, **styles.look(style))


def _document(path: Path, page: Sheet, height: int) -> str:
    described = "\n".join([*in_short(path), *told_lines(path), *_beside(path)])
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'font-family="{FONT}" fill="{styles.INK}" role="img" aria-labelledby="title desc">',
        f'<title id="title">The life of case {escaped(path.case)}, decided for {path.at}</title>',
        f'<desc id="desc">{escaped(described)}</desc>',
        f'<rect width="{WIDTH}" height="{height}" fill="{styles.PAPER}"/>',
        *page.parts,
        "</svg>",
    ]) + "\n"  # fmt: skip
