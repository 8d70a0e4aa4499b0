"""Work in several processes: started afresh (spawn), so that nothing of one leaks into another, and the same on every system."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from typing import Any

from portability.faults import Fault, Refused

Make = Callable[..., Callable[[Any], int]]


class Pool:
    """Some processes that each make a worker once and give it piece after piece; with one, it works here."""

    def __init__(self, processes: int, make: Make, told: tuple[Any, ...]) -> None:
        self.make, self.told, self.processes = make, told, processes
        self._pool: ProcessPoolExecutor | None = None
        self._here: Callable[[Any], int] | None = None

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *of: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def each(self, pieces: Sequence[Any]) -> Iterator[int]:
        """What each piece of work gives back, as it is done."""
        if not pieces:
            return
        if self.processes == 1:
            self._here = self._here or self.make(*self.told)
            yield from map(self._here, pieces)
            return
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self.processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(self.make, self.told)
            )
        try:
            yield from _as_done(self._pool, pieces, 4 * self.processes)
        except BrokenProcessPool:
            what = "one of the processes was ended from outside, perhaps for want of memory"
            remedy = "Run the command again: it goes on; or with fewer processes"
            raise Refused([Fault("--processes", "", what, remedy)]) from None


def _as_done(pool: ProcessPoolExecutor, pieces: Sequence[Any], ahead: int) -> Iterator[int]:
    """Hand out a few pieces ahead of what is done, not all at once."""
    waiting = iter(pieces)
    running: set[Future[int]] = set()
    while True:
        for piece in waiting:
            running.add(pool.submit(_work, piece))
            if len(running) >= ahead:
                break
        if not running:
            return
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for one in done:
            yield one.result()


_worker: Callable[[Any], int] | None = None


def _begin(make: Make, told: tuple[Any, ...]) -> None:
    """Begin in a process of its own: an interruption is heard by the first one alone, and none outlives it."""
    global _worker
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    _worker = make(*told)


def _end_with_the_first() -> None:
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)


def _work(piece: Any) -> int:
    assert _worker is not None
    return _worker(piece)
