"""Odd places: neighbours so unlikely that damage explains them best."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from scrubtext.doc import code_units
from scrubtext.mojibake.views import calm, narrow
from scrubtext.mojibake.weights import weights
from scrubtext.plausibility import CLASSES, class_table, nats

__all__ = ["Odd", "line_nats", "odd_of", "suspicious"]

ODD = 37  # weight of a character of a single-byte encoding that is worth a search
# Nats of two and of three neighbours that damage explains best, by the length of the line: the longer,
# the odder its oddest place. One clean line of Chinese in fifty goes below.
ODD_SHORT, ODD_LONG = (-19.5, -28.0), (-22.0, -31.0)
LONG = 64  # characters
ODD_CYRILLIC = -4.6  # mean nats of Cyrillic letters; clean text has -3.5

NEAR = 3  # characters on both sides of a hole that may be the rest of what was lost
ODD_BESIDE = -24.0  # nats of them; nineteen of twenty holes in clean text are above

FAR = 24  # characters from an odd place in which damage may begin or end, where odd places are few
FEW_ODD = 0.1  # share of odd characters: a clean line has one rare word, a damaged one is full of them

_HOLES = re.compile("\ufffd+")
_CUT = re.compile("[ÃÂÄÅĂĹÐÑâ€鈥]\ufffd")  # what a lost mark leaves alone
_BOXES = re.compile("[\u2500-\u259f]+")
_TRIPLE = re.compile(r"(.)\1\1")
_LOWER, _UPPER = CLASSES.index("cyrillic_lower"), CLASSES.index("cyrillic_upper")


@lru_cache(maxsize=4)
def line_nats(line: str) -> NDArray[np.float32]:
    """``nats``, remembered: what is suspicious is soon weighed against its repairs."""
    return nats(line)


# What is ordinary between Han, whatever stands beside it: digits as in 7篇, the dot between the names of
# foreigners, letters and numerals of models; and what is so beside one of these: the point of 1．5万.
_ORDINARY = "0123456789·ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ"
_BETWEEN = "．／∶：％０１２３４５６７８９"
# Nats such a sign has at least, and the character behind it: those of a common one.
SIGN, BEHIND = -5.0, -9.0


@cache
def _signs() -> NDArray[np.uint8]:
    """1 what is ordinary, 2 what is so beside its like."""
    out = np.zeros(65536, np.uint8)
    out[[ord(c) for c in _ORDINARY]] = 1
    out[[ord(c) for c in _BETWEEN]] = 2
    return out


@lru_cache(maxsize=4)
def _fair(line: str) -> NDArray[np.float32]:
    """The nats of a line; without alphabets, ordinary signs are no rarer than they are in Chinese."""
    units, values = code_units(line), line_nats(line)
    signs = _signs().take(units)
    if not signs.any() or (narrow().take(units) & ~calm().take(units)).any():
        return values
    some = np.concatenate(([False], signs > 0, [False]))
    sign = (signs == 1) | ((signs == 2) & (some[:-2] | some[2:]))
    least = np.where(sign, np.float32(SIGN), np.float32(-np.inf))
    least[1:][sign[:-1] & ~sign[1:]] = BEHIND
    return np.maximum(values, least)


def suspicious(line: str) -> bool:
    """Whether some neighbours are so unlikely that a search is worth its time."""
    line = _BOXES.sub(_frame, line)
    if line.isascii():
        return False
    units = code_units(line)
    if "\ufffd" in line:
        if _CUT.search(line):
            return True
        blank = line.replace("\ufffd", " ")
        if _beside_holes(line, line_nats(blank)):
            return True
        line = blank
        units = code_units(line)
    if (weights().take(units)[narrow().take(units)] >= ODD).any():
        return True
    values = _fair(line)
    two = values[:-1] + values[1:]
    odd_two, odd_three = ODD_LONG if len(line) > LONG else ODD_SHORT
    if not len(two) or two.min() < odd_two:
        return True
    if len(two) > 1 and (two[:-1] + values[2:]).min() < odd_three:
        return True
    cyrillic = _cyrillic(units)
    return bool(cyrillic.any() and values[cyrillic].mean() < ODD_CYRILLIC)


def _beside_holes(line: str, values: NDArray[np.float32]) -> bool:
    """Whether what stands beside lost characters is odd: more of the same damage."""
    sums = np.concatenate(([0.0], np.cumsum(values, dtype=np.float64)))
    last = len(values)
    return any(
        sums[m.start()] - sums[max(m.start() - NEAR, 0)] < ODD_BESIDE
        or sums[min(m.end() + NEAR, last)] - sums[m.end()] < ODD_BESIDE
        for m in _HOLES.finditer(line)
    )


class Odd:
    """The odd places of a line, by themselves or with two neighbours; holes are none."""

    def __init__(self, line: str) -> None:
        self.places: list[int] = _odd_places(line.replace("\ufffd", " ")).nonzero()[0].tolist()
        # Where they are few only they are searched, else nearly all of the line is damaged.
        self.few = len(self.places) < FEW_ODD * len(line)

    def near(self, units: NDArray[np.uint16]) -> NDArray[np.uint16]:
        """The code units of the line, without those far from every odd place if these are few."""
        if not self.few:
            return units
        out, end = np.zeros_like(units), 0
        for at in self.places:
            a, end = max(at - FAR, end), at + FAR + 1
            out[a:end] = units[a:end]
        return out

    def between(self, a: int, b: int) -> bool:
        """Whether one of the characters from ``a`` to ``b`` is odd."""
        at = bisect_left(self.places, a)
        return at < len(self.places) and self.places[at] < b


@lru_cache(maxsize=4)
def odd_of(line: str) -> Odd:
    """The odd places of a line, remembered: each kind of reading asks for them."""
    return Odd(line)


def _odd_places(line: str) -> NDArray[np.bool_]:
    units = code_units(line)
    values = _fair(line)
    out = narrow().take(units) & (weights().take(units) >= ODD)
    for size, odd in zip((2, 3), ODD_SHORT, strict=True):
        sums = values[size - 1 :].copy()
        for k in range(size - 1):
            sums += values[k : len(values) - size + 1 + k]
        for k in range(size):
            out[k : len(out) - size + 1 + k] |= sums < odd
    cyrillic = _cyrillic(units)
    if cyrillic.any() and values[cyrillic].mean() < ODD_CYRILLIC:
        out |= cyrillic
    return np.asarray(out, bool)


def _cyrillic(units: NDArray[np.uint16]) -> NDArray[np.bool_]:
    classes = class_table().take(units)
    return np.asarray((classes == _LOWER) | (classes == _UPPER), bool)


def _frame(run: re.Match[str]) -> str:
    """Drawn lines say nothing: three equal boxes in a row, or one alone, but in a word: prawid┼éowo."""
    after = run.string[run.end() : run.end() + 1]
    alone = len(run.group()) == 1 and (after < "\x80" or not after.isalpha())
    drawn = alone or _TRIPLE.search(run.group())
    return " " * len(run.group()) if drawn else run.group()
