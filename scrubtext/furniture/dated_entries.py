"""Listings of other articles without a heading: headlines, each with its source and its day.

Portals of blogs list a headline, a row of its day and how often it was read, and how it begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from scrubtext.furniture.block import Line
from scrubtext.furniture.shapes import BODY, STAMP, TEASER, TITLE, units

__all__ = ["is_counted", "is_listing"]

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
_COUNTED = re.compile(
    r"(?:(?:19|20)?\d\d[-/.])?\d{1,2}[-/.]\d{1,2}(?: \d{1,2}:\d\d(?::\d\d)?)?[\s·|]+"
    r"(?:(?:阅读|浏览|閱讀|瀏覽|点击|點擊)[数量數]?\s?[:：]?\s?)?\d[\d.,]*\s?[万萬wkK千]?\+?"
    r"\s?(?:次?阅读|次?浏览|人阅读|閱讀|瀏覽)?"
)
MIN_COUNTED, MAX_BETWEEN, MAX_BEGINNING = 2, 3, 400
"""Rows of a day and a count; lines between two of them; characters of how an article begins."""
_INNER = re.compile(r"[。！？]|[^\W\d_]{3}[.!?] ")


def is_listing(text: str, lines: Sequence[Line]) -> bool:
    """Whether lines are such entries and nothing else; the day may stand above the headline instead."""
    return _is_listing(text, lines) or _is_listing(text, lines[::-1])


def is_counted(text: str, lines: Sequence[Line]) -> bool:
    """Whether lines are headlines, each above such a row, with how the article begins below it or not."""
    rows = [i for i, line in enumerate(lines) if _COUNTED.fullmatch(text, line.start, line.end)]
    if len(rows) < MIN_COUNTED or rows[0] not in (1, 2) or len(lines) - rows[-1] > MAX_BETWEEN:
        return False
    if any(not 1 < below - above <= MAX_BETWEEN for above, below in pairwise(rows)):
        return False
    short = all(line.end - line.start <= MAX_BEGINNING and line.shape != BODY for line in lines)
    return short and all(units(text[lines[i - 1].start : lines[i - 1].end]) <= MAX_HEADLINE for i in rows)


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
