"""The lines right above a trailer that go with it: rules, words of the page, the tags of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.markers import Hit, Marker
from scrubtext.furniture.shapes import STAMP, TITLE, is_prose
from scrubtext.furniture.stems import touches
from scrubtext.spam.page import spoken_of
from scrubtext.spam.speech import speaks

__all__ = ["company"]


def company(text: str, pending: Sequence[Line]) -> list[Block]:
    """The lines right above the first block that speak of the page too, a word or two of theirs."""
    found: list[Block] = []
    if len(pending) > 1 and _is_tags(text, pending[0], pending[1]):
        return [Block("tags", 0, (pending[0]._replace(hit=_NEAR),))]
    for line in pending[:MAX_COMPANY]:
        if not found and _RULE.fullmatch(text, line.start, line.end):
            found.insert(0, Block("navigation", 0, (line._replace(hit=_NEAR),)))
            continue
        near = line.shape in (TITLE, STAMP) and not line.hit
        if not near or not _beside(text[line.start : line.end].strip()):
            break
        found.insert(0, Block("navigation", 0, (line._replace(hit=_NEAR),)))
    return found


def _is_tags(text: str, line: Line, above: Line) -> bool:
    """Whether a line below the last sentence is the article's tags in a row: names of what it told of.

    Each word has a capital, none is a small one, and a third of them stand in the article, but not in a row.
    """
    s = text[line.start : line.end].strip()
    if line.hit or not _WORDS.fullmatch(s) or speaks(s) or not all(w[0].isupper() for w in s.split()):
        return False
    told = text[max(0, line.start - MAX_TOLD) : line.start].casefold()
    words = {word[:STEM] for word in s.casefold().split()}
    named = spoken_of([*words], told) and s.casefold() not in told
    return named and is_prose(text[above.start : above.end].strip())


_WORDS = re.compile(r"(?:\w{2,25}[ \xa0]+){3,14}\w{2,25}")
STEM = 6  # letters of a word that inflection leaves
MAX_TOLD = 20_000  # characters of the article that are read


def _beside(s: str) -> bool:
    """Whether a short line says something of a page, or is the sign of a reporter: (mho)."""
    return touches(s) or _INITIALS.fullmatch(s) is not None


_INITIALS = re.compile(r"[(\[/]\s?[a-zäöü]{2,4}(?:[/,\-]\s?[a-zäöü]{2,4}){0,3}\s?[)\]/]")
_DASHES = r"[-–—_=*~#·•.■◆─━ ]"
_RULE = re.compile(
    rf"(?:END|THE END|The End|正文完|本文完|全文完)\.?|{_DASHES}{{2,60}}"
    rf"(?:(?:分隔线|分割线|正文完|本文完|全文完|完|END|THE END|The End|the end)"
    rf"{_DASHES}{{1,60}})?"
)
MAX_COMPANY = 3
"""Lines above a trailer that may go with it."""
_NEAR = Hit(Marker("company", "*", "navigation", "company", 0), "")
