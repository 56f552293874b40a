"""Take a shifted run back: from the lost byte, pair by pair, until the stream is in step again.

An unaligned replacement put ASCII between the two bytes of a character. The decoder lost the first of
them (shown as ``?``, U+FFFD or not at all) and read everything after it one byte late, up to a byte in
the ASCII range. Where the table entry is known the lost byte is known. What is not known (the byte
before a replaced mark, pairs of the user-defined area that the site dropped) is left to the words:
a beam of readings of the same bytes, each with its cost.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp
from typing import NamedTuple

from scrubtext.gloss.gbk import spelled
from scrubtext.gloss.steps import (
    FULL,
    HOLE,
    Reading,
    cut_off,
    over_char,
    over_gloss,
    with_trail,
)
from scrubtext.gloss.tokens import Gloss, entries
from scrubtext.gloss.words import START, Path, advance

__all__ = ["Hole", "Repair", "marked", "opened"]

BEAM = 16
HOLE_BEAM = 3  # readings of the beam that may lose a pair at each place
RESTS = 6  # characters in step that are read along, to judge the end of the run
MAX_RUN = 60  # characters; a longer run is not followed
SURE = 0.9  # share of the beam that a guess needs
PLAIN = 5.2  # nats a character of a run that reads well: words of everyday prose
MARGIN = 5.0  # nats by which the restored text must beat the shown one
ELSEWHERE = 4.0  # nats for a table entry that the page does not gloss anywhere else
DISSENT = 0.4  # share of the beam that reads another text: from here what it doubts is a hole


class Hole(NamedTuple):
    """A place in the restored text whose characters were lost: where, and what it could have been."""

    at: int  # in Repair.new
    size: int
    guesses: tuple[str, ...]


class Repair(NamedTuple):
    """``text[start:end]`` was one byte late; ``new`` is what stood there."""

    start: int
    end: int
    new: str
    holes: tuple[Hole, ...]
    guessed: bool
    gain: float


def opened(
    text: str, scar: Gloss, scars: Mapping[int, Gloss], table: Mapping[str, str]
) -> Repair | None:
    """Undo a run that a gloss opened by landing inside a character."""
    path = _context(text, scar.start)
    starts = [
        Reading(0.0 if key in table else ELSEWHERE, spelled(key)[1], "", path)
        for key in entries(scar.char, scar.syllable)
    ]
    return _follow(text, scar.start, scar.end, starts, scars)


def marked(text: str, at: int, after: int, mark: str, scars: Mapping[int, Gloss]) -> Repair | None:
    """Undo a run that a replaced mark opened: the byte before the mark is lost, too."""
    first, second = spelled(FULL.get(mark, mark))
    begin = Reading(0.0, 0, "", _context(text, at), blanks=((0, 1),))
    starts = sorted([begin.plus(char, second) for char in with_trail(first)])
    return _follow(text, at, after, starts[:BEAM], scars)


def _context(text: str, at: int) -> Path:
    """The path through the characters before ``at``, counted from zero there."""
    path = START
    for char in text[max(0, at - 4) : at]:
        path = advance(path, char)
    return path[0], path[1] - path[4], path[2] - path[4], path[3] - path[4], 0.0


def _follow(
    text: str, start: int, at: int, readings: list[Reading], scars: Mapping[int, Gloss]
) -> Repair | None:
    """Take the run back; look for lost pairs in it only where it does not read well without."""
    found, upto = _read(text, at, readings, scars, 0)
    if not found or found[0].cost > PLAIN * len(found[0].new):
        found, upto = _read(text, at, readings, scars, HOLE_BEAM)
    return _decide(text, start, upto, found) if found else None


def _read(
    text: str, at: int, readings: list[Reading], scars: Mapping[int, Gloss], hopeful: int
) -> tuple[list[Reading], int]:
    """Read on until every reading is in step; the readings, and how far they go."""
    limit = min(len(text), at + MAX_RUN)
    rests = 0
    while readings and at < limit:
        readings = _best(readings)
        scar = scars.get(at)
        if not readings[0].lead:
            rests += 1
            if rests > RESTS or (scar and scar.lost):
                break
        if scar:
            readings = [n for r in readings for n in over_gloss(r, scar)]
            at = scar.end
        else:
            readings = _onward(text, at, readings, hopeful)
            at += 1
    if at == len(text):
        readings = [n for r in readings for n in cut_off(r, at)]
    return [r for r in _best(readings) if not r.lead], at


def _onward(text: str, at: int, readings: Sequence[Reading], hopeful: int) -> list[Reading]:
    char, after = text[at], text[at + 1 : at + 2]
    return [
        n
        for rank, r in enumerate(readings)
        for n in over_char(r, char, after, at + 1, rank < hopeful)
    ]


def _best(readings: list[Reading]) -> list[Reading]:
    """The likeliest of the readings, each text once."""
    seen: dict[tuple[int, str, bool], Reading] = {}
    for r in sorted(readings):
        seen.setdefault((r.lead, r.new, r.gap), r)
        if len(seen) == BEAM:
            break
    return list(seen.values())


def _decide(text: str, start: int, at: int, readings: Sequence[Reading]) -> Repair | None:
    """The best reading, if it beats the text as shown; its choices, where they are clear."""
    best = readings[0]
    shown = _context(text, start)
    for char in text[start:at]:
        shown = advance(shown, char)
    gain = shown[4] - best.cost
    if gain < MARGIN:
        return None
    new = list(best.new[: best.size])
    doubt = _dissent(best, readings)
    holes = []
    for offset, size in best.blanks:
        share, others = _agreement(best, readings, offset, size)
        if share < SURE:
            holes.append(Hole(offset, size, others))
            new[offset : offset + size] = HOLE * size
    for k in range(best.size):
        if doubt[k] > DISSENT and new[k] != HOLE:
            holes.append(Hole(k, 1, ()))
            new[k] = HOLE
    guessed = len(best.blanks) > len(holes)
    return Repair(start, best.end, "".join(new), tuple(sorted(holes)), guessed, gain)


def _agreement(
    best: Reading, readings: Sequence[Reading], at: int, size: int
) -> tuple[float, tuple[str, ...]]:
    """Which share of the beam has the same characters there, and what the others have."""
    total = agreed = 0.0
    guesses: dict[str, None] = {}
    for r in readings:
        weight = exp(best.cost - r.cost)
        total += weight
        piece = r.new[at : at + size]
        if piece == best.new[at : at + size]:
            agreed += weight
        guesses[piece] = None
    return agreed / total, tuple(list(guesses)[:5])


def _dissent(best: Reading, readings: Sequence[Reading]) -> list[float]:
    """For each character of the best reading, which share of the beam has something else there."""
    total = sum(exp(best.cost - r.cost) for r in readings)
    doubt = [0.0] * (len(best.new) + 1)
    for r in readings[1:]:
        weight = exp(best.cost - r.cost) / total
        head = _common(best.new, r.new)
        tail = _common(best.new[head:][::-1], r.new[head:][::-1])
        for k in range(head, max(len(best.new) - tail, head + 1)):
            doubt[k] += weight
    return doubt


def _common(a: str, b: str) -> int:
    """Length of the common beginning."""
    for k, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return k
    return min(len(a), len(b))
