"""Which places of a text deserve a look: one table of weights, summed over three neighbours.

Weights say how odd a character is among clean neighbours; a sum of 120 is suspicious. Wrongly decoded
text reaches it within a few characters, whatever the encodings; clean text hardly ever does. A second
table catches what needs only one odd character, by what stands beside it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from scrubtext.chars import Kind, mask
from scrubtext.doc import SLICE
from scrubtext.mojibake.quiet import SIGNS, calm
from scrubtext.mojibake.weights import marks, weights

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scrubtext.doc import Doc

__all__ = ["regions"]

# Weight of three neighbours that is suspicious, by the length of the text: a short one is looked at
# more closely, it costs little. One weight is at most 85, so that three fit into a byte. On clean
# manuals in Chinese 120 is met once in 1,000 characters.
ENOUGH = ((64, 60), (float("inf"), 120))
REACH = 48  # characters looked at on both sides of a suspicious place
LONGEST = 4000  # characters of one region of a longer line

_MARKS = (
    b"\1\2", b"\2\1", b"\3", b"\x08", b"\4\4\4", b"\5\5\5", b"\6\7", b"\7" * 6, b"\1\7",
    b"\1\x09\1", b"\6\x0a", b"\6\x0c", b"\1\x0b", b"\1\x0c",
)  # fmt: skip


# Kinds wrongly decoded text shows beside Han and Hangul; and all it ever shows.
_NARROW = mask(
    Kind.C1, Kind.LATIN, Kind.TONED, Kind.GREEK, Kind.CYRILLIC, Kind.BOX, Kind.HALF_KANA,
    Kind.PRIVATE, Kind.REPLACEMENT, Kind.COMBINING, Kind.COMPAT,
)  # fmt: skip
EVIDENCE = _NARROW | mask(*SIGNS, Kind.HAN, Kind.HANGUL, Kind.KANA)
SHORT = 200  # characters: up to here the sums are looked at always


def regions(doc: Doc) -> list[tuple[int, int]]:
    """Spans of the text that deserve a look, in order, disjoint; never across lines."""
    kinds = doc.kinds
    if not kinds & EVIDENCE:
        return []
    if not kinds & _NARROW and SHORT < len(doc.text) <= SLICE and calm(doc):
        return []
    blanks = _blanks(doc.text) if kinds & _LATIN else []
    out: list[tuple[int, int]] = []
    last = 0
    for start, units in doc.slices():
        looks = _Looks(units, [at - start for at in blanks if start <= at < start + len(units)])
        while (hit := looks.next(last - start)) >= 0:
            out.append(_span(doc.text, start + hit, last))
            last = max(out[-1][1], start + hit + 1)
    return out


# à and í of UTF-8 in cp1252: the no-break space and the soft hyphen weigh nothing, French is full of them.
_LATIN, _BLANKS = mask(Kind.LATIN), re.compile("Ã[\xa0\xad]")


def _blanks(text: str) -> list[int]:
    """Where they stand."""
    if "Ã" not in text:
        return []
    return [m.start() for m in _BLANKS.finditer(text)]


class _Looks:
    """Suspicious places of a slice, looked up one by one: a line needs the first only."""

    def __init__(self, units: NDArray[np.uint16], blanks: list[int]) -> None:
        import numpy as np

        self.blanks = blanks
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
        if not self.first and not len(self.odd) and not self.blanks:
            return -1
        for mark, at in self.first.items():
            if 0 <= at < start:
                self.first[mark] = self.marked.find(mark, start)
        places = [at for at in self.first.values() if at >= 0]
        places += self.blanks[(b := bisect_left(self.blanks, start)) : b + 1]
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
