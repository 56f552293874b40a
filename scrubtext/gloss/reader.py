"""Pages for readers who learn: lines with a gloss behind every character."""

from __future__ import annotations

import re
from bisect import bisect_left

from scrubtext.gloss.columns import Glosses

__all__ = ["SHARE", "count_han", "throughout"]

SHARE = 0.75
"""Of the Chinese characters glossed: from here it is a reader, glossed throughout."""
MAX_BARE = 16
"""Characters without a gloss on lines with some, from which a page of few glosses is none."""
_HAN = re.compile(r"[\u3400-\u9fff]")


def count_han(text: str, start: int, end: int) -> int:
    """How many Chinese characters a part of a text has."""
    return len(_HAN.findall(text, start, end))


def throughout(text: str, found: Glosses) -> bool:
    """Whether the lines with glosses are glossed throughout, whatever stands on the others."""
    glossed = han = 0
    while glossed < len(found):
        start = text.rfind("\n", 0, found.starts[glossed]) + 1
        end = text.find("\n", found.starts[glossed])
        end = end if end >= 0 else len(text)
        glossed = bisect_left(found.starts, end, glossed)
        han += count_han(text, start, end)
        if glossed < SHARE * han and han - glossed > MAX_BARE:
            return False
    return glossed >= SHARE * han
