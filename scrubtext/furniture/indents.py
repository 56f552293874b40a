"""Markers behind an indent: of manuals it says that a line is code or a list, of pages nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from scrubtext.furniture.markers import Hit, Index

__all__ = ["indented", "is_dumped"]

MIN_SPACED = 4
"""Lines of nothing but spaces in a text that was taken out of a page as its source stands."""
_SPACED = re.compile(r"\n[ \t]{3,}(?=\r?\n)")


@lru_cache(maxsize=1)  # asked line by line; one text at most is kept alive
def is_dumped(text: str) -> bool:
    r"""Whether a text has the indents of the source of a page: then an indent says nothing.

    >>> is_dumped("It rained.\n    \n        \n    \n      \n        Next"), is_dumped("a:\n\n    b = 1\n")
    (True, False)
    """
    return len(_SPACED.findall(text)) >= MIN_SPACED


def indented(s: str, index: Index) -> Hit | None:
    """The marker of a line behind one tab, or behind four spaces where lists of pages are kept as text.

    Manuals indent by a tab too, so it must be one of the list; by four spaces most do, so what follows
    must be Chinese, Japanese or Korean, a heading of the list and no label with a value, or a sure form.
    """
    spaced = s[:4] == "    " and not s[4:5].isspace() and _DENSE.search(s) is not None
    if not spaced and (s[0] != "\t" or s[1:2].isspace()):
        return None
    hit = index.find(s)
    if hit is None or hit.marker.weight < 1 or hit.marker.cls in _APART:
        return None
    listed = hit.marker.row >= 0
    if spaced:
        return hit if (listed and not hit.value) or (not listed and hit.marker.weight > 1) else None
    return hit if listed else None


_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7a3]")
_APART = {"credit", "source", "date", "copyright"}  # what manuals have below a heading of their own
