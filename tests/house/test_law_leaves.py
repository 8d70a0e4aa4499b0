"""No figure without an article: every entry of a law file that decides something is cited, and its source is known."""

import tomllib

import pytest

from docs import make
from portability.citation import LAW_STANDINGS
from tests.house.source import ROOT

LAWS = [
    (path.relative_to(ROOT).as_posix(), law)
    for kind in ("national", "floors", "instruments", "series")
    for path, law in make.law_files(kind)
]
LEAVES = [(f"{name}: {leaf.path}", leaf) for name, law in LAWS for leaf in make.leaves(law)]


def sources() -> dict[str, make.Table]:
    return tomllib.loads((ROOT / "agreements" / "sources.toml").read_text("utf-8"))


def test_the_shelf_holds_law() -> None:
    assert {name.split("/")[1] for name, _ in LAWS} == {"national", "floors", "instruments", "series"}
    assert len(LEAVES) > 100


def test_every_deciding_entry_cites_its_article() -> None:
    assert [where for where, leaf in LEAVES if not str(leaf.table.get("cites", "")).strip()] == []


def test_every_deciding_entry_says_how_sure_it_is() -> None:
    assert [where for where, leaf in LEAVES if leaf.table.get("standing") not in LAW_STANDINGS] == []


def test_every_source_is_in_the_bibliography() -> None:
    known = sources().keys()
    assert {f"{where}: {leaf.source}" for where, leaf in LEAVES if leaf.source and leaf.source not in known} == set()


def test_every_deciding_entry_stands_in_a_source() -> None:
    """An assumption may rest on no text; everything else names one."""
    assert [where for where, leaf in LEAVES if not leaf.source and leaf.table.get("standing") != "assumed"] == []


def test_every_source_says_what_it_is_and_where() -> None:
    for key, source in sources().items():
        assert source.get("title"), key
        assert source.get("address") or source.get("kind") == "invented", key


def test_every_reading_names_the_other_one() -> None:
    one_sided = [where for where, leaf in LEAVES if ("reading" in leaf.table) != ("other_reading" in leaf.table)]
    assert one_sided == []


@pytest.mark.parametrize(
    ("entry", "paths"),
    [
        ({"age": {"is": "65 years"}}, ["age"]),
        ({"minimum": [{"is": "1 XTS"}, {"unknown": "lost"}]}, ["minimum[0]", "minimum[1]"]),
        ({"formula": {"shape": "accrual", "tiers": [{"above": "30 years"}], "cites": "s. 1"}}, ["formula"]),
        ({"overlap": {"operation": "self_executing", "undated": {"is": "added"}}}, ["overlap", "overlap.undated"]),
        ({"scheme": {"xa-general": {"name": "General"}}}, []),
    ],
)
def test_the_reader_of_leaves_finds_them(entry: make.Table, paths: list[str]) -> None:
    assert [leaf.path for leaf in make.leaves(entry)] == paths


def test_a_leaf_stands_in_the_nearest_source() -> None:
    law = {"source": "law", "x": {"y": [{"source": "order", "age": {"is": "1"}, "cap": {"is": "2", "source": "note"}}]}}
    assert [leaf.source for leaf in make.leaves(law)] == ["order", "note"]
