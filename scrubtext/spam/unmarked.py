"""Rows of names of a dense script with no mark at all between: half of what they say is for sale.

``城北管道疏通价格河东二手空调回收电话…`` is what a page leaves of its links when its markup is taken away.
No template comes back in it and hardly a pair of characters; but sentences are held together by small
characters and verbs, and titles of goods name one thing.
"""

from __future__ import annotations

from scrubtext.spam.lexicon import trades

__all__ = ["LONG_ROW", "MIN_GOODS", "is_sold", "sold_cover"]

LONG_ROW = 60  # characters without a mark
MIN_GOODS = 10  # different goods and services
MIN_COVER = 0.5  # of the characters; clauses about such things and titles of goods have a third
MAX_SPEECH = 0.02  # of them are small characters
MIN_PROSE = 100  # characters of sentences on the page


def sold_cover(part: str) -> float:
    """The share of a row that goods and services cover; 0 where it is short, or they are few.

    >>> sold_cover("春天石桥修好了")
    0.0
    """
    if len(part) < LONG_ROW:
        return 0.0
    found = [part[a:b] for a, b in trades().spans(part)]
    cover = sum(map(len, found)) / len(part)
    return cover if len(set(found)) >= MIN_GOODS and cover >= MIN_COVER else 0.0


def is_sold(cover: float, speech: float, prose: int) -> bool:
    """Whether a row with so much for sale, and so many small characters, is names and no sentence."""
    return cover >= MIN_COVER and speech <= MAX_SPEECH and prose >= MIN_PROSE
