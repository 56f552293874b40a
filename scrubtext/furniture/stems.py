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

__all__ = ["Sense", "sense"]

MAX_SHORT = 30
"""Units (a Han character is 1) of a line that is a heading, a button or a label."""
MAX_TOLD = 62
"""Units of a sentence that calls the reader to something."""
MIN_SHARE = {True: 0.4, False: 0.5}
"""Share of a line's words (of languages with spaces: True), or of its characters, that must be stems."""
MIN_ALIKE = 0.6
"""The same where both stems are of one family: entries of a menu have words like these."""
_DENSE = {"zh", "ja", "ko"}
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|©|\(c\)", re.I)
_KANA, _HANGUL, _HAN = (re.compile(c) for c in ("[\u3040-\u30ff]", "[\uac00-\ud7a3]", "[\u4e00-\u9fff]"))
_PATH = re.compile(r"\w[/\\]\w+[/\\.]\w| [-–>] |\w\(\d?\)")  # file names, menus, functions
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
_TOLD: tuple[tuple[frozenset[str], str], ...] = (
    (frozenset({"act", "channel", "site"}), "follow"),
    (frozenset({"act", "channel", "you"}), "follow"),
    (frozenset({"act", "site", "rate"}), "comments"),
    (frozenset({"act", "item", "you"}), "comments"),
    (frozenset({"right", "site", "item"}), "disclaimer"),
    (frozenset({"right", "act", "site"}), "disclaimer"),
)


class Sense(NamedTuple):
    """What a line says: the class of furniture, and whether it is told in a sentence."""

    cls: str
    told: bool
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
    found = [s for lang in _languages(low) if (s := _read(low, lang, closed or size > MAX_SHORT))]
    return max(found, key=lambda s: s.share) if found else None


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


def _read(low: str, lang: str, told: bool) -> Sense | None:
    spaced = lang not in _DENSE
    met, share = _met_words(low, lang) if spaced else _met_parts(low, lang)
    if len(met) < 2 or share < (0.25 if told else MIN_SHARE[spaced]):
        return None
    if told:
        families = frozenset().union(*met)
        cls = next((cls for needed, cls in _TOLD if needed <= families), "")
    else:
        cls = next((cls for one, two, cls in _PAIRS if _both(met, one, two, share)), "")
    return Sense(cls, told, share) if cls else None


def _both(met: list[frozenset[str]], one: str, two: str, share: float) -> bool:
    """Whether two different stems have the two families; two of one family must be most of a line."""
    if one == two and share < MIN_ALIKE:
        return False
    first = [i for i, families in enumerate(met) if one in families]
    return any(two in families and first != [i] for i, families in enumerate(met) if first)


def _met_words(low: str, lang: str) -> tuple[list[frozenset[str]], float]:
    stems = _stems()[lang][0]
    words = _WORD.findall(low)
    met = []
    for word in words:
        families = stems.get(word)
        for n in range(len(word), 2, -1) if not families else ():
            families = stems.get(f"{word[:n]}-")
            if families:
                break
        if families:
            met.append(families)
    return met, len(met) / max(1, len(words))


def _met_parts(low: str, lang: str) -> tuple[list[frozenset[str]], float]:
    stems, pattern = _stems()[lang]
    met, size = [], 0
    for m in pattern.finditer(low):
        if len(m[0]) > 1 or len(low) <= 12:
            met.append(stems[m[0]])
            size += len(m[0])
    return met, size / max(1, sum(c.isalnum() for c in low))
