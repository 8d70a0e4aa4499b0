"""`portability law adequacy`: the schemes of a State beside what conventions ask, as a page and for programs."""

import json
from typing import Any

import pytest

from portability.cli import main


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    assert main(["law", "adequacy", *words, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["law", "adequacy", *words]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    return told.err


def test_the_page_tells_rates_results_and_what_is_open(capsys: pytest.CaptureFixture[str]) -> None:
    """13/24 is 54.166 %, printed down; what is asked of old age by the invented convention is 45 %."""
    assert main(["law", "adequacy", "XA", "--on", "2026-01-01", "--wage", "3000 XTS per month"]) == 0
    page = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert "Old age: a man with a wife of pension age" in page
    assert "after 30 years: 54.16 %, 45 % asked: met" in page
    assert "no law of this branch is on the shelf" in page
    assert "at 3000.00 XTS per month" in page
    assert "Employment injury, death: a widow with two children" in page
    assert "14 weeks, 12 weeks asked: met" in page
    assert "xa-staff: a part of the pension is paid at once and not counted" in page


def test_programs_get_exact_rates_and_whether_the_state_is_bound(capsys: pytest.CaptureFixture[str]) -> None:
    report = asked(capsys, "xa", "--on", "2026-01-01")
    [one] = [
        each
        for each in report["judged"]
        if (each["scheme"], each["contingency"], each["convention"]) == ("xa-general", "old_age", "xs-least")
    ]
    assert one["bound"] == {"answer": "yes", "standing": "official"}
    assert one["met"] == "met"
    assert one["tests"][0] | {"standing": ""} == {
        "test": "whole", "years": "30", "rate": "54.16 %", "exact": "13/24", "asked": "9/20", "met": "met",
        "standing": "", "cites": "xs-least, Art 11; xs-least, Art 12(1)"}  # fmt: skip
    [last] = [row for row in report["lengths"] if (row["scheme"], row["years"]) == ("xa-general", 10)]
    assert last["exact"] == "0"
    assert last["asked"]["xs-least"] == "7/20"
    [sickness] = [row for row in report["asked"] if (row["contingency"], row["convention"]) == ("sickness", "xs-least")]
    assert sickness["rate"] == {"says": "60 %", "cites": "xs-least, Art 36", "standing": "official"}
    assert sickness["bound"]["why"] == "did not accept the branch"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ZQ",), '"ZQ" is not a State'),
        (("Zambia",), 'Did you mean "ZM"?'),
        (("XZ",), "the law of XZ is not on the shelf: none of its schemes can be measured. Name one of AO, BW"),
        (("XA", "--wage", "3200 EUR per month"), 'is in EUR, and the law of XA counts in XTS on'),
        (("XA", "--wage", "3200 EUR per month"), 'Write it as "3200 XTS per month".'),
        (("XA", "--wage", "3200"), "it names no currency"),
        (("XA", "--wage", "3200 XTS"), "it is not by the month or the year"),
        (("XA", "--wage", "0 XTS per month"), "it is nought"),
        (("XA", "--wage", "3,200 XTS per month"), "a comma"),
    ],
)
def test_what_cannot_be_asked_is_refused_with_what_to_write(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    assert said in refused(capsys, *words)


def test_a_wage_by_the_year_is_one_by_the_month(capsys: pytest.CaptureFixture[str]) -> None:
    by_year, by_month = (
        asked(capsys, "XA", "--on", "2026-01-01", "--wage", wage) for wage in ("36000 XTS per year", "3000 XTS per month")
    )
    assert by_year == by_month


def test_a_day_without_a_date_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["law", "adequacy", "XA", "--on", "2026-02-30"]) == 2
    assert main(["law", "adequacy"]) == 2
    assert "STATE" in capsys.readouterr().err


def test_workers_left_out_are_told_with_both_articles(capsys: pytest.CaptureFixture[str]) -> None:
    words = ("XC", "--on", "2026-01-01", "--wage", "1000 XTS per month")
    assert main(["law", "adequacy", *words]) == 0
    page = capsys.readouterr().out
    assert "xc-injury leaves domestic workers out of its law on employment injury [xc-workers-compensation-act, s. 3, " in page
    [one, _] = asked(capsys, *words)["left_out"]
    assert (one["workers"], one["convention"], one["bound"]["answer"]) == ("domestic", "ilo-c189", "no")
