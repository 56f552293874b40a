"""How likely a run of Chinese is: words of one to four characters, the best way to cut it.

Used only where bytes were lost or shifted, to choose among the few readings the other bytes leave.
Costs are negative natural logarithms. Traditional and Simplified forms count as one.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp, inf
from typing import NamedTuple

from scrubtext import tables
from scrubtext.doc import code_units
from scrubtext.gloss.memo import Memo

__all__ = [
    "GONE",
    "NEVER",
    "START",
    "UNKNOWN",
    "Cuts",
    "Path",
    "advance",
    "cost",
    "cuts",
    "fits_script",
]
__all__ += ["after_each", "folded", "folds", "known", "shares"]

DATA = "zh_words.txt.gz"
Path = tuple[str, float, float, float, float]
"""The last three characters, and the costs of all text up to 3, 2, 1 and 0 characters ago."""

NEVER = 1e9
GONE = "\0"  # stands for a character whose bytes do not tell what it was
START: Path = ("", NEVER, NEVER, NEVER, 0.0)
UNKNOWN = 17.0  # nats: rarer than the rarest single character of the list
SIGN = 9.0  # nats for anything else that is not Han
LETTER = 6.0  # an ASCII letter or digit among Han
LETTER_RUN = 3.0  # ... after another one
_MARKS = {
    "，": 2.6, "。": 3.0, "、": 4.0, "\n": 4.0, " ": 5.0, ",": 4.0, "「": 5.0, "」": 5.0, "“": 5.0,
    "”": 5.0, "：": 5.5, "；": 6.5, "？": 6.5, "！": 6.5, "（": 6.0, "）": 6.0, "(": 6.0, ")": 6.0,
    "《": 6.5, "》": 6.5, ":": 6.0, ".": 6.0, "?": 7.0, "!": 7.0, ";": 7.5, "『": 7.0, "』": 7.0,
    "—": 7.0, "…": 7.0, "‘": 7.5, "’": 7.5, "·": 8.0, "－": 8.0, "\"": 7.0, "'": 8.0, "/": 7.0,
}  # fmt: skip
"""Nats for marks: the usual shares of marks in prose, rounded."""
_AFTER = dict.fromkeys(("。\n", "！\n", "？\n", "：\n", "」\n", "”\n", "；\n"), 1.5) | {
    "。「": 3.5, "。“": 3.5, "：「": 2.0, "：“": 2.0, "，「": 4.0, "，“": 4.0, "。」": 3.5, "。”": 3.5,
    "，\n": 8.0, "、\n": 9.0, "「\n": 10.0, "“\n": 10.0, "，。": 9.0, "，，": 9.0, "。，": 9.0,
    "、，": 9.0, "。。": 8.0, "「，": 9.0, "「。": 9.0, "“，": 9.0, "“。": 9.0, "（，": 9.0, "（。": 9.0,
    "，」": 7.0, "，”": 7.0, "、」": 8.0, "、”": 8.0, "「」": 8.0, "“”": 8.0, "」「": 5.0, "”“": 5.0,
    "。 ": 3.5, "， ": 4.0, "。(": 5.0, "。（": 5.0,
}  # fmt: skip
"""Nats for a mark after another: what ends lines and what does not."""


@cache
def _costs() -> dict[str, float]:
    out: dict[str, float] = {}
    for tenths, words in tables.rows(DATA):
        out.update(dict.fromkeys(words.split(" "), int(tenths) / 10))
    for char in set("".join(out)):
        out.setdefault(char, UNKNOWN - 1)
    return out


@cache
def folds() -> dict[str, str]:
    """Characters and what they are in Simplified, where that is another one."""
    row = next(row for row in tables.rows("zh_fold.txt") if row[0] == "fold")
    return dict(zip(row[1], row[2], strict=True))


@cache
def _simplified() -> frozenset[str]:
    return frozenset(next(r[1] for r in tables.rows("zh_fold.txt") if r[0] == "simplified"))


def fits_script(char: str) -> bool:
    """Whether ``char`` can stand in Traditional text: conversion would not change it."""
    return char not in _simplified()


def folded(text: str) -> str:
    """``text`` in Simplified, character by character."""
    fold = folds()
    return "".join([fold.get(char, char) for char in text])


def known(text: str) -> bool:
    """Whether ``text`` is a word of the list, in either script."""
    return len(text) > 1 and folded(text) in _costs()


@cache
def shares() -> dict[str, float]:
    """Which share of running text each (Simplified) character has, marks included."""
    import numpy as np

    rows = [(int(tenths) / 10, words.replace(" ", "")) for tenths, words in tables.rows(DATA)]
    each = [exp(-nats) if nats < UNKNOWN - 1 else 0.0 for nats, _ in rows]
    units = code_units("".join([words for _, words in rows]))
    masses = np.bincount(units, np.repeat(each, [len(words) for _, words in rows]))
    found = np.flatnonzero(masses)
    out = dict(zip(map(chr, found.tolist()), masses[found].tolist(), strict=True))
    return {mark: exp(-nats) + out.get(mark, 0.0) for mark, nats in _MARKS.items()} | {
        char: share for char, share in out.items() if char not in _MARKS
    }


def advance(path: Path, char: str, most: float = NEVER) -> Path:
    """The costs after one more character, which costs ``most`` at most by itself.

    A single character that only occurs inside longer words is charged a little more than its word
    would be; there is no charge for the order of words.
    """
    tail, c3, c2, c1, c0 = path
    ahead, one, two, three, four = _seen[tail + char]
    best = c0 + (one if one < most else most)
    two, three, four = c1 + two, c2 + three, c3 + four
    if two < best:
        best = two
    if three < best:
        best = three
    if four < best:
        best = four
    return ahead, c2, c1, c0, best


Words = tuple[str, float, float, float, float]
"""The last three of four characters, and what the words cost that end with the last one."""


def _ending(text: str) -> Words:
    """What words there are that end with the last character of at most four."""
    fold, get = folds(), _costs().get
    tail, char = text[:-1], fold.get(text[-1], text[-1])
    one = get(char, -1.0)
    if one < 0:
        one = _sign(char, tail)
    if not tail:
        return char, one, inf, inf, inf
    two, three, four = tail[-1] + char, tail[-2:] + char, tail + char
    return four[-3:], one, get(two, NEVER), get(three, NEVER), get(four, NEVER)


_seen = Memo(_ending, 65536)


def after_each(paths: Iterable[Path], text: str) -> list[float]:
    """What each path costs after all of ``text``: as ``advance``, character by character.

    Only words that begin before ``text`` differ from path to path.
    """
    get, text = _costs().get, folded(text)
    same = [_seen[text[max(0, k - 3) : k + 1]][1:] for k in range(len(text))]
    out = []
    for tail, c3, c2, c1, c0 in paths:
        for k, (one, two, three, four) in enumerate(same):
            if k == 0:
                _, one, two, three, four = _seen[tail + text[0]]
            elif k == 1:
                three, four = get(tail[-1:] + text[:2], NEVER), get(tail[-2:] + text[:2], NEVER)
            elif k == 2:
                four = get(tail[-1:] + text[:3], NEVER)
            best, two, three, four = c0 + one, c1 + two, c2 + three, c3 + four
            if two < best:
                best = two
            if three < best:
                best = three
            if four < best:
                best = four
            c3, c2, c1, c0 = c2, c1, c0, best
        out.append(c0)
    return out


def _sign(char: str, tail: str) -> float:
    """The cost of what is no word of the list."""
    if char == GONE:
        return NEVER
    if char in _MARKS:
        return _AFTER.get(tail[-1:] + char, _MARKS[char])
    if char.isascii() and char.isalnum():
        return LETTER_RUN if tail and tail[-1].isascii() and tail[-1].isalnum() else LETTER
    return SIGN if not "\u3400" <= char <= "\u9fff" else UNKNOWN


def cost(text: str) -> float:
    """The cost of ``text`` in nats.

    >>> cost("已經開始") < cost("币呀涢始")
    True
    """
    path = START
    for char in text:
        path = advance(path, char)
    return path[4]


class Cuts(NamedTuple):
    """All ways to cut a text into words and holes, summed up by character."""

    total: float  # the cheapest
    whole: list[float]  # the cheapest that has this character in a word
    hole: list[float]  # the cheapest that has a hole in its place


def cuts(text: str, holes: list[float], singles: list[float] | None = None) -> Cuts:
    """The cheapest ways to cut ``text``, where a hole in place of character k costs ``holes[k]``.

    ``singles`` is what single characters cost after their neighbours.

    >>> found = cuts("已經開始", [9.0] * 4)
    >>> found.total == found.whole[1] < found.hole[1]
    True
    """
    words: list[list[tuple[int, float]]] = []  # by last character: where they start, their cost
    ahead = [0.0]
    tail = ""
    for last, char in enumerate(text):
        tail, one, two, three, four = _seen[tail + char]
        if singles and one < UNKNOWN - 1:
            one = (one + singles[last]) / 2
        found = [(last, one)] if one < NEVER else []
        if two < NEVER and last > 0:
            found.append((last - 1, two))
        if three < NEVER and last > 1:
            found.append((last - 2, three))
        if four < NEVER and last > 2:
            found.append((last - 3, four))
        best = ahead[last] + holes[last]
        for start, nats in found:
            if ahead[start] + nats < best:
                best = ahead[start] + nats
        words.append(found)
        ahead.append(best)
    return _both_ways(words, ahead, holes)


def _both_ways(
    words: list[list[tuple[int, float]]], ahead: list[float], holes: list[float]
) -> Cuts:
    """The same from the end, and both put together."""
    size = len(words)
    back = [2 * NEVER * size] * size + [0.0]
    whole = [NEVER] * size
    for last in range(size - 1, -1, -1):
        rest = back[last + 1]  # all words that begin behind this character were seen
        if holes[last] + rest < back[last]:
            back[last] = rest + holes[last]
        for start, nats in words[last]:
            if nats + rest < back[start]:
                back[start] = nats + rest
            spent = ahead[start] + nats + rest
            for k in range(start, last + 1):
                if spent < whole[k]:
                    whole[k] = spent
    hole = [ahead[k] + holes[k] + back[k + 1] for k in range(size)]
    return Cuts(ahead[size], whole, hole)
