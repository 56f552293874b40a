"""The cheap look of ``link_farm``: no two hosts side by side, no heading of exchanged links, no brand in a name.

Most of it works on ``Doc.skeleton`` and ``Doc.shape``; letters are read where these say so.
"""

from __future__ import annotations

import re

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.spam.headings import heading_starts, opens_farm
from scrubtext.spam.hosts import (
    plain_endings,
    schemes,
    spelt_endings,
    torn_stops,
    wide_endings,
    wide_starts,
)

__all__ = ["farm_headings", "host_ends", "may_hold_brands", "may_hold_farm"]

_HAN = mask(Kind.HAN)
_STOP, _SPACE = bytes((Kind.STOP,)), bytes((Kind.SPACE,))
_HOST = bytes((Kind.STOP, Kind.LETTER))
_SPACED_HOST = bytes((Kind.SPACE, Kind.STOP, Kind.SPACE))
MIN_HOSTS = 2
MAX_APART = 300  # characters between two hosts of a farm: a text, an address
_IDEO_STOP = mask(Kind.IDEO_STOP, Kind.FULL_OTHER)


def host_ends(doc: Doc) -> list[int]:
    """Where endings of hosts stand in a text that holds two and more near each other; else nothing."""
    found = {at for kind, endings in _ENDINGS if kind(doc) for at in _near(doc.text, endings())}
    return sorted(found)


def _near(text: str, endings: re.Pattern[str]) -> list[int]:
    found = [m.start() for m in endings.finditer(text)]
    if len(found) < MIN_HOSTS or (len(found) == 2 and found[1] - found[0] > MAX_APART):
        return []
    return found


def _may_hold_hosts(doc: Doc) -> bool:
    return any(kind(doc) and _near(doc.text, endings()) for kind, endings in _ENDINGS)


def _stopped(doc: Doc) -> bool:
    return doc.skeleton.count(_STOP) >= MIN_HOSTS and doc.shape.count(_HOST) >= MIN_HOSTS


def _apart(doc: Doc) -> bool:
    if _SPACED_HOST in doc.skeleton and doc.shape.count(_SPACED_HOST) >= MIN_HOSTS:
        return True
    return bool(doc.kinds & _IDEO_STOP) and wide_starts().search(doc.text) is not None


def _spelt(doc: Doc) -> bool:
    text, kinds = doc.text, doc.kinds
    if kinds & _HAN and (_POINT.search(text) or _POINT_TRAD.search(text)):
        return True
    if doc.skeleton.count(_SPACE[0]) > 2 * MIN_HOSTS and (" dot " in text or " DOT " in text):
        return True
    return any(kinds & kind and word in text for kind, word in _SPELT)


_POINT, _POINT_TRAD = re.compile("点[cnxtv]"), re.compile("點[cnxtv]")  # faster than ``in`` here
_SPELT = (
    (mask(Kind.CYRILLIC), " точка "),
    (mask(Kind.KANA), "ドット"),
    (mask(Kind.HANGUL), "닷"),
    (mask(Kind.LATIN), " punto "),
    (mask(Kind.LATIN), " punkt "),
    (mask(Kind.LATIN), " ponto "),
)


def _torn(doc: Doc) -> bool:
    """Whether a stop, or the word for it, stands alone in brackets."""
    if not doc.kinds & _BRACKETS_ANY:
        return False
    skeleton, text = doc.skeleton, doc.text
    if any(sign in skeleton for sign in _TORN):
        return True
    return any(pair in skeleton and _in_brackets(text) for pair in _PAIRS)


def _in_brackets(text: str) -> bool:
    return any(word in text for word in _WORDS)


_OPENING = (Kind.PAREN_OPEN, Kind.SQUARE, Kind.BRACE, Kind.CJK_OPEN, Kind.FULL_PAREN_OPEN)
_CLOSING = (Kind.PAREN_CLOSE, Kind.SQUARE, Kind.BRACE, Kind.CJK_CLOSE, Kind.FULL_PAREN_CLOSE)
_BRACKETS_ANY = mask(*_OPENING)
_PAIRS = tuple(bytes(pair) for pair in zip(_OPENING, _CLOSING, strict=True))
_TORN = tuple(bytes((a, Kind.STOP, b)) for a, b in zip(_OPENING, _CLOSING, strict=True))
_WORDS = tuple(
    word + end for word in ("dot", "DOT", "点", "點", "точка", "ドット", "닷") for end in (")", "]")
) + ("点）", "點）", "ドット）", "点】", "點】")


def _schemed(doc: Doc) -> bool:
    return doc.skeleton.count(_SCHEME) >= MIN_HOSTS


_SCHEME = bytes((Kind.COLON, Kind.SLASH, Kind.SLASH))
_ENDINGS = (
    (_stopped, plain_endings),
    (_apart, wide_endings),
    (_spelt, spelt_endings),
    (_torn, torn_stops),
    (_schemed, schemes),
)


def farm_headings(doc: Doc) -> list[int]:
    """Where lines begin that may open with a heading of exchanged links."""
    found = [0] if opens_farm(doc.text, 0) else []
    return found + [m.start() + 1 for m in heading_starts().finditer(doc.text)]


def may_hold_brands(doc: Doc) -> bool:
    """Whether a bracket stands in the name of a firm, before its end."""
    return any(doc.kinds & need and _branded(doc.text, sign) for need, sign in _BRACKETS)


def may_hold_farm(doc: Doc) -> bool:
    """Whether there are two hosts side by side, a heading of exchanged links or a brand put into a name."""
    return _may_hold_hosts(doc) or may_hold_brands(doc) or bool(farm_headings(doc))


_BRACKETS = ((mask(Kind.FULL_PAREN_CLOSE), "）"), (mask(Kind.PAREN_CLOSE), ")"))
_TAILS = frozenset(("有限", "股份", "集团", "集團", "公司"))
MANY = 200  # brackets that are looked at one by one
_FIRMS = ("公司", "集团", "集團")


def _branded(text: str, sign: str) -> bool:
    if text.count(sign) > MANY and not any(firm in text for firm in _FIRMS):
        return False
    find = text.find
    at = find(sign)
    while at >= 0:
        if text[at + 1 : at + 3] in _TAILS:
            return any(firm in text for firm in _FIRMS)
        at = find(sign, at + 1)
    return False
