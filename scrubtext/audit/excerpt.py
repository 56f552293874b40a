"""A finding in its place: file, line, column, the line it stands in, and what lies under the mark."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from scrubtext.pipeline import FindingRow, Result

__all__ = ["Excerpt", "excerpts", "plain", "visible"]

AROUND = 24  # characters shown on each side of a finding
LONGEST = 60  # characters of a finding shown whole; of a longer one, its two ends


class Excerpt(NamedTuple):
    """One finding with its surroundings. ``before + old + after`` is a piece of one line, shortened."""

    finding: FindingRow
    line: int
    column: int
    before: str
    old: str
    after: str


def excerpts(result: Result) -> Iterator[Excerpt]:
    r"""Every finding of a result, in the order of the text.

    >>> from scrubtext import explain
    >>> e = next(excerpts(explain("你好。\n我们走，，吧。")))
    >>> e.line, e.column, e.before, e.old, e.after
    (2, 4, '我们走', '，', '，吧。')
    """
    text = result.original
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    for f in sorted(result.findings, key=lambda f: (f.start, f.end)):
        k = bisect_right(starts, f.start) - 1
        before = text[max(starts[k], f.start - AROUND) : f.start]
        stop = text.find("\n", f.end)
        after = text[f.end : min(f.end + AROUND, stop if stop >= 0 else len(text))]
        yield Excerpt(f, k + 1, f.start - starts[k] + 1, before, text[f.start : f.end], after)


def visible(text: str) -> str:
    r"""Text on one line, with everything that cannot be seen written out, shortened in the middle.

    >>> visible("a\u200bb\n")
    'a<U+200B>b⏎'
    """
    if len(text) > LONGEST:
        half = LONGEST // 2
        left = len(text) - 2 * half
        return f"{visible(text[:half])} … {left:,} more characters … {visible(text[-half:])}"
    return "".join(c if c.isprintable() else _SHOWN.get(c) or f"<U+{ord(c):04X}>" for c in text)


_SHOWN = {"\n": "⏎", "\t": "→", "\u3000": "\u3000"}


def plain(result: Result, label: str) -> Iterator[str]:
    """The findings as lines of text, for a pipe or a log."""
    for e in excerpts(result):
        f = e.finding
        yield f"{label}:{e.line}:{e.column}: {f.filter}: {f.why}{outcome(f)}"
        yield f"    {visible(e.before)}⟦{visible(e.old)}⟧{visible(e.after)}"


def outcome(f: FindingRow) -> str:
    """What was done, in words, to follow the reason."""
    if f.kind == "note":
        more = f", {f.lost} lost" if f.lost else ""
        if f.candidates:
            more += ", perhaps " + " or ".join(visible(c) for c in f.candidates[:3])
        return " (left as it is" + more + ")"
    if not f.new:
        return f" (removed: {f.end - f.start:,})"
    return f" (now {visible(f.new)})" if f.end > f.start else f" (put in: {visible(f.new)})"
