"""Brackets by what they hold, quotes by pair."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubtext.edit import Edit
from scrubtext.marks.context import EAST, WEST, Context

__all__ = ["pairs"]

_CALL = re.compile(r"(?:\w[._:]{1,2}\w+|_\w*|\w+_)\Z", re.ASCII)
_BRACKET = re.compile("[()（）]")
_DOUBLE, _SINGLE = re.compile('["＂]'), re.compile("['＇]")
_TOKEN = re.compile(r"[/\\_=<>{}$@#|*]|\A[-.]")


def pairs(c: Context, line: tuple[int, int], quotes: str) -> Iterator[Edit]:
    """Edits for the brackets and, where ``quotes`` names their marks, the quotes of one line."""
    text = c.text[line[0] : line[1]]
    if "(" in text or "（" in text:
        yield from _brackets(c, line)
    if quotes and ('"' in text or "＂" in text):
        yield from _double(c, line, quotes)
    if quotes and ("'" in text or "＇" in text):
        yield from _inner(c, line, quotes)


def _brackets(c: Context, line: tuple[int, int]) -> Iterator[Edit]:
    stack: list[int] = []
    for m in _BRACKET.finditer(c.text, *line):
        i = m.start()
        if m.group() in "(（" and not c.verbatim(i):
            stack.append(i)
        elif m.group() in ")）" and stack and not c.verbatim(i):
            yield from _bracket_pair(c, line, stack.pop(), i)


def _bracket_pair(c: Context, line: tuple[int, int], a: int, b: int) -> Iterator[Edit]:
    old = c.text[a] + c.text[b]
    if old != "（）" and _holds_east(c, line, a, b):
        if c.text[a] == "(":  # the full-width bracket brings its own space
            spaced = a - 1 > line[0] and c.text[a - 1] == " " and c.shape[a - 2] in EAST
            yield Edit(a - spaced, a + 1, "（", "half-width bracket")
        if c.text[b] == ")":
            spaced = b + 2 < line[1] and c.text[b + 1] == " " and c.shape[b + 2] in EAST
            yield Edit(b, b + 1 + spaced, "）", "half-width bracket")
    elif old != "()" and _holds_west(c, line, a, b):
        spaced = a > line[0] and c.shape[a - 1] in WEST
        yield Edit(a, a + 1, " (" if spaced else "(", "full-width bracket")
        spaced = b + 1 < line[1] and c.shape[b + 1] in WEST
        yield Edit(b, b + 1, ") " if spaced else ")", "full-width bracket")


def _holds_east(c: Context, line: tuple[int, int], a: int, b: int) -> bool:
    if b - a > 400 or not c.has_east(a, b) or not c.is_east(a, line):
        return False
    if c.text[a - 1 : a] == "]" and a > line[0]:
        return False
    return not _CALL.search(c.text[max(a - 40, line[0]) : a])


def _holds_west(c: Context, line: tuple[int, int], a: int, b: int) -> bool:
    """Latin words in brackets, in a Latin sentence."""
    if b - a > 400 or c.has_east(max(a - 40, line[0]), min(b + 40, line[1])):
        return False
    return not c.is_east(a, line) and (c.has_west(*line) or c.left(a) in WEST)


def _double(c: Context, line: tuple[int, int], quotes: str) -> Iterator[Edit]:
    at = [i for m in _DOUBLE.finditer(c.text, *line) if not c.verbatim(i := m.start())]
    if not at or len(at) % 2 or any(_is_value(c.text, i) for i in at):
        return
    for a, b in zip(at[::2], at[1::2], strict=True):
        if _quotes_east(c, line, a, b):
            yield Edit(a, a + 1, quotes[0], "quote")
            yield Edit(b, b + 1, quotes[1], "quote")


def _is_value(text: str, i: int) -> bool:
    """Whether a quote is an inch mark, an escape, or opens the value of an attribute."""
    return text[i - 1 : i].isdigit() or (i > 0 and text[i - 1] in "=\\")


def _quotes_east(c: Context, line: tuple[int, int], a: int, b: int) -> bool:
    if b - a < 2 or not c.is_east(a, line):
        return False
    if c.text[a + 1].isspace() or c.text[b - 1].isspace():
        return False
    if c.has_east(a, b):
        return True
    if _TOKEN.search(c.text[a + 1 : b]):
        return False  # a path, an option, a piece of code
    outer = (c.left(a) in EAST) + (c.right(b + 1) in EAST)
    return outer == 2 or (outer == 1 and (a == line[0] or b + 1 == line[1]))


def _inner(c: Context, line: tuple[int, int], quotes: str) -> Iterator[Edit]:
    """Single quotes around Chinese words: never beside a Latin letter, which makes an apostrophe."""
    at = [i for m in _SINGLE.finditer(c.text, *line) if not c.verbatim(i := m.start())]
    if not at or len(at) % 2:
        return
    for a, b in zip(at[::2], at[1::2], strict=True):
        beside = c.shape[a - 1 : a] if a > line[0] else b""
        opens = not beside or beside[0] not in WEST
        if opens and b - a > 1 and c.has_east(a, b) and c.is_east(a, line):
            yield Edit(a, a + 1, quotes[2], "quote")
            yield Edit(b, b + 1, quotes[3], "quote")
