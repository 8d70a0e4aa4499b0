"""What is missing and when it opens, worked by hand on the invented world.

XA: 180 months, age 65; XB: 240 months, or 120 for half a pension, men at 60, at any age with 420. Each calendar month that
is touched counts, so the n-th further month is complete on its first day; insurance goes on from the day after the one
decided for, so that the month of that day is the first further one.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from portability.assessment.missing import missing
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.cli import main, schema
from portability.record.missing import Gap, Missing, MissingRow, Opening
from tests.schemas import misfits

AT = date(2026, 1, 1)
NONE = AgreementSet("none", as_bound=False)
XW = AgreementSet("xw", as_bound=False, with_=("xw-higher",))
CLAIM = '\nclaim = [{ branches = ["old_age"], date = 2026-01-01, lodged_in = "XA", residence = "XA" }]\n'


def life(born: str = "1970-03-10", until: str = "2025-12-31", more: str = "") -> str:
    """60 months in XA, then 72 in XB where they last until the end of 2025."""
    return f"""
format = "portability.case/1"
id = "young"
person = {{ {f'born = {born}, ' if born else ''}sex = "M", nationalities = ["XA"] }}
residence = [{{ country = "XA", from = 2000-01-01, residence_status = "national" }}]
period = [
  {{ id = "p1", country = "XA", scheme = "xa-general", kind = "insurance", from = 2000-01-01, to = 2004-12-31 }},
  {{ id = "p2", country = "XB", scheme = "xb-general", kind = "insurance", from = 2020-01-01, to = {until} }},
]
earnings = [
  {{ country = "XA", scheme = "xa-general", from = 2000-01-01, to = 2004-12-31, amount = "99", currency = "XTS", per = "month" }},
  {{ country = "XB", scheme = "xb-general", from = 2020-01-01, to = {until}, amount = "84", currency = "XTS", per = "month" }},
]
{more}"""


def rows(found: Missing) -> dict[str, MissingRow]:
    return {one.country: one for one in found.rows}


def gap(row: MissingRow, condition: str, instrument: str | None = None) -> Gap:
    return next(one for one in row.gaps if (one.condition, one.instrument) == (condition, instrument))


def opening(row: MissingRow, situation: str) -> Opening:
    return next(one for one in row.openings if one.situation == situation)


def short(one: Gap) -> tuple[Any, Any, Any]:
    lengths = (one.required, one.counted, one.missing)
    return tuple(None if each is None else each.value for each in lengths)  # type: ignore[return-value]  # three of them


def test_months_missing_alone_and_together_and_the_age() -> None:
    """XA: 180 - 60 = 120 alone, 180 - 132 = 48 together. XB: 240 - 72 = 168, 120 - 72 = 48; together 132 are above 120."""
    found = rows(missing(read_case(life(), "young"), AT))
    xa, xb = found["XA"], found["XB"]
    assert gap(xa, "age").reached_on == date(2035, 3, 10)
    assert gap(xa, "age").cites == "xa-pension-act-2009, s. 7"
    assert short(gap(xa, "length")) == (180, 60, 120)
    assert short(gap(xa, "length", "xw-higher")) == (180, 132, 48)
    assert gap(xa, "length", "xw-higher").legal_force == "binding"
    assert gap(xb, "age").reached_on == date(2030, 3, 10)
    assert short(gap(xb, "length")) == (240, 72, 168)
    assert short(gap(xb, "reduced_length")) == (120, 72, 48)
    assert short(gap(xb, "reduced_length", "xw-higher")) == (120, 132, 0)


def test_a_pension_opens_at_the_age_where_the_length_is_there_by_then() -> None:
    """XB at 60 by adding, whatever is added; XA at 65 only if the person is insured on: 132 months are not 180."""
    found = rows(missing(read_case(life(), "young"), AT))
    assert opening(found["XB"], "insured_on").on == opening(found["XB"], "nothing_more").on == date(2030, 3, 10)
    assert opening(found["XA"], "insured_on").on == date(2035, 3, 10)
    never = opening(found["XA"], "nothing_more")
    assert (never.on, never.possible_from, never.looked_to) == (None, None, date(2070, 3, 10))


def test_a_pension_opens_on_the_day_the_length_is_complete() -> None:
    """Past 65, 48 months are missing together: January 2026 is the first, December 2029 the forty-eighth."""
    found = rows(missing(read_case(life("1960-03-10"), "old"), AT))
    assert opening(found["XA"], "insured_on").on == date(2029, 12, 1)
    assert found["XB"].status == "entitled"
    assert (found["XB"].gaps, found["XB"].openings) == ((), ())


def test_without_an_agreement_only_the_last_state_grows() -> None:
    """Alone XB lacks 48 months of the 120 for half a pension; XA stays at 60 months however long XB goes on."""
    found = rows(missing(read_case(life("1960-03-10"), "old"), AT, NONE))
    assert opening(found["XB"], "insured_on").on == date(2029, 12, 1)
    assert opening(found["XB"], "insured_on").instrument is None
    assert opening(found["XA"], "insured_on").on is None
    assert {one.instrument for one in found["XA"].gaps} == {None}


def test_a_long_career_opens_at_any_age() -> None:
    """XB from 1998: 336 months; the 420th is the eighty-fourth from January 2026, December 2032; age 60 only in 2040."""
    text = life("1980-01-01").replace("from = 2020-01-01, to = 2025", "from = 1998-01-01, to = 2025")
    text = text.replace('  { id = "p1"', '  # { id = "p1"').replace('residence = [{ country = "XA", from = 2000', "# ")
    found = rows(missing(read_case(text, "long"), AT, NONE))
    assert opening(found["XB"], "insured_on").on == date(2032, 12, 1)
    assert opening(found["XB"], "nothing_more").on == date(2040, 1, 1)


def test_whether_the_present_situation_is_insured() -> None:
    """Insured until the end of 2025: it goes on; until the end of 2024: it does not, and both ways are told."""
    now = missing(read_case(life(), "now"), AT)
    assert now.insured is not None
    assert (now.insured.country, now.insured.until, now.insured.now) == ("XB", date(2025, 12, 31), True)
    assert [(one.situation, one.present) for one in now.rows[0].openings] == [("insured_on", True), ("nothing_more", False)]
    left = missing(read_case(life(until="2024-12-31"), "left"), AT)
    assert left.insured is not None
    assert not left.insured.now
    assert [(one.situation, one.present) for one in left.rows[0].openings] == [("insured_on", False), ("nothing_more", True)]


def test_what_is_not_known_stays_not_known() -> None:
    found = rows(missing(read_case(life(born=""), "no-birth"), AT))
    age = gap(found["XA"], "age")
    assert (age.reached_on, age.unknown) == (None, ("person.born",))
    told = opening(found["XB"], "nothing_more")
    assert (told.on, told.possible_from, told.unknown) == (None, AT, ("person.born",))
    text = life().replace('"XA", scheme = "xa-general", ', '"XD", ')
    unheard = rows(missing(read_case(text, "no-law"), AT))["XD"]
    assert unheard.status == "undetermined"
    assert short(gap(unheard, "length"))[0] is None
    assert opening(unheard, "insured_on").on is None
    assert opening(unheard, "insured_on").unknown == ("the law of XD is not on the shelf",)


def test_certified_lengths_without_dates_are_not_extended() -> None:
    text = life("1960-03-10").replace("from = 2000-01-01, to = 2004-12-31 }", "certified = { months = 60 } }", 1)
    text = text.replace("from = 2020-01-01, to = 2025-12-31 }", "certified = { months = 72 } }", 1)
    found = missing(read_case(text, "undated"), AT, NONE)
    assert found.insured is None
    assert [one.situation for one in found.rows[0].openings] == ["nothing_more"]


def test_under_a_scenario_it_would_open() -> None:
    found = rows(missing(read_case(life("1960-03-10"), "old"), AT, XW))
    told = opening(found["XA"], "insured_on")
    assert (told.on, told.instrument, told.legal_force) == (date(2029, 12, 1), "xw-higher", "scenario")
    besides = rows(missing(read_case(life("1960-03-10"), "old"), AT, NONE, besides=XW))["XA"]
    assert short(gap(besides, "length", "xw-higher")) == (180, 132, 48)
    assert gap(besides, "length", "xw-higher").legal_force == "scenario"


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "case.toml"
    path.write_text(life() + CLAIM, "utf-8")
    return str(path)


def test_the_command_prints_what_fits_its_schema(capsys: pytest.CaptureFixture[str], file: str) -> None:
    assert main(["missing", file, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    made = json.loads(schema.text("missing"))
    assert list(misfits(told, made, made)) == []
    assert (told["at"], told["insured"]["country"]) == ("2026-01-01", "XB")


def test_the_table_says_when_and_what(capsys: pytest.CaptureFixture[str], file: str) -> None:
    for form in ([], ["--markdown"]):
        assert main(["missing", file, *form]) == 0
        out = capsys.readouterr().out
        for words in (
            "if insured on in XB (as now)",
            "not up to 2070-03-10",
            "Age 65 years, reached on 2035-03-10.  [xa-pension-act-2009, s. 7]",
            "60 months counted, 120 months missing",
            "(scenario: it binds nobody)",
            "would be missing",
        ):
            assert words in out


def test_a_scenario_set_says_would(capsys: pytest.CaptureFixture[str], file: str, tmp_path: Path) -> None:
    """XA and XD are bound by nothing: what r167-for-all opens there, nobody owes."""
    assert main(["missing", file, "--agreements", "none"]) == 0
    assert "48 months would be missing" in capsys.readouterr().out
    path = tmp_path / "xd.toml"
    path.write_text((life("1960-03-10") + CLAIM).replace('"XB", scheme = "xb-general", ', '"XD", '), "utf-8")
    assert main(["missing", str(path), "--agreements", "r167-for-all"]) == 0
    assert "would open 2029-12-01 under r167-apportionment (scenario)" in capsys.readouterr().out


def test_without_a_claim_it_looks_from_today(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(life(), "utf-8")
    assert main(["missing", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["at"] == date.today().isoformat()


def test_branches_that_are_not_decided_are_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(life() + CLAIM.replace('["old_age"]', '["old_age", "sickness"]'), "utf-8")
    assert main(["missing", str(path)]) == 0
    assert "Not told here: ask `case`\n  - sickness" in capsys.readouterr().out


SHORT = """
format = "portability.case/1"
id = "short"
person = { born = 1980-03-10, sex = "M", nationalities = ["XA"]%s }
residence = [{ country = "XA", from = 2000-01-01, residence_status = "national" }]
period = [
  { id = "p1", country = "XA", scheme = "xa-general", kind = "insurance", from = 2018-01-01, to = 2021-04-30 },
  { id = "p2", country = "XB", scheme = "xb-general", kind = "insurance", from = 2021-05-01, to = 2023-10-31 },
]
%s
"""


def test_what_invalidity_still_misses_is_told_without_a_day() -> None:
    """XA 40 months, XB 30; either asks 60 (s. 20(2), art. 30(2)): 20 and 30 missing alone, nothing of the 70 together.

    XB asks insurance within twelve months of the event (art. 30(3)): insured until October 2023, invalid in June 2025.
    """
    degree = '{ country = "%s", on = 2025-08-01, degree = "70 %%" }'
    event = f"""
event = [{{ id = "fall", kind = "invalidity", date = 2025-06-01, assessment = [{degree % "XA"}, {degree % "XB"}] }}]
claim = [{{ branches = ["invalidity"], date = 2026-01-01 }}]"""
    alone = missing(read_case(SHORT % ("", event), "short"), AT, NONE)
    assert alone.not_decided == ()
    told = rows(alone)
    assert [short(gap(told[one], "length")) for one in ("XA", "XB")] == [(60, 40, 20), (60, 30, 30)]
    assert [told[one].openings for one in ("XA", "XB")] == [(), ()]
    assert [one.condition for one in told["XA"].gaps] == ["length"]
    assert [one.condition for one in told["XB"].gaps] == ["insured_at_event", "length"]
    together = rows(missing(read_case(SHORT % ("", event), "short"), AT, XW))
    assert together["XA"].gaps == ()  # the 70 months open it
    assert short(gap(together["XB"], "length", "xw-higher")) == (60, 70, 0)
    nothing = rows(missing(read_case(SHORT % ("", event.replace("70 %", "10 %")), "short"), AT, NONE))
    assert gap(nothing["XA"], "contingency").unknown == ()


def test_what_each_survivor_still_misses_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The widow of a man with 40 months in XA, where 60 are asked (s. 25(2)); a daughter of 35 is no survivor by its law."""
    family = """
family = [{ id = "widow", relation = "spouse", born = 1975-01-01, sex = "F", disabled = true, married = [{ from = 2000-01-01 }] },
          { id = "ann", relation = "child", born = 1990-01-01, sex = "F", disabled = false, in_education = false }]
claim = [{ claimant = "widow", branches = ["survivors"], date = 2026-01-01 },
         { claimant = "ann", branches = ["survivors"], date = 2026-01-01 }]"""
    path = tmp_path / "case.toml"
    path.write_text(SHORT % (", died = 2025-06-01", family), "utf-8")
    found = missing(read_case(path.read_text("utf-8"), "short"), AT, NONE)
    xa = {one.beneficiary: one for one in found.rows if one.country == "XA"}
    assert {who: [one.condition for one in row.gaps] for who, row in xa.items()} == {
        "widow": ["length"], "ann": ["contingency", "length"],
    }  # fmt: skip
    assert short(gap(xa["widow"], "length")) == (60, 40, 20)
    assert main(["missing", str(path), "--agreements", "none"]) == 0
    assert "Missing: XA xa-general, survivors (widow)" in capsys.readouterr().out


def test_no_day_is_named_for_a_balance_that_is_open() -> None:
    """xg-fund pays at 55 or six months after leaving: at 60, open. At 50 and insured still: at 55."""
    fund = """
account = [{ country = "XG", scheme = "xg-fund", balance = "9000", currency = "XTS", on = 2025-12-31 }]
claim = [{ branches = ["old_age"], date = 2026-01-01 }]"""
    career = 'id = "p1", country = "XG", scheme = "xg-fund", kind = "insurance", from = 2018-01-01, to = 2025-12-31'
    text = SHORT % ("", fund)
    start, end = text.index("period = ["), text.index("]\n", text.index("period = [")) + 2
    text = f"{text[:start]}period = [{{ {career} }}]\n{text[end:]}"
    (row,) = missing(read_case(text.replace("born = 1980", "born = 1965"), "short"), AT, NONE).rows
    assert (row.status, row.form, row.openings, row.gaps) == ("entitled", "account", (), ())
    (row,) = missing(read_case(text, "short"), AT, NONE).rows
    assert opening(row, "insured_on").on == date(2035, 3, 10)


def test_bad_input_is_refused(capsys: pytest.CaptureFixture[str], file: str, tmp_path: Path) -> None:
    assert main(["missing", file, "--agreements", "as-bond"]) == 1
    assert 'there is no set "as-bond". Did you mean "as-bound"?' in capsys.readouterr().err
    path = tmp_path / "bad.toml"
    path.write_text(life().replace("xb-general", "xb-genral"), "utf-8")
    assert main(["missing", str(path)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert 'Did you mean "xb-general"?' in told.err
    assert main(["missing"]) == 2
