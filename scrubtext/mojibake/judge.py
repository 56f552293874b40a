"""Which reading of a region is right: the one that is much likelier than the text as it stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from scrubtext.doc import code_units
from scrubtext.mojibake.propose import Reading
from scrubtext.plausibility import nats

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["AFTER_SYMBOL", "HOLE", "LIGATURES", "SYMBOL", "Verdict", "weigh"]


SYMBOL = -9.0  # nats of a Greek letter among others: a sign of science, no rarer than after a space
AFTER_SYMBOL = -6.0  # nats of the letter behind it
HOLE = 8.0  # nats: a hole is less unlikely than its class says, where something was lost for sure


# Ligatures are as likely as the letters they are made of: the model has none, word lists have none.
LIGATURES = {0xFB00: "f", 0xFB01: "i", 0xFB02: "l", 0xFB03: "i", 0xFB04: "l"}


class Verdict(NamedTuple):
    """A reading and its worth."""

    reading: Reading
    gain: float  # nats it is likelier than the text as it stands
    mean: float  # nats per character beyond ASCII of the new text
    fresh: int  # characters beyond ASCII of the new text


class _Heap:
    """Pieces of text scored in one pass over the model."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.spans: list[tuple[int, int]] = []
        self.at = 0

    def add(self, before: str, text: str, after: str) -> int:
        self.parts.append(before + text + after)
        self.spans.append((self.at + len(before), self.at + len(before) + len(text)))
        self.at += len(before) + len(text) + len(after)
        return len(self.spans) - 1


def weigh(line: str, found: Iterable[Reading], lang: str | None) -> list[Verdict]:
    """Score readings of ``line``; the likeliest first."""
    import numpy as np

    heap = _Heap()
    old: dict[tuple[int, int], int] = {}
    todo: dict[tuple[int, int, str], tuple[Reading, int, int]] = {}
    for r in found:
        key = (r.start, r.end, r.new)
        if key in todo:
            twin = todo[key]
            todo[key] = (twin[0]._replace(names=twin[0].names + r.names), *twin[1:])
            continue
        before, after = line[r.start - 1 : r.start] or "\n", line[r.end : r.end + 1] or "\n"
        if (r.start, r.end) not in old:
            old[r.start, r.end] = heap.add(before, line[r.start : r.end], after)
        new = heap.add(before, r.new, after)
        todo[r.start, r.end, r.new] = (r, old[r.start, r.end], new)
    if not todo:
        return []
    text = "".join(heap.parts).translate(LIGATURES)
    units = code_units(text)
    values = _with_symbols(nats(text, lang=lang), units)
    holes = units == 0xFFFD
    values = values + HOLE * holes
    judged = (units > 0x7F) & ~holes
    a, b = np.array(heap.spans).T
    gains, means, counts = (
        _sums(values, a, b + 1),
        _sums(values * judged, a, b),
        _sums(judged, a, b),
    )
    out = [
        Verdict(r, float(gains[n] - gains[o]), float(means[n] / max(counts[n], 1)), int(counts[n]))
        for r, o, n in todo.values()
    ]
    return sorted(out, key=lambda v: -v.gain)


def _with_symbols(
    values: NDArray[np.float32], units: NDArray[np.uint16]
) -> NDArray[np.float32]:
    """The nats, a Greek letter that stands alone taken for a sign of science: TNFα, IL2Rγc, ΔG."""
    import numpy as np

    greek = (units >= 0x391) & (units <= 0x3C9)
    if not greek.any():
        return values
    beside = np.concatenate(([False], greek, [False]))
    lone = greek & ~beside[:-2] & ~beside[2:]
    behind = np.concatenate(([False], lone[:-1])) & (units < 0x7F)
    out = np.where(lone, np.maximum(values, SYMBOL), values)
    return np.asarray(np.where(behind, np.maximum(out, AFTER_SYMBOL), out), np.float32)


def _sums(
    values: NDArray[np.float32], a: NDArray[np.int64], b: NDArray[np.int64]
) -> NDArray[np.float64]:
    import numpy as np

    total = np.zeros(len(values) + 1)
    np.cumsum(values, out=total[1:], dtype=np.float64)
    return np.asarray(total[b] - total[a])
