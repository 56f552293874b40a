"""Boxes of related articles between two paragraphs: a heading that says so, and one title or a few.

Titles have no stop, and the paragraph below them goes on with the article. A digest of news has such
headings of its own, and below each title what it tells of: where the paragraph below speaks of a title, all
of it stays.
"""

from __future__ import annotations

import re

from scrubtext.furniture.markers import index
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.shapes import LABELLED, TITLE, shape, units

__all__ = ["box_end", "may_hold_box"]

MAX_HEAD = 32
"""Characters of a heading."""
MIN_TITLE, MAX_TITLE = 6, 60
"""Units (a Han character is 1) of a title."""
MAX_TITLES = 4
"""Titles of a box; more are a list of the article's own."""
GOES_ON = 3
"""Lines below a box that must be sentences, where there are as many."""
MAX_SHARED = 0.4
"""Share of a title's pairs of letters that may come again in the paragraph below."""
_STOPS = ("。", "．", ".", ":", "：", ";", "；", ",", "，", "、")
_LETTERS = re.compile(r"[\W_]+")


def may_hold_box(text: str, filled: list[Span]) -> bool:
    """Whether a line of a text is such a heading, with a short line below it and paragraphs around."""
    near = [i for i, (a, b) in enumerate(filled) if b - a <= MAX_HEAD]
    return any(
        0 < i < len(filled) - 1 and _is_long(filled[i - 1]) and _heads(text[slice(*filled[i])]) for i in near
    )


def _is_long(span: Span) -> bool:
    return span[1] - span[0] > MAX_HEAD


def box_end(page: Page, i: int) -> int:
    """Where a box that begins with line ``i`` ends, 0 where none does; a paragraph stands on each side."""
    filled, text = page.filled, page.text
    a, b = filled[i]
    if not i or not page.prose[i - 1] or b - a > MAX_HEAD or not _heads(text[a:b]):
        return 0
    end = i + 1
    while end < len(filled) and _is_title(text[slice(*filled[end])].strip()):
        end += 1
    if not 1 < end - i <= MAX_TITLES + 1 or end == len(filled) or not all(page.prose[end : end + GOES_ON]):
        return 0  # what has titles between its sentences is a list of teasers
    below = text[slice(*filled[end])]
    titles = [text[slice(*span)] for span in filled[i + 1 : end]]
    return 0 if any(_tells_of(below, title) for title in titles) else end


def _heads(line: str) -> bool:
    """Whether a line is a heading of related articles and nothing else."""
    marker = index().heading(line)
    return marker is not None and marker.cls == "related" and marker.weight > 1


def _is_title(line: str) -> bool:
    if not MIN_TITLE <= units(line) <= MAX_TITLE or line.endswith(_STOPS) or LABELLED.match(line):
        return False
    return shape(line) == TITLE


def _tells_of(paragraph: str, title: str) -> bool:
    """Whether a paragraph speaks of what a title names.

    >>> _tells_of("The mill burnt down on Monday night.", "Mill burns down")
    True
    >>> _tells_of("The mayor thanked the workers.", "Mill burns down")
    False
    """
    told = _pairs(paragraph)
    pairs = _pairs(title)
    return len(pairs & told) > MAX_SHARED * len(pairs)


def _pairs(line: str) -> set[str]:
    """The pairs of neighbouring letters, of alphabets the first five letters of each word."""
    low = line.casefold()
    if any(c >= "\u2e80" for c in low):
        low = _LETTERS.sub("", low)
        return {low[i : i + 2] for i in range(len(low) - 1)}
    return {word[:5] for word in _LETTERS.split(low) if len(word) > 3}
