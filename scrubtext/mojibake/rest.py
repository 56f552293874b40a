"""Letters left over in a line whose damage is of one kind: ``猫`` beside ``cremosit脿`` is è.

A letter with an accent that is a word of its own, or ends one, shows as one character of Han or Hangul and
says nothing alone. Where the same line proves the mix-up, and it explains all its wide characters, it does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from scrubtext.mojibake.pieces import Piece, Taken
from scrubtext.mojibake.propose import reason
from scrubtext.mojibake.views import DOUBLE

__all__ = ["rest"]

_WIDE = re.compile("[\u2e80-\U0010ffff]+")
_LATIN = re.compile("[\xc0-\u024f\xa1-\xbf\u2010-\u203a€]+")
_ALL_LATIN = re.compile("[\0-\u024f\u2010-\u203a€]*")


@cache
def _codecs() -> dict[str, str]:
    return {reason("utf-8", codec): codec for codec in DOUBLE}


def rest(line: str, pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The pieces with those that the same mix-up explains, where it explains every wide character.

    >>> line = "Frullatene un terzo: 猫 il segreto per la cremosit脿."
    >>> [p.text for p in rest(line, [Piece(49, 50, "à", reason("utf-8", "gb18030"))])]
    ['è', 'à']
    """
    fixed = [p for p in pieces if p.why]
    whys = {p.why for p in fixed}
    codec = _codecs().get(next(iter(whys))) if len(whys) == 1 else None
    if codec is None or not all(_ALL_LATIN.fullmatch(p.text) for p in fixed):
        return tuple(pieces)
    taken = Taken((p.start, p.end) for p in fixed)
    left = [m for m in _WIDE.finditer(line) if taken.free(m.start(), m.end())]
    new = [_read(m.group(), codec) for m in left]
    if not left or not all(new):
        return tuple(pieces)
    more = [Piece(m.start(), m.end(), text, *whys) for m, text in zip(left, new, strict=True)]
    return tuple(sorted([*fixed, *more], key=lambda p: p.start))


def _read(old: str, codec: str) -> str:
    """What a run of wide characters was in Latin, or nothing."""
    try:
        new = old.encode(codec).decode("utf-8")
    except UnicodeError:
        return ""
    return new if _LATIN.fullmatch(new) else ""
