"""The reference workload through the engine of populations: `python bench/reference.py` prints one JSON line.

*whole*: from a long table in memory, under law files of invented States, through plans and cells, to the result table.
*kernel*: from the block arrays of the workload to the cents that each State pays, and their converted sum. Both on one process
and on two, which share the memory of their results. Speeds are compared with the C reference by ratios within one run, from
medians of rounds in which everything runs in turn; `limits` are the aims, and nothing here is a test. Some persons are decided
one by one as well, and every figure must be the same.
"""

import argparse
import json
import mmap
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

from bench import workload  # noqa: E402
from bench.compiled import compiled  # noqa: E402
from bench.kernel import Kernel  # noqa: E402
from bench.persons import AT, asked, case, people  # noqa: E402
from portability.assessment.decide import decide  # noqa: E402
from portability.number.column import Whole  # noqa: E402
from portability.population.engine import Asked, decided_range  # noqa: E402
from portability.population.people import People  # noqa: E402
from portability.population.results import BYTES, Rows  # noqa: E402

NATIONAL = "national_law_alone"
LIMITS = {"whole_2_persons_per_second": 4e6, "c_over_whole_2": 25}
Task = Callable[[], None]


class Forked:
    """A task of each of several processes, run at a word, all at once; results go to memory that the processes share."""

    def __init__(self, tasks: list[Task]) -> None:
        self.ends: list[tuple[int, int, int]] = []
        for task in tasks:
            (asks, told), (answers, done) = os.pipe(), os.pipe()
            child = os.fork()
            if child == 0:
                os.close(told)
                while os.read(asks, 1) == b".":
                    task()
                    os.write(done, b".")
                os._exit(0)
            os.close(asks)
            os.close(done)
            self.ends.append((child, told, answers))

    def run(self) -> None:
        for _, told, _ in self.ends:
            os.write(told, b".")
        for _, _, answers in self.ends:
            if not os.read(answers, 1):
                raise SystemExit("a process of the benchmark ended before its work was done")

    def close(self) -> None:
        for child, told, answers in self.ends:
            os.write(told, b"!")
            os.close(told)
            os.close(answers)
            os.waitpid(child, 0)


def parts(n: int, of: int) -> list[tuple[int, int]]:
    """A range cut into so many of one length."""
    edges = [n * k // of for k in range(of + 1)]
    return list(pairwise(edges))


def shared(size: int) -> mmap.mmap:
    """Memory that forked processes share."""
    return mmap.mmap(-1, max(size, 1))


def whole(persons: People, question: Asked, first: int, after: int) -> tuple[Task, Rows]:
    """The whole path over a range of persons, into shared room for their rows."""
    most = (after - first) * workload.C
    room = Rows.room(most, question.told(), shared(most * BYTES))
    return lambda: _decide(persons, first, after, question, room), room


def _decide(persons: People, first: int, after: int, question: Asked, room: Rows) -> None:
    _, left = decided_range(persons, first, after, question, room)
    if len(left):
        raise SystemExit(f"persons of the reference workload are left to be decided one by one: {left.counted()}")


def timed(tasks: dict[str, Task], rounds: int) -> dict[str, float]:
    """Median seconds of each task, the tasks run in turn; one round before, not counted."""
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for number in range(rounds + 1):
        for name, task in tasks.items():
            before = time.perf_counter()
            task()
            if number:
                seconds[name].append(time.perf_counter() - before)
    return {name: median(took) for name, took in seconds.items()}


def differing(drawn: dict[str, Any], question: Asked, rows: Rows, chosen: list[int]) -> tuple[int, int]:
    """How many rows of some persons were decided one by one as well, and how many of them differ."""
    table, compared, wrong = rows.by_person(), 0, 0
    for person in chosen:
        low, high = np.searchsorted(table.person, [person, person + 1])
        found = {row["scheme"][0]: row for row in map(table.told, range(low, high))}
        benefits = decide(case(drawn, person), AT, question.chosen, question.shelf).benefits
        wrong += abs(len(found) - len(benefits))
        for one in benefits:
            compared += 1
            wrong += found.get(one.country, {}) != _as_row(person, one)
    return compared, wrong


def _as_row(person: int, one: Any) -> dict[str, Any]:
    """A benefit of a decision as the result table has it."""
    chosen = next(variant for variant in one.variants if variant.chosen)
    told = {
        "person": person,
        "scheme": (one.country, one.scheme),
        "status": one.status,
        "refusal": one.refusal,
        "form": one.form,
        "route": chosen.route,
        "instrument": chosen.instrument,
        "unit": chosen.own.unit,
        "own": int(chosen.own.amount),
        "total": None if chosen.total is None else int(chosen.total.amount),
        "over": 1,
        "amount": int(Fraction(one.payments[0].money.amount) * 100) if one.payments else 0,
        "commuted": 0,
        "why": "instrument" if chosen.route == "pro_rata" else "independent_kept" if len(one.variants) > 1 else NATIONAL,
        "standing_facts": one.standing.facts,
        "standing_law": one.standing.law,
    }
    return {name: value for name, value in told.items() if value is not None}


def measured(n: int, rounds: int, checked: int, processes: int) -> dict[str, Any]:
    """The figures of one run."""
    drawn = workload.gen(n)
    persons, question = people(drawn), asked()
    before = time.perf_counter()
    decided_range(persons, 0, min(n, 4096), question)
    planning = time.perf_counter() - before
    one, rows = whole(persons, question, 0, n)
    kernel = Kernel(drawn, question)
    tasks: dict[str, Task] = {"whole_1": one, "kernel_1": lambda: kernel.run(0, n)}
    ranges = parts(n, processes)
    groups = {
        f"whole_{processes}": Forked([whole(persons, question, *each)[0] for each in ranges]),
        f"kernel_{processes}": Forked([lambda each=each: kernel.run(*each) for each in ranges]),
    }
    tasks |= {name: group.run for name, group in groups.items()}
    found: dict[str, Any] = {"persons": n, "processes": processes}
    with tempfile.TemporaryDirectory() as folder:
        reference = compiled(Path(folder), drawn)
        if reference is not None:
            tasks |= {"c_1": lambda: reference.run(1), f"c_{processes}": lambda: reference.run(processes)}
            tasks["c_rounded_1"] = lambda: reference.run_rounded(1)
        widened = Whole.widened
        seconds = timed(tasks, rounds)
        found["rows_widened"] = (Whole.widened - widened) // (2 * (rounds + 1))
        if reference is not None:
            found["cents_other_than_in_c"] = int(np.count_nonzero(reference.cents() != kernel.cents))
    for group in groups.values():
        group.close()
    speed = {name: n / took for name, took in seconds.items()}
    found["persons_per_second"] = {name: round(each) for name, each in speed.items()}
    if reference is not None:
        names = [f"{what}_{k}" for what in ("whole", "kernel") for k in (1, processes)]
        found["c_over"] = {name: round(speed["c_" + name.rpartition("_")[2]] / speed[name], 1) for name in names}
    table, _ = decided_range(persons, 0, n, question, rows)
    every = np.random.default_rng(1).permutation(n)[:checked].tolist()
    found["rows_rechecked"], found["rows_differing"] = differing(drawn, question, table, every)
    found["planning_seconds"] = round(planning, 3)
    given = sum(column.nbytes for one in persons.tables.values() for column in one.columns.values())
    found["bytes_per_person"] = {"given": round(given / n, 1), "results": round(len(table) * BYTES / n, 1)}
    usage = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    found["peak_memory_mb"] = round(max(usage) / 1024)
    return {**found, "limits": LIMITS}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--persons", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--checked", type=int, default=1000, help="persons who are decided one by one as well")
    parser.add_argument("--processes", type=int, default=2)
    given = parser.parse_args()
    print(json.dumps(measured(given.persons, given.rounds, given.checked, given.processes)))


if __name__ == "__main__":
    main()
