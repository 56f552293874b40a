"""The cheap look that lets clean text pass: no list, no run of short lines, no long stretch, nothing to do.

It works on ``Doc.skeleton`` and ``Doc.shape``, which every filter shares: some microseconds a page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.chars import ORDINARY, Kind, mask
from scrubtext.doc import Doc

__all__ = [
    "BREAK",
    "DENSE_KINDS",
    "EASTERN",
    "MIN_APART",
    "MIN_DENSE",
    "MIN_JOINED",
    "NATURAL",
    "PAIRED",
    "SENTENCES",
    "SPACE",
    "SPACED_HYPHEN",
    "apart",
    "flats",
    "joined",
    "joints_in",
    "marks_of",
    "may_hyphen",
    "may_stop",
    "tightly",
]

_ODD = (Kind.PIPE, Kind.FULL_PIPE, Kind.UNDERSCORE, Kind.GUN, Kind.HASH, Kind.DOT, Kind.BOX)
_DENSE = mask(Kind.HAN, Kind.KANA)
_WORDS = ORDINARY + bytes((Kind.SPACE, Kind.IDEO_SPACE, Kind.FULL_ALNUM))
_FLAT = bytes(Kind.LETTER if k in _WORDS else Kind.NEWLINE for k in range(256))

MIN_DENSE = 32  # dense characters without a mark: clauses of prose are shorter, titles too
MAX_FLAT_DENSE = MIN_DENSE  # word characters in a row of a script without spaces
MAX_FLAT_SPACED = 100  # of a script with spaces: fourteen words are about ninety

MAX_FLAT_HANGUL = 44  # of Korean
_HANGUL = mask(Kind.HANGUL)

BREAK, SPACE = bytes((Kind.NEWLINE,)), bytes((Kind.SPACE,))
_SLACK = bytes((Kind.SPACE, Kind.TAB, Kind.IDEO_SPACE, Kind.RETURN, Kind.HYPHEN))
SENTENCES = (
    Kind.IDEO_STOP, Kind.FULL_EXCLAIM, Kind.EXCLAIM, Kind.SEMICOLON, Kind.FULL_SEMICOLON,
    Kind.FULL_COLON, Kind.COLON, Kind.COMMA, Kind.FULL_COMMA, Kind.ELLIPSIS, Kind.BRACE,
    Kind.LESS, Kind.GREATER, Kind.EQUALS, Kind.SQUARE, Kind.BACKSLASH, Kind.AT, Kind.TAB,
)  # fmt: skip


def _joints() -> Iterator[bytes]:
    """What marks in a row look like, spaces apart, where phrases are joined by them."""
    for kind in (*_ODD, Kind.CURLY, Kind.STRAIGHT_QUOTE, Kind.DASH, Kind.SEMICOLON):
        yield bytes((kind,)) * 3
    for kind in NATURAL:
        yield bytes((kind,)) * 4
    yield bytes((Kind.CJK_OPEN, Kind.CJK_CLOSE)) * 3
    yield bytes((Kind.CJK_CLOSE,)) * 4
    yield bytes((Kind.LATIN1_MARK,)) * 6
    for kind in _WEAK:
        yield bytes((kind,)) * (6 if kind == Kind.GREATER else 3)


NATURAL = (Kind.COMMA, Kind.FULL_COMMA, Kind.IDEO_COMMA, Kind.SLASH, Kind.FULL_SEMICOLON)
_WEAK = (Kind.FULL_OTHER, Kind.ASCII_OTHER, Kind.AMPERSAND, Kind.GREATER)
PAIRED = (Kind.PIPE, Kind.UNDERSCORE, Kind.GUN, Kind.FULL_PIPE)
_ALL_JOINTS = tuple((1 << joint[0], joint) for joint in _joints())
_JOINING = mask(*{Kind(joint[0]) for _, joint in _ALL_JOINTS})


@cache
def _joints_of(kinds: int) -> tuple[bytes, ...]:
    """The joints that a text with these of the joining kinds may hold."""
    return tuple(joint for need, joint in _ALL_JOINTS if kinds & need)


_HANS = bytes((Kind.HAN, Kind.KANA))
EASTERN = bytes((Kind.HAN, Kind.KANA, Kind.HANGUL))
DENSE_KINDS = _DENSE | mask(Kind.HANGUL)


def marks_of(doc: Doc) -> bytes:
    """The marks of a text without spaces and hyphens, a break before and behind."""
    return BREAK + doc.skeleton.translate(None, _SLACK) + BREAK


def joints_in(kinds: int, marks: bytes) -> list[bytes]:
    """The joints that stand somewhere."""
    return [joint for joint in _joints_of(kinds & _JOINING) if joint in marks]


def apart(doc: Doc, start: int, end: int) -> bool:
    """Whether phrases of a dense script stand in a part, spaces between them."""
    return _between(doc.shape[start:end], SPACE, EASTERN, EASTERN) >= MIN_APART


MIN_GAPS = 7  # spaces between words of an alphabet: eight words


def flats(doc: Doc) -> Iterator[tuple[int, int]]:
    """Spans of words and spaces that are long for what stands between two marks."""
    kinds, shape = doc.kinds, doc.shape
    most = MAX_FLAT_DENSE if kinds & _DENSE else MAX_FLAT_SPACED
    most = min(most, MAX_FLAT_HANGUL) if kinds & _HANGUL else most
    named = kinds & _DENSE and not kinds & _UNNAMED
    for run in _flat_run(most).finditer(BREAK + shape.translate(_FLAT)):
        at, end = run.start(), run.end() - 1
        if named and not _dense_enough(shape, at, end, kinds):
            continue
        if end - at >= MAX_FLAT_SPACED or not doc.text[at:end].isascii():
            yield at, end


@cache
def _flat_run(least: int) -> re.Pattern[bytes]:
    """A break and so much behind it up to the next: found from break to break."""
    return re.compile(b"%b[^%b]{%d,}" % (BREAK, BREAK, least))


MIN_APART = 3  # spaces between dense characters: four phrases
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
    return _between(shape[at:end], SPACE, _HANS, _HANS) >= MIN_APART


def may_hyphen(doc: Doc) -> bool:
    """Whether three hyphens stand between spaces or between dense characters."""
    skeleton = doc.skeleton
    if skeleton.count(_HYPHEN[0]) < MIN_JOINED:
        return False
    if skeleton.count(SPACED_HYPHEN) >= MIN_JOINED:
        return True
    if skeleton.count(_HYPHEN_SPACE) >= MIN_TIGHT and any(map(tightly, skeleton.split(BREAK))):
        return True
    if not doc.kinds & DENSE_KINDS:
        return False
    return _between(doc.shape, _HYPHEN, EASTERN, EASTERN) >= MIN_JOINED


def tightly(row: bytes) -> bool:
    """Whether the marks of a line are those of phrases of words with bare hyphens between."""
    if row.count(_HYPHEN_SPACE) < MIN_TIGHT or row.count(_COLON) > 1:
        return False
    return not row.strip(SPACE + _HYPHEN + _COLON)  # a label before them may end in a colon


def may_stop(doc: Doc, marks: bytes) -> bool:
    """Whether stops stand in a row, four of them in front of letters."""
    if marks.count(_POINT[0]) <= MIN_JOINED + 1 or _POINT * MIN_JOINED not in marks:
        return False
    return _between(doc.shape, _POINT, _ANY, _STOPPED) > MIN_JOINED


def joined(shape: bytes, hyphens: bool) -> bool:
    """Whether a line holds phrases joined by hyphens, or by stops."""
    if not hyphens:
        return _between(shape, _POINT, _ANY, _STOPPED) >= MIN_JOINED
    return shape.count(SPACED_HYPHEN) + _between(shape, _HYPHEN, EASTERN, EASTERN) >= MIN_JOINED


MIN_JOINED = 3  # hyphens or stops that join phrases
_HYPHEN, _POINT = bytes((Kind.HYPHEN,)), bytes((Kind.STOP,))
SPACED_HYPHEN = bytes((Kind.SPACE, Kind.HYPHEN, Kind.SPACE))
MIN_TIGHT = 4  # hyphens with a word of more than one behind
_COLON = bytes((Kind.COLON,))
_HYPHEN_SPACE = bytes((Kind.HYPHEN, Kind.SPACE))
_STOPPED = bytes((Kind.LETTER, Kind.HAN, Kind.KANA, Kind.HANGUL, Kind.CYRILLIC))
_ANY = bytes(range(256))


def _between(shape: bytes, sign: bytes, left: bytes, right: bytes) -> int:
    """How many of a sign stand between characters of these kinds."""
    if shape.count(sign) > max(MANY, len(shape) // RARE):  # no step for each, and no exact number
        lefts = [bytes((a,)) for a in left] if len(left) < len(_ANY) else [b""]
        return sum(shape.count(a + sign + bytes((b,))) for a in lefts for b in right)
    return len(_placed(sign, left, right).findall(shape))


@cache
def _placed(sign: bytes, left: bytes, right: bytes) -> re.Pattern[bytes]:
    """A sign between characters of these kinds; it begins the pattern, so that it is found fast."""
    one = re.escape(sign)
    return re.compile(
        b"%b(?<=[%b]%b)(?=[%b])" % (one, re.escape(left), one, re.escape(right)), re.DOTALL
    )


MANY, RARE = 200, 64  # so many signs, and one in so many characters, are counted as they stand
