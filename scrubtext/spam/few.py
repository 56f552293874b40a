"""A few keywords alone on their line: too few to repeat each other, so all that is known is weighed.

Four to seven phrases are proof of nothing by one property. But lists of honest things foreign to the page
(a shopping list, members of a team, stations, subjects of a school) hold nothing that people put into a
search box; a list of which nearly every phrase is goods or a service, asked for as one asks there, does.
"""

from __future__ import annotations

from scrubtext.spam.block import Block
from scrubtext.spam.evidence import Evidence
from scrubtext.spam.page import Page

__all__ = ["LEAST", "few"]

LEAST = {"odd": 4, "natural": 4, "loose": 4, "lines": 5}
"""Phrases there must be."""
ENOUGH = {"odd": 0.3, "natural": 0.6, "loose": 0.5, "lines": 1.6}
ENOUGH_MANY = {"odd": 0.2, "natural": 0.7, "loose": 0.4, "lines": 1.0}
MANY = {"odd": 8, "natural": 10, "loose": 10, "lines": 8}
"""Weight asked of five phrases, and of so many. Of 68 lists of 4 to 14 phrases foreign to their pages, in
7,500 manuals and 500 honest web pages, none on one line that is this wide has more than 0.4. What towns
are known for, between commas, has 0.65; chapters and offers, one a line, have more."""
ENOUGH_FOUR, ENOUGH_GLUED = 0.8, 1.0
"""The same of four, and of a list that shares its line with a sentence."""
ENOUGH_DENSE = 1.25  # of five lines of a dense script, whose headings ask for less
ENOUGH_CLAUSES, CLAUSES = 1.3, 0.7  # more of many of what stands between full-width commas, as clauses do
ENOUGH_TAGGED = 1.6  # of phrases behind a label that posts have too
SURE = 0.6  # share of phrases that ask beyond doubt, or of a town, or of stock, behind such a label
MIN_CAMEL, MIN_TAGS = 0.75, 5  # share of hash tags that are words of trade run together; so many and more
MAX_WIDTH = 5.5  # of lines that are no headings: under three words
ALL = 1.8  # weight of phrases that are nearly all of trade and ask
CERTAIN = 2.2  # weight of phrases that may be sentences, or hold the small words of one
MIRRORED = 0.6  # more of a list that stands above and below the article, as no list for readers does
MIN_PROSE = {True: 300, False: 100}
"""Characters in sentences before a list can be foreign to a page, of a script with spaces (True);
half as many where nearly all of its phrases are of trade and ask."""
MIN_WIDTH, MIN_WIDTH_SURE = 4.2, 3.5
"""See ``phrases.width``: names, stations, ingredients are shorter; less of what is sure."""
MANY_WORDS, WORD_WIDTH, ENOUGH_WORDS = 9, 2.5, 0.6
"""Words of phrases that spaces join and hold: so many, so wide, of such weight."""
MIN_LENGTH = 12.5  # letters and spaces of a phrase of an alphabet, compounds among them
MAX_SPEECH, MAX_SPEECH_MANY = 0.5, 0.25  # shares of phrases with small words; of many, one a line
MAX_SPEECH_ODD, MAX_SPEECH_SURE = 0.8, 0.75  # of what odd signs join, of what is all of trade
MAX_CASED = 0.6  # share of phrases written as names


def few(e: Evidence, block: Block, page: Page) -> bool:
    """Whether a short list that is foreign to its page is one of search phrases."""
    kind, weight = block.separator.kind, _weight(e, block)
    if e.size < LEAST[kind] or block.closed or e.foreign < 0.9:
        return False
    if max(e.numbered, e.seated, e.housed) >= 0.5:
        return False
    spaced = _spaced(page)
    prose = page.prose if weight < 1.4 else 2 * page.prose
    if prose < MIN_PROSE[spaced] or (e.cased > MAX_CASED and not _camel(e, block)):
        return False
    if e.speech > _speech(e, block, weight) and not _asks(e, block, weight):
        return False
    if kind == "odd" and not block.guarded and _hashed(e, block):
        return True
    if not _wide(e, spaced, weight):
        words = block.separator.name == "space" and e.size >= MANY_WORDS and e.width >= WORD_WIDTH
        return words and weight >= ENOUGH_WORDS and not block.guarded
    if block.guarded:
        sure = max(e.strong, e.local, e.stocked) >= SURE  # a paper on shops has half
        return block.tagged and weight >= (ENOUGH_TAGGED if sure else CERTAIN)
    return weight >= _enough(e.size, block, spaced)


def _hashed(e: Evidence, block: Block) -> bool:
    """Hash tags without spaces, of trade or many; those of the page's own things are not foreign to it."""
    if e.joined >= SURE and e.size > 4:
        return True
    return block.separator.name == "hash" and e.size >= MANY["odd"] and e.foreign >= 0.95


def _wide(e: Evidence, spaced: bool, weight: float) -> bool:
    """Whether phrases are longer than names; less is asked of those that are surely of trade."""
    if spaced:
        return e.width >= (MIN_WIDTH_SURE if e.length >= MIN_LENGTH and e.size > 4 else MIN_WIDTH)
    return e.width >= (MIN_WIDTH if weight < 1.1 else MIN_WIDTH_SURE)


def _camel(e: Evidence, block: Block) -> bool:
    """Whether many hash tags are words run together, nearly all of trade: their capitals are no names'."""
    return block.separator.name == "hash" and e.joined >= MIN_CAMEL and e.size > MIN_TAGS


def _speech(e: Evidence, block: Block, weight: float) -> float:
    """The share of phrases that may hold small words: alphabets have them in searches too."""
    kind = block.separator.kind
    if kind == "lines":
        short = e.size < MANY[kind] or (weight >= ALL and e.width <= MAX_WIDTH)
        return MAX_SPEECH if short else MAX_SPEECH_MANY
    if kind == "odd":
        return MAX_SPEECH_ODD
    return MAX_SPEECH_SURE if weight >= ALL and block.layout == "line" else MAX_SPEECH


def _asks(e: Evidence, block: Block, weight: float) -> bool:
    """Whether phrases with small words in them are searches all the same."""
    if block.layout != "line":
        return False
    return max(e.strong, e.local) >= 0.75 or (weight >= CERTAIN and block.separator.kind != "natural")


def _enough(size: int, block: Block, spaced: bool) -> float:
    if block.layout not in ("line", "lines"):
        return ENOUGH_GLUED
    kind = block.separator.kind
    least = (ENOUGH_MANY if size >= MANY[kind] else ENOUGH)[kind]
    if kind == "lines" and not spaced:
        least = min(least, ENOUGH_DENSE)
    if block.separator.name == "full comma":
        least = CLAUSES if size >= MANY[kind] else ENOUGH_CLAUSES
    return max(least, ENOUGH_FOUR) if size == 4 else least


def _spaced(page: Page) -> bool:
    """Whether a page is written in an alphabet; none is known of the one that proofs are tried on."""
    dense = sum(page.scripts.get(name, 0.0) for name in ("han", "kana", "hangul"))
    return bool(page.scripts) and dense < 0.5


def _weight(e: Evidence, block: Block) -> float:
    """Phrases of trade, phrases that ask; half as much what asks beyond doubt, towns, stock words.

    Half as much, too, that all begin or end alike, which chapters and clauses do as well.
    """
    alike = e.repeated >= 0.8 and e.paired >= 0.6 and e.traded >= 0.5
    alike = alike and block.layout != "lines" and block.separator.name != "full comma"
    sure = e.strong + e.local + (e.stocked >= 0.8) + alike
    return MIRRORED * block.mirrored + e.marked + e.traded + sure / 2
