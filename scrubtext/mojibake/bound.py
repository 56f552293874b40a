"""Which readings are worth the model: those whose characters, each behind the one it follows best, win.

It is a bound and no guess: what is left out would have gained less than anything asks for. Of a clean
line nearly all is left out, at a tenth of the cost.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from scrubtext.doc import code_units
from scrubtext.mojibake.groups import EAST_LIMITS, changed
from scrubtext.mojibake.judge import AFTER_SYMBOL, HOLE, LIGATURES, SYMBOL
from scrubtext.mojibake.odd import line_nats, odd_of
from scrubtext.mojibake.propose import Reading
from scrubtext.mojibake.views import EAST
from scrubtext.plausibility import nats, table

__all__ = ["hopeful", "promising"]

END = 20.0  # nats a break may gain behind a reading; it has them nowhere


def promising(line: str, found: Sequence[Reading], lang: str | None, least: float) -> list[Reading]:
    """The readings that may gain ``least`` nats, and those of East Asia what ``sane`` asks of them.

    All of them where odd places are many: of a line that is damaged most of them do.
    """
    if not found or not odd_of(line).few:
        return [*found]
    was, new, out, end = _sums(line, lang), _most([r.new for r in found]), list[Reading](), 0
    for r in found:
        start, end = end, end + len(r.new)
        # The character behind a reading counts as well: it may gain all it has not.
        gain = new[end] - new[start] + was[r.start] - was[r.end + 1]
        if gain > least and (r.wrote not in EAST or _may_speak(line, r, gain)):
            out.append(r)
    return out


def hopeful(line: str, texts: Sequence[str], least: float) -> list[str]:
    """The texts that may be ``least`` nats likelier than a line, each instead of all of it."""
    sums, end, out = _most(texts), 0, list[str]()
    least += float(line_nats(line).sum())
    for text in texts:
        start, end = end, end + len(text)
        if sums[end] - sums[start] > least:
            out.append(text)
    return out


def _most(texts: Sequence[str]) -> list[float]:
    """The most nats that texts may have, one behind the other: sums up to each character."""
    return [0.0, *_best().take(code_units("".join(texts))).cumsum().tolist()]


def _may_speak(line: str, r: Reading, gain: float) -> bool:
    """Whether a reading as an encoding of East Asia gains enough for the characters it changes."""
    old, each = line[r.start : r.end], EAST_LIMITS[0]
    if gain < each or old.count(old[:1]) == len(old):
        return False
    fresh = len(r.new) - len(r.new.encode("ascii", "ignore")) - r.new.count("\ufffd")
    return gain >= each * changed(old, r.new, fresh)


@cache
def _best() -> NDArray[np.float64]:
    """The most a character of a reading may count, whatever stands before it; no sign of science has more."""
    model = table()
    best = np.asarray(model.alone + model.switch.max(axis=0)[model.classes], np.float64)
    np.maximum.at(best, model.pairs & np.uint32(0xFFFF), model.after)
    best[model.classes == 0] = best[0x20]
    best[0x370:0x400] = np.maximum(best[0x370:0x400], SYMBOL)
    best[:0x80] = np.maximum(best[:0x80], AFTER_SYMBOL)
    best[0xFFFD] += HOLE
    best[list(LIGATURES)] = 0.0
    return best


@lru_cache(maxsize=4)
def _sums(line: str, lang: str | None) -> list[float]:
    """The nats of a line up to each character, and those a break behind it may gain."""
    values = nats(line, lang=lang) if lang else line_nats(line)
    sums = values.cumsum(dtype=np.float64).tolist()
    return [0.0, *sums, sums[-1] - END]
