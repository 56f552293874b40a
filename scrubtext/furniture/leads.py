"""Leads and closings of article spinners: every sentence of them speaks of the page and its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.shapes import units
from scrubtext.furniture.word_lists import LETTERS, signs_by_language
from scrubtext.tables import rows

__all__ = ["families", "is_lead", "leads", "may_lead"]

FIRST, LAST = 4, 3
"""Filled lines at either end of a text where such a line stands."""
MIN_LEAD, MAX_LEAD, MAX_UNITS = 16, 480, 200
"""Characters of one, and units."""
_ASIAN = mask(Kind.HAN, Kind.KANA, Kind.HANGUL)
_OWN = frozenset(("zh", "ja", "ko", "ru", "ar"))
"""Languages with letters of their own: of these a sign may stand anywhere in a line."""
_QUOTED = re.compile(
    r"[“„\"][^“”„\"\n]{1,120}[”“\"]|«[^»\n]{1,120}»|「[^」\n]{1,80}」|『[^』\n]{1,80}』|《[^》\n]{1,60}》"
)
_SENTENCE = re.compile(r"[^。！？!?.…؟]+")
MIN_PIECE = 3
"""Units of a piece between two stops that must say something of the page."""


@cache
def _forms(lang: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    own = [(pattern, family) for pattern, of, family in rows("spinner_forms.tsv") if of == lang]
    return tuple((re.compile(pattern), family) for pattern, family in own)


def may_lead(doc: Doc, filled: list[Span]) -> bool:
    """Whether a line at one of the ends of a text may be such: the gate."""
    near = [(a, b) for a, b in _ends(filled) if MIN_LEAD <= b - a <= MAX_LEAD]
    if not near:
        return False
    ends = "\n".join([doc.text[a:b] for a, b in near])
    roots = [root for kind, some in _own("lead root") if doc.kinds & kind for root in some]
    if not any(root[-1] in ends and root in ends for root in roots):
        latin = () if doc.kinds & _ASIAN else _roots_latin()
        if not any(part in ends and (not own or any(map(ends.__contains__, own))) for part, *own in latin):
            return False
    return any(is_lead(doc.text[a:b], doc.kinds) for a, b in near)


def _closes(line: str, kinds: int) -> bool:
    """Whether a last line says that this was it, and may it help: a spinner's where its lead stands above."""
    if not MIN_LEAD <= len(line) <= MAX_LEAD or units(line) > MAX_UNITS:
        return False
    return any(_told(line, lang) >= {"tell", "help"} for lang in _languages(line, kinds))


@cache
def _own(what: str) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The words on the screen, or the roots of them, of languages with letters of their own; with these.

    Where no root is listed the words are the roots.
    """
    listed = {lang: words for of in ("lead", what) for lang, words in signs_by_language(of)}
    return tuple((LETTERS[lang], words) for lang, words in listed.items() if lang in _OWN)


@cache
def _roots_latin() -> tuple[tuple[str, ...], ...]:
    """The roots of words in Latin letters; the first of several is what all of them hold."""
    return tuple(roots for lang, roots in signs_by_language("lead root") if lang == "latin")


def _ends(filled: list[Span]) -> list[Span]:
    """The lines at either end of a text of three lines and more."""
    if len(filled) < LAST:
        return []
    return filled if len(filled) <= FIRST + LAST else filled[:FIRST] + filled[-LAST:]


def _languages(line: str, kinds: int) -> set[str]:
    """The languages a line can be in, by the words on the screen."""
    words = [(lang, some) for lang, some in signs_by_language("lead") if lang in _OWN]
    found = {lang for lang, some in words if kinds & LETTERS[lang] and any(word in line for word in some)}
    if not kinds & _ASIAN:
        screen = _screen()
        for word in screen.keys() & line.split():
            found |= screen[word]
    return found


@cache
def _screen() -> dict[str, set[str]]:
    """The languages of the words on the screen, with the marks that may stand behind them."""
    found: dict[str, set[str]] = {}
    for lang, words in signs_by_language("lead"):
        for word in words if lang not in _OWN else ():
            for mark in ("", ".", ",", "!", ";", ":", "!!"):
                found.setdefault(word + mark, set()).add(lang)
    return found


def leads(page: Page) -> Iterator[tuple[Span, str]]:
    """The leads and closings of a text, and the table of contents below such, with their classes."""
    ends, text = _ends(page.filled), page.text
    found = [(a, b) for a, b in ends if b - a <= MAX_LEAD and is_lead(text[a:b], page.doc.kinds)]
    if found and (last := page.filled[-1]) not in found and _closes(text[slice(*last)], page.doc.kinds):
        found.append(last)
    yield from ((span, "spinner") for span in found)
    if found:
        yield from ((span, "contents") for span in _contents(page))


def _contents(page: Page) -> Iterator[Span]:
    """The heading of a table of contents with its numbered lines: short ones, or such as come again."""
    text, spans = page.text, page.filled
    at = next((i for i, (a, b) in enumerate(spans) if b - a < 40 and _TABLE.fullmatch(text[a:b].strip())), -1)
    if at >= 0:
        yield spans[at]
        for a, b in spans[at + 1 : at + 1 + MAX_CONTENTS]:
            item = text[a:b].strip()
            if not _NUMBERED.match(item) or (b - a > 60 and text.count(item) < 2):
                return
            yield a, b


MAX_CONTENTS = 12
"""Lines of a table of contents."""
_TABLE = re.compile(r"(?:本文|文章)目[录錄](?:一[览覽])?[:：]?[^。！？]*\Z")
_NUMBERED = re.compile(r"\d{1,2}[、.．]")


def is_lead(line: str, kinds: int) -> bool:
    """Whether every sentence of a line is a formula of spinners, and these are of several kinds.

    ``kinds`` as of the document.

    >>> is_lead("Welcome to our site! Today we talk about tea, so read to the end and bookmark our site.", 0)
    True
    >>> is_lead("Welcome to our site! The tea came by ship from Amoy. Bookmark our site.", 0)
    False
    """
    if not MIN_LEAD <= len(line) <= MAX_LEAD or units(line) > MAX_UNITS:
        return False
    return any(_is_lead(line, lang) for lang in _languages(line, kinds))


def _told(line: str, lang: str) -> set[str]:
    """The kinds of formulas of a line, none where a sentence has none."""
    told: set[str] = set()
    for piece in _SENTENCE.findall(_QUOTED.sub(" ", _TABLE.sub("", line))):
        met = families(piece, lang)
        if not met and units(piece.strip()) > MIN_PIECE:
            return set()
        told |= met
    return told


def _is_lead(line: str, lang: str) -> bool:
    told = _told(line, lang)
    if "site" in told or "keep" in told:
        return len(told) > 2 or told >= {"keep", "help"} or told >= {"keep", "thanks"}
    return len(told) > 3 or told >= {"tell", "belief", "praise"} or told >= {"tell", "belief", "thanks"}


def families(piece: str, lang: str) -> set[str]:
    """The kinds of formulas in a sentence."""
    return {family for pattern, family in _forms(lang) if pattern.search(piece)}

