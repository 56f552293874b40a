"""What a text speaks of: how characters are read."""

from __future__ import annotations

from collections import Counter
from functools import cache

from scrubtext import tables

__all__ = ["about_readings"]


def about_readings(text: str) -> bool:
    """Whether the text speaks of how characters are read."""
    for char, topics in _topics():
        if char in text:
            for other, topic in topics:
                if other in text and topic in text:
                    return True
    return False


@cache
def _topics() -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """The topics by a character, as few characters as will do: a single one is found much faster.

    With each stands another of its characters.
    """
    left = [topic for (topic,) in tables.rows("gloss_topics.tsv")]
    out = []
    while left:
        ((char, _),) = Counter([c for topic in left for c in dict.fromkeys(topic)]).most_common(1)
        out.append((char, tuple([(t[t[0] == char], t) for t in left if char in t])))
        left = [topic for topic in left if char not in topic]
    return tuple(out)
