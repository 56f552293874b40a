"""The page around the candidates: its prose, its words and its script, to tell what is foreign to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from operator import add

from scrubtext.spam.lexicon import function_words, script_marks

__all__ = [
    "MAX_REST",
    "Page",
    "clash",
    "foreign",
    "page_of",
    "script_of",
    "spoken_of",
    "tokens",
]

MAX_REST = 400_000  # characters of the rest that are read; what a page is about is plain by then
MAX_SEARCHES = 300  # of a page; a list of all its pairs, which costs as much, serves any number
MIN_SHARE = 0.02  # a script with less of the page than this is foreign to it

_HAN = r"\u3400-\u9fff\u3005\uf900-\ufaff"
_KANA = r"\u3040-\u30ff"
_RUN = re.compile(rf"([{_HAN}{_KANA}\u0e00-\u0e7f]+)|([^\W\d_{_HAN}{_KANA}\u0e00-\u0e7f]+)")
_DENSE = re.compile(rf"[{_HAN}{_KANA}\u0e00-\u0e7f]")
_WORD = re.compile(rf"[^\W\d_{_HAN}{_KANA}\u0e00-\u0e7f]{{2,}}")
_ASCII_WORD = re.compile("[a-z]{3,}")
_END = re.compile(r"[。！？!?.…]['\"”’」』)）]?\s*$|[，。；、,;]")
_SCRIPTS = (  # in runs, of which there are few
    ("han", re.compile(f"[{_HAN}]+")),
    ("kana", re.compile(f"[{_KANA}]+")),
    ("hangul", re.compile(r"[\uac00-\ud7a3]+")),
    ("cyrillic", re.compile(r"[\u0400-\u052f]+")),
    ("latin", re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")),
    ("other", re.compile(r"[\u0370-\u03ff\u0530-\u10ff]+")),
)


class Page:
    """What stands outside the candidates: ``prose`` characters in sentences, and all of it."""

    def __init__(self, prose: int, rest: str = "") -> None:
        self.prose = prose
        self.rest = rest
        self._known: dict[str, bool] = {}

    @cached_property
    def scripts(self) -> dict[str, float]:
        """The share of each script among its letters."""
        return script_of(self.rest)

    @cached_property
    def lean(self) -> str:
        """``simplified``, ``traditional`` or nothing."""
        return lean_of(self.rest)

    def holds(self, token: str) -> bool:
        """Whether one of ``tokens`` stands in it: a word as a whole, a pair of characters anywhere."""
        if not self.rest:  # the hopeful page serves every text: nothing of one is kept on it
            return False
        known = self._known.get(token)
        if known is None:
            known = self._known[token] = self._find(token)
        return known

    def _find(self, token: str) -> bool:
        if not _DENSE.match(token):
            return token in self._words
        return token in (self.rest if len(self._known) < MAX_SEARCHES else self._pairs)

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(map(str.casefold, _WORD.findall(self.rest)))

    @cached_property
    def _pairs(self) -> frozenset[str]:
        return frozenset(map(add, self.rest, self.rest[1:]))


def tokens(text: str) -> list[str]:
    """Pairs of dense characters and words of three letters and more, without small words.

    >>> tokens("上海搬家 the moving company")
    ['上海', '海搬', '搬家', 'moving', 'company']
    """
    small = function_words()
    if text.isascii():  # the same, faster
        return [word for word in _ASCII_WORD.findall(text.lower()) if word not in small]
    out: list[str] = []
    for dense, word in _RUN.findall(text):
        if dense:
            out += map(add, dense, dense[1:])
        elif len(word) > 2 or (len(word) == 2 and word[0] >= "\uac00"):
            plain = word.casefold()
            if plain not in small:
                out.append(plain)
    return out


def script_of(text: str) -> dict[str, float]:
    """The share of each script among the letters of a text."""
    counts = {name: sum(map(len, pattern.findall(text))) for name, pattern in _SCRIPTS}
    total = sum(counts.values()) or 1
    return {name: n / total for name, n in counts.items() if n}


def lean_of(text: str) -> str:
    """Whether Han text leans to Simplified or Traditional characters."""
    simple, traditional = (len(p.findall(text)) for p in script_marks())
    if simple + traditional < 4 or 0.1 < simple / (simple + traditional) < 0.9:
        return ""
    return "simplified" if simple > traditional else "traditional"


def page_of(text: str, candidates: Iterable[tuple[int, int]]) -> Page:
    """The page that is left without the candidates, which are in order."""
    rest = "\n".join(_outside(text, list(candidates)))
    prose = sum(len(line) for line in rest.split("\n") if len(line) > 15 and _END.search(line))
    return Page(prose, rest)


def _outside(text: str, spans: Sequence[tuple[int, int]]) -> Iterable[str]:
    at, budget = 0, MAX_REST
    for start, end in [*spans, (len(text), len(text))]:
        part = text[at : min(max(start, at), at + budget)]
        budget -= len(part)
        yield part
        at = max(at, end)
        if budget <= 0:
            return


def foreign(phrase_tokens: Iterable[str], page: Page) -> bool:
    """Whether less than half of what a phrase is made of occurs in the page.

    A phrase of nothing but small words and numbers is not foreign.
    """
    kinds = set(phrase_tokens)
    return bool(kinds) and 2 * sum(map(page.holds, kinds)) < len(kinds)


def spoken_of(parts: Sequence[str], below: str) -> bool:
    """Whether a third of some tokens stand in a text, in lower case: it speaks of what they name.

    >>> spoken_of(["stone", "bridge", "open"], "the bridge was closed"), spoken_of([], "the bridge")
    (True, False)
    """
    return bool(parts) and 3 * sum(part in below for part in parts) >= len(parts)


def clash(text: str, page: Page) -> bool:
    """Whether a block is written in a script the page hardly knows."""
    own = Counter(script_of(text))
    if not own or not page.scripts:
        return False
    (name, share), *_ = own.most_common(1)
    if name == "han" and own.get("kana", 0) < MIN_SHARE:
        lean = lean_of(text)
        if lean and page.lean and lean != page.lean:
            return True
    return share > 0.5 and page.scripts.get(name, 0) < MIN_SHARE
