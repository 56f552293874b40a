"""The menu of a site above its article: many short lines, of which enough are names of sections."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.doc import Doc
from scrubtext.furniture.head_words import is_button, listed
from scrubtext.furniture.markup import as_read, is_marked
from scrubtext.furniture.shapes import is_prose, units

__all__ = ["among", "entries", "is_entry", "menu", "menu_below", "named_again"]

Span = tuple[int, int]
MIN_LINES = 12
"""Lines of a menu; shorter ones are rows among others."""
MAX_LINES = 240
"""Lines above an article that are looked at."""
MAX_NAME = 12
"""Units (a Han character is 1) of the name of a section that is not known; a title is longer."""
MAX_ROW = 160
"""Characters of a row of names."""
MIN_KNOWN, MIN_SHARE = 6, 0.25
"""Different names of sections that must be known, and their share of the lines."""
MAX_UNKNOWN = 6
"""Units of an unknown name among so many; a title is longer. Of a short menu none goes."""
MIN_FEW, MIN_SURE, FEW_SHARE = 5, 4, 0.6
"""The same of a short menu: lines, names and share."""
_ENTRY = re.compile(r"\s*[|｜/·•\t]\s*|\s{1,4}")
_BULLETS = " \t\u3000•·*-–+>▶▸|[]【】"


def menu(doc: Doc) -> list[Span]:
    """The lines of a menu at the beginning of a text, up to the last of them that is known."""
    spans = _short(doc)
    if len(spans) < MIN_FEW:
        return []
    names = [_read(doc.text[a:b]).casefold() for a, b in spans]
    known = [_is_name(name) for name in names]
    last = max((i for i, sure in enumerate(known) if sure), default=-1) + 1
    sure = {names[i] for i in range(last) if known[i]}
    share = sum(known) / (last or 1)
    most = MAX_UNKNOWN if last >= MIN_LINES and len(sure) >= MIN_KNOWN and share >= MIN_SHARE else 0
    if _are_headings(doc.text[spans[last - 1][0] :] if last else "", {*names[:last]}):
        return []
    few = last >= MIN_FEW and len(sure) >= MIN_SURE and share >= FEW_SHARE
    if not most and not (few and 2 * named_again(doc.text[spans[last - 1][1] :], sure) <= len(sure)):
        return []
    return [spans[i] for i in range(last) if known[i] or units(names[i]) <= most]


def _are_headings(text: str, names: set[str]) -> bool:
    """Whether two names stand again as lines of their own: the text's own table of contents."""
    lines = {line.strip(_HEADS).casefold() for line in text[:REACH].split("\n")}
    return len(lines & names) > 1


REACH = 20_000
"""Characters of an article in which its headings are looked for."""
_HEADS = " \t\u3000#*1234567890.、:：\r"


def _read(line: str) -> str:
    """A line without the sign of a list, as it is read."""
    return (as_read(line) if is_marked(line) else line).strip(_BULLETS)


def menu_below(text: str, spans: Sequence[Span]) -> list[Span]:
    """The lines of menus among some lines below an article: names of parts of a site, one a line."""
    found: list[Span] = []
    run: list[tuple[Span, str]] = []
    for span in (*spans, None):
        line = text[slice(*span)] if span else ""
        name = _read(line).casefold() if len(line) <= MAX_LINE or is_marked(line) else ""
        if name and (_is_name(name) or (run and name in _BETWEEN)):
            run.append((span or (0, 0), name))
            continue
        names = {name for _, name in run if name not in _BETWEEN}
        above = text[: run[0][0][0]].rstrip() if run else ""
        if len(names) >= MIN_FEW and above[-1:] not in _LISTS and 2 * named_again(above, names) <= len(names):
            found += (at for at, _ in run)
        run = []
    return found


MAX_LINE = 24
"""Characters of one of these lines, but for a link."""
_LISTS = (":", "：", ",", "，")
"""What a line ends with that a list of the article's own follows."""
_BETWEEN = frozenset(("/", "|", "｜", "·", "•", "-"))


def is_entry(line: str) -> bool:
    """Whether a line is the name of a part of a site, for gates."""
    return line.strip(_BULLETS).casefold() in listed(*_NAMES)


def named_again(text: str, names: set[str]) -> int:
    """How many names come again in a text: an article names what it lists."""
    low = text.casefold()
    return sum(name in low for name in names)


def _is_name(name: str) -> bool:
    """Whether a line is the name of a section, or several of them with a sign between."""
    if name in listed(*_NAMES) or is_button(name) or entries(name) > 2:
        return True
    pieces = [p for p in re.split("[/&・·]", name) if p]
    return len(pieces) > 1 and any(p.strip() in listed("section") for p in pieces)


_NAMES = ("section", "home", "menu")
"""Roles of words that are names of parts of a site, among others of these."""


def _short(doc: Doc) -> list[Span]:
    """The filled lines from the first on that may stand in a menu; a row of names may be long."""
    found: list[Span] = []
    for a, b in doc.lines[:MAX_LINES]:
        if not doc.text[a:b].strip():
            continue
        line = _read(doc.text[a:b])
        size = units(line)
        if len(line) > MAX_ROW or is_prose(line, size) or (size > MAX_NAME and not _row_of_names(line)):
            break
        found.append((a, b))
    return found


def _row_of_names(line: str) -> bool:
    """Whether a line is a row of names, a third of them known: ``News Sport Kultur``."""
    words = line.casefold().split()
    return len(words) > 3 and 3 * sum(word in listed(*_NAMES) for word in words) >= len(words)


def entries(line: str) -> int:
    """The entries of a menu, none where less than half of them are names of sections.

    Of two entries both must be.
    """
    words = [e for e in _ENTRY.split(line.casefold()) if e]
    if not 1 < len(words) <= 32 or any(len(e) > 20 for e in words):
        return 0
    names, at, known, count = listed(*_NAMES), 0, 0, 0
    while at < len(words):
        size = next((n for n in (3, 2, 1) if " ".join(words[at : at + n]) in names), 0)
        known, count, at = known + (size > 0), count + 1, at + max(1, size)
    return count if (count > 2 and 2 * known >= count) or (count == known == 2) else 0


def among(text: str, lines: Sequence[tuple[int, int]], known: Sequence[bool]) -> set[int]:
    """Numbers of lines that name parts of a site and stand beside known buttons: two such, one on a side."""
    if sum(known) < 2:
        return set()
    return {
        i
        for i, (a, b) in enumerate(lines)
        if not known[i] and sum(known[max(0, i - 2) : i + 3]) > 1
        if text[a:b].strip().casefold() in listed("menu")
    }
