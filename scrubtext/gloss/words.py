"""How likely a run of Chinese is: words of one to four characters, the best way to cut it.

Used only where bytes were lost or shifted, to choose among the few readings the other bytes leave.
Costs are negative natural logarithms. Traditional and Simplified forms count as one.
"""

from __future__ import annotations

from functools import cache

from scrubtext import tables

__all__ = ["START", "Path", "advance", "cost", "fits_script", "known"]

Path = tuple[str, float, float, float, float]
"""The last three characters, and the costs of all text up to 3, 2, 1 and 0 characters ago."""

NEVER = 1e9
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
    for tenths, words in tables.rows("zh_words.txt.gz"):
        out.update(dict.fromkeys(words.split(" "), int(tenths) / 10))
    for char in {c for word in list(out) for c in word}:
        out.setdefault(char, UNKNOWN - 1)
    return out


@cache
def _fold() -> dict[int, str]:
    row = next(row for row in tables.rows("zh_fold.txt") if row[0] == "fold")
    return {ord(a): b for a, b in zip(row[1], row[2], strict=True)}


@cache
def _simplified() -> frozenset[str]:
    return frozenset(next(r[1] for r in tables.rows("zh_fold.txt") if r[0] == "simplified"))


def fits_script(char: str) -> bool:
    """Whether ``char`` can stand in Traditional text: conversion would not change it."""
    return char not in _simplified()


def known(text: str) -> bool:
    """Whether ``text`` is a word of the list, in either script."""
    return len(text) > 1 and text.translate(_fold()) in _costs()


def advance(path: Path, char: str) -> Path:
    """The costs after one more character.

    A single character that only occurs inside longer words is charged a little more than its word
    would be; there is no charge for the order of words.
    """
    tail, c3, c2, c1, c0 = path
    char = char.translate(_fold())
    costs = _costs()
    best = c0 + _single(char, tail, costs)
    if tail:
        found = costs.get(tail[-1] + char)
        if found is not None and c1 + found < best:
            best = c1 + found
        if len(tail) > 1:
            found = costs.get(tail[-2:] + char)
            if found is not None and c2 + found < best:
                best = c2 + found
            if len(tail) > 2:
                found = costs.get(tail + char)
                if found is not None and c3 + found < best:
                    best = c3 + found
    return (tail + char)[-3:], c2, c1, c0, best


def _single(char: str, tail: str, costs: dict[str, float]) -> float:
    found = costs.get(char)
    if found is not None:
        return found
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
