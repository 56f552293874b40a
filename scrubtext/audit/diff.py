"""What a result changes, as a unified diff made from its patch: linear, and no second opinion."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from scrubtext.pipeline import Result

__all__ = ["unified"]

CONTEXT = 3  # lines around a change, as diff does


def unified(result: Result, label: str) -> Iterator[str]:
    r"""The lines of a unified diff.

    >>> from scrubtext import explain
    >>> print("\n".join(unified(explain("你好。\n走，，吧。\n"), "a.txt")))
    --- a.txt
    +++ a.txt (cleaned)
    @@ -1,2 +1,2 @@
     你好。
    -走，，吧。
    +走，吧。
    """
    if not result.changed:
        return
    old = result.original.splitlines(keepends=True)
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    yield f"--- {label}"
    yield f"+++ {label} (cleaned)"
    shift = 0  # lines of the new text minus lines of the old one, before the hunk
    for first, last, changes in _hunks(result, starts, len(old)):
        before, after = max(0, first - CONTEXT), min(len(old), last + CONTEXT)
        body, grown = _body(result, old, starts, (before, after), changes)
        size = after - before
        yield f"@@ -{before + 1},{size} +{before + 1 + shift},{size + grown} @@"
        yield from body
        shift += grown


Change = tuple[int, int]  # first line, line after the last


def _hunks(
    result: Result, starts: list[int], total: int
) -> Iterator[tuple[int, int, list[Change]]]:
    """Changed runs of lines, those together whose context would touch."""
    hunk: list[Change] = []
    for row in result.edits:
        first = min(bisect_right(starts, row.start) - 1, max(total - 1, 0))
        last = max(first + 1, min(total, bisect_right(starts, max(row.start, row.end - 1))))
        if row.old.endswith("\n") and last < total and row.start != starts[first]:
            last += 1  # the line below joins this one
        if hunk and first < hunk[-1][1]:
            hunk[-1] = (hunk[-1][0], max(last, hunk[-1][1]))
        elif hunk and first - hunk[-1][1] > 2 * CONTEXT:
            yield hunk[0][0], hunk[-1][1], hunk
            hunk = [(first, last)]
        else:
            hunk.append((first, last))
    if hunk:
        yield hunk[0][0], hunk[-1][1], hunk


def _body(
    result: Result, old: list[str], starts: list[int], reach: Change, changes: list[Change]
) -> tuple[list[str], int]:
    """The lines of a hunk, and how many lines it adds."""
    out, grown, at = [], 0, reach[0]
    for first, last in changes:
        out += [" " + line.rstrip("\r\n") for line in old[at:first]]
        out += ["-" + line.rstrip("\r\n") for line in old[first:last]]
        new = _after(result, starts[first], starts[last]).splitlines()
        out += ["+" + line for line in new]
        grown += len(new) - (last - first)
        at = last
    out += [" " + line.rstrip("\r\n") for line in old[at : reach[1]]]
    return out, grown


def _after(result: Result, start: int, end: int) -> str:
    """What became of ``original[start:end]``."""
    out: list[str] = []
    at = start
    for row in result.edits:
        if row.start >= start and row.end <= end and (row.start < end or row.start == row.end == end):
            out += result.original[at : row.start], row.new
            at = row.end
    return "".join([*out, result.original[at:end]])
