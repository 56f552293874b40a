"""The cheap look that lets clean text pass: no list, no run of short lines, no long stretch, nothing to do.

It works on ``Doc.skeleton`` and ``Doc.shape``, which every filter shares: some microseconds a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from scrubtext.chars import ORDINARY, Kind, mask
from scrubtext.doc import Doc
from scrubtext.spam.headings import heading_starts, opens_farm
from scrubtext.spam.hosts import plain_endings, spelt_endings, wide_endings

__all__ = ["may_hold_brands", "may_hold_farm", "may_hold_keywords"]

_ODD = (Kind.PIPE, Kind.FULL_PIPE, Kind.UNDERSCORE, Kind.GUN, Kind.HASH, Kind.DOT, Kind.BOX)
_DENSE = mask(Kind.HAN, Kind.KANA)
_WORDS = ORDINARY + bytes((Kind.SPACE, Kind.IDEO_SPACE, Kind.FULL_ALNUM))
_FLAT = bytes(Kind.LETTER if k in _WORDS else Kind.NEWLINE for k in range(256))

MIN_BREAKS = 7  # line ends in a row: five lines, or four apart
MAX_FLAT_DENSE = 32  # word characters in a row of a script without spaces: see glued
MAX_FLAT_SPACED = 100  # of a script with spaces: fourteen words are about ninety

MAX_FLAT_HANGUL = 44  # of Korean
_HANGUL = mask(Kind.HANGUL)

BREAK = bytes((Kind.NEWLINE,))
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
    for kind in (Kind.COMMA, Kind.FULL_COMMA, Kind.IDEO_COMMA, Kind.SLASH, Kind.FULL_SEMICOLON):
        yield bytes((kind,)) * 4
        for n in (2, 3):
            yield bytes((Kind.NEWLINE, *[kind] * n, Kind.NEWLINE))
    for kind in (Kind.PIPE, Kind.UNDERSCORE, Kind.GUN, Kind.FULL_PIPE):
        yield bytes((Kind.NEWLINE, kind, kind, Kind.NEWLINE))


@cache
def _all_joints() -> tuple[tuple[int, bytes], ...]:
    """Each with the kind that must occur for it."""
    return tuple((1 << max(joint, key=joint.count), joint) for joint in _joints())


_HYPHEN = mask(Kind.HYPHEN)
_HANS = (Kind.HAN, Kind.KANA)
_SPACED_HYPHEN = bytes((Kind.SPACE, Kind.HYPHEN, Kind.SPACE))
HYPHENED = (_SPACED_HYPHEN, *(bytes((k, Kind.HYPHEN, other)) for k in _HANS for other in _HANS))
STOPPED = tuple(
    bytes((Kind.STOP, k)) for k in (Kind.LETTER, Kind.HAN, Kind.KANA, Kind.HANGUL, Kind.CYRILLIC)
)


def marks_of(doc: Doc) -> bytes:
    """The marks of a text without spaces and hyphens, a break before and behind."""
    return BREAK + doc.skeleton.translate(None, _SLACK) + BREAK


def joints_in(kinds: int, marks: bytes) -> Iterator[bytes]:
    """The joints that stand somewhere."""
    for need, joint in _all_joints():
        if kinds & need and joint in marks:
            yield joint


def plain_breaks(doc: Doc) -> Iterator[tuple[int, int]]:
    """Numbers of lines, first and behind the last, between seven breaks without a sentence's mark."""
    plain = doc.skeleton.translate(_PLAIN, _SMALL)
    at, row, before = plain.find(_BREAKS), 0, 0
    while at >= 0:
        row += plain.count(BREAK, before, at)
        end = plain.find(Kind.COMMA, at)
        end = end if end >= 0 else len(plain)
        yield row, row + end - at + 1
        row, before = row + end - at, end
        at = plain.find(_BREAKS, end)


def flats(doc: Doc) -> Iterator[tuple[int, int]]:
    """Spans of words and spaces that are long for what stands between two marks."""
    flat = doc.shape.translate(_FLAT)
    most = MAX_FLAT_DENSE if doc.kinds & _DENSE else MAX_FLAT_SPACED
    most = min(most, MAX_FLAT_HANGUL) if doc.kinds & _HANGUL else most
    least = bytes((Kind.LETTER,)) * most
    at = flat.find(least)
    while at >= 0:
        end = flat.find(BREAK, at)
        end = end if end >= 0 else len(flat)
        if (end - at >= MAX_FLAT_SPACED or not doc.text[at:end].isascii()) and not _named(
            doc.shape[at:end]
        ):
            yield at, end
        at = flat.find(least, end)


MIN_DENSE = 28  # dense characters: seven phrases of four, the shortest glued list there is
MIN_APART = 3  # spaces between dense characters: four phrases
_APART = tuple(bytes((a, Kind.SPACE, b)) for a in _HANS for b in _HANS)


def _named(shape: bytes) -> bool:
    """Whether a stretch is long by the Latin names in it alone: few dense characters, never apart."""
    dense = shape.count(Kind.HAN) + shape.count(Kind.KANA)
    if not 0 < dense < MIN_DENSE or Kind.OTHER in shape or Kind.HANGUL in shape:
        return False
    return Kind.IDEO_SPACE not in shape and sum(map(shape.count, _APART)) < MIN_APART


def may_hyphen(doc: Doc) -> bool:
    """Whether three hyphens stand between spaces or between dense characters."""
    skeleton = doc.skeleton
    if skeleton.count(Kind.HYPHEN) < 3:
        return False
    if skeleton.count(_SPACED_HYPHEN) > 2:
        return True
    return bool(doc.kinds & _DENSE) and sum(map(doc.shape.count, HYPHENED)) > 2


def may_hold_keywords(doc: Doc) -> bool:
    """Whether there is anything that could be a keyword block."""
    kinds, shape = doc.kinds, doc.shape
    marks = marks_of(doc)
    if next(joints_in(kinds, marks), None) is not None:
        return True
    if kinds & _HYPHEN and may_hyphen(doc):
        return True
    if marks.count(Kind.STOP) > 4 and sum(map(shape.count, STOPPED)) > 3:
        return True
    if next(plain_breaks(doc), None) is not None:
        return True
    return next(flats(doc), None) is not None


_HOST = bytes((Kind.STOP, Kind.LETTER))
_WIDE_HOST = bytes((Kind.IDEO_STOP, Kind.LETTER))
_SPACED_HOST = bytes((Kind.SPACE, Kind.STOP, Kind.SPACE))
_PARENS = mask(Kind.PAREN_CLOSE, Kind.FULL_PAREN_CLOSE)
MIN_HOSTS = 3
_IDEO_STOP = mask(Kind.IDEO_STOP, Kind.FULL_OTHER)


def host_ends(doc: Doc) -> list[int]:
    """Where endings of hosts stand in a text that holds three and more; else nothing."""
    text = doc.text
    for kind, endings in _ENDINGS:
        if kind(doc):
            found = [m.start() for m in endings().finditer(text)]
            if len(found) >= MIN_HOSTS:
                return found
    return []


def _stopped(doc: Doc) -> bool:
    return doc.skeleton.count(Kind.STOP) >= MIN_HOSTS and doc.shape.count(_HOST) >= MIN_HOSTS


def _apart(doc: Doc) -> bool:
    if doc.skeleton.count(Kind.STOP) >= MIN_HOSTS and doc.shape.count(_SPACED_HOST) >= MIN_HOSTS:
        return True
    return (
        bool(doc.kinds & _IDEO_STOP)
        and doc.shape.count(_WIDE_HOST) >= MIN_HOSTS
        and _begins_ending(doc)
    )


def _begins_ending(doc: Doc) -> bool:
    """Whether the letters behind a wide stop begin like the ending of a host, as names seldom do."""
    shape, text = doc.shape, doc.text
    at = shape.find(_WIDE_HOST)
    while at >= 0:
        if text[at + 1 : at + 4].replace(" ", "")[:2].casefold() in _STARTS:
            return True
        at = shape.find(_WIDE_HOST, at + 1)
    return False


_STARTS = frozenset(("co", "ne", "or", "cn", "cc", "xy", "to", "vi", "in", "ru"))


def _spelt(doc: Doc) -> bool:
    return "点c" in doc.text or "點c" in doc.text or " dot c" in doc.text


_ENDINGS = ((_stopped, plain_endings), (_apart, wide_endings), (_spelt, spelt_endings))


def farm_headings(doc: Doc) -> list[int]:
    """Where lines begin that may open with a heading of exchanged links."""
    found = [0] if opens_farm(doc.text, 0) else []
    return found + [m.start() + 1 for m in heading_starts().finditer(doc.text)]


def may_hold_brands(doc: Doc) -> bool:
    """Whether a bracket stands in the name of a firm."""
    return bool(doc.kinds & _PARENS) and _branded(doc)


_IN_NAMES = (bytes((Kind.PAREN_CLOSE, Kind.HAN)), bytes((Kind.FULL_PAREN_CLOSE, Kind.HAN)))


def may_hold_farm(doc: Doc) -> bool:
    """Whether there are three hosts, a heading of exchanged links or a brand put into a name."""
    return bool(host_ends(doc)) or may_hold_brands(doc) or bool(farm_headings(doc))


def _branded(doc: Doc) -> bool:
    """A closing bracket before the end of a firm's name: looked for by shape, then by letters."""
    shape, text = doc.shape, doc.text
    for pair in _IN_NAMES:
        at = shape.find(pair)
        while at >= 0:
            if text[at + 1 : at + 3] in _TAILS:
                return "公司" in text or "集团" in text or "集團" in text
            at = shape.find(pair, at + 1)
    return False


_TAILS = frozenset(("有限", "股份", "集团", "集團", "公司"))
