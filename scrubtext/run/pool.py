"""Worker processes: tasks go out in packs, outcomes come back in the order of the tasks."""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from typing import Any

from scrubtext.records.base import CHUNK
from scrubtext.run.work import Outcome, Task, Workshop

__all__ = ["outcomes"]

PACK = 64  # small files in one journey
AHEAD = 3  # packs in flight per worker: enough to keep it busy, few enough to bound memory

Item = Any
"""A Task, or anything else, which passes through in its place."""

_shop: Workshop


def outcomes(
    items: Iterable[Item], shop: Workshop, jobs: int
) -> Iterator[tuple[Item, Outcome | None]]:
    """Each item with its outcome (None for what is no task), in order, with bounded read-ahead."""
    if jobs <= 1:
        for item in items:
            yield item, shop(item) if isinstance(item, Task) else None
        return
    pool = _Pool(shop, jobs)
    try:
        waiting: deque[tuple[list[Item], Future[list[Outcome]]]] = deque()
        for pack in _packs(items):
            waiting.append((pack, pool.submit([i for i in pack if isinstance(i, Task)])))
            if len(waiting) > AHEAD * jobs:
                yield from _unpack(pool, *waiting.popleft())
        while waiting:
            yield from _unpack(pool, *waiting.popleft())
    finally:
        pool.close()


def _packs(items: Iterable[Item]) -> Iterator[list[Item]]:
    pack: list[Item] = []
    size = 0
    for item in items:
        pack.append(item)
        size += item.chunk.size if isinstance(item, Task) else 0
        if size >= CHUNK // 2 or len(pack) >= PACK:
            yield pack
            pack, size = [], 0
    if pack:
        yield pack


def _unpack(
    pool: _Pool, pack: list[Item], future: Future[list[Outcome]]
) -> Iterator[tuple[Item, Outcome | None]]:
    tasks = [item for item in pack if isinstance(item, Task)]
    made = iter(pool.result(future, tasks))
    for item in pack:
        yield item, next(made) if isinstance(item, Task) else None


class _Pool:
    """A process pool that survives the death of a worker (out of memory, say)."""

    def __init__(self, shop: Workshop, jobs: int) -> None:
        self.shop, self.jobs = shop, jobs
        self.executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self.jobs, get_context("spawn"), _prepare, (self.shop,))

    def submit(self, tasks: list[Task]) -> Future[list[Outcome]]:
        with _deaf():  # the executor starts a worker where it is given work
            try:
                return self.executor.submit(_do, tasks)
            except BrokenProcessPool:
                self.executor = self._start()
                return self.executor.submit(_do, tasks)

    def result(self, future: Future[list[Outcome]], tasks: list[Task]) -> list[Outcome]:
        try:
            return future.result()
        except BrokenProcessPool:
            return [self._alone(task) for task in tasks]

    def _alone(self, task: Task) -> Outcome:
        """One task again after a worker died, in a pool of its own: only the culprit fails."""
        with ProcessPoolExecutor(1, get_context("spawn"), _prepare, (self.shop,)) as one:
            try:
                return one.submit(_do, [task]).result()[0]
            except BrokenProcessPool:
                outcome = Outcome()
                outcome.tally.rejected = 1
                outcome.said.append((task.chunk.first, "the worker died over it (out of memory?)"))
                return outcome

    def close(self) -> None:
        self.executor.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Workers started meanwhile leave Ctrl-C to the parent from their first moment, imports included."""
    mask = getattr(signal, "pthread_sigmask", None)
    before = mask(signal.SIG_BLOCK, {signal.SIGINT}) if mask else ()
    try:
        yield
    finally:
        if mask:
            mask(signal.SIG_SETMASK, before)


def _prepare(shop: Workshop) -> None:
    """In a new worker: keep the workshop, leave Ctrl-C to the parent, end with the parent."""
    global _shop
    _shop = shop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(tasks: list[Task]) -> list[Outcome]:
    return [_shop(task) for task in tasks]
