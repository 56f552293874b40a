"""Markers in several pieces: with gaps between them, or in brackets side by side."""

from __future__ import annotations

import re

__all__ = ["GAP", "follows", "groups_of"]

GAP = 60
"""Characters that may stand between the pieces of a ``part`` marker."""


def groups_of(s: str) -> list[str]:
    """The bracketed pieces of a line that is nothing else: ``【纠错】【打印】``."""
    if s[0] not in "【[" or s[-1] not in "】]" or len(s) > 120:
        return []
    pieces = [piece.strip("】] ") for piece in re.split(r"[【\[]", s)[1:]]
    return (
        pieces
        if len(pieces) > 1 and all(pieces) and not re.search(r"[】\]]\s*[^\s【\[]", s)
        else []
    )


def follows(s: str, at: int, rest: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the further pieces of a part stand behind ``at``, each within the gap."""
    for alternatives in rest:
        ends = [k + len(p) for p in alternatives if (k := s.find(p, at, at + GAP + len(p))) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True
