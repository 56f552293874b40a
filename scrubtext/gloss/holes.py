"""What fits into a hole: the few characters that the remaining bytes leave, and which is likeliest.

A pair of the user-defined area that a site dropped takes the second byte of one character and the first
of the next with it; the other two bytes are known, and the area is small. The words around decide, and
the neighbours of characters; a character is given only where both together leave no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise
from math import exp
from typing import NamedTuple

from scrubtext.gloss.gbk import LEADS, TRAILS, pair, spelled, user_defined
from scrubtext.gloss.run import Slot, odd_nats
from scrubtext.gloss.shares import between_nats, hole_nats, share_of
from scrubtext.gloss.words import GONE, START, Path, advance, cost

__all__ = ["MARK", "Fill", "blank", "fill", "neighbours"]

MARK = "\ufffd"
BEAM = 32  # readings kept from character to character
FIRSTS = 12  # ... after the first character of two
SECONDS = 48  # likeliest characters tried in one place
AHEAD = 4  # characters after the hole that are read along
# The next five were fitted (logistic regression) on 1,200 made pages of news and 1,200 of reviews.
NEIGHBOUR = 0.5  # weight of the pairs of characters beside that of the words
SEEN = 2.5  # nats for two neighbours that the page has elsewhere
DROPPED = 1.0  # nats by which two characters are likelier than the words say
UNLISTED = 4.0  # nats for all that is not tried one by one
FLAT = 1.5  # what nats are divided by to make shares: words and pairs tell the same thing twice
UNSEEN = 3.0  # nats against a third character between two: with less, half the right ones are lost
KEPT = 0.80  # share of all readings that a character needs whose two bytes are there: below, more are wrong
SURE = 0.93  # ... that any other needs; with both, four holes of a hundred are filled wrongly


class Fill(NamedTuple):
    """What was put into a hole: ``MARK`` where nothing is certain; what it could have been."""

    text: str
    guesses: tuple[str, ...]


Beam = list[tuple[float, Path, tuple[str, ...]]]
"""Cost, path and what each place was filled with, for every reading."""


def fill(slots: Sequence[Slot], before: str, after: str, page: str = "") -> Fill:
    """The likeliest characters for neighbouring places, between what is certain on both sides.

    A place is filled with the character its two bytes make, where they make one, or with two of
    which each has one of the bytes. Neighbours that stand so elsewhere on the ``page`` are likelier.
    """
    start = START
    for char in before[-3:]:
        start = advance(start, char)
    beam: Beam = [(start[4], start, ())]
    for slot in slots:
        beam = _longer(beam, slot)
    lines = [before[-1:] + "".join(way[2]).replace(MARK, "") + after[:1] for way in beam]
    stands = {two: two in page for two in {a + b for line in lines for a, b in pairwise(line)}}
    scored = []
    for (_, path, pieces), line, pairs in zip(beam, lines, _pairs(lines), strict=True):
        for char in after[:AHEAD]:
            path = advance(path, char)
        seen = sum([stands[a + b] for a, b in pairwise(line)])
        twos = sum([len(piece) > 1 for piece in pieces])
        scored.append((path[4] + NEIGHBOUR * pairs - SEEN * seen - DROPPED * twos, pieces))
    scored.append(_unlisted(start[4], slots, after))
    return _agreed(sorted(scored)) if scored else blank(slots)


def _unlisted(begun: float, slots: Sequence[Slot], after: str) -> tuple[float, tuple[str, ...]]:
    """What all readings cost together that are not tried one by one."""
    holes = sum([hole_nats(s.lead, s.trail) if s.lead or s.trail else 0.0 for s in slots])
    spent = begun + holes + cost(after[:AHEAD]) + NEIGHBOUR * holes
    if after:
        spent += NEIGHBOUR * neighbours(after[0])[0]
    rest = UNLISTED - DROPPED if any(slot.lead and slot.trail for slot in slots) else 2 * UNLISTED
    return spent + rest, tuple([MARK * (1 + bool(s.lead and s.trail)) for s in slots])


def blank(slots: Sequence[Slot]) -> Fill:
    """Nothing but marks."""
    return Fill("".join([MARK * (1 + bool(s.lead and s.trail)) for s in slots]), ())


def neighbours(text: str) -> list[float]:
    """The cost of each character after the one before it."""
    from scrubtext import plausibility

    return [-float(nats) for nats in plausibility.nats(text)]


def _pairs(lines: Sequence[str]) -> list[float]:
    """What the pairs of neighbours of each line cost."""
    nats = neighbours("".join(lines))
    ends = list(accumulate(map(len, lines)))
    return [sum(nats[end - len(line) + 1 : end]) for line, end in zip(lines, ends, strict=True)]


def _longer(beam: Beam, slot: Slot) -> Beam:
    """The beam with one more place filled."""
    if not slot.lead and not slot.trail:
        return [(cost, (*START[:4], cost), (*pieces, MARK)) for cost, _, pieces in beam]
    if not (slot.lead and slot.trail):
        return sorted(_tried(beam, _ones(slot.lead, slot.trail, slot.after)))[:BEAM]
    out: Beam = []
    if slot.char != GONE:
        out = list(_tried(beam, (slot.char,)))
    firsts = FIRSTS if len(beam) == 1 else BEAM
    for way in sorted(_tried(beam, _firsts(slot.lead, slot.sign)))[:firsts]:
        last = spelled(way[2][-1])[1]
        for spent, path, pieces in _tried([way], _seconds(last, slot.trail, slot.sign)):
            out.append((spent, path, (*pieces[:-2], pieces[-2] + pieces[-1])))
    out = sorted(out)[:BEAM]
    return out + list(_with_unseen(beam, out[:FIRSTS])) if not slot.sign else out


def _with_unseen(beam: Beam, found: Beam) -> Iterator[tuple[float, Path, tuple[str, ...]]]:
    """The same with a third character between the two, of which no byte is there."""
    for _, path, pieces in beam:
        for _, _, (*others, two) in found:
            if len(two) == 2 and tuple(others) == pieces:
                first = advance(path, two[0])
                unseen = between_nats(spelled(two[0])[1], spelled(two[1])[0])
                spent = first[4] + (1 + NEIGHBOUR) * unseen + UNSEEN
                way = advance((*START[:4], spent), two[1])
                yield way[4], way, (*pieces, two[0] + MARK + two[1])


def _tried(beam: Beam, chars: Sequence[str]) -> Iterator[tuple[float, Path, tuple[str, ...]]]:
    """Every way with every character."""
    for _, path, pieces in beam:
        for char in chars:
            way = advance(path, char)
            spent = way[4] + odd_nats(char)
            yield spent, (*way[:4], spent), (*pieces, char)


@lru_cache(maxsize=512)
def _ones(lead: int, trail: int, after: int) -> tuple[str, ...]:
    """The characters with one known byte."""
    chars = [pair(lead, t) for t in TRAILS] if lead else [pair(b, trail) for b in LEADS]
    if after:
        chars = [c for c in chars if c and user_defined(spelled(c)[1], after)]
    return _likeliest(chars)


@lru_cache(maxsize=1024)
def _firsts(lead: int, sign: bool) -> tuple[str, ...]:
    """Likely characters with this first byte whose last byte opens an unseen pair."""
    chars = [pair(lead, t) for t in _opening(sign)]
    return _likeliest(chars)


@cache
def _opening(sign: bool) -> tuple[int, ...]:
    """The last bytes that can be the first of an unseen pair."""
    return tuple([t for t in LEADS if any(_unseen(t, x, sign) for x in LEADS)])


@lru_cache(maxsize=4096)
def _seconds(first: int, trail: int, sign: bool) -> tuple[str, ...]:
    """Likely characters that end in ``trail`` and whose first byte closes an unseen pair."""
    chars = [pair(b, trail) for b in LEADS if _unseen(first, b, sign)]
    return _likeliest(chars)


def _likeliest(chars: Sequence[str]) -> tuple[str, ...]:
    """The commonest of some characters."""
    return tuple(sorted(filter(share_of, chars), key=lambda c: -share_of(c))[:SECONDS])


def _unseen(lead: int, trail: int, sign: bool) -> bool:
    """Whether a pair is one of the dropped kind, or of the kind a sign is shown for."""
    user = user_defined(lead, trail)
    return not user and not pair(lead, trail) if sign else user


def _agreed(scored: list[tuple[float, tuple[str, ...]]]) -> Fill:
    """The best reading, each character of it only if nearly all the readings have it."""
    best = scored[0][1]
    weights = [(exp((scored[0][0] - nats) / FLAT), pieces) for nats, pieces in scored]
    total = sum([weight for weight, _ in weights])
    out = []
    for k, piece in enumerate(best):
        same = [(w, p[k]) for w, p in weights if len(p[k]) == len(piece)]
        if len(piece) == 1 and sum([w for w, p in same if p == piece]) >= KEPT * total:
            out.append(piece)
            continue
        for j, char in enumerate(piece):
            share = sum([w for w, p in same if p[j] == char]) / total
            out.append(char if share >= SURE else MARK)
    return Fill("".join(out), tuple("".join(pieces) for _, pieces in scored[:5]))
