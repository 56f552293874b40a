"""The walk over the end of a document: which of its last lines are page furniture.

The end is split into blocks, each a marker line and the lines up to the next marker. Going up from
the last line, blocks are taken as long as what follows their marker is what such a marker announces:
titles after related articles, names after a share bar, nothing after an editor. The first block that
is not so ends the walk: whatever is above it stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.doc import Doc
from scrubtext.furniture.behind import glued_block, shrunk
from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.closing import closes
from scrubtext.furniture.company import company
from scrubtext.furniture.dated_entries import is_counted, is_listing
from scrubtext.furniture.head_menu import menu_below
from scrubtext.furniture.headless import below_sentence, titles_below
from scrubtext.furniture.last_sentence import goes_on_below
from scrubtext.furniture.look import look
from scrubtext.furniture.markers import Hit, Index, Marker
from scrubtext.furniture.own import unlisted
from scrubtext.furniture.pile import MAX_LOOKED, piled, seen, told
from scrubtext.furniture.recommended import recommends
from scrubtext.furniture.shapes import (
    BLANK,
    BODY,
    LABELLED,
    SENTENCE,
    TEASER,
    TITLE,
    is_prose,
    shape,
    units,
)
from scrubtext.furniture.spare import MAX_SPARED, SIGNED, certain, thinned
from scrubtext.furniture.stems import speaks
from scrubtext.furniture.thread import is_thread
from scrubtext.furniture.turns import turns

__all__ = ["prose_share", "walk"]

MAX_LINES = 600
"""Lines a trailer may have; the longest seen had 60, sitemaps in footers some hundreds."""

MAX_MENU = 120
"""Lines at the end of a text, blank ones too, among which a menu is looked for."""
_MENU = Hit(Marker("menu", "*", "navigation", "menu", 2), "")
MIN_ASIDE = 0.15
"""Share of stems in a sentence below a call to subscribe or a notice that belongs to it."""

# How many lines without a marker of their own may follow a marker before the next one.
_FOLLOWERS = {
    "related": 400,
    "navigation": 12,
    "share": 16,
    "follow": 8,
    "comments": 12,
    "tags": 24,
    "footer": 14,
    "newsletter": 6,
    "publisher": 4,
    "credit": 3,
    "source": 3,
    "date": 2,
}
_FEW = 3
# How many sentences may follow a marker line that has no text of its own.
_PROSE = {"publisher": 3, "disclaimer": 3, "submission": 2, "newsletter": 2, "cookie": 2}
_PROSE |= {"copyright": 2, "follow": 1}


def walk(doc: Doc, index: Index, after: int) -> list[Block]:
    """The blocks of furniture at the end of ``doc``, none before offset ``after``; in order."""
    looked: dict[int, Line] = {}
    for a, b in turns(doc.text, doc.lines, index):
        looked[a] = Line(a, b, shape(doc.text[a:b]), None)
    filled = [(a, b) for a, b in doc.lines[-MAX_MENU:] if a >= after and b - a > 0]
    looked |= {a: Line(a, b, TITLE, _MENU) for a, b in menu_below(doc.text, filled) if a not in looked}
    blocks, pending, broken = _climb(doc, index, after, looked, 0)
    if (broken or pending) and (last := closes(doc, index, after, looked)) and _reaches(last, blocks):
        rest = Doc(doc.text[: last.lines[0].start])
        higher, pending, broken = _climb(rest, index, after, looked, 0)
        blocks = [last, *higher]
    elif broken:
        more, rest_lines, _ = _climb(doc, index, after, looked, MAX_SPARED)
        if len(more) > len(blocks):
            start = more[-1].lines[0].start
            if certain(doc.text, more, [span for span in doc.lines if span[1] <= start]):
                blocks, pending = more, rest_lines
    blocks = blocks[::-1]
    if (broken or pending) and (pile := _pile(doc, index, after, looked, blocks)):
        blocks, pending = pile, []
    if goes_on_below(doc.text, blocks):
        return []
    above = [span for span in doc.lines if blocks and span[1] <= blocks[0].lines[0].start]
    if above and (kept := unlisted(doc.text, blocks, above)) != blocks:
        return kept
    return _topped(doc.text, blocks, pending, index)


def _reaches(last: Block, blocks: Sequence[Block]) -> bool:
    """Whether a block begins above all others."""
    return not blocks or last.lines[0].start < blocks[-1].lines[0].start


def _pile(doc: Doc, index: Index, after: int, looked: dict[int, Line], blocks: list[Block]) -> list[Block]:
    """The pile of furniture at the end of ``doc``, where it holds more than the blocks found."""
    lines: list[Line] = []
    for a, b in doc.lines[: -MAX_LOOKED - 1 : -1]:
        if a < after or told(lines):
            break
        line = looked[a] if a in looked else look(doc.text, a, b, index)
        if line.shape != BLANK:
            lines.append(line)
            if seen(doc.text, lines):
                break
    above = [span for span in doc.lines if lines and span[1] <= lines[-1].start]
    pile = piled(doc.text, lines[::-1], above)
    more = pile and (not blocks or pile[0].lines[0].start < blocks[0].lines[0].start)
    return pile if more else []


def _climb(
    doc: Doc, index: Index, after: int, looked: dict[int, Line], spare: int
) -> tuple[list[Block], list[Line], bool]:
    """The blocks from the last line up, the lines above them, and whether unknown lines ended the walk.

    ``spare`` is how many unknown lines may stand in a block.
    """
    blocks: list[Block] = []
    pending: list[Line] = []
    count = 0
    for a, b in reversed(doc.lines):
        if a < after:
            break
        line = looked[a] = looked.get(a) or look(doc.text, a, b, index)
        if line.shape == BLANK:
            continue
        count += 1
        pending.append(line)
        if line.hit:
            block = Block(line.hit.marker.cls, line.hit.marker.weight, tuple(reversed(pending)))
            if not holds(doc.text, block):
                thin, loose = thinned(doc.text, block)
                if 0 < loose <= spare and holds(doc.text, thin):
                    spare -= loose
                elif below := titles_below(doc.text, block):
                    blocks.append(below[0])
                    block = below[1]
                elif not _unproven(line.hit, len(pending)):
                    return blocks, pending, True
                else:
                    pending[-1] = line._replace(hit=None)
                    continue
            blocks.append(block)
            pending = []
        elif line.shape == BODY or _too_much_prose(pending):
            break
        if count > MAX_LINES:
            return [], [], False
    return blocks, pending, False


def _unproven(hit: Hit, size: int) -> bool:
    """Whether a marker may be no marker at all: a name below "The author", a headline."""
    if hit.marker.form == "byline":
        return size <= 3
    return hit.marker.weight == 0 and hit.marker.cls not in SIGNED


def _topped(text: str, blocks: list[Block], pending: Sequence[Line], index: Index) -> list[Block]:
    """The blocks with what stands right above them: company, or what is glued to the last sentence."""
    if blocks:
        blocks[0] = shrunk(text, blocks[0], index.find)
        if blocks[0].lines[0].start and text[blocks[0].lines[0].start - 1] != "\n":
            return blocks
    glued = glued_block(text, pending, index.find, alone=not blocks)
    if glued and (holds(text, glued) or len(glued.lines) == 1):
        return [glued, *blocks]
    if titles := below_sentence(text, pending, index.find):
        return [titles, *blocks]
    return [*company(text, pending, blocks), *blocks] if blocks else []


def _too_much_prose(pending: Sequence[Line]) -> bool:
    """Whether the last lines seen are a run of sentences no block could hold."""
    return len(pending) > 3 and all(line.shape == SENTENCE for line in pending[-4:])


def holds(text: str, block: Block) -> bool:
    """Whether what follows a marker is what it announces."""
    head, *rest = block.lines
    if block.cls == "comments" and is_thread(text, rest):
        return True
    if rest and block.cls == "comments" and block.weight < 2 and head.shape == SENTENCE:
        return False  # a sentence heads no form
    if is_counted(text, rest) or (block.cls in _LISTED and is_listing(text, rest)):
        return True
    if block.cls == "related":
        return recommends(text, block)
    prose = sum(line.shape in (SENTENCE, TEASER) for line in rest)
    bare = not (head.hit and head.hit.value) or block.cls == "publisher"
    bare = bare or (head.shape == TITLE and head.hit is not None and head.hit.marker.form == "part")
    if prose > (_PROSE.get(block.cls, 0) if bare else 0):
        return False
    if prose and not _titled(head) and not all(_of_page(text, line) for line in rest):
        return False
    if any(_long(text, line) for line in rest if line.shape == SENTENCE):
        return False
    if block.cls == "date" and any(LABELLED.match(text, line.start, line.end) for line in rest):
        return False  # the day, the place and the price of what the article invites to
    return len(rest) <= _FOLLOWERS.get(block.cls, _FEW)


_LISTED = frozenset(("comments", "copyright", "credit", "related", "share"))
"""Markers below which a listing of other articles may stand."""
_CONTACT = ("ontact", "ontakt", "онтакт", "联系", "聯絡", "聯繫", "問い合わせ", "문의")
"""Headings of numbers and addresses, below which no sentence belongs to them."""


def _titled(head: Line) -> bool:
    """Whether a marker is a heading that announces sentences of any kind: about the author, a disclaimer."""
    hit = head.hit
    if hit is None or head.shape != TITLE or hit.marker.form not in ("line", "value", "start"):
        return False
    told = hit.marker.cls in ("publisher", "disclaimer", "submission")
    return told and not any(word in hit.marker.text for word in _CONTACT)


def _of_page(text: str, line: Line) -> bool:
    """Whether a line is no sentence, or one that may speak of the page: no paragraph of the article."""
    return line.shape not in (SENTENCE, TEASER) or speaks(text[line.start : line.end], MIN_ASIDE)


def _long(text: str, line: Line) -> bool:
    return line.end - line.start > 1500


def prose_share(text: str, lines: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Units in sentences, and units in all, of some lines."""
    told = total = 0.0
    for a, b in lines:
        s = text[a:b].strip()
        if s:
            size = units(s)
            total += size
            if is_prose(s) or _credited(s):
                told += size
    return told, total


def _credited(line: str) -> bool:
    """Whether a line is a sentence with the credit of its picture behind it: ``… 있다. ⓒ서울시청``."""
    credit = _CREDIT.search(line, max(0, len(line) - 40))
    return credit is not None and is_prose(line[: credit.start() + 1])


_CREDIT = re.compile(
    r"[.。](?:\s?[ⓒ©]|\s?[(（/]?\s?(?:사진|자료|写真|摄影|攝影|图|圖|图片|圖片)\s?[=:：/])[^.。]{1,24}$"
)
