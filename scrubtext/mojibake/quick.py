"""The short way: one chain of mix-ups that explains a whole line beyond doubt needs no search.

The line is turned into bytes as a whole and decoded strictly; what fits is scored in one pass, and
the best answer must be ahead of every other text, those of sibling encodings too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from scrubtext.doc import code_units
from scrubtext.mojibake.bound import hopeful
from scrubtext.mojibake.cyrillic import capitals, convincing
from scrubtext.mojibake.looks import (
    is_text,
    jumbled,
    least_mean,
    misspelt,
    mixed,
    monotonous,
    speaks,
)
from scrubtext.mojibake.odd import line_nats
from scrubtext.mojibake.propose import ALPHABETS, CYRILLIC, Reading, trimmed
from scrubtext.mojibake.utf8 import likely, longest, undotted
from scrubtext.mojibake.views import DOUBLE, EAST, HOLE, SINGLE, View, narrow, rows, view
from scrubtext.plausibility import nats

__all__ = ["again", "plain", "quick"]

ENOUGH = 8  # new characters beyond ASCII
FEW = 4  # old ones: two letters of UTF-8, or one twice
GAIN = 4.5  # nats per new character: twice what the search asks for
MEAN = -6.8  # nats per new character: everyday text
MEAN_ALPHABET = -4.2  # the same for an encoding of an alphabet, whose letters are likelier
FEW_GAIN, FEW_EACH = 30.0, 12.0  # nats in all and per character, for UTF-8 of any length
LEAD = 6.0  # nats the best answer is ahead of the next
PLAIN = 16  # new characters beyond ASCII; no two readings of so many are both sound and likely
LAYERS = 4
COVERED = 0.95  # share of the characters beyond ASCII that lossy UTF-8 explains
HOLES = 0.34  # lost characters for each that is left

_OTHERS = CYRILLIC + ALPHABETS
_LOST = bytes([HOLE])

Step = tuple[str, str]  # written in, read as


class Answer(NamedTuple):
    """What a line may have been, and the mix-ups undone on the way, the last one first."""

    text: str
    steps: tuple[Step, ...]
    readings: tuple[Reading, ...] = ()  # where they are known already


_RUN = re.compile("[^\x00-\x7f]+")
_HIGH_CONTROL = re.compile("[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")  # cp1252 has something else there


def plain(line: str) -> list[Reading]:
    """The readings of the commonest mix-ups, where so much is sound that nothing can rival it.

    They are UTF-8 read as GBK and, where every character is in Latin-1, UTF-8 read as cp1252.
    """
    high = _high(line)
    if high < PLAIN:
        return []
    found = [*_from_latin(line)] or [*_from_gbk(line, high)]
    return _readings(line, found[0]) if found and _fluent(found[0].text) else []


def _fluent(text: str) -> bool:
    """Whether a text is long and likely enough to be right, whatever it was before."""
    units = code_units(text)
    fresh = (units > 0x7F) & (units != 0xFFFD)
    count = int(np.count_nonzero(fresh))
    return (
        count >= PLAIN
        and float(nats(text)[fresh].mean()) > MEAN
        and is_text(text.replace("\ufffd", ""))
    )


def again(line: str, wrote: str, read: str) -> list[Reading]:
    """The readings of a mix-up another line of the same text was repaired of, if it explains this."""
    high = _high(line)
    if high < ENOUGH or read not in DOUBLE:
        return []
    best = _best(line, _through(line, read, (wrote,), high))
    return _readings(line, best) if best else []


def quick(line: str) -> list[Reading]:
    """The readings of the mix-ups that explain all of ``line`` beyond ASCII; else nothing."""
    high = _high(line)
    best = _best(line, _answers(line, high)) if high >= FEW else None
    return _readings(line, best) if best else []


def _from_latin(line: str) -> Iterator[Answer]:
    """UTF-8 of scripts that are not Latin, read as cp1252 or Latin-1."""
    try:
        text = line.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return
    if not narrow().take(_wide(text)).all():  # else there may be more layers
        yield Answer(text, (("utf-8", "latin-1" if _HIGH_CONTROL.search(line) else "cp1252"),))


@lru_cache(maxsize=4)
def _from_gbk(line: str, high: int) -> tuple[Answer, ...]:
    return tuple(_through(line, "gb18030", ("utf-8",), high))


def _high(line: str) -> int:
    return len(line) - len(line.encode("ascii", "ignore"))


def _answers(line: str, high: int) -> Iterator[Answer]:
    units = code_units(line)
    wide = units[units > 0x7F]
    if narrow().take(wide).all():
        yield from _layers(line)
        return
    for codec in DOUBLE:
        yield from _through(line, codec, ("utf-8", *EAST), high)


def _layers(line: str) -> Iterator[Answer]:
    """Every way down through single-byte encodings."""
    level: dict[str, Answer] = {line: Answer(line, ())}
    for _ in range(LAYERS):
        below: dict[str, Answer] = {}
        for old in level.values():
            for read, data in rows(old.text):
                for new in _decoded(data, read, not old.steps):
                    below.setdefault(new.text, new._replace(steps=(*old.steps, *new.steps)))
        yield from below.values()
        level = {
            text: new
            for text, new in below.items()
            if new.steps[-1][0] == "utf-8" and narrow().take(_wide(text)).all()
        }


def _wide(text: str) -> np.ndarray[tuple[int], np.dtype[np.uint16]]:
    units = code_units(text)
    return units[units > 0x7F]


def _decoded(data: bytes, read: str, first: bool) -> Iterator[Answer]:
    lossy = _LOST in data  # only UTF-8 is told beyond doubt where characters are missing
    for wrote in ("utf-8", *(() if lossy else EAST), *(_OTHERS if first and not lossy else ())):
        try:
            new = data.decode(wrote).replace("\x1a", "\ufffd")
        except UnicodeDecodeError:
            continue
        if wrote == "utf-8":
            yield Answer(new, ((wrote, read),))
            return  # UTF-8 is hardly ever valid by chance
        if wrote == read:
            continue
        if speaks(new, narrow=True) if wrote in EAST else not (mixed(new) or jumbled(new) or misspelt(new)):
            yield Answer(new, ((wrote, read),))


def _through(line: str, read: str, wrote: tuple[str, ...], high: int) -> Iterator[Answer]:
    """What a line may be that was read as an encoding of East Asia, lossy UTF-8 included."""
    seen = view(line, read)
    for codec in wrote:
        if codec == read or (codec != "utf-8" and (b"\0" in seen.data or _LOST in seen.data)):
            continue
        try:
            new = (undotted(seen) if codec == "utf-8" else seen.data).decode(codec)
        except UnicodeDecodeError:
            if codec == "utf-8" and likely(seen.data):
                yield from _holed(line, seen, high)
            continue
        if codec == "utf-8":
            if "\0" not in new and "\x1a" not in new:
                yield Answer(new, ((codec, read),))
        elif speaks(new, narrow=False):
            yield Answer(new, ((codec, read),))


def _holed(line: str, seen: View, high: int) -> Iterator[Answer]:
    kept: list[Reading] = []
    at = covered = 0
    for i in longest(seen):
        a, b = seen.char(i.start), seen.char(i.end)
        if a < at or b <= a:
            continue
        kept.append(Reading(a, b, i.text, "utf-8", seen.codec, i.lost, seen.names))
        covered += b - a
        at = b
    new = _applied(line, kept)
    fresh = sum(_high(r.new) - r.new.count("\ufffd") for r in kept)
    if covered >= COVERED * high and new.count("\ufffd") <= HOLES * fresh:
        yield Answer(new, (("utf-8", seen.codec),), tuple(kept))


def _applied(line: str, found: list[Reading]) -> str:
    parts, at = [], 0
    for r in found:
        parts += [line[at : r.start], r.new]
        at = r.end
    return "".join([*parts, line[at:]])


def _best(line: str, answers: Iterable[Answer]) -> Answer | None:
    """The answer that is sure and far ahead of the next one."""
    found: dict[str, Answer] = {}
    for a in answers:
        found.setdefault(a.text, a)
    found.pop(line, None)
    if len(found) > 2:
        found = {text: found[text] for text in hopeful(line, [*found], -LEAD)}
    if not found:
        return None
    values = nats("\n" + "\n".join(found))[1:]
    sums: list[tuple[float, str, int]] = []
    at = 0
    for text in found:
        sums.append((float(values[at : at + len(text)].sum()), text, at))
        at += len(text) + 1
    sums.sort(key=lambda s: -s[0])
    top, text, at = sums[0]
    if len(sums) > 1 and top - sums[1][0] < LEAD:
        return None
    gain = top - float(line_nats(line).sum())
    return found[text] if _sure(line, found[text], values[at : at + len(text)], gain) else None


def _sure(
    line: str, best: Answer, own: np.ndarray[tuple[int], np.dtype[np.float32]], gain: float
) -> bool:
    units = code_units(best.text)
    fresh = (units > 0x7F) & (units != 0xFFFD)
    count = int(fresh.sum())
    if not count or gain <= GAIN * count or not is_text(best.text.replace("\ufffd", "")):
        return False
    wrote = best.steps[-1][0]
    if all(step[0] == "utf-8" for step in best.steps) and "\ufffd" not in best.text:
        deep = count + len(best.steps) > 2  # one character, one layer: that may be chance
        if deep and gain > max(FEW_GAIN, FEW_EACH * count):
            # One rare letter again and again is a drawing: ┼┐a┼┐a┼┐
            return not monotonous(best.text) or float(own[fresh].mean()) > least_mean(best.text)
    if count < ENOUGH:
        return False
    if wrote != "utf-8" and (monotonous(line) or not convincing(line, best.text)):
        return False
    if wrote in EAST and capitals(line):
        return False
    least = MEAN if wrote == "utf-8" or wrote in EAST else MEAN_ALPHABET
    return float(own[fresh].mean()) > least


def _readings(line: str, best: Answer) -> list[Reading]:
    """The answer as readings, run by run where the runs can be undone one by one."""
    if best.readings:
        return list(best.readings)
    wrote, read = best.steps[0]
    spans = [m.span() for m in _RUN.finditer(line)]
    if len(best.steps) == 1 and read in SINGLE:  # a byte is a character: one view for all runs
        data = view(line, read).data
        runs = [(a, b, _as_text(data[a:b], wrote)) for a, b in spans]
    else:
        runs = [(a, b, _undone(line[a:b], best.steps)) for a, b in spans]
    found = [Reading(a, b, new, wrote, read) for a, b, new in runs if new is not None]
    if len(found) == len(runs) and _applied(line, found) == best.text:
        return found
    whole = trimmed(line, Reading(0, len(line), best.text, wrote, read))
    return [whole] if whole else []


@lru_cache(maxsize=256)
def _undone(run: str, steps: tuple[Step, ...]) -> str | None:
    new: str | None = run
    for wrote, read in steps:
        new = None if new is None else _as_text(view(new, read).data, wrote)
    return new


def _as_text(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec).replace("\x1a", "\ufffd")
    except UnicodeDecodeError:
        return None
