"""The bands beneath the States: what comes in in all, medical care, and the floor, what is alike told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from portability.record.path import CareHeld, Guaranteed, Path
from portability.record.path_words import GUARANTEES, care_words, floor_words, in_all, on_top
from portability.record.phrases import amount
from portability.record.picture.lanes import Band, Bar, Lane
from portability.record.picture.places import packed
from portability.record.picture.rows import alike, each_day

CARE_LOOKS = {"entitled": "care", "refused": "no_care"}


class _Kept(NamedTuple):
    """A guarantee of one person over time, as bars."""

    country: str
    guarantee: str
    grant: str | None
    bars: tuple[Bar, ...]


def beneath(path: Path) -> Iterator[Band]:
    """The sum, care and the floor, as far as there is any."""
    for _, row in each_day(path, lambda one: [("", in_all(one))] if in_all(one) else []):
        yield Band("In all", (Lane(bars=alike(row, path, lambda told: ("sum", (told, told.removesuffix(" a month"))))),))
    care = tuple(_care(path))
    if care:
        yield Band("Care", care)
    floor = (*_kept(path), *_missing(path))
    if floor:
        yield Band("Floor", floor, "of the State of residence")


def _care(path: Path) -> Iterator[Lane]:
    """Care in as few rows as it has situations at once."""
    bars: list[Bar] = []
    for _, row in each_day(path, lambda one: [(each.person + each.situation, each) for each in one.care]):
        bars += alike(row, path, lambda one: (_care_looks(one), (care_words(one),)))
    bars.sort()
    places = packed([(bar.start.toordinal(), bar.end.toordinal() + 1) for bar in bars])
    for number in range(max(places, default=-1) + 1):
        yield Lane(bars=tuple(bar for bar, place in zip(bars, places, strict=True) if place == number))


def _care_looks(one: CareHeld) -> str:
    return CARE_LOOKS.get(one.status, "unsure")


def _is_missing(one: Guaranteed) -> bool:
    """Whether nothing is known of a guarantee but that it is not established."""
    return one.level is None and one.legal_force == "guidance"


def _kept(path: Path) -> Iterator[Lane]:
    """What is known of each guarantee; persons of whom the same is said share a row."""
    rows = each_day(
        path,
        lambda one: [
            (f"{each.person} {each.guarantee} {each.country} {each.grant}", each) for each in one.floor if not _is_missing(each)
        ],
    )
    persons: dict[_Kept, list[str]] = {}
    for _, row in rows:
        first: Guaranteed = row[0][2]
        bars = alike(row, path, lambda each: (_looks(each), _labels(each)))
        persons.setdefault(_Kept(first.country, first.guarantee, first.grant, bars), []).append(first.person)
    for kept, who in persons.items():
        yield Lane(f"{kept.country}: {GUARANTEES.get(kept.guarantee, kept.guarantee)}{_of(who)}", kept.bars)


def _missing(path: Path) -> Iterator[Lane]:
    """What is not established, in one row for each State."""
    told = each_day(path, lambda one: _by_state([each for each in one.floor if _is_missing(each)]))
    for country, row in told:
        yield Lane(f"{country}: not established", alike(row, path, lambda one: ("floor_would", one), hangs="short"))


def _by_state(rows: Sequence[Guaranteed]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The guarantees of each State of which nothing is established: with the reasons, then without."""
    for country in dict.fromkeys(each.country for each in rows):
        here = [each for each in rows if each.country == country]
        persons: dict[str, list[str]] = {}
        reasons: dict[str, dict[str, None]] = {}
        for one in here:
            name = GUARANTEES.get(one.guarantee, one.guarantee)
            persons.setdefault(name, []).append(one.person)
            reasons.setdefault(name, {})[(one.not_covered or "").removeprefix("not established: ")] = None
        names = {name: f"{name}{_of(who, ' of ')}" for name, who in persons.items()}
        why = "; ".join(f"{names[name]}: {', '.join(filter(None, reasons[name]))}".removesuffix(": ") for name in names)
        yield country, (why, "; ".join(names.values()))


def _of(persons: Iterable[str], word: str = ", ") -> str:
    """Whose it is, unless it is the insured person's alone."""
    who = ["the insured" if one == "insured" else one for one in persons]
    return "" if who == ["the insured"] else f"{word}{', '.join(who)}"


def _looks(one: Guaranteed) -> str:
    if one.legal_force != "binding":
        return "floor_would"
    if one.status not in ("entitled", "refused"):
        return "unsure"
    return "floor" if one.status == "entitled" else "floor_met"


def _labels(one: Guaranteed) -> tuple[str, ...]:
    least = (amount(one.top_up),) if one.status == "entitled" and one.top_up is not None and one.top_up.is_known else ()
    return (floor_words(one).partition(": ")[2], on_top(one), *least)


def others_at_home(path: Path, country: str) -> Iterator[tuple[date, date, str]]:
    """When members of the family live in a State where the insured person does not, as far as the floor asks for it."""
    for one in path.stretches:
        who = dict.fromkeys(each.person for each in one.floor if each.country == country and each.person != "insured")
        if who and one.lives_in != country:
            yield one.start, one.end, f"{', '.join(who)} {'lives' if len(who) == 1 else 'live'} here"
