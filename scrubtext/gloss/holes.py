"""What fits into a hole: the few characters that the remaining bytes leave, and which is likeliest.

A pair of the user-defined area that a site dropped takes the second byte of one character and the first
of the next with it; the other two bytes are known, and the area is small. The words around decide, and
the neighbours of characters; a character is given only where both together leave no doubt.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from math import exp
from typing import NamedTuple

from scrubtext.gloss.ngrams import BREAK, after_two
from scrubtext.gloss.pieces import fitting, ones
from scrubtext.gloss.run import Slot, odd_nats
from scrubtext.gloss.shares import hole_nats, variants_of
from scrubtext.gloss.words import GONE, START, Path, advance, after_each, cost

__all__ = ["MARK", "Fill", "blank", "fill", "neighbours"]

MARK = "\ufffd"
BEAM = 32  # readings kept from character to character
WAYS = 6  # ... that go on where two or three characters are tried
AHEAD = 4  # characters after the hole that are read along
# The next six were fitted (logistic regression) on 1,100 made pages of news and 500 of reviews.
NEIGHBOUR = 1.2  # weight of the pairs of characters beside that of the words
SEEN = 3.0  # nats for two or three neighbours that the page has elsewhere
DROPPED = 1.9  # nats by which two characters are likelier than the words say
UNLISTED = 6.5  # nats for all that is not tried one by one
FLAT = 2.3  # what nats are divided by to make shares: words and neighbours tell a thing twice
UNSEEN = 2.0  # nats against a character of which no byte is there
# The next five were chosen on 16,000 made pages of news and reviews: see benchmarks/README.md.
KEPT = 0.80  # share of all readings that a character needs whose two bytes are there
HOLED = 0.96  # ... on a page where other pairs were dropped for certain
LONE = 0.98  # ... beside a hole
HALF = 0.90  # ... of which one byte is there
SURE = 0.97  # ... that any other needs
CHAIN = 0.90  # ... that all of several places together need: there what is not tried weighs more


class Fill(NamedTuple):
    """What was put into a hole: ``MARK`` where nothing is certain; what it could have been."""

    text: str
    guesses: tuple[str, ...]


Beam = list[tuple[float, Path, tuple[str, ...]]]
"""Cost, path and what each place was filled with, for every reading."""


def fill(
    slots: Sequence[Slot], before: str, after: str, page: str = "", holed: bool = False
) -> Fill:
    """The likeliest characters for neighbouring places, between what is certain on both sides.

    A place is filled with the character its two bytes make, where they make one, or with two of
    which each has one of the bytes. Neighbours that stand so elsewhere on the ``page`` are likelier.
    ``holed``: other pairs of the page were dropped for certain.
    """
    if not before and not after:
        return blank(slots)
    known = tuple(slots), before[-3:], after[:AHEAD]
    readings = _readings(*known)
    chars = {char for char in {*"".join(readings.pairs)} if char in page}  # much faster than two at once
    seen = {two for two in readings.pairs if two[0] in chars and two[1] in chars and two in page}
    if seen:
        seen |= {t for r in readings.tried for t in _threes(r.line) if _has(page, t, seen)}
    return _decided(*known, frozenset(seen), holed)


def _threes(line: str) -> list[str]:
    """Every three neighbours: all have what was filled in among them."""
    return [line[k : k + 3] for k in range(len(line) - 2)]


def _has(page: str, three: str, seen: Collection[str]) -> bool:
    return (three[:2] in seen or three[1:] in seen) and three in page


@lru_cache(maxsize=512)
def _decided(
    slots: Sequence[Slot], before: str, after: str, seen: frozenset[str], holed: bool
) -> Fill:
    """The same, where the page has the ``seen`` pairs and triples of neighbours."""
    readings, rest, _ = _readings(slots, before, after)
    scored = [(r.words + r.neighbours - SEEN * r.found(seen) + r.more, r.pieces) for r in readings]
    shown = "".join([slot.char for slot in slots])
    kept = HOLED if holed else KEPT
    return _agreed(sorted([*scored, rest]), shown, kept if before and after else max(kept, LONE))


class _Reading(NamedTuple):
    """One way to fill neighbouring places: what its words, its neighbours and its size cost."""

    words: float
    neighbours: float
    more: float
    pairs: Sequence[str]
    line: str
    pieces: tuple[str, ...]

    def found(self, seen: Collection[str]) -> int:
        """How many of its pairs and triples were ``seen``."""
        pairs = sum([two in seen for two in self.pairs])
        return pairs and pairs + sum([three in seen for three in _threes(self.line)])


class _Readings(NamedTuple):
    """All that are tried, what all others cost together, and the pairs of neighbours they make."""

    tried: list[_Reading]
    rest: tuple[float, tuple[str, ...]]
    pairs: frozenset[str]


@lru_cache(maxsize=128)
def _readings(slots: Sequence[Slot], before: str, after: str) -> _Readings:
    """What the words and neighbours say of each reading, whatever the page: those come again."""
    start = START
    for char in before:
        start = advance(start, char)
    beam: Beam = [(start[4], start, ())]
    for k, slot in enumerate(slots, 1):
        beam = _longer(beam, slot, after[:1] if k == len(slots) else "")
    tried = list(_weighed(beam, before, after))
    pairs = frozenset([two for reading in tried for two in reading.pairs])
    return _Readings(tried, _unlisted(start[4], slots, after), pairs)


def _weighed(beam: Beam, before: str, after: str) -> Iterator[_Reading]:
    """What the words, the neighbours and the number of characters say of each reading."""
    left, right = before[-2:], after[:2]
    lines = [left + "".join(way[2]).replace(MARK, BREAK) + right for way in beam]
    first, last = len(left[:-1]), len(right[1:])
    words = after_each([path for _, path, _ in beam], after)
    rows = zip(beam, lines, words, _after(lines, len(left)), strict=True)
    for (_, _, pieces), line, spent, nats in rows:
        twos = sum([len(piece) > 1 for piece in pieces])
        pairs = [line[k : k + 2] for k in range(first, len(line) - last - 1)]
        yield _Reading(spent, NEIGHBOUR * nats, -DROPPED * twos, pairs, line, pieces)


def _unlisted(begun: float, slots: Sequence[Slot], after: str) -> tuple[float, tuple[str, ...]]:
    """What all readings cost together that are not tried one by one."""
    holes = sum([hole_nats(s.lead, s.trail) if s.lead or s.trail else 0.0 for s in slots])
    spent = begun + holes + cost(after[:AHEAD]) + NEIGHBOUR * holes
    spent += NEIGHBOUR * float(after_two(BREAK + after[:2]).sum())
    rest = UNLISTED - DROPPED if any(slot.lead and slot.trail for slot in slots) else UNLISTED
    return spent + rest, tuple([MARK * (1 + bool(s.lead and s.trail)) for s in slots])


def blank(slots: Sequence[Slot]) -> Fill:
    """Nothing but marks."""
    return Fill("".join([MARK * (1 + bool(s.lead and s.trail)) for s in slots]), ())


def neighbours(text: str) -> list[float]:
    """The cost of each character after the one before it."""
    from scrubtext import plausibility

    return [-float(nats) for nats in plausibility.nats(text)]


def _after(lines: Sequence[str], begun: int) -> list[float]:
    """What the characters of each line cost from the one at ``begun`` on, after those before them."""
    nats = after_two("".join(lines)).tolist()
    ends = list(accumulate(map(len, lines)))
    return [sum(nats[end - len(line) + begun : end]) for line, end in zip(lines, ends, strict=True)]


def _longer(beam: Beam, slot: Slot, right: str) -> Beam:
    """The beam with one more place filled; ``right`` follows it, where that is known."""
    if not slot.lead and not slot.trail:
        return [(cost, (*START[:4], cost), (*pieces, MARK)) for cost, _, pieces in beam]
    if not (slot.lead and slot.trail):
        out = sorted(_tried(beam, ones(slot.lead, slot.trail, slot.after)))[:BEAM]
        return sorted(out + _filled(beam, slot, right, 1)) if slot.after or slot.alone else out
    out = list(_tried(beam, (slot.char,))) if slot.char != GONE else []
    out += _filled(beam, slot, right, 0)
    return sorted(out if slot.sign else out + _filled(beam, slot, right, 1))


def _filled(beam: Beam, slot: Slot, right: str, unseen: int) -> Beam:
    """Every way with the likeliest pieces, of which ``unseen`` characters have no byte left."""
    out: Beam = []
    known = slot.lead, slot.trail, slot.after, slot.sign, bool(unseen)
    same = variants_of(
        slot.char
    )  # it would be a coincidence if a dropped pair had made one of them
    for _, begun, before in beam[:WAYS]:
        firsts: dict[str, Path] = {}  # many pieces begin with the same character
        for piece in fitting(*known, begun[0][-1:], right):
            if piece[0] in same or piece[-1] in same:
                continue
            path = firsts.get(piece[0])
            if path is None:
                path = firsts[piece[0]] = advance(begun, piece[0])
            for char in piece[1:]:
                path = advance(path, char)
            spent = path[4] + UNSEEN * unseen + sum(map(odd_nats, piece))
            out.append((spent, (*path[:4], spent), (*before, piece)))
    return sorted(out)[:BEAM] if len(beam) > WAYS else out


def _tried(beam: Beam, chars: Iterable[str]) -> Iterator[tuple[float, Path, tuple[str, ...]]]:
    """Every way with every character."""
    for _, path, pieces in beam:
        for char in chars:
            way = advance(path, char)
            spent = way[4] + odd_nats(char)
            yield spent, (*way[:4], spent), (*pieces, char)


def _agreed(scored: list[tuple[float, tuple[str, ...]]], shown: str, kept: float) -> Fill:
    """The best reading, each character of it only if nearly all the readings have it.

    ``shown`` is what the bytes make that are there; each character of it needs the share ``kept``.
    """
    best = scored[0][1]
    guesses = tuple(["".join(pieces) for _, pieces in scored[:5]])
    weights = [(exp((scored[0][0] - nats) / FLAT), pieces) for nats, pieces in scored]
    total = sum([weight for weight, _ in weights])
    if len(best) > 1 and guesses[0] != shown and weights[0][0] < CHAIN * total:
        return Fill(MARK * len(guesses[0]), guesses)
    out = []
    for k, piece in enumerate(best):
        same = [(w, p[k]) for w, p in weights if len(p[k]) == len(piece)]
        least = kept if piece == shown[k] else max(kept, HALF)
        if len(piece) == 1 and sum([w for w, p in same if p == piece]) >= least * total:
            out.append(piece)
            continue
        for j, char in enumerate(piece):
            share = sum([w for w, p in same if p[j] == char]) / total
            out.append(char if share >= SURE else MARK)
    return Fill("".join(out), guesses)
