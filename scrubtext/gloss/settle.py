"""Decide what a run that was followed says: which characters are certain, which were guessed, which are gone.

What the other bytes give is a character like any other even where a pair was dropped between its two
bytes: then it is a third string. So each character that a hole could easily replace is weighed against
what fits into the hole; first from left to right, then once more with what was found on its right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scrubtext.gloss.holes import MARK, Fill, blank, fill, neighbours
from scrubtext.gloss.pieces import rival
from scrubtext.gloss.run import Run, Slot, odd_nats
from scrubtext.gloss.shares import hole_nats
from scrubtext.gloss.words import GONE, NEVER, START, advance, cuts

__all__ = ["Found", "Hole", "Repair", "leads", "settle", "sure"]

OPEN = 4.5  # nats: a lead over a hole below which a character is weighed against what fits there
FAR = 12.0  # ... from which it is not looked at whether two characters fit better
ABSURD = -2.0  # ... below which it is a hole for certain: on 1 of 130 pages that lost nothing
CROWDED = 3.0  # ... where there are too many of them to weigh anything
MAX_OPEN = 30  # uncertain characters of a run up to which they are weighed: more are noise
MAX_CHAIN = 3  # neighbouring holes up to which a guess is tried


class Hole(NamedTuple):
    """A place in the restored text whose characters were lost: where, and what it could have been."""

    at: int  # in Repair.new
    size: int
    guesses: tuple[str, ...]


class Found(NamedTuple):
    """A run of a text: where it starts, how it reads, and how sure each of its characters is."""

    start: int
    way: Run
    before: str
    after: str
    gaps: Sequence[float]  # nats by which a hole in place of a character is dearer

    @property
    def key(self) -> tuple[str, tuple[Slot, ...], str]:
        """What it says and stands beside: pages repeat their scars."""
        return self.before, self.way.slots, self.after

    @property
    def holed(self) -> bool:
        """Whether a pair was dropped for certain: what is left makes no character that fits."""
        return any(
            slot.lead and slot.trail and not slot.sign and gap < ABSURD
            for slot, gap in zip(self.way.slots, self.gaps, strict=True)
        )


class Repair(NamedTuple):
    """``text[start:end]`` was one byte late; ``new`` is what stood there."""

    start: int
    end: int
    new: str
    holes: tuple[Hole, ...]
    guessed: bool
    tried: int  # stretches for which the likeliest characters were looked for


class _Piece(NamedTuple):
    """A stretch of a run: certain, or open and filled with what is likeliest."""

    slots: Sequence[Slot]
    open: bool
    fill: Fill

    @property
    def unsure(self) -> bool:
        """Whether a mark is left in it."""
        return self.open and MARK in self.fill.text


def sure(found: Found) -> Repair | None:
    """The restored text, where there is nothing to weigh."""
    if min(found.gaps) < FAR:
        return None
    return Repair(found.start, found.way.at, _shown(found.way.slots), (), False, 0)


def settle(found: Found, page: str, guess: bool, holed: bool = False) -> Repair:
    """The restored text. Neighbours that stand so on the ``page`` are likelier than others.

    ``holed``: pairs of the page were dropped for certain.
    """
    guess = guess and sum([gap < OPEN for gap in found.gaps]) <= MAX_OPEN
    pieces = [
        _Piece(found.way.slots[a:b], open_, _first(found.way.slots[a:b], found.gaps[a]))
        for a, b, open_ in _stretches(
            _rivalled(found) if guess else found.gaps, OPEN if guess else CROWDED
        )
    ]
    tried = _fill(pieces, range(len(pieces)), found, page, holed) if guess else 0
    again = [k for k, piece in enumerate(pieces) if piece.unsure or _beside_hole(pieces, k)]
    if guess and tried > 1:
        tried += _fill(pieces, again, found, page, holed)
    return _repair(found, pieces, tried)


def _rivalled(found: Found) -> list[float]:
    """The gaps, small where two characters fit as well: words alone do not see ``亞太地區``."""
    shown = found.before[-1:] + _shown(found.way.slots) + found.after[:1]
    out = list(found.gaps)
    for k, (slot, gap) in enumerate(
        zip(found.way.slots, found.gaps, strict=True), len(found.before[-1:])
    ):
        if OPEN <= gap < FAR and slot.lead and slot.trail and slot.char != GONE:
            lead = rival(
                slot.lead, slot.trail, *(shown[max(0, k - 1) : k], slot.char, shown[k + 1 : k + 2])
            )
            out[k - len(found.before[-1:])] = min(gap, lead)
    return out


def _first(slots: Sequence[Slot], gap: float) -> Fill:
    """What stands for a stretch until it is weighed."""
    return Fill(_shown(slots), ()) if gap > 0 else blank(slots)


def _fill(pieces: list[_Piece], which: Sequence[int], found: Found, page: str, holed: bool) -> int:
    """Fill what is open, in place; how many stretches were weighed."""
    tried = 0
    for k in which:
        if not pieces[k].open or len(pieces[k].slots) > MAX_CHAIN:
            continue
        known = found.before + "".join([piece.fill.text for piece in pieces[:k]])
        rest = "".join([piece.fill.text for piece in pieces[k + 1 :]]) + found.after
        known, rest = known.rpartition(MARK)[2], rest.partition(MARK)[0]
        pieces[k] = pieces[k]._replace(fill=fill(pieces[k].slots, known, rest, page, holed))
        tried += 1
    return tried


def _beside_hole(pieces: Sequence[_Piece], k: int) -> bool:
    """Whether an open stretch stands beside one that is open, too: it was weighed without that."""
    return pieces[k].open and any(
        piece.open for piece in (*pieces[max(0, k - 1) : k], *pieces[k + 1 : k + 2])
    )


def _shown(slots: Sequence[Slot]) -> str:
    return "".join([slot.char for slot in slots])


def _repair(found: Found, pieces: Sequence[_Piece], tried: int) -> Repair:
    new, holes, guessed = "", [], False
    for piece in pieces:
        if piece.unsure:
            holes.append(Hole(len(new), piece.fill.text.count(MARK), piece.fill.guesses))
        guessed |= piece.fill.text != _shown(piece.slots)
        new += piece.fill.text
    return Repair(found.start, found.way.at, new, tuple(holes), guessed, tried)


def leads(slots: Sequence[Slot], before: str, after: str) -> list[float]:
    """For each slot, by how much a hole in its place is dearer than its character."""
    if len(slots) == 1 and (lead := _lead_of(slots[0], before, after)) >= OPEN:
        return [lead]
    shown = before + "".join([slot.char for slot in slots]) + after
    prices = [NEVER] * len(shown)
    for k, slot in enumerate(slots, len(before)):
        if slot.lead or slot.trail:
            prices[k] = hole_nats(slot.lead, slot.trail) - odd_nats(slot.char)
    gaps = _gaps(shown, prices, None)[len(before) : len(before) + len(slots)]
    if min(gaps) < OPEN:
        gaps = _gaps(shown, prices, neighbours(shown))[len(before) : len(before) + len(slots)]
    return gaps


def _lead_of(slot: Slot, before: str, after: str) -> float:
    """The same for one character alone: then its hole ends all words before it, and others begin."""
    word = START
    for char in before:
        word = advance(word, char)
    hole = slot.char, NEVER, NEVER, NEVER, word[4] + hole_nats(slot.lead, slot.trail)
    word = advance(word, slot.char)
    for char in after:
        word, hole = advance(word, char), advance(hole, char)
    return hole[4] - odd_nats(slot.char) - word[4]


def _gaps(shown: str, prices: list[float], singles: list[float] | None) -> list[float]:
    """By how much a hole in place of each character is dearer than the character."""
    found = cuts(shown, prices, singles)
    return [h - w for h, w in zip(found.hole, found.whole, strict=True)]


def _stretches(gaps: Sequence[float], least: float) -> Iterator[tuple[int, int, bool]]:
    """Stretches of slots that are certain, neighbouring holes, single slots that are not certain."""
    first = 0
    kinds = [0 if gap < 0 else 1 if gap < least else 2 for gap in gaps]
    for k in range(1, len(gaps) + 1):
        if k == len(gaps) or kinds[k] != kinds[first] or kinds[first] == 1:
            yield first, k, kinds[first] < 2
            first = k
