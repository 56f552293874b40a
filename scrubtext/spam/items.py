"""What stands in a line that is nothing but links: text and address in turn, plain or in markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from scrubtext.spam.hosts import addresses, each_address
from scrubtext.spam.phrases import bare
from scrubtext.spam.speech import behind_speech

__all__ = [
    "Item",
    "before_sentence",
    "behind_links",
    "behind_sentence",
    "first_link",
    "is_marked",
    "items_of",
    "label_of",
]

MAX_ANCHOR = 64  # characters of text before a host


class Item(NamedTuple):
    """A piece of text and the address behind it; ``glued`` where nothing stands between them."""

    anchor: str
    address: str
    glued: bool


_BETWEEN = " \t\u3000\xa0.:：|,，、-–—_~<>«»→()（）[]【】{}*•·#;；★☆◆◇■□●○※=+/／｜・\"'“”"
_LABEL = re.compile(r"^[^:：\"“]{1,24}[:：](?!//)\s*(?=\S)")
_NUMBERED = re.compile(r"^\d{1,2}\s?[.)、）．]\s*")
_SENTENCE_END = re.compile(
    r"[。！？!?…][”’」』\"')）]*|[.!?][”\"')]*(?=\s|<a\s|\[|https?:|hxxps?:|www\.)"
    r"|(?<=[^\W\d_]{3})\.(?=[^\W\d_])", re.IGNORECASE
)
def first_link(text: str, start: int, end: int) -> int:
    """Where the first link of a part begins, in markup or not; -1 where there is none."""
    first = next(_links(text, start, end), None)
    return first.start() if first else -1


def last_part(text: str, start: int, end: int) -> tuple[int, int]:
    """What stands in a line behind its last sentence before the first host, without the spaces around it.

    >>> last_part("It rained. Pills a1.com ", 0, 24)
    (11, 23)
    """
    begin = behind_sentence(text, start, end)
    part = text[begin:end]
    begin += len(part) - len(part.lstrip())
    return begin, begin + len(part.strip())


def behind_sentence(text: str, start: int, end: int) -> int:
    """Where the last sentence before the first host of a line ends; its start if there is none.

    >>> behind_sentence("It rained. Pills a1.com", 0, 23)
    10
    """
    until = first_link(text, start, end)
    if until < 0:
        return start
    at = start
    for match in _SENTENCE_END.finditer(text, start, until + LOOK):
        if match.end() > until:
            break
        at = match.end()
    return behind_speech(text, at, until)


LOOK = 8  # characters of the first link, which tell a full stop from a point


MAX_HEAD = 1_000  # characters before a sentence that are looked at
_SENTENCE = re.compile(r"\s+[A-Z\u00c0-\u00de\u0400-\u042f\"“«¿¡„]|\s*[\u0e00-\u9fff\uac00-\ud7a3「『“《]")
_PARTICLES = frozenset("等是和及与與的，、。；：也都在将將为為有やなはがをのもとに은는이가을를의에와과도")
MIN_SENTENCE = 12  # characters


def before_sentence(text: str, start: int, end: int) -> int:
    """Where the links end that stand before the first sentence of a line; its start if none do.

    >>> before_sentence("Pills a1.com Loans b2.net The rain has stopped.", 0, 47)
    25
    """
    ends: list[int] = []
    at = start
    for match in _links(text, start, min(end, start + MAX_HEAD)):
        between = _LEFT.sub("", text[at : match.start()]).strip(_BETWEEN)
        between = between if ends else _LABEL.sub("", between)
        if between and (len(between) > MAX_ANCHOR or not bare(between)):
            break
        closed = _AFTER.match(text, match.end(), end)
        at = closed.end() if closed else match.end()
        ends.append(at)
    for at in reversed(ends):
        if _SENTENCE.match(text, at, end):
            rest = text[at:end].strip()
            if len(rest) >= MIN_SENTENCE and rest[0] not in _PARTICLES:
                return at
    return start


def behind_links(text: str, start: int, end: int) -> int:
    """Where the last link of a line ends, with what closes it.

    >>> behind_links("Pills a1.com The old mill", 0, 25)
    12
    """
    at = start
    for match in _links(text, start, end):
        closed = _AFTER.match(text, match.end(), end)
        at = closed.end() if closed else match.end()
    return at


def _links(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Links in markup where a line has some, else addresses."""
    if marked := _MARKED.search(text, start, end):
        first = next(each_address(text, start, end), None)
        if first and marked.start() <= first.start():
            return _MARKED.finditer(text, start, end)
    return each_address(text, start, end)


_URL = r"[^\"'\s<>\[\]]{4,300}"
_QUOTE = r"[\"'“”‘’]?"
_MARKED = re.compile(
    rf"<a\s[^<>]{{0,200}}?href\s*=\s*{_QUOTE}(?P<a>[^\"'“”‘’\s<>]{{4,300}}){_QUOTE}[^<>]{{0,200}}>"
    r"(?:<[a-z][^<>]{0,60}>){0,3}(?P<b>[^<>]{1,80})(?:</[a-z]{1,10}>){0,3}</a\s*>"
    rf"|\[(?:url|link)\s*=\s*{_QUOTE}(?P<c>{_URL}?){_QUOTE}\s*\](?P<d>[^\[\]]{{1,80}})\[/(?:url|link)\]"
    rf"|\[(?:url|link)\](?P<e>{_URL})\[/(?:url|link)\]"
    r"|\[{1,2}(?P<f>https?://[^\s|\[\]]{4,300})[\s|](?P<g>[^\[\]]{1,80})\]{1,2}",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</a|\[/url|\[/link|\[https?://", re.IGNORECASE)
_LEFT = re.compile(
    r"</?(?:li|ul|ol|p|br|div|span|b|strong|i|em|u|font|center|td|tr|table|tbody|h[1-6]|small|nav|section|noscript|marquee|noindex|nobr|aside|footer)"
    r"(?:\s[^<>]{0,200})?/?>|\[/?(?:b|u|i|s|size|color|font|center|list|align|\*)(?:=[^\[\]]{0,40})?\]",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:{_LEFT.pattern}|[)\]】»|｜,;·•、])+", re.IGNORECASE)
_OPENS = re.compile(
    r"<(?!/)|\[(?=url|link|https?://|b\]|i\]|u\]|size|color|font|list|center|align)", re.IGNORECASE
)


def label_of(line: str) -> str:
    """What stands before a colon at the start of a line of links, or nothing.

    >>> label_of("Partners: Pills a1.com"), label_of("http://a1.com")
    ('Partners', '')
    """
    found = _LABEL.match(line)
    return found.group().rstrip(" \t:：") if found and not addresses().match(line) else ""


def is_marked(text: str, start: int) -> bool:
    """Whether markup of pages, forums or wikis opens at a place."""
    return _OPENS.match(text, start) is not None


def _marked(line: str) -> list[Item]:
    """The items of a line that is nothing but links in markup, each with the text before it."""
    if not _CLOSED.search(line):
        return []
    line = _LEFT.sub("", line)
    out: list[Item] = []
    at = 0
    for m in _MARKED.finditer(line):
        before = line[at : m.start()].strip(_BETWEEN)
        url = m["a"] or m["c"] or m["e"] or m["f"]
        told = (m["b"] or m["d"] or m["g"] or "").strip()
        own = not told or addresses().match(told) is not None  # the text stands before the link
        labelled = not out and line[: m.start()].rstrip()[-1:] in (":", "：")
        if not addresses().match(url) or (before and not (bare(before) and (own or labelled))):
            return []
        out.append(Item(before if own else told, url, False))
        at = m.end()
    return [] if line[at:].strip(_BETWEEN) else out


def items_of(line: str) -> list[Item]:
    """The items of a line that is nothing but text and address in turn; else none.

    >>> [i.anchor for i in items_of("干眼症abc1de.cn 脚肿fgh2ij.cn")]
    ['干眼症', '脚肿']
    """
    if marked := _marked(line):
        return marked
    out: list[Item] = []
    at = 0
    for match in each_address(line, 0, len(line)):
        between = line[at : match.start()]
        anchor = _NUMBERED.sub("", between.strip(_BETWEEN))
        anchor = anchor if out else _LABEL.sub("", anchor)
        if anchor and (len(anchor) > MAX_ANCHOR or not bare(anchor)):
            return []
        glued = bool(anchor) and between.lstrip(_BETWEEN).removesuffix(".") == anchor
        out.append(Item(anchor, match.group(), glued))
        at = match.end()
    rest = line[at:].strip(_BETWEEN + "。")
    if len(out) == 1 and not out[0].anchor and _BEHIND.match(line, at) and len(rest) <= MAX_ANCHOR:
        return [Item(rest, out[0].address, False)] if bare(rest) else []
    if rest and (len(rest) > 24 or not bare(rest) or not out):
        return []
    return out


_BEHIND = re.compile(r"\s*[-–—:|]?\s+(?=\S)")
"""What stands between a host that begins a line and its text."""
