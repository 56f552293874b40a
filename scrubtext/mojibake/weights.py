"""What the characters of wrongly decoded text look like: how odd each one is, and what some of them are."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scrubtext import tables
from scrubtext.plausibility import CLASSES, table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["DATA", "marks", "weights"]

DATA = "mojibake_weights.tsv"
COMMON = -9.0  # nats of a character within its class: those that occur beside letters in clean text


@cache
def weights() -> NDArray[np.uint8]:
    """How odd each code unit is, 0 to 85."""
    import numpy as np

    model = table()
    out = np.zeros(65536, np.uint8)
    rare = np.clip((-model.alone - 8.5) * 32, 0, 85).astype(np.uint8)
    for name in ("han", "hangul"):
        at = model.classes == CLASSES.index(name)
        out[at] = rare[at]
    for kind, what, weight in tables.rows(DATA):
        if kind == "class":
            out[model.classes == CLASSES.index(what)] = int(weight)
        elif kind == "range":
            first, last = what.split("-")
            out[int(first, 16) : int(last, 16) + 1] = int(weight)
        elif kind == "signs":
            out[[ord(c) for c in what]] = int(weight)
    return out


@cache
def marks() -> NDArray[np.uint8]:
    """1 a letter of ASCII, 2 an accent in Han disguise, 3 to 5 scars of lost text, 6 and 7 Cyrillic.

    8 lost characters and controls of Latin-1, 9 a common character that may be an accent in disguise,
    10 box drawing that a letter may have become in KOI8, 11 half-width kana that lead an accent, 12
    boxes that lead one.
    """
    import numpy as np

    out = np.zeros(65536, np.uint8)
    for codec in ("gb18030", "cp950", "cp932", "cp949", "euc_jp"):
        for tail in range(0x80, 0xC0):
            for lead in (0xC2, 0xC3, 0xC4, 0xC5):
                _mark(out, bytes([lead, tail]), codec)
        _mark(out, b"\xe2\x80", codec)
        _mark(out, b"\xe2\x84", codec)
    out[(table().alone > COMMON) & (out == 2)] = 9
    out[0x41:0x5B] = 1
    out[0x61:0x7B] = 1
    out[0x2500:0x25A0] = 10
    out[0xFF82:0xFF86] = 11
    out[[ord(c) for c in "├┬┼"]] = 12
    for kind, what, value in tables.rows(DATA):
        if kind == "mark":
            out[[ord(c) for c in what]] = int(value)
    out[0xFFFD] = 8
    out[0x80:0xA0] = 8  # controls of Latin-1: nobody writes them
    out[0x430:0x450] = 6
    out[0x400:0x430] = 7
    out[[ord(c) for c in "─━┄┈│┃┆┊║═"]] = 0  # rules and borders stand beside words
    return out


def _mark(out: NDArray[np.uint8], raw: bytes, codec: str) -> None:
    try:
        char = raw.decode(codec)
    except UnicodeDecodeError:
        return
    if len(char) == 1 and char > "\u2e80":
        out[ord(char)] = 2
