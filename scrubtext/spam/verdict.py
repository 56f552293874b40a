"""Which evidence is enough: each proof has a name, and numbers that depend on what joins the phrases."""

from __future__ import annotations

from scrubtext.spam.block import Block
from scrubtext.spam.evidence import Evidence, Looked
from scrubtext.spam.few import LEAST, few
from scrubtext.spam.page import Page

__all__ = ["AFTER_CLASH", "HOPEFUL", "MIN_PROSE", "REASONS", "proof", "provable"]

REASONS = frozenset(
    {"stock words", "search phrases", "repeated phrases", "foreign script", "mass of phrases"}
)

# Phrases a proof asks for at least. Honest lists with one of these separators and fewer entries are
# common; the numbers come from the generator of tests/dirt_spam.py against 30 MB of manuals.
_QUERIES = {"odd": 5, "natural": 6, "loose": 6, "lines": 8}
_TRADE = {"odd": 6, "natural": 8, "loose": 8, "lines": 12}
_ALIKE = {"odd": 8, "natural": 12, "loose": 12, "lines": 16}
_SHARE = {"odd": 0.5, "natural": 0.6, "loose": 0.6, "lines": 0.75}
_OFFERS = {"odd": 6, "natural": 8, "loose": 8, "lines": 8}
_LOCAL = {"odd": 6, "natural": 8, "loose": 8, "lines": 8}
_BAZAAR = {"odd": 8, "natural": 10, "loose": 10, "lines": 14}
_CLASH = {"odd": 5, "natural": 6, "loose": 6, "lines": 10}

MIN_PROSE = 40  # characters in sentences before "foreign to the page" means anything
MIN_STOCKED = 0.6  # of the phrases: a long one of nothing but stock among buttons is not the whole list
MIN_WIDTH = 4.5  # names, stations and ingredients are shorter; two words are 4


def proof(e: Evidence, block: Block, page: Page) -> str | None:
    """The reason why a block is keywords for certain, or nothing.

    Guarded blocks (labelled, announced, numbered, in columns) need stock words or many queries.
    """
    kind, guarded = block.separator.kind, block.guarded
    if _stock(e, kind, guarded):
        return "stock words"
    if _queries(e, kind, page, guarded):
        return "search phrases"
    if guarded and (few(e, block, page) or _flood(e, page)):
        return "search phrases"
    if guarded or page.prose < MIN_PROSE or max(e.numbered, e.seated) >= 0.5:
        return None
    if _alike(e, kind):
        return "repeated phrases"
    if _crossed(e, kind):
        return "repeated phrases"
    if _offers(e, kind):
        return "search phrases"
    if _local(e, kind) or _bazaar(e, kind):
        return "search phrases"
    if _clash(e, kind):
        return "foreign script"
    if few(e, block, page):
        return "search phrases"
    return "mass of phrases" if _mass(e, kind) else None


def provable(looked: Looked, kind: str, guarded: bool) -> bool:
    """Whether any proof may take a block, told by the number of its phrases and what they hold.

    Four phrases (five lines) are the least for any proof but that of stock words. Every other proof
    but those of repetition, another script and mass asks for a share of phrases that hold a search
    word, a stock word, goods or a place. These three take no guarded block, and more phrases: see
    ``_clash`` and, for lines, ``_alike``.
    """
    size = looked.size
    if size < LEAST[kind]:
        return size >= MIN_STOCK and any(looked.hits)
    if not guarded and size >= (_REPEATED if kind == "lines" else _CLASH[kind]):
        return True
    if kind == "lines":
        return looked.told >= (_TOLD_FEW if size < _LOCAL[kind] else _TOLD)
    return looked.touched


_TOLD_FEW, _TOLD = 0.35, 0.2
"""Shares of lines. ``few`` weighs none more than three times, but for half a point more of what is nearly
all stock, and asks for 1.25 of less than eight lines; of the other proofs ``_clash`` asks for the least."""
_REPEATED = 24  # lines that repetition alone proves
MIN_STOCK = 3  # phrases that stock words prove


AFTER_CLASH = frozenset({"mass of phrases"})
"""Proofs that are asked for after that of another script."""

HOPEFUL = Page(1_000_000)
"""A page beside which any proof has its chance: what fails there needs no look at the real one."""


def _stock(e: Evidence, kind: str, guarded: bool) -> bool:
    if e.size < (8 if guarded else 5 if kind in ("natural", "lines") else 3):
        return e.size >= MIN_STOCK and e.cover > 0.6 and e.stock_kinds > 5 and not guarded
    few = e.cover >= 0.45 and e.stock_kinds > 3 and e.stocked >= MIN_STOCKED
    return few or (e.size > 5 and e.stocked >= 0.7 and e.cover >= 0.3 and e.stock_kinds > 4)


def _queries(e: Evidence, kind: str, page: Page, guarded: bool) -> bool:
    least = _QUERIES[kind]
    if guarded:
        return e.size >= 2 * least and e.strong >= 0.7 and e.foreign >= 0.5 and kind != "lines"
    if page.prose < MIN_PROSE:
        return e.size >= 2 * least and e.strong >= 0.6 and kind != "lines"
    if kind == "lines":
        return _query_lines(e)
    if e.size >= 2 * least and e.strong >= 0.45 and e.foreign >= 0.8 and e.width >= 2.5:
        return True  # phrases with spaces inside, joined by spaces
    if e.size >= least and min(e.query, e.traded) >= 0.95 and e.strong >= 0.8 and e.repeated >= 0.5:
        return True  # of what the page is about, each with what people ask of it
    if 2 * e.size >= 3 * least and min(e.strong, e.repeated) >= 0.7 and e.foreign >= 0.4:
        return True
    if e.foreign < 0.5 or e.size < least or e.width < 3.5:
        return e.size >= 3 * least and e.strong >= 0.8
    if kind == "loose" and e.again >= 0.3 and e.strong >= 0.15 and e.foreign >= 0.7:
        return e.size >= 2 * least  # words of phrases that spaces join, told by their repetition
    return e.strong >= 0.5


def _flood(e: Evidence, page: Page) -> bool:
    """So many searches that begin and end as others do that no label and no columns make them honest.

    A list of several lines looks like columns wherever its lines are cut.
    """
    many = e.size >= MIN_FLOOD and page.prose >= MIN_PROSE and e.foreign >= 0.8 and e.width >= 3.5
    alike = e.crossed >= 0.7 and e.paired >= 0.9 and max(e.numbered, e.cased) < 0.3
    return many and alike and e.query >= 0.8 and e.marked >= 0.8


MIN_FLOOD = 40
"""Phrases of such a list."""


def _offers(e: Evidence, kind: str) -> bool:
    """Goods and services of trades that have nothing to do with each other, nor with the page.

    An honest list of them is of one trade: its phrases are short, or the page speaks of them.
    """
    if e.foreign < 0.9 or e.size < _OFFERS[kind] or e.width < 3.5 or e.speech > 0.5:
        return False
    if e.marked >= 0.85 and (kind != "lines" or e.stocked >= 0.25):
        return True  # one a line they may be questions of an honest page
    if e.width < MIN_WIDTH:
        return False
    if (e.paired >= 0.7 and e.marked >= 0.5) or (e.paired >= 0.9 and e.marked >= 0.35 and e.size > 9):
        return True
    least = 0.6 if kind == "odd" and e.size > 7 else 0.75 if kind == "lines" else 0.7
    return e.marked >= least and (e.strong >= 0.25 or e.stocked >= 0.25)


def _local(e: Evidence, kind: str) -> bool:
    """Trades in towns, one of each: nobody lists them but for a search engine."""
    if e.foreign < 0.8 or e.size < _LOCAL[kind] or e.width < 4 or e.speech > 0.35:
        return False
    return e.local >= 0.4 or (e.local >= 0.25 and e.traded >= 0.8)


def _bazaar(e: Evidence, kind: str) -> bool:
    """Goods and services of as many trades, none of which the page speaks of."""
    if e.foreign < 0.85 or e.width < MIN_WIDTH or e.speech > 0.6 or e.size < _BAZAAR[kind]:
        return False
    return e.traded >= 0.85 and e.marked >= 0.6 and (kind != "lines" or e.strong >= 0.2)


def _query_lines(e: Evidence) -> bool:
    """One query a line; lists of questions that the page answers are not foreign to it."""
    if e.stocked >= 0.2 and e.repeated <= 0.3 and e.strong >= 0.5 and e.width >= MIN_WIDTH and _mixed(e):
        return True
    if e.size < _QUERIES["lines"] or e.foreign < 0.5 or e.width < 3.5:
        return False
    if e.crossed >= 0.4 and e.strong >= 0.3 and e.query >= 0.4 and e.foreign >= 0.7:
        return True
    if min(e.strong, e.traded, e.marked) >= 0.9 and e.foreign >= 0.95:
        return True  # goods and services, each with what people ask of them
    if e.strong >= 0.6 and e.repeated >= 0.2 and e.foreign >= 0.9:
        return e.size > _QUERIES["lines"] + 1
    return e.strong >= 0.6 and e.repeated >= 0.4


def _mixed(e: Evidence) -> bool:
    """Searches for what has nothing to do with each other, nor with the page: no questions of one table."""
    if min(e.foreign, e.traded) >= 0.95 and e.query >= 0.85:
        return e.size >= _QUERIES["lines"] - 1
    told = min(e.query, e.traded, e.foreign) >= 0.8 and e.speech <= 0.35
    return told and e.size > _QUERIES["lines"] + 1


def _alike(e: Evidence, kind: str) -> bool:
    if e.width < MIN_WIDTH or (e.speech > 0.5 and e.query < 0.5):
        return False
    if kind == "lines" and e.query < 0.3 and (e.size < _REPEATED or e.repeated < 0.8):
        return False
    trade = e.size >= _TRADE[kind] and e.query >= 0.6 and e.repeated >= 0.4
    trade = trade and e.foreign >= (0.5 if e.traded >= 0.9 else 0.7)
    alike = e.repeated >= _SHARE[kind] and e.foreign >= 0.7 and e.size >= _ALIKE[kind]
    topic = e.size >= 12 and e.query >= 0.9 and e.repeated >= 0.9
    single = e.size >= 9 and min(e.repeated, e.paired) >= 1 and e.traded >= 0.95
    topic = (topic or (single and e.query >= 0.7 and e.strong >= 0.3)) and kind in ("odd", "natural")
    return trade or alike or topic


def _crossed(e: Evidence, kind: str) -> bool:
    """Names times templates: the same beginnings with the same ends, nothing of the page's."""
    if e.foreign < 0.8 or e.width < MIN_WIDTH or (e.speech > 0.6 and e.crossed < 0.85):
        return False
    if e.query >= 0.25 and e.crossed >= 0.5:
        return e.size >= _TRADE[kind] - 1 and e.speech <= 0.35
    if kind == "lines":
        return e.size >= 24 and e.crossed >= 0.8 and e.query > 0.08
    return e.size >= _ALIKE[kind] and e.crossed >= 0.7


def _clash(e: Evidence, kind: str) -> bool:
    if not e.clash or e.size < _CLASH[kind] or e.width < 4:
        return False
    if (kind == "lines" and e.strong < 0.2) or (e.speech > 0.6 and e.query < 0.3):
        return False  # verse and songs in another language
    return kind == "odd" or e.repeated >= 0.4 or e.query >= 0.4


def _mass(e: Evidence, kind: str) -> bool:
    if _crowd(e, kind):
        return True
    if kind not in ("odd", "loose") or e.foreign < 0.7:
        return False
    if kind == "odd":
        return e.size >= 12 and e.width >= 5.5
    return e.size >= 40 and e.width >= MIN_WIDTH and (e.query >= 0.15 or e.size >= 100)


def _crowd(e: Evidence, kind: str) -> bool:
    """Many phrases that are no names and that the page knows nothing of; some are of trade."""
    if e.foreign < 0.85 or e.cased > 0.6 or (e.speech > 0.6 and e.traded < 0.75):
        return False
    if kind == "odd" and e.joined >= 0.6 and e.size >= 8:
        return True  # hash tags without spaces
    if kind == "loose" and e.size >= 20 and e.traded >= 0.7 and e.width >= 3:
        return True  # words of phrases with spaces inside
    if e.width < _CROWD_WIDTH[kind]:
        return False
    least, some, many = _CROWD[kind]
    return e.size >= least and e.traded >= (0.35 if e.size >= many else 0.6 if e.size >= some else 0.75)


# Distinct phrases of which three quarters are of trade, three fifths, a third.
_CROWD = {"odd": (6, 8, 12), "natural": (8, 10, 16), "loose": (8, 10, 16), "lines": (10, 16, 40)}
_CROWD_WIDTH = {"odd": 3.5, "natural": 4.0, "loose": 4.0, "lines": 4.5}
