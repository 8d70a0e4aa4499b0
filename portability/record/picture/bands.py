"""What of a life stands in which band: each State with its periods and benefits, the gaps, the sum, care and the floor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from portability.record.path import CareHeld, Due, Guaranteed, Insured, Once, Path, Spell, Stretch
from portability.record.path_words import (
    GUARANTEES,
    branch,
    care_words,
    certified,
    floor_words,
    how_long,
    joined_gaps,
    kind,
    monthly,
    once_sum,
    sum_words,
)
from portability.record.phrases import amount
from portability.record.picture.lanes import Band, Bar, Dot, Lane, runs
from portability.record.picture.places import packed

NOT_THERE = ("suspended", "not_exportable")
HOME = 7  # points of the strip that says where the person lives


def bands(path: Path) -> Iterator[Band]:
    """All bands from the top to the bottom."""
    for state in path.states:
        lanes = (*_periods(path, state.country), *_undated(path, state.country), *_benefits(path, state.country), *_home(path, state.country))
        yield Band(state.country, lanes, state.title or "law not on the shelf")
    gaps = tuple(
        Bar(start, end, "gap", (f"{how_long(start, end)}: {'perhaps ' if word == 'perhaps' else ''}no insurance anywhere", how_long(start, end)))
        for start, end, word in joined_gaps(path)
    )
    if gaps:
        yield Band("Gaps", (Lane(bars=gaps),))
    sums = _each(path, lambda one: [("sum", monthly(one))] if one.per_month else [])
    for _, row in sums:
        yield Band("In all", (Lane(bars=tuple(_bar(path, *span, "sum", (f"{span[2]} a month", str(span[2]))) for span in row)),), "a month")
    care = tuple(_care(path))
    if care:
        yield Band("Care", care)
    floor = tuple(_floor(path))
    if floor:
        yield Band("Floor", floor, "of the State of residence")


def _each(path: Path, pick: Callable[[Stretch], Iterable[tuple[str, Any]]]) -> list[tuple[str, list[tuple[date, date, Any]]]]:
    return runs([(one.start, one.end, key, entry) for one in path.stretches for key, entry in pick(one)])


def _bar(path: Path, start: date, end: date, _: object, style: str, labels: tuple[str, ...]) -> Bar:
    return Bar(start, end, style, labels, end == path.end)


def _periods(path: Path, country: str) -> Iterator[Lane]:
    """The periods of a State, in as many rows as overlap; the days on which one gives way look different."""
    dated = [one for one in path.spells if one.country == country and one.start is not None and one.end is not None]
    rows = packed([(_day(one.start).toordinal(), _day(one.end).toordinal() + 1) for one in dated])
    parts = dict(_each(path, lambda one: [(each.period, each) for each in one.insured if each.country == country]))
    for number in range(max(rows, default=-1) + 1):
        bars: list[Bar] = []
        for spell, row in zip(dated, rows, strict=True):
            if row == number:
                bars += _spell(path, spell, parts.get(spell.id, []))
        yield Lane(bars=tuple(sorted(bars)))


def _spell(path: Path, spell: Spell, parts: list[tuple[date, date, Insured]]) -> Iterator[Bar]:
    """One period: its label stands in its longest part."""
    longest = max(parts, key=lambda part: (part[1] - part[0]).days, default=None)
    law = "" if spell.legislation is None else f", law of {spell.legislation.state}"
    about = f"{'about ' if spell.rough else ''}{how_long(_day(spell.start), _day(spell.end))}"
    name = spell.scheme or ""
    told = f"{name}{': ' if name else ''}{kind(spell)}"
    labels = (f"{told}, {about}{law}", f"{told}{law}", f"{name or kind(spell)}{law}")
    for part in parts:
        start, end, one = part
        style = "displaced" if one.displaced_by else "rough" if spell.rough and spell.kind == "insurance" else spell.kind
        yield Bar(start, end, style, labels if part is longest else ())


def _undated(path: Path, country: str) -> Iterator[Lane]:
    for one in path.spells:
        if one.country == country and one.start is None:
            label = f"{one.scheme or ''} {kind(one)}: {certified(one)}, without dates".strip()
            turn = next((each.start for each in path.stretches if each.decided_for is not None), path.end)
            end = max((each.end for each in path.stretches if each.end < turn), default=path.end)
            yield Lane(bars=(Bar(path.start, end, "undated", (label,)),))


def _home(path: Path, country: str) -> Iterator[Lane]:
    row = [span for key, spans in _each(path, lambda one: [(one.lives_in or "", "")]) if key == country for span in spans]
    if row:
        yield Lane(bars=tuple(Bar(start, end, "home", ()) for start, end, _ in row), height=HOME)


def _benefits(path: Path, country: str) -> Iterator[Lane]:
    """The benefits of a State, each with what it comes to over time and what of it is paid once."""
    due = dict(_each(path, lambda one: [(each.benefit, each) for each in one.due if each.country == country]))
    once: dict[str, list[tuple[date, Once]]] = {}
    for one in path.stretches:
        for each in one.once:
            if each.country == country:
                once.setdefault(each.benefit, []).append((one.start, each))
    for id_ in dict.fromkeys((*due, *once)):
        first: Due | Once = due[id_][0][2] if id_ in due else once[id_][0][1]
        bars = tuple(
            _bar(path, start, end, one, looks(one), tuple(dict.fromkeys((sum_words(one), _short(one)))))
            for start, end, one in due.get(id_, [])
        )
        dots: dict[date, list[str]] = {}
        for on, each in once.get(id_, ()):
            dots.setdefault(on, []).append(once_sum(each))
        yield Lane(_caption(first), bars, tuple(Dot(on, "; ".join(told)) for on, told in dots.items()))


def _caption(one: Due | Once) -> str:
    who = "" if one.beneficiary == "insured" else f", {one.beneficiary}"
    return f"{branch(one)}{f' ({one.scheme})' if one.scheme else ''}{who}"


def _short(one: Due) -> str:
    """The amount alone, where that is all that is to be said."""
    return sum_words(one) if one.money is None or one.legal_force != "binding" or one.supplements else amount(one.money)


def looks(one: Due) -> str:
    """The look of what a benefit comes to."""
    if one.legal_force != "binding":
        return "would"
    if one.status == "refused":
        return "refused"
    if one.status != "entitled" or one.money is None or not one.money.is_known:
        return "unsure"
    return "withheld" if one.export in NOT_THERE else "paid"


def _care(path: Path) -> Iterator[Lane]:
    for _, row in _each(path, lambda one: [(each.person + each.situation, each) for each in one.care]):
        care: list[tuple[date, date, CareHeld]] = row
        yield Lane(bars=tuple(_bar(path, start, end, one, "care", (care_words(one),)) for start, end, one in care))


def _floor(path: Path) -> Iterator[Lane]:
    found = _each(path, lambda one: [(f"{each.person} {each.guarantee} {each.country}", each) for each in one.floor])
    for _, row in found:
        floor: list[tuple[date, date, Guaranteed]] = row
        one = floor[0][2]
        who = "" if one.person == "insured" else f", {one.person}"
        caption = f"{one.country}: {GUARANTEES.get(one.guarantee, one.guarantee)}{who}"
        yield Lane(caption, tuple(_bar(path, s, e, each, _floor_looks(each), _floor_labels(each)) for s, e, each in floor))


def _floor_looks(one: Guaranteed) -> str:
    if one.legal_force != "binding":
        return "floor_would"
    if one.status not in ("entitled", "refused"):
        return "unsure"
    return "floor" if one.status == "entitled" else "floor_met"


def _floor_labels(one: Guaranteed) -> tuple[str, ...]:
    told = floor_words(one).partition(": ")[2]
    return (told, f"level {amount(one.level)}") if one.level is not None and one.status == "refused" else (told,)


def _day(day: date | None) -> date:
    assert day is not None
    return day
