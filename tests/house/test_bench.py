"""The benchmarks keep running as the formats change; what they measure is never tested here."""

from pathlib import Path

from bench import kernel, lives, persons, reference, workload
from portability.population.engine import decided_range
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


def test_the_reference_workload_runs_on_columns_and_every_figure_is_the_case_s() -> None:
    found = reference.measured(200, rounds=1, checked=12, processes=2)
    assert found["rows_rechecked"] >= 24
    assert found["rows_differing"] == 0
    assert {"whole_1", "whole_2", "kernel_1", "kernel_2"} <= found["persons_per_second"].keys()


def test_a_drawn_person_who_was_paid_otherwise_is_found() -> None:
    drawn = workload.gen(20)
    question = persons.asked()
    rows, left = decided_range(persons.people(drawn), 0, 20, question)
    assert not len(left)
    assert reference.differing(drawn, question, rows, [3])[1] == 0
    rows.amount[:] += 1
    assert reference.differing(drawn, question, rows, [3])[1] >= 2


def test_the_kernel_pays_what_the_whole_path_pays() -> None:
    drawn = workload.gen(300)
    question = persons.asked()
    rows, _ = decided_range(persons.people(drawn), 0, 300, question)
    of_kernel = kernel.Kernel(drawn, question)
    of_kernel.run(0, 300)
    assert (of_kernel.cents[rows.scheme, rows.person] == rows.amount).all()
    assert of_kernel.cents.sum() == rows.amount.sum()
