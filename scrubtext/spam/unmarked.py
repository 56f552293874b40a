"""Rows of names of a dense script with no mark at all between: half of what they say is for sale.

``城北管道疏通价格河东二手空调回收电话…`` is what a page leaves of its links when its markup is taken away.
No template comes back in it and hardly a pair of characters; but sentences are held together by small
characters and verbs, and titles of goods name one thing.
"""

from __future__ import annotations

from scrubtext.spam.lexicon import trades

__all__ = ["LONG_ROW", "MIN_GOODS", "MIN_ROW", "MIN_SOLD", "is_crowded", "is_sold", "sold_cover"]

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


MIN_ROW = 36  # characters of a short row that is a line of its own
MAX_SMALL = 0.03  # of them are small characters
MIN_LOCAL, MIN_ASKED, MIN_TRADED = 1.0, 0.8, 1.2  # for ten characters; honest rows have half of that
MIN_NAMED, LONG_NAMED = 2.0, 45  # goods and services for ten of so many, where nothing else speaks
MIN_SOLD = 5  # goods and services of such a line


def is_crowded(part: str, small: float, asked: float, local: float) -> bool:
    """Whether a line without a mark is crowded with places and services, or questions, or goods.

    ``small`` is its share of small characters; ``asked`` and ``local`` are how many questions and services
    with a place it has, for ten characters.

    >>> is_crowded("春天石桥修好了", 0.0, 0.0, 0.0)
    False
    """
    if len(part) < MIN_ROW or small > MAX_SMALL:
        return False
    if local >= MIN_LOCAL:
        return True
    sold = 10 * sum(1 for _ in trades().spans(part)) / len(part)
    if sold >= MIN_NAMED and len(part) >= LONG_NAMED:
        return True
    return asked >= MIN_ASKED and sold >= MIN_TRADED
