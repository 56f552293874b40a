"""Names of pictures glued to a sentence, as a camera or an editor gave them: ``He went down.Cimg1718``."""

from __future__ import annotations

import re

from scrubtext.furniture.page import Span
from scrubtext.furniture.remnants import camera_name

__all__ = ["glued_names"]

_ENDS = re.compile(r"(?<=[。！？!?.…”」』)）])[ \u3000]?(_?[A-Za-z]{2,8}_?[\d_\-]{4,20})")
"""Such a name behind a stop, to be read at the end of a line."""
_BEGINS = re.compile(r"(_?[A-Za-z]{2,8}_?\d{4,6})(?=[A-Z][a-z]|[\u3040-\u9fff\uac00-\ud7a3“「『])")
_HEADS = frozenset(("img", "dsc", "cim", "pic", "_ds", "hpi", "_mg"))
"""How the lines begin that are read for one before a sentence."""
_FIRST = frozenset("iIdDcCpPhH_")
MAX_NAME, MIN_LINE = 30, 12
"""Characters of such a name at most, and of a line at least."""


def glued_names(text: str, filled: list[Span]) -> list[Span]:
    """The names of pictures glued to one end of a line, which the text has nowhere else.

    >>> line = "We walked down to the lake.Cimg1718"
    >>> glued_names(line, [(0, len(line))])
    [(27, 35)]
    """
    found = []
    for a, b in filled:
        ends, begins = text[b - 1].isdecimal(), text[a] in _FIRST
        if b - a < MIN_LINE or not (ends or begins):
            continue
        met = _ENDS.search(text, max(a, b - MAX_NAME), b) if text[b - 4 : b].isdecimal() else None
        if met and met.end() == b:
            found.append((met.start(), b, met[1]))
        elif begins and text[a : a + 3].lower() in _HEADS and (met := _BEGINS.match(text, a, b)):
            found.append((a, met.end(), met[1]))
    return [(a, b) for a, b, name in found if camera_name(name) and text.count(name) == 1]
