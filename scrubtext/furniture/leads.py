"""Leads and closings of article spinners: every sentence of them speaks of the page and its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.shapes import units
from scrubtext.tables import rows

__all__ = ["families", "is_lead", "leads", "may_lead"]

FIRST, LAST = 3, 3
"""Filled lines at either end of a text where such a line stands."""
MAX_LEAD, MAX_UNITS = 480, 200
"""Characters and units of one."""
_WORDS = (
    "本站", "本网", "本網", "小编", "小編", "网站", "網站", "サイト", "ブログ", "管理人", "最後まで",
    "ブックマーク", "사이트", "블로그", "끝까지", "즐겨찾기", "site", "ebsite", "blog", "Blog", "ebseite",
    "Lesezeichen", "unsere", "сайт", "закладк", "конца", "наш", "sitio", "nuestr", "noss", "nostr", "sito", "stron", "nasz", "trang", "situs",
    "sitemiz", "موقع", "مدون", "ookmark", "the end", "notre", "bis zum", "laman", "blogu",
)  # fmt: skip
"""Words of which such a line has one: a screen."""
_QUOTED = re.compile(
    r"[“„\"][^“”„\"\n]{1,120}[”“\"]|«[^»\n]{1,120}»|「[^」\n]{1,80}」|『[^』\n]{1,80}』|《[^》\n]{1,60}》"
)
_SENTENCE = re.compile(r"[^。！？!?.…؟]+")
_SCRIPTS = (
    (re.compile("[\u3040-\u30ff]"), "ja"), (re.compile("[\uac00-\ud7a3]"), "ko"),
    (re.compile("[\u4e00-\u9fff]"), "zh"), (re.compile("[\u0400-\u04ff]"), "ru"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
)  # fmt: skip
_LATIN = ("en", "de", "fr", "es", "pt", "it", "pl", "vi", "id", "tr")
MIN_PIECE = 3
"""Units of a piece between two stops that must say something of the page."""


@cache
def _forms(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    own = [(pattern, family) for pattern, of, family in rows("spinner_forms.tsv") if of == lang]
    return tuple((re.compile(pattern), family) for pattern, family in own)


def may_lead(text: str, filled: list[Span]) -> bool:
    """Whether a line at one of the ends of a text may be such: the gate."""
    near = {*filled[:FIRST], *filled[-LAST:]} if len(filled) > 2 else ()
    return any(b - a <= MAX_LEAD and _screened(text[a:b]) and is_lead(text[a:b]) for a, b in near)


def _screened(line: str) -> bool:
    return any(word in line for word in _WORDS)


def leads(page: Page) -> Iterator[Span]:
    """The leads and closings of a text."""
    filled = page.filled
    if len(filled) > 2:
        for a, b in sorted({*filled[:FIRST], *filled[-LAST:]}):
            line = page.text[a:b] if b - a <= MAX_LEAD else ""
            if line and _screened(line) and is_lead(line):
                yield a, b


def is_lead(line: str) -> bool:
    """Whether every sentence of a line is a formula of spinners, and these are of several kinds.

    >>> is_lead("Welcome to our site! Today we talk about tea, so read to the end and bookmark our site.")
    True
    >>> is_lead("Welcome to our site! The tea came by ship from Amoy. Bookmark our site.")
    False
    """
    if not 12 <= len(line) <= MAX_LEAD or units(line) > MAX_UNITS:
        return False
    return any(_is_lead(line, lang) for lang in _languages(line))


def _is_lead(line: str, lang: str) -> bool:
    told: set[str] = set()
    for piece in _SENTENCE.findall(_QUOTED.sub(" ", line)):
        met = families(piece, lang)
        if not met and units(piece.strip()) > MIN_PIECE:
            return False
        told |= met
    if "site" in told or "keep" in told:
        return len(told) > 2 or told >= {"keep", "help"} or told >= {"keep", "thanks"}
    return len(told) > 3


def families(piece: str, lang: str) -> set[str]:
    """The kinds of formulas in a sentence."""
    return {family for pattern, family in _forms(lang) if pattern.search(piece)}


def _languages(line: str) -> tuple[str, ...]:
    for pattern, lang in () if line.isascii() else _SCRIPTS:
        if pattern.search(line):
            return (lang,)
    return _LATIN
