"""What cleaning would change, with nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scrubtext.audit import Tally
from scrubtext.audit.diff import unified
from scrubtext.pipeline import Pipeline
from scrubtext.records import Record, Spec, get_format, records_of
from scrubtext.records.paths import expect, find
from scrubtext.run.plan import plan
from scrubtext.run.pool import outcomes
from scrubtext.run.read import End, pieces
from scrubtext.run.work import Outcome, Task, Workshop

__all__ = ["Changed", "check"]


@dataclass
class Changed:
    """One file: what cleaning would find there, as totals and, if asked for, as a diff."""

    label: str
    tally: Tally = field(default_factory=Tally)
    wrong: str = ""
    diff: list[str] = field(default_factory=list)

    @property
    def differs(self) -> bool:
        """Whether the file would come out as another one."""
        return bool(self.tally.changed or self.tally.recoded)

    @property
    def line(self) -> str:
        """The file and what would change in it, in one line."""
        t = self.tally
        found = ", ".join(f"{name} {n}" for name, (n, *_) in t.by_filter().items())
        recoded = "not plain UTF-8" if t.recoded else ""
        return f"{self.label}: {', '.join(filter(None, (found, recoded)))}"


@dataclass(frozen=True)
class _Inspection(Workshop):
    """A workshop that renders nothing and may tell the differences."""

    diff: bool = False

    def __call__(self, task: Task) -> Outcome:
        outcome = Outcome()
        for _ in self._records(task, outcome):
            pass
        if self.diff:
            outcome.body = "\n".join(self._differences(task)).encode("utf-8", "replace")
        return outcome

    def _differences(self, task: Task) -> Iterator[str]:
        kind = get_format(task.source)
        for record in records_of(kind, task.chunk, self.spec):
            if isinstance(record, Record) and record.number:
                where = task.label if kind.whole else f"{task.label}:{record.number}"
                for text in record.texts:
                    if text is not None:
                        yield from unified(self.line.explain(text), where)


def check(
    inputs: Sequence[str],
    line: Pipeline,
    *,
    spec: Spec | None = None,
    source: str = "",
    jobs: int = 1,
    diff: bool = False,
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> Iterator[Changed]:
    """One ``Changed`` per file, as they are looked at; nothing is written anywhere.

    >>> from scrubtext.config import pipeline
    >>> [c.differs for c in check(["corpus_samples/expected"], pipeline("web"))]
    [False, False, False, False]
    """
    spec = spec or Spec()
    found = list(find(list(inputs), include, exclude))
    expect(found, inputs)
    todo = [job._replace(size=0) for job in plan(found, str(Path("-")), False, source)]
    shop = _Inspection(line, spec, diff=diff)
    current = Changed("")
    for item, outcome in outcomes(pieces(todo, spec, set()), shop, jobs):
        if outcome is not None:
            current.tally.add(outcome.tally)
            current.diff += outcome.body.decode("utf-8").split("\n") if outcome.body else []
            for number, why in outcome.said:
                current.wrong = current.wrong or f"{number}: {why}"
        elif isinstance(item, End):
            current.wrong = current.wrong or item.wrong
            yield current
        else:
            current = Changed(item.label)
