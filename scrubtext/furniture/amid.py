"""Links to other articles, calls to follow and rows of tools that pages put between two paragraphs.

``延伸阅读：…``, ``[관련기사] …``, ``▲點擊加入…好友`` stand below one paragraph and above the next; the names
of tools (文字大小, 分享, 列印) stand one a line, three of them at least. An author names books and chapters
behind such labels as well, and lists what a program can do: these stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise

from scrubtext.furniture.between import box_end
from scrubtext.furniture.markers import index
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.patterns import Forms
from scrubtext.tables import rows

__all__ = ["amid", "is_tool", "may_stand_amid"]

MAX_LINK = 150
"""Characters of a link."""
MAX_STOPPED = 90
"""The same of one that ends with a full stop: a longer one refers to a book."""
MAX_LABEL = 32
"""Characters of a label in front of it, its colon included."""
MAX_LINKS = 4
"""Links one below the other; more are a list of the article's own."""
MIN_TOOLS = 3
"""Names of tools in a row."""
MAX_TOOL = 18
"""Characters of the name of a tool, its bullet left out."""
_ITEMS = frozenset("•·*-–▪▶►■●◆")
_BULLETS = " \t\u3000•·▪◦∙・"
_NAMED = re.compile(
    r"[《〈『]|[(（]\d{4}|第.{1,4}[章节節回页頁卷条條]|https?:|\bISBN|出版|書店|书店"
    r"|\b(?:[Cc]hapter|[Ss]ection|[Aa]ppendix|[Kk]apitel|[Гг]лав[аеы]) \d"
)
"""What an author names behind such a label: books, chapters, sources."""
_CALLS = re.compile(  # what no author says to the reader of a paragraph; a title may have a stop then
    r"\W{0,4}(?:Читайте|Смотрите|Lesen Sie auch|Lire aussi|Lee también|Leia também|Leggi anche|Czytaj też"
    "|Baca juga)"
)
_STOPS = frozenset("。．.!！")


@cache
def _forms() -> tuple[list[str], Forms]:
    found: dict[str, list[str]] = {}
    for pattern, _, cls in rows("amid_forms.tsv"):
        if cls in ("related", "follow"):
            found.setdefault(cls, []).append(pattern)
    return Forms.of(found)


@cache
def _tools(*classes: str) -> frozenset[str]:
    own = (words for words, _, cls in rows("amid_forms.tsv") if cls in classes)
    return frozenset(word.casefold() for words in own for word in words.split("|"))


def _name(line: str) -> str:
    return line.strip(_BULLETS + "[]【】()（）").casefold()


def is_tool(line: str, *classes: str) -> bool:
    """Whether a line is the name of a tool, with a bullet or without.

    >>> is_tool("  • 인쇄"), is_tool("・印刷"), is_tool("印刷の歴史")
    (True, True, False)
    """
    if len(line) > MAX_TOOL + 8:
        return False
    classes = classes or ("sure", "tool")
    return _name(line) in _tools(*classes) or ("\u3000" in line and _is_row(line, classes))


def _is_row(line: str, classes: tuple[str, ...]) -> bool:
    """Whether tools stand side by side, wide spaces between them: ``使用道具　举报``."""
    names = line.casefold().split("\u3000")
    several = len(names) >= MIN_TOOLS or any(name in _tools(*classes) for name in names)
    return len(names) > 1 and several and all(name in _tools("sure", "tool") for name in names)


def _is_link(line: str) -> bool:
    bare = line.strip()
    if not 8 < len(bare) <= MAX_LINK:
        return False
    if bare[-1] in _STOPS and (len(bare) > MAX_STOPPED or not _CALLS.match(bare)):
        return False
    classes, forms = _forms()
    found = forms.find(bare)
    return found >= 0 and (classes[found] == "follow" or not _NAMED.search(bare))


def may_stand_amid(text: str, filled: list[Span]) -> bool:
    """Whether a short line is such a link, or heads a list of titles with bullets."""
    for a, b in filled:
        wide = text[a] >= "\u2022" or text[a] in " [(<>"
        led = wide or text.find(":", a, min(b, a + MAX_LABEL)) > 0
        if 8 < b - a <= MAX_LINK and led and _is_link(text[a:b]):
            return True
    heads = (text[a:b] for (a, b), (c, _) in pairwise(filled) if text[c] in _ITEMS and b - a <= MAX_LABEL)
    return any(map(_leads, heads))


def amid(page: Page) -> Iterator[tuple[int, int, str]]:
    """The lines between two paragraphs that are links, calls or tools, each with its class."""
    filled = page.filled
    i = 0
    while i < len(filled):
        end = _run(page, i, _is_link)
        if 0 < end - i <= MAX_LINKS and _between(page, i, end):
            yield from ((a, b, "link") for a, b in filled[i:end])
        elif end == i and (below := box_end(page, i) or _listed(page, i)) and _between(page, i, below):
            end = below
            yield from ((a, b, "link") for a, b in filled[i:end])
        elif end == i:
            end = _run(page, i, is_tool)
            if end > i and _are_tools(page, i, end):
                yield from ((a, b, "tool") for a, b in filled[i:end])
        i = max(end, i + 1)


def _listed(page: Page, i: int) -> int:
    """Where the titles with bullets below a heading of related articles end, 0 without any."""
    a, b = page.filled[i]
    if b - a > MAX_LABEL or not _leads(page.text[a:b]):
        return 0
    end = _run(page, i + 1, _is_item)
    return end if 1 < end - i <= MAX_LINKS + 1 else 0


def _leads(heading: str) -> bool:
    """Whether a heading is a marker of related articles."""
    hit = index().find(heading)
    return hit is not None and hit.marker.cls == "related" and hit.marker.weight > 1


def _is_item(line: str) -> bool:
    """Whether a line is a title with a bullet, and no sentence."""
    bare = line.strip()
    return 8 < len(bare) <= 2 * MAX_LINK and bare[0] in _ITEMS and bare[-1] not in _STOPS


def _run(page: Page, i: int, wanted: Callable[[str], bool]) -> int:
    """Where the lines from ``i`` on end that are wanted."""
    while i < len(page.filled) and wanted(page.text[slice(*page.filled[i])]):
        i += 1
    return i


def _between(page: Page, i: int, end: int) -> bool:
    """Whether sentences stand above and below, there or behind one short line; or it is below a title."""
    prose = page.prose
    above = any(prose[max(0, i - 2) : i]) or 0 < i < 3
    return above and any(prose[end : end + 2])


def _are_tools(page: Page, i: int, end: int) -> bool:
    """Whether names of tools are the page's: one is nothing else, nothing announces or explains them."""
    lines = [page.text[slice(*span)] for span in page.filled[i:end]]
    if len(lines) < MIN_TOOLS and not any("\u3000" in line.strip() for line in lines):
        return False
    if not any(is_tool(line, "sure") for line in lines) or end == len(page.filled):
        return False
    above = page.text[slice(*page.filled[i - 1])].rstrip() if i else ""
    if above[-1:] in (":", "：") or page.tells_of_buttons or not any(page.prose[end : end + 3]):
        return False
    names = [_name(line) for line in lines]
    told = [n for n in names if len(n) > 1 and page.folded.count(n) > sum(n in m for m in names)]
    return 2 * len(told) < len(names)
