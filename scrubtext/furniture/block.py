"""What the end of a document is made of: lines that are not blank, and blocks of them."""

from __future__ import annotations

from typing import NamedTuple

from scrubtext.furniture.markers import Hit

__all__ = ["Block", "Line"]


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
