"""Where a short list may stand: a line, what begins it, or what stands behind its last sentence.

Short lists have too few marks in a row to be told by these; words of trade tell them, see ``few``.
"""

from __future__ import annotations

import re

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.spam.gate import apart, spaced_heads, spaced_rows
from scrubtext.spam.lexicon import function_words, trades
from scrubtext.spam.worth import worth_few

__all__ = ["SENTENCE_END", "may_be_few", "spaced_lists"]

SENTENCE_END = re.compile(r"[。！；：]|[.!?;:](?=\s|$)")
"""A mark behind which a list may begin, be it that of a label."""
_CLAUSE_END = re.compile(r"[。！？；：，,!?;:]")
MIN_WORDS, MAX_SMALL = 8, 0.2  # words behind the last mark of a line; share of them that is small
TRADED = 6  # of so many words one is of trade
_DENSE = mask(Kind.HAN, Kind.KANA, Kind.HANGUL)


def spaced_lists(doc: Doc) -> tuple[list[int], list[tuple[int, int]]]:
    """Numbers of lines that hold phrases joined by spaces, and spans of words without a mark."""
    lists = [k for k in spaced_heads(doc) if _head_may(doc, k)]
    words = []
    for k in spaced_rows(doc):
        if doc.kinds & _DENSE and apart(doc, *doc.lines[k]) and may_be_few(doc, k):
            lists.append(k)
        elif tail := _words(doc, k):
            words.append(tail)
    return lists, words


def may_be_few(doc: Doc, k: int) -> bool:
    """Whether a line, or what stands behind its last sentence, may be a short list."""
    a, b = doc.lines[k]
    if worth_few(doc, a, b):
        return True
    begin = _behind_sentence(doc, a, b)
    return a < begin < b and worth_few(doc, begin, b)


def _behind_sentence(doc: Doc, start: int, end: int) -> int:
    return max((m.end() for m in SENTENCE_END.finditer(doc.text, start, end)), default=start)


def _head_may(doc: Doc, k: int) -> bool:
    """Whether the words before the last space of a line's first clause may be a short list."""
    a, b = doc.lines[k]
    first = _CLAUSE_END.search(doc.text, a, b)
    last = doc.text.rfind(" ", a, first.start() if first else b)
    return last > a and apart(doc, a, last) and worth_few(doc, a, last)


def _words(doc: Doc, k: int) -> tuple[int, int] | None:
    """The words behind the last sentence of a line, where few are small and some are of trade."""
    _, end = doc.lines[k]
    start = _behind_sentence(doc, *doc.lines[k])
    words = doc.text[start:end].casefold().split()
    small = sum(map(function_words().__contains__, words))
    if len(words) < MIN_WORDS or small > MAX_SMALL * len(words):
        return None
    traded = sum(map(trades().spaced.__contains__, words))
    return (start, end) if traded >= len(words) // TRADED else None
