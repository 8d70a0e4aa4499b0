"""One life under several sets of agreements: the invented world, worked by hand in tests/middle/worked/adding.md."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from portability.assessment.compare import compare
from portability.assessment.decide import decide
from portability.assessment.exchange import common_currency, turned
from portability.assessment.scope import AgreementSet
from portability.case.model import read_case
from portability.cli import main, schema
from portability.record.decision import to_json
from tests.cli.example import ran, written
from tests.schemas import misfits

LIFE = """
format = "portability.case/1"
id = "tie"
person = { born = 1958-03-10, sex = "M", nationalities = ["XA"] }
residence = [{ country = "XA", from = 1958-03-10, residence_status = "national" }]
period = [
  { id = "p1", country = "XA", scheme = "xa-general", kind = "insurance", from = 2000-01-01, to = 2004-12-31 },
  { id = "p2", country = "XB", scheme = "xb-general", kind = "insurance", from = 2005-01-01, to = 2024-12-31 },
]
earnings = [
  { country = "XA", scheme = "xa-general", from = 2000-01-01, to = 2004-12-31, amount = "1000", currency = "XTS", per = "month" },
  { country = "XB", scheme = "xb-general", from = 2020-01-01, to = 2024-12-31, amount = "840", currency = "XTS", per = "month" },
]
"""
CLAIM = 'claim = [{ branches = ["old_age"], date = 2026-01-01, lodged_in = "XA", residence = "XA" }]\n'
IN_USD = """
period = [
  { id = "p1", country = "XB", scheme = "xb-general", kind = "insurance", from = 2005-01-01, to = 2024-12-31 },
  { id = "p2", country = "XD", scheme = "xd-general", kind = "insurance", from = 2000-01-01, to = 2004-12-31 },
]
earnings = [
  { country = "XB", scheme = "xb-general", from = 2020-01-01, to = 2024-12-31, amount = "840", currency = "XTS", per = "month" }
]
assume = [
  { path = "xd.xd-general.old_age.qualifying", value = "12 months", reason = "as printed" },
  { path = "xd.xd-general.old_age.age", value = "60 years", reason = "as printed" },
  { path = "xd.xd-general.old_age.formula", value = { shape = "flat", amount = "30 USD per month" }, reason = "as printed" },
]
"""
NONE = AgreementSet("none", as_bound=False)
XW = AgreementSet("xw", as_bound=False, with_=("xw-higher",))


@pytest.fixture
def life(tmp_path: Path) -> str:
    path = tmp_path / "case.toml"
    path.write_text(LIFE + CLAIM, "utf-8")
    return str(path)


def asked(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["compare", *words, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    made = json.loads(schema.text("compared"))
    assert list(misfits(told, made, made)) == []
    return told


def test_what_the_agreements_change(capsys: pytest.CaptureFixture[str], life: str) -> None:
    """XA: a lump sum of 6000 alone, 85.00 thirteen times a year by adding; XB: 480.00 either way, a tie."""
    told = asked(capsys, life, "--under", "none", "as-bound")
    xa, xb = told["rows"]
    assert [one["benefit"]["form"] for one in xa["results"]] == ["lump_sum", "pension"]
    (difference,) = xa["differences"]
    assert difference["change"] == "other_form"
    assert difference["gained"] == [{"form": "pension", "money": {"amount": "85.00", "currency": "XTS"}}]
    assert difference["lost"] == [{"form": "lump_sum", "money": {"amount": "6000.00", "currency": "XTS"}}]
    assert difference["first_step"]["id"].rpartition("/")[2] == "total_for_the_right"
    assert (difference["first_step"]["cites"], difference["first_step"]["force"]) in [
        ("xw-convention, Art 6", "binding"),
        ("xv-agreement, Art 10", "binding"),
    ]
    assert "before" not in difference["first_step"]
    assert [one["change"] for one in xb["differences"]] == ["same"]


def test_the_sums_are_by_the_month_and_held_against_the_first_set(capsys: pytest.CaptureFixture[str], life: str) -> None:
    """480 alone; with 85 x 13 / 12 = 92.0833...: 572.08, which is 92.08 more."""
    none, bound = asked(capsys, life, "--under", "none", "as-bound")["sums"]
    assert none["per_month"] == [{"amount": "480.00", "currency": "XTS"}]
    assert bound["per_month"] == [{"amount": "572.08", "currency": "XTS"}]
    assert (bound["change"], bound["by"]) == ("more", {"amount": "92.08", "currency": "XTS"})
    assert "change" not in none


def test_the_order_of_the_sets_turns_gain_into_loss(capsys: pytest.CaptureFixture[str], life: str) -> None:
    told = asked(capsys, life, "--under", "as-bound", "none")
    (difference,) = told["rows"][0]["differences"]
    assert [one["form"] for one in difference["gained"]] == ["lump_sum"]
    assert [one["form"] for one in difference["lost"]] == ["pension"]
    assert (told["sums"][1]["change"], told["sums"][1]["by"]["amount"]) == ("less", "92.08")
    assert difference["first_step"]["id"].startswith("old_age/insured/XA.xa-general/")
    assert difference["first_step"]["cites"] == "xa-pension-act-2009, s. 16"


def test_the_shipped_sets_are_the_default(capsys: pytest.CaptureFixture[str], life: str) -> None:
    sets = ["none", "as-bound", "r167-for-all", "sadc-guidelines"]
    assert [one["agreements"] for one in asked(capsys, life)["sums"]] == sets


def test_a_scenario_says_would_and_is_not_in_what_is_owed() -> None:
    told = compare(read_case(LIFE, "tie"), [NONE, XW], date(2026, 1, 1))
    xa = told.rows[0].differences[0]
    assert xa.legal_force == "scenario"
    assert xa.first_step is not None
    assert xa.first_step.force == "scenario"
    assert "would be" in (xa.first_step.sentence or "")
    owed, would = told.sums[1].per_month, told.sums[1].would_be
    assert [one.amount for one in owed] in ([], ["480.00"])
    assert [one.amount for one in would] == ["572.08"]


def test_a_set_held_against_itself_changes_nothing() -> None:
    told = compare(read_case(LIFE, "tie"), [XW, XW], date(2026, 1, 1))
    assert [(one.change, one.first_step, one.gained, one.lost) for row in told.rows for one in row.differences] == [
        ("same", None, (), ())
    ] * 2


def test_sets_of_which_the_same_instruments_bind_are_decided_alike() -> None:
    """Deciding such sets once must not change a word: each is as `decide` has it."""
    case, day = read_case(LIFE, "tie"), date(2026, 1, 1)
    sets = [NONE, AgreementSet("xw-alone", without=("xv-pro-rata",)), AgreementSet("as-bound"), AgreementSet("again"), XW]
    for row in compare(case, sets, day).rows:
        for chosen, result in zip(sets, row.results, strict=True):
            assert result.agreements == chosen.id
            assert result.benefit in decide(case, day, chosen).benefits


def test_sums_in_one_currency_only_with_rates_of_the_case() -> None:
    """XB 480 XTS; XD 30 USD. At 4 XTS for 1 USD: 480 + 120 = 600 XTS; without a rate there is no such sum."""
    head = LIFE.partition("period = [")[0] + IN_USD
    without = compare(read_case(head, "usd"), [NONE, XW], date(2026, 1, 1))
    assert [money.currency for money in without.sums[0].per_month] == ["USD", "XTS"]
    assert without.sums[0].in_one is None
    rate = 'rate = [{ base = "USD", quote = "XTS", on = 2025-12-01, value = "4", source = "the bank" }]\n'
    told = compare(read_case(head + rate, "usd"), [NONE, XW], date(2026, 1, 1))
    assert told.sums[0].in_one is not None
    assert (told.sums[0].in_one.amount, told.sums[0].in_one.currency) == ("600.00", "XTS")
    assert [(one.base, one.value, one.on) for one in told.rates] == [("USD", "4", date(2025, 12, 1))]


def test_a_rate_serves_both_ways_and_the_last_one_known_is_used() -> None:
    rows = """
    rate = [
      { base = "XTS", quote = "USD", on = 2025-01-01, value = "0.5" },
      { base = "XTS", quote = "USD", on = 2025-06-01, value = "0.25" },
      { base = "XTS", quote = "USD", on = 2026-06-01, value = "0.1" },
    ]
    """
    case = read_case(LIFE + rows, "rates")
    assert common_currency(case, {"XTS", "USD"}, date(2026, 1, 1)) == "USD"
    assert common_currency(case, {"XTS", "EUR"}, date(2026, 1, 1)) is None
    assert turned(case, [("USD", Fraction(1)), ("XTS", Fraction(2))], "XTS", date(2026, 1, 1))[0] == 6
    assert turned(case, [("XTS", Fraction(8))], "USD", date(2026, 1, 1))[0] == 2


def test_the_table_says_what_the_json_says(capsys: pytest.CaptureFixture[str], life: str) -> None:
    for form in ([], ["--markdown"]):
        assert main(["compare", life, "--under", "none", "as-bound", *form]) == 0
        told = capsys.readouterr().out
        for words in ("lump sum (6000.00 XTS)", "pension (85.00 XTS)", "92.08 XTS more", "300 months", "; binding]"):
            assert words in told


def test_without_a_claim_today_is_decided(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "case.toml"
    path.write_text(LIFE, "utf-8")
    assert asked(capsys, str(path), "--under", "none", "as-bound")["at"] == date.today().isoformat()
    assert asked(capsys, str(path), "--under", "none", "as-bound", "--at", "2026-01-01")["at"] == "2026-01-01"


def test_bad_input_is_refused(capsys: pytest.CaptureFixture[str], life: str, tmp_path: Path) -> None:
    assert main(["compare", life, "--under", "none", "as-bond", "none"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert 'there is no set "as-bond". Did you mean "as-bound"?' in told.err
    assert 'the set "none" is named twice. Name each set once.' in told.err
    assert main(["compare", life, "--under", "none"]) == 2
    assert main(["compare", str(tmp_path / "nothing.toml")]) == 1
    assert "there is no such file" in capsys.readouterr().err
    assert main(["compare", life, "--set", "xa.xa-generl.old_age.qualifying=9 years"]) == 1
    assert 'Did you mean "xa-general"?' in capsys.readouterr().err


def test_what_is_compared_is_written_without_empty_fields() -> None:
    written = to_json(compare(read_case(LIFE, "tie"), [NONE, XW], date(2026, 1, 1)))
    assert "null" not in json.dumps(written)
    assert written["format"] == "portability.compared/1"


def test_a_currency_is_asked_for_by_its_code(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = written(tmp_path)
    assert ran(capsys, "compare", file, "--currency", "dollars")[0] == 2
    status, out, err = ran(capsys, "compare", file, "--currency", "usd")
    assert (status, out) == (1, "")
    assert err == ["good: rate: the case has no rate between XTS and USD. Add a [[rate]] with base, quote, on and value."]
    status, out, err = ran(capsys, "compare", file, "--currency", "xts")
    assert (status, err) == (0, [])
