"""Lines that stand in one group with a trailer, apart from the article: a blank line tells.

Where paragraphs are parted by blank lines and the lines of a trailer are not, or the trailer alone is
parted by one, what stands in its group is the page's, whatever it says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.shapes import SENTENCE, is_prose

__all__ = ["grouped", "is_reference"]

MAX_GROUP = 10
"""Lines of a group that nobody knows."""
MIN_PARAGRAPHS = 2
"""Paragraphs above that must all be parted alike."""


def grouped(text: str, pending: Sequence[Line], blocks: Sequence[Block]) -> int:
    """How many lines up from a trailer stand in one group with it; none where no blank line tells.

    ``pending`` are the lines above it, the last one first.
    """
    below, size = blocks[0].lines[0].start, 0
    for line in pending[:MAX_GROUP]:
        if text.count("\n", line.end, below) > 1:
            break
        s = text[line.start : line.end].strip()
        if line.hit or line.shape == SENTENCE or is_prose(s) or not _is_page(s):
            return 0
        below, size = line.start, size + 1
    else:
        return 0
    if not size or sum(b.weight for b in blocks) < 2 or not _is_group(text, blocks):
        return 0
    return size if _parted(text[:below].rstrip()) else 0


def _is_page(s: str) -> bool:
    """Whether a line has a sign of a page: words alone may be a signature, a place, a farewell."""
    return _SIGN.search(s) is not None and not is_reference(s)


def is_reference(s: str) -> bool:
    """Whether a line names a publication by its number: the article's own.

    >>> is_reference("Moss J. On mills. J Mill. 2017;9(2):88."), is_reference("www.mill.example/2017")
    (True, False)
    """
    return _NUMBERED.search(s) is not None


_NUMBERED = re.compile(r"\bdoi\b|\bISBN\b|\bISSN\b|\barXiv\b|\b(?:19|20)\d\d;\s?\d")


_SIGN = re.compile(r"[>›»|｜#@©]|\w/\w|\d:\d\d|://|www\.|^\d[\d ,.]*$|^[【\[].*[】\]]$")


def _is_group(text: str, blocks: Sequence[Block]) -> bool:
    """Whether the first lines of a trailer, two at least, have no blank lines between them."""
    lines = [line for block in blocks for line in block.lines]
    return len(lines) > 1 and text.count("\n", lines[0].end, lines[1].start) == 1


def _parted(above: str) -> bool:
    """Whether paragraphs end with one, and have blank lines between all of them, or between none."""
    lines = above.split("\n")
    told = [i for i, line in enumerate(lines) if is_prose(line.strip())]
    if len(told) < MIN_PARAGRAPHS or told[-1] != len(lines) - 1:
        return False
    gaps = {b - a > 1 for a, b in pairwise(told)}
    blank = sum(not line.strip() for line in lines)
    return gaps == {True} or (gaps == {False} and not blank)
