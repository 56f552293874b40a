"""Follow a shifted run: character by character, until the stream is in step again.

What is shown is one byte late: the byte that waits takes the first byte of the next character shown,
whose second byte waits then. A byte in the ASCII range ends the run. That is plain arithmetic, done
once; where a sign can mean two things both ways are followed. The costs of the words go along, so that
a way that reads like noise is left after a few characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from scrubtext.gloss.columns import Gloss, Places
from scrubtext.gloss.gbk import LEADS, pair, spelled, user_defined
from scrubtext.gloss.shares import hole_nats, share_of, variant_nats
from scrubtext.gloss.syllables import LETTERS, keys_of, mostly
from scrubtext.gloss.tokens import LOST, MAX_LETTERS, behind, entries
from scrubtext.gloss.words import GONE, NEVER, START, Path, advance, fits_script

__all__ = ["BACK", "FULL", "Page", "Run", "Slot", "context", "follow", "odd_nats", "said_before"]

BACK = 30  # characters in which three stand that have a gloss each
MAX_RUN = 120  # characters; runs of Traditional text end after seven on the average
MAX_WAYS = 4  # ways kept at once where signs can mean two things
FOREIGN = 6.0  # nats for a character that only Simplified text has
WIDE = 9.0  # nats for a full-width letter or sign
WIDE_MARKS = "！（），．：；？％０１２３４５６７８９"
NOISE = 15.0  # nats by which a way may read worse than what is shown
LEFT_OVER = 6.0  # nats for ASCII after the sign of a pair, and for a byte lost without a sign
DROPPED = 4.0  # nats for a dropped pair that nothing but a gloss speaks for: one of fifty is
SELDOM = 4.0  # nats for a character read otherwise as often, beside one that is not: tables have one reading
COMMON = 1e-5  # share of running text of an entry whose first byte was dropped
FIRST_TRAIL = 0x40
FIRST_HIGH = 0x80
ASCII_END = 0x7F
FULL = {",": "，", ".": "。", "!": "！", "?": "？", ";": "；", ":": "：", "(": "（", ")": "）"}
MARKS = "，。、；：？！"


class Slot(NamedTuple):
    """One restored character; ``GONE`` where bytes are missing, the bytes that are known beside it."""

    char: str
    lead: int = 0
    trail: int = 0
    sign: bool = False  # the sign of an undefined pair was shown here
    after: int = 0  # the byte that was dropped together with the last one of this character
    alone: bool = False  # ... or nothing was: it stood before what is no byte of a pair


@lru_cache(maxsize=8192)
def odd_nats(char: str) -> float:
    """What a character costs that hardly stands in Traditional text, or as a variant of another."""
    if "\uff01" <= char <= "\uff5e" and char not in WIDE_MARKS:
        return WIDE
    return variant_nats(char) if fits_script(char) else FOREIGN


class Page(NamedTuple):
    """What the page shows of the way it was decoded."""

    sign: bool  # lost bytes are shown by a sign
    swallow: bool | None  # the ASCII character after a lost byte went with it; None: not known


class Run(NamedTuple):
    """One way to read a run so far."""

    at: int  # the next character shown
    lead: int  # the byte that waits; 0 when in step
    slots: tuple[Slot, ...]
    path: Path
    shown: Path
    gap: bool = False  # a sign for an undefined pair was passed
    pending: bool = False  # ... just now

    def plus(self, slot: Slot, lead: int, at: int) -> Run:
        """The run with one more character."""
        path = advance(
            self.path, slot.char, hole_nats(slot.lead, slot.trail) if slot.lead else NEVER
        )
        odd = odd_nats(slot.char)
        if odd:
            path = (*path[:4], path[4] + odd)
        return Run(at, lead, (*self.slots, slot), path, self.shown, self.gap)

    def dearer(self, nats: float) -> Run:
        """The run with so much against it."""
        return self._replace(path=(*self.path[:4], self.path[4] + nats))

    @property
    def gain(self) -> float:
        """Nats by which it reads better than what is shown."""
        return self.shown[4] - self.path[4]


@cache
def _gloss() -> re.Pattern[str]:
    return re.compile(rf"[(（] ?[{LETTERS}]{{1,{MAX_LETTERS}}} ?[)）]")


def said_before(text: str, at: int) -> str:
    """The last three characters before ``at``, syllables in brackets left out.

    >>> said_before("我們順(shùn)(shū)", 9)
    '我們順'
    """
    piece = text[max(0, at - BACK) : at]
    return (_gloss().sub("", piece) if ")" in piece or "）" in piece else piece)[-3:]


def context(text: str, at: int) -> Path:
    """The path through the characters before ``at``, counted from zero there."""
    path = START
    for char in said_before(text, at):
        path = advance(path, char)
    return path[0], path[1] - path[4], path[2] - path[4], path[3] - path[4], 0.0


def follow(text: str, begins: list[Run], scars: Places, page: Page) -> list[Run]:
    """All the ways from ``begins`` that get in step."""
    done: list[Run] = []
    ways = begins
    limit = begins[0].at + MAX_RUN if begins else 0
    while ways:
        going: list[Run] = []
        for run in ways:
            for n in _step(text, run, scars, page):
                if not n.lead:
                    done.append(n)
                elif n.at < limit and n.gain > -NOISE:
                    going.append(n)
        ways = sorted(going, key=lambda r: -r.gain)[:MAX_WAYS] if len(going) > MAX_WAYS else going
    return done


def _step(text: str, run: Run, scars: Places, page: Page) -> Iterator[Run]:
    at = run.at
    if at >= len(text):
        yield run.plus(Slot(GONE, run.lead, alone=True), 0, at)
        return
    scar = scars.get(at)
    if scar:
        ways = list(_over_gloss(run, scar, page))
        yield from ways
        if ways or not scar.lost:
            return
    char = text[at]
    shown = Run(*run[:4], advance(run.shown, char), run.gap, run.pending)
    raw = spelled(char)
    if len(raw) == 2:
        yield from _over_pair(shown, raw)
        if raw[1] < FIRST_HIGH and not page.sign:  # or a byte went without a sign before it
            yield run.plus(Slot(GONE, run.lead, alone=True), 0, at).dearer(LEFT_OVER)
    elif raw and raw[0] >= FIRST_TRAIL:
        closes = scars.get(at + 1) or behind(text, at)
        if closes and not closes.lost:
            yield from _before_gloss(shown, raw[0], closes)
        yield shown.plus(_slot(run, raw[0]), 0, at + 1)
    elif raw or char in LOST:
        yield from _over_sign(text, shown, page)


def _slot(run: Run, trail: int) -> Slot:
    char = "" if run.pending else pair(run.lead, trail)
    return Slot(char or GONE, run.lead, trail, run.pending)


def _over_pair(run: Run, raw: bytes) -> Iterator[Run]:
    """A character of two bytes: one ends a character, the other begins the next, or is ASCII."""
    found = run.plus(_slot(run, raw[0]), raw[1], run.at + 1)
    if raw[1] > FIRST_HIGH:
        yield found
        return
    end = found.plus(Slot(chr(raw[1]) if raw[1] <= ASCII_END else "\u20ac"), 0, found.at)
    yield end.dearer(LEFT_OVER) if run.pending else end


def _over_gloss(run: Run, scar: Gloss, page: Page) -> Iterator[Run]:
    """A gloss inside the run: it closes the run, or stands after a shifted character."""
    if not scar.lost:
        yield run._replace(at=scar.end)
    if scar.lost or not page.sign:
        keys = [k for k in entries(scar.char, scar.syllable) if spelled(k)[0] == run.lead]
        usual = [mostly(key, scar.syllable) and share_of(key) >= COMMON for key in keys]
        for key, own in zip(keys, usual, strict=True):
            found = run.plus(Slot(key, *spelled(key)), 0, scar.end)
            yield found if own or not any(usual) else found.dearer(SELDOM)
        yield from _over_dropped(run, scar)


def _before_gloss(run: Run, trail: int, gloss: Gloss) -> Iterator[Run]:
    """The last byte of a run that a gloss follows: the gloss names the character and its first byte."""
    for key in keys_of(gloss.syllable):
        lead, last = spelled(key)
        if last != trail:
            continue
        if lead == run.lead:
            yield run.plus(Slot(key, lead, trail), 0, gloss.end)
        elif any(user_defined(t, lead) for t in LEADS):
            begun = run.plus(Slot(GONE, run.lead, 0, False, lead), lead, run.at).dearer(DROPPED)
            yield begun.plus(Slot(key, lead, trail), 0, gloss.end)


def _over_dropped(run: Run, scar: Gloss) -> Iterator[Run]:
    """A gloss that closes the run after a dropped pair, which had the first byte of its entry."""
    for key in keys_of(scar.syllable):
        lead, trail = spelled(key)
        if share_of(key) >= COMMON and any(user_defined(t, lead) for t in LEADS):
            begun = run.plus(Slot(GONE, run.lead, 0, False, lead), lead, run.at).dearer(DROPPED)
            yield begun.plus(Slot(key, lead, trail), 0, scar.end)


def _over_sign(text: str, run: Run, page: Page) -> Iterator[Run]:
    """A sign of the lower ASCII range, or that of a lost byte: the run's end, or a replaced mark."""
    at, char = run.at, text[run.at]
    if char in FULL:
        first, second = spelled(FULL[char])
        if pair(run.lead, first) and not run.pending:
            yield run.plus(_slot(run, first), second, at + 1)
    if char in LOST:
        end = run.plus(Slot(GONE, run.lead, alone=True), 0, at + 1)
        yield end.plus(Slot("\ufffd"), 0, at + 1) if _swallowed(text, at + 1, page) else end
        if not run.gap:
            yield run._replace(at=at + 1, gap=True, pending=True)
    elif not page.sign:
        yield run.plus(Slot(GONE, run.lead, alone=True), 0, at)


def _swallowed(text: str, at: int, page: Page) -> bool:
    """Whether an ASCII character went with the lost byte before ``at``."""
    after = text[at : at + 1]
    if not after or after in " \n\r\t" or after in MARKS or page.swallow is False:
        return False
    return bool(page.swallow) or not (ord(after) < FIRST_TRAIL or after in MARKS)
