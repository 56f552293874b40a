"""Host names and addresses in running text, plain or disguised, and families of hosts made by machine."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.tables import words

__all__ = [
    "addresses",
    "hosts_in",
    "plain_endings",
    "schemes",
    "spelt_endings",
    "torn_stops",
    "wide_endings",
    "wide_starts",
    "with_stops",
]

_OPEN, _CLOSE = r"[\[({<【［（｛〔]", r"[\])}>】］）｝〕]"
_WORDS = r"dot|Dot|DOT|d0t|点|點|[Тт]очка|ドット|닷|점|punto|punkt|ponto|point"
_BRACKETED = rf"{_OPEN}\s?(?:[.。．·]|{_WORDS})\s?{_CLOSE}"
"""A stop in brackets, or the word for it: ``a[.]com``, ``a (dot) com``."""
_SCHEME = r"(?:https?|ht tps?|[hf][x*+]{1,2}ps?|h[xt]{2}ps?)(?::|：|\[:\])(?://|\\\\) ?"


@cache
def _endings() -> str:
    return "|".join(sorted(words("host_endings.tsv"), key=lambda e: (-len(e), e)))


@cache
def addresses() -> re.Pattern[str]:
    """Addresses with or without their scheme, and hosts, plain or disguised."""
    label = r"[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?"
    host = rf"(?:{label}\.(?!www\.)){{1,5}}(?:{_endings()})"
    path = r"(?:/[^\s\u3000-\u9fff\uff00-\uffef<>\"')\]]*)?"
    tail = r"(?![a-z0-9@]|-[a-z0-9]|\.[a-z0-9])"
    free = r"(?<![a-z0-9@/._])(?<![a-z0-9]-)"  # not inside another address
    spelt = r"(?:\s?[点點]\s?|\sdot\s|\s[Тт]очка\s|\s?(?:ドット|닷)\s?|\s(?:punto|punkt|ponto)\s)"
    torn = rf"(?:\s?{_BRACKETED}\s?)"
    spaced = (
        rf"(?<![a-z0-9])w ?w ?w ?[.。．] ?(?:[a-z0-9-] ?){{2,40}}[.。．] ?(?:{_spaced()}){tail}"
        rf"|(?<![a-z0-9])(?:[a-z0-9-] ){{3,40}}[.。．] (?:{_spaced()}){tail}"
    )
    return re.compile(
        rf"{_SCHEME}(?:{label}\.){{1,5}}[a-z]{{2,18}}(?::\d+)?{path}{tail}|www\.(?:{label}\.){{1,4}}[a-z]{{2,18}}{path}{tail}|{spaced}"
        rf"|{free}{host}{path}{tail}"
        rf"|(?:{_SCHEME}|{free}){label}(?:(?:\.|{torn}){label}){{0,3}}{torn}(?:{_endings()}){path}{tail}"
        rf"|{free}{label}(?:[。．]{label}){{0,2}}(?:[.。．]\s(?:{_COMMON})|(?:\s[.。．]\s?|[。．])(?:{_GLUED})){tail}"
        rf"|{free}{label}(?:{spelt}{label}){{0,3}}{spelt}(?:{_GLUED}|uk){tail}"
        rf"|{free}{label}\s?(?:{'|'.join(_SAID)})"
        rf"|{free}{label}\s(?:dot|[Тт]очка|punto|punkt|ponto)\s(?:{_endings()}){tail}",
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
    return re.compile(rf"[.。．] ?(?i:{_spaced()}|{_GLUED})(?![a-zA-Z0-9@-])", re.ASCII)


@cache
def wide_starts() -> re.Pattern[str]:
    """How such an ending begins, behind a letter or digit: what clean text seldom has."""
    first = "|".join(sorted({e[:2] for e in (*_OFTEN, *_GLUED.split("|"))}))
    return re.compile(rf"。(?<=[A-Za-z0-9 ].) ?(?i:{first})")


@cache
def schemes() -> re.Pattern[str]:
    """Where the host of an address with its scheme begins, whatever its ending."""
    return re.compile(r"://(?=[a-zA-Z0-9])")


@cache
def spelt_endings() -> re.Pattern[str]:
    """The same behind the word for the stop."""
    dense = rf"(?:(?:点|點|ドット|닷)\s?|(?:点|點|ドット|닷|[Тт]очка){_CLOSE}\s?)(?i:{_endings()})"
    spaced = rf"\s(?:dot|Dot|DOT|[Тт]очка|punto|punkt|ponto)\s(?i:{_endings()})"
    said = rf"(?<=[a-zA-Z0-9])\s?(?:{'|'.join(_SAID)})"
    return re.compile(rf"(?:{dense}|{spaced}|{said})(?![a-zA-Z0-9])")


@cache
def torn_stops() -> re.Pattern[str]:
    """A stop in brackets inside a host: ``a[.]com``."""
    return re.compile(rf"(?<=[A-Za-z0-9\s]){_BRACKETED}(?=\s?[A-Za-z])")


_SAID = {
    **dict.fromkeys(("닷컴", "쩜컴", "점컴", "ドットコム"), ".com"),
    **dict.fromkeys(("닷넷", "쩜넷", "점넷", "ドットネット"), ".net"),
}
_COMMON = "com|cn|net|org|cc|xyz|vip|top"  # the others are words of sentences behind a stop and a space
_GLUED = _COMMON + "|info|biz|ru|shop|club|online|site|pro|icu|tv"


_OFTEN = ("com", "net", "org", "cn", "cc", "xyz", "top", "vip", "info", "ru")


def _spaced() -> str:
    return "|".join(" ?".join(e) for e in _OFTEN)


_ANY_STOP = re.compile(
    rf"\s*{_BRACKETED}\s*|\s*(?:ドット|닷)\s*|\s(?:dot|[Тт]очка|punto|punkt|ponto)\s|\s?[。．点點]\s?",
    re.IGNORECASE,
)


def with_stops(host: str) -> str:
    """A host with a plain stop for each that is spelt, in brackets or ideographic.

    >>> with_stops("ab[.]com"), with_stops("ab dot com"), with_stops("ab。com")
    ('ab.com', 'ab.com', 'ab.com')
    """
    for said, written in _SAID.items():
        host = host.replace(said, written)
    return _ANY_STOP.sub(".", host)


def hosts_in(text: str, start: int, end: int) -> int:
    """How many hosts a part of a text holds.

    >>> hosts_in("湿疹涂什么药abc1def.cn", 0, 20), hosts_in("version 2.0", 0, 11)
    (1, 0)
    """
    if text.find(".", start, end) < 0:
        return 0
    return sum(1 for _ in addresses().finditer(text, start, end))
