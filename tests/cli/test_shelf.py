"""A shelf that is broken is told by its file and line, and the answer is whole or it is nothing."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import portability.cli.deciding
from portability.cli.deciding import Request, chosen_set
from portability.faults import Refused
from portability.law.shelf import Shelf
from tests.cli.example import GOOD, ran, spoilt, written
from tests.house.source import ROOT

START = "import sys; from portability.cli import main; sys.exit(main())"
XA, XW = "agreements/national/xa.toml", "agreements/instruments/xw-higher.toml"
MIN_OWN = 1 + next(
    i for i, line in enumerate((ROOT / XW).read_text("utf-8").splitlines()) if line.startswith("min_own_period")
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the invented law and the sets of agreements, on which the command decides."""
    for name in (XA, XW, "agreements/national/xb.toml", "agreements/sources.toml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "scenarios" / "comparisons", tmp_path / "scenarios" / "comparisons")
    monkeypatch.chdir(tmp_path)
    shelf = Shelf(Path("agreements"))
    monkeypatch.setattr(portability.cli.deciding, "default_shelf", lambda: shelf)
    return tmp_path


def put(folder: Path, name: str, old: str, new: str) -> None:
    (folder / name).write_text(spoilt(old, new, (folder / name).read_text("utf-8")), "utf-8")


def test_the_small_shelf_decides(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "case", written(folder))[0] == 0


@pytest.mark.parametrize(("name", "old", "new", "said"), [
    (XA, 'country      = "XA"', "country      = XA", f"{XA}:4: country: "),
    (XA, 'title        = "Pension law of XA (invented)"', 'country = "XA"', f"{XA}:5: country: this is written twice."),
    (XW, "[totalisation]", "[totalisation", f"{XW}:"),
    (XA, '[scheme.xa-general]', "scheme = 3\n[scheme.xa-general]", f"{XA}:"),
    (XA, 'is = "15 years"', 'is = "fifteen"', f'{XA}:48: xa-general.old_age[1].qualifying.is: "fifteen" is not a length.'),
    (XA, 'shape = "accrual", base', 'shape = "circle", base',
     f'{XA}:55: xa-general.old_age[1].formula.shape: "circle" is not a word known here.'),
    (XA, "payments    = { is = 13", 'payments    = { is = "x"', f'{XA}:56: xa-general.old_age[1].payments.is: "x" is not'),
    (XW, 'min_own_period    = { is = "12 months"', 'min_own_period    = { is = "twelve"',
     f'{XW}:{MIN_OWN}: totalisation.min_own_period.is: "twelve" is not a length.'),
])  # fmt: skip
def test_a_broken_law_file_is_told_by_its_line(
    folder: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, said: str
) -> None:
    put(folder, name, old, new)
    for words in (["case", written(folder)], ["check", name]):
        status, out, err = ran(capsys, *words)
        assert (status, out) == (1, "")
        assert any(line.startswith(said) for line in err), err


@pytest.mark.parametrize(("raw", "said"), [
    (b"\xff\xfe\x00", f"{XA}:1: the file is text in UTF-16."),
    (b"a = \xff", f"{XA}:1: the file is not text in UTF-8 (byte 0xff)."),
    (b"", f"{XA}: the file is empty."),
    (b"a = " + b"[" * 100_000, f"{XA}:1: the document is nested over 20 levels."),
])  # fmt: skip
def test_a_law_file_that_is_no_text(folder: Path, capsys: pytest.CaptureFixture[str], raw: bytes, said: str) -> None:
    (folder / XA).write_bytes(raw)
    status, out, err = ran(capsys, "case", written(folder))
    assert (status, out) == (1, "")
    assert err[0].startswith(said)


@pytest.mark.parametrize(("text", "said"), [
    ("{", "agreements/parties.json:1: a key in quotation marks is expected here."),
    ("[]", "agreements/parties.json:1: the document is not a table."),
    ("{}", "agreements/parties.json: the law file says nothing."),
    ('{"parties": {"XA": "xw-higher"}}', "agreements/parties.json: parties: this is not an index of parties."),
])  # fmt: skip
def test_a_broken_index_of_parties(folder: Path, capsys: pytest.CaptureFixture[str], text: str, said: str) -> None:
    (folder / "agreements" / "parties.json").write_text(text, "utf-8")
    status, out, err = ran(capsys, "case", written(folder))
    assert (status, out) == (1, "")
    assert err[0].startswith(said)


def a_set(folder: Path, name: str, **more: str) -> None:
    lines = {"format": '"portability.comparison/1"', "id": f'"{name}"', "title": '"a set"', "start": '"none"', **more}
    path = folder / "scenarios" / "comparisons" / f"{name}.toml"
    path.write_text("".join(f"{key} = {value}\n" for key, value in lines.items() if value), "utf-8")


@pytest.mark.parametrize(("more", "said"), [
    ({"start": '"nome"'}, 'one.toml:4: start: there is no set "nome". Did you mean "none"?'),
    ({"start": '"one"'}, "one.toml:4: start: a circular overlay: one starts from one. Start from none or as-bound."),
    ({"start": "3"}, "one.toml:4: start: this is not text. Write none, as-bound, or another set."),
    ({"id": ""}, "one.toml:1: id: the name of the set is missing."),
    ({"add": '["xw-highr"]'}, 'one.toml:5: add[0]: "xw-highr" is not an instrument on the shelf. Did you mean "xw-higher"?'),
    ({"add": '"xw-higher"'}, "one.toml:5: add: this is not a list."),
    ({"add": "[1]"}, "one.toml:5: add[0]: this is not text."),
    ({"parties": '"all"'}, "one.toml:5: parties: this is not a word known here. Allowed: as_in_file, every_state."),
    ({"title": ""}, ""),
])  # fmt: skip
def test_a_broken_set_of_agreements(
    folder: Path, capsys: pytest.CaptureFixture[str], more: dict[str, str], said: str
) -> None:
    a_set(folder, "one", **more)
    status, out, err = ran(capsys, "case", written(folder), "--agreements", "one")
    if not said:  # what a set is called does not keep it from being used
        assert status == 0
    else:
        assert (status, out, len(err)) == (1, "", 1)
        assert err[0].removeprefix("scenarios/comparisons/").startswith(said)
    assert ran(capsys, "check", "scenarios/comparisons/one.toml")[0] == 1


def test_sets_that_start_from_each_other(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_set(folder, "one", start='"two"')
    a_set(folder, "two", start='"one"')
    assert ran(capsys, "case", written(folder), "--agreements", "one") == (
        1,
        "",
        [
            "scenarios/comparisons/two.toml:4: start: a circular overlay: one starts from two starts from one. "
            "Start from none or as-bound."
        ],
    )
    status, out, err = ran(capsys, "check", "scenarios/comparisons/one.toml", "scenarios/comparisons/two.toml")
    assert (status, out) == (1, "")
    assert [line.partition(": ")[2] for line in err[:2]] == [
        "start: the sets start from each other: one -> two -> one. Let one of them start from none or as-bound.",
        "start: the sets start from each other: two -> one -> two. Let one of them start from none or as-bound.",
    ]


def test_a_set_adds_to_the_set_it_starts_from(folder: Path) -> None:
    a_set(folder, "one", start='"two"', add="[]", without='["xw-higher"]', parties='"every_state"')
    a_set(folder, "two", add='["xw-higher"]')
    chosen = chosen_set(Request(agreements="one"), Shelf(folder / "agreements"))
    assert (chosen.id, chosen.as_bound, chosen.every_state) == ("one", False, True)
    assert (chosen.with_, chosen.without) == (("xw-higher",), ("xw-higher",))
    with pytest.raises(Refused):
        chosen_set(Request(agreements="three"), Shelf(folder / "agreements"))


def process(folder: Path, shell: str) -> subprocess.CompletedProcess[str]:
    """What a command of the shell does, `$portability` in it being the command."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "portability": f'{sys.executable} -c "{START}"'}
    command = ["bash", "-o", "pipefail", "-c", shell.replace("$portability", f'{sys.executable} -c "{START}"')]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=100)


def test_a_whole_process_answers_or_says_why_not(folder: Path) -> None:
    written(folder)
    written(folder, spoilt("2004-12-31", "2004-13-31"), "b.toml")
    ended = process(folder, "$portability case a.toml b.toml --json")
    assert ended.returncode == 1
    assert [each["case"] for each in json.loads(ended.stdout)] == ["good"]
    assert ended.stderr == 'b.toml:20: period[0].to: "2004-13-31" is not a date (month 13). Write YYYY-MM-DD.\n'
    assert process(folder, "$portability case b.toml 2>&-").stdout == ""


def test_a_pipe_that_closes_and_an_output_that_is_closed(folder: Path) -> None:
    (folder / "a.toml").write_text(GOOD, "utf-8")
    ended = process(folder, "$portability case a.toml | head -n 1")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "Case good, decided for 2026-01-01, agreements: as-bound\n", "")
    ended = process(folder, "$portability case a.toml >&-")
    assert (ended.returncode, ended.stdout) == (1, "")
    assert ended.stderr == "portability: the answer cannot be written (standard output is closed)\n"
