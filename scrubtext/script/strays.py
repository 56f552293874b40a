"""Simplified characters left in Traditional text (屬于, 什么), mended where a word tells which is meant.

Such characters are Traditional too, in names and rarer words (于右任, 皇后), so that they prove nothing
alone. What decides is the longest word of OpenCC's phrases that holds the character, of equals the first:
if the phrases write it otherwise there, it is a stray; if they write it so, or know no word, it stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import NamedTuple

from scrubtext.script.dictionaries import read
from scrubtext.script.engine import engine
from scrubtext.tables import rows

__all__ = ["strays"]

LONGEST = 6  # characters of a word that is looked up


class Words(NamedTuple):
    """Words with strays in them, and words in which the same characters are right."""

    wrong: frozenset[str]
    right: frozenset[str]
    pattern: re.Pattern[str]


@cache
def _words() -> Words:
    """The phrases of OpenCC in Traditional, as they are and as careless conversion leaves them."""
    listed = list(rows("script_strays.tsv"))
    means = {char: forms.split() for char, forms, how, _ in listed if how == "phrases"}
    chars = {row[0] for row in listed}
    wrong = {word for row in listed for word in row[3].split()}
    right = set()
    for simple, word in read("STPhrases.txt").items():
        if len(simple) != len(word) or len(word) > LONGEST or chars.isdisjoint(simple):
            continue
        pairs = zip(simple, word, strict=True)
        left = "".join([s if w in means.get(s, ()) else w for s, w in pairs])
        if left != word:
            wrong.add(left)
        elif not chars.isdisjoint(word):
            right.add(word)
    return Words(frozenset(wrong), frozenset(right - wrong), re.compile(f"[{''.join(chars)}]"))


def strays(text: str, start: int, end: int, config: str = "s2t") -> Iterator[tuple[int, str]]:
    """Where strays stand between two places, and what they should be.

    >>> list(strays("屬于右任的草書，屬于他的什么", 0, 14))
    [(9, '於'), (13, '麼')]
    """
    words = _words()
    convert = _conversion(config)
    for found in words.pattern.finditer(text, start, end):
        at = found.start()
        word, first = _longest(text, at, start, end, words)
        if word in words.wrong:
            new = convert(word)
            if len(new) == len(word) and new[at - first] != text[at]:
                yield at, new[at - first]


def _longest(text: str, at: int, start: int, end: int, words: Words) -> tuple[str, int]:
    """The longest known word about a place, and where it begins; of equals the first."""
    for size in range(LONGEST, 1, -1):
        for first in range(max(start, at - size + 1), min(at, end - size) + 1):
            word = text[first : first + size]
            if word in words.wrong or word in words.right:
                return word, first
    return "", at


@cache
def _conversion(config: str) -> Callable[[str], str]:
    back, there = engine("t2s").convert, engine(config).convert

    @cache
    def convert(word: str) -> str:
        return there(back(word))

    return convert
