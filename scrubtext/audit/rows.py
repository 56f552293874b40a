"""A result as rows, and rows added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scrubtext.config import describe, fingerprint
from scrubtext.edit import apply, invert
from scrubtext.pipeline import Pipeline, Result

__all__ = ["Tally", "counts_of", "restore", "rows_of", "run_row"]

Row = dict[str, Any]

CONTEXT = 24  # characters of the original on each side of a finding


def run_row(line: Pipeline) -> Row:
    """The row that begins an audit."""
    from scrubtext import __version__

    return {
        "kind": "run",
        "scrubtext": __version__,
        "fingerprint": fingerprint(line),
        "preset": line.name,
        "filters": describe(line),
    }


def rows_of(
    result: Result, file: str = "", record: int = 1, field: str = "text", **more: Any
) -> Iterator[Row]:
    """The rows of one text; none where nothing was found.

    >>> from scrubtext import explain
    >>> for row in rows_of(explain("走，，吧"), "a.txt"):
    ...     print(row["kind"], row.get("old"), row.get("counts"))
    edit ， None
    record None [['doubled_punctuation', 'doubled mark', 1, 1, 0]]
    """
    at = {"file": file, "record": record, "field": field}
    for e in result.edits:
        yield {"kind": "edit", **at, **e._asdict(), **_around(result.original, e.start, e.end)}
    for n in result.notes:
        span = {"start": n.start, "end": n.end, "old": result.original[n.start : n.end]}
        lost = {"lost": n.lost, "candidates": list(n.candidates)}
        about = {"filter": n.filter, "why": n.why, **lost}
        yield {"kind": "note", **at, **span, **about, **_around(result.original, n.start, n.end)}
    for d in result.drops:
        yield {"kind": "drop", **at, "why": d.why, "score": round(d.score, 4)}
    if result.steps or result.drops or more:
        sizes = {"in": len(result.original), "out": len(result.text)}
        yield {"kind": "record", **at, **sizes, **more, "counts": counts_of(result)}


def _around(text: str, start: int, end: int) -> Row:
    """What stands to the left and right, for people to read."""
    return {"left": text[max(0, start - CONTEXT) : start], "right": text[end : end + CONTEXT]}


def counts_of(result: Result) -> list[list[Any]]:
    """Per filter and reason: findings that changed something, characters taken out, characters put in."""
    sums: dict[tuple[str, str], list[int]] = {}
    for step in result.steps:
        for e in step.changes:
            row = sums.setdefault((step.name, e.why), [0, 0, 0])
            row[0] += 1
            row[1] += e.end - e.start
            row[2] += len(e.new)
    return [[*key, *row] for key, row in sums.items()]


def restore(text: str, rows: Iterable[Mapping[str, Any]]) -> str:
    """The original of one cleaned text, from the ``edit`` rows of its audit.

    >>> rows = [{"kind": "edit", "start": 2, "end": 3, "old": "，", "new": "", "filter": "", "why": ""}]
    >>> restore("走，吧", rows)
    '走，，吧'
    """
    keys = ("start", "end", "old", "new", "filter", "why")
    patch = [tuple(row[k] for k in keys) for row in rows if row["kind"] == "edit"]
    return apply(text, invert(patch))


@dataclass
class Tally:
    """Totals of a chunk, a file or a run. Characters are those of the text fields."""

    records: int = 0
    changed: int = 0
    dropped: int = 0
    rejected: int = 0
    recoded: int = 0
    lost: int = 0
    chars_in: int = 0
    chars_out: int = 0
    counts: dict[str, list[int]] = field(default_factory=dict)

    def see(self, result: Result) -> None:
        """Count one text."""
        self.chars_in += len(result.original)
        self.chars_out += len(result.text)
        if result.steps:
            self.lost += result.lost
            for name, why, *numbers in counts_of(result):
                self._count(f"{name}\t{why}", numbers)

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        for name in _NUMBERS:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        for key, numbers in other.counts.items():
            self._count(key, numbers)

    def _count(self, key: str, numbers: Iterable[int]) -> None:
        old = self.counts.get(key, (0, 0, 0))
        self.counts[key] = [a + b for a, b in zip(old, numbers, strict=True)]

    def by_filter(self) -> dict[str, list[int]]:
        """Findings, characters removed and put in, by filter."""
        out: dict[str, list[int]] = {}
        for key, numbers in self.counts.items():
            name = key.partition("\t")[0]
            out[name] = [a + b for a, b in zip(out.get(name, (0, 0, 0)), numbers, strict=True)]
        return out

    def row(self) -> Row:
        """The tally as data."""
        counts = [[*key.split("\t"), *numbers] for key, numbers in self.counts.items()]
        return {name: getattr(self, name) for name in _NUMBERS} | {"counts": counts}

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Tally:
        """The tally of ``row()``."""
        counts = {f"{name}\t{why}": numbers for name, why, *numbers in row["counts"]}
        return cls(**{name: row[name] for name in _NUMBERS}, counts=counts)


_NUMBERS = (
    "records", "changed", "dropped", "rejected", "recoded", "lost", "chars_in", "chars_out",
)  # fmt: skip
