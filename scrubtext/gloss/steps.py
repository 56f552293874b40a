"""One step of a shifted run: what the next character shown can mean for the bytes that wait.

A ``Reading`` is one way to read the bytes so far. Steps yield all the ways it goes on, with the cost
of the words it makes; the choice is made in ``shift``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from scrubtext.gloss.gbk import LEADS, TRAILS, pair, spelled, user_defined
from scrubtext.gloss.tokens import LOST, Gloss, entries
from scrubtext.gloss.words import UNKNOWN, Path, advance, cost, fits_script

__all__ = ["FULL", "HOLE", "Reading", "cut_off", "over_char", "over_gloss", "with_trail"]

LOST_END = 3.0  # nats for a byte lost at the end of a run
FOREIGN = 6.0  # nats for a character that only Simplified text has
FLUENT = 4.5  # nats: a character that costs less completes a word, no pair is missing before it
FIRSTS, SECONDS = 6, 24  # likeliest characters tried on either side of a dropped pair
FULL = {",": "，", ".": "。", "!": "！", "?": "？", ";": "；", ":": "：", "(": "（", ")": "）"}
MARKS = "，。、；：？！"
COMMON_MARKS = MARKS + "“”「」《》（）"
HOLE = "\ufffd"
FIRST_TRAIL = 0x40
EURO = 0x80  # alone it is the euro sign


class Reading(NamedTuple):
    """One way to read the bytes so far."""

    cost: float
    lead: int  # the byte that waits for its partner; 0 when in step
    new: str
    path: Path
    end: int = 0  # where the run ended, in the text; 0 while it goes on
    size: int = 0  # ... and how long ``new`` was then
    blanks: tuple[tuple[int, int], ...] = ()  # (offset in new, size) of characters that were chosen
    gap: bool = False  # the sign of an undefined pair was shown just now

    def plus(self, text: str, lead: int, malus: float = 0.0) -> Reading:
        """The reading with ``text`` added and ``lead`` waiting."""
        path = self.path
        for char in text:
            path = advance(path, char)
        spent = self.cost + path[4] - self.path[4] + malus
        return Reading(spent, lead, self.new + text, path, 0, 0, self.blanks)

    def closed(self, end: int) -> Reading:
        """The reading in step again, the run having ended at ``end``."""
        return self._replace(lead=0, end=end, size=len(self.new))


def over_gloss(r: Reading, scar: Gloss) -> Iterator[Reading]:
    """A gloss inside the run: it stands where it should, or it closes the run."""
    if not r.lead or not scar.lost:
        yield r
    if r.lead:
        for key in entries(scar.char, scar.syllable):
            lead, trail = spelled(key)
            if lead == r.lead:
                for s in _shifted(r, trail, 0):
                    yield s.closed(scar.end)


def over_char(r: Reading, char: str, after: str, end: int, hopeful: bool) -> Iterable[Reading]:
    """Another character shown; ``hopeful`` readings may have lost a pair before it."""
    if not r.lead:
        path = advance(r.path, char)
        return [r._replace(cost=r.cost + path[4] - r.path[4], new=r.new + char, path=path)]
    raw = spelled(char)
    out: list[Reading] = []
    if len(raw) == 2 or (len(raw) == 1 and raw[0] in TRAILS):
        lead = raw[1] if len(raw) == 2 else 0
        if not r.gap:
            out += _settled(_shifted(r, raw[0], lead), end)
        if r.gap or (hopeful and not (out and out[0].cost - r.cost < FLUENT)):
            out += _settled(_dropped(r, raw[0], lead), end)
        return out
    if char in FULL:
        out += _shifted(r, *spelled(FULL[char]))
    if char in LOST:  # the character after it was read with the byte, unless it still stands there
        gone = "" if not after or ord(after) < FIRST_TRAIL or after in MARKS else HOLE
        out += _last(r, gone, end)
        if not r.gap:
            out.append(r._replace(gap=True))
    elif len(raw) == 1:
        out += _last(r, char, end)
    return out


def cut_off(r: Reading, at: int) -> Iterator[Reading]:
    """At the end of the text: a byte that still waits lost its partner."""
    if r.lead:
        yield from _last(r, "", at)
    else:
        yield r


def _shifted(r: Reading, trail: int, lead: int) -> Iterator[Reading]:
    """The waiting byte finds its partner; another one waits, or is an ASCII character itself."""
    char = pair(r.lead, trail)
    if char:
        yield r.plus(char, lead, 0.0 if fits_script(char) else FOREIGN)


def _settled(readings: Iterable[Reading], end: int) -> Iterator[Reading]:
    """``readings``, in step again where the byte that waits is a character of its own."""
    for r in readings:
        if r.lead > EURO:
            yield r
        elif r.lead:
            yield r.plus(chr(r.lead) if r.lead < EURO else "\u20ac", 0).closed(end)
        else:
            yield r.closed(end)


def _last(r: Reading, after: str, end: int) -> Iterator[Reading]:
    """The run's last character lost its second byte; ``after`` is what follows."""
    blanks = (*r.blanks, (len(r.new), 1))
    for last in _with_lead(r.lead):
        yield r.plus(last + after, 0, LOST_END)._replace(blanks=blanks).closed(end)


def _dropped(r: Reading, trail: int, lead: int) -> Iterator[Reading]:
    """A pair that cannot be shown stood before ``trail``: two characters are lost."""
    firsts = []
    for byte in _partners(r.lead, r.gap):
        first = pair(r.lead, byte)
        firsts.append((advance(r.path, first)[4], byte, first))
    firsts.sort()
    blanks = (*r.blanks, (len(r.new), 2))
    for _, byte, first in firsts[:FIRSTS]:
        begun = r.plus(first, 0)
        for second in _seconds(byte, trail, r.gap):
            yield begun.plus(second, lead)._replace(blanks=blanks)


def _unseen(lead: int, trail: int, gap: bool) -> bool:
    """Whether a pair is one of the dropped kind, or of the kind a sign was shown for."""
    user = user_defined(lead, trail)
    return not user and not pair(lead, trail) if gap else user


@lru_cache(maxsize=1024)
def _partners(lead: int, gap: bool) -> tuple[int, ...]:
    """Last bytes that make a likely character with ``lead`` and open an unseen pair."""
    return tuple(
        t for t in LEADS if any(_unseen(t, x, gap) for x in LEADS) and _likely(pair(lead, t))
    )


@lru_cache(maxsize=8192)
def _seconds(first: int, trail: int, gap: bool) -> tuple[str, ...]:
    """Likely characters that end in ``trail`` and whose first byte closes an unseen pair."""
    chars = (pair(b, trail) for b in LEADS if _unseen(first, b, gap))
    return tuple(sorted([c for c in chars if _likely(c)], key=cost)[:SECONDS])


@lru_cache(maxsize=256)
def with_trail(trail: int) -> tuple[str, ...]:
    """Likely characters that end in ``trail``."""
    return tuple(c for b in LEADS if _likely(c := pair(b, trail)))


@lru_cache(maxsize=256)
def _with_lead(lead: int) -> tuple[str, ...]:
    return tuple(c for b in TRAILS if _likely(c := pair(lead, b)))


def _likely(char: str) -> bool:
    """Whether ``char`` is worth a guess: a mark of prose or a character of the word list."""
    if not char or not fits_script(char):
        return False
    return char in COMMON_MARKS or ("\u3400" <= char <= "\u9fff" and cost(char) < UNKNOWN)
