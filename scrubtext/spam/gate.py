"""The cheap look that lets clean text pass: no list, no run of short lines, no long stretch, nothing to do.

It works on ``Doc.skeleton`` and ``Doc.shape``, which every filter shares: some microseconds a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from scrubtext.chars import ORDINARY, Kind, mask
from scrubtext.doc import Doc
from scrubtext.spam.headings import LEADS, farm_stems, opens_farm

__all__ = ["may_hold_farm", "may_hold_keywords"]

_ODD = (Kind.PIPE, Kind.FULL_PIPE, Kind.UNDERSCORE, Kind.GUN, Kind.HASH, Kind.DOT, Kind.BOX)
_HYPHEN = mask(Kind.HYPHEN)
_DENSE = mask(Kind.HAN, Kind.KANA)
_WORDS = ORDINARY + bytes((Kind.SPACE, Kind.IDEO_SPACE, Kind.FULL_ALNUM))
_FLAT = bytes(Kind.LETTER if k in _WORDS else k for k in range(256))

MIN_BREAKS = 7  # line ends in a row: five lines, or four apart
MAX_FLAT_DENSE = 32  # word characters in a row of a script without spaces: see glued
MAX_FLAT_SPACED = 110  # of a script with spaces: fourteen words are about ninety


_SLACK = bytes((Kind.SPACE, Kind.TAB, Kind.IDEO_SPACE, Kind.RETURN, Kind.HYPHEN))


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
    yield bytes((Kind.NEWLINE,)) * MIN_BREAKS


@cache
def _all_joints() -> tuple[tuple[int, bytes], ...]:
    """Each with the kind that must occur for it."""
    return tuple((1 << max(joint, key=joint.count), joint) for joint in _joints())


_BREAK = bytes((Kind.NEWLINE,))
_HYPHENS = bytes((Kind.SPACE, Kind.HYPHEN, Kind.SPACE)), bytes((Kind.HYPHEN,)) * 4
_STOPPED = tuple(
    bytes((Kind.STOP, k)) for k in (Kind.LETTER, Kind.HAN, Kind.KANA, Kind.HANGUL, Kind.CYRILLIC)
)


def may_hold_keywords(doc: Doc) -> bool:
    """Whether there is anything that could be a keyword block."""
    kinds = doc.kinds
    marks = _BREAK + doc.skeleton.translate(None, _SLACK) + _BREAK
    for need, joint in _all_joints():
        if kinds & need and joint in marks:
            return True
    if kinds & _HYPHEN and (doc.shape.count(_HYPHENS[0]) > 2 or _HYPHENS[1] in doc.skeleton):
        return True
    if marks.count(Kind.STOP) > 4 and sum(map(doc.shape.count, _STOPPED)) > 3:
        return True
    flat = MAX_FLAT_DENSE if kinds & _DENSE else MAX_FLAT_SPACED
    return bytes((Kind.LETTER,)) * flat in doc.shape.translate(_FLAT)


_HOST = bytes((Kind.STOP, Kind.LETTER))
_WIDE_HOST = bytes((Kind.IDEO_STOP, Kind.LETTER))
_SPACED_HOST = bytes((Kind.SPACE, Kind.STOP, Kind.SPACE))
_PARENS = mask(Kind.PAREN_CLOSE, Kind.FULL_PAREN_CLOSE)
MIN_HOSTS = 3


def may_hold_farm(doc: Doc) -> bool:
    """Whether there are three hosts, a heading of exchanged links or a brand put into a name."""
    shape = doc.shape
    if shape.count(_HOST) >= MIN_HOSTS or shape.count(_SPACED_HOST) >= MIN_HOSTS:
        return True
    if shape.count(_WIDE_HOST) >= MIN_HOSTS or "点c" in doc.text:
        return True
    if doc.kinds & _PARENS and doc.kinds & mask(Kind.HAN) and _branded(doc.text):
        return True
    stems, text = farm_stems(), doc.text
    starts = [text[a : a + 2] for a, _ in doc.lines]
    if not stems.isdisjoint(starts):
        return True
    led = [a for (a, _), start in zip(doc.lines, starts, strict=True) if start[:1] in LEADS]
    return any(opens_farm(text, a) for a in led)


def _branded(text: str) -> bool:
    return any(
        close + tail in text for close in ")）" for tail in ("有限", "股份", "集团", "集團", "公司")
    )
