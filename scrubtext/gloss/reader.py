"""Pages for readers who learn: lines with a gloss behind every character."""

from __future__ import annotations

import re

from scrubtext.gloss.columns import Glosses

__all__ = ["SHARE", "throughout"]

SHARE = 0.75
"""Of the Chinese characters glossed: from here it is a reader, glossed throughout."""
MAX_GLOSSES, MAX_LINES = 400, 40
"""Glosses and lines of them that are looked at: a reader's page is short."""
_HAN = re.compile(r"[\u3400-\u9fff]")


def throughout(text: str, found: Glosses) -> bool:
    """Whether the lines with glosses are glossed throughout, whatever stands on the others."""
    if len(found) > MAX_GLOSSES:
        return False
    lines = {(text.rfind("\n", 0, g.at) + 1, text.find("\n", g.end)) for g in found.rows()}
    if len(lines) > MAX_LINES:
        return False
    han = sum(len(_HAN.findall(text, a, b if b >= 0 else len(text))) for a, b in lines)
    return len(found) >= SHARE * han
