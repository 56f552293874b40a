"""What a text must hold to be looked at for pinyin: searches over its marks, which are short."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc

__all__ = ["cuts", "has_cut", "worth"]

_LETTERS = bytes([Kind.TONED, Kind.COMBINING, Kind.LATIN])
_TONES = mask(Kind.TONED, Kind.COMBINING, Kind.LATIN)
_SIGNS = mask(Kind.QUESTION, Kind.REPLACEMENT)
_CLOSE = bytes([Kind.PAREN_CLOSE, Kind.FULL_PAREN_CLOSE])
_LOST = bytes([Kind.QUESTION, Kind.REPLACEMENT])
_FULL_MARKS = bytes(
    (Kind.FULL_QUESTION, Kind.FULL_EXCLAIM, Kind.FULL_SEMICOLON, Kind.FULL_COLON, Kind.FULL_COMMA)
    + (Kind.IDEO_STOP, Kind.IDEO_COMMA)
)
_MARKS = _FULL_MARKS + bytes((Kind.QUESTION, Kind.EXCLAIM, Kind.COMMA, Kind.SEMICOLON, Kind.COLON))
_THIN = bytes([Kind.PAREN_OPEN, Kind.LETTER])


def worth(doc: Doc) -> bool:
    """Whether there is a syllable before a bracket, or a lost byte before a mark."""
    kinds, shape = doc.kinds, doc.shape
    if kinds & _TONES and _toned().search(shape):
        return True
    if has_cut(doc):
        return True
    return _THIN in shape and _thin().search(doc.text) is not None


@cache
def _toned() -> re.Pattern[bytes]:
    """A letter with a tone, at most six more letters, the closing bracket."""
    inner = re.escape(_LETTERS + bytes([Kind.LETTER, Kind.OTHER]))
    return re.compile(
        b"[" + re.escape(_LETTERS) + b"][" + inner + b"]{0,6}[\x03]?[" + re.escape(_CLOSE) + b"]"
    )


def has_cut(doc: Doc) -> bool:
    """Whether the sign of a lost byte stands between Chinese and a mark."""
    if not doc.kinds & _SIGNS:
        return False
    return any(doc.kinds & 1 << sign and _cut(sign).search(doc.shape) for sign in _LOST)


@cache
def _cut(sign: int) -> re.Pattern[bytes]:
    """The sign of a lost byte between Chinese and a mark with Chinese after it, or two marks."""
    lost, han = re.escape(bytes([sign])), re.escape(bytes([Kind.HAN]))
    marks = b"[" + re.escape(_MARKS) + b"]"
    stray = b"[" + re.escape(bytes([Kind.LETTER, Kind.OTHER])) + b"]?"  # a character's last byte
    comma, full = re.escape(bytes([Kind.COMMA])), b"[" + re.escape(_FULL_MARKS) + b"]"
    ends = b"(?:" + marks + b"{1,2}" + stray + han + b"|" + comma + full + b")"
    return re.compile(lost + b"(?<=" + han + lost + b")" + ends)


@cache
def _thin() -> re.Pattern[str]:
    """A bracket after Chinese with nothing but small letters in it."""
    return re.compile(
        r"\((?<=[\u3400-\u9fff\0-\x20].)[a-z]{1,20}(?: [a-z]{1,7}){0,7} ?\)", re.DOTALL
    )


def cuts(text: str) -> list[tuple[int, int]]:
    """Where signs of lost bytes stand before replaced marks."""
    return sorted([m.span() for sign in "?\ufffd" for m in _marks(sign).finditer(text)])


@cache
def _marks(sign: str) -> re.Pattern[str]:
    """One sign, as a literal: searching for that is much faster than for either."""
    return re.compile(
        re.escape(sign) + r"(?<=[\u3400-\u9fff].)(?:,[，。、；：？！](?=[?\ufffd@-~]|[^\0-\xff])"
        r"|[?!,;:？！，；：。、](?=[@-~]?[\u3400-\u9fff]))"
    )
