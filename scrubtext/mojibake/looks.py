"""Quick looks at a reading: what no amount of likelihood makes up for."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from itertools import pairwise

__all__ = [
    "alphabetical", "is_text", "jumbled", "least_mean", "misspelt", "mixed", "monotonous", "raised", "rare",
    "speaks", "strange", "swallows",
]  # fmt: skip

_NO_TEXT = frozenset(("Cn", "Co", "Cs"))
_ORDERED = 6  # letters in the order of their codes are a table, not a word


LETTERS = -9.5  # nats per character below which nothing but letters is no text
WRITTEN = -12.5  # ... of letters that Western languages write, each of them rare in most: û in French
NONSENSE = -19.0  # nats per character below which not even symbols are text


_WESTERN = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüœß")


def least_mean(fresh: str) -> float:
    """Nats per character beyond ASCII below which new characters are no text."""
    signs = [c for c in fresh if c > "\x7f"]
    if _WESTERN.issuperset(signs):
        return WRITTEN if len(signs) > 1 else NONSENSE
    return LETTERS if len(signs) > 1 and 2 * sum(map(str.isalpha, signs)) >= len(signs) else NONSENSE


def is_text(new: str) -> bool:
    """Whether all characters exist, and those beyond the BMP are emoji and signs, not rare Han."""
    return not any(
        unicodedata.category(c) in _NO_TEXT or "\U00010400" <= c < "\U0001d000" or c > "\U00020000"
        for c in set(_UNUSUAL.findall(new))
    )


# Beyond the blocks in which every character exists: Latin, Cyrillic, kana, Han, Hangul, most marks.
_UNUSUAL = re.compile(
    "[^\0-\u0370\u0400-\u052f\u2010-\u205e\u3000-\u303f\u3041-\u3096\u30a0-\u30ff\u4e00-\u9fa5\uac00-\ud7a3"
    "\uff01-\uffbe]"
)


def strange(new: str, line: str, start: int, end: int) -> bool:
    """Whether a single new character is a letter nobody writes so: a letter of no orthography, one
    of another script in a word or for two Cyrillic letters, one of India or Thailand alone, a small
    one before a capital, one of the rarer Latin letters for a word.
    """
    if len(new) != 1:
        return False
    if not "\u0400" <= new < "\u0530" and _CYRILLIC.fullmatch(line, start, end):
        inside = _CAPITALS.match(line[max(start - 9, 0) : end][::-1], end - start)
        return new > "\u0370" or bool(inside)  # ОЁ is a word of Tajik, and Ψ of Greek; БИIКТIГІ is Kazakh
    if new in _UNWRITTEN or "\u0900" <= new < "\u1e00":
        return True
    before, after = line[start - 1 : start], line[end : end + 1]
    if new.islower() and after.isupper() and after.isascii() and not before.isalpha():
        return True  # āA
    if "\u0100" <= new < "\u0250" and new.islower() and not (before + after).strip():
        return new not in "įő"  # words of one letter: Lithuanian, Hungarian
    latin = any(c.isascii() and c.isalpha() for c in before + after)
    return latin and "\u0530" < new < "\u0900" and new.isalpha()


_CYRILLIC = re.compile("[\u0400-\u052f]+")
_CAPITALS = re.compile("[A-Z]*[\u0400-\u042f]{2}")  # before a place, read backwards
# Letters of no living orthography, or of phonetics only.
_UNWRITTEN = frozenset("ƀƂƃƄƅƇƈƋƌƍƎƕƗƚƛƜƞƟƢƣƤƥƦƧƨƪƫƬƭƮƱƵƶƸƹƺƻƼƽƾƿǀǁǂǃǄǅǆǇǈǉǊǋǌ")


def raised(new: str, line: str, start: int, end: int) -> bool:
    """Whether a capital stands among small letters whose bytes are those of a small letter in Latin-9.

    >>> raised("Ú", "RÃšglement", 1, 3), raised("Ê", "ÃŠtre", 0, 2)
    (True, False)
    """
    if new not in _OF_LATIN_9:
        return False
    before, after = line[start - 1 : start], line[end : end + 1]
    if before.isalpha() and (before.islower() or after.islower()):
        return True
    return _LONE.match(line, max(0, start - 2)) is not None


_OF_LATIN_9 = ("Ú", "Ê", "Î", "Þ", "Ì", "Ü")
"""What cp1252 makes of the bytes that are è, æ, ô, ø, ü, ý as the web's Latin-9 shows them."""
_LONE = re.compile(r"[a-zß-ÿ] \S{2} [a-zß-ÿ]{2}")


def rare(new: str) -> bool:
    """Whether a few letters are of a dead or rare script: three bytes of anything make one, by chance."""
    letters = len(_RARE.findall(new))
    return 0 < letters < RUN


RUN = 4  # letters of a rare script that are a word
# Syriac to Mandaic, Canadian to Tagbanwa, Mongolian to Lepcha, Glagolitic to Tifinagh, Yi to Meetei.
_RARE = re.compile("[\u0700-\u08ff\u1400-\u177f\u1800-\u1cff\u2c00-\u2dff\ua000-\ua71f\ua800-\uabff]")


def misspelt(new: str) -> bool:
    """Whether signs of Thai or Hebrew stand where no writer puts them: digits and points in words."""
    return _MISSPELT.search(new) is not None


_MISSPELT = re.compile(
    "[\u0e01-\u0e4e][\u0e50-\u0e59][\u0e01-\u0e4e]"
    "|(?<![\u0e01-\u0e4e])[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]|[\u0e40-\u0e44](?![\u0e01-\u0e2e])"
    "|(?<![\u05b0-\u05ea\ufb1d-\ufb4f])[\u05b0-\u05bd\u05c1\u05c2]|[ךםןףץ][א-ת]"
)


def mixed(new: str) -> bool:
    """Whether letters of an alphabet stand beside ASCII letters in one word."""
    last = ""
    for c in new:
        if c.isalpha() and last.isalpha() and (c < "\x7f") != (last < "\x7f"):
            return True
        last = c
    return False


def jumbled(new: str) -> bool:
    """Whether a capital letter beyond ASCII follows a small one inside a word."""
    return any(b > "\x7f" and a.islower() and b.isupper() for a, b in pairwise(new))


def alphabetical(old: str) -> bool:
    """Whether the letters beyond ASCII come in the order of their codes."""
    letters = [c for c in old if c > "\x7f"]
    rising = sum(a < b for a, b in pairwise(letters))
    return len(letters) >= _ORDERED and rising >= 0.85 * (len(letters) - 1)


def monotonous(old: str) -> bool:
    """Whether one character beyond ASCII makes up more than half of the others: a rule, a frame.

    Controls and the florin sign draw nothing: in CP932 they lead katakana.
    """
    signs = Counter(c for c in old if c > "\x7f")
    if signs.total() < 3:
        return False
    ((sign, count),) = signs.most_common(1)
    return 2 * count > signs.total() and not ("\x80" <= sign < "\xa0" or sign == "ƒ")


def speaks(new: str, narrow: bool) -> bool:
    """Whether a reading as an encoding of East Asia has words of East Asia, or accents of pinyin."""
    letters, half = len(_EAST.findall(new)), len(_HALF.findall(new))
    if half > 0.3 * (letters + half):
        return False
    accents = _ACCENT.search(new) is not None
    return (letters >= 2 and (narrow or not accents)) or (narrow and accents and not letters)


_EAST = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff10-\uff5a]")
_HALF = re.compile("[\uff61-\uff9f]")
_ACCENT = re.compile("[\xe0-\u0240]")


def swallows(old: str, new: str) -> bool:
    """Whether a reading makes accented letters of a letter and the ASCII behind it: ê of Иh, in Big5."""
    return _ascii_letters(new) < _ascii_letters(old) and not _EAST.search(new)


def _ascii_letters(text: str) -> int:
    return sum(c.isascii() and c.isalpha() for c in text)
