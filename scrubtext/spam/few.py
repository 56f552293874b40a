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
ENOUGH = {"odd": 0.4, "natural": 0.8, "loose": 0.7, "lines": 1.6}
"""Weight asked of five phrases. Of 68 lists of 4 to 14 phrases foreign to their pages in 7,500 manuals and
500 honest web pages none on one line that is this wide has more than 0.4; chapters and offers, one a
line, have more."""
ENOUGH_FOUR, ENOUGH_GLUED = 1.0, 1.2
"""The same of four, and of a list that shares its line with a sentence."""
ENOUGH_CLAUSES = 1.3  # of what stands between full-width commas, as clauses do
ENOUGH_TAGGED = 1.6  # of phrases behind a label that posts have too
SURE = 0.6  # share of phrases that ask beyond doubt, or of a town, or of stock, behind such a label
CERTAIN = 2.2  # weight of phrases that may be sentences, or hold the small words of one
MIN_PROSE = {True: 300, False: 100}
"""Characters in sentences before a list can be foreign to a page, of a script with spaces (True);
half as many where nearly all of its phrases are of trade and ask."""
MIN_WIDTH, MIN_WIDTH_SURE = 4.2, 3.5
"""See ``phrases.width``: names, stations, ingredients are shorter; less of what is sure."""
MANY_WORDS, WORD_WIDTH, ENOUGH_WORDS = 9, 2.5, 0.6
"""Words of phrases that spaces join and hold: so many, so wide, of such weight."""
MAX_SPEECH, MAX_CASED = 0.5, 0.6  # shares of phrases with small words, of phrases written as names


def few(e: Evidence, block: Block, page: Page) -> bool:
    """Whether a short list that is foreign to its page is one of search phrases."""
    kind, weight = block.separator.kind, _weight(e)
    if e.size < LEAST[kind] or block.closed or e.foreign < 0.9 or max(e.numbered, e.seated) >= 0.5:
        return False
    spaced = _spaced(page)
    prose = page.prose if weight < 1.4 else 2 * page.prose
    if prose < MIN_PROSE[spaced] or e.cased > MAX_CASED:
        return False
    if e.speech > MAX_SPEECH and not _asks(e, block):
        return False
    if e.joined >= SURE and kind == "odd" and e.size > 4:
        return True  # hash tags without spaces
    if e.width < (MIN_WIDTH if spaced or weight < 1.1 else MIN_WIDTH_SURE):
        words = block.separator.name == "space" and e.size >= MANY_WORDS and e.width >= WORD_WIDTH
        return words and weight >= ENOUGH_WORDS and not block.guarded
    if block.guarded:
        sure = max(e.strong, e.local, e.stocked) >= SURE  # a paper on shops has half
        return block.tagged and weight >= (ENOUGH_TAGGED if sure else CERTAIN)
    return weight >= _enough(e.size, block)


def _asks(e: Evidence, block: Block) -> bool:
    """Whether phrases with small words in them are searches all the same."""
    if block.layout != "line":
        return False
    return max(e.strong, e.local) >= 0.75 or (
        _weight(e) >= CERTAIN and block.separator.kind != "natural"
    )


def _enough(size: int, block: Block) -> float:
    if block.layout not in ("line", "lines"):
        return ENOUGH_GLUED
    least = ENOUGH_CLAUSES if block.separator.name == "full comma" else ENOUGH[block.separator.kind]
    return max(least, ENOUGH_FOUR) if size == 4 else least


def _spaced(page: Page) -> bool:
    return page.scripts.get("han", 0) + page.scripts.get("kana", 0) + page.scripts.get("hangul", 0) < 0.5


def _weight(e: Evidence) -> float:
    """Phrases of trade, phrases that ask; half as much what asks beyond doubt, towns, stock words."""
    return e.marked + e.traded + (e.strong + e.local + (e.stocked >= 0.8)) / 2
