"""What is asked beside the files: the set of agreements, figures assumed, every step, and what does not exist yet."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.example import GOOD, assume, ran, spoilt, written

MINE = "xa.xa-general.old_age."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def decided(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    status, out, err = ran(capsys, "case", "a.toml", "--json", *words)
    assert (status, err) == (0, [])
    found: dict[str, Any] = json.loads(out)
    return found


def variant(decision: dict[str, Any], country: str, id_: str = "alone") -> dict[str, Any]:
    benefit = next(each for each in decision["benefits"] if each["country"] == country)
    found: dict[str, Any] = next(each for each in benefit["variants"] if each["id"] == id_)
    return found


@pytest.mark.parametrize(("words", "said"), [
    (["--agreements", "r167-for-al"], '--agreements: there is no set "r167-for-al". Did you mean "r167-for-all"?'),
    (["--agreements", ""],
     '--agreements: there is no set "". Allowed: accidents-conventions, as-bound, c157-chain, none, r167-for-all, '
     "sadc-guidelines."),
    (["--agreements", "../none"], '--agreements: there is no set "../none". Did you mean "none"?'),
    (["--with", "xw-highr"], '--with: "xw-highr" is not an instrument on the shelf. Did you mean "xw-higher"?'),
    (["--without", "xw-highr"], '--without: "xw-highr" is not an instrument on the shelf. Did you mean "xw-higher"?'),
    (["--with", "xw-higher", "--without", "xw-higher"], '--with: "xw-higher" is added and left out. Keep one of the two.'),
    (["--set", MINE + "minimun=1 XTS"], f'--set: {MINE}minimun: unknown key "minimun". Did you mean "minimum"?'),
    (["--set", MINE + "qualifying=fifteen"], f'--set: {MINE}qualifying: "fifteen" is not a length. Write it like "15 years".'),
    (["--set", MINE + "minimum=100"],
     f'--set: {MINE}minimum: "100" is not an amount of money. Write it like "3200 XTS per month".'),
    (["--set", MINE + "age=60 years", "--set", MINE + "age=61 years"],
     f"--set: {MINE}age: this is assumed twice. Keep one of the two."),
    (["--set", "zw.zw-nssa.old_age.age=60 years"],
     "--set: zw.zw-nssa.old_age.age: the case has nothing in ZW, so that this reaches nothing. Its States: xa, xb."),
    (["--set", "xa.xa-genral.old_age.age=60 years"],
     '--set: xa.xa-genral.old_age.age: "xa-genral" is not a scheme of XA. Did you mean "xa-general"?'),
])  # fmt: skip
def test_a_name_that_is_not_known_is_refused_once_for_all_files(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    files = [written(folder), written(folder, spoilt("good", "other"), "b.toml")]
    assert ran(capsys, "case", *files, *words) == (1, "", [said])


@pytest.mark.parametrize(("option", "said"), [
    (["--as-of", "2020-13-01"], '"2020-13-01" is not a date (month 13). Write YYYY-MM-DD.'),
    (["--lang", "pt"], '"pt": not yet; the sentences exist in en only'),
    (["--at", "01.02.2026"], '"01.02.2026" could be read in more than one order of day, month and year'),
    (["--at", "2026"], '"2026" is not a date. Write YYYY-MM-DD.'),
    (["--set", "minimum=1"], '"minimum=1" is not PATH=VALUE'),
    (["--set", "xa.a b.old_age.age=1"], '"xa.a b.old_age.age" is not a path in the law'),
    (["--set", "xa.a.old_age.age="], '"xa.a.old_age.age=" is not PATH=VALUE'),
    (["--lnag", "en"], "unrecognized arguments: --lnag"),
    (["--json", "--markdown"], "not allowed with argument"),
])  # fmt: skip
def test_what_cannot_be_understood_is_wrong_usage(
    folder: Path, capsys: pytest.CaptureFixture[str], option: list[str], said: str
) -> None:
    status, out, err = ran(capsys, "case", written(folder), *option)
    assert (status, out) == (2, "")
    assert said in err[-1]


def test_a_set_and_an_instrument_added_or_left_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder)
    assert decided(capsys)["decided_under"]["agreements"] == "as-bound"
    none = decided(capsys, "--agreements", "none")
    assert [each["variants"][0]["id"] for each in none["benefits"]] == ["alone", "alone"]
    without = decided(capsys, "--without", "xw-higher", "--without", "xv-pro-rata")
    assert without["summary"]["per_month"] == none["summary"]["per_month"]
    added = decided(capsys, "--agreements", "none", "--with", "xw-higher")
    assert added["decided_under"]["agreements"] == "none +xw-higher"
    assert {each["legal_force"] for each in added["benefits"]} <= {"binding", "scenario"}
    assert variant(added, "XB", "xw-higher.all")["instrument"] == "xw-higher"


@pytest.mark.parametrize(("value", "key", "expected"), [
    ("10 years", "qualifying", {"unit": "months", "value": 120}),
    ("40 months", "qualifying", {"unit": "months", "value": 40}),
    ('"40 months"', "qualifying", {"unit": "months", "value": 40}),
    ('{ is = "3 years", kinds = ["insurance"] }', "qualifying", {"unit": "months", "value": 36}),
])  # fmt: skip
def test_a_figure_is_assumed(
    folder: Path, capsys: pytest.CaptureFixture[str], value: str, key: str, expected: dict[str, Any]
) -> None:
    written(folder)
    assert variant(decided(capsys, "--set", f"{MINE}{key}={value}"), "XA")["required"] == expected


def test_a_figure_is_assumed_to_be_unknown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder)
    decision = decided(capsys, "--agreements", "none", "--set", MINE + "qualifying=unknown")
    assert "required" not in variant(decision, "XA")
    assert [each["status"] for each in decision["benefits"] if each["country"] == "XA"] == ["undetermined"]


def test_whole_numbers_lists_and_yes_or_no_are_read_as_the_law_writes_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder)
    set_ = ["--set", MINE + "payments=14", "--set", MINE + 'kinds_for_amount=["voluntary"]']
    set_ += ["--set", "xw-higher.overlap.displaced_voluntary_increment=false"]
    decision = decided(capsys, "--agreements", "none", *set_)
    paid = next(each["payments"][0] for each in decision["benefits"] if each["country"] == "XA")
    assert paid["payments_a_year"] == 14
    assert variant(decision, "XA")["own"] == {"unit": "months", "right": 360, "amount": 0}


def test_the_command_has_the_last_word_over_what_the_case_assumes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written(folder, GOOD + assume(MINE + "qualifying", '"10 years"'))
    assert variant(decided(capsys), "XA")["required"]["value"] == 120
    assert variant(decided(capsys, "--set", MINE + "qualifying=5 years"), "XA")["required"]["value"] == 60


def test_every_step_is_told_on_request(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    written(folder)
    plain, traced = decided(capsys), decided(capsys, "--trace")
    assert all(step.get("sentence") for step in plain["steps"])
    told = {step["id"]: step for step in traced["steps"]}
    assert len(told) == len(traced["steps"]) > len(plain["steps"])
    assert [told[step["id"]] for step in plain["steps"]] == plain["steps"]
    assert told["old_age/insured/XA.xa-general/alone/independent_benefit"].keys() == {"id", "rule", "given", "result"}
    of_schemes = [one for one in traced["findings"] if one["kind"] == "adequacy"]
    assert [one["about"] for one in of_schemes] == ["XA.xa-general"]
    assert "not of this person's benefit" in of_schemes[0]["text"]
    traced["findings"] = [one for one in traced["findings"] if one not in of_schemes]
    beside = ("steps", "sources")
    assert [one for one in traced["sources"] if one in plain["sources"]] == plain["sources"]
    assert {key: value for key, value in traced.items() if key not in beside} == {
        key: value for key, value in plain.items() if key not in beside
    }


def test_every_step_is_listed_on_a_page_too(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    heading = "Steps without a sentence"
    assert heading not in ran(capsys, "case", written(folder))[1]
    listed = ran(capsys, "case", "a.toml", "--trace")[1].partition(heading)[2]
    assert "\n  - old_age/insured/XA.xa-general/alone/independent_benefit: 500\n" in listed


@pytest.mark.parametrize("verb", ["compare", "missing"])
def test_every_command_that_decides_takes_the_same_changes(
    folder: Path, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    file = written(folder)
    words = ["--at", "2020-06-01", "--as-of", "2009-06-29", "--without", "xv-pro-rata", "--with", "xw-higher"]
    status, out, err = ran(capsys, verb, file, *words, "--set", "xa.xa-general.old_age.qualifying=9 years", "--json")
    assert (status, err) == (0, [])
    told = json.loads(out)
    assert (told["at"], told["law_as_of"]) == ("2020-06-01", "2009-06-29")
    assert '"instrument": "xv-pro-rata"' not in out
    status, out, _ = ran(capsys, verb, file, "--as-of", "2009-06-29")
    assert status == 0
    assert "law as known on 2009-06-29" in out
    assert ran(capsys, verb, file, "--with", "xw-hihger")[:2] == (1, "")
