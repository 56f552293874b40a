"""Syllables whose opening bracket is gone, and those that stand inside shifted runs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.gloss.columns import Gloss, Places
from scrubtext.gloss.syllables import LETTERS, has_tone, spell
from scrubtext.gloss.tokens import MAX_LETTERS

__all__ = ["strays", "unopened"]

_CLOSED = rf"([{LETTERS}]{{1,{MAX_LETTERS}}})[)）]"
"""A syllable and its closing bracket."""


@cache
def _unopened() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\u2010-\uffff]){_CLOSED}")


def unopened(text: str) -> Iterator[Gloss]:
    """Syllables whose opening bracket went together with the lost byte."""
    for m in _unopened().finditer(text):
        syllable = spell(m[1])
        if has_tone(syllable):
            start = m.start()
            yield Gloss(start, m.end(), start - 1, text[start - 1], syllable, True, False)
            if second := _second().match(text, m.end()):  # both met inside one character
                own = spell(second[1])
                yield Gloss(m.end(), second.end(), start - 1, text[start - 1], own, True, False)


@cache
def _second() -> re.Pattern[str]:
    return re.compile(_CLOSED)


@cache
def _strays() -> re.Pattern[str]:
    """A sign of a lost byte, a bracket or a first letter, and what must follow: found by its start."""
    most = rf"[{LETTERS}]{{1,{MAX_LETTERS}}}"
    ways = (
        rf"(?<=[?\ufffd])[(（]?{most}",
        rf"(?<=[(（]){most}",
        rf"(?<=[{LETTERS}])(?<![{LETTERS}].)[{LETTERS}]{{0,{MAX_LETTERS - 1}}}",
    )
    return re.compile(rf"[?\ufffd(（{LETTERS}](?:{'|'.join(ways)})[)）]", re.DOTALL)


def strays(text: str, start: int, end: int, known: Places) -> dict[int, Gloss]:
    """Syllables with at least their closing bracket, after anything, by where they start.

    That is what stands inside runs. Those at ``known`` places are left out.
    """
    out = {}
    for m in _strays().finditer(text, start, end):
        at = m.start()
        if at in known:
            continue
        syllable = spell(m[0][:-1].lstrip("?\ufffd(（"))
        if has_tone(syllable):
            lost = text[at] not in "(（"
            out[at] = Gloss(at, m.end(), at - 1, text[at - 1 : at], syllable, lost, False)
    return out
