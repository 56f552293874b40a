"""The cheap look that lets clean text pass: no list, no run of short lines, no long stretch, nothing to do.

It works on ``Doc.skeleton`` and ``Doc.shape``, which every filter shares: some microseconds a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from scrubtext.chars import ORDINARY, Kind, mask
from scrubtext.doc import Doc

__all__ = [
    "BREAK",
    "MIN_DENSE",
    "MIN_JOINED",
    "apart",
    "flats",
    "joined",
    "joints_in",
    "marks_of",
    "may_hyphen",
    "may_stop",
    "plain_breaks",
    "rows_with",
    "spaced_heads",
    "spaced_rows",
    "tightly",
    "whole_rows",
]

_ODD = (Kind.PIPE, Kind.FULL_PIPE, Kind.UNDERSCORE, Kind.GUN, Kind.HASH, Kind.DOT, Kind.BOX)
_DENSE = mask(Kind.HAN, Kind.KANA)
_WORDS = ORDINARY + bytes((Kind.SPACE, Kind.IDEO_SPACE, Kind.FULL_ALNUM))
_FLAT = bytes(Kind.LETTER if k in _WORDS else Kind.NEWLINE for k in range(256))

MIN_BREAKS = 6  # line ends in a row: five lines, or four apart
MIN_DENSE = 32  # dense characters without a mark: clauses of prose are shorter, titles too
MAX_FLAT_DENSE = MIN_DENSE  # word characters in a row of a script without spaces
MAX_FLAT_SPACED = 100  # of a script with spaces: fourteen words are about ninety

MAX_FLAT_HANGUL = 44  # of Korean
_HANGUL = mask(Kind.HANGUL)

BREAK, _SPACE = bytes((Kind.NEWLINE,)), bytes((Kind.SPACE,))
_SLACK = bytes((Kind.SPACE, Kind.TAB, Kind.IDEO_SPACE, Kind.RETURN, Kind.HYPHEN))
SENTENCES = (
    Kind.IDEO_STOP, Kind.FULL_EXCLAIM, Kind.EXCLAIM, Kind.SEMICOLON, Kind.FULL_SEMICOLON,
    Kind.FULL_COLON, Kind.COLON, Kind.COMMA, Kind.FULL_COMMA, Kind.ELLIPSIS, Kind.BRACE,
    Kind.LESS, Kind.GREATER, Kind.EQUALS, Kind.SQUARE, Kind.BACKSLASH, Kind.AT, Kind.TAB,
)  # fmt: skip
_PLAIN = bytes(Kind.COMMA if k in SENTENCES else k for k in range(256))
_SMALL = bytes(k for k in range(256) if k not in SENTENCES and k != Kind.NEWLINE)
_BREAKS = BREAK * MIN_BREAKS


def _joints() -> Iterator[bytes]:
    """What marks in a row look like, spaces apart, where phrases are joined by them."""
    for kind in (*_ODD, Kind.CURLY, Kind.STRAIGHT_QUOTE, Kind.DASH, Kind.SEMICOLON):
        yield bytes((kind,)) * 3
    for kind in _NATURAL:
        yield bytes((kind,)) * 4
    yield bytes((Kind.CJK_OPEN, Kind.CJK_CLOSE)) * 3
    yield bytes((Kind.LATIN1_MARK,)) * 6
    for kind in _WEAK:
        yield bytes((kind,)) * (6 if kind == Kind.GREATER else 3)


_NATURAL = (Kind.COMMA, Kind.FULL_COMMA, Kind.IDEO_COMMA, Kind.SLASH, Kind.FULL_SEMICOLON)
_WEAK = (Kind.FULL_OTHER, Kind.ASCII_OTHER, Kind.AMPERSAND, Kind.GREATER)
_PAIRED = (Kind.PIPE, Kind.UNDERSCORE, Kind.GUN, Kind.FULL_PIPE)
_ALL_JOINTS = tuple((1 << joint[0], joint) for joint in _joints())
_CLOSING = (Kind.IDEO_STOP, Kind.STOP, Kind.FULL_EXCLAIM, Kind.FULL_QUESTION, Kind.EXCLAIM)
_JOINING = mask(*{Kind(joint[0]) for _, joint in _ALL_JOINTS})


@cache
def _joints_of(kinds: int) -> tuple[bytes, ...]:
    """The joints that a text with these of the joining kinds may hold."""
    return tuple(joint for need, joint in _ALL_JOINTS if kinds & need)


_LESS = Kind.LESS.to_bytes()
_TWICE = frozenset(bytes((kind,)) * 2 for kind in (*_NATURAL, *_PAIRED))


_HANS = bytes((Kind.HAN, Kind.KANA))
_EASTERN = bytes((Kind.HAN, Kind.KANA, Kind.HANGUL))
_JOINED_KINDS = _DENSE | mask(Kind.HANGUL)


def marks_of(doc: Doc) -> bytes:
    """The marks of a text without spaces and hyphens, a break before and behind."""
    return BREAK + doc.skeleton.translate(None, _SLACK) + BREAK


def joints_in(kinds: int, marks: bytes) -> list[bytes]:
    """The joints that stand somewhere."""
    return [joint for joint in _joints_of(kinds & _JOINING) if joint in marks]


def whole_rows(marks: bytes) -> Iterator[int]:
    """Numbers of the rows whose only marks, or only ones behind a sentence, are two or three that join.

    Where an element in markup follows, it ends such a row too.
    """
    for row, part in enumerate(marks.split(BREAK)):
        if part[-2:] not in _TWICE and part.find(_LESS, 2, 5) > 0:
            part = part[: part.find(_LESS)]
        if part[-2:] in _TWICE:
            rest = part.rstrip(part[-1:])
            if len(part) - len(rest) < 4 and (not rest or rest[-1] in _CLOSING):
                yield row - 1


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
    least = MIN_APART if doc.kinds & _JOINED_KINDS else MIN_GAPS
    return _rows_of(doc.skeleton + BREAK, _SPACE * least + BREAK)


def spaced_heads(doc: Doc) -> Iterator[int]:
    """Numbers of rows of a dense script that begin with three spaces and more, no other mark before."""
    if doc.kinds & _JOINED_KINDS:
        yield from _rows_of(BREAK + doc.skeleton, BREAK + _SPACE * MIN_APART)


def _rows_of(rows: bytes, part: bytes) -> Iterator[int]:
    """Numbers of the rows in which something stands."""
    row, before, at = 0, 0, rows.find(part)
    while at >= 0:
        row += rows.count(BREAK, before, at)
        yield row
        before, at = at, rows.find(part, at + len(part) - 1)


def apart(doc: Doc, start: int, end: int) -> bool:
    """Whether phrases of a dense script stand in a part, spaces between them."""
    return _between(doc.shape[start:end], _SPACE, _EASTERN, _EASTERN) >= MIN_APART


MIN_GAPS = 7  # spaces between words of an alphabet: eight words


def flats(doc: Doc) -> Iterator[tuple[int, int]]:
    """Spans of words and spaces that are long for what stands between two marks."""
    kinds, shape = doc.kinds, doc.shape
    most = MAX_FLAT_DENSE if kinds & _DENSE else MAX_FLAT_SPACED
    most = min(most, MAX_FLAT_HANGUL) if kinds & _HANGUL else most
    named = kinds & _DENSE and not kinds & _UNNAMED
    for at, end in _flat_runs(shape.translate(_FLAT), _LETTER * most):
        if named and not _dense_enough(shape, at, end, kinds):
            continue
        if end - at >= MAX_FLAT_SPACED or not doc.text[at:end].isascii():
            yield at, end


def _flat_runs(flat: bytes, least: bytes) -> Iterator[tuple[int, int]]:
    find = flat.find
    at = find(least)
    while at >= 0:
        end = find(BREAK, at)
        if end < 0:
            end = len(flat)
        yield at, end
        at = find(least, end)


MIN_APART = 3  # spaces between dense characters: four phrases
_LETTER = bytes((Kind.LETTER,))
_UNNAMED = mask(Kind.OTHER, Kind.HANGUL, Kind.IDEO_SPACE)
_HAN, _KANA, _BLANK = int(Kind.HAN), int(Kind.KANA), int(Kind.SPACE)
_KANAS = mask(Kind.KANA)


def _dense_enough(shape: bytes, at: int, end: int, kinds: int) -> bool:
    """Whether a stretch is long not just by the Latin names in it: dense characters, or phrases apart."""
    dense = shape.count(_HAN, at, end)
    if kinds & _KANAS:
        dense += shape.count(_KANA, at, end)
    if dense >= MIN_DENSE or not dense:
        return True
    if shape.count(_BLANK, at, end) < MIN_APART:
        return False
    return _between(shape[at:end], _SPACE, _HANS, _HANS) >= MIN_APART


def may_hyphen(doc: Doc) -> bool:
    """Whether three hyphens stand between spaces or between dense characters."""
    skeleton = doc.skeleton
    if skeleton.count(_HYPHEN[0]) < MIN_JOINED:
        return False
    if skeleton.count(_SPACED_HYPHEN) >= MIN_JOINED:
        return True
    if skeleton.count(_HYPHEN_SPACE) >= MIN_TIGHT and any(map(tightly, skeleton.split(BREAK))):
        return True
    if not doc.kinds & _JOINED_KINDS:
        return False
    return _between(doc.shape, _HYPHEN, _EASTERN, _EASTERN) >= MIN_JOINED


def tightly(row: bytes) -> bool:
    """Whether the marks of a line are those of phrases of words with bare hyphens between."""
    if row.count(_HYPHEN_SPACE) < MIN_TIGHT or row.count(_COLON) > 1:
        return False
    return not row.strip(_SPACE + _HYPHEN + _COLON)  # a label before them may end in a colon


def may_stop(doc: Doc, marks: bytes) -> bool:
    """Whether stops stand in a row, four of them in front of letters."""
    if marks.count(_POINT[0]) <= MIN_JOINED + 1 or _POINT * MIN_JOINED not in marks:
        return False
    return _between(doc.shape, _POINT, _ANY, _STOPPED) > MIN_JOINED


def joined(shape: bytes, hyphens: bool) -> bool:
    """Whether a line holds phrases joined by hyphens, or by stops."""
    if not hyphens:
        return _between(shape, _POINT, _ANY, _STOPPED) >= MIN_JOINED
    return shape.count(_SPACED_HYPHEN) + _between(shape, _HYPHEN, _EASTERN, _EASTERN) >= MIN_JOINED


MIN_JOINED = 3  # hyphens or stops that join phrases
_HYPHEN, _POINT = bytes((Kind.HYPHEN,)), bytes((Kind.STOP,))
_SPACED_HYPHEN = bytes((Kind.SPACE, Kind.HYPHEN, Kind.SPACE))
MIN_TIGHT = 4  # hyphens with a word of more than one behind
_COLON = bytes((Kind.COLON,))
_HYPHEN_SPACE = bytes((Kind.HYPHEN, Kind.SPACE))
_STOPPED = bytes((Kind.LETTER, Kind.HAN, Kind.KANA, Kind.HANGUL, Kind.CYRILLIC))
_ANY = bytes(range(256))


def _between(shape: bytes, sign: bytes, left: bytes, right: bytes) -> int:
    """How many of a sign stand between characters of these kinds."""
    if shape.count(sign) > MANY:  # no step for each, and no exact number
        lefts = [bytes((a,)) for a in left] if len(left) < len(_ANY) else [b""]
        return sum(shape.count(a + sign + bytes((b,))) for a in lefts for b in right)
    found, at, last = 0, shape.find(sign, 1), len(shape) - 1
    while 0 < at < last:
        found += shape[at + 1] in right and shape[at - 1] in left
        at = shape.find(sign, at + 1)
    return found


MANY = 200  # signs that are looked at one by one
