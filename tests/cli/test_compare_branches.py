"""Sets of agreements side by side for what is not a pension: each State that pays under some set has its row."""

import json
from pathlib import Path

import pytest

from portability.assessment.compare import compare
from portability.assessment.decide import decide
from portability.assessment.scope import agreement_set
from portability.case.model import load_case
from portability.cli import main
from portability.law.sets import comparison

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def case(folder: str) -> Path:
    return SCENARIOS / "cases" / folder / "case.toml"


def test_a_state_that_pays_under_one_set_only_has_its_row(capsys: pytest.CaptureFixture[str]) -> None:
    # A frontier worker out of work: Germany decides by national law alone; under Regulation 883/2004 France pays 1200 euros.
    path = str(case("de-fr-frontier-worker-unemployed"))
    assert main(["compare", path, "--under", "none", "as-bound", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    told = {(row["country"], one["agreements"]): one.get("benefit", {}).get("status") for row in rows for one in row["results"]}
    assert told == {
        ("DE", "none"): "undetermined",
        ("DE", "as-bound"): None,
        ("FR", "none"): None,
        ("FR", "as-bound"): "entitled",
    }
    (gain,) = next(row for row in rows if row["country"] == "FR")["differences"]
    assert (gain["change"], gain["by"]) == ("more", {"amount": "1200.00", "currency": "EUR"})
    assert main(["compare", path, "--under", "as-bound", "none"]) == 0
    assert "1200.00 EUR less a month" in capsys.readouterr().out


def test_what_an_agreement_changes_of_family_benefits_is_not_told_as_the_same() -> None:
    # 204.00 EUR by German law alone; 85.94 EUR, the difference to 500 PLN, under Regulation 883/2004 Art 68(2).
    sets = [agreement_set(comparison(SCENARIOS / "comparisons", one)) for one in ("none", "as-bound")]
    found = compare(load_case(case("published-de-pl-kindergeld-differential-2019")), sets)
    german = next(row for row in found.rows if row.country == "DE")
    assert german.differences[0].by is not None
    assert german.differences[0].by.amount == "118.06"


@pytest.mark.parametrize(
    "folder", ["mz-za-miners-accident", "mz-za-birth-across-a-border", "zw-mz-sick-after-three-weeks", "ls-za-silicosis"]
)
def test_cash_that_has_ended_or_is_paid_while_it_lasts_is_in_no_sum_by_the_month(folder: str) -> None:
    read = load_case(case(folder))
    sets = [agreement_set(comparison(SCENARIOS / "comparisons", one)) for one in ("none", "as-bound")]
    assert [one.per_month for one in compare(read, sets).sums] == [decide(read, agreements=one).summary.per_month for one in sets]


def test_several_benefits_of_one_event_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(case("mz-za-miners-accident")), "--under", "none", "as-bound"]) == 0
    told = capsys.readouterr().out
    assert "employment injury: rockfall, temporary" in told
    assert "employment injury: rockfall, pension under as-bound: no step differs." in told
