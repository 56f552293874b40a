"""Whether an article speaks of what a line between its paragraphs names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from scrubtext.furniture.page import Page, Span

__all__ = ["Mentions"]

_INFLECTED = r"\w{0,3}"  # cookies, where the line has a cookie


class Mentions:
    """Which words the article has beside the lines that go; each word is looked for once."""

    def __init__(self, page: Page, spans: Iterable[Span]) -> None:
        self._folded = page.folded
        self._inside = "\n".join([page.text[a:b].casefold() for a, b in spans])
        self._known: dict[str, bool] = {}

    def has(self, words: Iterable[str]) -> bool:
        """Whether the article has one of the words of a line."""
        return any(map(self._has, words))

    def _has(self, w: str) -> bool:
        known = self._known.get(w)
        if known is None:
            known = self._known[w] = len(w) > 1 and self._stands(w)
        return known

    def _stands(self, w: str) -> bool:
        if self._folded.count(w) <= self._inside.count(w):
            return False
        if w[0] >= "\u2e80":
            return True
        whole = re.compile(rf"\b{re.escape(w)}{_INFLECTED if len(w) > 4 else ''}\b")
        return len(whole.findall(self._folded)) > len(whole.findall(self._inside))
