"""Stand-ins above the first paragraph: over the title of a page, or between the title and the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubtext.furniture.blanks import MAX_LINE, listed, said
from scrubtext.furniture.interlude import MAX_TOLD, Interlude, about, by_form, may_say, suspects
from scrubtext.furniture.mentions import Mentions
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.pictures import may_show
from scrubtext.furniture.player import clock, controls
from scrubtext.furniture.remnants import file_name
from scrubtext.furniture.shapes import is_prose

__all__ = ["MAX_HEAD", "foremost", "may_be_foremost"]

MAX_HEAD = 9
"""Lines before the first paragraph: a title, its date and author, and a player of a few lines."""
MAX_TITLES = 3
"""Lines of them that are no stand-ins: a title, what stands below it, who wrote it."""
_DRESSED = re.compile(
    r".*(?:\.\.\.|…|\d\s?%|[∨▼▾↓»→])|[\[【［(（<{].*[\]】］)）>}]|.*\d:\d\d|[▶►▷🎧🔊🔈].*|[-—–=*~|].*[-—–=*~|]"
    r"|[\[【](?:广告|廣告|広告|광고|AD|Ad|Реклама|Anzeige|PR)[\]】].*|(?:点击|點擊|点此|點此)[^，。]{4,}"
)
"""How a line is dressed that is no title although nothing else can be one."""

Read = list[tuple[Span, Interlude | None, bool]]


def foremost(page: Page) -> Iterator[tuple[int, int, str]]:
    """The stand-ins before the first paragraph of an article, with their classes.

    One that may itself be the title goes only if its dress says that it is none.
    """
    read = _played([(span, *_about(page.text, *span)) for span in _head(page)])
    gone = {span for span, _, sure in read if sure}
    titles = len(read) - len(gone)
    if not gone or titles > MAX_TITLES or not (page.told_but(gone) or _of_players(page.text, gone)):
        return
    if titles or _all_dressed([page.text[a:b].strip() for a, b in gone]):
        told = Mentions(page, gone)
        for span, word, sure in read:
            if sure and word and not told.has(word.words):
                yield *span, word.cls


def _about(text: str, a: int, b: int) -> tuple[Interlude | None, bool]:
    """What a line is, and whether it needs no neighbour: a button to listen needs none."""
    word, sure = about(text, a, b)
    known = listed(text[a:b].strip()) if word and not sure and b - a <= MAX_LINE else None
    return word, sure or (known is not None and known.cls == "loading")


def _of_players(text: str, gone: set[Span]) -> bool:
    """Whether all of the lines are of players by their form alone: there may be lists in the text below."""
    lines = [text[a:b].strip() for a, b in gone]
    return all(controls(line) > 2 or by_form(line) == Interlude("loading") for line in lines)


def _all_dressed(lines: list[str]) -> bool:
    """Whether all lines before a text are no titles, by their dress or as buttons beside a clock."""
    clocks = any(map(clock, lines))
    return all(_DRESSED.fullmatch(line) or file_name(line) or (clocks and controls(line)) for line in lines)


def _head(page: Page) -> list[Span]:
    """The lines before the first paragraph; none where there are too many."""
    spans: list[Span] = []
    for a, b in page.filled[: MAX_HEAD + 1]:
        if is_prose(line := page.text[a : min(b, a + 2000)]) and not _is_notice(line.strip()):
            return spans
        spans.append((a, b))
    return []


def _is_notice(line: str) -> bool:
    """Whether a sentence is no paragraph: the Latin that fills templates, a kind request to wait."""
    return len(line) <= MAX_TOLD and about(line, 0, len(line))[1]


def _played(read: Read) -> Read:
    """The same, the buttons of a player beside its clock taken for sure."""
    out: Read = []
    run: Read = []
    for item in [*read, ((0, 0), None, False)]:
        _, word, sure = item
        if word and (sure or word.played):
            run.append(item)
            continue
        clocks = any(w.played == 2 for _, w, _ in run if w)
        out += [(span, w, s or clocks) for span, w, s in run]
        out.append(item)
        run = []
    return out[:-1]


DENSE, LONG, MAX_TITLE = 12, 36, 200
"""Characters of a sentence that is a paragraph, in Chinese or Japanese and in others, and of no title."""
_OPENS = frozenset("[【［(（<▶►▷🎧🔊🔈0-—–=*~|点點")
_ENDS = frozenset(".…%∨▼▾↓»→")


def may_be_foremost(text: str, filled: list[Span]) -> bool:
    """Whether one of the lines before the first paragraph may be a stand-in: the gate of ``foremost``."""
    head = []
    for a, b in filled[: MAX_HEAD + 1]:
        size, end = b - a, text[b - 1]
        if (size >= DENSE and end in "。！？」”") or (size > LONG and end in ".!?\"") or size > MAX_TITLE:
            break
        head.append((a, b))
    else:
        return False
    short = [text[a:b].strip() for a, b in head if b - a <= MAX_LINE]
    if len(head) == 1:
        short = [s for s in short if s[:1] in _OPENS or s[-1:] in _ENDS or ":" in s or "." in s]
    return any(map(_may_be, short))


def _may_be(line: str) -> bool:
    known = may_say(line)
    said_so = (known or may_show(line)) and said(line) is not None
    return said_so or suspects(line, known) or clock(line)
