"""A recipe draws the same persons from the same seed, tells faults with their lines, and what it draws can be decided."""

import json
from pathlib import Path

import pytest

from portability.case.recipe import Told, load_recipe
from portability.faults import Refused
from portability.law.shelf import default_shelf
from portability.population.as_case import case_of
from portability.population.columns import TABLES
from portability.population.drawn_life import life
from portability.population.making import columns_written, make
from portability.population.reading import read_people
from portability.population.simulate import simulate
from tests.house.command import run
from tests.house.source import ROOT
from tests.laws.lives import NONE
from tests.population.made import simulation

RECIPES = sorted((ROOT / "scenarios" / "populations").glob("*.toml"))
INVENTED = ROOT / "scenarios" / "populations" / "invented.toml"


def made(recipe: Path, persons: int, seed: int, out: Path) -> Path:
    make(load_recipe(recipe), persons, seed, out, default_shelf(), lambda what, done, of: None)
    return out


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda path: path.stem)
def test_a_shipped_recipe_draws_persons_whose_cases_are_sound(recipe: Path, tmp_path: Path) -> None:
    assert load_recipe(recipe).id == recipe.stem
    people = read_people(made(recipe, 60, 7, tmp_path / "people"))
    assert len(people) == 60
    assert all(case_of(people, at).claim for at in range(60))
    assert len(people.words["scheme"]) > 3


def test_what_is_drawn_is_decided(tmp_path: Path) -> None:
    where = made(INVENTED, 6, 7, tmp_path / "people")
    simulate(simulation(where, tmp_path / "out", (NONE,)))
    told = json.loads((tmp_path / "out" / "summary.json").read_text("utf-8"))
    assert told["persons"] == told["decided_one_by_one"] == 6
    assert json.loads((tmp_path / "out" / "lock.json").read_text("utf-8"))["made"]["seed"] == 7


def test_the_same_seed_draws_the_same_persons_and_another_seed_others() -> None:
    recipe = load_recipe(INVENTED)
    one, again, other = ([list(life(recipe, seed, number)) for number in range(30)] for seed in (7, 7, 8))
    assert one == again
    assert one != other


def test_a_longer_population_begins_with_a_shorter_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    short, long = made(INVENTED, 5, 1, tmp_path / "short"), made(INVENTED, 9, 1, tmp_path / "long")
    for name in ("persons", "spells"):
        assert (long / f"{name}.csv").read_text("utf-8").startswith((short / f"{name}.csv").read_text("utf-8"))


def test_every_column_that_is_written_is_one_that_is_read() -> None:
    assert [pair for pair in columns_written() if pair[1] not in TABLES[pair[0]].names] == []


def test_chance_is_as_often_as_the_recipe_says() -> None:
    """35 % women: of 2 000 drawn, 700 give or take five standard errors (5 x 21)."""
    recipe = load_recipe(INVENTED)
    assert recipe.women.value == "35 %"
    women = sum(next(row for name, row in life(recipe, 3, number) if name == "persons")[1] == "F" for number in range(2000))
    assert abs(women - 700) < 105


BAD = {
    "a number from nowhere": ('women           = { value = "35 %" }', "women: it is not said where this number comes from"),
    "a range upside down": ('work  = { low = 30, high = 24, assumed = "x" }', "ages.work.high: 24 is less than 30."),
    "a share above the whole": ('gaps = { value = "160 %", assumed = "x" }', "spells.gaps.value"),
    "a State nobody told": ('path    = ["XA", "XQ"]', "there is no [[state]] for XQ"),
    "an unknown key": ('womn = { value = "35 %", assumed = "x" }', 'womn: this key is not known here. Did you mean "women"?'),
}


@pytest.mark.parametrize(("line", "said"), BAD.values(), ids=list(BAD))
def test_a_fault_of_a_recipe_is_told_with_its_line(line: str, said: str, tmp_path: Path) -> None:
    key = line.split("=")[0].strip()
    lines = INVENTED.read_text("utf-8").splitlines()
    at = next((k for k, each in enumerate(lines) if each.split("=")[0].strip() == key), 6)
    lines[at] = line
    file = tmp_path / "recipe.toml"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    with pytest.raises(Refused) as refused:
        load_recipe(file)
    assert any(said in str(fault) for fault in refused.value.faults), str(refused.value)
    assert all(fault.line for fault in refused.value.faults)
    assert said.split(":")[0] in run("check", str(file)).stderr


def test_a_scheme_the_law_does_not_have_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "recipe.toml"
    file.write_text(INVENTED.read_text("utf-8").replace('"xb-farm"', '"xb-fram"'), "utf-8")
    with pytest.raises(Refused, match='"xb-fram" is not a scheme of XB'):
        made(file, 3, 1, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_number_is_sourced_or_assumed_and_never_both() -> None:
    assert set(Told.model_fields) == {"source", "assumed"}
    sources = [key.split(",")[0] for path in RECIPES for key in _sources(path)]
    known = default_shelf().titles()
    assert [key for key in sources if key not in known] == []


def _sources(path: Path) -> list[str]:
    import tomllib

    found: list[str] = []

    def look(value: object) -> None:
        if isinstance(value, dict):
            found.extend(each for key, each in value.items() if key == "source")
            for each in value.values():
                look(each)
        elif isinstance(value, list):
            for each in value:
                look(each)

    look(tomllib.loads(path.read_text("utf-8")))
    return found


def test_the_command_makes_a_population(tmp_path: Path) -> None:
    out = tmp_path / "people"
    ran = run("population", "make", str(INVENTED), "--persons", "4", "--seed", "2", "--out", str(out))
    assert ran.returncode == 0, ran.stderr
    assert "4 persons" in ran.stdout
    again = run("population", "make", str(INVENTED), "--persons", "4", "--seed", "2", "--out", str(out))
    assert again.returncode == 1
    assert "is there already" in again.stderr


@pytest.mark.parametrize("words", [["simulate"], ["replay"], ["population"], ["population", "make"]])
def test_help_needs_neither_numpy_nor_the_engine(words: list[str]) -> None:
    before = "import sys\nsys.modules['numpy'] = sys.modules['pyarrow'] = sys.modules['pydantic'] = None"
    ran = run(*words, "--help", before=before)
    assert ran.returncode == 0, ran.stderr
    assert "usage: portability" in ran.stdout
