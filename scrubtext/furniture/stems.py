"""Furniture by the stems of its words: what a line below an article says, not how it says it.

A list of phrases knows the phrases in it. A site says the same in many ways (更多相关阅读, 本频道其他好文),
but always of the same few things: which articles, what to do with them, where, whose they are. A line
that speaks of two of these at once and of little else is furniture.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from scrubtext.furniture.shapes import units
from scrubtext.tables import rows

__all__ = ["Sense", "sense", "speaks"]

MAX_SHORT = 30
"""Units (a Han character is 1) of a line that is a heading, a button or a label."""
MAX_TOLD = 62
"""Units of a sentence that calls the reader to something."""
MIN_SHARE = {True: 0.4, False: 0.45}
"""Share of a line's words (of languages with spaces: True), or of its characters, that must be stems."""
MIN_ALIKE = 0.6
"""The same where both stems are of one family: entries of a menu have words like these."""
MIN_SPOKEN = 0.25
"""The same of a sentence, which has verbs and small words too."""
_DENSE = {"zh", "ja", "ko"}
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|©|\(c\)", re.I)
_KANA, _HANGUL, _HAN = (re.compile(c) for c in ("[\u3040-\u30ff]", "[\uac00-\ud7a3]", "[\u4e00-\u9fff]"))
_PATH = re.compile(r"\w[/\\]\w+[/\\.]\w| [-–>] |\w\(\d?\)")  # file names, menus, functions
_OPENS = re.compile(r"(?:^|[.!?:;—–]\s)\W*(?:(?:please|bitte|jetzt|and|just|now)\s)?[^\W\d_]+")
_ASKS = {  # how a sentence asks the reader for something
    "zh": re.compile("请|請|欢迎|歡迎|快来|快來|即可|就能|吧|哦|！|!|^.{0,4}(?:扫|掃|长按|長按|点击|點擊|关注|關注|订阅|訂閱|打开|打開|下载|下載)"),
    "ja": re.compile("ください|下さい|お願い|ましょう|こちら|しよう|どうぞ|！|ませんか|いただけ"),
    "ko": re.compile("세요|십시오|바랍니다|해주|하기|합시다|까요|받아|!|만나보"),
}
_CYRILLIC = re.compile("[\u0400-\u04ff]")

# Families that mean furniture together, and the class of the line.
_PAIRS: tuple[tuple[str, str, str], ...] = (
    ("more", "item", "related"),
    ("more", "role", "related"),
    ("more", "you", "related"),
    ("act", "channel", "follow"),
    ("channel", "site", "follow"),
    ("act", "item", "share"),
    ("act", "more", "share"),
    ("act", "site", "comments"),
    ("act", "you", "comments"),
    ("act", "folk", "share"),
    ("more", "folk", "related"),
    ("rate", "folk", "comments"),
    ("act", "act", "share"),
    ("rate", "item", "comments"),
    ("rate", "you", "comments"),
    ("rate", "act", "comments"),
    ("right", "right", "disclaimer"),
    ("right", "site", "disclaimer"),
    ("right", "item", "disclaimer"),
    ("firm", "firm", "footer"),
    ("firm", "site", "footer"),
    ("meta", "item", "date"),
)
# What a sentence must speak of, its class, and what it proves.
_TOLD: tuple[tuple[frozenset[str], str, int], ...] = tuple(
    (frozenset(families.split()), cls, weight)
    for families, cls, weight in (
        ("act channel site", "follow", 1),
        ("opens channel", "follow", 1),
        ("opens item site", "follow", 1),
        ("opens item you", "follow", 1),
        ("opens more item", "follow", 1),
        ("act site rate", "comments", 1),
        ("item rate act", "comments", 1),
        ("right site item", "disclaimer", 1),
        ("right act site", "disclaimer", 1),
        ("self right", "disclaimer", 1),
        ("self channel act", "follow", 1),
        ("self act", "comments", 0),
        ("self meta", "source", 0),
        ("self rate", "comments", 0),
        ("act site you", "comments", 0),
        ("right site", "disclaimer", 0),
    )
)
# The class of a line that says one thing and nothing else.
_HINTS = {
    "more": "related",
    "act": "share",
    "channel": "share",
    "rate": "comments",
    "right": "copyright",
    "firm": "footer",
    "meta": "date",
    "self": "navigation",
}


class Sense(NamedTuple):
    """What a line says: the class of furniture, what that proves, the share of its words that say it."""

    cls: str
    weight: int
    share: float


@cache
def _stems() -> dict[str, tuple[dict[str, frozenset[str]], re.Pattern[str]]]:
    """By language: the families of each stem, and all stems as one pattern (dense languages)."""
    langs: dict[str, dict[str, set[str]]] = {}
    for stems, lang, family in rows("furniture_stems.tsv"):
        for stem in stems.split("|"):
            langs.setdefault(lang, {}).setdefault(stem.casefold(), set()).add(family)
    return {
        lang: (
            {s: frozenset(f) for s, f in stems.items()},
            re.compile("|".join(map(re.escape, sorted(stems, key=len, reverse=True)))),
        )
        for lang, stems in langs.items()
    }


def sense(line: str, closed: bool) -> Sense | None:
    """What a line says that is made of stems; ``closed`` where it ends as sentences do.

    >>> [s and s.cls for s in (sense(t, False) for t in ("More from our harbour desk", "Rain at noon"))]
    ['related', None]
    """
    size = units(line)
    if size > MAX_TOLD or size < 2 or "_" in line or _PATH.search(line):
        return None
    low = line.casefold()
    found = [s for lang in _languages(low) if (s := _read(low, lang, closed, size))]
    return max(found, key=lambda s: (s.weight, s.share)) if found else None


def _languages(low: str) -> tuple[str, ...]:
    if _KANA.search(low):
        return ("ja",)
    if _HANGUL.search(low):
        return ("ko",)
    if _HAN.search(low):
        return ("zh", "ja")
    if _CYRILLIC.search(low):
        return ("ru",)
    return tuple(lang for lang in _stems() if lang not in _DENSE and lang != "ru")


def speaks(line: str) -> bool:
    """Whether a sentence speaks of the page, be it as little as it may: two families of stems.

    >>> speaks("Comments are moderated before they appear."), speaks("The mill was closed in March.")
    (True, False)
    """
    if units(line) > MAX_TOLD:
        return False
    low = line.casefold()
    for lang in _languages(low):
        met, share = _met(low, lang)
        if share >= MIN_SPOKEN and len(met) > 1 and len(frozenset().union(*met)) > 1:
            return True
    return False


def _met(low: str, lang: str) -> tuple[list[frozenset[str]], float]:
    """The families of the stems of a line, and the share of it they are."""
    return _met_parts(low, lang) if lang in _DENSE else _met_words(low, lang)


def _read(low: str, lang: str, closed: bool, size: float) -> Sense | None:
    met, share = _met(low, lang)
    if size > MAX_SHORT and not closed:
        closed = share < MIN_ALIKE
    if closed and ((told := _told(met, share)) or share < MIN_ALIKE):
        return told
    if share < MIN_SHARE[lang not in _DENSE]:
        return None
    cls = next((cls for one, two, cls in _PAIRS if _both(met, one, two, share)), "")
    if cls:
        return Sense(cls, 0 if closed else 1, share)
    hint = next((_HINTS[f] for families in met for f in sorted(families) if f in _HINTS), "")
    return Sense(hint, 0, share) if hint and share >= MIN_ALIKE else None


def _told(met: list[frozenset[str]], share: float) -> Sense | None:
    if share < MIN_SPOKEN or len(met) < 2:
        return None
    families = frozenset().union(*met)
    return next((Sense(cls, w, share) for needed, cls, w in _TOLD if needed <= families), None)


def _both(met: list[frozenset[str]], one: str, two: str, share: float) -> bool:
    """Whether two different stems have the two families; two of one family must be most of a line."""
    if share < MIN_ALIKE and (one == two or {one, two} == {"act", "more"}):
        return False
    first = [i for i, families in enumerate(met) if one in families]
    return any(two in families and first != [i] for i, families in enumerate(met) if first)


def _met_words(low: str, lang: str) -> tuple[list[frozenset[str]], float]:
    stems = _stems()[lang][0]
    words = _WORD.findall(low)
    opening = {w for m in _OPENS.finditer(low) for w in m[0].split()}
    met: list[frozenset[str]] = []
    for word in words:
        families = stems.get(word)
        for n in range(len(word), 2, -1) if not families else ():
            families = stems.get(f"{word[:n]}-")
            if families:
                break
        if families and "item" in families and met and "this" in met[-1]:
            met[-1] = frozenset({"self"})
        if families:
            met.append(families | {"opens"} if word in opening and "call" in families else families)
    return met, len(met) / max(1, len(words))


def _met_parts(low: str, lang: str) -> tuple[list[frozenset[str]], float]:
    stems, pattern = _stems()[lang]
    met, size = [], 0
    asks = _ASKS[lang].search(low) is not None
    for m in pattern.finditer(low):
        if len(m[0]) > 1 or len(low) <= 12:
            families = stems[m[0]]
            met.append(families | {"opens"} if asks and "call" in families else families)
            size += len(m[0])
    return met, size / max(1, sum(c.isalpha() for c in low))
