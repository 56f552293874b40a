"""A candidate block of keywords."""

from __future__ import annotations

from dataclasses import dataclass

from scrubtext.spam.phrases import Separator

__all__ = ["Block"]


@dataclass(frozen=True, slots=True)
class Block:
    """A candidate: what would be cut, the phrases in it, and how it stands in the text."""

    start: int
    end: int
    phrases: tuple[tuple[int, int], ...]
    separator: Separator
    layout: str  # line (whole lines), head, tail, lines (one phrase a line)
    guarded: bool
    closed: bool = False  # by a full stop, as sentences are
    tagged: bool = False  # guarded only by a label that keywords of honest articles have too
    mirrored: bool = False  # its phrases stand in another block of the page too

    def texts(self, text: str) -> list[str]:
        """The phrases themselves."""
        return [text[a:b].strip() for a, b in self.phrases]
