"""Named character classes: every character has exactly one ``Kind``.

A text seen as one byte per character (its *shape*) can be searched at the speed of memory: a filter
whose kinds do not occur has nothing to do. Composite classes are masks: ``mask(Kind.HAN, Kind.KANA)``.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "ASCII_SHAPE",
    "ORDINARY",
    "Kind",
    "ascii_kinds",
    "kinds_of",
    "mask",
    "shape_table",
    "spell",
]


class Kind(IntEnum):
    """The one class a character belongs to; the value is its byte in ``Doc.shape``."""

    OTHER = 0  # letters and signs of all scripts not named here
    LETTER = 1  # ASCII A-Z a-z
    DIGIT = 2  # ASCII 0-9
    SPACE = 3  # U+0020
    NEWLINE = 4  # U+000A
    TAB = 5
    RETURN = 6  # U+000D
    CONTROL = 7  # C0 but for tab, line feed, carriage return; and DEL
    AMPERSAND = 8
    LESS = 9
    GREATER = 10
    BACKSLASH = 11
    PIPE = 12
    UNDERSCORE = 13
    SLASH = 14
    HASH = 15
    HYPHEN = 16
    EQUALS = 17
    PAREN_OPEN = 18
    PAREN_CLOSE = 19
    BRACE = 20
    SQUARE = 21
    QUESTION = 22
    EXCLAIM = 23
    COMMA = 24
    STOP = 25
    COLON = 26
    SEMICOLON = 27
    STRAIGHT_QUOTE = 28  # ' and "
    AT = 29
    ASCII_OTHER = 30  # $ % * + ^ ` ~
    C1 = 31  # U+0080-009F
    LATIN1_MARK = 32  # U+00A0-00BF but for the soft hyphen, and the signs of times and division
    LATIN = 33  # Latin letters beyond ASCII
    TONED = 34  # the vowels with tone marks of pinyin
    COMBINING = 35  # U+0300-036F
    GREEK = 36
    CYRILLIC = 37
    KANA = 38
    HALF_KANA = 39
    HANGUL = 40
    HAN = 41  # unified ideographs, BMP
    GUN = 42  # U+4E28, a stroke used as a separator
    IDEO_COMMA = 43
    IDEO_STOP = 44
    FULL_COMMA = 45
    FULL_QUESTION = 46
    FULL_EXCLAIM = 47
    FULL_COLON = 48
    FULL_SEMICOLON = 49
    FULL_PAREN_OPEN = 50
    FULL_PAREN_CLOSE = 51
    CJK_OPEN = 52  # opening corner, angle and lenticular brackets
    CJK_CLOSE = 53
    CURLY = 54  # curly quotes, single and double
    FULL_PIPE = 55
    FULL_ALNUM = 56
    FULL_OTHER = 57  # the other full-width forms of ASCII signs
    IDEO_SPACE = 58  # U+3000
    ELLIPSIS = 59
    DASH = 60  # en and em dash, horizontal bar
    DOT = 61  # bullets and middle dots
    ZERO_WIDTH = 62  # zero-width spaces and joiners, word joiner, BOM, invisible operators
    BIDI = 63  # directional marks, embeddings and isolates
    SOFT_HYPHEN = 64
    REPLACEMENT = 65  # U+FFFD
    PRIVATE = 66
    SURROGATE = 67
    COMPAT = 68  # compatibility ideographs, Kangxi and CJK radicals
    VARIATION = 69  # variation selectors of the BMP
    BOX = 70  # box drawing and block elements
    NONCHAR = 71  # interlinear anchors, object replacement, noncharacters of the BMP
    ASTRAL = 72  # everything beyond the BMP


# Ranges by kind, inclusive; a later row wins where two overlap.
_RANGES: tuple[tuple[Kind, tuple[tuple[int, int], ...]], ...] = (
    (Kind.LETTER, ((0x41, 0x5A), (0x61, 0x7A))),
    (Kind.DIGIT, ((0x30, 0x39),)),
    (Kind.C1, ((0x80, 0x9F),)),
    (Kind.LATIN1_MARK, ((0xA0, 0xBF), (0xD7, 0xD7), (0xF7, 0xF7))),
    (Kind.LATIN, ((0xAA, 0xAA), (0xBA, 0xBA), (0xC0, 0xD6), (0xD8, 0xF6), (0xF8, 0x24F))),
    (Kind.LATIN, ((0x1E00, 0x1EFF),)),
    (Kind.COMBINING, ((0x300, 0x36F),)),
    (Kind.GREEK, ((0x370, 0x3FF), (0x1F00, 0x1FFF))),
    (Kind.CYRILLIC, ((0x400, 0x52F),)),
    (Kind.KANA, ((0x3041, 0x30FF), (0x31F0, 0x31FF))),
    (Kind.HALF_KANA, ((0xFF61, 0xFF9F),)),
    (Kind.HANGUL, ((0x1100, 0x11FF), (0x3130, 0x318F), (0xAC00, 0xD7A3))),
    (Kind.HAN, ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x3005, 0x3007))),
    (Kind.GUN, ((0x4E28, 0x4E28),)),
    (Kind.CONTROL, ((0, 8), (0xB, 0xC), (0xE, 0x1F), (0x7F, 0x7F))),
    (Kind.FULL_OTHER, ((0xFF01, 0xFF5E), (0xFFE0, 0xFFE6))),
    (Kind.FULL_ALNUM, ((0xFF10, 0xFF19), (0xFF21, 0xFF3A), (0xFF41, 0xFF5A))),
    (Kind.ZERO_WIDTH, ((0x200B, 0x200D), (0x2060, 0x2064), (0xFEFF, 0xFEFF), (0x180E, 0x180E))),
    (Kind.ZERO_WIDTH, ((0x34F, 0x34F), (0x115F, 0x1160), (0x3164, 0x3164), (0xFFA0, 0xFFA0))),
    (Kind.BIDI, ((0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x206F), (0x61C, 0x61C))),
    (Kind.SOFT_HYPHEN, ((0xAD, 0xAD),)),
    (Kind.PRIVATE, ((0xE000, 0xF8FF),)),
    (Kind.SURROGATE, ((0xD800, 0xDFFF),)),
    (Kind.COMPAT, ((0x2E80, 0x2FDF), (0xF900, 0xFAFF))),
    (Kind.VARIATION, ((0xFE00, 0xFE0F),)),
    (Kind.BOX, ((0x2500, 0x259F),)),
    (Kind.NONCHAR, ((0xFFF9, 0xFFFC), (0xFDD0, 0xFDEF), (0xFFFE, 0xFFFE))),
    (Kind.REPLACEMENT, ((0xFFFD, 0xFFFD),)),
    (Kind.ASTRAL, ((0xFFFF, 0xFFFF),)),  # Doc.units writes U+FFFF for whatever is beyond the BMP
)

_SIGNS: tuple[tuple[Kind, str], ...] = (
    (Kind.SPACE, " "), (Kind.NEWLINE, "\n"), (Kind.TAB, "\t"), (Kind.RETURN, "\r"),
    (Kind.AMPERSAND, "&"), (Kind.LESS, "<"), (Kind.GREATER, ">"), (Kind.BACKSLASH, "\\"),
    (Kind.PIPE, "|"), (Kind.UNDERSCORE, "_"), (Kind.SLASH, "/"), (Kind.HASH, "#"),
    (Kind.HYPHEN, "-"), (Kind.EQUALS, "="), (Kind.PAREN_OPEN, "("), (Kind.PAREN_CLOSE, ")"),
    (Kind.BRACE, "{}"), (Kind.SQUARE, "[]"), (Kind.QUESTION, "?"), (Kind.EXCLAIM, "!"),
    (Kind.COMMA, ","), (Kind.STOP, "."), (Kind.COLON, ":"), (Kind.SEMICOLON, ";"),
    (Kind.STRAIGHT_QUOTE, "'\""), (Kind.AT, "@"), (Kind.ASCII_OTHER, "$%*+^`~"),
    (Kind.TONED, "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü" "ńňǹḿ"),
    (Kind.IDEO_COMMA, "、"), (Kind.IDEO_STOP, "。"), (Kind.FULL_COMMA, "，"),
    (Kind.FULL_QUESTION, "？"), (Kind.FULL_EXCLAIM, "！"), (Kind.FULL_COLON, "："),
    (Kind.FULL_SEMICOLON, "；"), (Kind.FULL_PAREN_OPEN, "（"), (Kind.FULL_PAREN_CLOSE, "）"),
    (Kind.CJK_OPEN, "「『《〈【〔〖"), (Kind.CJK_CLOSE, "」』》〉】〕〗"), (Kind.CURLY, "“”‘’"),
    (Kind.FULL_PIPE, "｜"), (Kind.IDEO_SPACE, "\u3000"), (Kind.ELLIPSIS, "…⋯"),
    (Kind.DASH, "–—―"), (Kind.DOT, "•·・‧∙●■◆★▪"),
)  # fmt: skip

ORDINARY = bytes(
    (Kind.OTHER, Kind.LETTER, Kind.DIGIT, Kind.LATIN, Kind.TONED, Kind.COMBINING, Kind.GREEK)
    + (Kind.CYRILLIC, Kind.KANA, Kind.HANGUL, Kind.HAN, Kind.ASTRAL, Kind.VARIATION)
)
"""The kinds that make words: what ``Doc.skeleton`` leaves out."""


def mask(*kinds: Kind) -> int:
    """The bit mask of some kinds, to be compared with ``Doc.kinds``."""
    return sum(1 << kind for kind in kinds)


def spell(*kinds: Kind) -> bytes:
    """Some kinds as they stand in ``Doc.shape``, one byte each."""
    return bytes(kinds)


_BITS = tuple((int(kind), 1 << kind) for kind in Kind)


def kinds_of(shape: bytes) -> int:
    """Which kinds occur in a shape, as a bit mask: a search per kind beats a set of the bytes."""
    return sum([bit for code, bit in _BITS if code in shape])


def _assign(upto: int) -> Iterable[tuple[int, int, Kind]]:
    for kind, ranges in _RANGES:
        for first, last in ranges:
            if first <= upto:
                yield first, min(last, upto), kind
    for kind, signs in _SIGNS:
        for sign in signs:
            if ord(sign) <= upto:
                yield ord(sign), ord(sign), kind


def _ascii_shape() -> bytes:
    table = bytearray(256)
    for first, last, kind in _assign(0x7F):
        table[first : last + 1] = bytes([kind]) * (last - first + 1)
    return bytes(table)


ASCII_SHAPE = _ascii_shape()
"""Translation table from ASCII bytes to kinds, for text that needs no NumPy."""


_SIGN_BITS = tuple((chr(c), 1 << ASCII_SHAPE[c]) for c in range(128) if not chr(c).isalnum())
_FREQUENT = "etaoinshrdlucmfwypvbgkqjxzETAOINSHRDLUCMFWYPVBGKQJXZ"  # most texts have the first
_DIGITS = "0123456789"


def ascii_kinds(text: str) -> int:
    """Which kinds occur in an ASCII text: a third of the cost of its shape.

    >>> ascii_kinds("a (b)") == mask(Kind.LETTER, Kind.SPACE, Kind.PAREN_OPEN, Kind.PAREN_CLOSE)
    True
    """
    kinds = 0
    for sign, bit in _SIGN_BITS:
        if sign in text:
            kinds |= bit
    if any(letter in text for letter in _FREQUENT):
        kinds |= 1 << Kind.LETTER
    if any(digit in text for digit in _DIGITS):
        kinds |= 1 << Kind.DIGIT
    return kinds


@cache
def shape_table() -> NDArray[np.uint8]:
    """The kind of every UTF-16 code unit; U+FFFF stands for all beyond the BMP."""
    import numpy as np

    table = np.zeros(65536, np.uint8)
    for first, last, kind in _assign(0xFFFF):
        table[first : last + 1] = kind
    return table
