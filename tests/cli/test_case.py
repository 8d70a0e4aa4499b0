"""`portability case`: what is decided, and that nothing but a sentence comes of what cannot be."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import portability.cli.deciding
from tests.cli.example import GOOD, ran, spoilt, statement, written

BAD = 'format = "portability.case/1"\nid = '
FORMS = ([], ["--json"], ["--markdown"])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("form", FORMS, ids=["table", "json", "markdown"])
def test_a_case_is_decided_and_nothing_else_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], form: list[str]
) -> None:
    status, out, err = ran(capsys, "case", written(folder), *form)
    assert (status, err) == (0, [])
    assert out.endswith("\n")
    assert "old_age/insured/XA.xa-general" in out if form == ["--json"] else "Case good, decided for 2026-01-01" in out


def test_a_refusal_is_a_decision(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    young = spoilt("born = 1955-05-20", "born = 1970-05-20", GOOD.replace("from = 1955-05-20", "from = 1970-05-20"))
    status, out, err = ran(capsys, "case", written(folder, young), "--json", "--agreements", "none")
    assert (status, err) == (0, [])
    assert {each["refusal"] for each in json.loads(out)["benefits"]} == {"age"}


def test_without_a_claim_a_case_is_decided_for_today_and_says_so(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = date.today()
    status, out, _ = ran(capsys, "case", written(folder, GOOD.partition("[[claim]]")[0]))
    assert status == 0
    assert any(f"decided for {day}," in out for day in (before, date.today()))


def test_a_state_without_a_law_is_accepted_and_its_own_benefits_are_not_determined(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = spoilt('country = "XB"\nscheme = "xb-general"\nkind', 'country = "BD"\nkind')
    status, out, err = ran(capsys, "case", written(folder, text), "--json")
    decision = json.loads(out)
    assert (status, err) == (0, [])
    assert {each["country"]: each["status"] for each in decision["benefits"]} == {"XA": "entitled", "BD": "undetermined"}
    assert "the law of BD is not on the shelf: its own benefits are not determined" in decision["not_certain"]


def test_a_statement_in_another_currency_than_the_laws_is_not_taken_for_its_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(folder, GOOD + statement(currency='"USD"'))
    status, out, err = ran(capsys, "case", file, "--json", "--agreements", "none")
    assert (status, err) == (0, [])
    paid = next(each["payments"][0]["money"] for each in json.loads(out)["benefits"] if each["country"] == "XA")
    assert paid == {"unknown": ["statement of XA: independent in XTS"], "currency": "XTS"}


UNREADABLE = [
    (b"", "a.toml: the file is empty."),
    (b"\x00\xff\xfe", "a.toml:1: the file is not text in UTF-8 (byte 0xff). Save it as UTF-8."),
    (b"\xff\xfea\x00", "a.toml:1: the file is text in UTF-16. Save it as UTF-8."),
    (b'format = "portability.case/1"\nid = "a"\nid = "b"\n', "a.toml:3: id: this is written twice. Keep one of the two."),
    (b"id = \n", "a.toml:1: id: there is no value"),
    (b"a = nan", "a.toml:1: a: nan is not a number that can be counted with."),
    (b"a = " + b"[" * 30 + b"]" * 30, "a.toml:1: a[0]"),
    (b"a = " + b"[" * 100_000, "a.toml"),
    (b"#" * 5_000_001, "a.toml: the file is over 5 MB."),
    (b'format = "portability.national/1"', 'a.toml:1: format: "portability.national/1" is not the format of a case.'),
]


@pytest.mark.parametrize(("raw", "said"), UNREADABLE, ids=[said[:40] for _, said in UNREADABLE])
def test_a_file_that_is_no_case(folder: Path, capsys: pytest.CaptureFixture[str], raw: bytes, said: str) -> None:
    (folder / "a.toml").write_bytes(raw)
    status, out, err = ran(capsys, "case", "a.toml")
    assert (status, out) == (1, "")
    assert err[0].startswith(said)


JSON = [
    (b"{", "a.json:1: a key in quotation marks is expected here."),
    (b'{"id": "a", "id": "b"}', "a.json:1: id: this is written twice. Keep one of the two."),
    (b'{"id": NaN}', "a.json:1: id: NaN is not a number that can be counted with."),
    (b'{"id": null}', "a.json:1: id: null says nothing."),
    (b'{"id": 1e400}', "a.json:1: id: 1e400 is a float, which is not exact."),
    (b"[]", "a.json:1: the document is not a table."),
    (b"[" * 100_000, "a.json:1: the document is nested over 20 levels."),
    (b'{"id": "\\ud800"}', 'a.json:1: id: "\\ud800" has half a character in it.'),
]


@pytest.mark.parametrize(("raw", "said"), JSON, ids=[said[:40] for _, said in JSON])
def test_json_that_is_no_case(folder: Path, capsys: pytest.CaptureFixture[str], raw: bytes, said: str) -> None:
    (folder / "a.json").write_bytes(raw)
    status, out, err = ran(capsys, "case", "a.json")
    assert (status, out) == (1, "")
    assert err[0].startswith(said)


def test_a_folder_a_missing_file_and_one_that_cannot_be_opened(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "inner").mkdir()
    (folder / "loop.toml").symlink_to("loop.toml")
    status, out, err = ran(capsys, "case", "inner", "none.toml", "loop.toml", "a" * 300, "a\0b")
    assert (status, out) == (1, "")
    assert err[0] == "inner: this is a folder, not a file."
    assert err[1] == "none.toml: there is no such file."
    assert all("the file cannot be read (" in line for line in err[2:])
    assert len(err) == 5


def test_every_fault_at_once_and_no_decision(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = spoilt("2004-12-31", "2004-13-31", spoilt("xb-general", "xb-generl", GOOD))
    text = spoilt('currency = "XTS"\nper = "month"\n\n[[claim]]', 'per = "month"\n\n[[claim]]', text)
    status, out, err = ran(capsys, "case", written(folder, text), "--json", "--with", "xw-highr", "--at", "1950-01-01")
    assert (status, out) == (1, "")
    assert err == [
        '--with: "xw-highr" is not an instrument on the shelf. Did you mean "xw-higher"?',
        'a.toml:20: period[0].to: "2004-13-31" is not a date (month 13). Write YYYY-MM-DD.',
        'a.toml:25: period[1].scheme: "xb-generl" is not a scheme of XB. Did you mean "xb-general"?',
        "a.toml:39: earnings[1].currency: an amount without a currency. "
        'Write the three capitals of ISO 4217, as currency = "USD".',
    ]


@pytest.mark.parametrize("form", FORMS, ids=["table", "json", "markdown"])
def test_one_bad_file_does_not_stop_the_others(folder: Path, capsys: pytest.CaptureFixture[str], form: list[str]) -> None:
    files = [written(folder), written(folder, BAD, "b.toml"), written(folder, spoilt("good", "other"), "c.toml")]
    status, out, err = ran(capsys, "case", *files, *form)
    assert status == 1
    assert [line.partition(":")[0] for line in err] == ["b.toml"]
    if form == ["--json"]:
        assert [each["case"] for each in json.loads(out)] == ["good", "other"]
    else:
        assert "good" in out
        assert "other" in out


@pytest.mark.parametrize("form", FORMS, ids=["table", "json", "markdown"])
def test_where_every_file_is_refused_nothing_is_printed(
    folder: Path, capsys: pytest.CaptureFixture[str], form: list[str]
) -> None:
    files = [written(folder, BAD), written(folder, BAD, "b.toml")]
    status, out, err = ran(capsys, "case", *files, *form)
    assert (status, out, len(err)) == (1, "", 2)


def test_no_day_before_birth_is_decided_for(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "case", written(folder), "--at", "1955-05-19") == (
        1,
        "",
        ["--at: 1955-05-19 lies before the birth of the insured (1955-05-20). Give a later day, or mend `born`."],
    )
    year = written(folder, spoilt("born = 1955-05-20", 'born = "1955"'), "b.toml")
    assert ran(capsys, "case", year, "--at", "1955-05-21")[0] == 0


def test_a_failure_of_the_program_is_called_one_and_the_other_files_are_decided(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = portability.cli.deciding.decide

    def failing(case: Any, *more: Any, **named: Any) -> Any:
        return 1 // 0 if case.id == "good" else engine(case, *more, **named)

    monkeypatch.setattr(portability.cli.deciding, "decide", failing)
    files = [written(folder), written(folder, spoilt("good", "other"), "b.toml")]
    status, out, err = ran(capsys, "case", *files)
    assert status == 1
    assert "other" in out
    assert len(err) == 1
    assert err[0].startswith("a.toml: the program fails on this case (ZeroDivisionError: ")
    assert err[0].endswith("This is a fault of the program, not of what it was given: please report both.")
