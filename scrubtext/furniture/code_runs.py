"""Template code in a row on one line, and line below line: there words like ``undefined`` are code too."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache
from itertools import groupby

from scrubtext.furniture.code_forms import FORMS
from scrubtext.furniture.shapes import units

__all__ = ["among", "is_row", "is_tail"]

_EMPTY = r"\[object Object\]|\b(?:undefined|NaN|null|Invalid [Dd]ate)\b"
_FIELD = r"__[A-Z]{2,5}_\w{2,30}__|\[[a-z]{2,14}(?:_[a-z\d]{1,14}){1,3}\]|\[\[[a-z]\w{1,20}\.\w{1,20}\]\]"
MIN_ROW, MAX_ROW = 4, 640
"""Pieces of code in a row on one line, and its characters."""
MAX_REST = 16
"""Units of words between them: 作者：, min read."""
MIN_RUN = 2
"""Lines that are code without doubt, for those between them to be code."""
MAX_TAIL = 40
"""Lines of code below the last sentence of an article, or above the first."""
MIN_ARTICLE = 200
"""Characters of that article."""


@cache
def _piece() -> re.Pattern[str]:
    return re.compile("|".join((*FORMS, _EMPTY, _FIELD)))


@cache
def _weak() -> re.Pattern[str]:
    return re.compile(rf"[ \t]*(?:{_EMPTY}|{_FIELD})[ \t\r]*")


def is_row(line: str) -> bool:
    """Whether a line is a row of template code with hardly a word between.

    >>> is_row("{$a.title} 作者：{{b}} undefined <%= c.d %> [object Object]"), is_row("{a} and {b}, {c}, {d}")
    (True, False)
    """
    if len(line) > MAX_ROW or line.count("{") + line.count("<") + line.count("[") < MIN_ROW:
        return False
    rest, n = _piece().subn(" ", line)
    return n >= MIN_ROW and units(rest.strip()) <= MAX_REST


Span = tuple[int, int]


def among(text: str, filled: Sequence[Span], found: Collection[Span]) -> set[Span]:
    """Lines between, above and below lines of code that are what an engine makes of a missing value."""
    sure = set(found)
    out: set[Span] = set()
    kinds = [(a, b) in sure or _weak().fullmatch(text, a, b) is not None for a, b in filled]
    at = 0
    for code, group in groupby(kinds):
        size = len(list(group))
        run = filled[at : at + size]
        at += size
        if code and sum(span in sure for span in run) >= MIN_RUN:
            out.update(span for span in run if span not in sure)
    return out


def is_tail(text: str, filled: Sequence[Span], found: Collection[Span]) -> bool:
    """Whether lines of code stand one below the other at the end or the beginning of an article."""
    if not 0 < len(found) <= MAX_TAIL or len(text) - sum(b - a for a, b in found) < MIN_ARTICLE:
        return False
    spans = set(found)
    return spans == set(filled[-len(spans) :]) or spans == set(filled[: len(spans)])
