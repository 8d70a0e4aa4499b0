"""The shelf on the command line: what is on it, one law on a day, what binds two States, what is not yet confirmed."""

import json
from typing import Any

import pytest

from portability.cli import main


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["law", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["law", *words]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def by_key(entries: list[dict[str, Any]], place: str) -> dict[str, dict[str, Any]]:
    return {one["path"].removeprefix(place): one for one in entries if one["path"].startswith(place)}


def test_the_shelf_is_listed_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    found, depth = asked(capsys, "list"), {"old_age": "A", "invalidity": "A", "survivors": "A"}
    depth |= {"sickness": "A", "maternity": "A", "medical_care": "B", "employment_injury": "A"}
    assert {"id": "xa", "title": "Pension law of XA (invented)", "depth": depth, "reviewed": "2026-11-21"} in found[
        "national"
    ]
    assert {one["id"]: one["force"] for one in found["instruments"]}["xw-higher"] == "in_force"
    assert main(["law", "list"]) == 0
    assert "Pension law of XA (invented)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("on", "key", "says", "state", "cites", "standing"),
    [
        ("2005-06-01", "reference", "method: last; length: 36 months", "known", "xa-pension-act-1980, s. 9", "official"),
        ("2015-06-01", "minimum", "350 XTS per month", "known", "xa-pension-act-2009, s. 14", "official"),
        ("2025-06-01", "minimum", "400 XTS per month", "known", "xa-order-2023, s. 2", "secondary"),
        ("2026-06-01", "minimum", "400 XTS per month", "projected", "xa-order-2023, s. 2", "assumed"),
        ("2015-06-01", "maximum", "1800 XTS per month", "known", "xa-pension-act-2009, s. 15", "official"),
        ("2020-01-01", "maximum", "repealed", "repealed", "xa-order-2019, s. 4", "official"),
    ],
)
def test_a_law_is_shown_as_it_stands_on_a_day(
    capsys: pytest.CaptureFixture[str], on: str, key: str, says: str, state: str, cites: str, standing: str
) -> None:
    entry = by_key(asked(capsys, "show", "xa", "--on", on)["entries"], "xa.xa-general.old_age.")[key]
    assert (entry["value"], entry["state"], entry["cites"], entry["standing"]) == (says, state, cites, standing)


def test_a_scheme_without_a_regime_on_the_day_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    before = asked(capsys, "show", "XA", "--on", "1990-01-01")["entries"]
    assert {one["path"].split(".")[1] for one in before} == {"xa-general"}
    assert main(["law", "show", "xa", "--on", "1970-01-01"]) == 0
    assert "Nothing of it is in force on that day." in capsys.readouterr().out


def test_an_instrument_is_shown_with_its_readings(capsys: pytest.CaptureFixture[str]) -> None:
    entry = by_key(asked(capsys, "show", "xw-higher", "--on", "2026-01-01")["entries"], "xw-higher.")
    assert entry["totalisation"]["value"] == "applied directly"
    assert entry["overlap.same_rank"]["other_reading"] == "one of the two yields"
    assert entry["overlap.same_rank"]["standing"] == "assumed"
    assert entry["party.XC"]["value"] == "bound from 2012-01-01"


def test_a_day_before_a_party_joined_shows_it_not(capsys: pytest.CaptureFixture[str]) -> None:
    assert "party.XC" not in by_key(asked(capsys, "show", "xw-higher", "--on", "2011-12-31")["entries"], "xw-higher.")


def test_what_binds_two_states(capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, "between", "XA", "XB", "--on", "2026-01-01")
    assert [(one["branch"], one["instrument"], one["force"]) for one in found["binding"]] == [
        *((branch, "xv-pro-rata", "in_force") for branch in ("old_age", "employment_injury", "unemployment", "family")),
        *((branch, "xw-higher", "in_force") for branch in ("old_age", "invalidity", "survivors", "employment_injury")),
        *((branch, "xw-higher", "in_force") for branch in ("sickness", "maternity", "medical_care", "unemployment", "family")),
    ]
    assert found["binding"][4]["operations"]["apportionment"] == "self_executing"
    assert found["binding"][-1]["operations"]["who_pays"] == "self_executing"
    assert found["not_binding"] == []
    assert {one["instrument"] for one in found["scenarios"]} >= {"r167-apportionment"}


def test_before_an_instrument_or_a_party_nothing_binds(capsys: pytest.CaptureFixture[str]) -> None:
    """xv-pro-rata from 1995, xw-higher from 2010-05-01 and for XC from 2012: worked from the files."""
    early = asked(capsys, "between", "XA", "XB", "--on", "2010-04-30")
    assert {one["instrument"] for one in early["binding"]} == {"xv-pro-rata"}
    late = asked(capsys, "between", "xa", "xc", "--on", "2011-12-31")
    assert late["binding"] == []
    assert {(one["instrument"], one["why_not"]) for one in late["not_binding"]} == {
        ("xw-higher", "XC is bound only from 2012-01-01")
    }
    assert {one["instrument"] for one in asked(capsys, "between", "XA", "XC", "--on", "2012-01-01")["binding"]} == {"xw-higher"}


def test_scenarios_stand_apart_and_say_would(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "between", "XA", "XZ", "--on", "2026-01-01"]) == 0
    told = capsys.readouterr().out
    assert "No instrument on the shelf binds both." in told
    assert "it binds nobody" in told
    assert "would apply directly" in " ".join(told.replace("│", " ").split())


def test_what_is_not_confirmed_is_listed_with_its_reason(capsys: pytest.CaptureFixture[str]) -> None:
    found = asked(capsys, "sources", "--unconfirmed", "xb")
    assert [(one["path"], one["value"], one["standing"]) for one in found] == [
        ("xb.xb-general.old_age.maximum", "none known", "assumed"),
        ("xb.xb-mines.old_age.accrual", "not known", "unconfirmed"),
        ("xb.xb-mines.old_age.otherwise", "not known", "unconfirmed"),
    ]
    assert found[1]["reason"] == "the schedule with the yearly rate was not found"
    assert found[1]["cites"] == "xb-miners-rules, r. 6 and schedule 1"


def test_the_whole_shelf_is_searched_and_its_sources_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    everything = asked(capsys, "sources", "--unconfirmed")
    assert {"xw-higher.overlap.same_rank", "xb.xb-mines.old_age.accrual"} <= {one["path"] for one in everything}
    counted = {one["source"]: one["entries"] for one in asked(capsys, "sources")}
    assert counted["xa-basic-act-1994"] == 10  # nine entries of the regime, and the first amount


def test_names_that_are_not_there_are_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, "between", "ZX", "XA").startswith('law between: "ZX" is not a State')
    assert 'Did you mean "ZW"?' in refused(capsys, "between", "Zimbabwe", "XA")
    assert "is named twice. Name two different States." in refused(capsys, "between", "XA", "xa")
    assert refused(capsys, "between", "AA", "Q").count("is not a State") == 2
    assert refused(capsys, "show", "xw-hihger") == 'law: "xw-hihger" is not on the shelf. Did you mean "xw-higher"?\n'
    assert 'Did you mean "xb"?' in refused(capsys, "sources", "xbb")


def test_wrong_usage_is_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law"]) == 2
    assert main(["law", "lst"]) == 2
    assert main(["law", "between", "XA"]) == 2
    assert main(["law", "show", "xa", "--on", "2026-13-01"]) == 2
    assert "is not a date (month 13)" in capsys.readouterr().err
