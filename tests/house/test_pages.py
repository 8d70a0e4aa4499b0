"""Pages that are made stay as they are made; what a page shows is there."""

import re
from pathlib import Path

import pytest

from docs import make
from portability import citation
from portability.cli import VERBS
from tests.house.command import decided, run
from tests.house.source import ROOT, files, text

README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", sorted(set(make.PAGES) - {"README.md"}))
def test_a_made_page_has_not_drifted(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == make.PAGES[name](), "run: python docs/make.py"


def test_what_the_readme_says_is_modelled_is_what_the_shelf_holds() -> None:
    assert make.section(README, "modelled") == make.summary(), "run: python docs/make.py"


def test_the_worked_case_of_the_readme_is_what_the_program_prints() -> None:
    assert make.section(README, "worked case") == make.worked_case(), "run: python docs/make.py"


def test_the_sets_side_by_side_are_what_the_program_decides() -> None:
    assert make.section(README, "what would change") == make.what_would_change(), "run: python docs/make.py"


def test_the_case_written_in_the_readme_is_whole_and_decided(tmp_path: Path) -> None:
    [written] = re.findall(r"```toml\n(.*?)```", README, re.S)
    case = tmp_path / "my-case.toml"
    case.write_text(written, "utf-8")
    assert "no fault" in decided(run("check", str(case)))
    page = decided(run("case", str(case)))
    assert "TZ tz-nssf" in page
    assert "MZ mz-inss" in page
    assert "earnings under TZ.tz-nssf: would decide the amount of TZ tz-nssf" in page.partition("Missing facts")[2]
    assert "at least" in decided(run("case", str(case), "--agreements", "r167-for-all"))


def test_what_the_readme_tells_of_rosa_is_decided() -> None:
    assert "[Rosa](scenarios/cases/published-eu-youreurope-rosa/source.md) gets 800 euros a month without" in README
    case = "scenarios/cases/published-eu-youreurope-rosa/case.toml"
    assert "In all 800.00 EUR a month" in decided(run("case", case, "--agreements", "none"))
    assert "In all 1400.00 EUR a month" in decided(run("case", case))


def test_the_readme_names_every_command_and_every_standing() -> None:
    assert re.findall(r"^\| `portability (\w+)", README, re.M) == list(VERBS)
    assert [word for word in (*citation.FACT_STANDINGS, *citation.LAW_STANDINGS) if f"`{word}`" not in README] == []
    options = set(re.findall(r"`(--[a-z]+)", README)) - {"--check"}
    assert [option for option in sorted(options) if option not in run("case", "--help").stdout] == []


def test_the_two_commands_are_those_of_a_plain_debian() -> None:
    commands = [line for line in README.splitlines() if line.startswith("python3 -m venv")]
    start = "python3 -m venv .venv && .venv/bin/pip install -q "
    assert commands[0].startswith(start + ". && .venv/bin/portability case scenarios/cases/")
    assert commands[1:] == [start + "'.[test]' && .venv/bin/pytest -q"]
    assert "apt install python3-venv" in README


def test_the_readme_never_names_the_package_of_another() -> None:
    anothers = re.compile(r"\b(install|add)[ ]portability\b")
    assert [page for page in files() if anothers.search(text(page))] == []


def links(page: Path) -> list[str]:
    """The relative links of a page."""
    return [link.split("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text(page)) if not re.match(r"\w+:|#", link)]


PAGES = [page for page in files() if page.suffix == ".md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    assert [link for link in links(page) if not (page.parent / link).exists()] == []


def test_the_check_of_made_pages_names_what_drifted(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(make, "ROOT", tmp_path)
    monkeypatch.setattr(make, "PAGES", {"page.md": lambda: "made\n"})
    assert make.main(["--check"]) == 1
    assert not (tmp_path / "page.md").exists()
    assert make.main([]) == 0
    assert (tmp_path / "page.md").read_text("utf-8") == "made\n"
    assert make.main(["--check"]) == 0


def test_every_scenario_is_listed_on_their_page() -> None:
    page = ROOT / "scenarios" / "cases" / "README.md"
    listed = {link.partition("/")[0] for link in links(page)} - {".."}
    assert listed == {case.parent.name for case in page.parent.glob("*/case.toml")}
