"""The second look: which lines of a text that passed the gate are worth splitting into phrases.

All counting is done on the marks of the text, which are short; letters are looked at only where marks
stand like those of a list, and then for what every proof needs: search words, stock words, repetition.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.spam.gate import (
    BREAK,
    HYPHENED,
    SENTENCES,
    STOPPED,
    flats,
    joints_in,
    marks_of,
    may_hyphen,
    plain_breaks,
)
from scrubtext.spam.lexicon import function_words, queries, stock
from scrubtext.spam.page import tokens
from scrubtext.spam.phrases import bare

__all__ = ["Suspects", "suspects"]

Line = tuple[int, int]

MAX_LOOK = 2_000  # characters of a list that are looked at for a sign of keywords
MIN_JOINED = 3  # hyphens or stops that join phrases, in one line
MANY_ODD = 4  # odd separators that need no words to be looked at
SAMPLE = 12  # phrases of a run of lines: two of them at least hold what a proof asks of a third
LONG_RUN = 24  # lines that repetition alone can prove: see verdict
MAX_SMALL = 0.4  # share of small words; see glued


_SENTENCE_END = re.compile(r"[。！；：]|[.!?;:](?=\s|$)")


class Suspects(NamedTuple):
    """Numbers of lines that are lists, of lines that are one phrase each; spans of long stretches."""

    lists: frozenset[int]
    alone: frozenset[int]
    stretches: tuple[Line, ...]


def suspects(doc: Doc) -> Suspects:
    """What is left to look at closely."""
    lists, stretched = set(_lists(doc)), []
    for a, b in flats(doc):
        if kind := _stretch(doc.text[a:b]):
            stretched.append((a, b))
            if kind == "list":
                lists.add(_line_at(doc.lines, a))
    return Suspects(frozenset(lists), frozenset(_runs(doc)), tuple(stretched))


def _line_at(lines: Sequence[Line], at: int) -> int:
    return bisect_right(lines, (at, 1 << 62)) - 1


def _lists(doc: Doc) -> Iterator[int]:
    """Lines that hold separators in a row, if they or their neighbours hold anything of keywords."""
    marks = marks_of(doc)
    odd: set[int] = set()
    found: set[int] = set()
    for joint in joints_in(doc.kinds, marks):
        rows = set(_rows_with(marks, joint))
        found |= rows
        if joint[0] in (Kind.PIPE, Kind.FULL_PIPE, Kind.GUN, Kind.DOT, Kind.HASH, Kind.BOX):
            odd |= rows
    found |= set(_joined(doc, marks))
    for group in _groups(sorted(found), doc):
        if any(map(worth, _regions(doc, group))) or (
            not odd.isdisjoint(group) and _many(doc, group)
        ):
            yield from group


def _regions(doc: Doc, group: Sequence[int]) -> Iterator[str]:
    """What may be a list: neighbouring lines as a whole; of one line its first and last sentence."""
    line = doc.text[doc.lines[group[0]][0] : doc.lines[group[-1]][1]]
    if len(group) > 1:
        yield line
        return
    first = _SENTENCE_END.search(line)
    yield line[: first.end()] if first else line
    if first:
        end = max(map(line.rfind, "。！？；!?;"))
        end = max(end, line.rfind(". "))
        if end + 1 >= first.end():
            yield line[end + 1 :]


def _many(doc: Doc, group: Sequence[int]) -> bool:
    part = doc.text[doc.lines[group[0]][0] : doc.lines[group[-1]][1]]
    return max(map(part.count, "|｜¦│丨#＃·・•▪★◆■●")) >= MANY_ODD


def _rows_with(marks: bytes, joint: bytes) -> Iterator[int]:
    """Numbers of the rows that begin or end with marks in a row, no sentence's mark between."""
    row = before = 0
    lead = joint[:1] == BREAK
    own = joint[1] if lead else joint[0]
    prose = bytes(k for k in SENTENCES if k != own)
    at = marks.find(joint)
    while at >= 0:
        first = at + 1 if lead else at  # marks begin with a break of their own
        row += marks.count(BREAK, before, first)
        before = first
        end = marks.find(BREAK, first)
        begin = marks.rfind(BREAK, 0, first) + 1
        whole = end - begin
        left, right = marks[begin:first], marks[marks.rfind(joint[-1:], first, end) : end]
        if whole == len(left.translate(None, prose)) + whole - len(left) or len(right) == len(
            right.translate(None, prose)
        ):
            yield row - 1
        at = marks.find(joint, end - 1 if lead else end)


def _joined(doc: Doc, marks: bytes) -> Iterator[int]:
    """Lines with phrases joined by hyphens or stops."""
    shape, lines = doc.shape, doc.lines
    if doc.kinds & mask(Kind.HYPHEN) and may_hyphen(doc):
        for k, row in enumerate(doc.skeleton.split(BREAK)):
            if row.count(Kind.HYPHEN) >= MIN_JOINED and _holds(shape[slice(*lines[k])], HYPHENED):
                yield k
    for k in _rows_with(marks, _STOPS) if _STOPS in marks else ():
        if _holds(shape[slice(*lines[k])], STOPPED):
            yield k


_STOPS = bytes((Kind.STOP,)) * MIN_JOINED


def _holds(shape: bytes, joints: Iterable[bytes]) -> bool:
    return sum(map(shape.count, joints)) >= MIN_JOINED


def _groups(rows: Sequence[int], doc: Doc) -> Iterator[list[int]]:
    """Rows with nothing but blank lines between them."""
    group: list[int] = []
    for k in rows:
        if group and k != group[-1] + 1:
            between = doc.text[doc.lines[group[-1]][1] : doc.lines[k][0]]
            if between.strip():
                yield group
                group = []
        group.append(k)
    if group:
        yield group


def worth(part: str) -> bool:
    """Whether a list holds what each proof asks for: search words, stock words, repetition."""
    part = part[:MAX_LOOK]
    n = max(map(part.count, _SIGNS)) + 1  # phrases, about
    if n > MANY:
        return True
    parts = tokens(part)
    if queries().holds(max(2, n // 4), part, parts) or stock().holds(max(3, n // 4), part, parts):
        return True
    return n > 5 and _repeats(parts) > n // 5


_SIGNS = ',，、;；|｜¦│丨_#＃・·•▪★◆■●/-–—."“”'
MANY = 100


def _repeats(parts: Sequence[str], most: int = 2) -> int:
    """How many tokens stand more often than that."""
    return sum(n for n in Counter(parts).values() if n > most)


def _worth_glued(part: str, size: int) -> bool:
    """The same for a stretch of so many words or characters."""
    parts = tokens(part)
    if _repeats(parts, 1 if len(parts) < 150 else 2) > 0.15 * len(parts):
        return True
    return queries().holds(max(2, size // 8), part, parts) or stock().holds(4, part, parts)


def _stretch(part: str) -> str:
    """Whether a stretch without marks may be a ``list`` joined by spaces, ``glued``, or is prose."""
    words = part[:MAX_LOOK].split()
    if part.isascii() or not _dense(words):
        small = function_words()
        known = sum(w in small for w in map(str.casefold, words))
        fits = known <= MAX_SMALL * len(words) and _worth_glued(part[:MAX_LOOK], len(words))
        return "glued" if fits else ""
    if len(words) < 3 and max(map(len, words)) < 32:
        return ""
    part = part[:MAX_LOOK]
    if not _worth_glued(part, len(part) // 5):
        return ""
    return "list" if len(words) > 2 else "glued"


def _dense(words: Iterable[str]) -> bool:
    return any("\u0e00" <= w[0] <= "\u0e7f" or "\u3040" <= w[0] <= "\u9fff" for w in words)


def _runs(doc: Doc) -> Iterator[int]:
    """Lines without sentences, five and more in a row, that hold something of keywords."""
    last = -1
    for first, until in plain_breaks(doc):
        numbers = [k for k in range(max(first, last + 1), until) if _alone(doc, k)]
        if len(numbers) < 5 or not _tells(doc, numbers):
            continue
        low, high = numbers[0], numbers[-1]
        while low > 0 and (_alone(doc, low - 1) or _blank(doc, low - 1)):
            low -= 1
        while high + 1 < len(doc.lines) and (_alone(doc, high + 1) or _blank(doc, high + 1)):
            high += 1
        last = high
        yield from range(low, high + 1)


def _alone(doc: Doc, k: int) -> bool:
    a, b = doc.lines[k]
    return a < b and bare(doc.text[a:b].strip())


def _blank(doc: Doc, k: int) -> bool:
    a, b = doc.lines[k]
    return not doc.text[a:b].strip()


def _tells(doc: Doc, numbers: Sequence[int]) -> bool:
    step = max(1, len(numbers) // SAMPLE)
    phrases = [doc.text[slice(*doc.lines[k])] for k in numbers[::step]]
    part = "\n".join(phrases)
    parts = tokens(part)
    if queries().holds(2, part, parts) or stock().holds(3, part, parts):
        return True
    return len(numbers) >= LONG_RUN and _repeats(parts) > len(phrases) // 3
