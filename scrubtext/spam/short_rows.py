"""Where a short list may stand: a line, what begins it, or what stands behind its last sentence.

Short lists have too few marks in a row to be told by these; words of trade tell them, see ``few``.
"""

from __future__ import annotations

import re
from bisect import bisect_left

from scrubtext.doc import Doc
from scrubtext.spam.gate import MIN_APART, apart
from scrubtext.spam.lexicon import function_words, trades
from scrubtext.spam.rows import gaps, spaced_heads, spaced_rows
from scrubtext.spam.worth import worth_few

__all__ = ["SENTENCE_END", "STOPPED", "may_be_few", "spaced_lists"]

SENTENCE_END = re.compile(r"[。！；：.!?;:](?:(?<=[。！；：])|(?=\s|$))")
"""A mark behind which a list may begin, be it that of a label."""
STOPPED = re.compile(r"[。！？!?…][”’」』\"')）]*\s*|\.[”’\"')]*\s+")
"""The end of a sentence."""
_ENDS = frozenset("。！；：.!?;:")
_CLAUSE_END = re.compile(r"[。！？；：，,!?;:]")
MIN_WORDS, MAX_SMALL = 8, 0.2  # words behind the last mark of a line; share of them that is small
TRADED = 6  # of so many words one is of trade


def spaced_lists(doc: Doc) -> tuple[list[int], list[tuple[int, int]]]:
    """Numbers of lines that hold phrases joined by spaces, and spans of words without a mark."""
    found = gaps(doc)
    heads = spaced_heads(doc) if len(found) >= MIN_APART else ()
    lists = [k for k in heads if _gapped(found, *doc.lines[k]) and _head_may(doc, k)]
    words = []
    for k in spaced_rows(doc):
        line = doc.lines[k]
        if _gapped(found, *line) and apart(doc, *line) and may_be_few(doc, k):
            lists.append(k)
        elif tail := _words(doc.text, *line):
            words.append(tail)
    return lists, words


def _gapped(found: list[int], start: int, end: int) -> bool:
    """Whether so many spaces between dense characters stand in a line as phrases ``apart`` have."""
    return bisect_left(found, end) - bisect_left(found, start) >= MIN_APART


def may_be_few(doc: Doc, k: int) -> bool:
    """Whether a line, or what stands behind its last sentence, may be a short list."""
    a, b = doc.lines[k]
    if worth_few(doc, a, b):
        return True
    if doc.text[b - 1 : b] in _ENDS:
        return False  # nothing stands behind its last sentence
    begin = _behind_sentence(doc.text, a, b)
    return a < begin < b and worth_few(doc, begin, b)


def _behind_sentence(text: str, start: int, end: int) -> int:
    return max((m.end() for m in SENTENCE_END.finditer(text, start, end)), default=start)


def _head_may(doc: Doc, k: int) -> bool:
    """Whether the words before the last space of a line's first clause may be a short list."""
    a, b = doc.lines[k]
    first = _CLAUSE_END.search(doc.text, a, b)
    last = doc.text.rfind(" ", a, first.start() if first else b)
    return last > a and apart(doc, a, last) and worth_few(doc, a, last)


def _words(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The words behind the last sentence of a line, where few are small and some are of trade."""
    if not _some_traded(text[start:end]):
        return None
    start = _behind_sentence(text, start, end)
    words = text[start:end].casefold().split()
    small = sum(map(function_words().__contains__, words))
    if len(words) < MIN_WORDS or small > MAX_SMALL * len(words):
        return None
    traded = sum(map(trades().spaced.__contains__, words))
    return (start, end) if traded >= len(words) // TRADED else None


def _some_traded(line: str) -> bool:
    """Whether a line has so many words, and one of trade: those behind its last sentence are among them.

    Of the marks that end it only these may stand inside of what spaces part.
    """
    if not line.isascii():
        line = line[max(map(line.rfind, "。！；：")) + 1 :]
    words = line.split()
    return len(words) >= MIN_WORDS and not trades().spaced.isdisjoint(map(str.casefold, words))
