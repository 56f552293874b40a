"""Markers that may stand anywhere in a line, found by two of its words, or pairs of characters, at once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from operator import add
from typing import NamedTuple

from scrubtext.furniture.forms import Hit, Marker
from scrubtext.furniture.openings import ORNAMENTS, expand
from scrubtext.furniture.pieces import follows, is_told

__all__ = ["GAPPED", "Parts"]

GAPPED = ("part", "lead")
"""Forms of markers that may go on with anything, or have gaps."""
MAX_HEAD = 48
"""Characters of a marker, and of a line that is a heading whatever stands beside it."""
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_INNER = re.compile(r"(?<=\s)[^\W_]+(?=\s)")
_STEM = 4
_ASIA = 0x0E00  # from here on words are written without spaces


class Part(NamedTuple):
    """A marker's first piece, the alternatives of its further pieces, and its place in the list."""

    row: int
    text: str
    rest: tuple[tuple[str, ...], ...]
    marker: Marker


class Parts:
    """The markers of two forms, filed by what they begin with, then by another word they must have."""

    def __init__(self, templates: Iterable[Marker]) -> None:
        self._filed: dict[str, dict[str, list[Part]]] = {}
        for m in templates:
            if m.form in GAPPED:
                first, *rest = _pieces(m.text.lstrip("…"))
                for text in sorted({t for f in first for t in (f, f[0].upper() + f[1:])}):
                    filed = self._filed.setdefault(_gram(text), {}).setdefault(_second(text), [])
                    filed.append(Part(m.row, text, tuple(rest), m))

    def find(self, s: str, whole: bool) -> Hit | None:
        """The heaviest marker in a line; without ``whole`` of those it begins with."""
        best: Marker | None = None
        lead = len(s) - len(s.lstrip(ORNAMENTS + "¿¡"))
        for _, text, rest, m in self._near(s, whole):
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
            for _, text, rest, m in self._near(s, whole=True)
            if text in s and (m.form == "part" or s.lstrip(ORNAMENTS).startswith(text))
        )
        return {m for m, rest, at in near if m.cls == cls and follows(s, at, rest)}

    def _near(self, s: str, whole: bool) -> list[Part]:
        """The markers that can stand in a line: what they begin with does, and their second word."""
        grams = {s[:2], s[:_STEM], ""}
        if whole:
            if not s.isascii():
                grams.update(map(add, s, s[1:]))
            grams.update([w[:_STEM] for w in _WORD.findall(s)])
        found: list[Part] = []
        for gram in sorted(self._filed.keys() & grams):
            filed = self._filed[gram]
            needed = filed.keys() & grams if whole else filed.keys()
            if near := [filed[second] for second in needed]:
                found += sorted(chain.from_iterable(near)) if len(near) > 1 else near[0]
        return found


def _pieces(template: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(expand(p)) for p in template.split("…") if p)


def _gram(text: str) -> str:
    """What a part is looked up by: two characters, or the first four of a word of an alphabet."""
    return text[:2] if ord(text[0]) >= _ASIA else _WORD.findall(text)[0][:_STEM]


def _second(text: str) -> str:
    """What else a line with a part must hold, looked up the same way; nothing of a part in one word."""
    if not text.isascii() and len(text) > 2:
        return text[-2:]
    return max((word[:_STEM] for word in _INNER.findall(text)), key=len, default="")
