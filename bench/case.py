"""What one case costs: `python bench/case.py` prints one JSON line.

Ratios are taken within one run, from medians of commands run in turn: a busy or slow machine changes both sides.
`limits` are the aims; nothing here is a test. Whole processes are started as a user starts them, from files to print.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import lives  # noqa: E402  (beside this file)

LIMITS = {
    "case_over_pydantic": 3,
    "help_over_pass": 3,
    "warm_decision_ms": 2,
    "warm_explained_ms": 10,
    "four_sets_over_one": 3,
    "with_500_more_laws": 1,
    "spells_10000_s": 2,
}
START = "import sys; from portability.cli import main; sys.exit(main())"


def process(code: Path, *arguments: str) -> Callable[[], None]:
    """A whole Python process, to be timed; its output goes nowhere, its failure stops the benchmark."""
    environment = {**os.environ, "PYTHONPATH": str(code)}

    def once() -> None:
        line = [sys.executable, *arguments]
        done = subprocess.run(line, cwd=code, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(f"{' '.join(arguments)}:\n{done.stderr}")

    return once


def command(code: Path, *words: str) -> Callable[[], None]:
    """The command with some words, the package loaded from a folder."""
    return process(code, "-c", START, *words)


def interleaved(
    tasks: dict[str, Callable[[], object]], rounds: int, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """Median seconds of each task, the tasks run in turn; one round before, not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            begun = clock()
            task()
            if number:
                seconds[name].append(clock() - begun)
    return {name: median(found) for name, found in seconds.items()}


def library(path: Path) -> dict[str, Callable[[], object]]:
    """A warm decision through the library, without and with sentences and standings, and the same case under four sets.

    Its calls are named only here. The one decision is that of the widest of the sets; one as bound may cost half of it.
    """
    from portability.assessment.compare import compare
    from portability.assessment.decide import decide, decide_branch
    from portability.assessment.scope import AgreementSet
    from portability.case.model import load_case
    from portability.law.shelf import default_shelf

    case, shelf = load_case(path), default_shelf()
    at, everybody = case.claim[0].date, AgreementSet("r167", with_=("r167-apportionment",), every_state=True)
    none, guided = AgreementSet("none", as_bound=False), AgreementSet("sadc", with_=("sadc-guidelines-2020",), every_state=True)
    four = (none, AgreementSet("as-bound"), everybody, guided)
    return {
        "warm_decision": lambda: decide_branch(case, "old_age", at, everybody, shelf),
        "warm_explained": lambda: decide(case, at, everybody, shelf),
        "warm_as_bound": lambda: decide(case, at, AgreementSet("as-bound"), shelf),
        "four_sets": lambda: compare(case, four, at, shelf),
    }


def measure(case: Path | None, rounds: int) -> dict[str, object]:
    """Every figure of one run, on a case of three States: the one given, else a scenario, else an invented one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        few, many = case or lives.three_states() or lives.written(3, folder), lives.written(10_000, folder)
        plain, full = lives.installed(folder / "plain"), lives.installed(folder / "full", more_laws=500)
        found = interleaved(
            {
                "pass": process(plain, "-c", "pass"),
                "pydantic": process(plain, "-c", "import pydantic; pydantic.BaseModel"),
                "help": command(plain, "--help"),
                "case": command(plain, "case", str(few)),
                "case_500_more": command(full, "case", str(few)),
            },
            rounds,
        )
        found |= interleaved({"spells_10000": command(plain, "case", str(many))}, max(1, rounds // 5))
        found |= interleaved(library(few), rounds * 10, time.process_time)
    figures = {
        "case_over_pydantic": found["case"] / found["pydantic"],
        "help_over_pass": found["help"] / found["pass"],
        "warm_decision_ms": found["warm_decision"] * 1000,
        "warm_explained_ms": found["warm_explained"] * 1000,
        "four_sets_over_one": found["four_sets"] / found["warm_explained"],
        "four_sets_over_as_bound": found["four_sets"] / found["warm_as_bound"],
        "with_500_more_laws": found["case_500_more"] / found["case"],
        "spells_10000_s": found["spells_10000"],
    }
    return {
        "figures": {name: round(value, 2) for name, value in figures.items()},
        "limits": LIMITS,
        "medians_ms": {name: round(value * 1000, 2) for name, value in found.items()},
        "case": tomllib.loads(few.read_text("utf-8"))["id"] if few.suffix == ".toml" else few.stem,
        "rounds": rounds,
        "python": platform.python_version(),
    }


def main() -> None:
    """Print one JSON line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--rounds", type=int, default=15, help="how often each command is run (default 15)")
    parser.add_argument("--case", type=Path, help="the case of three States to measure")
    given = parser.parse_args()
    print(json.dumps(measure(given.case and given.case.resolve(), given.rounds)))


if __name__ == "__main__":
    main()
