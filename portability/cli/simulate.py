"""`portability simulate`: a population under several sets of agreements."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from portability.cli.case import _day
from portability.faults import Fault, Refused


def run(words: Sequence[str]) -> int:
    """Simulate a population; 1 if it or a set was refused, or the run was broken off."""
    given = parser().parse_args(words)
    from portability.cli.deciding import Request, chosen_set
    from portability.law.shelf import default_shelf
    from portability.population.simulate import Simulation, simulate

    faults: list[Fault] = [
        Fault("--under", "", f'the set "{name}" is named twice', "Name each set once")
        for name in dict.fromkeys(given.under)
        if given.under.count(name) > 1
    ]
    try:
        shelf, sets = default_shelf(), []
        for name in dict.fromkeys(given.under):
            try:
                sets.append(chosen_set(Request(agreements=name), shelf))
            except Refused as refused:
                faults += refused.faults
        if faults:
            raise Refused(faults)
        asked = Simulation(Path(given.population), Path(given.out), sets, shelf, given.at, given.by, given.processes)
        text = simulate(asked, progress())
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("portability: broken off; the same command goes on from here", file=sys.stderr)
        return 130
    print(text, end="")
    return 0


def parser() -> argparse.ArgumentParser:
    """What the words after `simulate` may be."""
    made = argparse.ArgumentParser(
        prog="portability simulate",
        description="A population under several sets of agreements: a result table, a summary, and a lock to make them again.",
    )
    made.add_argument("population", metavar="POPULATION", help="a folder with the tables persons, spells ... (.parquet or .csv)")
    made.add_argument("--under", nargs="+", action="extend", required=True, metavar="SET", help="one set of agreements or more")
    made.add_argument("--out", required=True, metavar="DIR", help="where the result goes: a folder that is not there yet")
    by = "break the summary down: sex, birth_decade, corridor, nationality, residence ..."
    made.add_argument("--by", nargs="+", action="extend", default=[], metavar="FIELD", help=by)
    many = "work in so many processes (default 1), each started afresh; the result is the same"
    made.add_argument("--processes", type=_processes, default=1, metavar="N", help=many)
    made.add_argument("--at", type=_day, metavar="DATE", help="the day decided for (default: the claim date of each person)")
    return made


def _processes(word: str) -> int:
    if not word.isdecimal() or not 1 <= int(word) <= 1024:
        raise argparse.ArgumentTypeError(f'"{word}" is not a number of processes, as 2')
    return int(word)


def progress() -> Callable[[str, int, int], None]:
    """Says on a terminal how far the work is, how fast it goes, and how long it will take; else nothing."""
    from time import monotonic

    if not sys.stderr.isatty():
        return lambda what, done, of: None
    start: dict[str, tuple[float, int]] = {}

    def say(what: str, done: int, of: int) -> None:
        since, before = start.setdefault(what, (monotonic(), done))
        seconds = monotonic() - since
        told = f"{what}: {done} of {of} persons" if of else f"{what} ..."
        if seconds > 1 and done > before:
            rate = (done - before) / seconds
            told += f", {rate:.0f} a second, {_time(int((of - done) / rate))} left"
        print(f"\r\x1b[K{told}", end="\n" if of and done == of else "", file=sys.stderr, flush=True)

    return say


def _time(seconds: int) -> str:
    hours, rest = divmod(seconds, 3600)
    return f"{hours} h {rest // 60} min" if hours else f"{rest // 60} min {rest % 60} s" if rest >= 60 else f"{rest} s"


