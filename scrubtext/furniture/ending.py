"""The end of a text: the lines below its last run of sentences, which is where furniture stands.

Whatever stands above four sentences in a row is not looked at: the walk up from the last line
(``tail``) stops there, so for most texts four lines are read and no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from scrubtext.doc import Doc
from scrubtext.furniture.openings import INDENT

__all__ = ["RUN", "ending", "is_long"]

RUN = 4
"""Sentences in a row that end the walk."""
MAX_SPANS = 2000
"""Lines, blank ones too, that are looked at: thrice what a trailer may have."""
_SURE = 60
"""Characters from which a line with a full stop is a sentence and neither a title nor a date."""
_STOPS = frozenset("。．.!?！？”」』’\")）")


def is_long(text: str, a: int, b: int) -> bool:
    """Whether a line is a sentence at first sight: of some length, and closed as sentences are."""
    return b - a >= _SURE and text[b - 1] in _STOPS


def ending(doc: Doc, after: int) -> Iterator[tuple[int, int]]:
    r"""The lines that may belong to a trailer, the last one first; sentences among them.

    >>> text = "\n".join(["It rained in the valley, and the miller told everyone to stay at home."] * 6)
    >>> len(list(ending(Doc(text + "\nRelated stories"), 0)))
    5
    """
    text, lines, run = doc.text, doc.lines, 0
    for i in range(len(lines) - 1, max(-1, len(lines) - 1 - MAX_SPANS), -1):
        a, b = lines[i]
        if a < after:
            return
        if a == b or (b - a < 8 and not text[a:b].strip(INDENT)):
            continue
        yield a, b
        if is_long(text, a, b):
            run += 1
            if run == RUN:
                return
        else:
            run = 0
