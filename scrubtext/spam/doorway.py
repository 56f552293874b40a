"""What firms that build sites put around articles they copied, told by its form.

Above the article: the title of a page made of two search phrases, and below it these and more between
commas, with the begin of the copied text cut off behind them. Inside it: a paragraph that offers sites.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.edit import Edit
from scrubtext.excise import cut_lines

__all__ = ["doorways"]

Span = tuple[int, int]

MAX_HEAD = 8  # lines of a page among which its head stands
MIN_PHRASE, MIN_PHRASES = 4, 3  # characters of a search phrase, and phrases before the copy
MAX_REST = 48  # characters behind the last comma, where the copy has no sign that it is cut off
MIN_OFFERS = 4  # services of such a firm in one paragraph
MAX_NAME = 40  # characters of a line that is its name
WHY = "search phrases"
_HAN, _COMMA = mask(Kind.HAN), mask(Kind.COMMA)
_CRUMBS = re.compile(r"(?:当前位置|當前位置|您的位置|您现在的位置)\s?[:：].{2,60}")
_OFFER = re.compile(
    r"(?:网站|網站|网页|網頁|小程序)(?:建设|建設|制作|製作|设计|設計|推广|推廣|优化|優化|开发|開發|定制|程序)"
    r"|建站|网络(?:营销|推广|优化)|網絡(?:營銷|推廣|優化)|SEO优化|服务器租用|虚拟主机"
)
_SITES = ("网站", "網站", "建站")
_NAME = re.compile(rf"\s*.{{2,16}}(?:{_OFFER.pattern}).{{0,12}}(?:公司|网站|網站)\s*")
_SELF = re.compile("一体的|一體的|一站式|一条龙|一條龍|为客户提供|為客戶提供|服务项目|服務項目")


def doorways(doc: Doc) -> list[Edit]:
    """The lines of a text that are such a head or such an offer, as deletions."""
    if not doc.kinds & _HAN:
        return []
    spans = {*_heads(doc), *_offers(doc)}
    return list(cut_lines(doc.text, [(a, b, WHY) for a, b in sorted(spans)])) if spans else []


def _heads(doc: Doc) -> Iterator[Span]:
    """The title of two search phrases and the line of these and more, with the path above them."""
    text = doc.text
    above: list[Span] = []
    begins = [text[a : a + MIN_PHRASE] for a, b in doc.lines[: 2 * MAX_HEAD] if a < b]
    if not doc.kinds & _COMMA or not any(one == two for one, two in pairwise(begins)):
        return
    for a, b in doc.lines:
        if a == b or not text[a:b].strip():
            continue
        if len(above) >= MAX_HEAD:
            return
        if above and _opens(text[slice(*above[-1])].strip(), text[a:b].strip()):
            yield from ((a, b), above[-1])
            yield from (span for span in above[:-1] if _CRUMBS.fullmatch(text[slice(*span)].strip()))
            return
        above.append((a, b))


def _opens(title: str, line: str) -> bool:
    """Whether a line is the phrases of a title and more of them between commas, then a copy cut off."""
    if "," not in line[:MAX_NAME] or not title or title[:MIN_PHRASE] != line[:MIN_PHRASE]:
        return False
    phrases = line.split(",", MIN_PHRASES)
    if len(phrases) < MIN_PHRASES or min(map(len, phrases[:MIN_PHRASES])) < MIN_PHRASE:
        return False
    one, two = phrases[:2]
    joined = title.startswith(one) and title.endswith(two) and len(title) - len(one) - len(two) in (0, 1)
    return joined and (line.endswith(("…", "...")) or len(phrases[-1]) <= MAX_REST)


def _offers(doc: Doc) -> Iterator[Span]:
    """Paragraphs that offer sites inside a text that speaks of nothing of the kind, and the firm's name."""
    text = doc.text
    if not any(map(text.__contains__, _SITES)) or len(_OFFER.findall(text)) < MIN_OFFERS:
        return
    lines = [(a, b) for a, b in doc.lines if a < b]
    told = {(a, b) for a, b in lines if _is_offer(text[a:b])}
    gone = told | {(a, b) for a, b in lines[:1] if b - a <= MAX_NAME and _NAME.fullmatch(text, a, b)}
    if not any(_OFFER.search(text, *span) for span in lines if span not in gone):
        yield from gone if len(lines) > len(gone) + 1 else ()


def _is_offer(line: str) -> bool:
    return len(_OFFER.findall(line)) >= MIN_OFFERS and _SELF.search(line) is not None
