"""Headings of related articles, known by being made of nothing but the words such headings have."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.furniture.openings import MAX_HEADING
from scrubtext.tables import rows

__all__ = ["addresses", "heading_words", "is_button", "is_heading"]

_SPACED = ("en", "de", "ru", "es", "pt", "fr", "it")


def heading_words() -> Iterator[str]:
    """What a heading can begin with; not every single character of Chinese, nor small words."""
    for words, lang, role in rows("related_headings.tsv"):
        if role != "you" and (lang in _SPACED or role != "and"):
            yield from (w for w in words.split("|") if lang in _SPACED or len(w) > 1)


@cache
def _roles() -> tuple[tuple[bool, dict[str, str], re.Pattern[str]], ...]:
    """By language: whether words have spaces between them, their roles, and all as one pattern."""
    langs: dict[str, dict[str, str]] = {}
    for words, lang, role in rows("related_headings.tsv"):
        if role != "you":
            langs.setdefault(lang, {}).update((w.casefold(), role) for w in words.split("|"))
    return tuple((lang in _SPACED, roles, _tiles(roles)) for lang, roles in langs.items())


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
    return 2 < len(low) <= MAX_HEADING and any(
        {"which", "what"} <= set(_told(low, *rule)) for rule in _roles()
    )


def is_button(line: str) -> bool:
    """Whether a line is nothing but what buttons and menus of a page say.

    >>> is_button("Share by email"), is_button("링크 복사하기"), is_button("Share the bread")
    (True, True, False)
    """
    low = line.casefold().strip()
    if not 1 < len(low) <= MAX_HEADING:
        return False
    for rule in _roles():
        told = _told(low, *rule)
        if ("do" in told and not {"page", "what"}.isdisjoint(told)) or told.count("page") > 1:
            return True
    return False


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
