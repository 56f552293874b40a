"""The last sentence of an article below a box of the page: it is no part of the box, whatever its words.

A consent box, a row of networks, a form to subscribe stand between two paragraphs as well. Where nothing
else of a page stands at the end of a text, and a sentence no marker knows stands below such a box, the
article had not ended above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.shapes import SENTENCE, STAMP, shape, units
from scrubtext.furniture.spare import MAX_SENTENCE
from scrubtext.furniture.stems import hints

__all__ = ["goes_on_below"]

BOXES = frozenset(("cookie", "share", "follow", "newsletter", "comments", "footer"))
"""Classes of what stands between two paragraphs too. Related titles, notices of rights, the credits of
a page say that the article had ended; of a footer this holds with more than the names of its buttons."""


def goes_on_below(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the article goes on below the last box of a page, and nothing proves that it had ended."""
    if not blocks or not all(map(_is_box, blocks)):
        return False
    lines = [line for line in blocks[-1].lines if line.shape != STAMP or line.hit]
    *inner, last = lines or blocks[-1].lines
    if any(line.hit is None and _is_told(text, line) for line in inner):
        return True
    return last.hit is None and _is_sentence(text, last)


def _is_box(block: Block) -> bool:
    """Whether a block is a box, or one line with a label and the title of another article."""
    hit = block.lines[0].hit
    if block.cls == "related" and hit is not None and hit.value and hit.marker.form == "value":
        return True
    return block.cls in BOXES and (block.cls != "footer" or block.weight == 0)


def _is_told(text: str, line: Line) -> bool:
    """Whether a line is a sentence without a word of pages, or longer than theirs."""
    s = text[line.start : line.end]
    if units(s) > MAX_SENTENCE:
        return _is_sentence(text, line)
    return line.shape == SENTENCE and not hints(s)


def _is_sentence(text: str, line: Line) -> bool:
    return line.shape == SENTENCE or shape(text[line.start : line.end]) == SENTENCE
