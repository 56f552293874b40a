"""Furniture by the stems of its words: what a line below an article says, not how it says it.

A list of phrases knows the phrases in it. A site says the same in many ways (更多相关阅读, 本频道其他好文),
but always of the same few things: which articles, what to do with them, where, whose they are. A line
that speaks of two of these at once and of little else is furniture.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scrubtext.furniture.shapes import units
from scrubtext.furniture.vocabulary import DENSE, Met, readings

__all__ = ["Sense", "hints", "labels", "reading", "sense", "speaks", "stemmed", "touches"]

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
_PEOPLE = frozenset(("you", "folk", "site", "this", "role"))
"""Families a writer signs with: Deine Anna, Ihre Redaktion."""
_LOOSE = frozenset(("you", "this", "opens"))
"""Families that say nothing of a page by themselves: instructions have them too."""
MIN_NEAR = 0.33
"""The same of a line right above furniture."""
MIN_HINT = 0.08
"""Share of a sentence's words, or characters, that are stems where it may be one of a publisher's."""
_PATH = re.compile(r"\w[/\\]\w+[/\\.]\w| [-–>] |[a-z]\(\d?\)")  # file names, menus, functions
_FILE = "furniture_stems.tsv"
_ALL = "furniture_stems.tsv+trade_stems.tsv"

# Families that mean furniture together, the class of the line, what it proves.
_PAIRS: tuple[tuple[str, str, str, int], ...] = (
    ("cookie", "agree", "cookie", 1),
    ("cookie", "site", "cookie", 1),
    ("paid", "self", "newsletter", 1),
    ("paid", "paid", "newsletter", 1),
    ("paid", "folk", "newsletter", 1),
    ("paid", "channel", "newsletter", 1),
    ("sub", "act", "submission", 1),
    ("sub", "channel", "submission", 1),
    ("shop", "more", "related", 1),
    ("shop", "act", "navigation", 1),
    ("shop", "you", "navigation", 0),
    ("shop", "shop", "navigation", 1),
    ("board", "act", "comments", 1),
    ("board", "board", "comments", 1),
    ("more", "item", "related", 1),
    ("more", "role", "related", 1),
    ("more", "you", "related", 1),
    ("act", "self", "share", 1),
    ("rate", "self", "comments", 1),
    ("act", "channel", "follow", 1),
    ("channel", "site", "follow", 1),
    ("act", "item", "share", 1),
    ("act", "more", "share", 1),
    ("right", "right", "disclaimer", 1),
    ("right", "site", "disclaimer", 1),
    ("right", "item", "disclaimer", 1),
    ("act", "site", "comments", 0),
    ("act", "you", "comments", 0),
    ("act", "folk", "share", 1),
    ("more", "folk", "related", 1),
    ("rate", "folk", "comments", 1),
    ("act", "act", "share", 1),
    ("rate", "item", "comments", 1),
    ("rate", "you", "comments", 1),
    ("rate", "act", "comments", 1),
    ("firm", "firm", "footer", 1),
    ("firm", "site", "footer", 1),
    ("rate", "rate", "comments", 1),
    ("right", "role", "copyright", 0),
    ("licence", "licence", "copyright", 0),
    ("meta", "item", "date", 1),
    ("role", "meta", "publisher", 0),
    ("meta", "meta", "date", 0),
)
# What a sentence must speak of, its class, and what it proves.
_TOLD: tuple[tuple[tuple[str, ...], str, int], ...] = tuple(
    (tuple(families.split()), cls, weight)
    for families, cls, weight in (
        ("cookie agree", "cookie", 1),
        ("cookie site", "cookie", 1),
        ("self paid", "newsletter", 1),
        ("paid act channel", "newsletter", 1),
        ("more act paid", "newsletter", 1),
        ("more item paid", "newsletter", 1),
        ("sub sub sub", "submission", 1),
        ("sub sub", "submission", 0),
        ("self licence", "copyright", 0),
        ("licence licence", "copyright", 0),
        ("call site", "follow", 0),
        ("act act channel site", "follow", 1),
        ("act channel site", "follow", 0),
        ("opens channel", "follow", 1),
        ("opens paid", "newsletter", 1),
        ("self rate act", "comments", 1),
        ("rate act folk act", "comments", 1),
        ("opens act item", "follow", 1),
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
        ("opens item", "follow", 0),
        ("self meta", "source", 0),
        ("self rate", "comments", 0),
        ("act site you", "comments", 0),
        ("right site", "disclaimer", 0),
        ("right right", "disclaimer", 0),
        ("act meta", "comments", 0),
        ("shop shop shop", "navigation", 0),
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
    "cookie": "cookie",
    "agree": "cookie",
    "paid": "newsletter",
    "sub": "submission",
    "licence": "copyright",
}


class Sense(NamedTuple):
    """What a line says: the class of furniture, what that proves, the share of its words that say it."""

    cls: str
    weight: int
    share: float


def sense(line: str, closed: bool) -> Sense | None:
    """What a line says that is made of stems; ``closed`` where it ends as sentences do.

    >>> [s and s.cls for s in (sense(t, False) for t in ("More from our harbour desk", "Rain at noon"))]
    ['related', None]
    """
    size = units(line)
    if size > MAX_TOLD or size < 2 or "_" in line or _is_path(line):
        return None
    met = readings(line.casefold(), _ALL)
    found = [s for lang, stems in met if (s := _read(stems, lang, closed, size))]
    return max(found, key=lambda s: (s.weight, s.share)) if found else None


def _is_path(line: str) -> bool:
    """Whether a line names a file, a path through menus, or a function."""
    signs = "/" in line or "\\" in line or "(" in line or " -" in line or " –" in line or " >" in line
    return signs and _PATH.search(line) is not None


def stemmed(line: str) -> bool:
    """Whether a line holds two stems of one language."""
    return any(len(families) > 1 for _, (families, _) in readings(line.casefold(), _ALL))


def reading(line: str) -> Met:
    """The families of the stems in a line, and the share of it they are, in the language that fits best.

    >>> reading("Rain at noon")
    ([], 0.0)
    """
    each = [met for _, met in readings(line.casefold(), _ALL)]
    return max(each, key=lambda found: found[1], default=([], 0.0))


def touches(line: str, alone: float = MIN_NEAR) -> bool:
    """Whether a short line has a stem at all, and not much else.

    ``alone`` is the share of its words, or characters, one stem must be that asks the reader for nothing.

    >>> touches("3 new comments"), touches("Rain at noon")
    (True, False)
    """
    if not 1 < units(line) <= MAX_SHORT // 2 or _is_path(line):
        return False
    for _, (found, share) in readings(line.casefold(), _FILE):
        families = frozenset().union(*found)
        enough = MIN_NEAR if len(found) > 1 or "call" in families else alone
        if share >= enough and not families <= _PEOPLE:
            return True
    return False


def labels(line: str) -> bool:
    """Whether a line is a label that speaks of the article, its author or its pictures, with a value.

    Labels of places, hours, prices and numbers to call are the article's own.

    >>> labels("Article ID: 31634525"), labels("Admission: free")
    (True, False)
    """
    found = _LABELLED.fullmatch(line) if units(line) <= MAX_SHORT else None
    if not found:
        return False
    for _, (families, share) in readings(found[1].casefold(), _FILE):
        if share >= MIN_NEAR and families and frozenset().union(*families) <= _OF_ARTICLE:
            return True
    return False


_LABELLED = re.compile(r"([^:：]{2,40}?)\s?[:：]\s?[^.。!?！？:：]{2,80}")
_OF_ARTICLE = frozenset(("item", "role", "meta", "self", "rate", "right", "licence"))


def speaks(line: str, least: float = MIN_SPOKEN) -> bool:
    """Whether a sentence speaks of the page, be it as little as it may: two families of stems.

    ``least`` is the share of its words, or characters, that must be stems.

    >>> speaks("Your comments help our newsroom."), speaks("The mill was closed in March.")
    (True, False)
    """
    if units(line) > MAX_TOLD:
        return False
    for _, (found, share) in readings(line.casefold(), _FILE):
        if share >= least and len(found) > 1 and len(frozenset().union(*found) - _LOOSE) > 1:
            return True
    return False


def hints(line: str) -> bool:
    """Whether a sentence has a word of the page at all, be it one.

    >>> hints("A weekly newsletter of the valley."), hints("The mill was closed in March.")
    (True, False)
    """
    for _, (found, share) in readings(line.casefold(), _FILE):
        if share >= MIN_HINT and not frozenset().union(*found) <= _LOOSE | {"more"}:
            return True
    return False


def _read(met: Met, lang: str, closed: bool, size: float) -> Sense | None:
    found, share = met
    if size > MAX_SHORT and not closed:
        closed = share < MIN_ALIKE
    if closed and ((told := _told(found, share)) or share < MIN_ALIKE):
        return told
    if share < MIN_SHARE[lang not in DENSE]:
        return _told(found, share)
    for one, two, cls, weight in _PAIRS:
        if _both(found, one, two, share):
            weak = closed or (cls == "comments" and share < MIN_ALIKE)
            return Sense(cls, 0 if weak else weight, share)
    hint = next((_HINTS[f] for families in found for f in sorted(families) if f in _HINTS), "")
    if hint and share >= MIN_ALIKE:
        return Sense(hint, 0, share)
    return _told(found, share)


def _told(met: list[frozenset[str]], share: float) -> Sense | None:
    if share < MIN_SPOKEN or len(met) < 2:
        return None
    return next((Sense(cls, w, share) for needed, cls, w in _TOLD if _covers(met, needed)), None)


def _covers(met: Sequence[frozenset[str]], needed: Iterable[str]) -> bool:
    """Whether different stems have the families needed."""
    first, *others = needed
    for i, families in enumerate(met):
        if first in families and (not others or _covers([*met[:i], *met[i + 1 :]], others)):
            return True
    return False


def _both(met: list[frozenset[str]], one: str, two: str, share: float) -> bool:
    """Whether two different stems have the two families; two of one family must be most of a line."""
    if share < MIN_ALIKE and (one == two or {one, two} == {"act", "more"}):
        return False
    first = [i for i, families in enumerate(met) if one in families]
    return any(two in families and first != [i] for i, families in enumerate(met) if first)
