"""Where words end, by how common words are: only asked at the few places where that is in doubt."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from scrubtext.tables import rows

__all__ = ["LONGEST", "UNKNOWN", "best", "costs"]

LONGEST = 4  # characters; the list has no longer words
UNKNOWN = 180  # a word of the dictionaries that the list does not have, in tenths of -ln(share)
_TECHNICAL = 120
_LETTER = 190  # a character the list does not have


@cache
def costs() -> Mapping[str, int]:
    """10 × -ln(share) of each word."""
    more = (words for kind, words in rows("script_technical.tsv") if kind == "word")
    found = {word: _TECHNICAL for words in more for word in words.split()}
    for cost, words in rows("script_words.txt.gz"):
        found.update(dict.fromkeys(words.split(), int(cost)))
    return found


def best(
    text: str, extra: Mapping[str, int], barred: frozenset[str] = frozenset()
) -> tuple[int, tuple[int, ...]]:
    """Cost of the likeliest segmentation of a short text, and where its words end.

    ``extra`` are more words with their costs, ``barred`` words that must not be used.

    >>> best("邮件被发送", {"被发": UNKNOWN})
    (296, (2, 3, 5))
    """
    cost = costs()
    total = [0] + [1 << 30] * len(text)
    start = [0] * (len(text) + 1)
    longest = max(LONGEST, max(map(len, extra), default=0))
    for i in range(len(text)):
        for j in range(i + 1, min(i + longest, len(text)) + 1):
            word = text[i:j]
            if word in barred:
                continue
            price = cost.get(word) or extra.get(word) or (_LETTER if j == i + 1 else 0)
            if price and total[i] + price < total[j]:
                total[j], start[j] = total[i] + price, i
    ends = [len(text)]
    while ends[-1]:
        ends.append(start[ends[-1]])
    return total[-1], tuple(reversed(ends[:-1]))
