"""Which rows of a text hold marks like those of a list: found in its skeleton and its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from scrubtext.chars import Kind
from scrubtext.doc import Doc
from scrubtext.spam.gate import (
    BREAK,
    DENSE_KINDS,
    EASTERN,
    MIN_APART,
    NATURAL,
    PAIRED,
    SENTENCES,
    SPACE,
)

__all__ = [
    "MIN_AMID",
    "gaps",
    "hyphened_rows",
    "long_rows",
    "loosened_rows",
    "plain_breaks",
    "rows_with",
    "spaced_heads",
    "spaced_rows",
    "whole_rows",
]

MIN_BREAKS = 6  # line ends in a row: five lines, or four apart
MIN_GAPS = 7  # spaces between words of an alphabet: eight words
_LESS = Kind.LESS.to_bytes()
_TWICE = frozenset(bytes((kind,)) * 2 for kind in (*NATURAL, *PAIRED))
_CLOSING = (Kind.IDEO_STOP, Kind.STOP, Kind.FULL_EXCLAIM, Kind.FULL_QUESTION, Kind.EXCLAIM)
_PLAIN = bytes(Kind.COMMA if k in SENTENCES else k for k in range(256))
_SMALL = bytes(k for k in range(256) if k not in SENTENCES and k != Kind.NEWLINE)
_BREAKS = BREAK * MIN_BREAKS


def whole_rows(marks: bytes) -> Iterator[int]:
    """Numbers of the rows whose only marks, or only ones behind a sentence, are two or three that join.

    Where an element in markup follows, it ends such a row too.
    """
    row = before = 0
    for pair in _PAIR_AT_END.finditer(marks):
        at = pair.start()
        breaks, before = marks.count(BREAK, before, at), at
        if not breaks:
            continue  # the same row: a break stands before the first
        row += breaks
        part = marks[marks.rfind(BREAK, 0, at) + 1 : marks.find(BREAK, at)]
        if part[-2:] not in _TWICE and part.find(_LESS, 2, 5) > 0:
            part = part[: part.find(_LESS)]
        if part[-2:] in _TWICE:
            rest = part.rstrip(part[-1:])
            if len(part) - len(rest) < 4 and (not rest or rest[-1] in _CLOSING):
                yield row - 1


_PAIR_AT_END = re.compile(
    b"([%b])\\1(?=[%b])" % (re.escape(bytes(mark[0] for mark in sorted(_TWICE))), re.escape(BREAK + _LESS))
)
"""Where alone such a row can end: two marks that join, an end of a line or of what stands before markup."""


def rows_with(marks: bytes, joint: bytes) -> Iterator[int]:
    """Numbers of the rows that begin or end with marks in a row, no sentence's mark between.

    Of some marks no sentence has a row: these may stand amid the line.
    """
    own = joint[0]
    plain = marks.translate(_stops_but(own))
    find, rfind = plain.find, plain.rfind
    row = before = 0
    at = find(joint)
    while at >= 0:
        row += plain.count(BREAK, before, at)
        before = at
        end = find(BREAK, at)
        begin = rfind(BREAK, 0, at)
        edge = find(_STOP, begin, at) < 0 or rfind(_STOP, at, end) < rfind(own, at, end)
        if edge or own in _AMID:
            yield row - 1
        at = find(joint, end)


def long_rows(marks: bytes, joints: Iterable[bytes]) -> frozenset[int]:
    """Numbers of the rows that hold so many of one mark in a row, wherever in them."""
    found: set[int] = set()
    for joint in joints:
        many = joint[:1] * (MIN_AMID if joint[0] in _TELLING else MIN_FEW_AMID)
        if many in marks:
            found.update(k - 1 for k in _rows_of(marks, many))
    return frozenset(found)


_TELLING = frozenset({*NATURAL, Kind.CURLY, Kind.STRAIGHT_QUOTE, Kind.DASH, Kind.CJK_OPEN})
"""Marks of which sentences have four in a row too: clauses, speech."""
MIN_FEW_AMID = 4
MIN_AMID = 8
"""Marks in a row that join the things of sentences too: a list between two sentences has nine phrases before
it is looked at, but for one with a space behind it."""


def loosened_rows(doc: Doc) -> Iterator[int]:
    """Numbers of rows of a dense script where a space stands behind some things in a row, no mark between."""
    for joint in _LOOSENED if doc.kinds & DENSE_KINDS else ():
        if joint in doc.skeleton:
            yield from _rows_of(doc.skeleton + BREAK, joint)


_LOOSENED = tuple(bytes((kind,)) * 4 + SPACE for kind in (Kind.IDEO_COMMA, Kind.FULL_COMMA))

_STOP = Kind.IDEO_STOP.to_bytes()
_AMID = bytes((Kind.PIPE, Kind.FULL_PIPE, Kind.GUN, Kind.BOX))
"""What joins phrases between two sentences as well: no sentence has these in a row."""


@cache
def _stops_but(own: int) -> bytes:
    """Every mark of a sentence but one's own as the same stop."""
    return bytes(_STOP[0] if k in SENTENCES and k != own else k for k in range(256))


def plain_breaks(doc: Doc) -> Iterator[tuple[int, int]]:
    """Numbers of lines, first and behind the last, between seven breaks without a sentence's mark."""
    plain = BREAK + doc.skeleton.translate(_PLAIN, _SMALL) + BREAK  # the edges of the text end lines too
    at, row, before = plain.find(_BREAKS), -1, 0
    while at >= 0:
        row += plain.count(BREAK, before, at)
        end = plain.find(Kind.COMMA, at)
        end = end if end >= 0 else len(plain)
        yield row, row + end - at + 1
        row, before = row + end - at, end
        at = plain.find(_BREAKS, end)


def spaced_rows(doc: Doc) -> Iterator[int]:
    """Numbers of rows that end in so many spaces with no mark behind them: words, not a sentence."""
    least = MIN_APART if doc.kinds & DENSE_KINDS else MIN_GAPS
    return _rows_of(doc.skeleton + BREAK, SPACE * least + BREAK)


def spaced_heads(doc: Doc) -> Iterator[int]:
    """Numbers of rows of a dense script that begin with three spaces and more, no other mark before."""
    if doc.kinds & DENSE_KINDS:
        yield from _rows_of(BREAK + doc.skeleton, BREAK + SPACE * MIN_APART)


def _rows_of(rows: bytes, part: bytes) -> Iterator[int]:
    """Numbers of the rows in which something stands."""
    row, before, at = 0, 0, rows.find(part)
    while at >= 0:
        row += rows.count(BREAK, before, at)
        yield row
        before, at = at, rows.find(part, at + len(part) - 1)


def hyphened_rows(skeleton: bytes) -> Iterator[tuple[int, bytes]]:
    """The rows with three hyphens and more, with their numbers."""
    row = before = 0
    for found in _HYPHENED.finditer(skeleton):
        row += skeleton.count(BREAK, before, found.start())
        before = found.start()
        yield row, skeleton[skeleton.rfind(BREAK, 0, before) + 1 : found.end()]


_HYPHEN = Kind.HYPHEN.to_bytes()
_HYPHENED = re.compile(b"-[^-\\n]*-[^-\\n]*-[^\\n]*".replace(b"-", _HYPHEN).replace(b"\\n", BREAK))


def gaps(doc: Doc) -> list[int]:
    """Where a space stands between two dense characters: in fewer of them no phrases are apart."""
    if not doc.kinds & DENSE_KINDS:
        return []
    return [m.start() for m in _GAP.finditer(doc.shape)]


_GAP = re.compile(b"%b(?=[%b])(?<=[%b].)" % (SPACE, EASTERN, EASTERN), re.DOTALL)
