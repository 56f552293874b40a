"""The reading side of a run: jobs become tasks, whatever happens to their files."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from scrubtext.errors import RecordError, ScrubtextError
from scrubtext.records import Spec, get_format
from scrubtext.records.paths import STDIN
from scrubtext.records.streams import READ_ERRORS, open_stream
from scrubtext.run.plan import Job
from scrubtext.run.work import Task

__all__ = ["End", "opened", "pieces"]


class End(NamedTuple):
    """After the last task of a job; ``wrong`` is why it could not be read to its end."""

    label: str
    wrong: str = ""


def pieces(jobs: Iterable[Job], spec: Spec, dead: set[str]) -> Iterator[Job | Task | End]:
    """Each job, its tasks, its end. Jobs whose label turns up in ``dead`` are read no further."""
    for job in jobs:
        yield job
        wrong = job.wrong
        if not wrong:
            try:
                with opened(job, spec) as source:
                    for chunk in get_format(job.source).cut(source, job.path, spec):
                        if job.label in dead:
                            break
                        chunk = chunk._replace(label=job.label)
                        yield Task(job.label, job.source, job.to, job.out_codec, chunk)
            except (*READ_ERRORS, ScrubtextError, MemoryError) as error:
                wrong = _why(error)
        yield End(job.label, wrong)


@contextmanager
def opened(job: Job, spec: Spec) -> Iterator[BinaryIO]:
    """The plain bytes of an input."""
    if job.path == STDIN:
        yield sys.stdin.buffer
        return
    with Path(job.path).open("rb") as raw:
        yield open_stream(raw, job.codec, job.label, spec.max_expand)


def _why(error: BaseException) -> str:
    if isinstance(error, RecordError):
        return error.why
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error) or type(error).__name__
