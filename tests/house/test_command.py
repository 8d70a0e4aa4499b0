"""The command starts light, runs where numpy is not, and finds the law wherever it is installed."""

import shutil
import tomllib
from pathlib import Path

import pytest

from portability import terms
from tests.house.command import a_case, decided, run
from tests.house.source import ROOT

NO_NUMPY = """
import sys
class NoNumpy:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] == "numpy":
            raise ImportError("numpy is blocked")
sys.meta_path.insert(0, NoNumpy())
"""
SAY_WHAT_WAS_LOADED = """
import atexit, sys
atexit.register(lambda: sys.stderr.write(" ".join(sorted({name.split(".")[0] for name in sys.modules}
    | {".".join(name.split(".")[:2]) for name in sys.modules if name.startswith("portability.")}))))
"""


def test_the_block_on_numpy_blocks_it() -> None:
    ran = run("--help", before=NO_NUMPY + "import numpy")
    assert ran.returncode != 0
    assert "numpy is blocked" in ran.stderr


@pytest.mark.parametrize("form", [[], ["--json"], ["--markdown"]], ids=["table", "json", "markdown"])
def test_the_engine_decides_the_same_with_numpy_blocked(form: list[str]) -> None:
    case = str(a_case())
    assert decided(run("case", case, *form, before=NO_NUMPY)) == decided(run("case", case, *form))


def loaded(*words: str) -> set[str]:
    ran = run(*words, before=SAY_WHAT_WAS_LOADED)
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.split())


def test_help_answers_without_the_engine() -> None:
    heavy = {"numpy", "pydantic", "tabulate", "portability.assessment", "portability.case", "portability.law"}
    assert loaded("--help") & heavy == set()


def test_a_case_is_decided_without_loading_numpy() -> None:
    assert "numpy" not in loaded("case", str(a_case()), "--json")


def test_the_glossary_is_printed() -> None:
    assert decided(run("glossary")) == terms.glossary()


def installed_in(folder: Path) -> Path:
    """The package laid out in a folder as the wheel lays it out: the law inside it, nothing beside it."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    unwanted = shutil.ignore_patterns("__pycache__", "_data")
    for package in build["packages"]:
        shutil.copytree(ROOT / package, folder / package, ignore=unwanted)
    for source, target in build["force-include"].items():
        shutil.copytree(ROOT / source, folder / target, ignore=unwanted)
    return folder


def test_the_installed_command_finds_its_law_from_any_folder(tmp_path: Path) -> None:
    site, elsewhere = installed_in(tmp_path / "site"), tmp_path / "elsewhere"
    elsewhere.mkdir()
    here = decided(run("case", str(a_case()), "--json"))
    assert decided(run("case", str(a_case()), "--json", code=site, folder=elsewhere)) == here


def test_the_law_beside_the_package_is_found_from_any_folder(tmp_path: Path) -> None:
    here = decided(run("case", str(a_case()), "--json"))
    assert decided(run("case", str(a_case()), "--json", folder=tmp_path)) == here


def test_without_its_law_the_command_says_so(tmp_path: Path) -> None:
    site = installed_in(tmp_path / "site")
    shutil.rmtree(site / "portability" / "_data" / "agreements")
    ran = run("case", str(a_case()), code=site, folder=tmp_path)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    assert "agreements" in ran.stderr
