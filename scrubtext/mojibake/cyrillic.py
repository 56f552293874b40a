"""Cyrillic read as other Cyrillic: a swap of letters, where capitals look like small letters of another text.

KOI8-R and cp1251 have small letters where the other has capitals, so words in capitals always have a
reading in small letters, and small letters are likelier. Here case says nothing: both texts are weighed
in small letters, and letters the model hardly knows, of Belarusian, Mongolian, Kazakh ..., for those it
knows. Of 18,000 headings, names and words in ten languages, as they are and in capitals, none passes; of
lines swapped between KOI8-R and cp1251 all of more than 40 letters do, of 13 to 40 three in four.
"""

from __future__ import annotations

import re
from functools import cache

from scrubtext.doc import code_units
from scrubtext.plausibility import nats

__all__ = ["capitals", "convincing"]

BASE, EACH = 7.5, 0.3  # nats, and nats per letter, the new text must be likelier, case and letters alike
MEAN = -3.9  # nats per letter, its worst; running text has -3.5
TURNED = 5.0  # nats a word as пО speaks for a swap

_LETTER = re.compile("[\u0400-\u052f]")
_WORD = re.compile("[\u0400-\u052f]{2,}")
# Letters that are rare in Russian alone, and the Russian ones that stand in such places.
_RARE, _LIKE = "эыъўүұөәіїјқғҡңҳҷҙҫһӣӯѓќљњџєґёӑӗӳӕ", "еиауууоаииикгкнхчзсхиугклнцегеаеуа"


def convincing(old: str, new: str) -> bool:
    """Whether ``new`` is much the better text than ``old``; where not both are Cyrillic that is granted."""
    if not (_all_cyrillic(old) and _LETTER.search(new)):
        return True
    turned = _turned(old)
    if 2 * turned >= max(len(_WORD.findall(old)), 1):
        return True
    small = old.lower()
    before = max(_score(small)[0], _score(small.translate(_alike()))[0])
    after, count = _score(new.lower())
    return after - before >= BASE + EACH * count - TURNED * turned and after >= MEAN * count


def _all_cyrillic(text: str) -> bool:
    """Whether all that is beyond ASCII is Cyrillic letters, and marks that stand beside them.

    Another sign says that a text is garbled: of KOI8-R read as cp866 half are lines of boxes.
    """
    others = [c for c in text if c > "\x7f" and c not in _MARKS]
    return bool(others) and all(_LETTER.match(c) for c in others)


_MARKS = frozenset("«»“”„‘’—–…№\xa0\u0301")


def capitals(text: str) -> bool:
    """Whether all letters beyond ASCII are Cyrillic capitals: a heading, not bytes of East Asia."""
    return _all_cyrillic(text) and text == text.upper()


def _turned(text: str) -> int:
    """How many words have capitals where no word has them: names, garbled, and words of two tables."""
    words = _WORD.findall(text)
    return sum(w not in (w.lower(), w.upper(), w.capitalize()) for w in words)


@cache
def _alike() -> dict[int, str]:
    return {ord(a): b for a, b in zip(_RARE, _LIKE, strict=True)}


def _score(text: str) -> tuple[float, int]:
    """Nats of the Cyrillic letters of a text, and how many there are."""
    units = code_units(text)
    own = (units >= 0x400) & (units < 0x530)
    return float(nats(text)[own].sum()), int(own.sum())
