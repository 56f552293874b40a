"""The words page furniture begins with, found by the first characters of a line.

A line is compared with the markers in four forms (see the header of ``trailer_markers.tsv``). What a
document costs is one look at the first characters of each line; everything else runs on a hit.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from operator import add
from typing import NamedTuple

from scrubtext.tables import rows

__all__ = ["Hit", "Index", "Marker", "expand", "index"]

INDENT = " \t\u3000\xa0\u200b\ufeff"
ORNAMENTS = "【[（(〔「『〖《<＜*＊=—–~～●■◆▲▼△▽▶►▷→←«»‹›>＞|｜丨+＋★☆◎○※_✦✧❖♦◇☞👉👇📌🔗⬅➡↑↓⇒√✔·•-.…"
_DRESS = "【[（(〔「『《<*■▲▼▶►→←«»‹>|★◎"
_TAIL = " \t\r\u3000\xa0】]）)〕」』〗》>＞»›→▶►▼↓↑…:：.。!！~～|｜—–_=*-+＋·•\"”"
_SPLIT = re.compile(r"[:：】\]＞]|\s*[/／|｜丨]\s*|\s+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_BULLETS = ("- ", "* ", "+ ", "• ", "· ")
_COUNT = re.compile(r"(?:[\s(（\[]+|(?<=[\u2e80-\u9fff\uac00-\ud7a3]))\d{1,7}\+?\s?[)）\]]?$")
MAX_LINE = 700
"""Characters: longer lines are paragraphs, whatever they begin with."""
MAX_HEAD = 48
"""Characters a marker may have."""
_CLEAR = (":", "：", "】", "]", ">", "＞")
GAP = 60
"""Characters that may stand between the pieces of a ``part`` marker."""


class Marker(NamedTuple):
    """One entry of the marker list, alternatives expanded."""

    text: str
    lang: str
    cls: str
    form: str
    weight: int


class Hit(NamedTuple):
    """A marker found at a line: ``value`` is what follows it on the line."""

    marker: Marker
    value: str


def expand(template: str) -> Iterator[str]:
    """All strings a template stands for.

    >>> list(expand("(上|下)一(篇|页)"))
    ['上一篇', '上一页', '下一篇', '下一页']
    """
    pieces = re.split(r"[()]", template)
    choices = [p.split("|") if i % 2 else [p] for i, p in enumerate(pieces)]
    for chosen in product(*choices):
        yield "".join(chosen)


def _pieces(template: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(expand(p)) for p in template.split("…") if p)


def _keys(text: str) -> Iterator[str]:
    """What a line with this marker can begin with, in the lengths of ``KEYS``."""
    asian = ord(text[0]) >= 0x0E00
    if len(text) == 1:  # a sign, with the year or the name behind it
        yield from (f"{text}{a}{b}" for a in " \xa0012" for b in _AFTER_SIGN)
        return
    long, short = (3, 3) if asian else (7, 4)
    forms = {text} if asian else {text, text.upper(), text.title(), text.capitalize(), text.lower()}
    for form in forms:
        if len(form) >= long:
            yield form[:long]
        elif len(form) >= short:
            yield form[:short]
        else:
            yield form
            yield from ((form + end)[:short] for end in _ENDS)
            yield from (form + end for end in ("：", ":", "\n", "\r"))


_AFTER_SIGN = string.ascii_letters + string.digits + " ："
KEYS = (7, 4, 3)
"""Characters of a line's beginning that are looked up: of long and short words, of Han and the like."""
_ENDS = (" ", "  ", ": ", *"：:\n\r\xa0\u3000/／(（|｜】]>»0123456789")


def _gram(text: str) -> str:
    """What a part is looked up by: two characters, or the first four of a word of an alphabet."""
    return text[:2] if ord(text[0]) >= 0x0E00 else _WORD.findall(text)[0][:4]


class Index:
    """Markers made ready for look-up."""

    def __init__(self, markers: Iterable[tuple[str, str, str, str, int]]) -> None:
        self.exact: dict[str, Marker] = {}
        self.valued: dict[str, Marker] = {}
        self.starts: dict[str, list[tuple[str, Marker]]] = {}
        self.parts: dict[str, list[tuple[str, tuple[tuple[str, ...], ...], Marker]]] = {}
        self.openers: set[str] = set()
        glued: list[str] = []
        for template, lang, cls, form, weight in markers:
            if form == "part":
                self._add_part(Marker(template, lang, cls, form, weight))
            elif form == "glued":
                glued += expand(template)
            else:
                for text in expand(template):
                    self._add(Marker(" ".join(text.split()), lang, cls, form, weight))
        for bucket in self.starts.values():
            bucket.sort(key=lambda entry: -len(entry[0]))
        for row in rows("share_names.tsv"):
            self.openers.update(_keys(row[0]))
        self.glued = tuple(sorted(glued, key=len, reverse=True))
        self.glued_ends = frozenset(g[-1] for g in glued)
        self.keys = self._all_keys()
        self.gate = frozenset(k[:3] for k in self.keys)

    def _add(self, m: Marker) -> None:
        key = m.text.casefold().strip(ORNAMENTS + _TAIL) or m.text.casefold()
        self._keep(self.exact, key, m)
        if m.form != "line":
            self._keep(self.valued, key, m)
        if m.form == "start":
            self.starts.setdefault(m.text.casefold()[:2], []).append((m.text.casefold(), m))
        self.openers.update(_keys(m.text))

    @staticmethod
    def _keep(table: dict[str, Marker], key: str, m: Marker) -> None:
        if key not in table or table[key].weight < m.weight:
            table[key] = m

    def _add_part(self, m: Marker) -> None:
        if m.text.startswith("…"):
            m = m._replace(text=m.text[1:])
        first, *rest = _pieces(m.text)
        for text in {t for f in first for t in (f, f[0].upper() + f[1:])}:
            self.parts.setdefault(_gram(text), []).append((text, tuple(rest), m))
            self.openers.update(_keys(text))

    def _all_keys(self) -> frozenset[str]:
        """The openers, and the same behind one ornament."""
        asian = {k[:2] for k in self.openers if ord(k[0]) >= 0x0E00}
        other = {k[:3] for k in self.openers if ord(k[0]) < 0x0E00}
        dressed = {o + k for o in _DRESS for k in asian | other}
        return frozenset(self.openers | dressed)

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
        hit = self._whole(core) or self._valued(core) or self._start(core) or self._start(s)
        hit = hit or self._names(core)
        if not hit or not hit.marker.weight:
            part = self._part(s, whole)
            hit = part if part and (not hit or part.marker.weight) else hit
        return None if hit and heading and hit.marker.weight < 2 else hit

    def _whole(self, core: str) -> Hit | None:
        key = core[: MAX_HEAD + 12].rstrip(_TAIL)
        if len(core) > MAX_HEAD + 12:
            return None
        low = " ".join(key.casefold().split())
        m = self.exact.get(low) or self.exact.get(_COUNT.sub("", low).rstrip(_TAIL))
        return Hit(m, "") if m else None

    def _valued(self, core: str) -> Hit | None:
        head = core[:MAX_HEAD]
        for cut in _SPLIT.finditer(head):
            m = self.valued.get(" ".join(head[: cut.start()].casefold().split()))
            if m and (cut[0].strip() in _CLEAR or self._spaced(m, core[cut.end() :])):
                return Hit(m, core[cut.end() :].strip(_TAIL + INDENT))
        return None

    @staticmethod
    def _spaced(m: Marker, value: str) -> bool:
        """Whether a value may follow a marker after nothing but a space."""
        han = ord(m.text[0]) >= 0x2E80
        return han and m.cls in ("credit", "source", "navigation", "share", "date") and len(value) <= 90

    def _start(self, core: str) -> Hit | None:
        low = core[: MAX_HEAD + 8].casefold()
        for key, m in (*self.starts.get(low[:2], ()), *self.starts.get(low[:1], ())):
            if low.startswith(key):
                after = low[len(key) : len(key) + 1]
                glued = after.isalpha() and ord(after) < 0x0E00 and key[-1].isalpha()
                told = m.cls == "credit" and (len(core) > 80 or core.endswith("."))
                if not glued and not told:
                    return Hit(m, core[len(key) :].strip(_TAIL + INDENT))
        return None

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


def _follows(s: str, at: int, rest: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the further pieces of a part stand behind ``at``, each within the gap."""
    for alternatives in rest:
        ends = [k + len(p) for p in alternatives if (k := s.find(p, at, at + GAP + len(p))) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True


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
