"""Headings of related articles, known by being made of nothing but the words such headings have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from scrubtext.furniture.openings import MAX_HEADING
from scrubtext.tables import rows

__all__ = ["addresses", "awaits_name", "button_words", "heading_weight", "heading_words", "is_heading"]

_SPACED = ("en", "de", "ru", "es", "pt", "fr", "it")


def heading_words() -> Iterator[str]:
    """What a heading can begin with; not every single character of Chinese, nor small words."""
    for words, lang, role in rows("related_headings.tsv"):
        if role != "you" and (lang in _SPACED or role != "and"):
            yield from (w for w in words.split("|") if lang in _SPACED or len(w) > 1)


Rule = tuple[bool, dict[str, str], re.Pattern[str]]
"""Whether the words of a language have spaces between them, their roles, and all as one pattern."""


@cache
def _rules() -> tuple[dict[str, list[Rule]], dict[str, list[Rule]]]:
    """The rules of the languages, by the first words and by the first characters of what they know."""
    langs: dict[str, dict[str, str]] = {}
    for words, lang, role in rows("related_headings.tsv"):
        if role != "you":
            langs.setdefault(lang, {}).update((w.casefold(), role) for w in words.split("|"))
    by_word: dict[str, list[Rule]] = {}
    by_sign: dict[str, list[Rule]] = {}
    for lang, roles in langs.items():
        spaced = lang in _SPACED
        filed = by_word if spaced else by_sign
        for first in roles if spaced else {word[0] for word in roles}:
            filed.setdefault(first, []).append((spaced, roles, _tiles(roles)))
    return by_word, by_sign


@lru_cache(64)  # a line is asked whether it is a heading, a button and a menu
def _readings(low: str) -> list[list[str]]:
    """The roles of the words of a line, in each language that knows all of them."""
    by_word, by_sign = _rules()
    near = [*by_word.get(low.split(None, 1)[0], ()), *by_sign.get(low[0], ())]
    return [told for rule in near if (told := _told(low, *rule))]


def _tiles(roles: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(roles, key=len, reverse=True))) + r"|\s+")


@cache
def _reader() -> re.Pattern[str]:
    words = [w for row in rows("related_headings.tsv") if row[2] == "you" for w in row[0].split("|")]
    spaced = "|".join(re.escape(w) for w in words if w[0] < "\u0e00")
    dense = "|".join(re.escape(w) for w in words if w[0] >= "\u0e00")
    return re.compile(rf"\b(?:{spaced})\b|{dense}")


def addresses(heading: str) -> bool:
    """Whether a heading speaks to the reader, as no author's heading of a section does.

    >>> addresses("猜你喜欢"), addresses("You may also like"), addresses("推荐阅读")
    (True, True, False)
    """
    return _reader().search(heading.casefold()) is not None


def is_heading(line: str) -> bool:
    """Whether a line is nothing but words of one language's headings, of both roles.

    >>> [is_heading(s) for s in ("更多熱門新聞", "Popular now", "実際のニュース", "News")]
    [True, True, False, False]
    """
    low = line.casefold().strip()
    return 2 < len(low) <= MAX_HEADING and any({"which", "what"} <= set(told) for told in _readings(low))


def heading_weight(line: str) -> int:
    """2 for a heading of related articles, 1 where it does not say of what, 0 for any other line.

    >>> [heading_weight(s) for s in ("Popular stories", "Popular this week", "This week")]
    [2, 1, 0]
    """
    low = line.casefold().strip()
    if not 2 < len(low) <= MAX_HEADING:
        return 0
    told = _readings(low)
    if any({"which", "what"} <= set(t) for t in told):
        return 2
    part = len(low) > 4 and any(("which" in t and len(t) > 2) or t == ["what", "what"] for t in told)
    return int(part)


def button_words(line: str) -> int:
    """How many words of buttons and menus a line holds that is made of nothing else, else none.

    >>> [button_words(s) for s in ("Share by email", "링크 복사하기", "Share the bread")]
    [2, 2, 0]
    """
    low = line.casefold().strip()
    if not 1 < len(low) <= 2 * MAX_HEADING:
        return 0
    most = 0
    for told in _readings(low):
        pages, done = told.count("page"), told.count("do")
        if pages > 1 or (done and not {"page", "what"}.isdisjoint(told)):
            most = max(most, pages + done + told.count("what"))
    return most


def _told(low: str, spaced: bool, roles: dict[str, str], tiles: re.Pattern[str]) -> list[str]:
    """The roles of the words of a line, nothing where another word stands in it."""
    if spaced:
        found = [roles.get(word) for word in low.split()]
        return [] if None in found else [role for role in found if role]
    at, told = 0, []
    while at < len(low):
        m = tiles.match(low, at)
        if not m:
            return []
        told.append(roles.get(m[0], "and"))
        at = m.end()
    return told


def awaits_name(heading: str) -> bool:
    """Whether what follows a heading is the name of who wrote the articles below it: More from.

    >>> awaits_name("More from"), awaits_name("More stories")
    (True, False)
    """
    return heading.endswith((" from", " by", " von"))
