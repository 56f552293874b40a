"""The lines right above a trailer that go with it: rules, words of the page, the tags of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.grouped import grouped, is_reference
from scrubtext.furniture.markers import Hit, Marker
from scrubtext.furniture.shapes import STAMP, TITLE, is_prose
from scrubtext.furniture.spare import SIGNED
from scrubtext.furniture.stems import labels, touches
from scrubtext.furniture.thread import remark_above
from scrubtext.spam.page import spoken_of
from scrubtext.spam.speech import speaks

__all__ = ["company"]


def company(text: str, pending: Sequence[Line], blocks: Sequence[Block]) -> list[Block]:
    """The lines right above the first block that speak of the page too, a word or two of theirs."""
    found: list[Block] = []
    if remark := _remarks(text, pending, blocks):
        return remark
    if size := grouped(text, pending, blocks):
        return [_near(line) for line in reversed(pending[:size])]
    if _names_company(text, pending, blocks):
        return [_near(pending[0], "publisher")]
    if len(pending) > 1 and _is_tags(text, pending[0], pending[1]):
        return [_near(pending[0], "tags")]
    if filed := _filed(text, pending):
        return filed
    for line in pending[:MAX_COMPANY]:
        if not found and _RULE.fullmatch(text, line.start, line.end):
            found.insert(0, _near(line))
            continue
        if line.shape not in (TITLE, STAMP) or line.hit or not _beside(text[line.start : line.end].strip()):
            break
        found.insert(0, _near(line))
    return found or _arrows(text, pending, blocks) or _vouched(text, pending, blocks)


def _names_company(text: str, pending: Sequence[Line], blocks: Sequence[Block]) -> bool:
    """Whether the line above a paragraph on a company is its heading: ``About Acme Pumps``."""
    if not pending or blocks[0].cls != "publisher":
        return False
    head, below = _ABOUT.fullmatch(text, pending[0].start, pending[0].end), blocks[0].lines[0].start
    return head is not None and head[1] in text[below : below + MAX_NAMED]


def _filed(text: str, pending: Sequence[Line]) -> list[Block]:
    """Tags, a line each: ``#老桥``."""
    tags = [*takewhile(lambda line: _TAG.fullmatch(text, line.start, line.end), pending)]
    return [_near(line, "tags") for line in reversed(tags)] if 1 < len(tags) <= MAX_TAGS else []


_TAG = re.compile(r"\s*[#＃][^\s#＃]{2,20}[#＃]?\s*")
MAX_TAGS = 12
"""Lines of one tag each."""
_ABOUT = re.compile(
    r"(?:About|Über|À propos d[eu'’]|Acerca de|Sobre|О компании)\s?(?:the\s)?(\w{2,30})\b.{0,50}\s*"
)
MAX_NAMED = 200
"""Characters of a paragraph in which a company is named."""


def _arrows(text: str, pending: Sequence[Line], blocks: Sequence[Block]) -> list[Block]:
    """Calls of a newspaper above one that is known, all behind the same arrow: ``▶ Our new app``.

    A list of the article's has a heading above it, or labels; a text that uses the arrow keeps its lines.
    """
    mark = text[blocks[0].lines[0].start]
    if mark not in _ARROWS or not sum(b.weight for b in blocks):
        return []
    found: list[Block] = []
    for i, line in enumerate(pending[: MAX_ARROWS + 1]):
        s = text[line.start : line.end].strip()
        if s[0] != mark:
            told = is_prose(s) and s[-1] in ".。!?" and f"\n{mark}" not in text[: line.end]
            return found if i and told else []
        if i == MAX_ARROWS or line.hit or line.shape != TITLE or ":" in s or "：" in s:
            return []
        found.insert(0, _near(line))
    return []


_ARROWS = "▶▷►☞👉☛"
MAX_ARROWS = 3
"""Unknown lines behind an arrow that go with a known one."""


def _near(line: Line, cls: str = "navigation") -> Block:
    """A line that goes with the trailer below it."""
    return Block(cls, 0, (line._replace(hit=_NEAR),))


def _remarks(text: str, pending: Sequence[Line], blocks: Sequence[Block]) -> list[Block]:
    """What readers wrote, above the first button to reply."""
    if blocks[0].cls != "comments" and not (blocks[0].cls == "share" and len(blocks) > 1):
        return []
    size = remark_above(text, pending)
    lines = tuple(reversed(pending[:size]))
    return [Block("comments", 0, (lines[0]._replace(hit=_NEAR), *lines[1:]))] if size else []


def _vouched(text: str, pending: Sequence[Line], blocks: Sequence[Block]) -> list[Block]:
    """Lines above a trailer beyond doubt that have the form of a page's: paths, counters, addresses."""
    if not _is_certain(blocks):
        return []
    found: list[Block] = []
    for line in pending[:MAX_VOUCHED]:
        s = text[line.start : line.end].strip()
        if line.shape not in (TITLE, STAMP) or line.hit or not _FORM.fullmatch(s):
            break
        found.insert(0, _near(line))
    return found


def _is_certain(blocks: Sequence[Block]) -> bool:
    """Whether blocks are furniture without what stands above them: of two classes, and strong."""
    own = [b for b in blocks if b.weight and b.cls not in SIGNED]
    return sum(b.weight for b in own) >= MIN_CERTAIN and len({b.cls for b in own}) > 1


MIN_CERTAIN = 3
"""Weights of blocks, two classes of them, below which an unknown line stays."""
MAX_VOUCHED = 3
_FORM = re.compile(
    r"\d{1,4}|[+\-]\d{1,4}|(?:[^\s>›»]{1,12}\s?[>›»]\s?){1,4}[^\s>›»]{1,12}"
    r"|[^\n]{0,24}[\"“(（<\[ ]?https?://[\x21-\x7e]{4,120}"
)


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
    if s[0] == "#" or s[-1] in "!！.。" or s.endswith(_POLITE):
        return False  # a heading of the text; a wish, a farewell, a sentence
    if _RATED.match(s) or is_reference(s):
        return False  # the verdict of a test: Note: 2,2; a reference
    return touches(s, MIN_ALONE) or labels(s) or _INITIALS.fullmatch(s) is not None


_RATED = re.compile(r"[^\W\d_]{2,16}\s?[:：]\s?\d{1,2}(?:[.,/]\d{1,3})?(?:\s|$|分|점|点)")
_POLITE = ("ます", "です", "ました", "でした", "ません", "니다", "어요", "아요")
"""How sentences end that have no full stop."""
MIN_ALONE = 0.55
"""Share of such a line that one stem must be; authors end with such words too: Home at last."""
_INITIALS = re.compile(r"[(\[/]\s?[a-zäöü]{2,4}(?:[/,\-]\s?[a-zäöü]{2,4}){0,3}\s?[)\]/]")
_DASHES = r"[-–—_=*~#·•.■◆─━ ]"
_RULE = re.compile(
    rf"-?(?:END|THE END|The End|正文完|本文完|全文完)-?\.?|{_DASHES}{{2,60}}"
    rf"(?:(?:分隔线|分割线|正文完|本文完|全文完|完|END|THE END|The End|the end)"
    rf"{_DASHES}{{1,60}})?"
)
MAX_COMPANY = 3
"""Lines above a trailer that may go with it."""
_NEAR = Hit(Marker("company", "*", "navigation", "company", 0), "")
