"""Lines below which nothing of an article can stand: the form for a comment, what a platform prints last.

Markers of weight 3. Below them stand names, counters, sentences about the author and other sites' titles that
no marker knows; all of it is the page's, as long as it is not another article.
"""

from __future__ import annotations

from scrubtext.doc import Doc
from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.look import look
from scrubtext.furniture.markers import Index
from scrubtext.furniture.shapes import BLANK, SENTENCE, units

__all__ = ["closes"]

CLOSING = 3
"""Weight of such a marker."""
MAX_LINES = 240
"""Lines at the end of a text that are looked at, blank ones too."""
MAX_TOLD = 0.25
"""Units in sentences below it, of those above: more are another article."""
MIN_TOLD = 60
"""Units in sentences that are no article yet, however short the one above."""


def closes(doc: Doc, index: Index, after: int, looked: dict[int, Line]) -> Block | None:
    """The block from the first such line to the end, or none."""
    below: list[Line] = []
    found: Block | None = None
    told = 0.0
    above = sum(units(doc.text[a : min(b, a + 400)]) for a, b in doc.lines if b - a > MIN_LONG)
    for a, b in doc.lines[: -MAX_LINES - 1 : -1]:
        if a < after:
            break
        line = looked[a] = looked.get(a) or look(doc.text, a, b, index)
        if line.shape == BLANK:
            continue
        below.append(line)
        if line.hit and line.hit.marker.weight >= CLOSING and _is_page(below):
            found = Block(line.hit.marker.cls, CLOSING, tuple(reversed(below)))
        elif line.shape == SENTENCE:
            told += units(doc.text[a : min(b, a + 400)])
            if told > max(MIN_TOLD, MAX_TOLD * (above - told)):
                break
    return found


def _is_page(below: list[Line]) -> bool:
    """Whether what stands below, the last line first, is a page's: no sentence, or among known lines.

    A text about such a form shows its line and goes on: it ends with a sentence.
    """
    told = sum(map(_is_told, below))
    known = sum(line.hit is not None for line in below) - 1
    return not told or (known >= MIN_KNOWN and 2 * told <= len(below) and not _is_told(below[0]))


def _is_told(line: Line) -> bool:
    return line.shape == SENTENCE and not line.hit


MIN_KNOWN = 2
"""Markers below such a line where sentences stand there."""
MIN_LONG = 30
"""Characters of a line that counts as told."""
