"""Host names and addresses in running text, plain or disguised, and families of hosts made by machine."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from scrubtext.spam.phrases import bare
from scrubtext.tables import words

__all__ = [
    "Item",
    "disguised",
    "ends_in_host",
    "family_share",
    "items_of",
    "name_of",
    "plain_endings",
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
    tail = r"(?![a-z0-9@-]|\.[a-z0-9])"
    spaced = (
        rf"(?<![a-z0-9])w ?w ?w ?[.。．] ?(?:[a-z0-9-] ?){{2,40}}[.。．] ?(?:{_spaced()}){tail}"
    )
    return re.compile(
        rf"https?://{host}(?::\d+)?{path}{tail}|www\.{host}{path}{tail}|{spaced}"
        rf"|(?<![a-z0-9@/._-]){host}{path}{tail}"
        rf"|(?<![a-z0-9@/._-]){label}(?:\s[.。．]\s?|[.。．]\s|[。．]|\s?(?:点|點|dot)\s?)(?:com|cn|net|org|cc|xyz|vip|top){tail}",
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
    return re.compile(rf"\.(?i:{'|'.join(each)})(?![a-zA-Z0-9@-])", re.ASCII)


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
def spelt_endings() -> re.Pattern[str]:
    """The same behind the word for the stop."""
    return re.compile(rf"(?:点|點|dot|DOT)\s?(?i:{_COMMON})(?![a-zA-Z0-9])", re.ASCII)


_COMMON = "com|cn|net|org|cc|xyz|vip|top"


_OFTEN = ("com", "net", "org", "cn", "cc", "xyz", "top", "vip", "info", "ru")


def _spaced() -> str:
    return "|".join(" ?".join(e) for e in _OFTEN)


_BETWEEN = " \t\u3000\xa0.:：|,，、-–—_~>»→()（）[]【】*•·#;；"


def ends_in_host(phrase: str) -> bool:
    """Whether a phrase ends in a host name.

    >>> ends_in_host("湿疹涂什么药abc1def.cn"), ends_in_host("version 2.0")
    (True, False)
    """
    if "." not in phrase[-8:]:
        return False
    return any(
        m.end() == len(phrase) for m in _address().finditer(phrase, max(0, len(phrase) - 80))
    )


def items_of(line: str) -> list[Item]:
    """The items of a line that is nothing but text and address in turn; else none.

    >>> [i.anchor for i in items_of("干眼症abc1de.cn 脚肿fgh2ij.cn")]
    ['干眼症', '脚肿']
    """
    out: list[Item] = []
    at = 0
    for match in _address().finditer(line):
        between = line[at : match.start()]
        anchor = between.strip(_BETWEEN)
        if anchor and (len(anchor) > MAX_ANCHOR or not bare(anchor)):
            return []
        glued = bool(anchor) and between.lstrip(_BETWEEN).removesuffix(".") == anchor
        out.append(Item(anchor, match.group(), glued))
        at = match.end()
    rest = line[at:].strip(_BETWEEN)
    if rest and (len(rest) > 24 or not bare(rest) or not out):
        return []
    return out


_DOTS = re.compile(r"[。．点點]|dot(?=com|cn|net|org)")
_NUMBER = re.compile(r"\d+")
_SHAPES = {ord(c): "a" for c in "abcdefghijklmnopqrstuvwxyz"} | {ord(c): "0" for c in "0123456789"}
_NO_VOWELS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}")


def name_of(address: str) -> str:
    """The host of an address: no scheme, ``www``, path, spaces or capitals.

    >>> name_of("http://WwW.Ab1.CoM/x"), name_of("w w w . a b . c o m")
    ('ab1.com', 'ab.com')
    """
    plain = "".join(address.split()).casefold()
    if not plain.isascii() or "dot" in plain:
        plain = _DOTS.sub(".", plain)
    plain = plain.removeprefix("http://").removeprefix("https://").removeprefix("www.")
    return plain.split("/")[0].split(":")[0]


def disguised(address: str) -> bool:
    """Whether a host is written so that it is not found: spaces, ideographic stops, mixed case."""
    host = address.split("/")[0]
    if re.search(r"\s|[。．点點]", host):
        return True
    letters = "".join(c for c in host if c.isalpha())
    turns = sum(a.isupper() != b.isupper() for a, b in pairwise(letters))
    return turns >= 3


def _mould(host: str) -> str:
    """A host with its digits folded: what hosts of one machine have in common."""
    label = max(host.split(".")[:-1] or [host], key=len)
    return _NUMBER.sub("0", label)


def _random(host: str) -> bool:
    """Whether a name looks drawn by lot: letters and digits in turn, or no vowels."""
    label = max(host.split(".")[:-1] or [host], key=len)
    turns = sum(a.isdigit() != b.isdigit() for a, b in pairwise(label))
    return turns >= 3 or (label.isdigit() and len(label) > 3) or bool(_NO_VOWELS.search(label))


def _shape(host: str) -> str:
    """The run-length shape of a name: letters and digits, with their numbers."""
    label = max(host.split(".")[:-1] or [host], key=len)
    return label.translate(_SHAPES)


def family_share(hosts: Iterable[str]) -> float:
    """The share of the distinct hosts that a machine made: one mould, one shape with digits, or random.

    >>> family_share(["ab1cd2.cn", "ab7cd4.cn", "ab3cd3.cn", "example.com"])
    0.75
    """
    names = list(dict.fromkeys(hosts))
    if not names:
        return 0.0
    moulds = _frequent([_mould(n) for n in names], lambda m: "0" in m)
    shapes = _frequent([_shape(n) for n in names], lambda s: "0" in s and len(s) > 4)
    brood = _brood(names)
    made = sum(_mould(n) in moulds or _shape(n) in shapes or _random(n) or n in brood for n in names)
    return made / len(names)


_NUMBERED = re.compile(r"([a-z]{1,6})\d{1,4}\.(.+)")


def _brood(names: Sequence[str]) -> set[str]:
    """Hosts below one domain with a number each and different letters; mirrors have the same ones."""
    below: dict[str, dict[str, str]] = {}
    for name in names:
        if found := _NUMBERED.fullmatch(name):
            below.setdefault(found[2], {})[found[1]] = name
    wide = {parent for parent, letters in below.items() if len(letters) > 3}
    return {n for n in names if (m := _NUMBERED.fullmatch(n)) and m[2] in wide}


def _frequent(values: Sequence[str], fit: object) -> set[str]:
    counts = Counter(values)
    return {v for v, n in counts.items() if n >= 3 and fit(v)}  # type: ignore[operator]
