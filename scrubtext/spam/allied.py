"""Keyword blocks that prove each other: above and below an article, each too short or too mixed alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from scrubtext.furniture.shapes import is_prose
from scrubtext.spam.block import Block
from scrubtext.spam.evidence import Evidence, Looked, beside, evidence_of
from scrubtext.spam.page import Page

__all__ = ["allied", "joined"]

MIN_SIZE = 4
"""Phrases of a block that a proven one stands up for."""
MIN_TRADED, MIN_QUERY, MIN_FOREIGN, MAX_OTHER = 0.7, 0.35, 0.5, 0.5
"""Shares of its phrases that hold goods, a service or a search; that are searches; that the article does
not hold; at most: that speak, are numbered, or name an institution. Set by hand between lists of spam and
honest ones of the golden cases; ``benchmarks/harm.py`` shows what they cost on clean text."""
MIN_STRONG, MIN_SURE, MIN_JOINED = 0.75, 0.9, 0.8
"""Shares that are enough for what the article speaks of, too; of hash tags of several words."""
MIN_STOCKED = 0.2
"""Share of lines that hold a stock word."""
MAX_ENDS = 12_000
"""Characters above, or below, a block in which no sentence may stand."""

Proof = Callable[[Evidence, Block, Page], str | None]


def allied(text: str, blocks: Sequence[Block], page: Page) -> Iterator[Block]:
    """Blocks at an end of a page with a proven one that are searches for the most part.

    Parts of a line must be nearly all searches: a sentence stands beside them.
    """
    for block in blocks:
        if len(block.phrases) < MIN_SIZE:
            continue
        looked = Looked(block.texts(text))
        e = beside(evidence_of(looked), looked, page)
        if e.size >= MIN_SIZE and _is_told(e, block) and _is_plain(e) and _at_end(text, block):
            yield block  # its place is asked for last: all lines up to an end may have to be read


def joined(text: str, blocks: Sequence[Block], page: Page, proof: Proof) -> tuple[list[Block], str]:
    """Unguarded blocks of one kind at both ends that are proven as one list, and by what."""
    ends = [b for b in blocks if b.layout in ("line", "lines") and not b.guarded and _at_end(text, b)]
    for kind in dict.fromkeys(b.separator.kind for b in ends):
        some = [b for b in ends if b.separator.kind == kind]
        if len(some) < 2 or not _around(text, some):
            continue
        looked = Looked([t for b in some for t in b.texts(text)])
        whole = replace(some[0], phrases=tuple(p for b in some for p in b.phrases))
        if why := proof(beside(evidence_of(looked), looked, page), whole, page):
            return some, why
    return [], ""


def _is_told(e: Evidence, block: Block) -> bool:
    if e.strong >= MIN_STRONG and min(e.query, e.traded) >= MIN_SURE:
        return True
    if block.layout not in ("line", "lines"):
        return False
    if e.joined >= MIN_JOINED and e.foreign >= MIN_SURE:
        return True
    if block.layout == "lines" and e.stocked < MIN_STOCKED:
        return False  # questions one a line may be what the article answers elsewhere
    return e.traded >= MIN_TRADED and e.query >= MIN_QUERY and e.foreign >= MIN_FOREIGN


def _is_plain(e: Evidence) -> bool:
    return max(e.speech, e.numbered, e.seated, e.housed) <= MAX_OTHER


def _at_end(text: str, block: Block) -> bool:
    return not _told(text[max(0, block.start - MAX_ENDS) : block.start]) or not _told(
        text[block.end : block.end + MAX_ENDS]
    )


def _around(text: str, blocks: Sequence[Block]) -> bool:
    """Whether sentences stand between the first of some blocks and the last."""
    return _told(text[blocks[0].end : blocks[-1].start][:MAX_ENDS])


def _told(part: str) -> bool:
    return any(is_prose(line.strip()) for line in part.split("\n") if line.strip())
