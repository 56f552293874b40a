"""The part of a run that happens in the workers: a chunk of records in, bytes and rows out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from scrubtext.audit import Tally, rows_of
from scrubtext.errors import FilterError, ScrubtextError
from scrubtext.pipeline import Pipeline, Result
from scrubtext.records import Chunk, Cleaned, Record, Reject, Spec, get_format, records_of
from scrubtext.records.plain import json_bytes
from scrubtext.records.streams import compress
from scrubtext.run.modes import additions

__all__ = ["MODES", "Outcome", "Task", "Workshop"]

MODES = ("clean", "tag", "split")


class Task(NamedTuple):
    """A chunk to be cleaned, and what to make of it."""

    label: str
    source: str
    to: str
    codec: str
    chunk: Chunk


@dataclass
class Outcome:
    """What became of a chunk: rendered records, and rows for the side files as JSON lines."""

    body: bytes = b""
    audit: bytes = b""
    dropped: bytes = b""
    rejects: bytes = b""
    removed: bytes = b""
    tally: Tally = field(default_factory=Tally)
    said: list[tuple[int, str]] = field(default_factory=list)
    """Rejected records: number, why."""


@dataclass(frozen=True)
class Workshop:
    """Everything a worker needs to know; pickled once per process."""

    line: Pipeline
    spec: Spec
    mode: str = "clean"
    audit: bool = False
    dropped: bool = False
    rejects: bool = False

    def __call__(self, task: Task) -> Outcome:
        """Clean the records of one chunk; nothing a record does harms the others."""
        outcome = Outcome()
        kept = list(self._records(task, outcome))
        outcome.body = self._rendered(kept, task)
        return outcome

    def _rendered(self, kept: list[Cleaned], task: Task) -> bytes:
        kind = get_format(task.to)
        own = task.source == task.to or (kind.whole and get_format(task.source).whole)
        codec = "" if kind.late and not own else task.codec
        groups = [[row] for row in kept] if kind.apart and codec else [kept]
        bodies = (kind.render(group, self.spec, own) for group in groups)
        return b"".join(compress(body, codec) if body else b"" for body in bodies)

    def _records(self, task: Task, outcome: Outcome) -> Iterator[Cleaned]:
        for record in records_of(get_format(task.source), task.chunk, self.spec):
            if isinstance(record, Record):
                if not record.number and not same(task):
                    continue
                outcome.tally.records += bool(record.number)
                try:
                    results = [None if t is None else self.line.explain(t) for t in record.texts]
                except (ScrubtextError, MemoryError, RecursionError) as error:
                    self._reject(task, outcome, _failed(record, error))
                    continue
                if cleaned := self._judged(task, outcome, record, results):
                    yield cleaned
            else:
                self._reject(task, outcome, record)

    def _judged(
        self, task: Task, outcome: Outcome, record: Record, results: list[Result | None]
    ) -> Cleaned | None:
        found = [r for r in results if r is not None]
        if any(r.changed for r in found):
            outcome.tally.changed += 1
        outcome.tally.recoded += bool(record.note)
        if any(r.steps or r.drops for r in found) or record.note:
            self._report(task, outcome, record, results)
        for r in found:
            outcome.tally.see(r)
        drop = next((r.drop for r in found if r.drop), None)
        if drop:
            outcome.tally.dropped += 1
            if self.dropped:
                row = {"file": task.label, "record": record.number, "why": drop.why}
                outcome.dropped += _row({**row, "score": drop.score, **_fields(record, self.spec)})
                return None
        texts = tuple(None if r is None else r.text for r in results)
        return self._shaped(task, outcome, record, results, texts)

    def _shaped(
        self,
        task: Task,
        outcome: Outcome,
        record: Record,
        results: list[Result | None],
        texts: tuple[str | None, ...],
    ) -> Cleaned:
        if self.mode == "clean":
            return Cleaned(record, texts)
        extra = additions(self.mode, record, dict(zip(self.spec.fields, results, strict=False)))
        if self.mode == "split":
            if task.to == "text":
                outcome.removed += b"".join(_row(row) for row in extra["removed"])
                extra = {}
            return Cleaned(record, texts, extra)
        return Cleaned(record, record.texts, extra)

    def _report(
        self, task: Task, outcome: Outcome, record: Record, results: list[Result | None]
    ) -> None:
        if not self.audit:
            return
        more = {"encoding": record.note} if record.note else {}
        for name, r in zip(self.spec.fields, results, strict=False):
            if r is not None:
                rows = rows_of(r, task.label, record.number, name, **more)
                outcome.audit += b"".join(map(_row, rows))

    def _reject(self, task: Task, outcome: Outcome, reject: Reject) -> None:
        outcome.tally.rejected += 1
        outcome.said.append((reject.number, reject.why))
        row = {"kind": "reject", "file": task.label, "record": reject.number, "why": reject.why}
        if self.audit:
            outcome.audit += _row(row)
        if self.rejects:
            outcome.rejects += _row({**row, "text": reject.text})


def same(task: Task) -> bool:
    """Whether the output can carry what is no record in the input: headers, other WARC records."""
    return task.source == task.to or (task.source, task.to) == ("warc", "wet")


def _row(row: Mapping[str, Any]) -> bytes:
    return json_bytes(row) + b"\n"


def _fields(record: Record, spec: Spec) -> dict[str, Any]:
    from scrubtext.records.jsonl import plain_value

    return {"fields": plain_value(record.fields)}


def _failed(record: Record, error: BaseException) -> Reject:
    why = str(error) if isinstance(error, FilterError) else f"{type(error).__name__}: {error}"
    return Reject(record.number, why, next((t for t in record.texts if t), ""))
