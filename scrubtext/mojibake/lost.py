"""Damage nobody can undo: U+FFFD in all its disguises, and memory nobody wrote to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scrubtext.mojibake.views import DOUBLE, LABELS, SINGLE

__all__ = ["Scar", "lost_reasons", "scars"]

MEMORY = "lost text: uninitialised memory"
PLAIN = "lost text: U+FFFD"
_MARK = "\ufffd".encode()


class Scar(NamedTuple):
    """Lost text at ``start`` to ``end``: how many characters, and how one sees it."""

    start: int
    end: int
    why: str
    lost: int


def _why(codec: str) -> str:
    return f"{PLAIN} read as {LABELS.get(codec, codec)}"


def lost_reasons() -> frozenset[str]:
    """All reasons scars may have."""
    return frozenset({MEMORY, PLAIN, *map(_why, SINGLE + DOUBLE)})


@cache
def _spellings() -> dict[str, tuple[str, int]]:
    """How U+FFFD looks after it was read as something else: spelling to reason and count."""
    found: dict[str, tuple[str, int]] = {}
    for codec in SINGLE:
        text = _MARK.decode(codec, "ignore")
        if len(text) == 3 and not text.isascii():
            found.setdefault(text, (_why(codec), 1))
            again = text.encode().decode(codec, "ignore")
            if codec == "cp1252":
                found.setdefault(again, (_why(codec), 1))
    for codec in DOUBLE:
        found.setdefault((_MARK * 2).decode(codec, "ignore"), (_why(codec), 2))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    # Every branch starts with a character of its own: the search can skip to one of them.
    words = map(re.escape, sorted(_spellings(), key=len, reverse=True))
    runs = "|".join(f"{s}(?:{s})*" for s in words)
    return re.compile(rf"\ufffd\ufffd*|{runs}|烫烫烫烫*|屯屯屯屯*")


def scars(text: str, start: int = 0, end: int | None = None) -> Iterator[Scar]:
    """Scars of lost text, from left to right."""
    for m in _pattern().finditer(text, start, len(text) if end is None else end):
        first, run = m.group()[0], m.group()
        if first == "\ufffd":
            yield Scar(m.start(), m.end(), PLAIN, len(run))
        elif first in "烫屯":
            yield Scar(m.start(), m.end(), MEMORY, len(run))
        else:
            why, each = next(v for s, v in _spellings().items() if run.startswith(s))
            size = next(len(s) for s in _spellings() if run.startswith(s))
            yield Scar(m.start(), m.end(), why, each * len(run) // size)
