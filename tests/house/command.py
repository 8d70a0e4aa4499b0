"""Run the command as a user does, in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.house.source import ROOT

START = "import sys; from portability.cli import main; sys.exit(main())"


def run(*words: str, before: str = "", code: Path = ROOT, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What `portability` with some words prints and how it ends.

    `before` is Python run first in that process; `code` is the folder the package is loaded from, `folder` where the
    command is given.
    """
    environment = {**os.environ, "PYTHONPATH": str(code), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, "-c", before + "\n" + START, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def a_case() -> Path:
    """One case that comes with the project."""
    cases = sorted(ROOT.glob("scenarios/cases/*/case.toml"))
    assert cases, "scenarios/cases/ holds no case.toml"
    return cases[0]


def decided(ran: subprocess.CompletedProcess[str]) -> str:
    """The decision a run printed; a run that failed fails the test with what it said."""
    assert ran.returncode == 0, f"ended with {ran.returncode}:\n{ran.stderr}"
    assert ran.stdout.strip(), "nothing was printed"
    return ran.stdout
