"""The line of every value, in TOML and in JSON."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from portability.document.lines import json_lines, toml_lines
from portability.document.place import Path, show

TOML = '''# a note with "quotes" and [brackets]
format = "x"   # = not a key
"quoted key" = 'it''
[person]
born = 1961-03-14
address.street = "Main [1]"
[[period]]
id = "p1"
note = """
[[period]]
id = "not this"
"""
certified = { years = 1, inner = { days = 2 } }
[[period]]
id = 'p2'
branches = [
  "a", # one
  "b",
  [ "c",
    "d" ],
]
[[event]]
[[event.exposure]]
agent = "dust"
[[event]]
[[event.exposure]]
[[event.exposure]]
agent = "\\\\" # a backslash
[event.exposure.more]
deep = \'\'\'
x = 1
\'\'\'
last = true
'''.replace("'it''", "'it'")
EXPECTED: dict[Path, int] = {
    ("format",): 2,
    ("quoted key",): 3,
    ("person",): 4,
    ("person", "born"): 5,
    ("person", "address", "street"): 6,
    ("period", 0): 7,
    ("period", 0, "id"): 8,
    ("period", 0, "note"): 9,
    ("period", 0, "certified", "years"): 13,
    ("period", 0, "certified", "inner", "days"): 13,
    ("period", 1): 14,
    ("period", 1, "id"): 15,
    ("period", 1, "branches"): 16,
    ("period", 1, "branches", 0): 17,
    ("period", 1, "branches", 1): 18,
    ("period", 1, "branches", 2, 0): 19,
    ("period", 1, "branches", 2, 1): 20,
    ("event", 0): 22,
    ("event", 0, "exposure", 0): 23,
    ("event", 0, "exposure", 0, "agent"): 24,
    ("event", 1, "exposure", 1, "agent"): 28,
    ("event", 1, "exposure", 1, "more", "deep"): 30,
    ("event", 1, "exposure", 1, "more", "last"): 33,
}


def test_the_lines_of_a_toml_text() -> None:
    import tomllib

    lines = toml_lines(TOML)
    assert {path: lines.get(path) for path in EXPECTED} == EXPECTED
    assert set(paths(tomllib.loads(TOML))) <= set(lines)


def paths(value: Any, path: Path = ()) -> list[Path]:
    """Every path of a document."""
    found = [path]
    if isinstance(value, dict):
        found += [each for key, inner in value.items() for each in paths(inner, (*path, key))]
    elif isinstance(value, list):
        found += [each for position, inner in enumerate(value) for each in paths(inner, (*path, position))]
    return found


def test_the_lines_of_a_json_text() -> None:
    text = '{"a": 1,\n "b": [\n  {"c": "x, {y}"},\n  2,\n  []\n ],\n "b\\"q": {}\n}'
    assert json_lines(text) == {
        (): 1, ("a",): 1, ("b",): 2, ("b", 0): 3, ("b", 0, "c"): 3, ("b", 1): 4, ("b", 2): 5, ('b"q',): 7
    }  # fmt: skip


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=15,
)


@given(st.dictionaries(st.text(max_size=4), VALUES, max_size=4))
def test_every_value_of_a_json_text_has_its_line(document: dict[str, Any]) -> None:
    """Indented, each value begins a line of its own: the lines are counted again by another way."""
    text = json.dumps(document, indent=1)
    lines = json_lines(text)
    assert set(lines) == set(paths(document))
    written = text.split("\n")
    for path, line in lines.items():
        if path and isinstance(path[-1], str):
            assert written[line - 1].strip().startswith(json.dumps(path[-1]) + ":")


def test_a_path_is_shown_as_people_read_it() -> None:
    assert show(("period", 2, "to")) == "period[2].to"
    assert show(("a\nb", 0)) == "a\\nb[0]"
