"""The words of the library: what a filter may find, and how findings become a patch.

All offsets are code points, half open. ``Edit``, ``Recast``, ``Note`` and ``Drop`` are what filters
yield; ``Row`` is a line of the composed patch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scrubtext.errors import PatchError

__all__ = ["Drop", "Edit", "Finding", "Note", "Recast", "Row", "apply", "invert", "splice"]


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
    put = out.append
    at = 0
    size = len(text)
    for e in edits:
        start, end, new, _ = e
        if not at <= start <= end <= size:
            raise PatchError(
                f"{who}: {e!r} overlaps the edit before it or leaves the text of {size} characters"
            )
        put(text[at:start])
        if new:
            put(new)
        at = end
    put(text[at:])
    return "".join(out)


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
