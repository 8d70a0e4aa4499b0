"""`portability check` finds every fault of every file and says nothing else."""

from pathlib import Path

import pytest

from portability.cli import main
from tests.case.example import SMALL, WHOLE

SOUND = SMALL.replace('"XA"', '"XD"')  # a State without a law: nobody can say that its schemes are none
ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def check(capsys: pytest.CaptureFixture[str], *paths: str) -> tuple[int, str, list[str]]:
    status = main(["check", *paths])
    told = capsys.readouterr()
    return status, told.out, told.err.splitlines()


def test_a_sound_case(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.toml").write_text(WHOLE, "utf-8")
    assert check(capsys, "a.toml") == (0, "1 file checked: no fault\n", [])


def test_every_fault_of_every_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.toml").write_text(SMALL.replace("1989-12-31", "1989-13-31").replace('"XA"', '"X"'), "utf-8")
    (folder / "b.toml").write_bytes(b"\x00\xff")
    (folder / "c.json").write_text("{", "utf-8")
    (folder / "d.toml").write_text(SOUND, "utf-8")
    status, out, err = check(capsys, "a.toml", "b.toml", "c.json", "d.toml", "none.toml")
    assert (status, out) == (1, "")
    assert [line.split(": ")[0] for line in err] == [
        "a.toml:9", "a.toml:12", "b.toml:1", "c.json:1", "none.toml", "5 files checked"
    ]  # fmt: skip
    assert err[1] == 'a.toml:12: period[0].to: "1989-13-31" is not a date (month 13). Write YYYY-MM-DD.'
    assert err[-1] == "5 files checked: 5 faults"


def test_a_folder_is_searched_and_files_of_other_formats_are_passed_by(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = folder / "cases" / "one"
    inner.mkdir(parents=True)
    (inner / "case.toml").write_text(SOUND, "utf-8")
    (inner / "expected.toml").write_text('format = "portability.expected/1"\n[[under]]\nset = 1\n', "utf-8")
    (inner / "working.md").write_text("# by hand", "utf-8")
    (folder / "pyproject.toml").write_text("[project]\n", "utf-8")
    assert check(capsys, "cases") == (0, "1 file checked: no fault\n", [])
    (inner / "case.toml").write_text(SMALL.replace('format = "portability.case/1"\n', ""), "utf-8")
    assert check(capsys, ".")[2][0].startswith("cases/one/case.toml:1: format: this is missing.")
    assert check(capsys, ".")[0] == 1


def test_a_folder_without_anything_to_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    status, _, err = check(capsys, "empty")
    assert status == 1
    assert err[0] == "empty: there is no case, law file or comparison in this folder."


def test_a_format_that_is_none(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.toml").write_text(SMALL.replace("portability.case/1", "portability.nationl/1"), "utf-8")
    status, _, err = check(capsys, "a.toml")
    assert status == 1
    assert err[0] == (
        'a.toml:1: format: "portability.nationl/1" is no format here. Did you mean "portability.national/1"?'
    )


def test_names_are_judged_by_the_shelf_as_when_a_case_is_decided(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assume = '[[assume]]\npath = "xa.xa-general.old_age.{}"\nvalue = "{}"\nreason = "to try it"\n'
    wrong = assume.format("qualifying", "fifteen") + assume.format("minimun", "100 XTS per month")
    (folder / "a.toml").write_text(SMALL.replace('kind = "ins', 'scheme = "xa-generl"\nkind = "in5'), "utf-8")
    (folder / "b.toml").write_text(SMALL.replace('"small"', '"sm/all"') + wrong, "utf-8")
    status, out, err = check(capsys, "a.toml", "b.toml")
    assert (status, out) == (1, "")
    assert err == [
        'a.toml:10: period[0].scheme: "xa-generl" is not a scheme of XA. Did you mean "xa-general"?',
        'a.toml:11: period[0].kind: "in5urance" is not a word known here. Did you mean "insurance"?',
        'b.toml:2: id: "sm/all" is no name. Write 1 to 100 letters, digits, points or hyphens; no slash.',
        "b.toml:7: period[0]: XA has several schemes, and none is named. "
        "Add scheme, one of: xa-general, xa-basic, xa-staff.",
        'b.toml:15: assume[0].value: "fifteen" is not a length. Write it like "15 years".',
        'b.toml:18: assume[1].path: unknown key "minimun". Did you mean "minimum"?',
        "2 files checked: 6 faults",
    ]


def test_law_files_are_checked_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "xa.toml").write_text('format = "portability.national/1"\ncountry = "XA"\n', "utf-8")
    status, out, err = check(capsys, "xa.toml")
    assert (status, out) == (1, "")
    assert all(line.startswith("xa.toml") for line in err[:-1])


def test_everything_that_comes_with_the_project_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = check(capsys, str(ROOT / "agreements"), str(ROOT / "scenarios"))
    assert err == []
    assert status == 0
    assert out.endswith("no fault\n")
