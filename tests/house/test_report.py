"""The report compares what a scenario says is computed with what the program decides now, and finds what differs."""

from pathlib import Path

import pytest

from docs import published, scenarios, unsure
from docs.pages import ROOT, Table

ROWS = published.published_rows()
ROSA = ROOT / "scenarios" / "cases" / "published-eu-youreurope-rosa"


@pytest.mark.parametrize(("folder", "told"), ROWS, ids=[f"{folder.name}-{told['what']}" for folder, told in ROWS])
def test_a_published_figure_is_computed_as_its_scenario_says(folder: Path, told: Table) -> None:
    assert not published.verdict(folder, told).startswith("NOT CONFIRMED")
    assert told.get("engine") or told["why"], "what is computed is asked of the program, or the row says why it cannot be"


@pytest.mark.parametrize(
    ("computed", "asked", "said"),
    [
        ("1000.00", "as-bound 2016-01-01 FR.payment", "passes"),
        ("1000.01", "as-bound 2016-01-01 FR.payment", "NOT CONFIRMED"),
        ("entitled", "none 2016-01-01 ES.status", "NOT CONFIRMED: none 2016-01-01 ES.status is now refused"),
        ("all: 1 400.00", "as-bound 2016-01-01 sum", "passes"),
    ],
)
def test_what_the_program_no_longer_gives_is_said(computed: str, asked: str, said: str) -> None:
    told = {"published": "printed", "computed": computed, "engine": [asked], "why": ""}
    assert published.verdict(ROSA, told).startswith(said)


def test_what_is_printed_nowhere_neither_passes_nor_differs() -> None:
    assert published.verdict(ROSA, {"published": "not in the text read", "computed": "", "why": ""}).startswith("nothing")
    assert published.verdict(ROSA, {"published": "1", "computed": "2", "why": "a reason"}) == "differs"
    assert published.verdict(ROSA, {"published": "1", "computed": "1", "why": "a reason", "same": True}).startswith("same result")


def test_the_law_a_result_rests_on_is_found_with_both_readings() -> None:
    folder = ROOT / "scenarios" / "cases" / "zw-mz-equal-either-way"
    [at] = {day for case, _, day in scenarios.asked() if case == folder}
    paths = {ground.path for _, ground in scenarios.grounds(folder, "none", at)}
    assert {"zw.zw-nssa.old_age.formula", "mz.mz-inss.old_age.formula"} <= paths
    assert "mz.mz-inss.old_age.reduced" not in paths, "the whole qualifying period is met: the shorter one decides nothing"
    assert scenarios.entry("zw.zw-nssa.old_age.formula", at)["other_reading"]
    instruments = {ground.where for _, ground in scenarios.grounds(folder, "r167-for-all", at)}
    assert "r167-apportionment" in instruments


def test_figures_not_confirmed_are_counted_by_branch() -> None:
    leaf = {"cites": "s. 1", "standing": "official"}
    regime = {
        "from": "2020-01-01",
        "pension": {"unknown": "lost", **leaf},
        "minimum": [{"is": "1 XTS", **leaf}, {"is": "2 XTS", **leaf, "standing": "assumed"}],
        "temporary": {"steps": [{"share_unknown": "lost"}], **leaf},
    }
    found = unsure.by_branch({"country": "ZZ", "scheme": {"a": {}}, "zz-fund": {"employment_injury": [regime]}})
    assert found == {
        "employment_injury": [
            ("pension", "unknown"), ("minimum", "official"), ("minimum", "assumed"), ("temporary", "unknown"),
        ]
    }  # fmt: skip
    assert unsure.named(found["employment_injury"], ("unknown",)) == "`pension`, `temporary`"


def test_a_figure_nobody_named_is_refused() -> None:
    with pytest.raises(ValueError, match='no figure is called "height"'):
        scenarios.figure(ROSA, "none", next(at for case, _, at in scenarios.asked() if case == ROSA), "FR.height")
