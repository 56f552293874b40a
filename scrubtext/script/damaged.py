"""Lines that are not Chinese yet: what ``mojibake`` saw and left, because too much of it is lost."""

from __future__ import annotations

from collections.abc import Iterator

from scrubtext.mojibake.odd import suspicious

__all__ = ["damaged"]

LOOK = 480  # characters of a line looked at in one go


def damaged(text: str) -> Iterator[tuple[int, int]]:
    """Lines with lost characters (U+FFFD) that look garbled; converted, they would be another garble."""
    at = text.find("\ufffd")
    while at >= 0:
        start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        end = len(text) if end < 0 else end
        if any(suspicious(text[a : a + LOOK]) for a in range(start, end, LOOK)):
            yield start, end
        at = text.find("\ufffd", end)
