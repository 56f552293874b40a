"""Listings of other articles without a heading: headlines, each with its source and its day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.furniture.block import Line
from scrubtext.furniture.shapes import STAMP, TEASER, TITLE, units

__all__ = ["is_listing"]

MIN_ENTRIES = 3
MAX_LINES = 3
"""Lines of an entry above its day: a section, a headline, a line that was cut."""
MAX_SOURCE, MAX_HEADLINE = 16, 60
"""Units of the source beside a day, and of a headline."""
MIN_MEAN = 9
"""Units of the longest lines of the entries on average: names and wares are shorter."""
_DAY = re.compile(
    r"(?<!\d)(?:(?:19|20)?\d\d\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}日?|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)"
    r"(?:[\sT]\d{1,2}:\d\d(?::\d\d)?)?\s*$"
)
_INNER = re.compile(r"[。！？]|[^\W\d_]{3}[.!?] ")


def is_listing(text: str, lines: Sequence[Line]) -> bool:
    """Whether lines are such entries and nothing else; the day may stand above the headline instead."""
    return _is_listing(text, lines) or _is_listing(text, lines[::-1])


def _is_listing(text: str, lines: Sequence[Line]) -> bool:
    entries: list[list[str]] = [[]]
    for line in lines:
        said = text[line.start : line.end].strip()
        if line.hit or not _is_headline(line, said):
            return False
        if _dates(line, said):
            entries.append([])
        else:
            entries[-1].append(said)
    *whole, rest = entries
    if len(whole) < MIN_ENTRIES or rest or not all(0 < len(one) <= MAX_LINES for one in whole):
        return False
    return sum(max(map(units, one)) for one in whole) >= MIN_MEAN * len(whole)


def _is_headline(line: Line, said: str) -> bool:
    """Whether a line may be one of an entry; a headline that was cut has no sentence in it."""
    if line.shape == TEASER:
        return units(said) <= MAX_HEADLINE and not _INNER.search(said[:-3])
    return line.shape in (TITLE, STAMP)


def _dates(line: Line, said: str) -> bool:
    """Whether a line is the day of an entry, the source before it or not."""
    return line.shape == STAMP or (units(said) <= MAX_SOURCE and _DAY.search(said) is not None)
