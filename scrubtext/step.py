"""What one filter did to one text, and the way back through it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from scrubtext.edit import Edit, Note, Recast

__all__ = ["Step", "changed_runs"]


@dataclass(frozen=True)
class Step:
    """What one filter found in one text, in the offsets of that text."""

    name: str
    before: str
    after: str
    edits: tuple[Edit, ...] = ()
    recast: Recast | None = None
    notes: tuple[Note, ...] = ()

    @property
    def changed(self) -> bool:
        """Whether the text is another one now."""
        return bool(self.edits) or self.recast is not None

    @cached_property
    def changes(self) -> tuple[Edit, ...]:
        """Edits and, where there was a recast, its runs of changed characters as edits; in order."""
        if self.recast is None:
            return self.edits
        runs = changed_runs(self.before, self.recast.text, self.recast.why)
        both = [*self.edits, *outside(runs, self.edits)]
        return tuple(sorted(both, key=lambda e: (e.start, e.end)))  # stable: insertions keep order

    @cached_property
    def ends(self) -> list[int]:
        """Where each replacement of ``changes`` ends in the text it made."""
        shifts = accumulate(len(e.new) - (e.end - e.start) for e in self.changes)
        return [e.end + shift for e, shift in zip(self.changes, shifts, strict=True)]

    def origin(self, i: int) -> tuple[int, int]:
        """Where character ``i`` of ``after`` comes from: itself, or all that was replaced by it."""
        k = bisect_right(self.ends, i)
        if k < len(self.ends) and i >= self.ends[k] - len(self.changes[k].new):
            return self.changes[k].start, self.changes[k].end
        i += self.changes[k - 1].end - self.ends[k - 1] if k else 0
        return i, i + 1

    def point(self, i: int) -> int:
        """Where the gap before character ``i`` of ``after`` was; deletions lie before the gap."""
        k = bisect_right(self.ends, i)
        if k < len(self.ends) and i > self.ends[k] - len(self.changes[k].new):
            return self.changes[k].start
        return i + (self.changes[k - 1].end - self.ends[k - 1] if k else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of ``before`` that became ``after[start:end]``."""
        if start >= end:
            at = self.point(start)
            return at, at
        lo, hi = self.origin(start)[0], self.origin(end - 1)[1]
        return lo, max(lo, hi)


def changed_runs(old: str, new: str, why: str) -> Iterator[Edit]:
    """Runs of differing characters between two texts of one length, as edits."""
    start = -1
    for i, (a, b) in enumerate(zip(old, new, strict=True)):
        if a == b:
            if start >= 0:
                yield Edit(start, i, new[start:i], why)
                start = -1
        elif start < 0:
            start = i
    if start >= 0:
        yield Edit(start, len(old), new[start:], why)


def outside(runs: Iterable[Edit], edits: Sequence[Edit]) -> Iterator[Edit]:
    """What of ``runs`` lies outside ``edits``, which win where both speak."""
    k = 0
    for run in runs:
        at = run.start
        while k < len(edits) and edits[k].start < run.end:
            e = edits[k]
            if e.end > at:
                if at < e.start:
                    yield run._replace(start=at, end=e.start, new=_cut(run, at, e.start))
                at = e.end
            if e.end > run.end:
                break
            k += 1
        if at < run.end:
            yield run._replace(start=at, new=_cut(run, at, run.end))


def _cut(run: Edit, start: int, end: int) -> str:
    return run.new[start - run.start : end - run.start]
