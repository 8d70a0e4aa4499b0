"""`portability path`: its forms, its picture in a file, and what it refuses."""

import json
import os
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from portability.cli import main, schema
from tests.cli.example import GOOD, ran, spoilt, written
from tests.schemas import misfits

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def good(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return written(tmp_path)


def test_the_life_is_a_table_for_people(capsys: Capture, good: str) -> None:
    status, out, err = ran(capsys, "path", good)
    assert (status, err) == (0, [])
    assert "The life of case good, decided for 2026-01-01, agreements: as-bound" in out
    assert "Gap: 2015-01-01 to 2025-12-31, 11 years: no insurance anywhere." in out
    for words in ("XA xa-general: insured", "reaches age 65", "claim: old age", "day of decision", "XTS"):
        assert words in out


def test_in_markdown_a_cell_is_one_line(capsys: Capture, good: str) -> None:
    status, out, _ = ran(capsys, "path", good, "--markdown")
    assert status == 0
    table = [line for line in out.splitlines() if line.startswith("|")]
    assert len({line.count("|") for line in table}) == 1
    assert "<br>" in out


def test_the_tables_for_programs_fit_their_schema(capsys: Capture, good: str) -> None:
    status, out, _ = ran(capsys, "path", good, "--json")
    told = json.loads(out)
    made: dict[str, Any] = json.loads(schema.text("path"))
    assert status == 0
    assert told["format"] == "portability.path/1"
    assert list(misfits(told, made, made)) == []
    assert [one["to"] for one in told["stretches"]][-1] == told["to"]


def test_months_are_rows(capsys: Capture, good: str) -> None:
    _, by_stretch, _ = ran(capsys, "path", good)
    status, by_month, _ = ran(capsys, "path", good, "--months")
    assert status == 0
    assert "│ 1980-02 " in by_month
    assert "│ 1980-02 " not in by_stretch


def test_the_picture_is_written_whole_and_over_an_older_one(capsys: Capture, good: str) -> None:
    Path("life.svg").write_text("old", "utf-8")
    assert ran(capsys, "path", good, "--svg", "life.svg")[0] == 0
    first = Path("life.svg").read_bytes()
    assert ET.fromstring(first).tag == "{http://www.w3.org/2000/svg}svg"
    assert ran(capsys, "path", good, "--svg", "life.svg")[0] == 0
    assert Path("life.svg").read_bytes() == first
    assert sorted(os.listdir()) == ["a.toml", "life.svg"]


def test_a_picture_that_cannot_be_written_is_told_and_leaves_nothing(capsys: Capture, good: str) -> None:
    Path("folder").mkdir()
    for place, said in (
        ("folder", "--svg: folder is a folder. Name a file in it."),
        ("nowhere/life.svg", "--svg: there is no folder nowhere. Make it first, or name another file."),
        ("a.toml/life.svg", "--svg: there is no folder a.toml. Make it first, or name another file."),
    ):
        assert ran(capsys, "path", good, "--svg", place) == (1, "", [said])
    assert sorted(os.listdir()) == ["a.toml", "folder"]


def test_the_changes_of_every_command_are_taken(capsys: Capture, good: str) -> None:
    _, plain, _ = ran(capsys, "path", good, "--agreements", "none")
    for words in (["--with", "xw-higher"], ["--set", "xa.xa-general.old_age.age=60 years"], ["--at", "2030-01-01"]):
        status, out, _ = ran(capsys, "path", good, "--agreements", "none", *words)
        assert status == 0
        assert out != plain
    status, out, _ = ran(capsys, "path", good, "--as-of", "2020-01-01", "--until", "2027-06-30")
    assert status == 0
    assert "law as known on 2020-01-01" in out
    assert "to 2027-06-30, in" in out


def test_bad_input_is_refused(capsys: Capture, tmp_path: Path, good: str) -> None:
    status, out, err = ran(capsys, "path", good, "--until", "2025-12-31")
    assert (status, out) == (1, "")
    assert err == ["--until: 2025-12-31 lies before the day decided for, 2026-01-01. Give that day or a later one."]
    assert 'Did you mean "as-bound"?' in ran(capsys, "path", good, "--agreements", "as-bond")[2][0]
    bad = written(tmp_path, spoilt("xa-general", "xa-generl"), "bad.toml")
    status, out, err = ran(capsys, "path", bad, "--svg", "bad.svg")
    assert (status, out) == (1, "")
    assert 'Did you mean "xa-general"?' in err[0]
    assert not Path("bad.svg").exists()
    for words in ([], [good, "--months", "--json"], [good, "--until", "2026-13-01"]):
        assert main(["path", *words]) == 2


def test_names_are_escaped_in_the_picture(capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    odd = '<b> & \\"c\\"'
    file = written(tmp_path, spoilt('id = "good"', f'id = "{odd}"', GOOD))
    assert ran(capsys, "path", file, "--svg", "life.svg")[0] == 0
    texts = [text.text or "" for text in ET.parse("life.svg").getroot().iter("{http://www.w3.org/2000/svg}text")]
    assert any('<b> & "c"' in text for text in texts)
