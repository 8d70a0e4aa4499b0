"""Whatever is done to a sound case, it is read or refused with sentences: nothing else is ever raised."""

import copy
import json
import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from portability.case.canonical import as_tables
from portability.case.model import read_case
from portability.faults import Fault, Refused
from tests.case.example import WHOLE

TABLES: dict[str, Any] = json.loads(json.dumps(tomllib.loads(WHOLE), default=str))
LINES = WHOLE.split("\n")
WORDS = st.sampled_from(
    ["", " ", "insured", "XA", "SU", "1961-03-14", "2009-13-31", "1850", "2200-12", "1e5", "-1", "0", "40 %", "\x00"]
)
LEAVES = st.one_of(
    WORDS, st.text(max_size=8), st.integers(), st.booleans(), st.none(), st.floats(), st.dates(), st.datetimes(),
    st.binary(max_size=3), st.just([]), st.just({}),
)  # fmt: skip
VALUES = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3)
)


def refused_or_sound(source: Any, name: str = "a") -> None:
    faults: tuple[Fault, ...] = ()
    try:
        case = read_case(source, name)
        assert read_case(as_tables(case)) == case
    except Refused as refused:
        faults = refused.faults or (Fault(name, "", ""),)
    for fault in faults:
        said = str(fault)
        assert fault.what
        assert said.startswith(name)
        assert said.endswith((".", "?"))
        assert said.isprintable()
        assert fault.line is None or fault.line >= 1


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(each for key, below in inner for each in places(below, (*path, key)))]


PLACES = places(TABLES)[1:]


@st.composite
def spoilt_tables(draw: st.DrawFn) -> dict[str, Any]:
    """The whole case with one to four values replaced, taken out, told twice, or told elsewhere."""
    tables = copy.deepcopy(TABLES)
    for path in draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=4)):
        around: Any = tables
        try:
            for part in path[:-1]:
                around = around[part]
            around[path[-1]]
        except (KeyError, IndexError, TypeError):  # an earlier change took it out
            continue
        if isinstance(around, str):
            continue
        match draw(st.sampled_from(["replace", "take out", "twice", "elsewhere"])):
            case "replace":
                around[path[-1]] = draw(VALUES)
            case "take out":
                del around[path[-1]]
            case "twice" if isinstance(around, list):
                around.append(copy.deepcopy(around[path[-1]]))
            case _:
                other = draw(st.sampled_from(PLACES))
                inside: Any = TABLES
                for part in other:
                    inside = inside[part]
                around[path[-1]] = copy.deepcopy(inside)
    return tables


@given(spoilt_tables())
@settings(max_examples=300, deadline=None)
def test_a_spoilt_case_is_refused_or_read(tables: dict[str, Any]) -> None:
    refused_or_sound(tables)
    refused_or_sound(json.dumps(tables, default=str), "a.json")


@given(st.lists(st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["out", "twice", "swap", "cut", "join"])),
                min_size=1, max_size=4), st.integers(0, 30))  # fmt: skip
@settings(max_examples=200, deadline=None)
def test_a_text_with_spoilt_lines_is_refused_or_read(changes: list[tuple[int, str]], at: int) -> None:
    lines = list(LINES)
    for number, change in changes:
        number = min(number, len(lines) - 2)
        match change:
            case "out":
                del lines[number]
            case "twice":
                lines.insert(number, lines[number])
            case "swap":
                lines[number], lines[number + 1] = lines[number + 1], lines[number]
            case "cut":
                lines[number] = lines[number][:at]
            case _:
                lines[number] += lines.pop(number + 1)
    refused_or_sound("\n".join(lines), "a.toml")


@given(st.integers(0, len(WHOLE) - 1), st.text(alphabet='09aZ="\'[]{}#.,-\\\n\té٣', min_size=1, max_size=3))
@settings(max_examples=200, deadline=None)
def test_a_text_with_spoilt_signs_is_refused_or_read(at: int, signs: str) -> None:
    refused_or_sound(WHOLE[:at] + signs + WHOLE[at + len(signs) :], "a.toml")


@given(VALUES)
@settings(deadline=None)
def test_anything_at_all_is_refused(value: Any) -> None:
    tables = {"format": value, "id": value, "person": value, "claim": value}
    refused_or_sound(value if isinstance(value, str) else tables)
