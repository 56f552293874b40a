"""Lines nobody knows inside and below a trailer that is beyond doubt: they go with it.

A name of a newspaper below its footer, a sentence of its publisher between two blocks: no marker, but no
article either, where what stands around is furniture for certain and the article above is told to its end.
"""

from __future__ import annotations

from collections.abc import Sequence

from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.shapes import LABELLED, SENTENCE, TITLE, is_prose, units
from scrubtext.furniture.stems import hints

__all__ = ["MAX_SENTENCE", "MAX_SPARED", "SIGNED", "certain", "thinned"]

MAX_SPARED = 2
"""Unknown lines in all."""
MAX_SENTENCE, MAX_NAME = 42, 24
"""Units (a Han character is 1) of an unknown sentence, and of an unknown line without a full stop."""
SIGNED = {"credit", "source", "date", "tags", "copyright", "disclaimer"}
"""Classes an author may close a text with: they make nothing certain."""


def thinned(text: str, block: Block) -> tuple[Block, int]:
    """A block without its unknown lines that may be spared, and how many these are."""
    head, *rest = block.lines
    loose = [line for line in rest if _loose(text, line, block.cls)]
    kept = tuple(line for line in rest if line not in loose)
    return block._replace(lines=(head, *kept)), len(loose)


def _loose(text: str, line: Line, cls: str) -> bool:
    s = text[line.start : line.end].strip()
    if line.hit or line.shape not in (SENTENCE, TITLE):
        return False
    if line.shape == SENTENCE:
        return units(s) <= MAX_SENTENCE and hints(s)
    invites = cls == "date" and LABELLED.match(s)  # the day, the place and the price
    return cls != "related" and units(s) <= MAX_NAME and not invites


def certain(text: str, blocks: Sequence[Block], above: Sequence[tuple[int, int]]) -> bool:
    """Whether blocks are furniture beyond doubt, below an article that is told to its end.

    ``above`` are the lines above them.
    """
    strong = [b for b in blocks if b.weight > 1 and b.cls not in SIGNED]
    if len(strong) < 2 or len({b.cls for b in strong}) < 2:
        return False
    filled = [text[a:b].strip() for a, b in above if text[a:b].strip()]
    if not filled or not is_prose(filled[-1]) or filled[-1].rstrip("”’\"'」』）)】»")[-1:] not in _STOPS:
        return False
    told = sum(units(s) for s in filled if is_prose(s))
    return told >= MIN_TOLD and told >= CLEAR * sum(map(units, filled))


_STOPS = tuple("。．.!?！？…")
MIN_TOLD = 60  # units of sentences above
CLEAR = 0.7  # share of what stands above that is sentences
