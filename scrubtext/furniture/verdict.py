"""Whether the blocks at the end of a text prove that they are furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.furniture.above import is_apart, line_above
from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.headings import awaits_name
from scrubtext.furniture.mention import is_asked, is_mention
from scrubtext.furniture.shapes import SENTENCE, STAMP, TITLE, is_prose, units
from scrubtext.furniture.stems import sense, touches
from scrubtext.furniture.word_lists import topic_words

__all__ = ["bare", "doubts", "is_article", "is_many", "registered"]

# Classes that prove nothing about each other: an author may close a text with any of these.
_MODEST = {"credit", "source", "date", "tags"}
_LEGAL = {"copyright", "disclaimer", "date"}


MANY, MANY_SURE = 5, 4
"""Weights of blocks of two classes that leave no doubt, whatever stands above; of what no author writes."""


def is_many(blocks: Sequence[Block], text: str) -> bool:
    """Whether so much furniture stands there, a blank line above it, that even no prose has it of its own."""
    weighed = [(b.cls, b.weight) for b in blocks if b.weight and b.cls not in _LEGAL]
    sure = sum(w for cls, w in weighed if cls not in _MODEST)
    enough = sum(w for _, w in weighed) >= MANY and sure >= MANY_SURE and len(dict(weighed)) > 1
    return enough and is_apart(text, blocks[0].lines[0].start)


_SITE = frozenset(("footer", "copyright", "navigation", "comments"))
"""Blocks that may stand around the name of a site's owner, whatever they say."""


def registered(blocks: Sequence[Block]) -> list[Block]:
    """The last blocks, where they name the site's owner or registration: these go below a list as well.

    One alone may be the number of a licence that the list itself is about.
    """
    first = len(blocks)
    while first and _of_site(blocks[first - 1]):
        first -= 1
    sure = any(block.cls == "footer" and block.weight > 1 for block in blocks[first:])
    return list(blocks[first:]) if sure and len(blocks) - first > 1 else []


def _of_site(block: Block) -> bool:
    """Whether a block is the site's, or a line or two of names."""
    few = block.cls not in _MODEST and len(block.lines) < 3
    return block.cls in _SITE or (few and all(line.shape == TITLE for line in block.lines))


def doubts(blocks: Sequence[Block], text: str, strict: bool, clear: bool) -> bool:
    """Whether the blocks prove too little; ``clear`` where an article stands above."""
    above = text[: blocks[0].lines[0].start]
    telling = [b for b in blocks if b.weight or b.cls == "copyright"]
    if telling and all(_organises(text, b) for b in telling):
        return True
    weighed = [(b, _weight(text, above, b)) for b in blocks if not _hints(b)]
    weights = [(b.cls, w) for b, w in weighed]
    if sum(cls == "share" for cls, _ in weights) > 2:  # three networks, a line each
        weights.append(("share", 2))
    return _little(blocks, weights, strict) and not (clear and _enough(blocks, weighed, weights, text))


def _organises(text: str, block: Block) -> bool:
    """Whether a line names who organises what the article invites to: alone it proves nothing."""
    line = text[block.lines[0].start : block.lines[0].end]
    return block.cls == "footer" and _ORGANISER.match(line) is not None and not _SITE_OWNER.search(line)


_ORGANISER = re.compile(r"\s*(?:主办|主辦|承办|承辦|协办|協辦)(?:单位|單位|方)?\s?[:：]")
_SITE_OWNER = re.compile("版权|版權|网站|網站|维护|維護|技术|技術|备案|備案|ICP")


def _little(blocks: Sequence[Block], weights: Sequence[tuple[str, int]], strict: bool) -> bool:
    """Whether the markers prove too little, whatever stands above them."""
    total = sum(w or 0.5 * (cls in _MODEST or cls == "copyright") for cls, w in weights)
    strong = any(w >= 2 for cls, w in weights if cls != "date")
    legal = {cls for cls, _ in weights} <= {"copyright", "date"} and not strong
    if total < (1 if strict else 1.5) or legal:  # a year and a name prove nothing
        return True
    named = sum(b.cls in ("credit", "source") and _labelled(b) for b in blocks)
    return not (strong or strict or named > 1 or _vouched(weights))


def _enough(
    blocks: Sequence[Block],
    weighed: Sequence[tuple[Block, int]],
    weights: Sequence[tuple[str, int]],
    text: str,
) -> bool:
    """Whether less will do, because a text told in paragraphs to its end is broken off by the blocks."""
    classes = {cls for cls, _ in weights}
    dates = sum(cls == "date" for cls, _ in weights)
    hints = sum(map(_counts, blocks))
    if (
        classes
        and classes <= {"copyright", "date"}
        and dates + _timed(blocks, text) < 2
        and not hints
    ):
        return False  # a copyright line goes only together with other furniture
    if classes and classes <= _MODEST and not is_prose(line_above(text, blocks[0].lines[0].start)):
        return False  # the end of a list of names or data
    points = sum(w * _point(b, text) for b, w in weighed)
    points += sum(0.5 for cls, w in weights if not w and (cls in _MODEST or cls == "copyright"))
    points += 0.5 * _timed(blocks, text) + 0.5 * any(map(_filed, blocks)) + _void(blocks[-1], text)
    return points + 0.5 * hints >= 1


def _timed(blocks: Sequence[Block], text: str) -> int:
    """How many lines say when a page was made, to the minute."""
    heads = [
        b.lines[0] for b in blocks if b.cls == "date" and b.lines[0].hit and b.lines[0].hit.value
    ]
    return sum(_CLOCK.search(text, line.start, line.end) is not None for line in heads)


def _filed(block: Block) -> bool:
    """Whether a line is a label and hashtags: without either it is the author's as well."""
    hit = block.lines[0].hit
    return block.cls == "tags" and hit is not None and sum(map(hit.value.count, "#＃")) > 1


def _void(block: Block, text: str) -> bool:
    """Whether the last line of a text is a label for key words without one: a form nobody filled in."""
    head, *rest = block.lines
    bare = head.hit is not None and not head.hit.value.strip()
    return block.cls == "tags" and bare and not rest and text[: head.end].rstrip()[-1:] in (":", "：")


_CLOCK = re.compile(r"\d{1,2}:\d{2}(?!\d)|\d{1,2}時\d{2}分|\d{1,2}시 ?\d{2}분")


def _point(block: Block, text: str) -> float:
    """What a marker counts for below an article: half where a sentence or a label may be the author's."""
    head = block.lines[0]
    assert head.hit is not None
    if _mentions(text, block):
        return 0.5
    if block.weight > 1 or head.hit.marker.form == "stems":
        return 1
    line = text[head.start : head.end]
    told = head.shape == SENTENCE and line[-1] in ".。！!" and head.hit.marker.form == "start"
    told = told and sense(line, True) is None
    labelled = block.cls in ("footer", "disclaimer") and head.hit.marker.form == "value"
    return 0.5 if told or labelled else 1


def is_article(text: str, lines: Sequence[tuple[int, int]], told: float, kept: float) -> bool:
    """Whether a text is told in paragraphs to its end, as articles are."""
    filled = [text[a:b] for a, b in lines if text[a:b].strip()]
    paragraphs = sum(map(is_prose, filled)) + 2 * sum(map(_is_long, filled))
    told_out = paragraphs > 2 or (paragraphs > 1 and told >= MIN_TOLD)
    return told_out and told >= CLEAR * kept and any(map(is_prose, filled[-2:]))


def _is_long(line: str) -> bool:
    """Whether a paragraph is as much as several: pages lose the breaks between theirs."""
    return len(line) > MIN_LONG and units(line) > MIN_LONG and len(_ENDS.findall(line)) >= MIN_ENDS


MIN_LONG, MIN_ENDS = 120, 3
"""Units (a Han character is 1) and sentences of such a paragraph."""
_ENDS = re.compile(r"[。！？]|[^\W\d_]{2}[.!?][”\"»)]?(?=\s|$|[가-힣])")


def bare(block: Block, text: str) -> bool:
    """Whether nothing unknown follows a weak marker, but titles below a heading."""
    if block.weight > 1 or block.cls in ("related", "publisher"):
        return True
    unknown = [line for line in block.lines[1:] if not _known(text, line)]
    return len(unknown) < 2


def _known(text: str, line: Line) -> bool:
    """Whether a line below a marker is data or speaks of the page."""
    s = text[line.start : line.end].strip()
    return line.shape == STAMP or s[0] in "#＃" or _DATA.fullmatch(s) is not None or touches(s)


_DATA = re.compile(r"[+\-]?\d[\d,.]*\s?\S{0,6}")  # 12,408件


MIN_TOLD = 100  # units (a Han character is 1) of an article of two paragraphs
CLEAR = 0.8  # share of a text that is sentences where it is an article beyond doubt


def _hints(block: Block) -> bool:
    """Whether a block is a line that says one thing of the page and nothing else."""
    hit = block.lines[0].hit
    return hit is not None and hit.marker.form in ("stems", "company") and not hit.marker.weight


def _counts(block: Block) -> bool:
    """Whether such a line counts: what an author may write as well proves nothing."""
    hit = block.lines[0].hit
    spoken = hit is not None and hit.marker.form == "stems"
    return spoken and _hints(block) and block.cls not in _MODEST | _LEGAL | {"footer"}


def _labelled(block: Block) -> bool:
    """Whether a block is one line of label and value: two of them are the credits of a page."""
    hit = block.lines[0].hit
    return (
        len(block.lines) == 1 and hit is not None and hit.marker.form == "value" and bool(hit.value)
    )


def _vouched(weights: Sequence[tuple[str, int]]) -> bool:
    """Whether weak blocks prove each other: of two classes, or twice what no author writes."""
    classes = {cls for cls, _ in weights}
    plain = [cls for cls, w in weights if w and cls not in _MODEST | _LEGAL]
    if len(classes) > 1:
        return not classes <= _MODEST | _LEGAL
    return len(plain) > 1




def _speaks_of(cls: str, low: str) -> bool:
    """Whether a text is about the thing itself: how to write a disclaimer."""
    return any(word in low for word in topic_words(cls))


def _mentions(text: str, block: Block) -> bool:
    """Whether a block is a sentence that may be an author's, and nothing of a page below it."""
    head, *rest = block.lines
    if head.hit is None or any(_known(text, line) for line in rest):
        return False
    says = is_mention if head.shape == SENTENCE else is_asked
    return says(text[head.start : head.end].strip(), head.hit.marker)


def _weight(text: str, kept: str, block: Block) -> int:
    """What a block proves: nothing where the text is about the thing, more where titles follow."""
    if _mentions(text, block):
        return min(block.weight, 1)
    hit = block.lines[0].hit
    assert hit is not None
    if block.cls in _MODEST and hit.value and not all(_known(text, line) for line in block.lines[1:]):
        return min(block.weight, 1)  # it says all itself: what follows is no part of it
    if hit.marker.form == "bio" and hit.marker.text in kept:
        return 0  # the text is about them
    if block.cls in ("disclaimer", "copyright", "cookie", "newsletter", "submission", "publisher"):
        low = kept.casefold()
        word = hit.marker.text.casefold().strip(" :：【")
        if (hit.marker.form != "part" and word in low) or _speaks_of(block.cls, low):
            return 0
    if block.cls == "related":
        followers = len(block.lines) - 1
        if not followers and not hit.value:
            return min(block.weight, 1)
        named = not hit.value or awaits_name(hit.marker.text)
        return 2 if block.weight == 1 and followers > 1 and named else block.weight
    return block.weight
