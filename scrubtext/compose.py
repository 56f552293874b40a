"""Many steps, one patch: the edits of a chain of filters as rows over the original text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scrubtext.edit import Edit, Row
from scrubtext.step import Step

__all__ = ["compose"]


class _Piece(NamedTuple):
    """``original[start:end]`` stands as ``new`` at ``at`` in the text so far."""

    start: int
    end: int
    at: int
    new: str
    who: tuple[tuple[str, str], ...]  # (filter, why) of every hand in it

    @property
    def stop(self) -> int:
        return self.at + len(self.new)


def compose(original: str, steps: Iterable[Step]) -> list[Row]:
    """All changes of ``steps`` as one patch: disjoint rows in order, over ``original``.

    >>> first = Step("a", "abc", "axc", (Edit(1, 2, "x", "one"),))
    >>> second = Step("b", "axc", "a", (Edit(1, 3, "", "two"),))
    >>> compose("abc", [first, second])
    [Row(start=1, end=3, old='bc', new='', filter='a+b', why='one+two')]
    """
    pieces: list[_Piece] = []
    for step in steps:
        if step.changed:
            pieces = _compact(_merge(pieces, step), original)
    return list(_rows(original, pieces))


def _merge(pieces: Sequence[_Piece], step: Step) -> Iterator[_Piece]:
    """Lay the step's edits over the pieces; what overlaps becomes one piece."""
    text, shift, made, k = step.before, 0, 0, 0  # shift: original minus current offset
    edits = step.changes
    i = 0
    while k < len(pieces) or i < len(edits):
        if i == len(edits) or (k < len(pieces) and _before(pieces[k], edits[i])):
            p = pieces[k]
            k += 1
            yield p._replace(at=p.at + made)
            shift = p.end - p.stop
            continue
        e = edits[i]
        if k == len(pieces) or not _overlap(pieces[k], e):
            i += 1
            yield _Piece(
                e.start + shift, e.end + shift, e.start + made, e.new, ((step.name, e.why),)
            )
            made += len(e.new) - (e.end - e.start)
            continue
        group_p, group_e, k, i = _cluster(pieces, edits, k, i)
        piece, grown = _fuse(text, group_p, group_e, shift, step.name)
        yield piece._replace(at=piece.at + made)
        made += grown
        shift = group_p[-1].end - group_p[-1].stop


def _before(p: _Piece, e: Edit) -> bool:
    """Whether the piece ends before the edit begins; a deletion at the edit's start does."""
    return p.stop <= e.start


def _overlap(p: _Piece, e: Edit) -> bool:
    return (p.at < e.end and e.start < p.stop) or e.start < p.at == p.stop < e.end


def _cluster(
    pieces: Sequence[_Piece], edits: Sequence[Edit], k: int, i: int
) -> tuple[list[_Piece], list[Edit], int, int]:
    """The pieces from ``k`` and edits from ``i`` that hang together."""
    ps, es = [pieces[k]], [edits[i]]
    k, i = k + 1, i + 1
    while True:
        if k < len(pieces) and _overlap(pieces[k], es[-1]):
            ps.append(pieces[k])
            k += 1
        elif i < len(edits) and _overlap(ps[-1], edits[i]):
            es.append(edits[i])
            i += 1
        else:
            return ps, es, k, i


def _fuse(
    text: str, ps: Sequence[_Piece], es: Sequence[Edit], shift: int, name: str
) -> tuple[_Piece, int]:
    """One piece from a cluster, and by how much the edits made the text grow."""
    lo, hi = min(ps[0].at, es[0].start), max(ps[-1].stop, es[-1].end)
    out: list[str] = []
    at = lo
    for e in es:
        out += text[at : e.start], e.new
        at = e.end
    out.append(text[at:hi])
    new = "".join(out)
    who = dict.fromkeys([w for p in ps for w in p.who] + [(name, e.why) for e in es])
    end = hi + ps[-1].end - ps[-1].stop
    start = lo + shift if lo < ps[0].at else ps[0].start
    return _Piece(start, end, lo, new, tuple(who)), len(new) - (hi - lo)


def _compact(pieces: Iterable[_Piece], original: str) -> list[_Piece]:
    """Without the pieces that ended up as they began."""
    return [p for p in pieces if original[p.start : p.end] != p.new]


def _rows(original: str, pieces: Iterable[_Piece]) -> Iterator[Row]:
    for p in pieces:
        names = "+".join(dict.fromkeys(name for name, _ in p.who))
        whys = "+".join(dict.fromkeys(why for _, why in p.who))
        new = p.new
        for start, end in _split_pairs(original, p.start, p.end):
            yield Row(start, end, original[start:end], new, names, whys)
            new = ""


def _split_pairs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut between the halves of a split surrogate pair: JSON would join them on the way."""
    at = start
    for i in range(start + 1, end) if max(text[start:end], default="") >= "\ud800" else ():
        if "\ud800" <= text[i - 1] <= "\udbff" and "\udc00" <= text[i] <= "\udfff":
            yield at, i
            at = i
    yield at, end
