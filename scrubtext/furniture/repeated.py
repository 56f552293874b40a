"""The same short line again and again between the paragraphs of an article: in-body furniture.

A heading, a refrain, the name of a speaker come back too: that a line does proves only that it may be the
page's. What it says must be of pages, or it must stand in the middle of a sentence, or name a host.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from scrubtext.furniture.blanks import line_key, listed
from scrubtext.furniture.buttons import button
from scrubtext.furniture.hosts import at_host
from scrubtext.furniture.interlude import by_form, by_words
from scrubtext.furniture.page import Page, Span, is_told
from scrubtext.furniture.stems import sense
from scrubtext.furniture.vocabulary import tellings

__all__ = ["may_repeat", "repeated"]

MAX_REPEATED = 56
"""Characters of such a line."""
MAX_KINDS = 40
"""Different lines that come back which are looked at."""
MIN_KNOWN = 0.75
"""Share of its words, or letters, that must be words of pages."""
MANY = 4
"""Times from which it may stand beside a heading, too."""
OFTEN = 5
"""Times from which the text around it may have headings of its own."""
_FILES = "placeholder_stems.tsv+interface_stems.tsv"
_OF_PAGES = frozenset(("ad", "pester"))
"""Families of which one word is enough in a line that comes back."""
_ADS = frozenset(("ad",))
_STOPS = ".。!！?？…:：;；\"”’」』)）]】»"


def may_repeat(text: str, short: list[Span]) -> bool:
    """Whether one of the short lines of a text stands twice: the gate."""
    return len({text[a:b] for a, b in short if b - a <= MAX_REPEATED}) < len(short)


def repeated(page: Page) -> Iterator[Span]:
    """The lines that come back, each time between two paragraphs, and are the page's."""
    alike = _alike(page)
    every = {page.filled[i] for places in alike.values() for i in places}
    article = bool(alike) and page.told_but(every)
    plain = article and page.told_but(every, strictly=True)
    for key, places in islice(alike.items(), MAX_KINDS):
        if page.times(key) != len(places):
            continue
        lines = {page.text[slice(*page.filled[i])].strip() for i in places}
        told = any(_of_page(line, plain) for line in lines) or any(_splits(page, i) for i in places)
        if (article and told) or (len(places) >= OFTEN and any(map(_calls, lines))):
            yield from (page.filled[i] for i in places)


def _calls(line: str) -> bool:
    """Whether a line calls to follow the site, or shows that a picture is missing, whatever text it is in."""
    said = sense(line, False)
    word = listed(line)
    return (said is not None and said.cls == "follow") or (word is not None and word.cls == "image")


def _alike(page: Page) -> dict[str, list[int]]:
    """The places of short lines by what they say, of those that stand twice and more amid paragraphs."""
    found: dict[str, list[int]] = {}
    for i, (a, b) in enumerate(page.filled):
        key = line_key(page.text[a:b]) if b - a <= MAX_REPEATED else ""
        if len(key) > 1 and not key.isdigit():
            found.setdefault(key, []).append(i)
    several = {key: places for key, places in found.items() if len(places) > 1}
    every = {i for places in several.values() for i in places}
    amid = _amid(page, every) if every else every
    return {
        key: places
        for key, places in several.items()
        if amid.issuperset(places) or (len(places) >= MANY and _near_told(page, places, every))
    }


def _amid(page: Page, every: set[int]) -> set[int]:
    """The lines that come back with a paragraph above and one below, or nothing; neighbours together."""
    found: set[int] = set()
    run: list[int] = []
    above = False
    for i in range(len(page.filled)):
        if i in every:
            run.append(i)
            continue
        told = _told(page, i)
        if above and told:
            found.update(run)
        above, run = told, []
    if above:
        found.update(run)
    return found


def _near_told(page: Page, places: list[int], every: set[int]) -> bool:
    """Whether sentences stand above and below each of the lines, a heading or the title between or none.

    Above or below is enough for a line that stands there more often than that.
    """
    others = [i for i in range(len(page.filled)) if i not in every]
    told = [_told(page, i) for i in others]
    either = len(places) > MANY
    for i in places:
        k = bisect_left(others, i)
        above = any(told[max(0, k - 2) : k]) or k < 2 or (k <= MAX_HEAD and not any(told[:k]))
        below = any(told[k : k + 2]) or k > len(told) - 2
        if not (above and below) and not (either and (above or below)):
            return False
    return True


MAX_HEAD = 3
"""Lines above the first paragraph: the title, who wrote it, when."""


def _told(page: Page, i: int) -> bool:
    a, b = page.filled[i]
    return b - a > MAX_REPEATED or is_told(page.text[a:b])


def _of_page(line: str, plain: bool) -> bool:
    """Whether a line that comes back says something of the page; if not ``plain`` of an advertisement."""
    low, telling = line.casefold(), _OF_PAGES if plain else _ADS
    if at_host().search(low):
        return True
    for found, _ in tellings(low, _FILES, MIN_KNOWN):
        if any(families & telling for _, families in found):
            return True
    said = sense(line, False) if plain else None
    return (said is not None and said.weight > 0) or (plain and _is_shown(line))


def _is_shown(line: str) -> bool:
    """Whether a line stands in for a picture or a player, or is a button on one."""
    if button(line):
        return True
    word = listed(line) or by_form(line) or by_words(line)
    return word is not None and word.cls in ("image", "loading", "code", "expand")


def _splits(page: Page, i: int) -> bool:
    """Whether a line stands in the middle of a sentence: above it no stop, below a small letter."""
    if not 0 < i < len(page.filled) - 1:
        return False
    above, below = (page.text[slice(*page.filled[k])].strip() for k in (i - 1, i + 1))
    return len(above) > MAX_REPEATED and above[-1] not in _STOPS and below[:1].islower()
