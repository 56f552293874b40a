"""Which places of a text deserve a look: one table of weights, summed over three neighbours.

Weights say how odd a character is among clean neighbours; a sum of 120 is suspicious. Wrongly decoded
text reaches it within a few characters, whatever the encodings; clean text hardly ever does. A second
table catches what needs only one odd character, by what stands beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from scrubtext import tables
from scrubtext.chars import Kind, mask
from scrubtext.doc import SLICE
from scrubtext.mojibake.views import double_table
from scrubtext.plausibility import CLASSES, table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scrubtext.doc import Doc

__all__ = ["regions"]

# Weight of three neighbours that is suspicious, by the length of the text: a short one is looked at
# more closely, it costs little. One weight is at most 85, so that three fit into a byte. On clean
# manuals in Chinese 120 is met once in 1,000 characters.
ENOUGH = ((64, 60), (float("inf"), 120))
COMMON = -9.0  # nats of a character within its class: those that occur beside letters in clean text
REACH = 48  # characters looked at on both sides of a suspicious place
LONGEST = 4000  # characters of one region of a longer line
DATA = "mojibake_weights.tsv"

_MARKS = (
    b"\1\2", b"\2\1", b"\3", b"\x08", b"\4\4\4", b"\5\5\5", b"\6\7", b"\7" * 6, b"\1\7",
    b"\1\x09\1", b"\6\x0a", b"\6\x0c", b"\1\x0b", b"\1\x0c",
)  # fmt: skip


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


# Kinds wrongly decoded text shows beside Han and Hangul; and all it ever shows.
_NARROW = mask(
    Kind.C1, Kind.LATIN1_MARK, Kind.LATIN, Kind.TONED, Kind.GREEK, Kind.CYRILLIC, Kind.BOX,
    Kind.HALF_KANA, Kind.OTHER, Kind.PRIVATE, Kind.REPLACEMENT, Kind.COMBINING, Kind.COMPAT,
)  # fmt: skip
EVIDENCE = _NARROW | mask(Kind.HAN, Kind.HANGUL, Kind.KANA)
SHORT = 200  # characters: up to here the sums are looked at always
RARE = 50  # weight of Han and Hangul of which three side by side are suspicious
_CYCLES = (b"\1\2\3\1", b"\2\3\1\2", b"\3\1\2\3")


@cache
def quiet() -> NDArray[np.uint8]:
    """What to look for in text of Han, Hangul and marks.

    1 a lead byte and a tail in GBK, 2 an accent in Han disguise, 3 scars of lost text, 4 rare,
    5 a letter of ASCII, 6 a common character that may be an accent.
    """
    import numpy as np

    model, sign = table(), marks()
    out = np.zeros(65536, np.uint8)
    wide = np.isin(model.classes, [CLASSES.index("han"), CLASSES.index("hangul")])
    out[wide & (weights() >= RARE)] = 4
    out[cycle() == 1] = 1
    for there, code in ((1, 5), (2, 2), (3, 3), (4, 3), (5, 3), (9, 6)):
        out[sign == there] = code
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


def _calm(doc: Doc) -> bool:
    """Whether a text without alphabets is quiet: the only look clean Chinese gets."""
    seen = quiet().take(doc.units, mode="clip").tobytes()
    if 3 in seen or b"\4\4\4" in seen:
        return False
    if 6 in seen and doc.kinds & _LETTER and b"\5\6\5" in seen:
        return False
    if 1 in seen:
        steps = cycle().take(doc.units, mode="clip").tobytes()
        if any(c in steps for c in _CYCLES):
            return False
    return not (_beside(seen, 1) or _beside(seen, 2))


def _beside(seen: bytes, code: int) -> bool:
    """Whether something of a rare kind has a letter, or two rare characters, beside it."""
    find, alone = seen.find, _alone(code)
    at = find(code)
    while at >= 0:
        near = seen[at - 2 : at + 3]
        if near not in alone:
            near = near or seen[: at + 3]
            if len(near.translate(None, b"\0\3\5\6")) > 2 or (code == 2 and 5 in near[1:4]):
                return True
            alone.add(near)
        at = find(code, at + 1)
    return False


@cache
def _alone(code: int) -> set[bytes]:
    """Five neighbours, of seven codes each, that were found to be calm: it fills as it is asked."""
    return set()


_LETTER = mask(Kind.LETTER)


def regions(doc: Doc) -> list[tuple[int, int]]:
    """Spans of the text that deserve a look, in order, disjoint; never across lines."""
    kinds = doc.kinds
    if not kinds & EVIDENCE:
        return []
    if not kinds & _NARROW and SHORT < len(doc.text) <= SLICE and _calm(doc):
        return []
    out: list[tuple[int, int]] = []
    last = 0
    for start, units in doc.slices():
        looks = _Looks(units)
        while (hit := looks.next(last - start)) >= 0:
            out.append(_span(doc.text, start + hit, last))
            last = max(out[-1][1], start + hit + 1)
    return out


class _Looks:
    """Suspicious places of a slice, looked up one by one: a line needs the first only."""

    def __init__(self, units: NDArray[np.uint16]) -> None:
        import numpy as np

        self.odd: Sequence[int] | NDArray[np.intp] = ()  # places where sums of weights are high
        if len(units) > 1:
            weight = weights().take(units, mode="clip")
            three = weight[:-1] + weight[1:]
            if len(units) > 2:
                three[:-1] += weight[2:]
            enough = next(weight for size, weight in ENOUGH if len(units) <= size)
            if three.max() >= enough:
                self.odd = np.flatnonzero(three >= enough)
        signs = marks().take(units, mode="clip")
        self.marked = signs.tobytes() if len(signs) and signs.max() > 1 else b""
        self.first = {m: at for m in _MARKS if (at := self.marked.find(m)) >= 0}

    def next(self, start: int) -> int:
        """The first place from ``start`` on, or -1."""
        if not self.first and not len(self.odd):
            return -1
        for mark, at in self.first.items():
            if 0 <= at < start:
                self.first[mark] = self.marked.find(mark, start)
        places = [at for at in self.first.values() if at >= 0]
        k = bisect_left(self.odd, start)
        if k < len(self.odd):
            places.append(int(self.odd[k]))
        return min(places, default=-1)


def _span(text: str, hit: int, last: int) -> tuple[int, int]:
    """The line a suspicious place is in, behind ``last``; of a long line what is around it."""
    if text[hit] == "\n" and hit + 1 < len(text):
        hit += 1  # what is odd stands behind the break
    a = max(text.rfind("\n", last, hit) + 1, last)
    b = text.find("\n", hit, a + LONGEST)
    if b >= 0:
        return a, b
    if len(text) - a <= LONGEST:
        return a, len(text)
    a = max(a, hit - REACH)
    b = min(len(text), a + LONGEST)
    if b < len(text):  # rather between words
        b = max(text.rfind(" ", hit + 1, b), hit + 1 if b - hit < 2 else 0) or b
    return a, b
