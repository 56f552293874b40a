"""Titles of other articles without a heading, below the line that ends an article: its editor, its rights.

Pages print the editor or the notice of rights right below the last paragraph, and lists of titles below that
whose heading was a picture or is in no list. An author has nothing more to say there but labels, names and
numbers; headlines are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from scrubtext.furniture.above import line_above
from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.forms import Hit, Marker
from scrubtext.furniture.headings import awaits_name
from scrubtext.furniture.shapes import LABELLED, STAMP, TITLE, is_prose, units

__all__ = ["below_sentence", "names_one", "stands_between", "titles_below"]

MIN_TITLES = 3
MIN_MEAN = 9
"""Units (a Han character is 1) of these titles on average: names, verse and ingredients are shorter."""
MIN_TITLE, MAX_TITLE = 5, 60
_ENDS = {"credit", "copyright"}
_TITLES = Marker("titles below the end", "*", "related", "headless", 1)
_YEAR = re.compile(r"\d{4}(?:年|년|\b(?!\s?[-/.]))")  # so begin the rows of a chronicle
_UNIT = "g|kg|ml|cm|mm|km|%|元|円|원|€|\\$|£|人|名|個|个|克|回|次"
_DATA = re.compile(rf"\d[\d.,]*\s?(?:{_UNIT})(?![^\W\d_])|\t|[|｜=]| {{3,}}")


def titles_below(text: str, block: Block) -> list[Block]:
    """The block as two, titles and the line that ends the article, last first; or nothing."""
    head, *rest = block.lines
    if block.cls not in _ENDS or block.weight < 2 or not _ends_article(text, head):
        return []
    titles = _titles(text, rest)
    return [titles, block._replace(lines=(head,))] if titles else []


def below_sentence(
    text: str, pending: Sequence[Line], find: Callable[[str], Hit | None]
) -> Block | None:
    """Titles below a last sentence that names the editor in brackets; the sentence stays as it is.

    ``pending`` are the lines up from the end or from a trailer.
    """
    size = next((i for i, line in enumerate(pending) if _signed(text, line, find)), 0)
    return _titles(text, pending[:size][::-1])


def _signed(text: str, line: Line, find: Callable[[str], Hit | None]) -> bool:
    """Whether a line is a paragraph that ends with its editor in brackets."""
    s = text[line.start : line.end].rstrip()
    signed = _SIGNED.search(s, max(0, len(s) - 60))
    hit = find(signed[1]) if signed and is_prose(s[: signed.start()]) else None
    return hit is not None and hit.marker.cls == "credit" and hit.marker.weight > 1


_SIGNED = re.compile(r"[（(【\[]([^（）()【】\[\]]{3,50})[）)】\]]\Z")


def _titles(text: str, lines: Sequence[Line]) -> Block | None:
    """Lines as a block of related articles, if they are headlines and the days of these."""
    if any(line.shape not in (TITLE, STAMP) for line in lines):
        return None
    titles = [text[line.start : line.end].strip() for line in lines if line.shape == TITLE]
    if len(titles) < MIN_TITLES or not _headlines(titles):
        return None
    return Block("related", 1, (lines[0]._replace(hit=Hit(_TITLES, "")), *lines[1:]))


def _ends_article(text: str, head: Line) -> bool:
    return is_prose(line_above(text, head.start))


def _headlines(titles: list[str]) -> bool:
    """Whether lines read like headlines: of some length, no labels and no data, each another one."""
    sizes = [units(s) for s in titles]
    if not all(MIN_TITLE <= size <= MAX_TITLE for size in sizes) or sum(sizes) < MIN_MEAN * len(sizes):
        return False
    if len({*titles}) < len(titles) or len({*map(len, titles)}) == 1:  # verse is as long in each row
        return False
    return not any(LABELLED.match(s) or _DATA.search(s) or _YEAR.match(s) for s in titles)


def names_one(hit: Hit) -> bool:
    """Whether a heading has the title of an article on its own line: sentences below it are not that one's.

    >>> from scrubtext.furniture.markers import index
    >>> [names_one(index(()).find(s)) for s in ("Read also: A mill burns down in the valley", "Read also:")]
    [True, False]
    """
    if hit.marker.form != "value" or units(hit.value) < MIN_NAMED:
        return False
    return not awaits_name(hit.marker.text)


MIN_NAMED = 6
"""Units of a title behind a heading; a number in brackets is shorter."""


def stands_between(text: str, head: Line) -> bool:
    """Whether the same line stands between paragraphs above: it heads nothing, one line below is the last."""
    same = "\n" + text[head.start : head.end].strip() + "\n"
    at = text.find(same, 0, head.start - 1)
    if at < 0:
        return False
    below = text[at + len(same) : head.start].lstrip()
    return is_prose(below.split("\n", 1)[0].rstrip())
