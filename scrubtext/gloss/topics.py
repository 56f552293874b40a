"""What a text speaks of: how characters are read."""

from __future__ import annotations

from collections import Counter
from functools import cache

from scrubtext import tables

__all__ = ["about_readings"]


def about_readings(text: str) -> bool:
    """Whether the text speaks of how characters are read."""
    for char, topics in _topics().items():
        if char in text:
            for topic in topics:
                if topic[0] in text and topic[-1] in text and topic in text:
                    return True
    return False


@cache
def _topics() -> dict[str, list[str]]:
    """The topics by a character, as few characters as will do: a single one is found much faster."""
    left = [topic for (topic,) in tables.rows("gloss_topics.tsv")]
    out: dict[str, list[str]] = {}
    while left:
        ((char, _),) = Counter([c for topic in left for c in dict.fromkeys(topic)]).most_common(1)
        out[char] = [topic for topic in left if char in topic]
        left = [topic for topic in left if char not in topic]
    return out
