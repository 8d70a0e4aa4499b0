"""The table of worked vectors is true: every test it names is there, and every vector stands once."""

import re
from pathlib import Path

TESTS = Path(__file__).parents[1]
TABLE = (Path(__file__).parent / "README.md").read_text("utf-8")
ROWS = re.findall(r"^\| ([^|]+) \| ([^|]+) \| `([\w/]+\.py)::(\w+)` \|$", TABLE, re.MULTILINE)


def test_every_row_is_read() -> None:
    assert len(ROWS) == sum(line.startswith("| ") for line in TABLE.splitlines()) - 1 > 80


def test_every_vector_stands_once() -> None:
    names = [name for name, *_ in ROWS]
    assert sorted(names) == sorted(set(names))


def test_every_test_named_is_there() -> None:
    lost = [f"{file}::{name}" for _, _, file, name in ROWS if f"def {name}(" not in (TESTS / file).read_text("utf-8")]
    assert lost == []
