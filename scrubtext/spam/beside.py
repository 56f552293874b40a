"""What was put in beside a farm: a brand alone on a line, and a sentence of it, foreign to the page.

The evidence is not what the brand is called but where it stands: in the heading or among the names of the
farm, or alone on the next line, and in one sentence beside it, and nowhere else on the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from scrubtext.spam.lexicon import ordinary, stock, trades
from scrubtext.spam.page import Page, foreign, page_of, tokens
from scrubtext.spam.phrases import bare
from scrubtext.spam.verdict import MIN_PROSE

__all__ = ["with_injected"]

Span = tuple[int, int, str]

MIN_BRAND, MAX_BRAND = 2, 30  # characters
MAX_SENTENCE = 240  # characters
MAX_NEAR = 2  # lines above and below a farm that are looked at
KNOWN = 0.25  # of the tokens of a sentence that its page holds at most
_INNER = re.compile(r"[。！？](?=[^\s”’」』\"'）)])|[.!?] (?=[^\W\d_])")
"""The end of a sentence inside a line: another, of the article's, may stand behind it."""
_ENDS = re.compile(r"[。！？!?.…][”’」』\"')）]*$")


def with_injected(text: str, lines: Sequence[tuple[int, int]], cuts: Sequence[Span]) -> list[Span]:
    """Farms in order; those of whole lines reach over the lines beside them that came with them."""
    out: list[Span] = []
    for i, cut in enumerate(cuts):
        free = out[-1][1] if out else 0, cuts[i + 1][0] if i + 1 < len(cuts) else len(text)
        out.append(_Beside(text, lines, cut, free).reach(cuts))
    return out


class _Beside:
    """The lines next to a farm, by number, the nearest first."""

    def __init__(
        self, text: str, lines: Sequence[tuple[int, int]], cut: Span, free: tuple[int, int]
    ) -> None:
        self.text, self.lines, self.cut = text, lines, cut
        first, last = (bisect_right(lines, (at, 1 << 62)) - 1 for at in cut[:2])
        whole = lines[first][0] == cut[0] and lines[last][1] == cut[1]
        self.last = last
        self.above = self._near(range(first - 1, -1, -1), free) if whole else []
        self.below = self._near(range(last + 1, len(lines)), free) if whole else []

    def _near(self, numbers: Iterable[int], free: tuple[int, int]) -> list[int]:
        out: list[int] = []
        for k in numbers:
            a, b = self.lines[k]
            if len(out) == MAX_NEAR or a < free[0] or b > free[1]:
                break
            if self.told(k):
                out.append(k)
        return out

    def told(self, k: int) -> str:
        """What a line says."""
        return self.text[slice(*self.lines[k])].strip()

    def reach(self, cuts: Sequence[Span]) -> Span:
        """The farm, with the brand and its sentence where there are some."""
        start, end, why = self.cut
        for brand, sentence in self._pairs():
            if self._foreign(brand, sentence, cuts):
                spans = (self.lines[brand], self.lines[sentence])
                return min(start, *(a for a, _ in spans)), max(end, *(b for _, b in spans)), why
        return self.cut

    def _pairs(self) -> Iterator[tuple[int, int]]:
        """A brand alone and a sentence that holds it: one the nearest line, the other next or across."""
        for own, other in ((self.above, self.below), (self.below, self.above)):
            near = [(own[0], k) for k in [*own[1:], *other[:1]]] if own else []
            near += [(k, own[0]) for k in own[1:]]
            yield from (pair for pair in near if self._fits(*pair))
        if self.above and self._fits(self.last, self.above[0]):
            yield self.last, self.above[0]

    def _fits(self, brand: int, sentence: int) -> bool:
        name, told = self.told(brand), self.told(sentence)
        if not MIN_BRAND <= len(name) <= MAX_BRAND or len(told) > MAX_SENTENCE:
            return False
        one = bool(_ENDS.search(told)) and not _INNER.search(told)
        return name in told and one and bare(name) and not _ENDS.search(name)

    def _foreign(self, brand: int, sentence: int, cuts: Sequence[Span]) -> bool:
        """Whether the page has neither the brand nor what its sentence is about."""
        name = self.told(brand)
        taken = sorted([(a, b) for a, b, _ in cuts] + [self.lines[brand], self.lines[sentence]])
        page = page_of(self.text, taken)
        if page.prose < MIN_PROSE or name.casefold() in page.rest.casefold():
            return False
        across = (brand in self.above) != (sentence in self.above)
        told = self.told(sentence).replace(name, " ")
        sure = across or name in self.text[slice(*self.cut[:2])] or _sells(name)
        return (sure or self._no_title(brand, sentence, told, page)) and _held(told, page) <= KNOWN

    def _no_title(self, brand: int, sentence: int, told: str, page: Page) -> bool:
        """Whether a brand is not the title of the page, nor the sentence its first: the page has a title
        below them or ends with them, and never speaks of what the sentence sells.
        """
        sold = [told[a:b] for a, b in trades().spans(told)]
        if not any(foreign(tokens(word), page) for word in sold):
            return False
        end = max(self.cut[1], self.lines[brand][1], self.lines[sentence][1])
        below = self.text[end : end + MAX_SENTENCE].strip().partition("\n")
        return not below[0] or (bool(below[2]) and bare(below[0]) and not _ENDS.search(below[0]))


def _sells(name: str) -> bool:
    """Whether a brand holds a stock word that is no word of every day."""
    return any(found.casefold() not in ordinary() for found in stock().findall(name))


def _held(sentence: str, page: Page) -> float:
    """The share of the tokens of a sentence that a page holds."""
    found = tokens(sentence)
    return sum(map(page.holds, found)) / (len(found) or 1)
