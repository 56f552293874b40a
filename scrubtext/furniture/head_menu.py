"""The menu of a site above its article: many short lines, of which enough are names of sections."""

from __future__ import annotations

from collections.abc import Sequence

from scrubtext.doc import Doc
from scrubtext.furniture.head_words import is_button, listed
from scrubtext.furniture.shapes import is_prose, units

__all__ = ["menu"]

Span = tuple[int, int]
MIN_LINES = 12
"""Lines of a menu; shorter ones are rows among others."""
MAX_LINES = 240
"""Lines above an article that are looked at."""
MAX_NAME = 12
"""Units (a Han character is 1) of the name of a section that is not known; a title is longer."""
MIN_KNOWN, MIN_SHARE = 6, 0.25
"""Different names of sections that must be known, and their share of the lines."""
_BULLETS = " \t\u3000•·*-–+>▶▸|[]【】"


def menu(doc: Doc) -> list[Span]:
    """The lines of a menu at the beginning of a text, up to the last of them that is known."""
    spans = _short(doc)
    if len(spans) < MIN_LINES:
        return []
    names = [doc.text[a:b].strip(_BULLETS).casefold() for a, b in spans]
    known = [is_name(name) for name in names]
    last = max((i for i, sure in enumerate(known) if sure), default=-1) + 1
    told = {name for name, sure in zip(names[:last], known, strict=False) if sure}
    enough = last >= MIN_LINES and len(told) >= MIN_KNOWN and sum(known) >= MIN_SHARE * last
    return spans[:last] if enough else []


def is_name(name: str) -> bool:
    """Whether a line is the name of a section, or several of them with a sign between."""
    if name in listed("section", "home") or is_button(name):
        return True
    pieces = [p for p in name.replace("/", "·").replace("&", "·").replace("・", "·").split("·") if p]
    return len(pieces) > 1 and any(p.strip() in listed("section") for p in pieces)


def _short(doc: Doc) -> list[Span]:
    """The filled lines from the first on that may stand in a menu; a row of names may be long."""
    spans: Sequence[Span] = [(a, b) for a, b in doc.lines[:MAX_LINES] if doc.text[a:b].strip()]
    found: list[Span] = []
    for a, b in spans:
        line = doc.text[a:b].strip(_BULLETS)
        if b - a > 160 or is_prose(line) or (units(line) > MAX_NAME and not _row_of_names(line)):
            break
        found.append((a, b))
    return found


def _row_of_names(line: str) -> bool:
    """Whether a line is a row of names, a third of them known: ``News Sport Kultur``."""
    words = line.casefold().split()
    return len(words) > 3 and 3 * sum(word in listed("section") for word in words) >= len(words)
