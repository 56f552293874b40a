"""Where brackets with a syllable stand in a text, and what is left of those that hit a border."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Sequence
from functools import cache, lru_cache
from itertools import compress
from typing import TYPE_CHECKING

from scrubtext.chars import Kind
from scrubtext.doc import Doc
from scrubtext.gloss.columns import Fields, Gloss, Glosses
from scrubtext.gloss.gbk import EURO, pair, spelled
from scrubtext.gloss.memo import Memo
from scrubtext.gloss.syllables import LETTERS, can_be_key, keys_of, reads, spell

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LOST", "MAX_LETTERS", "behind", "bracketed", "entries", "injectable", "is_scar"]

LOST = "?\ufffd"  # how decoders show a byte they cannot read
FEW = 8  # of the unusual kind, up to which they are taken out one by one
MAX_LETTERS = 7  # zhuāng, with its mark as a character of its own


_OPENS = bytes([Kind.PAREN_OPEN, Kind.FULL_PAREN_OPEN, Kind.QUESTION, Kind.REPLACEMENT])
_CLOSES = bytes([Kind.PAREN_CLOSE, Kind.FULL_PAREN_CLOSE])
_ROLES = bytes([2 if kind in _CLOSES else kind in _OPENS for kind in range(256)])
"""By kind: 1 for what opens, a sign of a lost byte too; 2 for what closes."""
NOTHING: Fields = ("", "", False, False)


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"([(（?\ufffd])([(（]?) ?([{LETTERS}]{{1,{MAX_LETTERS}}}) ?([)）])")


def bracketed(text: str, shape: bytes = b"") -> tuple[Glosses, list[Gloss]]:
    """The syllables in brackets after a Chinese character, from left to right.

    First those that a site could have put there: a converted character, one of its own readings.
    Then all others, those that may have cut a character in two among them. ``shape`` is that of
    the text.
    """
    opens, closes = _pairs(shape or Doc(text).shape)
    starts, ends = opens.tolist(), closes.tolist()
    pieces = _pieces(text, starts, ends)
    once = {*pieces}
    kinds: dict[Hashable, Fields] = dict(zip(once, map(_seen.__getitem__, once), strict=True))
    others = {piece for piece, fields in kinds.items() if fields is NOTHING}
    if not others:
        return Glosses(starts, ends, pieces, kinds, ends_at=closes), []
    at = _places(others, pieces)
    more, odd = _others(text, starts, ends, at)
    starts, ends, pieces, closes = _without(at, starts, ends, pieces, closes)
    for piece in others:
        del kinds[piece]
    usual = Glosses(starts, ends, pieces, kinds, ends_at=closes)
    return Glosses.of(sorted(usual.rows() + more)) if more else usual, odd


def _pieces(text: str, starts: Sequence[int], ends: Sequence[int]) -> list[str]:
    """Each with the character before it and without its closing bracket, unless that is wide."""
    padded = f"\0{text}"
    columns = zip(starts, ends, strict=True)
    if "）" not in text:
        return [padded[start:end] for start, end in columns]
    return [padded[start : end + (padded[end] == "）")] for start, end in columns]


def _places(wanted: Collection[Hashable], pieces: Sequence[Hashable]) -> list[int]:
    """Where those stand; hardly ever is there more than one of them, and it is found in no time."""
    if len(wanted) == 1:
        (piece,) = wanted
        if pieces.count(piece) == 1:
            return [pieces.index(piece)]
    return [*compress(range(len(pieces)), map(wanted.__contains__, pieces))]


def _without(
    at: Sequence[int], starts: list[int], ends: list[int], pieces: list[str], closes: NDArray[np.intp]
) -> tuple[list[int], list[int], list[str], NDArray[np.intp]]:
    """The columns without those ``at`` some places."""
    if len(at) < FEW:
        for k in reversed(at):
            del starts[k], ends[k], pieces[k]
            closes[k:-1] = closes[k + 1 :]
        return starts, ends, pieces, closes[: len(ends)]
    closes[at] = 0
    kept = closes.tolist()
    starts, ends = ([*compress(column, kept)] for column in (starts, ends))
    return starts, ends, [*compress(pieces, kept)], closes[closes > 0]


def _pairs(shape: bytes) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where what may be a syllable in brackets starts and ends: each closing bracket right after an
    opening one, or after a sign of a lost byte.
    """
    import numpy as np

    roles = np.frombuffer(shape.translate(_ROLES), np.uint8)
    at = (roles != 0).nonzero()[0]
    role, sizes = roles.take(at), at[1:] - at[:-1]
    near = (role[1:] > role[:-1]) & (sizes > 1) & (sizes <= MAX_LETTERS + 3)
    first = near.nonzero()[0]
    return at.take(first), at[1:].take(first) + 1


def _others(
    text: str, starts: Sequence[int], ends: Sequence[int], at: Sequence[int]
) -> tuple[list[Gloss], list[Gloss]]:
    """What is not of the usual kind (``at`` these places), and can be injected all the same; the rest."""
    more: list[Gloss] = []
    odd: list[Gloss] = []
    match = _bracketed().match
    last, holder = -1, -1  # where the gloss before ended, and which character it is for
    for before, k in zip([-1, *at], at, strict=False):
        start, end = starts[k], ends[k]
        if start and text[start] in "(（" and text[start - 1] in "(（?\ufffd":
            start -= 1
        m = match(text, start)
        if m is None or m.end() != end or (m[1] not in LOST and (m[2] or not start)):
            continue
        if k and before != k - 1:  # the one before is of the usual kind
            last, holder = ends[k - 1] - 1, starts[k - 1] - 1
        found = _one(text, m, holder if start - 1 == last else start - 1)
        if found:
            (more if injectable(found) else odd).append(found)
            last, holder = end - 1, found.at
    return more, odd


def _usual(piece: str) -> Fields:
    """The last fields of a ``Gloss``, where ``piece`` is of the usual kind: ``發(fā``."""
    char, opening, wide = piece[0], piece[1], piece[-1] == "）"
    if opening not in "(（" or not can_be_key(char):
        return NOTHING
    letters = piece[2:-1] if wide else piece[2:]
    syllable = spell(letters[letters[0] == " " : len(letters) - (letters[-1] == " ")])
    if not reads(char, syllable):
        return NOTHING
    return char, syllable, False, wide


_seen = Memo(_usual, 16384)


def _one(text: str, m: re.Match[str], before: int) -> Gloss | None:
    """A gloss that is not of the usual kind: after white space, a lost byte, half a character."""
    first, _, letters, close = m.groups()
    start, lost = m.start(), first in LOST
    if before > 0 and text[before] in " \u3000":
        before -= 1
    if before < 0:
        return None
    char, syllable = text[before], spell(letters)
    key = _straddled(text[before - 1], char, syllable) if before else ""
    if key:
        return Gloss(start, m.end(), before, key, syllable, False, False)
    if not "\u3400" <= char <= "\u9fff" and not (
        len(spelled(char)) == 2 and (lost or entries(char, syllable))
    ):
        return None
    opens = min(start, before + 1) if text[before + 1 : start].isspace() else start
    return Gloss(opens, m.end(), before, char, syllable, lost, close == "）")


def _straddled(before: str, ascii_char: str, syllable: str) -> str:
    """The entry made of a character's last byte and the ASCII character after it: ``性](zhù)``."""
    if not ("@" <= ascii_char <= "~" or ascii_char == EURO):
        return ""
    raw = spelled(before)
    key = pair(raw[1], spelled(ascii_char)[0]) if len(raw) == 2 and raw[1] > 0x80 else ""
    return key if key and can_be_key(key) and reads(key, syllable) else ""


def behind(text: str, at: int) -> Gloss | None:
    """The syllable in brackets right behind an ASCII character, which may be the last byte of another one.

    >>> behind("K(kuài)中", 0).syllable, behind("K(x) = 2", 0)
    ('kuài', None)
    """
    if text[at + 1 : at + 2] not in ("(", "（"):
        return None
    m = _bracketed().match(text, at + 1)
    if m is None or m[2]:
        return None
    syllable = spell(m[3])
    return Gloss(at + 1, m.end(), at, text[at], syllable, False, m[4] == "）") if keys_of(syllable) else None


def is_scar(gloss: Gloss) -> bool:
    """Whether the arithmetic allows that the bracket cut the character after ``gloss.char`` in two.

    The table entry's first byte must be the last byte of the character before.
    """
    return bool(entries(gloss.char, gloss.syllable)) and (
        gloss.lost or not reads(gloss.char, gloss.syllable)
    )


@lru_cache(maxsize=8192)
def entries(char: str, syllable: str) -> tuple[str, ...]:
    """The characters read ``syllable`` whose first byte is the last byte of ``char``."""
    raw = spelled(char)
    if len(raw) != 2:
        return ()
    return tuple([key for key in keys_of(syllable) if spelled(key)[:1] == raw[-1:]])


def injectable(gloss: Gloss) -> bool:
    """Whether a site could have put it there: a converted character, one of its own readings."""
    return not gloss.lost and can_be_key(gloss.char) and reads(gloss.char, gloss.syllable)
