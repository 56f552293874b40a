"""The last keyword of a list at the head of a line, which nothing but a space parts from the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.spam.block import Block
from scrubtext.spam.lexicon import queries, stock, strong_queries, trades
from scrubtext.spam.phrases import bare
from scrubtext.spam.speech import speaks

__all__ = ["last_one"]

_CAPITAL = re.compile(r"\s+(?=[^\W\d_a-zа-яё])")
_SENTENCE_BREAK = re.compile(r"[.,:;!?…()\"«»“”]")
_CHUNK = re.compile(r"[^\s，,。、；：]+")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_GAP = re.compile(r"[ \u3000]+")
MORE = 12  # characters that the last keyword may have more than the longest of the others
HEAD = 2  # characters of the town that all keywords begin with


def last_one(text: str, block: Block, texts: Sequence[str], line_end: int) -> tuple[int, int, int] | None:
    """Start and end of that keyword, and where the sentence begins; nothing where it cannot be told."""
    if inside := _inside(text, block, texts):
        return inside
    sign = block.separator.pattern.match(text, block.phrases[-1][1])
    if not sign or sign.end() >= line_end:
        return None
    start, limit = sign.end(), min(line_end, sign.end() + max(map(len, texts)) + MORE)
    if any(map(_DENSE.search, texts[:3])):
        return _in_town(text, start, limit, texts) or _in_words(text, start, limit, texts)
    return _before_capital(text, start, limit, texts)


def _inside(text: str, block: Block, texts: Sequence[str]) -> tuple[int, int, int] | None:
    """The same where the last phrase goes on with the first clause of the sentence."""
    start, end = block.phrases[-1]
    if len(texts) < 4 or block.separator.kind == "odd" or any(map(_CAPITAL_IN.search, texts[:-1])):
        return None
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return _before_capital(text, start, end, texts[:-1])


_CAPITAL_IN = re.compile(r"\s[A-ZА-ЯЁÀ-Þ]")


def _before_capital(
    text: str, start: int, limit: int, texts: Sequence[str]
) -> tuple[int, int, int] | None:
    """All keywords begin small, and the sentence with a capital."""
    if not text[start].islower() or not all(t[:1].islower() or t[:1].isdigit() for t in texts):
        return None
    found = next((m for m in _CAPITAL.finditer(text, start, limit) if text[m.end()].isupper()), None)
    if not found or _SENTENCE_BREAK.search(text, start, found.start()):
        return None
    return (start, found.start(), found.end()) if bare(text[start : found.start()]) else None


def _in_town(text: str, start: int, limit: int, texts: Sequence[str]) -> tuple[int, int, int] | None:
    """All keywords begin with one town, and the last goes on with what people look for."""
    head = texts[0][:HEAD]
    if len(texts) < 3 or not _DENSE.match(head) or not all(t.startswith(head) for t in texts):
        return None
    if not text.startswith(head, start):
        return None
    end = next((b for a, b in trades().spans(text, start + HEAD, limit) if a == start + HEAD), 0)
    return (start, end, end + len(text[end:limit]) - len(text[end:limit].lstrip())) if end else None


def _in_words(text: str, start: int, limit: int, texts: Sequence[str]) -> tuple[int, int, int] | None:
    """A word, and as many more of searches as the others have, before a space."""
    most = max(len(t.split()) for t in texts)
    at, end, begin = start, 0, 0
    for k in range(most):
        chunk = _CHUNK.match(text, at, limit)
        gap = _GAP.match(text, chunk.end(), limit) if chunk else None
        if not chunk or not gap or not (_asks(chunk.group()) if k else bare(chunk.group())):
            break
        end, begin, at = chunk.end(), gap.end(), gap.end()
    longest = max(map(len, texts)) + 2
    fits = end and end - start <= longest and not speaks(text[start:end]) and _sells(text[start:end])
    return (start, end, begin) if fits else None


def _asks(word: str) -> bool:
    """Whether a word is nothing but one that searches end in."""
    return any(span == (0, len(word)) for known in (queries(), trades()) for span in known.spans(word))


def _sells(phrase: str) -> bool:
    """Whether a phrase is a search, or holds goods, a service or stock."""
    return strong_queries().search(phrase) or stock().search(phrase) or trades().search(phrase)
