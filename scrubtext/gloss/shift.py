"""Take shifted runs back: from the lost byte, pair by pair, until the stream is in step again.

An unaligned replacement put ASCII between the two bytes of a character. The decoder lost the first of
them (shown as ``?``, U+FFFD or not at all) and read everything after it one byte late, up to a byte in
the ASCII range. Where the table entry is known the lost byte is known. What is not known (the byte
before a replaced mark, pairs of the user-defined area that the site dropped) is a hole.
"""

from __future__ import annotations

from collections.abc import Collection
from math import log

from scrubtext.gloss.columns import Gloss, Places
from scrubtext.gloss.gbk import LEADS, spelled
from scrubtext.gloss.run import FULL, Page, Run, Slot, context, follow, said_before
from scrubtext.gloss.settle import Found, leads
from scrubtext.gloss.shares import share_of
from scrubtext.gloss.syllables import reads
from scrubtext.gloss.tokens import LOST, behind, entries
from scrubtext.gloss.words import GONE, advance

__all__ = ["marked", "opened"]

RESTS = 4  # characters in step that are read along, to judge the end of the run
MARGIN = 5.0  # nats by which the restored text must beat the shown one
SIGNED = 4.0  # ... where U+FFFD says that a byte was lost
PUT = 2.0  # ... where a comma stands between the sign of a lost byte and a full-width mark
PROVEN = -12.0  # ... where a gloss after the sign of a lost byte names the byte
NAMED = -8.0  # ... where a gloss without such a sign does
ELSEWHERE = 4.0  # nats for a table entry that the page does not gloss anywhere else
ALONE = 8.0  # ... where the page hardly glosses anything
COMMON = 9.0  # nats: tables hold common characters; what an entry rarer than this one costs more
RARE = 1e-8  # share of running text of characters that no word list has
POLLUTED = 10.0  # ... less where the page has a table
MANY = 6  # glossed characters from which a page has a table
UNGLOSSED = 12.0  # nats against an end before a gloss of another character
STRAY = 4.0  # ... before an ASCII letter, which may be the last byte of a character
UNSURE_START = 4.0  # nats for the character before a replaced mark, of which one byte is known


def opened(
    text: str, scar: Gloss, scars: Places, table: Collection[str], page: Page
) -> Found | None:
    """Undo a run that a gloss opened by landing inside a character."""
    path = context(text, scar.start)
    begins = []
    malus = ELSEWHERE if page.sign or len(table) >= MANY else ALONE
    for key in entries(scar.char, scar.syllable):
        if spelled(key)[1] not in LEADS:  # no character begins with that byte
            continue
        rare = 0.0 if key in table else malus + max(0.0, -log(share_of(key) or RARE) - COMMON)
        way = (*path[:4], rare)
        begins.append(Run(scar.end, spelled(key)[1], (), way, path))
    margin = PROVEN if page.sign else NAMED
    if len(table) >= MANY:
        margin -= POLLUTED
    found = _best(text, scar.start, follow(text, begins, scars, page), scars, margin)
    return found if found and (len(table) >= MANY or _readable(found)) else None


def marked(
    text: str, at: int, after: int, mark: str, scars: Places, page: Page
) -> Found | None:
    """Undo a run that a replaced mark opened: the byte before the mark is lost, too."""
    first, second = spelled(FULL.get(mark, mark))
    path = context(text, at)
    begin = Run(after, second, (), (*path[:4], UNSURE_START), path)
    ways = follow(text, [begin], scars, page)
    opening = Slot(GONE, 0, first)
    ways = [way._replace(slots=(opening, *way.slots)) for way in ways]
    margin = (
        PUT if text[at + 1] == "," and after - at > 2 else SIGNED if text[at] != "?" else MARGIN
    )
    found = _best(text, at, ways, scars, margin)
    return found if found and _readable(found, 0) else None


def _best(
    text: str, start: int, ways: list[Run], scars: Places, margin: float
) -> Found | None:
    """The way that reads best with what follows it, if it beats the text as shown."""
    best = None
    for way in ways:
        after = _after(text, way, scars)
        path, shown = way.path, way.shown
        for char in after:
            path, shown = advance(path, char), advance(shown, char)
        gain = shown[4] - path[4] - _strange(text, way, scars)
        if gain > margin:
            margin, best = gain, (way, after)
    if not best:
        return None
    before = said_before(text, start)
    return Found(start, best[0], before, best[1], leads(best[0].slots, before, best[1]))


def _readable(found: Found, more: int = 1) -> bool:
    """Whether half of a run can be read; ``more``: or all but one hole more than that."""
    return 2 * sum([gap < 0 for gap in found.gaps]) <= len(found.gaps) + more


def _strange(text: str, way: Run, scars: Places) -> float:
    """What speaks against a way's end: a gloss that is not of the last character, a stray letter."""
    gloss = scars.get(way.at) or behind(text, way.at - 1)
    last = text[way.at - 1]
    single = len(spelled(last)) == 1  # the last byte of the character, which the gloss goes with
    if gloss and not gloss.lost and (single or not reads(way.slots[-1].char, gloss.syllable)):
        return UNGLOSSED
    after = text[way.at : way.at + 1]
    return STRAY if after.isascii() and after.isalpha() and last in LOST else 0.0


def _after(text: str, way: Run, scars: Places) -> str:
    """The characters in step after a run, their glosses left out, up to the next sign of a lost byte."""
    at, last, out = way.at, way.slots[-1].char, ""
    while len(out) < RESTS:
        stop = scars.first(at, min(at + RESTS - len(out), len(text)))
        out += text[at:stop]
        gloss = scars.get(stop)
        if gloss is None or gloss.lost or not reads(out[-1:] or last, gloss.syllable):
            break
        at = gloss.end
    return out.partition("?")[0].partition("\ufffd")[0]
