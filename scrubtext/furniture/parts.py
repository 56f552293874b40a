"""Markers that may stand anywhere in a line, found by two of its words, or pairs of characters, at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from operator import add
from typing import NamedTuple

from scrubtext.furniture.forms import Hit, Marker
from scrubtext.furniture.openings import ORNAMENTS, expand
from scrubtext.furniture.pieces import follows, is_told
from scrubtext.furniture.words import words_of

__all__ = ["GAPPED", "Parts"]

GAPPED = ("part", "lead")
"""Forms of markers that may go on with anything, or have gaps."""
MAX_HEAD = 48
"""Characters of a marker, and of a line that is a heading whatever stands beside it."""
_INNER = re.compile(r"(?<=\s)[^\W_]+(?=\s)")
_STEM = 4
_ASIA = 0x0E00  # from here on words are written without spaces


class Part(NamedTuple):
    """A marker's first piece, the alternatives of its further pieces, and its place in the list."""

    gram: str
    row: int
    text: str
    rest: tuple[tuple[str, ...], ...]
    marker: Marker


class Parts:
    """The markers of two forms, filed by what they begin with, then by another word they must have."""

    def __init__(self, templates: Iterable[Marker]) -> None:
        listed = list(_listed(templates))
        pairs = Counter(pair for part in listed for pair in _pairs(part.text))
        self._begun: dict[str, list[Part]] = {}  # by the first word, or pair of characters
        self._spaced: dict[str, dict[str, list[Part]]] = {}  # by the first word, and another one
        self._dense: dict[str, list[Part]] = {}  # by the pair of characters that the fewest have
        for part in listed:
            self._begun.setdefault(part.gram, []).append(part)
            if _is_dense(part.text):
                rare = min(sorted(_pairs(part.text)), key=pairs.__getitem__)
                self._dense.setdefault(rare, []).append(part)
            else:
                self._spaced.setdefault(part.gram, {}).setdefault(_second(part.text), []).append(part)
        self._ones = frozenset(key for key in self._dense if len(key) == 1)

    def find(self, s: str, whole: bool) -> Hit | None:
        """The heaviest marker in a line; without ``whole`` of those it begins with."""
        best: Marker | None = None
        lead = len(s) - len(s.lstrip(ORNAMENTS + "¿¡"))
        for _, _, text, rest, m in self._near(s, whole):
            if best is None or m.weight > best.weight:
                last = len(s) if whole and m.form == "part" else lead + len(text)
                at = s.find(text, 0 if last > lead + len(text) else lead, last)
                if at >= 0 and follows(s, at + len(text), rest) and not (at and is_told(s, at, m.cls)):
                    best = m
        return Hit(best, "" if best.cls == "related" and len(s) <= MAX_HEAD else s) if best else None

    def rows(self, s: str, cls: str) -> set[Marker]:
        """The different markers of one class in a line."""
        near = (
            (m, rest, s.find(text) + len(text))
            for _, _, text, rest, m in self._near(s, whole=True)
            if text in s and (m.form == "part" or s.lstrip(ORNAMENTS).startswith(text))
        )
        return {m for m, rest, at in near if m.cls == cls and follows(s, at, rest)}

    def _near(self, s: str, whole: bool) -> list[Part]:
        """The markers that can stand in a line; they come in one order, whatever they are filed by."""
        if not whole:
            heads = (self._begun.get(head, ()) for head in sorted({s[:2], s[:_STEM]}))
            return [part for parts in heads for part in parts]
        found: list[Part] = []
        if not s.isascii():
            rare = {*filter(self._dense.__contains__, map(add, s, s[1:])), *self._ones.intersection(s)}
            found += [part for pair in rare for part in self._dense[pair] if part.text in s]
        grams = {s[:2], s[:_STEM], "", *[word[:_STEM] for word in words_of(s)]}
        for gram in self._spaced.keys() & grams:
            filed = self._spaced[gram]
            found += [part for second in filed.keys() & grams for part in filed[second]]
        return sorted(found) if len(found) > 1 else found


def _listed(templates: Iterable[Marker]) -> Iterator[Part]:
    for m in templates:
        if m.form in GAPPED:
            first, *rest = _pieces(m.text.lstrip("…"))
            for text in sorted({t for f in first for t in (f, f[0].upper() + f[1:])}):
                yield Part(_gram(text), m.row, text, tuple(rest), m)


def _pieces(template: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(expand(p)) for p in template.split("…") if p)


def _pairs(text: str) -> set[str]:
    """Two characters each; the text itself, where it is one."""
    return {*map(add, text, text[1:])} or {text}


def _is_dense(text: str) -> bool:
    return ord(text[0]) >= _ASIA


def _gram(text: str) -> str:
    """What a part begins with: two characters, or the first four of a word of an alphabet."""
    return text[:2] if _is_dense(text) else words_of(text)[0][:_STEM]


def _second(text: str) -> str:
    """Another word that a line with a part must hold; nothing of a part in one word."""
    return max((word[:_STEM] for word in _INNER.findall(text)), key=len, default="")
