"""Whether what a case assumes over the law is something the law could say: a key it has, and a value that key can hold.

The figure is laid over the law and judged there by the models of the law files, as if the file said it. Loaded only for a
case that assumes something.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from portability.document.place import Path
from portability.faults import did_you_mean
from portability.law.agreement import InstrumentFile
from portability.law.counting import chapter_faults
from portability.law.leaf import Cited, Leaf, Strict
from portability.law.leaves import leaf_faults, order_faults
from portability.law.national import Branches, Regime, currencies
from portability.law.overlay import UNKNOWN, Assumption, Law, instrument_with, national_with, series_with
from portability.law.paying import Paying
from portability.law.referred import share_faults
from portability.law.regimes import length_faults, money_faults, shape_faults
from portability.law.series import SeriesFile, series_faults
from portability.law.telling import Said, told

BESIDE_FIGURES = frozenset((*Cited.known(), *Regime.known(), "to", "known_to", "operation", "assumed_only")) - {*Paying.known()}
"""Keys that say where a figure stands and from when: no figures themselves."""

Found = tuple[int, Path, str, str]  # which assumption, the path inside its row, what is wrong, what to do


def national_faults(law: Law | None, country: str, assumptions: Sequence[tuple[int, Assumption]]) -> list[Found]:
    """Every fault of what is assumed over a State's law; assumptions come with a number of their own.

    >>> national_faults(None, "XA", [(0, Assumption("xa.s.old_age.age", "sixty"))])
    [(0, ('value',), '"sixty" is not an age in whole months', 'Write it like "65 years"')]
    """
    found: dict[Found, None] = {}
    sound = []
    paths = [each.path for _, each in assumptions]
    for i, each in assumptions:
        _, scheme, branch, *key = each.path.split(".")
        odd = list(_no_figure(i, tuple(key), each))
        odd += [(i, ("path",), *said) for said in _no_whole(law, scheme, branch, tuple(key), paths)]
        found |= dict.fromkeys(odd)
        if not odd:
            sound.append((i, each, tuple(key)))
    merged = national_with(law, country, [each for _, each, _ in sound]) or {}
    for scheme, branch in dict.fromkeys(tuple(each.path.split(".")[1:3]) for _, each, _ in sound):
        mine = [one for one in sound if one[1].path.split(".")[1:3] == [scheme, branch]]
        for regime in merged[scheme][branch]:
            found |= dict.fromkeys(_attributed(_of_regime(branch, regime, currencies(dict(merged))), mine))
    return list(found)


def _no_whole(law: Law | None, scheme: str, branch: str, key: Path, others: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is wrong where a part is assumed of a figure that no regime tells, and that is not assumed either."""
    regimes = (law or {}).get(scheme, {}).get(branch, ())
    whole = f".{scheme}.{branch}.{key[0]}"
    if len(key) > 1 and not any(key[0] in regime for regime in regimes) and not any(one.endswith(whole) for one in others):
        yield "the law tells no figure of which this could be a part", "Assume the whole figure, as a table"


def instrument_faults(law: Law, id_: str, assumptions: Sequence[tuple[int, Assumption]]) -> list[Found]:
    """Every fault of what is assumed over an instrument."""
    found: list[Found] = []
    sound = []
    for i, each in assumptions:
        key = tuple(each.path.split(".")[1:])
        trouble = _no_chapter(law, id_, key)
        odd = [(i, ("path",), *trouble)] if trouble else list(_no_figure(i, key, each))
        found += odd
        if not odd:
            sound.append((i, each, key))
    merged = instrument_with(law, id_, [each for _, each, _ in sound]) or {}
    said = _judged(InstrumentFile, dict(merged))
    broken = {one.path[0] for one in said if one.path}
    knobs = chapter_faults({key: table for key, table in merged.items() if key not in broken})
    said += [each._replace(path=each.path[:1]) for each in knobs]  # what was assumed may not fit what the law says
    found += dict.fromkeys(_attributed(said, sound))
    return found


def series_troubles(law: Law, id_: str, assumptions: Sequence[tuple[int, Assumption]]) -> list[Found]:
    """Every fault of what is assumed over a year series; a path is its id and the year."""
    found: list[Found] = []
    for i, each in assumptions:
        year = each.path.partition(".")[2]
        if not (year.isdigit() and len(year) == 4):
            found.append((i, ("path",), f'"{each.path}" does not name a year', f"Write the series and the year, as {id_}.2025"))
            continue
        said = _judged(SeriesFile, dict(series_with(law, id_, [each]) or {}))
        said += series_faults(series_with(law, id_, [each]) or {})
        found += [(i, ("value",), one.what, one.remedy) for one in said]
    return found


def _no_figure(i: int, key: Path, assumption: Assumption) -> Iterator[Found]:
    """What cannot be assumed at all: the standing or the days of a figure. The day stands in the row itself."""
    odd = next((step for step in key if step in BESIDE_FIGURES), None)
    if odd is not None:
        yield i, ("path",), f'"{odd}" is no figure', "Give the path of a figure; the row says from which day, and why"
    if isinstance(assumption.value, Mapping) and "from" in assumption.value:
        yield i, ("value", "from"), "the day stands inside the value", "Write `from` in the row itself, beside `value`"


def _no_chapter(law: Law, id_: str, key: Path) -> tuple[str, str] | None:
    """What is wrong where a path does not lead into a chapter the instrument has."""
    chapters = [name for name, told in law.items() if isinstance(told, Mapping)]
    if key[0] not in chapters:
        return f'{id_} has no chapter "{key[0]}"', did_you_mean(str(key[0]), chapters)
    table = law[str(key[0])]
    if len(key) == 1 and "cites" in table and "operation" not in table:  # a figure beside the chapters
        return None
    if key[0] == "apportionment":
        if len(key) > 1 and key[1] not in table:
            return f'{id_} has no chapter "apportionment.{key[1]}"', did_you_mean(str(key[1]), table)
        key = key[1:]
    return None if len(key) > 1 else (f'"{".".join(map(str, key))}" is a chapter, not a figure', "Add the key of the figure")


def _of_regime(branch: str, regime: Law, known: list[str]) -> list[Said]:
    """Every fault of one regime, each with its path inside the regime."""
    data = dict(regime)
    said = [each._replace(path=each.path[2:]) for each in _judged(Branches, {branch: [data]})]
    said += [*shape_faults((), data, whole=False), *length_faults((), data), *money_faults((), data, known)]
    said += share_faults((), data, None)
    return said


def _judged(model: type[BaseModel], data: dict[str, Any]) -> list[Said]:
    kinds: dict[int, type[Strict]] = {}
    said: list[Said] = []
    try:
        model.model_validate(data, context=kinds)
    except ValidationError as error:
        said = told(error.errors(include_url=False), data, kinds)
    bare = [each for each in said if each.path and each.path[-1] == "is" and each.what == 'unknown key "is"']
    said = [each for each in said if each not in bare]
    said += [_table_wanted(each.path[:-1], kinds, data) for each in bare]
    wanted = {each.path[:-1] for each in bare}
    said += [each for each in leaf_faults(data, kinds, None, whole=False) if each.path not in wanted]
    said += order_faults(data, kinds)
    return said


def _table_wanted(path: Path, kinds: Mapping[int, type[Strict]], data: Any) -> Said:
    """A bare value where the law writes a table: say with which key the table begins."""
    for step in path:
        data = data[step]
    kind = kinds.get(id(data))
    first = kind.CONTENT[0] if kind is not None and issubclass(kind, Leaf) and kind.CONTENT else "key"
    return Said(path, f'"{path[-1]}" is a table in the law', f"Write {{ {first} = ... }}, or the text \"{UNKNOWN}\"")


def _attributed(said: Sequence[Said], mine: Sequence[tuple[int, Assumption, Path]]) -> Iterator[Found]:
    """The faults that lie in something assumed, each with the assumption it comes from; others are the law's own."""
    for each in said:
        path = tuple(step for step in each.path if not isinstance(step, int)) if each.path else ()
        for i, assumption, key in reversed(mine):
            if path and path[: len(key)] == key[: len(path)]:
                yield i, _place(each, path, key, assumption), each.what, each.remedy
                break


def _place(said: Said, path: Path, key: Path, assumption: Assumption) -> Path:
    """Where in the row of the case a fault stands: its path where the key is not known, else inside its value."""
    if path == key and said.what.startswith("unknown key"):
        return ("path",)
    steps = list(said.path)
    for _ in key[: len(path)]:
        while isinstance(steps.pop(0), int):
            continue
    inside: Any = assumption.value
    found: list[str | int] = ["value"]
    for step in steps:
        if isinstance(inside, Mapping) and step in inside:
            inside = inside[str(step)]
        elif isinstance(inside, list) and isinstance(step, int) and step < len(inside):
            inside = inside[step]
        else:
            continue
        found.append(step)
    return tuple(found)
