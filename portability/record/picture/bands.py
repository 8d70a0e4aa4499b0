"""What of a life stands in which band: each State with its periods and benefits, the gaps, the sum, care and the floor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from portability.record.path import Due, Guaranteed, Insured, Once, Path, Spell, Stretch
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
    on_top,
    once_sum,
    sum_words,
)
from portability.record.phrases import amount
from portability.record.picture.lanes import Band, Bar, Dot, Lane, runs
from portability.record.picture.places import packed

NOT_THERE = ("suspended", "not_exportable")
Row = list[tuple[date, date, Any]]
HOME = 13  # points of the strip that says where the person lives


def bands(path: Path) -> Iterator[Band]:
    """All bands from the top to the bottom."""
    for state in path.states:
        here = (path, state.country)
        lanes = (*_periods(*here), *_undated(*here), *_benefits(*here), *_home(*here))
        yield Band(state.country, lanes, state.title or "law not on the shelf")
    gaps = tuple(Bar(start, end, "gap", _gap_labels(how_long(start, end), word)) for start, end, word in joined_gaps(path))
    if gaps:
        yield Band("Gaps", (Lane(bars=gaps),))
    sums = _each(path, lambda one: [("", monthly(one))] if one.per_month else [])
    for _, row in sums:
        bars = _alike(row, path, lambda told: ("sum", (f"{told} a month", told)))
        yield Band("In all", (Lane(bars=bars),), "a month")
    care = tuple(_care(path))
    if care:
        yield Band("Care", care)
    floor = tuple(_floor(path))
    if floor:
        yield Band("Floor", floor, "of the State of residence")


def _gap_labels(length: str, word: str) -> tuple[str, ...]:
    perhaps = "perhaps " if word == "perhaps" else ""
    return f"{length}: {perhaps}no insurance anywhere", f"{length}{'?' if perhaps else ''}"


def _each(path: Path, pick: Callable[[Stretch], Iterable[tuple[str, Any]]]) -> list[tuple[str, Row]]:
    return runs([(one.start, one.end, key, entry) for one in path.stretches for key, entry in pick(one)])


def _alike(row: Row, path: Path, told: Callable[[Any], tuple[str, tuple[str, ...]]]) -> tuple[Bar, ...]:
    """Bars of what looks alike and says the same, as one; what is paid on the last day goes on."""
    bars: list[Bar] = []
    for _, joined in runs([(start, end, "", told(one)) for start, end, one in row]):
        bars += [Bar(start, end, look, labels, end == path.end and look != "refused") for start, end, (look, labels) in joined]
    return tuple(bars)


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
    nothing = ", counts for nothing" if any(one.why_not and not one.displaced_by for _, _, one in parts) else ""
    told = f"{name}{': ' if name else ''}{kind(spell)}{nothing}"
    labels = (f"{told}, {about}{law}", f"{name or kind(spell)}, {about}{law}", f"{told}{law}", f"{name or kind(spell)}{law}")
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
        yield Lane(bars=tuple(Bar(start, end, "home", ("lives here", "home")) for start, end, _ in row), height=HOME)


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
        bars = _alike(due.get(id_, []), path, lambda one: (looks(one), (sum_words(one), _short(one))))
        dots: dict[date, list[str]] = {}
        for on, each in once.get(id_, ()):
            dots.setdefault(on, []).append(once_sum(each))
        yield Lane(_caption(first), bars, tuple(Dot(on, "; ".join(told)) for on, told in dots.items()))


def _caption(one: Due | Once) -> str:
    who = "" if one.beneficiary == "insured" else f", {one.beneficiary}"
    return f"{branch(one)}{f' ({one.scheme})' if one.scheme else ''}{who}"


def _short(one: Due) -> str:
    """The amount alone, where that is all that is to be said."""
    is_all = one.money is not None and one.legal_force == "binding" and not one.supplements and one.payments_a_year in (None, 12)
    return amount(one.money) if is_all else sum_words(one)


def looks(one: Due) -> str:
    """The look of what a benefit comes to."""
    if one.legal_force != "binding":
        return "would"
    if one.status == "refused":
        return "refused"
    if one.status != "entitled" or one.money is None or not one.money.is_known or one.export == "undetermined":
        return "unsure"
    return "withheld" if one.export in NOT_THERE else "paid"


def _care(path: Path) -> Iterator[Lane]:
    for _, row in _each(path, lambda one: [(each.person + each.situation, each) for each in one.care]):
        yield Lane(bars=_alike(row, path, lambda one: ("care", (care_words(one),))))


def _floor(path: Path) -> Iterator[Lane]:
    found = _each(path, lambda one: [(f"{each.person} {each.guarantee} {each.country} {each.grant}", each) for each in one.floor])
    for _, row in found:
        one: Guaranteed = row[0][2]
        who = "" if one.person == "insured" else f", {one.person}"
        caption = f"{one.country}: {GUARANTEES.get(one.guarantee, one.guarantee)}{who}"
        yield Lane(caption, _alike(row, path, lambda each: (_floor_looks(each), _floor_labels(each))))


def _floor_looks(one: Guaranteed) -> str:
    if one.legal_force != "binding":
        return "floor_would"
    if one.status not in ("entitled", "refused"):
        return "unsure"
    return "floor" if one.status == "entitled" else "floor_met"


def _floor_labels(one: Guaranteed) -> tuple[str, ...]:
    least = (amount(one.top_up),) if one.status == "entitled" and one.top_up is not None and one.top_up.is_known else ()
    short = "not established" if one.level is None and one.legal_force == "guidance" else on_top(one)
    return (floor_words(one).partition(": ")[2], short, *least)


def _day(day: date | None) -> date:
    assert day is not None
    return day
