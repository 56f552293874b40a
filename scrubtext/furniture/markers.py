"""The words page furniture begins with, found by the first characters of a line.

A line is compared with the markers in four forms (see the header of ``trailer_markers.tsv``). What a
document costs is one look at the first characters of each line; everything else runs on a hit.
"""

from __future__ import annotations

import re
from bisect import insort
from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from itertools import chain
from operator import itemgetter

from scrubtext.furniture.entries import entry_line, page_line
from scrubtext.furniture.flat import LEADS, SIGNS, run_together
from scrubtext.furniture.forms import Hit, Marker, formed, menu_of, of_names, spoken
from scrubtext.furniture.headings import heading_words, is_heading
from scrubtext.furniture.openings import (
    INDENT,
    ORNAMENTS,
    TAIL,
    Gate,
    expand,
    first_words,
    keys_of,
)
from scrubtext.furniture.parts import GAPPED, MAX_HEAD, Parts
from scrubtext.furniture.pieces import CLOSED_BY, goes_on_behind, groups_of, is_speech
from scrubtext.furniture.roles import credits_in
from scrubtext.furniture.rules import is_pattern, matcher
from scrubtext.tables import rows

__all__ = ["Hit", "Index", "Marker", "expand", "index"]

_SPLIT = re.compile(r"[:：＝】\]＞]|\s*>{1,2}\s|\s*[/／|｜丨]\s*|\s+")
_BULLETS = ("- ", "* ", "+ ", "• ", "· ")
_COUNT = re.compile(r"(?:[\s(（\[]+|(?<=[\u2e80-\u9fff\uac00-\ud7a3]))\d{1,7}\+?\s?[)）\]]?$")
_COUNTED = re.compile(r"\d{1,6}\s?(?:条|則|则|件の|개의)?\s?")
MAX_LINE = 700
"""Characters: longer lines are paragraphs, whatever they begin with."""
_KEPT = 4096
"""Lines of which the answer is kept: a few hundred kilobytes."""
_CLEAR = (":", "：", "＝", "】", "]", ">", ">>", "＞")
_BARS = (*_CLEAR, "|", "｜", "丨", "/", "／")
MIN_PAIRED = 12  # characters of a line of two markers: two calls to the reader, not one in two words
_ASIA = "\u0e00"  # from here on words are written without spaces
_FILED = 8
"""Characters by which the beginnings of lines are filed."""
_PAIRED = ("follow", "newsletter", "share")


class Index:
    """Markers filed by their first words; what a template stands for is made when they are met."""

    def __init__(
        self, markers: Iterable[tuple[str, str, str, str, int]], own: tuple[str, ...] = ()
    ) -> None:
        self.own = matcher(own) if own else None
        self.exact: dict[str, Marker] = {}
        self.valued: dict[str, Marker] = {}
        self.starts: dict[str, list[tuple[int, int, str, Marker]]] = {}
        self.templates = [Marker(*m, row) for row, m in enumerate(markers)]
        self.filed: dict[str, list[Marker]] = {}
        openings = {key for row in rows("share_names.tsv") for key in first_words(row[0])}
        heads = {key for word in heading_words() for key in first_words(word)}
        stems: set[str] = set()
        alone = frozenset(openings)
        spelt: list[str] = []
        apart: dict[str, list[str]] = {"glued": [], "byline": [], "agency": []}
        last: dict[str, tuple[str, ...]] = {}
        for m in self.templates:
            if m.form == "glued" and m.weight > 2:
                last[m.lang] = last.get(m.lang, ()) + tuple(expand(m.text))
                continue
            if m.form in apart:
                apart[m.form] += expand(m.text)
            if m.form in ("glued", "agency"):
                continue
            begun = m.text.lstrip("…").split("…")[0]
            words = first_words(begun)
            spelt.append(begun)
            if m.form in GAPPED:
                stems |= words
                continue
            openings |= words
            for key in words if m.form != "byline" else ():
                self.filed.setdefault(key, []).append(m)
        self.begun = frozenset(self.filed)
        self.glued = tuple(sorted(apart["glued"], key=len, reverse=True))
        self.closing = last
        self.glued_ends = frozenset(g[-1] for g in self.glued)
        self.bylines = tuple(sorted(apart["byline"], key=len, reverse=True))
        self.agencies = frozenset(apart["agency"])
        self.gate = Gate(openings, stems, heads, alone, spelt)
        self.find = lru_cache(_KEPT)(self._find)  # pages of one site share their lines

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
                insort(self.starts.setdefault(low[:_FILED], []), (-len(low), m.row, low, m))

    @cached_property
    def parts(self) -> Parts:
        """The markers that may stand anywhere in a line."""
        return Parts(self.templates)

    def _find(self, line: str, whole: bool = True) -> Hit | None:
        """The marker of a line, if it has one; without ``whole`` only what the line begins with."""
        s = line.strip(INDENT + "\r")
        if not s or len(s) > MAX_LINE:
            return None
        if self.own and self.own(s):
            return Hit(_OWN, "")
        heading = s[0] == "#" and s[1:2] in (" ", "#", "")  # else a hashtag
        core = s.lstrip("# ") if heading else s
        if core[:2] in _BULLETS or not core:
            note = self.parts.find(core[2:], whole) if core else None  # a note to a sign: * Paid links
            return note if note and note.marker.weight > 1 and note.marker.cls in _NOTES else None
        groups = groups_of(s)
        if groups:
            hits = [hit for hit in map(self.find, groups) if hit]
            return max(hits, key=lambda hit: hit.marker.weight) if hits else None
        core = core.lstrip(ORNAMENTS + INDENT)
        hit = self._begins(s, core) or of_names(core)
        hit = hit or formed(s, core, self._known, self.bylines, self.agencies)
        if not hit or hit.marker.weight < 2:
            part = self.parts.find(s, whole)
            hit = part if part and (not hit or part.marker.weight > hit.marker.weight) else hit
        if hit and hit.marker.weight < 2 and whole:
            hit = self._vouched(s, core, hit)
        if not hit and whole:
            hit = spoken(s)
        if whole and (not hit or hit.marker.weight < 2) and self._opens(core):
            flat = run_together(core, self._proof)
            hit = Hit(_FLAT._replace(cls=flat[0], weight=flat[1]), s) if flat else hit
        doubtful = hit and ((heading and hit.marker.weight < 2) or _attributes(s, hit.marker))
        return None if doubtful else hit

    def _begins(self, s: str, core: str) -> Hit | None:
        """The marker a line begins with; a number may stand before it: 3 Comments."""
        if s[0] in CLOSED_BY and goes_on_behind(s):
            return None
        if self.begun.isdisjoint(keys_of(core)):
            return self._whole(core) if core[:1].isdecimal() else None
        self._ready(core)
        hit = self._whole(core) or self._valued(core) or self._start(core)
        return hit or (self._start(s) if s is not core else None)

    def _vouched(self, s: str, core: str, hit: Hit) -> Hit:
        """A weak hit, strong where the line holds a second marker that says the same."""
        m = hit.marker
        cls, weight = max(entry_line(s), page_line(s), key=itemgetter(1))
        if weight > max(1, m.weight) or (weight > m.weight and cls == m.cls):
            return Hit(m._replace(cls=cls, weight=weight, form="words"), s)
        if m.cls == "credit" and not m.weight and credits_in(s) > 1:
            return Hit(m._replace(weight=2, form="value"), s)
        if m.cls == "footer":
            return menu_of(core, self._known) or hit
        if m.cls == "related" and m.form == "start" and is_heading(core.rstrip(TAIL)):
            return Hit(m._replace(weight=2), "")
        if m.cls not in _PAIRED or len(s) < MIN_PAIRED:
            return hit
        told = {other.row for cls in _PAIRED for other in self.parts.rows(s, cls)} | {m.row}
        return Hit(m._replace(weight=2), hit.value) if len(told) > 1 else hit

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
            titled = m and m.cls == "publisher" and m.text[0] >= "\u2e80"  # 作者簡介｜方怡君
            clear = cut[0].strip() in (_BARS if titled else _CLEAR)
            if m and m.cls == "credit" and is_speech(core, cut.end()):
                return None
            if m and (clear or self._spaced(m, core[cut.end() :])):
                return Hit(m, core[cut.end() :].strip(TAIL + INDENT))
        return None

    @staticmethod
    def _spaced(m: Marker, value: str) -> bool:
        """Whether a value may follow a marker after nothing but a space."""
        if ord(m.text[0]) < 0x2E80:
            return False
        if m.cls == "tags":
            listed = value[-1:] not in _STOPS and any(c in value for c in ",，、")
            return listed or value.startswith("#")
        if m.cls == "related":  # a heading and its titles, run together
            return m.weight > 1 and " " in value and value[-1:] not in _STOPS
        return m.cls in ("credit", "source", "navigation", "share", "date") and len(value) <= 90

    def _start(self, core: str) -> Hit | None:
        low = core[: MAX_HEAD + 8].casefold()
        near = (self.starts.get(low[:size], ()) for size in range(_FILED, 0, -1))
        for _, _, key, m in chain.from_iterable(near):
            if low.startswith(key):
                after = low[len(key) : len(key) + 1]
                glued = after.isalpha() and ord(after) < 0x0E00 and key[-1].isalpha()
                told = m.cls == "credit" and (len(core) > 80 or core.endswith("."))
                if not glued and not told and not _goes_on(m, core, after):
                    return Hit(m, core[len(key) :].strip(TAIL + INDENT))
        return None

    def _known(self, low: str) -> Marker | None:
        self._ready(low)
        return self.exact.get(low)

    def _opens(self, core: str) -> bool:
        """Whether the first word of a line can begin a piece of furniture."""
        first = core.lstrip(LEADS)
        return first[:1] > _ASIA or not self._firsts.isdisjoint(keys_of(first))

    @cached_property
    def _firsts(self) -> frozenset[str]:
        """The first words of markers, and of what reserves rights."""
        return self.begun.union(*(keys_of(sign) for sign in SIGNS))

    def _proof(self, low: str) -> tuple[str, int] | None:
        """What a piece of a line proves, in lower case."""
        m = _SIGNS.get(low) or self._known(low) or self.valued.get(low)
        return (m.cls, m.weight) if m else None

    def heading(self, line: str) -> Marker | None:
        """The marker that is all of a line, brackets and a colon left out."""
        core = line.strip(INDENT + "\r").lstrip(ORNAMENTS + INDENT)
        self._ready(core)
        hit = self._whole(core) if core else None
        return hit.marker if hit else None

    def mentions(self, line: str) -> bool:
        """Whether a marker that may stand anywhere stands somewhere in a line."""
        return self.parts.find(line, whole=True) is not None


def _goes_on(m: Marker, core: str, after: str) -> bool:
    """Whether a marker's words are the first words of a sentence, as in ``上一篇文章里我写过这座桥``."""
    if after in _PAUSES or core.rstrip(_QUOTES)[-1:] not in _STOPS:
        return False
    return m.cls in ("related", "navigation") or (ord(m.text[0]) >= 0x2E80 and m.cls in _CALLS)


def _attributes(s: str, m: Marker) -> bool:
    """Whether a line behind a dash says whose words stand above it: ``—— 来源：民间谚语``."""
    signed = m.cls == "source" or (m.cls == "credit" and m.weight < 2)
    return s[0] in _DASHES and s[-1] not in _DASHES and signed and m.form in ("value", "start", "words")


def _keep(table: dict[str, Marker], key: str, m: Marker) -> None:
    """The heavier marker stays; of equals the one that stands first in the list."""
    if key not in table or (table[key].weight, -table[key].row) < (m.weight, -m.row):
        table[key] = m


_PAUSES = ("", *":：|｜】])）>＞»-–—/／")
_QUOTES = "”’\"'」』）)】] "
_STOPS = ("。", "．", ".", "!", "?", "！", "？")
_CALLS = ("share", "tags", "credit", "source", "date", "follow", "footer")
_DASHES = "—―–"
_NOTES = ("disclaimer", "copyright")
_FLAT = Marker("run together", "*", "footer", "flat", 2)
_SIGN = Marker("©", "*", "copyright", "start", 0)
_SIGNS = dict.fromkeys(SIGNS, _SIGN)
_OWN = Marker("rule of the user", "*", "user rule", "rule", 2)


@cache
def index(extra: tuple[str, ...] = ()) -> Index:
    """The markers of the data file, with the user's rules: markers, and patterns between slashes."""
    listed = [(r[0], r[1], r[2], r[3], int(r[4])) for r in rows("trailer_markers.tsv")]
    plain = [e for e in extra if not is_pattern(e)]
    listed += [(re.sub(r"[()|…]", "", e), "*", "user rule", "value", 2) for e in plain]
    return Index(listed, tuple(e for e in extra if is_pattern(e)))
