"""Pinyin syllables and the characters they read, in all the spellings pages use."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from scrubtext import tables
from scrubtext.gloss.gbk import in_gb2312

__all__ = ["LETTERS", "TONED", "can_be_key", "converted", "has_tone", "keys_of"]
__all__ += ["mostly", "readings", "reads", "spell"]

DATA = "readings.txt.gz"
TONED = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹếề"
"""The letters that carry a tone."""
_BREVE = "ăĕĭŏŭ"  # often typed for the caron
LETTERS = "a-zü:ɑɡê\u0300\u0301\u0304\u0308\u030c" + TONED + _BREVE
"""What stands between the brackets, as the inside of a regular expression's character class."""

_TONED = frozenset(TONED)
_AS = str.maketrans("ɑɡăĕĭŏŭv", "agǎěǐǒǔü")


@lru_cache(maxsize=8192)
def spell(syllable: str) -> str:
    r"""One spelling for a syllable: composed letters, ``ü`` for ``v`` and ``u:``, no IPA letters.

    >>> spell("ɡuo\u0301"), spell("lu:è")
    ('guó', 'lüè')
    """
    return unicodedata.normalize("NFC", syllable.replace("u:", "ü").translate(_AS))


@lru_cache(maxsize=8192)
def has_tone(syllable: str) -> bool:
    """Whether a (spelled) syllable shows its tone."""
    return not _TONED.isdisjoint(syllable)


@cache
def _characters() -> dict[str, str]:
    return {row[0]: row[1] for row in tables.rows(DATA)}


@cache
def readings() -> dict[str, tuple[str, ...]]:
    """Character to its readings."""
    out: dict[str, tuple[str, ...]] = {}
    for syllable, chars in _characters().items():
        for char in chars:
            out[char] = (*out.get(char, ()), syllable)
    return out


@lru_cache(maxsize=8192)
def reads(char: str, syllable: str) -> bool:
    """Whether ``syllable`` (spelled) is a reading of ``char``; umlauts may be missing."""
    table = _characters()
    if char in table.get(syllable, ""):
        return True
    return "u" in syllable and char in table.get(_umlaut(syllable), "")


@lru_cache(maxsize=8192)
def mostly(char: str, syllable: str) -> bool:
    """Whether ``char`` is hardly ever read otherwise than ``syllable`` (spelled): nobody looks that up.

    >>> mostly("稅", "shuì"), mostly("長", "zhǎng")
    (True, False)
    """
    return char in _mostly().get(syllable, "")


@cache
def _mostly() -> dict[str, str]:
    return {row[0]: row[2] for row in tables.rows(DATA)}


def _umlaut(syllable: str) -> str:
    return syllable.translate(str.maketrans("uūúǔù", "üǖǘǚǜ"))


@cache
def can_be_key(char: str) -> bool:
    """Whether an injected table can hold ``char``: only what conversion to Traditional makes.

    Eighty of eighty characters counted on polluted pages are outside GB2312, or are made by the
    conversion from another character.
    """
    if not "\u3400" <= char <= "\u9fff":
        return False
    return not in_gb2312(char) or char in converted()


@cache
def converted() -> frozenset[str]:
    """Characters of GB2312 that conversion makes of another one."""
    return frozenset(next(row[1] for row in tables.rows("zh_fold.txt") if row[0] == "converted"))


@lru_cache(maxsize=8192)
def keys_of(syllable: str) -> tuple[str, ...]:
    """The characters an injected table can hold that are read so."""
    return tuple(c for c in _characters().get(syllable, "") if can_be_key(c))
