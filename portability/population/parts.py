"""The folder in which a simulation is worked on: hidden beside its goal, part by part, and put in its place when it is whole.

A part is written under another name first and then renamed: a part that is there is whole. So a run that was broken off, at
whatever moment, goes on with the parts that are missing, and what stands at the goal is always a whole result.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from portability.faults import Fault, Refused
from portability.population.lock import LOCK, differences, written
from portability.population.rows import Rows, unpacked


@dataclass(frozen=True, slots=True)
class Work:
    """The hidden folder of a run, and the goal."""

    folder: Path
    out: Path

    @property
    def result(self) -> Path:
        """Where the result is put together."""
        return self.folder / "result"

    @property
    def people(self) -> Path:
        """Where the columns of the population are kept."""
        return self.folder / "people"

    def part(self, name: str) -> Path:
        return self.folder / "parts" / name

    def has(self, name: str) -> bool:
        return self.part(name).is_file()

    def put(self, name: str, content: bytes) -> None:
        """Write a part, whole or not at all."""
        whole(self.part(name), content)

    def rows(self, name: str) -> Rows:
        return unpacked(self.part(name).read_bytes())

    def told(self, name: str) -> Any:
        """What a part says that is no rows: lists and tables."""
        return json.loads(self.part(name).read_text("utf-8"))


def whole(path: Path, content: bytes) -> None:
    """Write a file so that it is there whole or not at all."""
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    new.write_bytes(content)
    new.replace(path)


def place_of(out: Path) -> Work:
    """The folder in which the run for a goal is worked on."""
    goal = out.resolve()
    return Work(goal.parent / f".{goal.name}.part", goal)


def free(out: Path) -> None:
    """Raises `Refused` where results cannot be put: something is there, or there is no folder to put them in."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        remedy = "Name a folder that is not there yet, or take this one away"
        raise Refused([Fault("--out", "", f"{out} is there already", remedy)])
    if not out.resolve().parent.is_dir():
        raise Refused([Fault("--out", "", f"there is no folder {out.resolve().parent}", "Make it first, or name another")])


@contextmanager
def begun(work: Work, lock: Mapping[str, Any]) -> Iterator[bool]:
    """Open the folder of a run for this process alone; yields whether an earlier run is gone on with.

    Raises `Refused` where another run works there, or where the earlier run was of something else.
    """
    work.part("").mkdir(parents=True, exist_ok=True)
    with (work.folder / "in-use").open("a") as used, _alone(used, work):
        try:
            before = json.loads((work.folder / LOCK).read_text("utf-8"))
        except (OSError, ValueError):
            before = None
        if before is not None and (changed := differences(before, lock)):
            what = f"a run broken off is there, of another {' and '.join(changed)}"
            remedy = f"To go on with it: {before.get('command')}; else delete {work.folder}"
            raise Refused([Fault(str(work.folder), "", what, remedy)])
        if before is None:  # nobody knows of what the parts are that may be there
            _clear(work)
            whole(work.folder / LOCK, written(lock).encode())
        yield before is not None


@contextmanager
def _alone(used: Any, work: Work) -> Iterator[None]:
    """Hold the folder of a run for one process, where the system can."""
    try:
        import fcntl
    except ImportError:  # no such lock on this system
        yield
        return
    try:
        fcntl.flock(used, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        what = "another process works on this result"
        raise Refused([Fault(str(work.folder), "", what, "Wait for it to end, or name another folder")]) from None
    yield


def _clear(work: Work) -> None:
    for folder in (work.people, work.part(""), work.result):
        shutil.rmtree(folder, ignore_errors=True)
    work.part("").mkdir(parents=True)


def finished(work: Work) -> None:
    """Put the result in its place in one step, then take away what was for the work alone."""
    if work.out.is_dir():
        work.out.rmdir()
    work.result.rename(work.out)
    (work.folder / LOCK).unlink()
    shutil.rmtree(work.folder, ignore_errors=True)
