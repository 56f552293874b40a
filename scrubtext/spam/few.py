"""A few keywords alone on their line: too few to repeat each other, so all that is known is weighed.

Four to seven phrases are proof of nothing by one property. But lists of honest things foreign to the page
(a shopping list, members of a team, stations, subjects of a school) hold nothing that people put into a
search box; a list of which nearly every phrase is goods or a service, asked for as one asks there, does.
"""

from __future__ import annotations

from scrubtext.spam.block import Block
from scrubtext.spam.evidence import Evidence
from scrubtext.spam.page import Page

__all__ = ["few"]

LEAST = {"odd": 4, "natural": 4, "loose": 4, "lines": 5}
"""Phrases there must be."""
ENOUGH = {4: 2.1, 5: 1.4, 6: 1.4}
"""Weight asked of so many phrases; the heaviest of 10,000 honest lists of manuals has 1.2."""
ENOUGH_MORE = 1.25
LEAST_GLUED, ENOUGH_GLUED = 5, 2.0
"""The same of a list that shares its line with a sentence."""
ENOUGH_LINES, ENOUGH_TAGGED = 1.8, 1.6
"""The same of phrases on lines of their own, and of those behind a label that posts have too."""
ASKED = 0.15  # shares of phrases that ask, name a town or are stock; goods alone may be an honest list
SURE = 0.6  # share of phrases that ask beyond doubt, or of a town, or of stock, behind such a label
CERTAIN = 2.2  # weight of phrases that may be sentences, or hold the small words of one
MIN_PROSE = {True: 400, False: 140}
"""Characters in sentences before a list can be foreign to a page, of a script with spaces (True);
half as many where all of its phrases are of trade and ask."""
MIN_WIDTH = 4.2  # see ``phrases.width``: names, stations, ingredients are shorter
MAX_SPEECH, MAX_CASED = 0.5, 0.6  # shares of phrases with small words, of phrases written as names


def few(e: Evidence, block: Block, page: Page) -> bool:
    """Whether a short list that is foreign to its page is one of search phrases."""
    kind = block.separator.kind
    glued = block.layout not in ("line", "lines")
    if e.size < (LEAST_GLUED if glued else LEAST[kind]):
        return False
    prose = page.prose if _weight(e) < 2 else 2 * page.prose
    if e.foreign < 0.95 or e.width < MIN_WIDTH or prose < MIN_PROSE[_spaced(page)]:
        return False
    if max(e.numbered, e.seated) >= 0.5 or e.cased > MAX_CASED:
        return False
    if e.speech > MAX_SPEECH and max(e.strong, e.local) < 0.75 and _weight(e) < CERTAIN:
        return False
    if block.guarded:
        sure = max(e.strong, e.local, e.stocked) >= SURE  # a paper on shops has half
        return block.tagged and sure and _weight(e) >= ENOUGH_TAGGED
    if e.strong + e.local + e.stocked < ASKED:
        return e.size >= 6 and _weight(e) >= 2
    if glued:
        return _weight(e) >= ENOUGH_GLUED
    least = ENOUGH_LINES if kind == "lines" else ENOUGH.get(e.size, ENOUGH_MORE)
    return _weight(e) >= least


def _spaced(page: Page) -> bool:
    return page.scripts.get("han", 0) + page.scripts.get("kana", 0) + page.scripts.get("hangul", 0) < 0.5


def _weight(e: Evidence) -> float:
    """Phrases of trade, phrases that ask; half as much what asks beyond doubt, towns, stock words."""
    return e.marked + e.traded + (e.strong + e.local + (e.stocked >= 0.8)) / 2
