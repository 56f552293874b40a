"""The two thin families: readings that lost their accented letters, and readings without tones.

``发展(fzhn)`` is ``fāzhǎn`` without ā and ǎ: equal to the last letter, so it can be checked exactly.
``烟(yan)台市(shi)`` is only told by what stands around it: inside words, beside control characters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from scrubtext.gloss.columns import Gloss
from scrubtext.gloss.evidence import cuts_word, running
from scrubtext.gloss.syllables import TONED, readings
from scrubtext.gloss.topics import about_readings

__all__ = ["toneless", "vowelless"]

MAX_WORD = 8  # characters one bracket may gloss
SURE_LETTERS = 4  # letters from which one such bracket is enough
MIN_STRONG = 2  # brackets with more than initials, for a page to be polluted
SURE_STRONG = 4  # ... for single letters to go, too
MIN_KEYS = 4  # distinct characters with toneless readings; two beside control characters
SHARE = 0.5  # of the Chinese characters glossed: from here it is a reader

_INITIAL = re.compile(r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?$")
_DROP = dict.fromkeys(map(ord, TONED))


class _Word(NamedTuple):
    """A bracket whose letters are the readings before it, less the accented ones."""

    start: int
    end: int
    size: int
    letters: int
    strong: bool  # more than initials is left, of a syllable that has a tone


@lru_cache(maxsize=8192)
def _reduced(char: str) -> frozenset[str]:
    """What is left of the readings of ``char``; some pages lose the g of ng with the vowel."""
    left = {r.translate(_DROP) for r in readings().get(char, ())}
    return frozenset(left | {piece[:-1] for piece in left if piece.endswith("ng")})


@lru_cache(maxsize=8192)
def _plain(char: str) -> frozenset[str]:
    """The readings of ``char`` without their tones."""
    decomposed = (unicodedata.normalize("NFD", r) for r in readings().get(char, ()))
    return frozenset(
        unicodedata.normalize("NFC", re.sub("[\u0300\u0301\u0304\u030c]", "", r))
        for r in decomposed
    )


_BRACKET = re.compile(r"\(([a-z]{1,20}(?: [a-z]{1,7}){0,7}) ?\)")


def vowelless(text: str) -> list[tuple[int, int]]:
    """Spans of the brackets that hold a word's reading without its accented letters."""
    words = list(_words(text))
    strong = [w for w in words if w.strong]
    sure = len({text[w.start - 2 : w.end] for w in strong})
    alone = any(w.letters >= SURE_LETTERS and w.size > 1 for w in strong)
    if sure < MIN_STRONG and not alone:
        return []
    if sure < SURE_STRONG and about_readings(text):
        return []
    least = 1 if sure >= SURE_STRONG else 2
    return [(w.start, w.end) for w in words if w.strong or w.size >= least]


def _words(text: str) -> Iterator[_Word]:
    for m in _BRACKET.finditer(text):
        letters = m[1].replace(" ", "")
        found = _glossed(text, m.start(), letters)
        if found:
            yield _Word(m.start(), m.end(), found[0], len(letters), found[1])


def _glossed(text: str, at: int, letters: str) -> tuple[int, bool] | None:
    """How many characters before ``at`` the letters spell, and whether more than initials is left."""
    open_ = {len(letters): False}
    for size in range(1, MAX_WORD + 1):
        char = text[at - size] if size <= at else ""
        reduced = _reduced(char) if char else frozenset()
        reached: dict[int, bool] = {}
        for end, strong in open_.items():
            for piece in reduced:
                if piece and letters.endswith(piece, 0, end):
                    begin = end - len(piece)
                    more = not _INITIAL.match(piece) and piece not in readings().get(char, ())
                    reached[begin] = reached.get(begin, False) or strong or more
        if 0 in reached:
            return size, reached[0]
        if not reached:
            return None
        open_ = reached
    return None


def toneless(text: str, han: int, controls: bool, found: Sequence[Gloss]) -> list[tuple[int, int]]:
    """Spans of the toneless readings that were put inside words."""
    fit = [
        g
        for g in found
        if not g.lost and not g.wide and g.syllable.isascii() and g.syllable in _plain(g.char)
    ]
    keys = {g.char for g in fit}
    if len(keys) < (2 if controls else MIN_KEYS):
        return []
    if len(found) >= SHARE * han or 2 * len(fit) < len(found):
        return []  # most have their tones: the neutral syllables of a text that teaches to read
    if not running(text, fit) or about_readings(text):
        return []
    cut = sum(cuts_word(text, g) for g in fit)
    return [(g.start, g.end) for g in fit] if 2 * cut >= len(fit) else []
