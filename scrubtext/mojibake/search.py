"""The search for what a line was: mix-ups applied one after the other, the likeliest end wins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scrubtext.mojibake.bound import promising
from scrubtext.mojibake.controls import control_readings
from scrubtext.mojibake.groups import Margins, explains, groups, sane
from scrubtext.mojibake.halfway import half_way
from scrubtext.mojibake.judge import weigh
from scrubtext.mojibake.looks import least_mean
from scrubtext.mojibake.odd import suspicious
from scrubtext.mojibake.pieces import Piece, put
from scrubtext.mojibake.propose import (
    Reading,
    legacy_readings,
    reason,
    utf8_readings,
    views_of,
)
from scrubtext.mojibake.second_opinion import ftfy_readings

__all__ = ["search"]

LAYERS = 4
STEPS = 18  # texts looked at before a line is taken for noise; damage needs two, nine at most
BEAM = 3  # ways followed at once
TORN = -11.0  # nats per character below which a reading with holes is no text
SOUND = -7.0  # nats per character above which nothing lies below
WORTH = 0.5  # nats; readings that gain less are neither taken nor rivals
RIVAL = 4.0  # nats the best way must be ahead of one that says something else
RIVAL_SHORT = 7.0  # the same where at most three characters are repaired


@dataclass
class Effort:
    """What a search has cost so far, in readings weighed."""

    steps: int = 0
    readings: int = 0
    chars: int = 0

    @property
    def work(self) -> int:
        """The readings, and what takes as long: a step 30 of them, 32 characters one."""
        return 30 * self.steps + self.readings + self.chars // 32

    def add(self, found: Sequence[Reading]) -> None:
        """Readings that are weighed."""
        self.readings += len(found)
        self.chars += sum(len(r.new) for r in found)


class Way(NamedTuple):
    """A line after some mix-ups were undone."""

    text: str
    pieces: tuple[Piece, ...]
    gain: float
    mean: float  # of the last step
    first: frozenset[str]  # the mix-ups the first step may have been


def search(
    line: str, lang: str | None, margins: Margins
) -> tuple[tuple[Piece, ...], list[Piece], int]:
    """The line in pieces, repaired where that is sure, what is doubtful in it, and the work."""
    start = way = Way(line, (Piece(0, len(line), line),), 0.0, 0.0, frozenset())
    doubtful: list[Piece] = []
    effort = Effort()
    for _ in range(LAYERS):  # mix-ups that have nothing to do with each other
        found, doubts = _deepest(way, lang, margins, effort)
        doubtful += doubts
        if effort.steps > STEPS:
            return start.pieces, [], effort.work
        if found is None:
            break
        way = found
        if not suspicious(way.text):
            break  # nothing else to find
    return way.pieces, doubtful, effort.work


def _deepest(
    start: Way, lang: str | None, margins: Margins, effort: Effort
) -> tuple[Way | None, list[Piece]]:
    """The likeliest text below one mix-up and further layers of it, and what is doubtful."""
    ends: dict[str, Way] = {}
    ways, doubtful = [start], list[Piece]()
    for layer in range(LAYERS):
        grown: dict[str, Way] = {}
        for way in ways:
            effort.steps += 1
            if effort.steps > STEPS:
                return None, []
            for new in _steps(way, lang, margins, doubtful if not layer else [], effort):
                if not (_below(way, new) if layer else _apart(way, new)):
                    continue
                if new.text not in ends and new.gain > grown.get(new.text, start).gain:
                    grown[new.text] = new
        ends.update(grown)
        ways = sorted(grown.values(), key=lambda w: -w.gain)[:BEAM]
        ways = [w for w in ways if w.mean < SOUND]
        if not ways:
            break
    sound = [w for w in ends.values() if w.mean > _least(start, w) and not half_way(w.pieces)]
    if not sound:
        return None, doubtful
    best = max(sound, key=lambda w: w.gain)
    near = RIVAL if best.mean > -99 and _size(best) > 3 else RIVAL_SHORT
    rivals = [w for w in sound if best.gain - w.gain < near and _contradict(best, w)]
    if rivals:
        return None, [p for w in (best, *rivals) for p in w.pieces if p.why]
    return best, doubtful


def _least(old: Way, new: Way) -> float:
    """The mean below which the last step of a way made no text."""
    if _torn(old, new):
        return TORN
    return least_mean("".join(p.text for p in new.pieces if p.why and p not in old.pieces))


def _torn(old: Way, new: Way) -> bool:
    """Whether a way made holes."""
    return new.text.count("\ufffd") > old.text.count("\ufffd")


def _size(way: Way) -> int:
    """Characters beyond ASCII that were repaired."""
    return sum(not c.isascii() for p in way.pieces if p.why for c in p.text)


def _apart(old: Way, new: Way) -> bool:
    """Whether a step left alone what was repaired before it."""
    return all(p in new.pieces for p in old.pieces if p.why)


def _below(old: Way, new: Way) -> bool:
    """Whether a step changed nothing but what was changed before it, and what that swallowed."""
    done = [p for p in old.pieces if p.why]
    return all(
        p in done or any(p.start < q.end and q.start < p.end for q in done)
        for p in new.pieces
        if p.why
    )


def _contradict(a: Way, b: Way) -> bool:
    """Whether two ways make different text of the same place."""
    for p in a.pieces:
        for q in b.pieces:
            if p.why and q.why and p.start < q.end and q.start < p.end and not _agree(p, q):
                return True
    return False


def _agree(p: Piece, q: Piece) -> bool:
    """Whether one repair is the other, or a part of it."""
    small, large = (p, q) if p.end - p.start <= q.end - q.start else (q, p)
    inside = large.start <= small.start and small.end <= large.end
    return p.text == q.text or (inside and small.text in large.text and len(large.text) < 9)


def _steps(
    way: Way, lang: str | None, margins: Margins, doubtful: list[Piece], effort: Effort
) -> Iterator[Way]:
    """Every mix-up that may be undone next."""
    views = views_of(way.text)
    first = [*utf8_readings(way.text, views), *control_readings(way.text)]
    effort.add(first)
    least = min(WORTH, margins.note)
    verdicts = weigh(way.text, promising(way.text, first, lang, least), lang)
    grouped = list(groups(way.text, verdicts, margins))
    if not any(explains(way.text, g) for _, g, _ in grouped):
        found = [*legacy_readings(way.text, views)]
        if not way.first and any(seen.single for seen in views):
            found += ftfy_readings(way.text)
        effort.add(found)
        more = weigh(way.text, promising(way.text, found, lang, least), lang)
        grouped += groups(way.text, more, margins, verdicts)
        verdicts += more
    for names, group, prior in grouped:
        pieces = way.pieces
        for v in sorted(group, key=lambda v: -v.reading.start):
            pieces = put(pieces, v.reading)
        fresh = max(sum(v.fresh for v in group), 1)
        mean = sum(v.mean * v.fresh for v in group) / fresh
        gain = way.gain + sum(v.gain for v in group) - 2 * prior
        text = "".join(p.text for p in pieces)
        yield Way(text, pieces, gain, mean, way.first or names)
    doubtful += [
        Piece(r.start, r.end, r.new, reason(r.wrote, r.read))
        for v in verdicts
        if v.gain >= margins.note and v.mean > -8 and sane(way.text, v) and (r := v.reading)
    ]
