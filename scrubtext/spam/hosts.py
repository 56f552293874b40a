"""Host names and addresses in running text, plain or disguised, and families of hosts made by machine."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from scrubtext.spam.phrases import bare
from scrubtext.tables import words

__all__ = [
    "Item",
    "behind_sentence",
    "hosts_in",
    "items_of",
    "plain_endings",
    "schemes",
    "spelt_endings",
    "wide_endings",
    "wide_starts",
]

MAX_ANCHOR = 64  # characters of text before a host


class Item(NamedTuple):
    """A piece of text and the address behind it; ``glued`` where nothing stands between them."""

    anchor: str
    address: str
    glued: bool


@cache
def _endings() -> str:
    return "|".join(sorted(words("host_endings.tsv"), key=lambda e: (-len(e), e)))


@cache
def _address() -> re.Pattern[str]:
    label = r"[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?"
    host = rf"(?:{label}\.){{1,5}}(?:{_endings()})"
    path = r"(?:/[^\s\u3000-\u9fff\uff00-\uffef<>\"')\]]*)?"
    tail = r"(?![a-z0-9@]|-[a-z0-9]|\.[a-z0-9])"
    free = r"(?<![a-z0-9@/._])(?<![a-z0-9]-)"  # not inside another address
    spelt = r"(?:\s?[点點]\s?|\sdot\s)"
    spaced = (
        rf"(?<![a-z0-9])w ?w ?w ?[.。．] ?(?:[a-z0-9-] ?){{2,40}}[.。．] ?(?:{_spaced()}){tail}"
        rf"|(?<![a-z0-9])(?:[a-z0-9-] ){{3,40}}[.。．] (?:{_spaced()}){tail}"
    )
    return re.compile(
        rf"https?://(?:{label}\.){{1,5}}[a-z]{{2,18}}(?::\d+)?{path}{tail}|www\.(?:{label}\.){{1,4}}[a-z]{{2,18}}{path}{tail}|{spaced}"
        rf"|{free}{host}{path}{tail}"
        rf"|{free}{label}(?:\s[.。．]\s?|[.。．]\s|[。．])(?:{_COMMON}){tail}"
        rf"|{free}{label}(?:{spelt}{label}){{0,3}}{spelt}(?:{_COMMON}|uk){tail}"
        rf"|{free}{label}\sdot\s(?:{_endings()}){tail}",
        re.IGNORECASE | re.ASCII,
    )


@cache
def plain_endings() -> re.Pattern[str]:
    """The stop and the last label of a host."""
    by_first: dict[str, set[str]] = {}
    for ending in words("host_endings.tsv"):
        label = ending.rpartition(".")[2]
        by_first.setdefault(label[0], set()).add(label[1:])
    each = (
        f"{c}(?:{'|'.join(sorted(rest, key=lambda r: (-len(r), r)))})"
        for c, rest in by_first.items()
    )
    return re.compile(rf"\.(?i:{'|'.join(each)})(?![a-zA-Z0-9@]|-[a-zA-Z0-9])", re.ASCII)


@cache
def wide_endings() -> re.Pattern[str]:
    """The same behind an ideographic stop, or with spaces about a stop and between letters."""
    return re.compile(rf"[.。．] ?(?i:{_spaced()}|{_COMMON})(?![a-zA-Z0-9@-])", re.ASCII)


@cache
def wide_starts() -> re.Pattern[str]:
    """How such an ending begins, behind a letter or digit: what clean text seldom has."""
    first = "|".join(sorted({e[:2] for e in (*_OFTEN, *_COMMON.split("|"))}))
    return re.compile(rf"。(?<=[A-Za-z0-9 ].) ?(?i:{first})")


@cache
def schemes() -> re.Pattern[str]:
    """Where the host of an address with its scheme begins, whatever its ending."""
    return re.compile(r"://(?=[a-zA-Z0-9])")


@cache
def spelt_endings() -> re.Pattern[str]:
    """The same behind the word for the stop."""
    return re.compile(rf"(?:点|點|dot|DOT)\s?(?i:{_COMMON}|co)(?![a-zA-Z0-9])", re.ASCII)


_COMMON = "com|cn|net|org|cc|xyz|vip|top"


_OFTEN = ("com", "net", "org", "cn", "cc", "xyz", "top", "vip", "info", "ru")


def _spaced() -> str:
    return "|".join(" ?".join(e) for e in _OFTEN)


_BETWEEN = " \t\u3000\xa0.:：|,，、-–—_~<>«»→()（）[]【】{}*•·#;；★☆◆◇■□●○※=+/／｜・"


def hosts_in(text: str, start: int, end: int) -> int:
    """How many hosts a part of a text holds.

    >>> hosts_in("湿疹涂什么药abc1def.cn", 0, 20), hosts_in("version 2.0", 0, 11)
    (1, 0)
    """
    if text.find(".", start, end) < 0:
        return 0
    return sum(1 for _ in _address().finditer(text, start, end))


_LABEL = re.compile(r"^[^:：]{1,24}[:：]\s*(?=\S)")
_NUMBERED = re.compile(r"^\d{1,2}\s?[.)、）．]\s*")
_SENTENCE_END = re.compile(r"[。！？!?…][”’」』\"')）]*|[.!?][”\"')]*\s")


def behind_sentence(text: str, start: int, end: int) -> int:
    """Where the last sentence before the first host of a line ends; its start if there is none.

    >>> behind_sentence("It rained. Pills a1.com", 0, 23)
    11
    """
    first = _MARKED.search(text, start, end) or _address().search(text, start, end)
    if not first:
        return start
    ends = [m.end() for m in _SENTENCE_END.finditer(text, start, first.start())]
    return ends[-1] if ends else start


_MARKED = re.compile(
    r"<a\s[^<>]{0,200}?href\s*=\s*[\"']?(?P<a>[^\"'\s<>]{4,300})[\"']?[^<>]{0,200}>"
    r"(?P<b>[^<>]{1,80})</a\s*>|\[(?:url|link)=(?P<c>[^\]\s]{4,300})\](?P<d>[^\[\]]{1,80})\[/(?:url|link)\]",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</a|\[/url|\[/link", re.IGNORECASE)
_LEFT = re.compile(r"</?(?:li|ul|p|br|div|span)\s*/?>", re.IGNORECASE)


def _marked(line: str) -> list[Item]:
    """The items of a line that is nothing but links in the markup of pages or forums."""
    if not _CLOSED.search(line):
        return []
    found = list(_MARKED.finditer(line))
    rest = _LEFT.sub("", _MARKED.sub("", line)).strip(_BETWEEN)
    if rest:
        return []
    pairs = [(m["a"] or m["c"], (m["b"] or m["d"]).strip()) for m in found]
    return [Item(text, url, False) for url, text in pairs if _address().match(url)]


def items_of(line: str) -> list[Item]:
    """The items of a line that is nothing but text and address in turn; else none.

    >>> [i.anchor for i in items_of("干眼症abc1de.cn 脚肿fgh2ij.cn")]
    ['干眼症', '脚肿']
    """
    if marked := _marked(line):
        return marked
    out: list[Item] = []
    at = 0
    for match in _address().finditer(line):
        between = line[at : match.start()]
        anchor = _NUMBERED.sub("", between.strip(_BETWEEN))
        anchor = anchor if out else _LABEL.sub("", anchor)
        if anchor and (len(anchor) > MAX_ANCHOR or not bare(anchor)):
            return []
        glued = bool(anchor) and between.lstrip(_BETWEEN).removesuffix(".") == anchor
        out.append(Item(anchor, match.group(), glued))
        at = match.end()
    rest = line[at:].strip(_BETWEEN)
    if rest and (len(rest) > 24 or not bare(rest) or not out):
        return []
    return out
