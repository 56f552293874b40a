"""The words of the library: what a filter may find, and how findings become a patch.

All offsets are code points, half open. ``Edit``, ``Recast``, ``Note`` and ``Drop`` are what filters
yield; ``Step`` is what one filter did to one text; ``Row`` is a line of the composed patch.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from scrubtext.errors import PatchError

__all__ = ["Drop", "Edit", "Finding", "Note", "Recast", "Row", "Step", "apply", "invert", "splice"]


class Edit(NamedTuple):
    """Replace ``text[start:end]`` by ``new``, because of ``why``."""

    start: int
    end: int
    new: str = ""
    why: str = ""


class Recast(NamedTuple):
    """The whole text again, same length, character for character (script, width)."""

    text: str
    why: str = ""


class Note(NamedTuple):
    """Seen and left as it was: doubtful, lost or ambiguous. Changes nothing.

    ``lost`` counts characters that cannot be restored; ``candidates`` lists what it might have been.
    """

    start: int
    end: int
    why: str = ""
    lost: int = 0
    candidates: tuple[str, ...] = ()


class Drop(NamedTuple):
    """A judgement on the whole document: not worth keeping. Changes nothing."""

    why: str
    score: float = 1.0


Finding = Edit | Recast | Note | Drop


class Row(NamedTuple):
    """A line of the composed patch: ``original[start:end] == old`` becomes ``new``.

    ``filter`` and ``why`` name every filter that had a hand in it, joined by ``+``.
    """

    start: int
    end: int
    old: str
    new: str
    filter: str
    why: str


def splice(text: str, edits: Iterable[Edit], who: str = "edits") -> str:
    """Make ``edits`` in ``text``; they must be in order, disjoint and inside it.

    >>> splice("發(fā)展", [Edit(1, 5)])
    '發展'
    """
    out: list[str] = []
    at = 0
    for e in edits:
        if not at <= e.start <= e.end <= len(text):
            raise PatchError(
                f"{who}: {e!r} overlaps the edit before it or leaves the text of {len(text)} characters"
            )
        out += text[at : e.start], e.new
        at = e.end
    out.append(text[at:])
    return "".join(out)


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


def apply(text: str, rows: Iterable[Sequence[object]]) -> str:
    """Apply a composed patch: the rows of ``Result.edits``, or the same after JSON.

    Raises PatchError where a row's ``old`` is not what stands in the text.

    >>> apply("發(fā)展", [(1, 5, "(fā)", "", "pinyin_gloss", "bracketed syllable")])
    '發展'
    """
    edits = []
    for row in rows:
        r = Row(*row)  # type: ignore[arg-type]
        if text[r.start : r.end] != r.old:
            raise PatchError(
                f"row {tuple(r)!r} does not fit: the text has {text[r.start : r.end]!r} there"
            )
        edits.append(Edit(r.start, r.end, r.new, r.why))
    return splice(text, edits, "apply")


def invert(rows: Iterable[Sequence[object]]) -> list[Row]:
    """The patch that undoes ``rows``; needs neither text.

    >>> rows = [(1, 5, "(fā)", "", "pinyin_gloss", "bracketed syllable")]
    >>> apply("發展", invert(rows))
    '發(fā)展'
    """
    out, shift = [], 0
    for row in rows:
        r = Row(*row)  # type: ignore[arg-type]
        start = r.start + shift
        out.append(Row(start, start + len(r.new), r.new, r.old, r.filter, r.why))
        shift += len(r.new) - len(r.old)
    return out
