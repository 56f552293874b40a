"""The short way: one mix-up that explains a whole line beyond doubt needs no search."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from scrubtext.doc import code_units
from scrubtext.mojibake.gate import weights
from scrubtext.mojibake.looks import is_text, speaks
from scrubtext.mojibake.propose import Reading, trimmed, views_of
from scrubtext.mojibake.utf8 import islands
from scrubtext.mojibake.views import EAST, View, narrow
from scrubtext.plausibility import CLASSES, class_table, nats

__all__ = ["quick", "suspicious"]

ENOUGH = 8  # new characters beyond ASCII
GAIN = 4.5  # nats per new character: twice what the search asks for
MEAN = -6.8  # nats per new character: everyday text
LEAD = 6.0  # nats the best answer is ahead of the next
ODD = 36  # weight of a character of a single-byte encoding that is worth a search
ODD_TWO, ODD_THREE = -19.5, -28.0  # nats of neighbours that nothing but damage explains
ODD_CYRILLIC = -4.6  # mean nats of Cyrillic letters; clean text has -3.5


def suspicious(line: str) -> bool:
    """Whether some neighbours are so unlikely that a search is worth its time."""
    units = code_units(line)
    if (weights().take(units)[narrow().take(units)] >= ODD).any():
        return True
    values = nats(line)
    two = values[:-1] + values[1:]
    if not len(two) or two.min() < ODD_TWO:
        return True
    if len(two) > 1 and (two[:-1] + values[2:]).min() < ODD_THREE:
        return True
    classes = class_table().take(units)
    cyrillic = (classes == _LOWER) | (classes == _UPPER)
    return bool(cyrillic.any() and values[cyrillic].mean() < ODD_CYRILLIC)


_LOWER, _UPPER = CLASSES.index("cyrillic_lower"), CLASSES.index("cyrillic_upper")


def quick(line: str) -> list[Reading]:
    """The readings of the one mix-up that explains all of ``line`` beyond ASCII; else nothing."""
    high = int((code_units(line) > 0x7F).sum())
    answers: dict[str, list[Reading]] = {}
    for seen in views_of(line):
        for found in _complete(line, seen, high):
            answers.setdefault(_applied(line, found), found)
    if not answers or high < ENOUGH:
        return []
    texts = [line, *answers]
    values = nats("\n".join(texts))
    ends = np.cumsum([len(t) + 1 for t in texts])
    sums = [float(values[e - len(t) - 1 : e - 1].sum()) for t, e in zip(texts, ends, strict=True)]
    order = sorted(range(1, len(texts)), key=lambda k: -sums[k])
    top = order[0]
    if len(order) > 1 and sums[top] - sums[order[1]] < LEAD:
        return []
    new = texts[top]
    fresh = code_units(new) > 0x7F
    count = int(fresh.sum())
    mean = float(values[ends[top] - len(new) - 1 : ends[top] - 1][fresh].mean()) if count else -99
    sure = count >= ENOUGH and mean > MEAN and sums[top] - sums[0] > GAIN * count
    return answers[new] if sure and is_text(new) else []


def _applied(line: str, found: list[Reading]) -> str:
    parts, at = [], 0
    for r in found:
        parts += [line[at : r.start], r.new]
        at = r.end
    return "".join([*parts, line[at:]])


def _complete(line: str, seen: View, high: int) -> Iterator[list[Reading]]:
    """Readings under one view that leave nothing beyond ASCII as it was."""
    found = [
        Reading(seen.char(i.start), seen.char(i.end), i.text, "utf-8", seen.codec)
        for i in islands(seen)
        if not i.lost
    ]
    if found and sum(not c.isascii() for r in found for c in line[r.start : r.end]) >= high:
        yield found
        return
    if seen.starts is not None or b"\0" in seen.data:
        return
    for wrote in EAST:
        try:
            new = seen.data.decode(wrote)
        except UnicodeDecodeError:
            continue
        whole = trimmed(line, Reading(0, len(line), new, wrote, seen.codec))
        if whole and speaks(new, narrow=True):
            yield [whole]
