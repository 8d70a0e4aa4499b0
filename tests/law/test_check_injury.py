"""A law on injuries that does not hold together is told where, and what to do."""

from typing import Any

import pytest

from portability.law.injury import injury_faults
from portability.law.regimes import regime_faults

STEPS = [{"until": "28 days", "share": "100 %"}, {"until": "12 months", "share": "75 %"}]


@pytest.mark.parametrize(
    ("regime", "path", "said"),
    [
        ({"temporary": {"steps": [STEPS[1], STEPS[0]]}}, ("temporary", "steps"), "the steps do not run upwards"),
        ({"temporary": {"steps": [{"share": "1"}, STEPS[1]]}}, ("temporary", "steps", 0), "only the last step may have no end"),
        ({"temporary": [{"steps": [{"until": "3 months"}]}]}, ("temporary", 0, "steps", 0), "a step tells its share"),
        ({"pension": {"share": "80 %", "slopes": [{"above": "50 %"}, {"above": "0 %"}]}}, ("pension", "slopes"), "upwards"),
        ({"pension": {"share": "80 %", "bands": [{"from": "50 %"}, {"from": "50 %"}]}}, ("pension", "bands"), "upwards"),
        ({"lump_sum": {"grades": [{"grade": "first", "times": "15"}], "over": "30 %"}}, ("lump_sum",), "know no degree"),
        ({"lump_sum": {"times": "36", "of": "pension"}}, ("lump_sum", "of"), "there is no pension"),
        ({"pension": {"share": "75 %"}, "lump_sum": {"times": "15"}}, (), "no degree that divides them"),
    ],
)
def test_a_fault_is_told(regime: dict[str, Any], path: tuple[Any, ...], said: str) -> None:
    found = list(injury_faults((), regime))
    assert [(one.path, said in one.what) for one in found] == [(path, True)]
    assert all(one.remedy for one in found)


def test_steps_in_days_and_months_are_laid_on_one_line() -> None:
    assert list(injury_faults((), {"temporary": {"steps": STEPS}})) == []


def test_amounts_of_an_injury_law_are_in_the_money_of_the_file() -> None:
    regimes = [{"pension_maximum": {"is": "100 USD per month"}, "funeral": {"share": "50 %"}}]
    said = [one.what for one in regime_faults(("s", "employment_injury"), regimes, ["ZAR"])]
    assert any("is in USD" in what for what in said)
    assert any('"share" stands without "of"' in what for what in said)
