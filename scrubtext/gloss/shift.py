"""Take a shifted run back: from the lost byte, pair by pair, until the stream is in step again.

An unaligned replacement put ASCII between the two bytes of a character. The decoder lost the first of
them (shown as ``?``, U+FFFD or not at all) and read everything after it one byte late, up to a byte in
the ASCII range. Where the table entry is known the lost byte is known. What is not known (the byte
before a replaced mark, pairs of the user-defined area that the site dropped) is left to the words:
a beam of readings of the same bytes, each with its cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from math import exp
from typing import NamedTuple

from scrubtext.gloss.gbk import LEADS, TRAILS, pair, spelled, user_defined
from scrubtext.gloss.tokens import LOST, Gloss, entries
from scrubtext.gloss.words import START, Path, advance, cost, fits_script

__all__ = ["Hole", "Repair", "marked", "opened"]

BEAM = 24
HOLE_BEAM = 6  # readings of the beam that may lose a pair at each place
RESTS = 6  # characters in step that are read along, to judge the end of the run
MAX_RUN = 200  # characters; a longer run is not followed
SURE = 0.97  # share of the beam that a guess needs
FLUENT = 4.5  # nats: a character that costs less completes a word, no pair is missing before it
MARGIN = 5.0  # nats by which the restored text must beat the shown one
LOST_END = 3.0  # nats for a byte lost at the end of a run
FULL = {",": "，", ".": "。", "!": "！", "?": "？", ";": "；", ":": "：", "(": "（", ")": "）"}
MARKS = "，。、；：？！"
HOLE = "\ufffd"
FIRST_TRAIL = 0x40
FOREIGN = 6.0  # nats for a character that only Simplified text has


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


class _Reading(NamedTuple):
    """One way to read the bytes so far."""

    cost: float
    lead: int  # the byte that waits for its partner; 0 when in step
    new: str
    path: Path
    end: int  # where the run ended, in the text; 0 while it goes on
    size: int  # ... and how long ``new`` was then
    blanks: tuple[tuple[int, int], ...]  # (offset in new, count) of characters that were chosen


def opened(text: str, scar: Gloss, scars: Mapping[int, Gloss], table: Mapping[str, str]) -> Repair | None:
    """Undo a run that a gloss opened by landing inside a character."""
    starts = []
    path = _context(text, scar.start)
    for key in entries(scar.char, scar.syllable):
        malus = 0.0 if key in table else 4.0
        starts.append(_Reading(path[4] + malus, spelled(key)[1], "", path, 0, 0, ()))
    return _follow(text, scar.start, scar.end, starts, scars)


def marked(text: str, at: int, after: int, mark: str, scars: Mapping[int, Gloss]) -> Repair | None:
    """Undo a run that a replaced mark opened: the byte before the mark is lost, too."""
    first, second = spelled(FULL.get(mark, mark))
    path = _context(text, at)
    starts = []
    for char in _with_trail(first):
        new = advance(path, char)
        starts.append(_Reading(new[4], second, char, new, 0, 0, ((0, 1),)))
    starts.sort()
    return _follow(text, at, after, starts[: 2 * BEAM], scars)


def _context(text: str, at: int) -> Path:
    path = START
    for char in text[max(0, at - 4) : at]:
        path = advance(path, char)
    return path[0], path[1] - path[4], path[2] - path[4], path[3] - path[4], 0.0


def _follow(
    text: str, start: int, at: int, readings: list[_Reading], scars: Mapping[int, Gloss]
) -> Repair | None:
    """Read on until every reading is in step, then compare with the text as shown."""
    limit = min(len(text), at + MAX_RUN)
    rests = 0
    while readings:
        readings = _best(readings)
        if not readings[0].lead:
            rests += 1
            if rests > RESTS or ((scar := scars.get(at)) and scar.lost):
                break
        if at >= limit:
            readings = [n for r in readings for n in _cut_off(r, at)] if at == len(text) else readings
            break
        readings, at = _step(text, at, readings, scars)
    readings = [r for r in _best(readings) if not r.lead]
    return _decide(text, start, at, readings) if readings else None


def _cut_off(r: _Reading, at: int) -> Iterator[_Reading]:
    """At the end of the text: a byte that still waits lost its partner."""
    if not r.lead:
        yield r
        return
    yield from _last(r, "", at)


def _best(readings: list[_Reading]) -> list[_Reading]:
    seen: dict[tuple[int, str], _Reading] = {}
    for r in sorted(readings):
        seen.setdefault((r.lead, r.new), r)
        if len(seen) == BEAM:
            break
    return list(seen.values())


def _step(
    text: str, at: int, readings: list[_Reading], scars: Mapping[int, Gloss]
) -> tuple[list[_Reading], int]:
    """All readings after what stands at ``at``, and where the next thing stands."""
    scar = scars.get(at)
    if scar is not None:
        return [n for r in readings for n in _over_gloss(r, scar)], scar.end
    char, after = text[at], text[at + 1 : at + 2]
    raw = spelled(char)
    out: list[_Reading] = []
    for rank, r in enumerate(readings):
        if not r.lead:
            path = advance(r.path, char)
            out.append(r._replace(cost=r.cost + path[4] - r.path[4], new=r.new + char, path=path))
        elif len(raw) == 2:
            whole = list(_shifted(r, raw[0], raw[1]))
            out += whole
            if rank < HOLE_BEAM and (not whole or whole[0].cost - r.cost > FLUENT):
                out += _dropped(r, raw)
        else:
            out += _ended(r, char, after, raw, at)
    return out, at + 1


def _over_gloss(r: _Reading, scar: Gloss) -> Iterator[_Reading]:
    """A gloss inside the run: it stands where it should, or it closes the run."""
    if not r.lead or not scar.lost:
        yield r
    if r.lead:
        for key in entries(scar.char, scar.syllable):
            lead, trail = spelled(key)
            if lead == r.lead:
                yield from _closed(_shifted(r, trail, 0), scar.end)


def _closed(readings: Iterable[_Reading], end: int) -> Iterator[_Reading]:
    for r in readings:
        yield r._replace(lead=0, end=end, size=len(r.new))


def _shifted(r: _Reading, trail: int, lead: int) -> Iterator[_Reading]:
    """The waiting byte finds its partner; another one waits."""
    char = pair(r.lead, trail)
    if char:
        path = advance(r.path, char)
        spent = r.cost + path[4] - r.path[4] + (0.0 if fits_script(char) else FOREIGN)
        yield _Reading(spent, lead, r.new + char, path, 0, 0, r.blanks)


def _ended(r: _Reading, char: str, after: str, raw: bytes, at: int) -> Iterator[_Reading]:
    """An ASCII character: the second byte of the last one, or the sign of a lost byte."""
    if len(raw) == 1 and raw[0] in TRAILS:
        yield from _closed(_shifted(r, raw[0], 0), at + 1)
        return
    if char in FULL:
        yield from _shifted(r, *spelled(FULL[char]))
    if char in LOST:  # the character after it was read with the byte, unless it still stands there
        gone = "" if not after or ord(after) < FIRST_TRAIL or after in MARKS else HOLE
        yield from _last(r, gone, at + 1)
    elif len(raw) == 1:
        yield from _last(r, char, at + 1)


def _last(r: _Reading, after: str, end: int) -> Iterator[_Reading]:
    """The run's last character lost its second byte; ``after`` is what follows."""
    for last in _with_lead(r.lead):
        path = advance(r.path, last)
        spent = r.cost + path[4] - r.path[4] + LOST_END
        blanks = (*r.blanks, (len(r.new), 1))
        new = r.new + last + after
        for char in after:
            path = advance(path, char)
        yield _Reading(spent, 0, new, path, end, len(new), blanks)


def _dropped(r: _Reading, raw: bytes) -> Iterator[_Reading]:
    """A pair of the user-defined area stood here and the site dropped it: two characters are lost."""
    firsts = []
    for trail in _user_trails(r.lead):
        char = pair(r.lead, trail)
        path = advance(r.path, char)
        firsts.append((path[4], trail, char, path))
    firsts.sort()
    for _, trail, char, path in firsts[:8]:
        for second in _user_leads(raw[0], trail >= 0xA1 and trail < 0xA8):
            after = advance(path, second)
            spent = r.cost + after[4] - r.path[4]
            blank = (len(r.new), 2)
            yield _Reading(spent, raw[1], r.new + char + second, after, 0, 0, (*r.blanks, blank))


@lru_cache(maxsize=256)
def _user_trails(lead: int) -> tuple[int, ...]:
    """Last bytes that make a likely character with ``lead`` and open a user-defined pair."""
    ranges = [*range(0xA1, 0xA8), *range(0xAA, 0xB0), *range(0xF8, 0xFF)]
    return tuple(t for t in ranges if _likely(pair(lead, t)))


@lru_cache(maxsize=1024)
def _user_leads(trail: int, low: bool) -> tuple[str, ...]:
    """First bytes that make a likely character with ``trail`` and close a user-defined pair."""
    first = 0xA1 if low else 0xAA
    leads = [b for b in LEADS if user_defined(first, b)]
    found = sorted([c for b in leads if _likely(c := pair(b, trail))], key=cost)
    return tuple(found[:48])


@lru_cache(maxsize=256)
def _with_trail(trail: int) -> tuple[str, ...]:
    return tuple(c for b in LEADS if _likely(c := pair(b, trail)))


@lru_cache(maxsize=256)
def _with_lead(lead: int) -> tuple[str, ...]:
    return tuple(c for b in TRAILS if _likely(c := pair(lead, b)))


def _likely(char: str) -> bool:
    return bool(char) and fits_script(char) and cost(char) < 16.5


def _decide(text: str, start: int, at: int, readings: list[_Reading]) -> Repair | None:
    """The best reading, if it beats the text as shown; its choices, where they are clear."""
    best = readings[0]
    shown = _context(text, start)
    for char in text[start:at]:
        shown = advance(shown, char)
    gain = shown[4] - best.cost
    if gain < MARGIN:
        return None
    end, new = best.end, best.new[: best.size]
    holes = []
    guessed = False
    for offset, count in best.blanks:
        share, others = _agreement(best, readings, offset, count)
        if share >= SURE:
            guessed = True
        else:
            holes.append(Hole(offset, count, others))
            new = new[:offset] + HOLE * count + new[offset + count :]
    return Repair(start, end, new, tuple(holes), guessed, gain)


def _agreement(
    best: _Reading, readings: list[_Reading], at: int, count: int
) -> tuple[float, tuple[str, ...]]:
    """Which share of the beam has the same characters there, and what the others have."""
    total = agreed = 0.0
    guesses: dict[str, None] = {}
    for r in readings:
        weight = exp(best.cost - r.cost)
        total += weight
        piece = r.new[at : at + count]
        if piece == best.new[at : at + count]:
            agreed += weight
        guesses[piece] = None
    return agreed / total, tuple(list(guesses)[:5])
