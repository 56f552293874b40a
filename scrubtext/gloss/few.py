"""Texts with hardly any gloss: whether the one or two they have can be a teacher's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from scrubtext.gloss.columns import Gloss, Glosses
from scrubtext.gloss.syllables import mostly
from scrubtext.gloss.words import folded, folds, shares

__all__ = ["LONG", "common", "everyday", "unlikely"]

LONG = 150  # Chinese characters from which a text is long enough to tell by one or two glosses
POINTS = 2  # they need: one for each further occurrence, and by the next two lines
COMMON = 1e-4  # share of running text of a character that hardly anybody would gloss: one point
COMMONEST = 4e-4  # ... that nobody would: two points
NAMING = frozenset("姓叫名稱称讀读念字")  # said of the character that one wants to have read right
NAME = 3  # ... characters before it


def unlikely(text: str, found: Glosses) -> bool:
    """Whether nobody would have written even one or two such glosses into a long text.

    Readings are given for rare characters, for those with two readings and for names, once. So a
    common character with its usual reading between two others tells, and one that has its gloss at
    every occurrence; each stands without it nowhere, that was looked at before.
    """
    seen: dict[tuple[str, str], list[Gloss]] = {}
    for g in found.rows():
        seen.setdefault((g.char, g.syllable), []).append(g)
        if g.wide:
            return False
    points = sum([len(rows) - 1 for (char, _), rows in seen.items() if common(char)])
    for (char, syllable), rows in seen.items():
        if mostly(char, syllable) and any(_between(text, g) for g in rows):
            points += common(char) + common(char, COMMONEST)
    return points >= POINTS


def common(char: str, least: float = COMMON) -> bool:
    """Whether a character is common, whichever of its Traditional forms a text has."""
    return shares().get(folded(char), 0.0) >= least


def _between(text: str, g: Gloss) -> bool:
    """Whether a gloss stands inside a clause, and is not of a name."""
    before, after = text[max(0, g.at - NAME) : g.at], text[g.end : g.end + 1]
    begins = "\u3400" <= before[-1:] <= "\u9fff" or before[-1:] in ("，", "。")
    return begins and NAMING.isdisjoint(before) and "\u3400" <= after <= "\u9fff"


def everyday(chars: Iterable[str]) -> int:
    """Of how many the Simplified form is of the first level of GB2312, the 3,755 everyday characters.

    >>> everyday("發龘漢")
    2
    """
    return len(_everyday().intersection(chars))


@cache
def _everyday() -> frozenset[str]:
    rows = [bytes((lead, trail)) for lead in range(0xB0, 0xD8) for trail in range(0xA1, 0xFF)]
    level = {*b"".join(rows).decode("gb2312", "ignore")}
    fold = folds()
    return frozenset({c for c in level if fold.get(c, c) in level} | {c for c in fold if fold[c] in level})
