"""Words of two scripts that are garble: the Cyrillic letters are accented ones of Latin, in another table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.plausibility import nats

__all__ = ["beside_garble", "in_garble", "lead"]

_READ = {"cyrillic": ("cp1251", "koi8-r", "cp866"), "greek": ("cp1253",)}
MOST = 12.0
_WROTE = ("cp1252", "cp1250", "cp1254", "cp1257")
# What garble shows beside such letters: boxes of KOI8-R, signs of cp1251 that no word touches.
_SIGNS = frozenset("№¤¦¬¯¶µ±¨©®ґ÷¹²³ªº") | frozenset(map(chr, range(0x2500, 0x25A0)))


@cache
def _table(read: str, wrote: str) -> dict[str, str]:
    """Letters of ``read`` to the letters of ``wrote`` that have the same byte."""
    found = {}
    for byte in range(0x80, 0x100):
        a, b = (bytes([byte]).decode(codec, "ignore") for codec in (read, wrote))
        if a.isalpha() and b.isalpha():
            found[a] = b
    return found


def _readings(word: str, script: str) -> Iterator[str]:
    """What a word may have been, where all its foreign letters are letters there too."""
    for read in _READ[script]:
        for wrote in _WROTE:
            table = _table(read, wrote)
            if all(c < "\x80" or c in table for c in word):
                yield "".join(table.get(c, c) for c in word)


def _word_nats(word: str) -> float:
    """Nats of a word between spaces, names and headings in small letters."""
    small = word[1:].islower() or word.isupper()
    return float(nats((word.lower() if small else word) + " ").sum())


def lead(word: str, mended: tuple[str, ...], script: str) -> float:
    """Nats by which ``mended`` is likelier than the accented words a word of two scripts may have been.

    Where there is nothing to mend the word itself stands for it. At most ``MOST``: one word is one word.
    """
    was = max(map(_word_nats, set(_readings(word, script))), default=float("-inf"))
    return min(max(map(_word_nats, mended or (word,))) - was, MOST)


def beside_garble(text: str, start: int, end: int) -> bool:
    """Whether a sign stands beside a word that clean text has not there."""
    return text[start - 1 : start] in _SIGNS or text[end : end + 1] in _SIGNS


@cache
def _cut() -> re.Pattern[str]:
    return re.compile("[a-z][№¤¦¶±\u2500-\u259f][a-z]")


def in_garble(text: str) -> bool:
    """Whether a sign of such a table cuts a word: Rozwi№zano."""
    return _cut().search(text) is not None
