"""One sentence or bracket that sells, put between the sentences of an article: goods, a call and a host
that is called after such goods; a gambling brand and how to get in; a reader site's host in disguise.

A sentence is little evidence, so three things must stand in it together, and the page around it must
speak of none of them. A sentence that reports (police, courts, warnings) is never one of these.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from scrubtext.doc import Doc
from scrubtext.spam.farm_few import talks_of_disguise
from scrubtext.spam.headings import heading_above, heading_kind
from scrubtext.spam.host_names import name_of, official, sells
from scrubtext.spam.host_signs import own_label
from scrubtext.spam.hosts import addresses
from scrubtext.spam.lexicon import ordinary, stock, trades
from scrubtext.spam.offer_gate import MAX_BRANDED, brand_places, spelt_hosts
from scrubtext.spam.page import foreign, page_of, tokens
from scrubtext.spam.shelter import Shelter, announced, quoted
from scrubtext.spam.verdict import MIN_PROSE
from scrubtext.spam.vocabulary import Vocabulary
from scrubtext.tables import words

__all__ = ["offers"]

Span = tuple[int, int, str]

WHY = "injected offer"
MAX_OFFER = 160  # characters of a sentence that sells
MAX_LOOKED = 12  # places of a text
_ENDS = re.compile(
    r"[。！？][”’」』\"']?|(?<=[^\W\d]{2})[.!?…]+[\"”’»)]?(?=\s)|(?<=\d)[!?]+(?=\s)"
    r"|(?<=\d)\.(?=\s+[^\W\d_])"
)
_CARD = re.compile(
    r"(?:(?<=[。！？；;，,、：:\s])|^)[\u4e00-\u9fffA-Za-z0-9]{2,14}\s?"
    r"[(（【\[](?:https?://)?[A-Za-z0-9.-]{3,40}\.[a-z]{2,6}/?[)）】\]](?=[\u4e00-\u9fff])", re.M
)  # fmt: skip
"""A name and its host in brackets, put before the next words of a sentence: ``某某平台(some-88.com)``."""
_PREDICATE = re.compile(
    "[是为為有让讓以在提拥擁致一专專作的成欢歡官已将將从從由凭憑全最自深推打带帶汇匯聚涵平上下]"
)
"""How a sentence goes on whose subject such a name is."""
_OPENING, _CLOSING = "（(【[", "）)】]"
_ANCHOR = re.compile(
    r"<a\s[^<>\n]{0,20}href=[\"']?([^\s\"'<>]{4,120})[^<>\n]{0,60}>([^<>\n]{2,60})</a>", re.I
)


@cache
def _known(kind: str) -> Vocabulary:
    return Vocabulary(words("offer_words.tsv", kind))


def offers(
    doc: Doc, stops: Iterable[int], shelter: Shelter, taken: Sequence[Span]
) -> Iterator[Span]:
    """Spans of sentences that sell, outside those taken; ``stops`` as of ``host_stops``."""
    last = 0
    for at, look in sorted([*_places(doc.text, stops)], key=lambda p: p[0])[:MAX_LOOKED]:
        k = bisect_right(doc.lines, (at, 1 << 62)) - 1
        line = doc.lines[k]
        if at < last or k in shelter or any(i < line[1] and line[0] < j for i, j, _ in taken):
            continue
        for a, b in _units(doc.text, *line, at, look is _branded):
            if (
                look(doc.text[a:b])
                and not _sheltered(doc.text, a, b)
                and _is_foreign(doc.text, a, b)
            ):
                last = _list_end(doc.text, a, b)
                yield a, last, WHY
                break


def _places(text: str, stops: Iterable[int]) -> Iterator[tuple[int, Callable[[str], bool]]]:
    yield from ((at, _sold) for at in stops)
    yield from ((at, _branded) for at in brand_places(text))
    if "</a>" in text and text.count("<a ") == 1:
        yield from ((m.start(), _anchored) for m in _ANCHOR.finditer(text))
    if "back: " in text:
        yield from ((m.start(), _tracked) for m in _TRACKED.finditer(text))
    yield from ((m.start(), _spelt) for m in spelt_hosts(text))


def _units(text: str, a: int, b: int, at: int, clauses: bool) -> Iterator[tuple[int, int]]:
    """The name with its host, the sentence or bracket around a place, and the clause between two others."""
    for m in _CARD.finditer(text, max(a, at - MAX_BRANDED), min(b, at + MAX_BRANDED)):
        if m.start() <= at < m.end() and not _PREDICATE.match(text, m.end()):
            yield m.span()
            return  # the article goes on right behind it
    start, end = _unit(text, a, b, at)
    yield start, end
    comma = text.find("，", at, end) if clauses else -1
    first = max(text.rfind(sign, start, at) for sign in "，：、“「")
    if comma > 0 and first >= 0:
        yield first + 1, comma + 1


def _unit(text: str, a: int, b: int, at: int) -> tuple[int, int]:
    """The bracket around a place, or else the sentence, without the spaces before it."""
    if boxed := _boxed(text, a, b, at):
        return boxed
    begin, end = a, b
    for m in _ENDS.finditer(text, a, b):
        if m.end() <= at:
            begin = m.end()
        else:
            end = m.end()
            break
    begin = max(begin, *(text.rfind(sign, begin, at) + 1 for sign in ";；"))
    if "<a " in text[begin:end]:
        anchor = _ANCHOR.search(text, begin, b)
        begin, end = anchor.span() if anchor else (begin, end)
    lead = text[begin:end]
    return begin + len(lead) - len(lead.lstrip()), begin + len(lead.rstrip())


def _boxed(text: str, a: int, b: int, at: int) -> tuple[int, int] | None:
    first = max(text.rfind(sign, max(a, at - MAX_BRANDED), at) for sign in _OPENING)
    if first < 0:
        return None
    last = text.find(_CLOSING[_OPENING.index(text[first])], first, min(b, at + MAX_BRANDED))
    return (first, last + 1) if last >= at else None


_GAP = re.compile(r"[ \u3000](?=[\u4e00-\u9fff“「])")
_COMMAS = re.compile("[，,、]")
MIN_NAMES, MIN_TOLD = 4, 8
"""Commas of a list in front of a sentence of the article; characters of that sentence."""


def _list_end(text: str, a: int, b: int) -> int:
    """Where an offer that is a list ends: before the sentence of the article behind it, on the same line.

    Nothing but a space parts them; the sentence has no word of what is sold.
    """
    for gap in _GAP.finditer(text, a, b):
        told = text[gap.end() : b].rstrip()
        if len(told) < MIN_TOLD or told[-1] not in "。！？”」":
            continue
        listed = len(_COMMAS.findall(text, a, gap.start())) >= MIN_NAMES
        if listed and not _goods(told) and not trades().search(told):
            return gap.start()
    return b


def _goods(part: str) -> set[str]:
    """The stock words of a part that are no words of every day, and what such sites offer."""
    told = {w for found in stock().findall(part) if (w := found.casefold()) not in ordinary()}
    return told | {w.casefold() for w in _known("goods").findall(part)}


def _sold(part: str) -> bool:
    """Goods and a call, and one host that is called after what farms sell."""
    found = list(addresses().finditer(part)) if len(part) <= MAX_OFFER else []
    if len(found) != 1 or "@" in part:
        return False
    name = name_of(found[0].group())
    beside = part.replace(found[0].group(), " ")
    if official([name]) or _known("report").search(beside) or not _known("call").search(beside):
        return False
    return _weight(part, beside, name) >= ENOUGH


ENOUGH = 3
_GAMING = ("gambling", "adult", "loans", "pharmacy", "replica")
_WORD = re.compile("[a-z]{3,}")
_ODD = re.compile(
    r"[a-z]-?\d|\d-?[a-z]|-.*-|\.(?:lat|lol|click|shop|top|xyz|cam|icu|vip|win|bet|club|site|online|asia|app|cc)$"
)
"""A name with a number or two hyphens, or below one of the endings that cost next to nothing."""


@cache
def _inviting() -> frozenset[str]:
    """Words of the stock that invite as well, and so name no goods."""
    return words("offer_words.tsv", "call", "access") - words("offer_words.tsv", "goods")


def _weight(part: str, beside: str, name: str) -> int:
    """How much speaks for an offer; nothing where no goods are named, beside the host or in it."""
    odd = bool(_ODD.search(name))
    goods = (_goods(beside) | set(_known("brand").findall(beside))) - _inviting()
    label = _goods(" ".join(_WORD.findall(own_label(name))))
    if not goods and not (odd and len(label) > 1):
        return 0
    calls = set(map(str.casefold, _known("call").findall(beside)))
    bred = bool(label) or sells(name, _GAMING)
    return min(2, len(goods)) + 2 * bred + odd + (len(calls) > 1) - (0 if odd else 1)


_VENUE = re.compile(r"体育(?=[馆场局]|中心|学院|公园|频道|学校|新闻)|體育(?=[館場局]|中心|學院)")
"""Sports in what is no brand, as in the name of a stadium."""


def _branded(part: str) -> bool:
    """A gambling brand as it is advertised, and how to get in; or the brand alone in brackets."""
    inner = part.strip(_OPENING + _CLOSING)
    if len(part) > MAX_BRANDED or _known("report").search(part) or re.search(r"[“”「」《》]", part):
        return False
    brands = set(_known("brand").findall(_VENUE.sub(" ", part)))
    boxed = inner != part and len(inner) <= 24
    beside = set(_known("access").findall(part)) | _goods(part)
    return bool(brands) and len(beside - brands) + boxed > 1


def _anchored(part: str) -> bool:
    """The only anchor of a page that is no page of markup: goods in its words or in its host."""
    m = _ANCHOR.fullmatch(part)
    if m is None or _known("report").search(m[2]):
        return False
    name = name_of(m[1])
    return not official([name]) and bool(_goods(m[2]) or (sells(name) and _speaks(m[2], name)))


_TRACKED = re.compile(r"^(?:Trackback|Pingback): [^\n]{3,60}$", re.MULTILINE)


def _tracked(part: str) -> bool:
    """A trackback that is a search for goods and not the title of a page."""
    m = _TRACKED.fullmatch(part)
    return m is not None and not _TITLED.search(part, 10) and len(_goods(part) - _inviting()) > 0


_TITLED = re.compile(
    r"[A-Z\u00c0-\u00de|»…\"“”']|\b(?:the|a|an|of|my|our|is|was|how|why|and|by|from)\b"
)


def _speaks(anchor: str, name: str) -> bool:
    said = [w for w in re.findall(r"[^\W\d_]{3,}", anchor.casefold()) if w.isascii()]
    return sum(w in name for w in said) * 2 >= len(said) > 0


def _spelt(part: str) -> bool:
    """A host in disguise, and what reader sites say: read on there, taken from there."""
    m = next(spelt_hosts(part), None)
    if m is None or len(part) > MAX_OFFER or "@" in part or _MAIL.search(part[: m.start()]):
        return False
    if not _known("read").search(part):
        return False
    return part[0] in _OPENING or bool(re.search(r"\d|[-\s]\w", m[1]))


_MAIL = re.compile(r"(?i)(?:\bat|\(at\)|\bät|arroba|chiocciola|małpa|アット|골뱅이)\s*$")


def _sheltered(text: str, start: int, end: int) -> bool:
    boxed = text[start] in _OPENING and text[end - 1] in _CLOSING
    if announced(text, start) or (quoted(text, start, end) and not boxed and text[end - 1] != "，"):
        return True
    return heading_kind(heading_above(text, start)[1]) == "honest"


def _is_foreign(text: str, a: int, b: int) -> bool:
    """Whether the page speaks of none of the goods and names no such host, and not of disguises."""
    part, page = text[a:b], page_of(text, [(a, b)])
    found = list(addresses().finditer(part)) or list(spelt_hosts(part))
    hosts = [m.group() for m in found]
    if page.prose < MIN_PROSE or talks_of_disguise(hosts, page) or not foreign(tokens(part), page):
        return False
    return not any(w in page.rest.casefold() for w in _told(part, hosts))


def _told(part: str, hosts: Sequence[str]) -> Iterator[str]:
    yield from _goods(part)
    yield from (w.casefold() for w in _known("brand").findall(part))
    yield from (own_label(name_of(h)) for h in hosts)
