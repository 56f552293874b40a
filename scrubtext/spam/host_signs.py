"""What one host tells of being a farm's, and a few hosts of being one firm's own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.spam.host_names import HOST_WORDS, OFFICIAL, by_lot, sells
from scrubtext.tables import words

__all__ = [
    "HARD",
    "all_drawn",
    "bred_below",
    "called_after",
    "host_sign",
    "is_signed",
    "one_domain",
    "own_label",
    "own_site",
]

_HARD = ("gambling", "adult", "loans", "pharmacy", "replica")


def host_sign(name: str) -> float:
    """What one host tells of being a farm's: called after what they sell, drawn by lot, bought cheap.

    >>> host_sign("casino77.top") > 1.2, host_sign("hlzx9.com") > 0.7, host_sign("debian.org")
    (True, True, 0.0)
    """
    *labels, ending = name.split(".")
    if not OFFICIAL.isdisjoint(name.split(".")):
        return 0.0
    sign = 0.0
    if sells(name):
        plain = _SHORT.sub("-", name)
        sign = HARD if sells(plain, _HARD) else SOFT if sells(plain) else BRIEF
    if _unsayable(name):
        sign = max(sign, LOT)
    elif _no_word(name):
        sign = max(sign, NO_WORD)
    own = own_label(name) if labels else ""
    sign += CHEAP * (ending in words("host_endings.tsv", "cheap"))
    sign += NUMBER * (bool(_DIGIT.search(own)) and not own.isdigit()) + HYPHEN * ("-" in own)
    return min(sign, MOST)


HARD, SOFT, LOT, BRIEF = 1.0, 0.6, 0.6, 0.4
NO_WORD = 0.25  # letters without a number that nobody can say, as of many firms
CHEAP, NUMBER, HYPHEN, MOST = 0.3, 0.25, 0.15, 1.5
_DIGIT = re.compile(r"\d")
_SHORT = re.compile(r"(?<![a-z])[a-z]{1,3}(?=[-\d.])")  # words of three letters are names of other things too


def _unsayable(name: str) -> bool:
    """Whether the label below the ending is letters with a number that nobody can say: initials."""
    own = own_label(name)
    if own.isdigit() or name.endswith(".org"):
        return False
    letters = "".join(c for c in own if c.isalpha())
    if letters == own:
        return False
    mute = len(letters) > 3 and not _VOWEL.search(letters)
    return mute or by_lot(name) or (len(letters) > 1 and not _sayable(letters))


def own_label(name: str) -> str:
    """The label that was bought: below the ending, or below one such as ``com.cn``.

    >>> own_label("m.kx3vq.com.cn"), own_label("shop.mill.de")
    ('kx3vq', 'mill')
    """
    labels = name.split(".")
    if len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _SECOND:
        return labels[-3]
    return labels[-2] if len(labels) > 1 else name


_SECOND = frozenset({"ac", "co", "com", "edu", "go", "gob", "gov", "ne", "net", "or", "org"})


def all_drawn(names: Sequence[str]) -> bool:
    """Whether three and more hosts are all initials or have a number, most both, as nobody's names do."""
    distinct = set(names)
    numbered = sum(map(_unsayable, distinct))
    if len(distinct) < 3 or numbered < 3 * len(distinct) / 5:
        return False
    return numbered == len(distinct) or all(_no_word(n) or _DIGIT.search(own_label(n)) for n in distinct)


def _no_word(name: str) -> bool:
    """Whether five letters and more without a number are none that anybody can say."""
    own = own_label(name)
    return len(own) > 4 and own.isalpha() and not name.endswith(".org") and not _sayable(own)


_VOWEL = re.compile(r"[aeiou]")
_ONSET = (
    r"(?:s?[bcdfghjklmnpqrstvwxz]|[bcfgkp][lr]|[dt]r|s?[ptk]r|spl|s[clmnpqtvw]|[cgkprstwz]h|thr|sch|tw|kn|gn|ps|wr|qu)"
)
_CODA = (
    r"(?:[bcdfghklmnpqrstvwxz]|(.)\1|[lnr][dgkmnpst]|[lr][bfv]|n[cgkz]|m[bp]|[cfpsx]t|ck|[cgpst]h|s[kp]|[bdgklmnprtwc]s"
    r"|ght|rch|nch|tch|ngs|nts|cks|rts|rds|nds|sts|dt|tz|chs)"
)
_SPOKEN = re.compile(rf"{_ONSET}?[aeiouy].*")
_CODAS = re.compile(rf".*[aeiouy]{_CODA}?")
_CLUSTER = re.compile(r"(?<=[aeiouy])[^aeiouy]{3,}(?=[aeiouy])")
_JOINED = re.compile(rf"{_CODA}{_ONSET}")


def _sayable(letters: str) -> bool:
    """Whether letters begin, go on and end as words do.

    >>> _sayable("test"), _sayable("hlzx"), _sayable("fulw"), _sayable("bezwlic")
    (True, False, False, False)
    """
    if not all(map(_JOINED.fullmatch, _CLUSTER.findall(letters))):
        return False
    if len(letters) < 4 and not _VOWEL.search(letters):
        return False
    return bool(_SPOKEN.fullmatch(letters) and _CODAS.fullmatch(letters))


def is_signed(anchor: str, name: str) -> bool:
    """Whether a host is the name before it, written as names are: a firm's own.

    >>> is_signed("Hill Plumbing", "hillplumbing.com"), is_signed("payday loans", "payday-loans.com")
    (True, False)
    """
    words = anchor.split()
    joined = "".join(words).casefold()
    if len(joined) < 3 or not joined.isascii() or not all(w[0].isupper() for w in words):
        return False
    return joined in name.replace("-", "")


def called_after(anchor: str, name: str) -> bool:
    """Whether a host has a word of the text before it in its name.

    >>> called_after("Debian project", "debian.org"), called_after("used cars", "xz7.cc")
    (True, False)
    """
    return any(word in name for word in _LATIN.findall(anchor.casefold()))


_LATIN = re.compile(r"[a-z]{4,}")


def one_domain(names: Sequence[str]) -> bool:
    """Whether all are different hosts below one domain whose name nobody can say, or is cheap."""
    distinct = set(names)
    below = {n.partition(".")[2] for n in distinct}
    if len(below) != 1 or len(distinct) < 2:
        return False
    domain = below.pop()
    return "." in domain and host_sign(domain) >= LOT


def bred_below(names: Sequence[str]) -> str:
    """The domain below which all of six and more hosts stand, if they are called after nothing.

    Honest ones are parts of a site (shop, blog), languages, towns or numbers, or below a domain where
    everybody has a page of their own.

    >>> bred_below(["tavo.xq.net", "bimo.xq.net", "lupa.xq.net", "reno.xq.net", "siku.xq.net", "wamo.xq.net"])
    'xq.net'
    >>> bred_below(["de.xq.net", "shop.xq.net", "blog.xq.net", "fr.xq.net", "mail.xq.net", "www.xq.net"])
    ''
    """
    distinct = set(names)
    below = {n.partition(".")[2] for n in distinct}
    domain = below.pop() if len(below) == 1 else ""
    if len(distinct) < MIN_BRED or "." not in domain or domain.endswith(".org"):
        return ""
    if not OFFICIAL.isdisjoint(domain.split(".")) or own_label(domain) in words(HOST_WORDS, "hoster"):
        return ""
    parts = words(HOST_WORDS, "part") | words(HOST_WORDS, "place")
    labels = {n.partition(".")[0].strip("-0123456789") for n in distinct}
    named = sum(len(label) > 3 and label not in parts for label in labels)
    return domain if 4 * named >= 3 * len(distinct) else ""


MIN_BRED = 6


def own_site(names: Sequence[str]) -> bool:
    """Whether all are one firm's: one domain that tells nothing, with parts such as shop and blog.

    >>> own_site(["www.mill.de", "shop.mill.de"]), own_site(["a.xz7.cc", "b.xz7.cc"])
    (True, False)
    """
    parts = words(HOST_WORDS, "part")
    domains = {".".join(p for i, p in enumerate(n.split(".")) if i or p not in parts) for n in names}
    return len(domains) == 1 and host_sign(next(iter(domains))) < HARD
