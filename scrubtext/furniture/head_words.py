"""The words and forms of the rows above an article: ``data/head_words.tsv``."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.furniture.patterns import Forms
from scrubtext.tables import rows

__all__ = ["buttons", "is_button", "listed", "sizes"]


@cache
def listed(*roles: str) -> frozenset[str]:
    """The words of some roles: home, here, section, label.

    >>> "date" in listed("section", "label")
    True
    """
    own = (words for words, _, role in rows("head_words.tsv") if role in roles)
    return frozenset(word for words in own for word in words.split("|"))


def is_button(line: str) -> bool:
    """Whether a line is a button by its form: letter sizes, a skip to the content, a reading time.

    >>> is_button("Skip to content"), is_button("Content to skip")
    (True, False)
    """
    return buttons().find(line) >= 0


@cache
def buttons() -> Forms:
    """Lines that are buttons."""
    return Forms([r[0] for r in rows("head_words.tsv") if r[2] in ("size", "skip", "time", "row")], re.I)


@cache
def sizes() -> re.Pattern[str]:
    """The sizes of letters a reader may choose, anywhere in a line."""
    return re.compile("|".join(f"(?:{r[0]})" for r in rows("head_words.tsv") if r[2] == "size"), re.I)
