"""The cheap look of ``link_farm``: no two hosts near each other, no heading of exchanged links, no brand.

Most of it works on ``Doc.skeleton`` and ``Doc.shape``; letters are read where these say so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.spam.cased import may_hold_cased
from scrubtext.spam.headings import (
    glued_heading,
    heading_kind,
    heading_starts,
    is_row,
    opens_farm,
    split_heading,
)
from scrubtext.spam.hosts import (
    SPACED_STOP,
    STOP_LETTER,
    places,
    plain_endings,
    schemes,
    spelt_endings,
    torn_stops,
    wide_endings,
    wide_starts,
)

__all__ = ["Signs", "farm_signs", "may_hold_farm", "narrowed"]

_HAN = mask(Kind.HAN)
_STOP, _SPACE = bytes((Kind.STOP,)), bytes((Kind.SPACE,))
_LETTER = STOP_LETTER[1:]
_WIDE = bytes((Kind.FULL_OTHER,))
MIN_HOSTS = 2
MAX_APART = 300  # characters between two hosts of a farm: a text, an address
_IDEO_STOP, _FULL_OTHER = mask(Kind.IDEO_STOP), mask(Kind.FULL_OTHER)


def narrowed(doc: Doc) -> Doc:
    """A text with hosts in full-width or Cyrillic letters as one with plain ones, character for character."""
    text = doc.text
    if doc.kinds & _FULL_ALNUM and "．" in text:
        text = text.translate(_NARROW)
    if doc.kinds & _CYRILLIC and ".рф" in text:
        text = _wide_hosts().sub(_plain_host, text)
    return doc if text is doc.text else Doc(text)


_CYRILLIC = mask(Kind.CYRILLIC)
_PLAIN = {"рф": "ru", "орг": "org", "сайт": "info", "онлайн": "online"}
_PLAIN |= dict.fromkeys(("рус", "бел", "укр"), "com")
"""Endings in Cyrillic and plain ones as long."""


@cache
def _wide_hosts() -> re.Pattern[str]:
    label = "[a-zа-яёіїєґў0-9-]{1,60}"
    return re.compile(rf"(?<![\w.@-])((?:www\.)?(?:{label}\.){{1,3}})({'|'.join(_PLAIN)})(?![\w@]|-\w)")


def _plain_host(m: re.Match[str]) -> str:
    return "".join(c if c.isascii() else "x" for c in m[1]) + _PLAIN[m[2]]


_FULL_ALNUM = mask(Kind.FULL_ALNUM)
_NARROW = {
    c: c - 0xFEE0 for c in range(0xFF01, 0xFF5F) if chr(c - 0xFEE0).isalnum() or chr(c) in "．／－"
}


def host_ends(doc: Doc) -> list[int]:
    """Where endings of hosts stand in a text that holds two and more near each other; else nothing."""
    found: set[int] = set()
    for kind, endings in _ENDINGS:
        if kind(doc):
            found.update(_near(endings(doc.text)))
    return sorted(found)


def _near(found: list[int]) -> list[int]:
    if len(found) < MIN_HOSTS or (len(found) == 2 and found[1] - found[0] > MAX_APART):
        return []
    return found


FEW_STOPS = 12  # in a text, so that a look at each is faster than a search of the whole text


def _stopped(doc: Doc) -> bool:
    stops = doc.skeleton.count(_STOP)
    if stops < MIN_HOSTS:
        return False
    if stops > FEW_STOPS:
        return doc.shape.count(STOP_LETTER) >= MIN_HOSTS
    return sum(doc.shape[at + 1 : at + 2] == _LETTER for at in places(doc.shape, _STOP)) >= MIN_HOSTS


def _apart(doc: Doc) -> bool:
    if SPACED_STOP in doc.skeleton and doc.shape.count(SPACED_STOP) >= MIN_HOSTS:
        return True
    kinds, text = doc.kinds, doc.text
    if kinds & _FULL_OTHER and doc.skeleton.count(_WIDE) >= MIN_HOSTS and "．" in text:
        return True
    return bool(kinds & _IDEO_STOP) and wide_starts().search(text) is not None


def _spelt(doc: Doc) -> bool:
    """Whether the word for a stop may stand inside a host, alone or in brackets."""
    text, kinds = doc.text, doc.kinds
    if kinds & _HAN and (_POINT.search(text) or _POINT_TRAD.search(text)):
        return True
    if doc.skeleton.count(_SPACE[0]) > 2 * MIN_HOSTS and (" dot " in text or " DOT " in text):
        return True
    return bool(kinds & _SPELLING) and any(kinds & kind and word in text for kind, word in _SPELT)


# A compiled search is half again as fast as ``in`` here.
_POINT, _POINT_TRAD = (re.compile(rf"{c}(?:[a-z]|[)）\]】][a-z])") for c in "点點")
_ACCENTED = mask(Kind.LATIN, Kind.TONED)
_SPELT = (
    (mask(Kind.CYRILLIC), "точка"),
    (mask(Kind.KANA), "ドット"),
    (mask(Kind.HANGUL), "닷"),
    (mask(Kind.HANGUL), "쩜"),
    (_ACCENTED, " punto "),
    (_ACCENTED, " punkt "),
    (_ACCENTED, " ponto "),
)
_SPELLING = mask(Kind.CYRILLIC, Kind.KANA, Kind.HANGUL) | _ACCENTED


def _torn(doc: Doc) -> bool:
    """Whether a stop, or "dot", may stand alone in brackets inside a host."""
    skeleton, kinds = doc.skeleton, doc.kinds
    if kinds & _ONE_STOP and _alone(doc):
        return True
    if not kinds & _ROUND_OR_SQUARE:
        return False
    rounds, squares = skeleton.count(_ROUND_PAIR), skeleton.count(_SQUARE_PAIR)
    if rounds + squares < MIN_HOSTS:
        return False
    if (rounds and _ROUND_WORD in doc.shape) or (squares and _SQUARE_WORD in doc.shape):
        return "dot" in doc.text or "DOT" in doc.text
    return False


def _alone(doc: Doc) -> bool:
    """Whether a stop stands in brackets of its own."""
    stops = doc.skeleton.count(_STOP)
    if stops > FEW_STOPS:
        return any(map(doc.skeleton.__contains__, _TORN))
    if stops < MIN_HOSTS:
        return False
    shape = doc.shape
    return any(shape[at - 1] in _OPENING and shape[at + 1 : at + 2] in _CLOSED for at in places(shape, _STOP))


_ONE_STOP, _ROUND_OR_SQUARE = mask(Kind.STOP), mask(Kind.PAREN_OPEN, Kind.SQUARE)
_OPENING = bytes((Kind.PAREN_OPEN, Kind.SQUARE, Kind.BRACE, Kind.CJK_OPEN, Kind.FULL_PAREN_OPEN))
_CLOSING = bytes((Kind.PAREN_CLOSE, Kind.SQUARE, Kind.BRACE, Kind.CJK_CLOSE, Kind.FULL_PAREN_CLOSE))
_CLOSED = frozenset(bytes((b,)) for b in _CLOSING)
_PAIRS = tuple(zip(_OPENING, _CLOSING, strict=True))
_TORN = tuple(bytes((a, Kind.STOP, b)) for a, b in _PAIRS)
_WORD = (Kind.LETTER,) * 3
_ROUND_PAIR, _SQUARE_PAIR = bytes(_PAIRS[0]), bytes(_PAIRS[1])
_ROUND_WORD = bytes((Kind.PAREN_OPEN, *_WORD, Kind.PAREN_CLOSE))
_SQUARE_WORD = bytes((Kind.SQUARE, *_WORD, Kind.SQUARE))


def _schemed(doc: Doc) -> bool:
    return doc.skeleton.count(_SCHEME) >= MIN_HOSTS


_SCHEME = bytes((Kind.COLON, Kind.SLASH, Kind.SLASH))


def _places_of(pattern: Callable[[], re.Pattern[str]]) -> Callable[[str], list[int]]:
    return lambda text: [m.start() for m in pattern().finditer(text)]


_ENDINGS = (
    (_stopped, plain_endings),
    (_apart, _places_of(wide_endings)),
    (_spelt, _places_of(spelt_endings)),
    (_torn, _places_of(torn_stops)),
    (_schemed, _places_of(schemes)),
)


def _openings(text: str) -> list[int]:
    """Where lines begin that may open with a heading of exchanged links."""
    found = [0] if opens_farm(text, 0) else []
    return found + [m.start() + 1 for m in heading_starts().finditer(text)]


def farm_headings(text: str) -> list[int]:
    """Where lines begin that are, or open with, a heading of exchanged links.

    ``exchange`` finds no block below any other line: nothing is lost with these.
    """
    return sorted({*(at for at in _openings(text) if _heads(text, at)), *may_hold_cased(text)})


MAX_HEADING_LINE = 20_000  # characters of a line that may open with a heading


def _heads(text: str, at: int) -> bool:
    end = text.find("\n", at)
    line = (text[at:end] if end >= 0 else text[at:]).removesuffix("\r")
    if len(line) > MAX_HEADING_LINE:
        return False
    return heading_kind(line) in ("farm", "maybe") or split_heading(line) > 0 or is_row(line)


def may_hold_brands(doc: Doc) -> bool:
    """Whether a bracket stands in the name of a firm, before its end."""
    kinds, text = doc.kinds, doc.text
    if kinds & _FULL_CLOSE and _FULL_BRAND.search(text) is not None:
        return _firm(text)
    return bool(kinds & _CLOSE and kinds & _HAN and _BRAND.search(text)) and _firm(text)


class Signs(NamedTuple):
    """What may be of a farm: places of endings of hosts, of headings; whether a brand may stand."""

    ends: list[int]
    headings: list[int]
    brands: bool


def farm_signs(doc: Doc) -> Signs:
    """Hosts side by side, headings of exchanged links, a brand put into a name, of a ``narrowed`` text."""
    return Signs(host_ends(doc), farm_headings(doc.text), may_hold_brands(doc))


def may_hold_farm(doc: Doc) -> Signs | None:
    """The signs of a text, once it is narrowed; nothing where it has none as it stands."""
    plain = narrowed(doc)
    signs = farm_signs(plain)
    if any(signs) if plain is doc else signs.ends or may_hold_brands(doc) or _openings(doc.text):
        return signs
    return signs if glued_heading(doc.text) >= 0 or may_hold_cased(doc.text) else None


_FULL_CLOSE, _CLOSE = mask(Kind.FULL_PAREN_CLOSE), mask(Kind.PAREN_CLOSE)
_FULL_BRAND, _BRAND = (re.compile(rf"{c}(?:有限|股份|集[团團]|公司)") for c in ("）", r"\)"))


def _firm(text: str) -> bool:
    return "公司" in text or "集团" in text or "集團" in text
