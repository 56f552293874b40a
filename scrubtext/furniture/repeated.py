"""The same short line again and again between the paragraphs of an article: in-body furniture.

A heading, a refrain, the name of a speaker come back too: that a line does proves only that it may be the
page's. What it says must be of pages, or it must stand in the middle of a sentence, or name a host.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from scrubtext.furniture.blanks import line_key
from scrubtext.furniture.hosts import at_host
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
    plain = bool(alike) and page.told_but(every, strictly=True)
    for key, places in islice(alike.items(), MAX_KINDS):
        lines = {page.text[slice(*page.filled[i])].strip() for i in places}
        told = any(_of_page(line, plain) for line in lines)
        if (told or any(_splits(page, i) for i in places)) and page.folded.count(key) == len(places):
            yield from (page.filled[i] for i in places)


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
    found = {key: places for key, places in several.items() if amid.issuperset(places)}
    return found if found and page.told_but({page.filled[i] for i in every}) else {}


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
    return said is not None and said.weight > 0


def _splits(page: Page, i: int) -> bool:
    """Whether a line stands in the middle of a sentence: above it no stop, below a small letter."""
    if not 0 < i < len(page.filled) - 1:
        return False
    above, below = (page.text[slice(*page.filled[k])].strip() for k in (i - 1, i + 1))
    return len(above) > MAX_REPEATED and above[-1] not in _STOPS and below[:1].islower()
