"""Entries found in a text by look-up: a thousand of them cost no more than ten."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import add

__all__ = ["Vocabulary", "without"]

_PLACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # no word borders
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_ATOM = re.compile(
    r"[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+|\d+"
)  # words and numbers; "4d" is two


# One text is asked of several lists in a row.
@lru_cache(maxsize=4)
def _atoms(plain: str) -> list[str]:
    """The words and numbers of a text."""
    return _ATOM.findall(plain)


@lru_cache(maxsize=4)
def _places(plain: str) -> list[tuple[int, int]]:
    """Where they stand."""
    return [m.span() for m in _ATOM.finditer(plain)]


def _telling(entry: str) -> str:
    """A pair of dense characters of an entry, or the word that it is."""
    pair = _PAIR.search(entry)
    return pair[0] if pair else entry


_PAIR = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{2}")


MIN_RUN, MAX_RUN = 11, 40  # letters of words run together; the longest words of most texts have 20
MIN_PART = 5  # letters of an entry among them


class Vocabulary:
    """Words and phrases; those of spaced scripts match whole words, the others anywhere.

    >>> known = Vocabulary(["near me", "24/7", "怎么办"])
    >>> known.findall("Locks near me 24/7"), known.findall("钥匙丢了怎么办"), known.findall("meme")
    (['near me', '24/7'], ['怎么办'], [])
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self.placed: set[str] = set()
        self.spaced: set[str] = set()
        self.singles: set[str] = set()
        self.telling: set[str] = set()  # a token that every text with an entry holds
        self.starts: set[str] = set()  # the first two characters of dense entries
        self.ones: set[str] = set()  # those of one character
        lengths: dict[str, set[int]] = {}
        heads: dict[str, set[int]] = {}
        for entry in entries:
            plain = entry.casefold()
            if _PLACED.search(plain):
                self.placed.add(plain)
                (self.starts if len(plain) > 1 else self.ones).add(plain[:2])
                lengths.setdefault(plain[0], set()).add(len(plain))
                (self.telling if len(plain) > 1 else self.singles).add(_telling(plain))
            else:
                atoms = _ATOM.findall(plain)
                self.spaced.add(" ".join(atoms))
                heads.setdefault(atoms[0], set()).add(len(atoms))
                self.telling.add(max(atoms, key=len))
        self.lengths = {c: sorted(ns, reverse=True) for c, ns in lengths.items()}
        self.heads = {w: sorted(ns, reverse=True) for w, ns in heads.items()}

    def spans(self, text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Where entries stand, the longest at each place: dense ones first, then whole words."""
        part = text[start:end]
        plain = part.casefold()
        if len(plain) != len(part):
            plain = part
        if self.lengths and not plain.isascii():
            yield from self._placed(plain, start)
        if self.heads:
            yield from self._spaced(plain, start)

    def _placed(self, plain: str, offset: int) -> Iterator[tuple[int, int]]:
        starts, lengths, placed, at, size = self.starts, self.lengths, self.placed, 0, len(plain)
        pairs = list(map(add, plain, plain[1:]))
        if starts.isdisjoint(pairs) and self.ones.isdisjoint(plain):
            return  # without how an entry begins there is none
        ones = self.ones
        for i, pair in enumerate([*pairs, plain[-1]]):
            if i >= at and (pair in starts or pair[0] in ones):
                for n in lengths[pair[0]]:
                    if i + n <= size and plain[i : i + n] in placed:
                        at = i + n
                        yield offset + i, offset + at
                        break

    def _spaced(self, plain: str, offset: int) -> Iterator[tuple[int, int]]:
        words = _atoms(plain)
        if self.heads.keys().isdisjoint(words):
            return
        heads, atoms, free = self.heads, _places(plain), 0
        for i, word in enumerate(words):
            if i >= free and (counts := heads.get(word)):
                a = atoms[i][0]
                for n in counts:
                    if self._is_entry(plain, atoms[i : i + n], n):
                        free = i + n
                        yield offset + a, offset + atoms[free - 1][1]
                        break

    def _is_entry(self, plain: str, atoms: list[tuple[int, int]], n: int) -> bool:
        if n == 1:
            return plain[slice(*atoms[0])] in self.spaced
        near = all(b[0] - a[1] < 2 for a, b in itertools.pairwise(atoms))
        return len(atoms) == n and near and " ".join(plain[a:b] for a, b in atoms) in self.spaced

    def holds(self, least: int, text: str, parts: Sequence[str]) -> bool:
        """Whether so many entries occur in a text with these ``page.tokens``."""
        telling = self.telling
        seen = 0 if telling.isdisjoint(parts) else sum(map(telling.__contains__, parts))
        few = seen < least and seen + len(self.singles.intersection(text)) < least
        if few and not _HANGUL.search(text):  # whose tokens are words, and entries parts of them
            return False
        return sum(1 for _ in zip(range(least), self.spans(text), strict=False)) == least

    def search(self, text: str) -> bool:
        """Whether any entry occurs."""
        return next(self.spans(text), None) is not None

    def inside(self, word: str) -> bool:
        """Whether a long word is several run together, one of them an entry.

        >>> Vocabulary(["flights"]).inside("cheapflightstobali")
        True
        """
        if not MIN_RUN <= len(word) <= MAX_RUN or not word.isalnum() or _PLACED.search(word):
            return False
        parts = (word[i:j] for i in range(len(word)) for j in range(i + MIN_PART, len(word) + 1))
        return not self.spaced.isdisjoint(parts)

    def findall(self, text: str) -> list[str]:
        """The entries that occur, as the text writes them."""
        return [text[a:b] for a, b in self.spans(text)]


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """A text with a space in the place of every span.

    >>> without("石榴怎么吃", [(2, 5)])
    '石榴 '
    """
    out, at = [], 0
    for a, b in sorted(spans):
        if a >= at:
            out.append(text[at:a])
            at = b
    return " ".join([*out, text[at:]])
