"""Host names and addresses in running text, plain or disguised, and families of hosts made by machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.chars import Kind
from scrubtext.tables import words

__all__ = [
    "SPACED_STOP",
    "STOP_LETTER",
    "addresses",
    "each_address",
    "ending_at",
    "hosts_in",
    "places",
    "plain_endings",
    "schemes",
    "spelt_endings",
    "torn_stops",
    "wide_endings",
    "wide_starts",
    "with_stops",
]

_OPENING = r"\[({<【［（｛〔"
_OPEN, _CLOSE = f"[{_OPENING}]", r"[\])}>】］）｝〕]"
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
    free = r"(?:(?<![a-z0-9@/._])(?<![a-z0-9]-)|(?<=[^\x00-\x7f]\.))"  # not inside another address
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
        rf"|{free}{label}(?:[。．]{label}){{0,2}}(?:[.。．]\s(?:{_COMMON})|(?:{_APART}[.。．]\s?|[。．])(?:{_GLUED})){tail}"
        rf"|{free}{label}(?:{spelt}{label}){{0,3}}{spelt}(?:{_GLUED}|uk){tail}"
        rf"|{free}{label}\s?[点點]\s?{label}\s?[·・]\s?(?:{_endings()}){tail}"  # m点name·club
        rf"|{free}{label}\s?(?:{'|'.join(_SAID)})"
        rf"|{free}{label}\s(?:dot|[Тт]очка|punto|punkt|ponto)\s(?:{_endings()}){tail}",
        re.IGNORECASE | re.ASCII,
    )


@cache
def _last_labels() -> frozenset[str]:
    return frozenset(ending.rpartition(".")[2] for ending in words("host_endings.tsv"))


def plain_endings(text: str) -> list[int]:
    """Where a stop and the last label of a host stand; these labels are all of letters."""
    known = _last_labels()
    return [m.start() for m in _ENDING.finditer(text) if m[1].lower() in known]


STOP_LETTER, SPACED_STOP = bytes((Kind.STOP, Kind.LETTER)), bytes((Kind.SPACE, Kind.STOP, Kind.SPACE))
"""What the ending of a host begins with in the shape of a text, plain and with spaces about its stop."""


def places(shape: bytes, part: bytes) -> list[int]:
    """Where something stands in the shape of a text."""
    found, at = [], shape.find(part)
    while at >= 0:
        found.append(at)
        at = shape.find(part, at + 1)
    return found


def ending_at(text: str, at: int) -> int:
    """Where a stop and the last label of a host that begin at a place end; -1 where none do."""
    m = _ENDING.match(text, at)
    return m.end() if m and m[1].lower() in _last_labels() else -1


_ENDING = re.compile(r"\.([a-zA-Z]{2,18}+)(?![a-zA-Z0-9@]|-[a-zA-Z0-9])")


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
    """The same behind the word for the stop; it begins with a class, which is found fastest."""
    dense = "(?:(?<=[点點닷])|(?<=ド)ット)"
    said = (
        rf"(?<=[a-zA-Z0-9]\s)(?:{'|'.join(_SAID)})"
        r"|(?<=[a-zA-Z0-9].)(?:(?<=[닷쩜점])[컴넷]|(?<=ド)ット(?:コム|ネット))"
    )
    return re.compile(
        rf"[点點닷쩜점ドТт\s](?:(?:{dense}\s?|(?:{dense}|(?<=[Тт])очка){_CLOSE}\s?)(?i:{_endings()})"
        rf"|(?<=[点點])[a-zA-Z0-9\-]{{2,40}}[·・](?i:{_endings()})"
        rf"|(?<=\s)(?:dot|Dot|DOT|[Тт]очка|punto|punkt|ponto)\s(?i:{_endings()})|{said})(?![a-zA-Z0-9])"
    )


@cache
def torn_stops() -> re.Pattern[str]:
    """A stop in brackets inside a host: ``a[.]com``."""
    return re.compile(rf"{_OPEN}(?<=[A-Za-z0-9\s].){_BRACKETED[len(_OPEN) :]}(?=\s?[A-Za-z])")


_SAID = {
    **dict.fromkeys(("닷컴", "쩜컴", "점컴", "ドットコム"), ".com"),
    **dict.fromkeys(("닷넷", "쩜넷", "점넷", "ドットネット"), ".net"),
}
_COMMON = "com|cn|net|org|cc|xyz|vip|top"  # the others are words of sentences behind a stop and a space
_GLUED = _COMMON + "|info|biz|ru|shop|club|online|site|pro|icu|tv"


_PLATFORM = r"(?:(?<=\b(?:VB|VS)\s)|(?<=\b(?:ASP|ADO)\s)|(?<=\b(?:Studio|Visual)\s))\.net"
_APART = rf"\s(?!\.(?-i:N[Ee][Tt])|{_PLATFORM})"
"""A space before a stop, not that of the platform: Visual Studio .NET."""
_OFTEN = ("com", "net", "org", "cn", "cc", "xyz", "top", "vip", "info", "ru")


def _spaced() -> str:
    """Endings with spaces between their letters; those that are words in any text have all of them."""
    rest = (" ".join(e) for e in _GLUED.split("|") if e not in _OFTEN)
    return "|".join([*(" ?".join(e) for e in _OFTEN), *rest])


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


def each_address(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The same as ``addresses().finditer``, looked for only where an address may begin.

    Nothing is lost: behind its first label (or its letters with spaces between) every address has a
    joint. Where one may be anything but a plain stop, all is searched (``_odd_joints``). The others
    begin before one of ``_stops``, as far away as a label or letters with spaces reach.
    """
    if _odd_joints().search(text, start, end):
        yield from addresses().finditer(text, start, end)
        return
    match, at = addresses().match, start
    for stop in _stops().finditer(text, start, end):
        joint = stop.start()
        for begin in _BEGIN.finditer(text, max(at, _reach(text, joint)), joint) if joint > at else ():
            if found := match(text, begin.start(), end):
                yield found
                at = found.end()
                break


_BEGIN = re.compile(r"(?<![A-Za-z0-9])[A-Za-z0-9-]|[hfwHFW]")
"""Where a label begins; schemes and ``www.`` begin inside a word as well."""
_ALNUM_HYPHEN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"
MAX_LABEL, MAX_SCHEME, MAX_SPACED = 62, 14, 82  # characters of a label, a scheme, letters with spaces


def _reach(text: str, joint: int) -> int:
    """The first place at which an address may begin whose first stop this is."""
    if text[joint - 1].isspace():
        return max(0, joint - MAX_SPACED)
    label = text[max(0, joint - MAX_LABEL) : joint]
    first = joint - len(label) + len(label.rstrip(_ALNUM_HYPHEN))
    before = text[max(0, first - 2) : first]
    apart = before[-1:] in ("/", "\\") or (before[-1:] == " " and before[0] in "/\\wW")
    return max(0, first - MAX_SCHEME) if apart else first


@cache
def _stops() -> re.Pattern[str]:
    """A stop between label and label; with space about it, before a common ending; behind ``www``."""
    common = f"(?i:{_GLUED}|{_spaced()})"
    return re.compile(
        rf"\.(?:(?=[A-Za-z0-9])(?<=[A-Za-z0-9].)|(?=\s?{common})|(?<=[wW].)|(?<=[wW] .))", re.ASCII
    )


@cache
def _odd_joints() -> re.Pattern[str]:
    """How a joint begins that is no plain stop: in brackets, of another script, a word for it."""
    near = r"(?=\s?[A-Za-z0-9-])(?<=[A-Za-z0-9\s].)"
    return re.compile(
        rf"[{_OPENING}。．点點ド닷쩜점dDpPТт](?:(?<=[{_OPENING}])\s?(?:[.。．·]|(?i:{_WORDS}))"
        rf"|(?<=[。．点點]){near}|(?<=ド)ット|(?<=닷)|(?<=[쩜점])[컴넷]|(?<=\s[Тт])очка\s"
        r"|(?<=\s.)(?i:(?<=d)ot|(?<=p)(?:unto|unkt|onto))\s)",
        re.ASCII,
    )


def hosts_in(text: str, start: int, end: int) -> int:
    """How many hosts a part of a text holds.

    >>> hosts_in("湿疹涂什么药abc1def.cn", 0, 20), hosts_in("version 2.0", 0, 11)
    (1, 0)
    """
    if text.find(".", start, end) < 0:
        return 0
    return sum(1 for _ in each_address(text, start, end))
