"""The benchmarks keep running as the formats change; what they measure is never tested here."""

from pathlib import Path

from bench import lives
from tests.house.command import decided, run


def test_the_career_of_the_benchmark_is_a_case_that_can_be_decided(tmp_path: Path) -> None:
    assert "XA" in decided(run("case", str(lives.written(3, tmp_path)), "--json"))


def test_the_career_of_the_benchmark_has_as_many_spells_as_asked() -> None:
    periods = lives.career(1000)["period"]
    assert len(periods) == 1000
    assert all(period["from"] <= period["to"] for period in periods)
    assert {period["country"] for period in periods} == {"XA", "XB", "XC"}


def test_the_larger_shelf_changes_no_decision(tmp_path: Path) -> None:
    case = str(lives.written(3, tmp_path))
    few, many = lives.installed(tmp_path / "few"), lives.installed(tmp_path / "many", more_laws=20)
    added = len(list(many.glob("agreements/*/*.toml"))) - len(list(few.glob("agreements/*/*.toml")))
    assert added == 20
    assert decided(run("case", case, code=many)) == decided(run("case", case, code=few))
