"""What the end of a document is made of: lines that are not blank, and blocks of them."""

from __future__ import annotations

from typing import NamedTuple

from scrubtext.furniture.markers import Hit

__all__ = ["Block", "Line", "is_bulleted"]

_BULLETS = frozenset("•·*-–▪▶►■□●○◆▷")


class Line(NamedTuple):
    """A line of the tail that is not blank."""

    start: int
    end: int
    shape: int
    hit: Hit | None


class Block(NamedTuple):
    """A marker line and the lines that belong to it."""

    cls: str
    weight: int
    lines: tuple[Line, ...]


def is_bulleted(text: str, line: Line) -> bool:
    """Whether a line begins with the sign of a list."""
    return text[line.start : line.end].lstrip()[:1] in _BULLETS
