"""What is declared is what is shipped: law and lives in the wheel, every part in the source archive."""

import tomllib

from tests.house.source import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
BUILD = PROJECT["tool"]["hatch"]["build"]["targets"]


def test_the_wheel_holds_the_package_the_law_and_the_lives() -> None:
    assert BUILD["wheel"]["packages"] == ["portability"]
    assert BUILD["wheel"]["force-include"] == {
        "agreements": "portability/_data/agreements",
        "scenarios": "portability/_data/scenarios",
    }


def test_what_the_wheel_is_told_to_hold_is_there() -> None:
    for folder in BUILD["wheel"]["force-include"]:
        assert any((ROOT / folder).rglob("*.toml")), f"{folder}/ holds nothing"


def test_the_source_archive_holds_every_part_of_the_project() -> None:
    named = {entry.strip("/") for entry in BUILD["sdist"]["include"]}
    parts = {"portability", "agreements", "scenarios", "tests", "docs", "bench", ".ci", "README.md", "CHANGELOG.md"}
    assert parts <= named
    assert [entry for entry in sorted(named) if not (ROOT / entry).exists()] == []


def test_the_core_stands_on_three_libraries() -> None:
    names = [dependency.split(">")[0] for dependency in PROJECT["project"]["dependencies"]]
    assert names == ["numpy", "pydantic", "tabulate"]


def test_the_distribution_does_not_take_the_name_of_another() -> None:
    """`portability` is somebody else's package: the command bears the name, the distribution does not."""
    assert PROJECT["project"]["name"] == "social-security-portability"
    assert PROJECT["project"]["scripts"] == {"portability": "portability.cli:main"}


def test_the_continuous_check_runs_the_command_of_the_readme() -> None:
    script = ROOT / ".ci" / "run"
    assert script.stat().st_mode & 0o111, ".ci/run is not executable"
    assert "README.md" in script.read_text("utf-8")
