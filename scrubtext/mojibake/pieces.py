"""A line under repair, in pieces that remember where they stood."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import NamedTuple

from scrubtext.mojibake.propose import Reading, reason

__all__ = ["Piece", "Taken", "put"]


class Piece(NamedTuple):
    """Part of a text under repair: what it is now, and where it stood."""

    start: int
    end: int
    text: str
    why: str = ""  # empty: as it was


def put(pieces: tuple[Piece, ...], r: Reading) -> tuple[Piece, ...]:
    """The pieces with one reading in place; repaired pieces it touches become part of it."""
    out: list[Piece] = []
    at, low, high, text, why = 0, -1, -1, "", reason(r.wrote, r.read)
    rest: list[Piece] = []
    for p in pieces:
        a, b = max(r.start - at, 0), min(r.end - at, len(p.text))
        at += len(p.text)
        if a >= b:
            (out if low < 0 else rest).append(p)
            continue
        new = r.new if low < 0 else ""
        if p.why:
            low, high = (p.start if low < 0 else low), p.end
            text, why = text + p.text[:a] + new + p.text[b:], p.why
            continue
        if a:
            out.append(Piece(p.start, p.start + a, p.text[:a]))
        low, high = (p.start + a if low < 0 else low), p.start + b
        text += new
        if b < len(p.text):
            rest.append(Piece(p.start + b, p.end, p.text[b:]))
    return (*out, Piece(low, high, text, why), *rest)


class Taken:
    """Spans that are spoken for, disjoint: whether another one fits is a look at its neighbours."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(set(spans))

    def add(self, start: int, end: int) -> None:
        """Speak for a span that is free."""
        insort(self.spans, (start, end))

    def free(self, start: int, end: int) -> bool:
        """Whether no span shares a character with this one."""
        at = bisect_left(self.spans, (start, end))
        left, right = self.spans[at - 1 : at], self.spans[at : at + 1]
        return not any(a < end and start < b for a, b in (*left, *right))
