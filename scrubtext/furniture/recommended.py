"""What a heading of related articles recommends: titles, with stamps and teasers; no prose of the article.

A box of titles stands between two paragraphs of an article as well, and what follows the titles then is its
last paragraph. A sentence below a title is a teaser where several titles have one each, where it is cut off,
or where the article has ended above the heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.furniture.above import is_apart, line_above
from scrubtext.furniture.block import Block, Line, is_bulleted
from scrubtext.furniture.headings import addresses
from scrubtext.furniture.headless import names_one, stands_between
from scrubtext.furniture.markers import index
from scrubtext.furniture.shapes import SENTENCE, STAMP, TEASER, TITLE, is_prose
from scrubtext.spam.host_signs import own_label

__all__ = ["recommends"]

MAX_TEASER = 160
"""Characters of a recommended article's first sentence; of Chinese rarely half as many."""


def recommends(text: str, block: Block) -> bool:
    """Whether what follows a heading of related articles is what it announces."""
    head, *rest = block.lines
    if head.hit and names_one(head.hit) and any(line.shape == SENTENCE for line in rest):
        return False  # it named its title: the paragraphs below are the article's
    if len(rest) == 1 and stands_between(text, head):
        return False
    if _goes_on(text, rest) or (not _spoken(head) and _refers(text, rest)):
        return False
    return (_spoken(head) and _teasers(rest)) or _titles(text, head, rest, block.weight)


_HOST = re.compile(r"\]\(https?://([\w\-.]+)(?=[/)])")
"""The host that a link of Markdown leads to."""


def _refers(text: str, rest: Sequence[Line]) -> bool:
    """Whether each line is a link to a site of its own: what an author refers to, no list of the page's."""
    found = [m for line in rest if (m := _HOST.search(text, line.start, line.end))]
    sites = {own_label(m[1].casefold()) for m in found}
    return len(found) == len(rest) > 1 and 2 * len(sites) > len(rest)


def _titles(text: str, head: Line, rest: Sequence[Line], weight: int) -> bool:
    """Titles, with stamps between them and teasers behind them; no prose of its own."""
    stamped = sum(line.shape == STAMP for line in rest) > 1  # each with its time: no section
    if weight < 2 and not stamped and any(line.shape == SENTENCE for line in rest):
        return False  # a column that recommends books, a section on earlier work
    if not rest:
        return True
    titles = sum(line.shape == TITLE for line in rest)
    teasers = sum(line.shape == TEASER for line in rest)
    sentences = sum(line.shape == SENTENCE for line in rest)
    if sentences > teasers and not _tells_of_titles(rest) and not _ended(text, head, rest):
        return False
    return sentences <= titles + teasers > 0 and not any(_is_loose(rest, i) for i in range(len(rest)))


def _tells_of_titles(rest: Sequence[Line]) -> bool:
    """Whether each sentence stands below a title of its own, and there are several: not the article's last.

    A box of titles stands between two paragraphs as well, and the last paragraph then stands below it.
    """
    titles: list[int] = []  # how many stand above each sentence
    count = 0
    for line in rest:
        count += line.shape == TITLE
        if line.shape == SENTENCE:
            titles.append(count)
            count = 0
    return len(titles) > 1 and all(n == 1 for n in titles)


def _ended(text: str, head: Line, rest: Sequence[Line]) -> bool:
    """Whether the article has ended above a heading: furniture stands there, or sentences are tied to titles.

    It is tied where a blank line parts the heading from the text, as it does paragraphs, and none a sentence.
    """
    above = line_above(text, head.start)
    if not is_prose(above) and (hit := index().find(above)) and hit.marker.weight:
        return True
    return is_apart(text, head.start) and all(_is_tied(text, rest, i) for i in range(len(rest)))


def _is_tied(text: str, rest: Sequence[Line], i: int) -> bool:
    """Whether a sentence has no blank line above it."""
    return rest[i].shape != SENTENCE or not i or not is_apart(text, rest[i].start)


def _is_loose(rest: Sequence[Line], i: int) -> bool:
    """Whether a sentence stands neither below a title nor above a teaser."""
    if rest[i].shape != SENTENCE:
        return False
    under = i and rest[i - 1].shape in (TITLE, STAMP)
    return not under and not (i + 1 < len(rest) and rest[i + 1].shape == TEASER)


def _goes_on(text: str, rest: Sequence[Line]) -> bool:
    """Whether a sentence without a bullet stands below titles with one: the article goes on there."""
    bulleted = [is_bulleted(text, line) for line in rest]
    after = bulleted.index(False) if False in bulleted else 0
    return after > 0 and not any(bulleted[after:]) and any(line.shape == SENTENCE for line in rest[after:])


def _spoken(head: Line) -> bool:
    """Whether a heading speaks to the reader."""
    hit = head.hit
    return hit is not None and hit.marker.weight > 1 and addresses(hit.marker.text or hit.value)


def _teasers(rest: Sequence[Line]) -> bool:
    """Nothing but short sentences, one a line: what a heading that speaks to the reader recommends.

    A title among them would be a link put into an article that goes on below it.
    """
    short = all(line.end - line.start <= MAX_TEASER for line in rest)
    return 1 < len(rest) <= 8 and short and {line.shape for line in rest} <= {SENTENCE, TEASER}
