"""Take shifted runs back: from the lost byte, pair by pair, until the stream is in step again.

An unaligned replacement put ASCII between the two bytes of a character. The decoder lost the first of
them (shown as ``?``, U+FFFD or not at all) and read everything after it one byte late, up to a byte in
the ASCII range. Where the table entry is known the lost byte is known. What is not known (the byte
before a replaced mark, pairs of the user-defined area that the site dropped) is a hole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from scrubtext.gloss.gbk import spelled
from scrubtext.gloss.holes import MARK, blank, fill, neighbours
from scrubtext.gloss.run import FOREIGN, FULL, Page, Run, Slot, context, follow
from scrubtext.gloss.shares import hole_nats, share_of
from scrubtext.gloss.tokens import LOST, Gloss, entries
from scrubtext.gloss.words import GONE, NEVER, advance, cuts, fits_script

__all__ = ["Hole", "Repair", "marked", "opened"]

RESTS = 4  # characters in step that are read along, to judge the end of the run
MARGIN = 5.0  # nats by which the restored text must beat the shown one
PROVEN = -12.0  # ... where a gloss after the sign of a lost byte names the byte
NAMED = -8.0  # ... where a gloss without such a sign does
ELSEWHERE = 4.0  # nats for a table entry that the page does not gloss anywhere else
ALONE = 8.0  # ... where the page hardly glosses anything
COMMON = 9.0  # nats: tables hold common characters; what an entry rarer than this one costs more
RARE = 1e-8  # share of running text of characters that no word list has
MANY = 6  # glossed characters from which a page has a table
OPEN = 6.0  # nats: a lead over a hole below which a character is weighed against what fits there
NEARBY = 10_000  # characters on either side in which neighbours are looked for
MAX_CHAIN = 3  # neighbouring holes up to which a guess is tried
UNSURE_START = 4.0  # nats for the character before a replaced mark, of which one byte is known


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
    tried: int  # stretches for which the likeliest characters were looked for


def opened(
    text: str, scar: Gloss, scars: Mapping[int, Gloss], table: Mapping[str, str], page: Page,
    guess: bool,
) -> Repair | None:
    """Undo a run that a gloss opened by landing inside a character."""
    path = context(text, scar.start)
    begins = []
    malus = ELSEWHERE if page.sign or len(table) >= MANY else ALONE
    for key in entries(scar.char, scar.syllable):
        rare = 0.0 if key in table else malus + max(0.0, -log(share_of(key) or RARE) - COMMON)
        way = (*path[:4], rare)
        begins.append(Run(scar.end, spelled(key)[1], (), way, path))
    margin = PROVEN if page.sign else NAMED - 2.0 * (len(table) >= MANY)
    return _best(text, scar.start, follow(text, begins, scars, page), scars, margin, guess)


def marked(
    text: str, at: int, after: int, mark: str, scars: Mapping[int, Gloss], page: Page, guess: bool
) -> Repair | None:
    """Undo a run that a replaced mark opened: the byte before the mark is lost, too."""
    first, second = spelled(FULL.get(mark, mark))
    path = context(text, at)
    begin = Run(after, second, (), (*path[:4], UNSURE_START), path)
    ways = follow(text, [begin], scars, page)
    opening = Slot(GONE, 0, first)
    ways = [way._replace(slots=(opening, *way.slots)) for way in ways]
    return _best(text, at, ways, scars, MARGIN, guess)


def _best(
    text: str, start: int, ways: list[Run], scars: Mapping[int, Gloss], margin: float, guess: bool
) -> Repair | None:
    """The way that reads best with what follows it, if it beats the text as shown."""
    best = None
    for way in ways:
        after = _after(text, way.at, scars)
        path, shown = way.path, way.shown
        for char in after:
            path, shown = advance(path, char), advance(shown, char)
        gain = shown[4] - path[4]
        if gain > margin:
            margin, best = gain, (way, after)
    return _settle(text, start, *best, guess) if best else None


def _after(text: str, at: int, scars: Mapping[int, Gloss]) -> str:
    """The characters in step after a run, up to the next sign of a lost byte or gloss."""
    end = at
    while end < min(at + RESTS, len(text)) and text[end] not in LOST and end not in scars:
        end += 1
    return text[at:end]


def _settle(text: str, start: int, way: Run, after: str, guess: bool) -> Repair | None:
    """The restored text: what is certain, what was guessed, what is a hole."""
    slots = way.slots
    page = text[max(0, start - NEARBY) : way.at + NEARBY]
    before = text[max(0, start - 3) : start]
    gaps = _leads(slots, before, after)
    if 2 * sum(gap < 0 for gap in gaps) > len(slots) + 1:
        return None
    new, holes, tried, guessed = "", [], 0, False
    for first, last, open_ in _stretches(gaps, OPEN if guess else 0.0):
        if not open_:
            new += "".join([slot.char for slot in slots[first:last]])
            continue
        rest = "".join([slot.char for slot in slots[last:]]).partition(GONE)[0] + after
        known = (before + new).rpartition(MARK)[2]
        short = guess and last - first <= MAX_CHAIN
        filled = fill(slots[first:last], known, rest, page) if short else blank(slots[first:last])
        tried += short
        guessed |= filled.text != "".join([slot.char for slot in slots[first:last]])
        if MARK in filled.text:
            holes.append(Hole(len(new), filled.text.count(MARK), filled.guesses))
        new += filled.text
    return Repair(start, way.at, new, tuple(holes), guessed, tried)


def _leads(slots: Sequence[Slot], before: str, after: str) -> list[float]:
    """For each slot, by how much a hole in its place is dearer than its character."""
    shown = before + "".join([slot.char for slot in slots]) + after
    prices = [NEVER] * len(shown)
    for k, slot in enumerate(slots, len(before)):
        if slot.lead or slot.trail:
            malus = 0.0 if fits_script(slot.char) else FOREIGN
            prices[k] = hole_nats(slot.lead, slot.trail) - malus
    gaps = _gaps(shown, prices, None)[len(before) : len(before) + len(slots)]
    if min(gaps) < OPEN:
        gaps = _gaps(shown, prices, neighbours(shown))[len(before) : len(before) + len(slots)]
    return gaps


def _gaps(shown: str, prices: list[float], singles: list[float] | None) -> list[float]:
    """By how much a hole in place of each character is dearer than the character."""
    found = cuts(shown, prices, singles)
    return [h - w for h, w in zip(found.hole, found.whole, strict=True)]


def _stretches(gaps: Sequence[float], least: float) -> Iterator[tuple[int, int, bool]]:
    """Stretches of slots that are certain, and of slots that are not."""
    starts = range(len(gaps) - MAX_CHAIN)
    if any(max(gaps[k : k + MAX_CHAIN + 1]) < least for k in starts):
        least = 0.0
    first = 0
    for k in range(1, len(gaps) + 1):
        if k == len(gaps) or (gaps[k] < least) != (gaps[first] < least):
            yield first, k, gaps[first] < least
            first = k
