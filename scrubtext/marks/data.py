"""Rows and entries of data: told by the lines beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["is_data"]

_QUOTED = re.compile(r'(?:(?<=[,;])|\A)"(?:[^"]|"")*"(?=[,;]|\Z)')
_SENTENCE = re.compile("[，。！？；：、…!?]|[,;] |\\.$")
_ENTRY = re.compile(r"[ \t]*(?:- )?[a-z_][A-Za-z0-9_.-]+:(?:[ \t]|\Z)")
_ITEM = re.compile(r"[ \t]*- ([\"']).+\1[ \t]*\Z")
_STRING = re.compile(r'[ \t]*"[^"]*"[ \t]*\Z')
_STRING_ABOVE = re.compile(r'[ \t]*(?:msg(?:id|str|ctxt)\b.*|".*\\n"[ \t]*)\Z')  # of a message catalogue
_MAX = 2000  # characters of a line that are looked at


class _Row(NamedTuple):
    """A line as a row of cells: how many separators, whether a cell is quoted, all cells short."""

    n: int
    quoted: bool = False
    short: bool = False


def is_data(text: str, lines: tuple[tuple[int, int], ...], k: int) -> bool:
    """Whether line ``k`` is one of several rows with as many cells, or one of several entries."""
    return _is_row(text, lines, k) or _is_entry(text, lines, k)


def _is_row(text: str, lines: tuple[tuple[int, int], ...], k: int) -> bool:
    sep = "," if text.find(",", *lines[k]) >= 0 else ";"
    mine = _row(text, lines[k], sep)
    if not mine.n:
        return False
    near = {i: _row(text, lines[i], sep) for i in range(max(k - 2, 0), min(k + 3, len(lines)))}
    beside = [near[i] for i in (k - 1, k + 1) if i in near and near[i].n == mine.n]
    if mine.n > 1:
        return any(row.short or mine.short for row in beside)
    if not mine.short or not any(row.short for row in beside):
        return False
    if not mine.quoted and not any(row.quoted for row in beside):
        return True
    return any(  # two lines may be what two people say
        all(i in near and near[i].n == 1 and near[i].short for i in three)
        and not all(near[i].quoted for i in three)
        for three in (range(k - 2, k + 1), range(k - 1, k + 2), range(k, k + 3))
    )


def _row(text: str, span: tuple[int, int], sep: str) -> _Row:
    """A line as a row; no separators where it reads as a sentence."""
    line = text[span[0] : min(span[1], span[0] + _MAX)].rstrip("\r")
    bare = _QUOTED.sub("_", line) if '"' in line else line
    n = bare.count(sep)
    if not n or _SENTENCE.search(bare) or (sep == "," and ";" in bare):
        return _Row(0)
    longest = max(map(len, bare.split(sep)))
    return _Row(n, bare != line, longest <= (12 if n > 1 else 6))


def _is_entry(text: str, lines: tuple[tuple[int, int], ...], k: int) -> bool:
    """A key in small letters with its value, or a quoted item, as a line beside it is;
    or a string that goes on from the line above.
    """
    for pattern in (_ENTRY, _ITEM):
        if pattern.match(text, *lines[k]):
            return any(pattern.match(text, *lines[i]) for i in _beside(text, lines, k))
    if k and _STRING.match(text, *lines[k]):
        return _STRING_ABOVE.match(text, *lines[k - 1]) is not None
    return False


def _beside(text: str, lines: tuple[tuple[int, int], ...], k: int) -> Iterator[int]:
    for i in (k - 1, k + 1):
        if 0 <= i < len(lines) and text[slice(*lines[i])].strip():
            yield i
