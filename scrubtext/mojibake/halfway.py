"""Repairs that stop half way: what comes out is still the bytes of an encoding of East Asia."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.mojibake.pieces import Piece
from scrubtext.mojibake.views import EAST, view

__all__ = ["half_way"]

LEAST = 2  # characters of East Asia; one is any two signs
MOST = 40  # characters of a stretch that are looked at; in longer ones the next step is found
_MARK = re.compile("[\x80-\xbf\u2013-\u2026\u2030\u2122]")
_NARROW = re.compile("[\x80-\xff]")  # quotation marks and dashes stand side by side
_EAST = re.compile("[\u2e80-\uff60]+")


def half_way(pieces: Sequence[Piece]) -> bool:
    """Whether a repaired place, with what stands beside it, is signs that make sense as bytes only.

    ``¥»«p`` is 本厚 in Big5, read as cp1252: what was written once more as UTF-8 is not yet text.
    """
    text = "".join(p.text for p in pieces)
    at = 0
    for p in pieces:
        if p.why and _MARK.search(p.text) and _is_bytes(_stretch(text, at, at + len(p.text))):
            return True
        at += len(p.text)
    return False


def _stretch(text: str, start: int, end: int) -> str:
    """The span without spaces, and what stands beside it up to the next ones."""
    before = text[max(start - MOST, 0) : start].split(" ")[-1]
    return before + text[start:end] + text[end : end + MOST].split(" ")[0]


def _is_bytes(stretch: str) -> bool:
    if len(stretch) > MOST or len(set(stretch)) < 3 or not _NARROW.search(stretch):
        return False
    data = view(stretch, "cp1252").data
    return b"\0" not in data and any(_reads(data, codec) for codec in EAST)


def _reads(data: bytes, codec: str) -> bool:
    """Whether bytes are nothing but characters of East Asia."""
    try:
        new = data.decode(codec)
    except UnicodeDecodeError:
        return False
    return len(new) >= LEAST and _EAST.fullmatch(new) is not None
