"""Whether a text of Han, Hangul and marks is calm: the only look clean Chinese gets.

One table says of each character whether it is rare, or what garble is made of; what is calm has such
characters one by one, or in words: the two of 蝴蝶 are rare, but side by side they are ordinary.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from scrubtext import tables
from scrubtext.chars import Kind, mask, shape_table
from scrubtext.mojibake.views import double_table
from scrubtext.mojibake.weights import DATA, marks, weights
from scrubtext.plausibility import CLASSES, pair_nat, table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scrubtext.doc import Doc

__all__ = ["SIGNS", "calm"]

SIGNS = (Kind.OTHER, Kind.LATIN1_MARK)  # kinds of which some signs are ordinary
RARE = 50  # weight of Han and Hangul of which three side by side are suspicious
WORD = -8.0  # nats of a character behind another one with which it makes a word; alone it has -9 to -12
MOST = 32  # places where rare characters crowd that are looked at; who has more is not calm
_CALM = b"\0\3\5\6\7"  # codes of characters that are not rare
_LETTER = mask(Kind.LETTER)
_CYCLES = (b"\1\2\3\1", b"\2\3\1\2", b"\3\1\2\3")


@cache
def quiet() -> NDArray[np.uint8]:
    """What to look for in text of Han, Hangul and marks.

    1 a lead byte and a tail in GBK, 2 an accent in Han disguise, 3 scars of lost text and signs that
    are not ordinary, 4 rare, 5 a letter of ASCII, 6 a common character that may be an accent, 7 a scar
    that is a word too, as 烫.
    """
    import numpy as np

    model, sign = table(), marks()
    out = np.zeros(65536, np.uint8)
    wide = np.isin(model.classes, [CLASSES.index("han"), CLASSES.index("hangul")])
    out[wide & (weights() >= RARE)] = 4
    out[cycle() == 1] = 1
    for there, code in ((1, 5), (2, 2), (3, 3), (4, 7), (5, 7), (9, 6)):
        out[sign == there] = code
    out[np.isin(shape_table(), SIGNS) & ~ordinary()] = 3
    return out


@cache
def ordinary() -> NDArray[np.bool_]:
    """Signs that stand in clean Chinese, and begin no character of garble: ℃, ‰, Ⅱ, △."""
    import numpy as np

    out = np.zeros(65536, bool)
    for kind, what, form in tables.rows(DATA):
        if kind == "calm" and form == "range":
            first, last = what.split("-")
            out[int(first, 16) : int(last, 16) + 1] = True
        elif kind == "calm":
            out[[ord(c) for c in what]] = True
    return out


@cache
def cycle() -> NDArray[np.uint8]:
    """1 to 3: the bytes in GBK are lead and tail, tail and lead, two tails, as in UTF-8.

    UTF-8 of three bytes read two by two runs through these classes in turn; four characters in step
    are met in no clean text but by one chance in a million.
    """
    import numpy as np

    out = np.zeros(65536, np.uint8)
    codes = double_table("gb18030")
    first, second = codes >> 8, codes & 0xFF
    lead, led = (first > 0xE1) & (first < 0xF0), (second > 0xE1) & (second < 0xF0)
    tail, tailed = (first & 0xC0) == 0x80, (second & 0xC0) == 0x80
    out[lead & tailed], out[tail & led], out[tail & tailed] = 1, 2, 3
    return out


def calm(doc: Doc) -> bool:
    """Whether a text whose only signs are ordinary ones shows nothing that garble shows."""
    seen = quiet().take(doc.units, mode="clip").tobytes()
    if 3 in seen or (7 in seen and b"\7\7\7" in seen):
        return False
    if 6 in seen and doc.kinds & _LETTER and b"\5\6\5" in seen:
        return False
    if 1 in seen:
        steps = cycle().take(doc.units, mode="clip").tobytes()
        if any(c in steps for c in _CYCLES):
            return False
    return not _crowded(doc.text, seen)


def _crowded(text: str, seen: bytes) -> bool:
    """Whether rare characters stand side by side, or what may be garble beside them, and make no words."""
    at = seen.find(b"\4\4\4")
    for _ in range(MOST):
        if at < 0:
            return _beside(text, seen, 1) or _beside(text, seen, 2)
        if not any(_is_word(text[i - 1 : i + 1]) for i in range(at, at + 4)):
            return True
        at = seen.find(b"\4\4\4", at + 1)
    return True


def _beside(text: str, seen: bytes, code: int) -> bool:
    """Whether something of a rare kind has a letter, or two rare characters, beside it."""
    find, alone = seen.find, _alone(code)
    at, places = find(code), 0
    while at >= 0:
        start = at - 2
        near = b"\0" * max(0, -start) + seen[max(0, start) : at + 3]  # before the text all is calm
        if near not in alone:
            letter = code == 2 and 5 in near[1:4]
            if not letter and len(near.translate(None, _CALM)) <= 2:
                alone.add(near)
            elif places == MOST or (_lonely(text, at) and (letter or _few_words(text, start, near))):
                return True
            else:
                places += 1
        at = find(code, at + 1)
    return False


def _few_words(text: str, start: int, near: bytes) -> bool:
    """Whether three rare characters are left where those that make words are left out."""
    return sum(code not in _CALM and _lonely(text, start + i) for i, code in enumerate(near)) > 2


def _lonely(text: str, at: int) -> bool:
    """Whether a character makes no word with its neighbours."""
    return not (_is_word(text[at - 1 : at + 1]) or _is_word(text[at : at + 2]))


@lru_cache(maxsize=4096)
def _is_word(pair: str) -> bool:
    """Whether two characters are a word or a part of one: 瘫痪, 蝴蝶; 蹦蹦."""
    if len(pair) < 2 or max(pair) > "\uffff":
        return False
    return pair[0] == pair[1] or pair_nat(*pair) > WORD


@cache
def _alone(code: int) -> set[bytes]:
    """Five neighbours, of eight codes each, that were found to be calm: it fills as it is asked."""
    return set()
