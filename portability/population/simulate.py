"""A simulation from its tables to its result: the persons in ranges, the ranges in processes, the parts put together."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from portability.assessment.scope import AgreementSet
from portability.law.shelf import Shelf
from portability.population import lock as locks
from portability.population import result, summary
from portability.population.by_case import decided_by_case
from portability.population.fields import Fields
from portability.population.names import known_schemes
from portability.population.on_columns import Columns
from portability.population.parts import Work, begun, finished, free, place_of, whole
from portability.population.people import People
from portability.population.pool import Pool
from portability.population.question import Question
from portability.population.reading import read_people
from portability.population.rows import Rows, in_order, joined
from portability.population.store import InFolder, opened
from portability.population.summary_text import page

RANGE = 65_536
"""So many persons make a range: the same for any number of processes, so that the result is the same."""

PIECE = 256
"""So many persons left over are decided one by one in one piece of work."""

Progress = Callable[[str, int, int], None]
Piece = tuple[tuple[int, int], tuple[int, int] | None]
"""A range of persons; or of those of it who are left, some, by their places among them."""


@dataclass(frozen=True, slots=True)
class Simulation:
    """What is asked for: the population, where the result goes, the sets, the day, and what the summary is broken down by."""

    population: Path
    out: Path
    sets: Sequence[AgreementSet]
    shelf: Shelf
    at: date | None = None
    by: Sequence[str] = ()
    processes: int = 1
    persons_per_range: int = RANGE
    persons_per_piece: int = PIECE

    @property
    def asked(self) -> Question:
        return Question(self.sets, self.shelf, self.at)


def simulate(asked: Simulation, progress: Progress = lambda what, done, of: None) -> str:
    """Run a simulation to its end and give back the summary as text. Raises `Refused` for what is wrong with the input.

    `progress` is told what is being done, how many persons are done, and of how many.
    """
    free(asked.out)
    lock = locks.lock_of(asked.population, asked.out, asked.asked, asked.by, (asked.persons_per_range, asked.persons_per_piece))
    work = place_of(asked.out)
    with begun(work, lock):
        people = _people(asked, work, progress)
        fields = Fields(people, asked.by)
        _decide(asked, work, people, progress)
        text = _put_together(asked, work, people, fields, lock, progress)
        finished(work)
    return text


def _people(asked: Simulation, work: Work, progress: Progress) -> People:
    """The population, its columns kept beside the parts: read once, whatever happens."""
    people = opened(work.people)
    if people is None:
        shutil.rmtree(work.people, ignore_errors=True)
        progress("reading", 0, 0)
        store = InFolder(work.people)
        people = read_people(asked.population, store)
        known_schemes(people, asked.shelf)
        store.close(people)
    return people


def ranges(persons: int, size: int) -> Iterator[tuple[int, int]]:
    """The ranges of persons, the second end not in it.

    >>> list(ranges(5, 2))
    [(0, 2), (2, 4), (4, 5)]
    """
    for first in range(0, persons, size):
        yield first, min(persons, first + size)


def _decide(asked: Simulation, work: Work, people: People, progress: Progress) -> None:
    """Every range on columns, then those who are left one by one: each part once."""
    persons, done = len(people), 0
    parts = list(ranges(persons, asked.persons_per_range))
    with Pool(asked.processes, _Worker, (work, asked.sets, asked.shelf.folder, asked.at)) as pool:
        first: list[Piece] = [(one, None) for one in parts if not work.has(_left(*one))]
        for _ in pool.each(first):
            pass
        pieces: list[Piece] = []
        for one in parts:
            left = _union(_places(work, *one))
            done += one[1] - one[0] - len(left)
            for some in ranges(len(left), asked.persons_per_piece):
                if work.has(_piece(*one, *some)):
                    done += some[1] - some[0]
                else:
                    pieces.append((one, some))
        progress("deciding", done, persons)
        for size in pool.each(pieces):
            done += size
            progress("deciding", done, persons)


def _left(first: int, after: int) -> str:
    return f"{first}-{after}.left"


def _rows(first: int, after: int) -> str:
    return f"{first}-{after}.rows"


def _piece(first: int, after: int, low: int, high: int) -> str:
    return f"{first}-{after}.{low}-{high}.case"


def _places(work: Work, first: int, after: int) -> list[npt.NDArray[np.int64]]:
    """For each set, the places of those left of a range."""
    return [np.array(places, np.int64) for places, _ in work.told(_left(first, after))]


def _union(left: Sequence[Any]) -> list[int]:
    """The places of everybody left under some set, each once."""
    found: list[int] = np.unique(np.concatenate([np.zeros(0, np.int64), *left])).tolist()
    return found


class _Worker:
    """What one process does: it opens the population once, and then decides piece after piece of work."""

    def __init__(self, work: Work, sets: Sequence[AgreementSet], shelf: Path, at: date | None) -> None:
        people = opened(work.people)
        assert people is not None
        self.work, self.people, self.asked = work, people, Question(sets, Shelf(shelf), at)
        self.columns = Columns(self.asked)

    def __call__(self, piece: Piece) -> int:
        """Decide a range on columns, or some of those left of it; how many persons that was."""
        (first, after), some = piece
        return self._range(first, after) if some is None else self._some(first, after, *some)

    def _range(self, first: int, after: int) -> int:
        found = [self.columns.decided(self.people, first, after, chosen) for chosen in self.asked.sets]
        self.work.put(_rows(first, after), joined([rows for rows, _ in found]).packed())
        self.work.put(_left(first, after), json.dumps([[left.places.tolist(), left.reasons] for _, left in found]).encode())
        return after - first

    def _some(self, first: int, after: int, low: int, high: int) -> int:
        left = _places(self.work, first, after)
        persons = _union(left)[low:high]
        alone: Mapping[int, list[AgreementSet]] = {person: [] for person in persons}
        for chosen, places in zip(self.asked.sets, left, strict=True):
            for person in set(places.tolist()) & alone.keys():
                alone[person].append(chosen)
        self.work.put(_piece(first, after, low, high), decided_by_case(self.people, alone, self.asked).packed())
        return len(persons)


def _parts(asked: Simulation, work: Work, persons: int) -> Iterator[tuple[int, int, Rows, int]]:
    """Each range with its rows in their order, and how many of its persons were decided one by one."""
    names = [one.id for one in asked.sets]
    for first, after in ranges(persons, asked.persons_per_range):
        left = _union(_places(work, first, after))
        pieces = [work.rows(_piece(first, after, *some)) for some in ranges(len(left), asked.persons_per_piece)]
        yield first, after, in_order(joined([work.rows(_rows(first, after)), *pieces]), names), len(left)


def _reasons(asked: Simulation, work: Work, persons: int) -> dict[str, dict[str, int]]:
    """For each set why persons were decided one by one, and how many."""
    found: dict[str, dict[str, int]] = {one.id: {} for one in asked.sets}
    for one in ranges(persons, asked.persons_per_range):
        for chosen, (_, reasons) in zip(asked.sets, work.told(_left(*one)), strict=True):
            for why, count in reasons.items():
                found[chosen.id][why] = found[chosen.id].get(why, 0) + count
    return found


def _put_together(
    asked: Simulation, work: Work, people: People, fields: Fields, lock: Mapping[str, Any], progress: Progress
) -> str:
    """The result table, the summary and the lock, in the folder that becomes the result."""
    shutil.rmtree(work.result, ignore_errors=True)
    work.result.mkdir()
    counted = summary.Counted([one.id for one in asked.sets], fields)
    with result.writer(work.result, people) as table:
        for first, after, rows, left in _parts(asked, work, len(people)):
            table.write(rows)
            counted.add(people, rows, first, after, left)
            progress("putting together", after, len(people))
    told = {**counted.told(people, asked.asked), "left_for": _reasons(asked, work, len(people))}
    text = page(told, lock, table.said)
    whole(work.result / "summary.json", (json.dumps(told, indent=2, ensure_ascii=False) + "\n").encode())
    whole(work.result / "summary.txt", text.encode())
    whole(work.result / locks.LOCK, locks.written(lock).encode())
    return text
