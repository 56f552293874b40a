"""What the names of hosts tell: written in disguise, made by a machine, called after what they sell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from scrubtext.spam.evidence import spread
from scrubtext.spam.hosts import with_stops
from scrubtext.tables import words

__all__ = [
    "HOST_WORDS",
    "OFFICIAL",
    "by_lot",
    "disguised",
    "family_share",
    "is_sheaf",
    "name_of",
    "numbered_share",
    "of_one_site",
    "official",
    "sells",
    "sold_share",
    "towns_below",
]

_SCHEME = re.compile(r"^[^\s/]{1,4} ?[^\s/]{1,6}(?://|\\\\) ?")
_NUMBER = re.compile(r"\d+")
_SHAPES = {ord(c): "a" for c in "abcdefghijklmnopqrstuvwxyz"} | {ord(c): "0" for c in "0123456789"}
_NO_VOWELS = re.compile(r"[bcdfghjklmnpqrstvwxz]{5}")


def name_of(address: str) -> str:
    """The host of an address: no scheme, ``www``, path, spaces or capitals.

    >>> name_of("http://WwW.Ab1.CoM/x"), name_of("w w w . a b . c o m")
    ('ab1.com', 'ab.com')
    >>> name_of("hxxp://ab[.]com"), name_of("www点ab1点com"), name_of("ab (dot) com")
    ('ab.com', 'ab1.com', 'ab.com')
    """
    bare = _SCHEME.sub("", address)
    plain = "".join(with_stops(bare).split()).casefold()
    return plain.removeprefix("www.").split("/")[0].split(":")[0]


def disguised(address: str) -> bool:
    """Whether a host is written so that it is not found: spaces, other stops, schemes, mixed case."""
    if not address.casefold().startswith(("http://", "https://")) and _SCHEME.match(address):
        return True
    host = _SCHEME.sub("", address).split("/")[0]
    if with_stops(host) != host or " " in host:
        return True
    letters = "".join(c for c in host if c.isalpha())
    turns = sum(a.isupper() != b.isupper() for a, b in pairwise(letters))
    return turns >= 3


def _mould(host: str) -> str:
    """A host with its digits folded: what hosts of one machine have in common."""
    label = max(host.split(".")[:-1] or [host], key=len)
    return _NUMBER.sub("0", label)


def by_lot(host: str) -> bool:
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
    made = sum(_mould(n) in moulds or _shape(n) in shapes or by_lot(n) or n in brood for n in names)
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


HOST_WORDS = "host_words.tsv"
_TRADES = ("gambling", "adult", "loans")  # of which endings of hosts are words too
_SOLD = (*_TRADES, "pharmacy", "replica", "trade")


_PARTS = re.compile(r"[a-z]+")
MIN_EDGE, MIN_INSIDE = 4, 5  # letters of a word that begins or ends a name, that stands inside one


def sells(host: str, kinds: tuple[str, ...] = _SOLD) -> bool:
    """Whether a part of a name is, begins or ends with, or holds a word of ``host_words.tsv``."""
    *names, ending = host.split(".")
    if len(names) > 1 and names[0] in words(HOST_WORDS, "part"):
        names = names[1:]  # a firm's own shop or forum
    if not OFFICIAL.isdisjoint(host.split(".")) or (ending == "org" and not _MADE.search(host)):
        return False
    return ending in words(HOST_WORDS, *_TRADES) or any(
        _is_sold(part, kinds) for part in _PARTS.findall(" ".join(names))
    )


OFFICIAL = frozenset({"gov", "edu", "ac", "mil", "int", "museum"})
_MADE = re.compile(r"[-\d]")  # clubs and charities seldom have a hyphen or a number in their names


@cache
def _edges(kinds: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, tuple[str, ...]]]:
    """Words that may begin or end a name; those that may stand inside one, by how they begin."""
    known = sorted(words(HOST_WORDS, *kinds))
    inside: dict[str, tuple[str, ...]] = {}
    for word in (w for w in known if len(w) >= MIN_INSIDE):
        inside[word[:MIN_INSIDE]] = (*inside.get(word[:MIN_INSIDE], ()), word)
    return tuple(w for w in known if len(w) == MIN_EDGE), inside


def _is_sold(part: str, kinds: tuple[str, ...]) -> bool:
    if part in words(HOST_WORDS, *kinds):
        return True
    edge, inside = _edges(kinds)
    if len(part) < MIN_EDGE:
        return False
    if part.startswith(edge) or part.endswith(edge):
        return True
    near = ((i, inside.get(part[i : i + MIN_INSIDE], ())) for i in range(len(part) - MIN_INSIDE + 1))
    return any(part.startswith(found, i) for i, found in near if found)


def of_one_site(addresses: Sequence[str]) -> bool:
    """Whether several addresses are the parts of one site: its shop, its forum.

    >>> of_one_site(["www.bridge.cn", "shop.bridge.cn"]), of_one_site(["a1.bridge.cn", "a2.bridge.cn"])
    (True, False)
    """
    names = {name_of(address) for address in addresses}
    labels = [(name, *name.partition(".")[::2]) for name in names]
    return len(names) > 1 and len({rest if first in _OF_SITES else name for name, first, rest in labels}) == 1


_OF_SITES = frozenset(
    ("shop", "store", "mall", "bbs", "forum", "forums", "m", "blog", "blogs", "mail", "wiki", "help", "docs",
     "support", "news", "api", "app")
)  # fmt: skip
"""First labels of the parts of a site."""


def official(names: Iterable[str]) -> bool:
    """Whether half of the hosts are governments' or universities'."""
    distinct = set(names)
    return 2 * sum(not OFFICIAL.isdisjoint(n.split(".")) for n in distinct) >= len(distinct) > 0


def sold_share(names: Sequence[str]) -> float:
    """The share of the distinct hosts, a spread of many, that are called after what farms sell.

    >>> sold_share(["viagra-24h.com", "lock-denver.net", "debian.org", "bestloans.us"])
    0.75
    """
    distinct = spread(list(dict.fromkeys(names)))
    return sum(map(sells, distinct)) / (len(distinct) or 1)


_DIGITS = re.compile(r"[a-z]-?\d{2,}|\d{2,}-?[a-z]")


def numbered_share(names: Sequence[str]) -> float:
    """The share of the distinct hosts with a number of two digits and more beside letters.

    >>> numbered_share(["qpyx88.com", "debian.org"])
    0.5
    """
    distinct = set(names)
    return sum(bool(_DIGITS.search(n)) for n in distinct) / (len(distinct) or 1)


def towns_below(names: Iterable[str]) -> bool:
    """Whether most are one domain's, each called after another town or numbered by letters.

    >>> towns_below(["bj.x.com", "sh.x.com", "gz.x.com", "sz.x.com"])
    True
    >>> towns_below(["de.wikipedia.org", "fr.wikipedia.org", "ja.wikipedia.org", "zh.wikipedia.org"])
    False
    """
    distinct = list(dict.fromkeys(names))
    first = [n.split(".")[0] for n in distinct if n.count(".") > 1]
    below = Counter(n.partition(".")[2] for n in distinct).most_common(1)
    if not below or below[0][1] < 4 or 4 * below[0][1] < 3 * len(distinct):
        return False
    towns = sum(label in words(HOST_WORDS, "place") for label in first)
    letters = {label[0] for label in first if _LETTERED.fullmatch(label)}
    return 4 * towns >= 3 * len(distinct) or (len(letters) > 2 and len(distinct) > 5)


def _initials(name: str) -> bool:
    """Whether all labels of a host are letters that nobody can say."""
    labels = name.split(".")[:-1]
    return len(labels) > 1 and not _PUBLIC.search(name) and not any(map(_VOWEL.search, labels))


_VOWEL = re.compile(r"[aeiou]")
_PUBLIC = re.compile(r"\.(?:org|edu|gov|ac)\b")


def is_sheaf(addresses: Sequence[str]) -> bool:
    """Whether four and more addresses are short links, one host's pages of a town each, or numbered
    pages of a host that is initials.

    >>> is_sheaf(["http://x.net/msk", "http://x.net/spb", "http://x.net/ekb", "http://x.net/nsk"])
    True
    """
    pairs = {(name_of(a), a.rstrip("/").rpartition("/")[2].casefold()) for a in addresses}
    if len(pairs) < 4:
        return False
    if len({_NUMBER.sub("0", a) for a in addresses}) == 1 and _initials(name_of(addresses[0])):
        return True
    short = sum(name in words(HOST_WORDS, "shortener") for name, _ in pairs)
    towns = sum(last in words(HOST_WORDS, "place") for _, last in pairs)
    return 4 * short >= 3 * len(pairs) or (4 * towns >= 3 * len(pairs))


_LETTERED = re.compile(r"[a-z]\d{1,3}")
