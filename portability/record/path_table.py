"""A life laid out in time as text or Markdown: what it comes to, then a row for each stretch, or for each month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from textwrap import wrap

from portability.record.path import Path, Stretch
from portability.record.path_words import (
    GAPS,
    care_words,
    certified,
    due_words,
    floor_words,
    how_long,
    in_all,
    insured_words,
    joined_gaps,
    kind,
    mark_words,
    once_words,
    undated,
)
from portability.record.phrases import by_the_law_of, state_and_scheme
from portability.record.render import _Page as Page

NOTHING = "no binding benefit of a known amount by the month or day"
HEAD = ("time", "lives in", "insured, and under which law", "paid, by whom", "in all", "floor and care", "what happens")
WIDTHS = (10, 8, 28, 44, 14, 34, 32)


def laid_out(path: Path, markdown: bool = False, months: bool = False) -> str:
    """The whole of it for people to read, ending in a new line; `months`: a row for each month."""
    page = Page(markdown)
    known = by_the_law_of(path.law_as_of)
    page.title(f"The life of case {path.case}, decided for {path.at}, agreements: {path.agreements}{known}")
    for line in in_short(path):
        page.line(line)
    page.lines.append("")
    stretches = list(by_month(path.stretches)) if months else path.stretches
    page.table("Month by month" if months else "The life in time", HEAD, [_row(one, markdown) for one in stretches], ruled=True)
    page.list("Which law applies, and who pays by it", law_lines(path))
    page.list("Periods without dates", undated_lines(path))
    page.list("Taken", path.taken)
    page.list("Not certain", path.not_certain)
    page.list("Not modelled", path.not_modelled)
    return page.text()


def in_short(path: Path) -> Iterator[str]:
    """The life in a line each: its length, gaps, what is paid on the day of decision, what comes next."""
    names = ", ".join(one.country if one.title is None else f"{one.country} ({one.title})" for one in path.states)
    yield f"Told from {path.start} to {path.end}, in {names}. The case was decided for {_days(path.decisions)}."
    for start, end, word in joined_gaps(path):
        yield f"Gap: {start} to {end}, {how_long(start, end)}: {GAPS[word]}."
    now = next((one for one in path.stretches if one.start <= path.at <= one.end), None)
    if now is not None:
        told = in_all(now)
        yield f"On {path.at}: {f'{told} in all' if told else NOTHING}."
        later = next((one for one in path.stretches if one.start > now.end and _paid(one) != _paid(now)), None)
        if later is not None:
            then = in_all(later)
            comes = f", then {then} in all" if then else f", then {NOTHING}"
            what = "the floor" if later.due == now.due else "what is due"
            yield f"Next change of {what}: {later.start}{comes if then != told else ''}."


def told_lines(path: Path) -> Iterator[str]:
    """Each stretch in a line of its own, for those who hear it read."""
    for one in path.stretches:
        told = [f"lives in {one.lives_in}"] if one.lives_in else []
        told += [insured_words(each) for each in one.insured] or ([GAPS[one.gap]] if one.gap else [])
        told += [*(once_words(each) for each in one.once), *(due_words(each) for each in one.due)]
        told += [f"in all {in_all(one)}"] if in_all(one) else []
        told += [*(f"floor of {floor_words(each)}" for each in one.floor), *(care_words(each) for each in one.care)]
        told += [mark_words(each) for each in one.happened]
        yield f"{_time(one)}: {'; '.join(told) or 'nothing is told'}."


def law_lines(path: Path) -> list[str]:
    """What the decision finds about the law that applies, with its article."""
    return [f"{one.about.replace('.', ' ')}: {one.text}{f' [{one.cites}]' if one.cites else ''}" for one in path.findings]


def undated_lines(path: Path) -> list[str]:
    """The periods that have no place in time, with what was certified of them."""
    return [f"{one.id}: {state_and_scheme(one.country, one.scheme)}, {kind(one)}, {certified(one)}" for one in undated(path)]


def by_month(stretches: Sequence[Stretch]) -> Iterator[Stretch]:
    """The stretches cut at the ends of months; what happened or is paid once stands where it began."""
    from dataclasses import replace

    for one in stretches:
        start = one.start
        while start <= one.end:
            end = min(_month_end(start), one.end)
            new = start == one.start
            yield replace(one, start=start, end=end, once=one.once if new else (), happened=one.happened if new else ())
            start = end + timedelta(days=1)


def _month_end(day: date) -> date:
    following = date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return following - timedelta(days=1)


def _paid(one: Stretch) -> object:
    return (one.due, one.floor)


def _days(count: int) -> str:
    return "one day" if count == 1 else f"{count} days"


def _row(one: Stretch, markdown: bool) -> list[str]:
    cells = [
        [_time(one)] if markdown else _time(one).split(" to "),
        [one.lives_in or "-"],
        [insured_words(each) for each in one.insured] or ([GAPS[one.gap]] if one.gap else ["-"]),
        [*(once_words(each) for each in one.once), *(due_words(each) for each in one.due)] or ["-"],
        [in_all(one) or "-"],
        [*(floor_words(each) for each in one.floor), *(care_words(each) for each in one.care)] or ["-"],
        [mark_words(each) for each in one.happened],
    ]
    if markdown:
        return ["<br>".join(cell) for cell in cells]
    return ["\n".join(line for text in cell for line in wrap(text, width)) for cell, width in zip(cells, WIDTHS, strict=True)]


def _time(one: Stretch) -> str:
    """The days of a stretch; a whole month by its name."""
    if one.start.day == 1 and one.end == _month_end(one.start):
        return f"{one.start:%Y-%m}"
    return f"{one.start} to {one.end}"
