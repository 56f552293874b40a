"""The words page furniture begins with, found by the first characters of a line.

A line is compared with the markers in four forms (see the header of ``trailer_markers.tsv``). What a
document costs is one look at the first characters of each line; everything else runs on a hit.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from operator import add
from typing import NamedTuple

from scrubtext.furniture.credits import arrow, is_byline, menu_items, reporter
from scrubtext.furniture.openings import (
    INDENT,
    ORNAMENTS,
    TAIL,
    Gate,
    expand,
    first_words,
    keys_of,
)
from scrubtext.tables import rows

__all__ = ["Hit", "Index", "Marker", "expand", "index"]

_SPLIT = re.compile(r"[:：】\]＞]|\s*[/／|｜丨]\s*|\s+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BULLETS = ("- ", "* ", "+ ", "• ", "· ")
_COUNT = re.compile(r"(?:[\s(（\[]+|(?<=[\u2e80-\u9fff\uac00-\ud7a3]))\d{1,7}\+?\s?[)）\]]?$")
_COUNTED = re.compile(r"\d{1,6}\s?(?:条|則|则|件の|개의)?\s?")
MAX_LINE = 700
"""Characters: longer lines are paragraphs, whatever they begin with."""
MAX_HEAD = 48
"""Characters a marker may have."""
_CLEAR = (":", "：", "】", "]", ">", "＞")
GAP = 60
"""Characters that may stand between the pieces of a ``part`` marker."""


class Marker(NamedTuple):
    """One entry of the marker list, alternatives expanded; ``row`` is its place in the list."""

    text: str
    lang: str
    cls: str
    form: str
    weight: int
    row: int = -1


class Hit(NamedTuple):
    """A marker found at a line: ``value`` is what follows it on the line."""

    marker: Marker
    value: str


def _pieces(template: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(expand(p)) for p in template.split("…") if p)


def _gram(text: str) -> str:
    """What a part is looked up by: two characters, or the first four of a word of an alphabet."""
    return text[:2] if ord(text[0]) >= 0x0E00 else _WORD.findall(text)[0][:4]


class Index:
    """Markers filed by their first words; what a template stands for is made when they are met."""

    def __init__(self, markers: Iterable[tuple[str, str, str, str, int]]) -> None:
        self.exact: dict[str, Marker] = {}
        self.valued: dict[str, Marker] = {}
        self.starts: dict[str, list[tuple[int, int, str, Marker]]] = {}
        self.templates = [Marker(*m, row) for row, m in enumerate(markers)]
        self.filed: dict[str, list[Marker]] = {}
        openings = {key for name in rows("share_names.tsv") for key in first_words(name[0])}
        stems: set[str] = set()
        apart: dict[str, list[str]] = {"glued": [], "byline": [], "agency": []}
        for m in self.templates:
            if m.form in apart:
                apart[m.form] += expand(m.text)
            if m.form in ("glued", "agency"):
                continue
            words = first_words(m.text.lstrip("…").split("…")[0])
            if m.form == "part":
                stems |= words
                continue
            openings |= words
            for key in words if m.form != "byline" else ():
                self.filed.setdefault(key, []).append(m)
        self.glued = tuple(sorted(apart["glued"], key=len, reverse=True))
        self.glued_ends = frozenset(g[-1] for g in self.glued)
        self.bylines = tuple(sorted(apart["byline"], key=len, reverse=True))
        self.agencies = frozenset(apart["agency"])
        self.gate = Gate(openings, stems)

    def _ready(self, core: str) -> None:
        """Make what could be the marker of a line."""
        for key in keys_of(core):
            for m in self.filed.pop(key, ()):
                self._add(m, key)

    def _add(self, template: Marker, key: str) -> None:
        for text in expand(template.text):
            m = template._replace(text=" ".join(text.split()))
            low = m.text.casefold()
            bare = low.strip(ORNAMENTS + TAIL) or low
            if key not in keys_of(bare):
                continue
            _keep(self.exact, bare, m)
            if m.form != "line":
                _keep(self.valued, bare, m)
            if m.form == "start":
                insort(self.starts.setdefault(low[:2], []), (-len(low), m.row, low, m))

    @cached_property
    def parts(self) -> dict[str, list[tuple[str, tuple[tuple[str, ...], ...], Marker]]]:
        """The markers that may stand anywhere in a line, by the characters they begin with."""
        found: dict[str, list[tuple[str, tuple[tuple[str, ...], ...], Marker]]] = {}
        for m in self.templates:
            if m.form == "part":
                first, *rest = _pieces(m.text.lstrip("…"))
                for text in {t for f in first for t in (f, f[0].upper() + f[1:])}:
                    found.setdefault(_gram(text), []).append((text, tuple(rest), m))
        return found

    def find(self, line: str, whole: bool = True) -> Hit | None:
        """The marker of a line, if it has one; without ``whole`` only what the line begins with."""
        s = line.strip(INDENT + "\r")
        if not s or len(s) > MAX_LINE:
            return None
        heading = s[0] == "#"
        core = s.lstrip("# ") if heading else s
        if core[:2] in _BULLETS or not core:
            return None
        core = core.lstrip(ORNAMENTS + INDENT)
        self._ready(core)
        hit = self._whole(core) or self._valued(core) or self._start(core) or self._start(s)
        hit = hit or self._names(core) or self._formed(s, core)
        if not hit or not hit.marker.weight:
            part = self._part(s, whole)
            hit = part if part and (not hit or part.marker.weight) else hit
        return None if hit and heading and hit.marker.weight < 2 else hit

    def _whole(self, core: str) -> Hit | None:
        key = core[: MAX_HEAD + 12].rstrip(TAIL)
        if len(core) > MAX_HEAD + 12:
            return None
        low = " ".join(key.casefold().split())
        m = self.exact.get(low) or self.exact.get(_COUNT.sub("", low).rstrip(TAIL))
        if not m and (counted := _COUNTED.match(low)):  # 3 Comments
            self._ready(low[counted.end() :])
            m = self.exact.get(low[counted.end() :])
            m = m if m and m.cls in ("comments", "share") else None
        return Hit(m, "") if m else None

    def _valued(self, core: str) -> Hit | None:
        head = core[:MAX_HEAD]
        for cut in _SPLIT.finditer(head):
            m = self.valued.get(" ".join(head[: cut.start()].casefold().split()))
            if m and (cut[0].strip() in _CLEAR or self._spaced(m, core[cut.end() :])):
                return Hit(m, core[cut.end() :].strip(TAIL + INDENT))
        return None

    @staticmethod
    def _spaced(m: Marker, value: str) -> bool:
        """Whether a value may follow a marker after nothing but a space."""
        han = ord(m.text[0]) >= 0x2E80
        return (
            han
            and m.cls in ("credit", "source", "navigation", "share", "date")
            and len(value) <= 90
        )

    def _start(self, core: str) -> Hit | None:
        low = core[: MAX_HEAD + 8].casefold()
        for _, _, key, m in (*self.starts.get(low[:2], ()), *self.starts.get(low[:1], ())):
            if low.startswith(key):
                after = low[len(key) : len(key) + 1]
                glued = after.isalpha() and ord(after) < 0x0E00 and key[-1].isalpha()
                told = m.cls == "credit" and (len(core) > 80 or core.endswith("."))
                if not glued and not told:
                    return Hit(m, core[len(key) :].strip(TAIL + INDENT))
        return None

    def _formed(self, s: str, core: str) -> Hit | None:
        """A line that shows by its form what it is."""
        if len(s) > 200:
            return None
        bare = s.strip(" ()[]（）")
        if bare in self.agencies:
            return Hit(_AGENCY, "")
        if is_byline(core.rstrip(" )"), self.bylines):
            return Hit(_BYLINE, core)
        weight = reporter(bare)
        if weight:
            return Hit(_BYLINE._replace(weight=weight), core)
        if self._menu(core):
            return Hit(_MENU, core)
        return Hit(_ARROW, core) if arrow(s) else None

    def _menu(self, core: str) -> bool:
        """Whether at least two entries of a line of short entries are those of a site's footer."""
        known = 0
        for item in menu_items(core):
            self._ready(item)
            m = self.exact.get(item.casefold().strip(TAIL))
            known += m is not None and m.cls in _SITE
        return known > 1

    def _names(self, core: str) -> Hit | None:
        """A line of nothing but names of networks; one alone proves little."""
        if len(core) > 160 or core[:2].casefold() not in _names()[1]:
            return None
        found = _names()[0].fullmatch(core)
        if not found or (found[0][-1].isdigit() and len(found[0]) < len(found[1]) + 3):
            return None
        return Hit(_BAR if len(found[0]) > len(found[1]) + 2 else _BUTTON, "")

    def _part(self, s: str, whole: bool) -> Hit | None:
        best: Marker | None = None
        for text, rest, m in self._near(s, whole):
            if best is None or m.weight > best.weight:
                at = s.find(text) if whole else (0 if s.startswith(text) else -1)
                if at >= 0 and _follows(s, at + len(text), rest):
                    best = m
        return Hit(best, s) if best else None

    def _near(
        self, s: str, whole: bool = True
    ) -> Iterator[tuple[str, tuple[tuple[str, ...], ...], Marker]]:
        """The parts that can stand in ``s``: their first characters do."""
        parts = self.parts
        grams = {s[:2], s[:4]}
        if whole and not s.isascii():
            grams.update(map(add, s, s[1:]))
        if whole:
            grams.update([w[:4] for w in _WORD.findall(s)])
        for gram in sorted(parts.keys() & grams):
            yield from parts[gram]

    def rows(self, s: str, cls: str) -> set[Marker]:
        """The different ``part`` markers of one class in a line."""
        near = ((m, rest, s.find(text) + len(text)) for text, rest, m in self._near(s) if text in s)
        return {m for m, rest, at in near if m.cls == cls and _follows(s, at, rest)}


def _keep(table: dict[str, Marker], key: str, m: Marker) -> None:
    """The heavier marker stays; of equals the one that stands first in the list."""
    if key not in table or (table[key].weight, -table[key].row) < (m.weight, -m.row):
        table[key] = m


def _follows(s: str, at: int, rest: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the further pieces of a part stand behind ``at``, each within the gap."""
    for alternatives in rest:
        ends = [k + len(p) for p in alternatives if (k := s.find(p, at, at + GAP + len(p))) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True


_SITE = ("footer", "navigation", "publisher", "disclaimer", "newsletter", "copyright")
_AGENCY = Marker("name of an agency", "*", "source", "agency", 0)
_BYLINE = Marker("byline", "*", "credit", "byline", 1)
_MENU = Marker("menu of a site", "*", "footer", "menu", 2)
_ARROW = Marker("arrow", "*", "navigation", "arrow", 1)
_BAR = Marker("names of networks", "*", "share", "names", 1)
_BUTTON = Marker("name of a network", "*", "share", "names", 0)


@cache
def _names() -> tuple[re.Pattern[str], frozenset[str]]:
    """Lines made of names of networks, and the first two characters they can have."""
    names = sorted((r[0] for r in rows("share_names.tsv")), key=len, reverse=True)
    one = "|".join(re.escape(n) for n in names)
    pattern = re.compile(rf"({one})(?:[\s,|/·•、:：()（）\d]*(?:{one}))*[\s:：.…\d]*", re.I)
    return pattern, frozenset(n[:2].casefold() for n in names)


@cache
def index(extra: tuple[str, ...] = ()) -> Index:
    """The markers of the data file, with those of the user's rules."""
    own = [(r[0], r[1], r[2], r[3], int(r[4])) for r in rows("trailer_markers.tsv")]
    return Index(own + [(re.sub(r"[()|…]", "", e), "*", "user rule", "value", 2) for e in extra])
