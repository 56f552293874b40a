"""The last keyword of a list at the head of a line, which nothing but a space parts from the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.spam.block import Block
from scrubtext.spam.evidence import spread
from scrubtext.spam.lexicon import places, queries, stock, strong_queries, trades
from scrubtext.spam.page import tokens
from scrubtext.spam.phrases import bare, width
from scrubtext.spam.scripts import EASTERN, GAP, UNSPACED
from scrubtext.spam.speech import speaks
from scrubtext.spam.vocabulary import without

__all__ = ["ends_sold", "is_sold", "last_one"]

_CAPITAL = re.compile(r"\s+(?=[^\W\d_a-zа-яё])")
_SENTENCE_BREAK = re.compile(r"[.,:;!?…()\"«»“”]")
_CHUNK = re.compile(r"[^\s，,。、；：]+")
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
    dense = EASTERN if block.separator.kind == "odd" else UNSPACED
    if any(map(dense.search, texts[:3])):
        found = _in_town(text, start, limit, texts) or _to_comma(text, start, limit, texts)
        return found or _in_words(text, start, limit, texts)
    return _before_capital(text, start, limit, texts)


def is_sold(text: str, block: Block, texts: Sequence[str], end: int) -> bool:
    """Whether the last of some phrases has its sign behind it, ends in what people look for as the
    others do, and the article knows nothing of it: no first clause of a sentence.
    """
    last, others = texts[-1], texts[:-1]
    sign = block.separator.signs and block.separator.pattern.match(text, end)
    if not sign or len(others) < MIN_SOLD:
        return False
    below = text[sign.end() : sign.end() + MAX_BELOW].casefold()
    joined = _joined_only(block) or (EASTERN.search(last) is not None and _is_western(block, below))
    if not (joined or ends_sold(last)):
        return False
    if width(last) > max(map(width, others)):
        return False
    if not joined and speaks(last) and 3 * sum(map(speaks, others)) < len(others):
        return False
    if any(part in below for part in tokens(last)):
        return False
    return joined or _mostly_sold(others)


def _joined_only(block: Block) -> bool:
    """Whether no clause of a sentence ends in the sign that joins phrases."""
    return block.separator.name in _NO_CLAUSE


def _is_western(block: Block, below: str) -> bool:
    """Whether a list in an Eastern script has Western signs, and the article below its own."""
    if block.separator.name == "stop":
        return True
    return block.separator.name == "comma" and "，" in below and not _HALF_COMMA.search(below)


_HALF_COMMA = re.compile("[\u3040-\u9fff],[\u3040-\u9fff]")
_NO_CLAUSE = frozenset({"slash", "plus", "tilde", "asterisk", "ampersand", "angle"})


def _mostly_sold(phrases: Sequence[str]) -> bool:
    some = spread(phrases)
    return sum(map(ends_sold, some)) >= SOLD * len(some)


MIN_SOLD, SOLD = 4, 0.6
"""Others that it is compared with, and the share of them that end in what people look for."""
MAX_BELOW = 3_000  # characters of the article that are looked at


def ends_sold(phrase: str) -> bool:
    """Whether a phrase ends in goods, a service, a search, stock or a place."""
    known = (trades, queries, stock, strong_queries, places)
    return any(end == len(phrase) for each in known for _, end in each().spans(phrase))


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
    named = 2 * sum(map(bool, map(_CAPITAL_IN.search, texts))) > len(texts)
    each = (m for m in _CAPITAL.finditer(text, start, limit) if text[m.end()].isupper())
    found = next((m for m in each if not (named and _in_place(text, m.end()))), None)
    if not found or _SENTENCE_BREAK.search(text, start, found.start()):
        return None
    return (start, found.start(), found.end()) if bare(text[start : found.start()]) else None


def _in_place(text: str, at: int) -> bool:
    """Whether the name of a place stands there, as in the other keywords: no sentence begins with it."""
    word = _CHUNK.match(text, at)
    return word is not None and places().search(word.group())


def _in_town(text: str, start: int, limit: int, texts: Sequence[str]) -> tuple[int, int, int] | None:
    """All keywords begin with one town, and the last goes on with what people look for."""
    head = texts[0][:HEAD]
    if len(texts) < 3 or not UNSPACED.match(head) or not all(t.startswith(head) for t in texts):
        return None
    if not text.startswith(head, start):
        return None
    end = next((b for a, b in trades().spans(text, start + HEAD, limit) if a == start + HEAD), 0)
    return (start, end, end + len(text[end:limit]) - len(text[end:limit].lstrip())) if end else None


def _in_words(text: str, start: int, limit: int, texts: Sequence[str]) -> tuple[int, int, int] | None:
    """A word, and as many more of searches as the others have, before a space."""
    most, longest = max(len(t.split()) for t in texts), max(map(len, texts)) + 2
    at, end, begin = start, 0, 0
    for k in range(most):
        chunk = _CHUNK.match(text, at, limit)
        gap = GAP.match(text, chunk.end(), limit) if chunk else None
        if not chunk or not gap or not (_asks(chunk.group(), texts) if k else bare(chunk.group())):
            break
        end, begin, at = chunk.end(), gap.end(), gap.end()
    phrase = text[start:end]
    if not end or len(phrase) > longest or speaks(without(phrase, places().spans(phrase))):
        return None
    return (start, end, begin) if _sells(phrase) else None


def _seated(texts: Sequence[str]) -> bool:
    """Whether most phrases end in a place."""
    some = spread(texts)
    return 2 * sum(any(b == len(t) for _, b in places().spans(t)) for t in some) > len(some)


def _to_comma(text: str, start: int, limit: int, texts: Sequence[str]) -> tuple[int, int, int] | None:
    """What others end in, then a comma: the page put it between its keywords and the article."""
    chunk = _CHUNK.match(text, start, limit)
    if not chunk or text[chunk.end() : chunk.end() + 1] not in ("，", ","):
        return None
    phrase, end = chunk.group(), chunk.end()
    if len(texts) < MIN_SOLD or not ends_sold(phrase) or speaks(phrase):
        return None
    below = text[end : end + MAX_BELOW].casefold()
    if any(part in below for part in tokens(phrase)) or width(phrase) > max(map(width, texts)):
        return None
    return (start, end, end + 1) if _mostly_sold(texts) else None


def _asks(word: str, texts: Sequence[str]) -> bool:
    """Whether a word is nothing but one that searches end in, a place where the others do."""
    if any(span == (0, len(word)) for known in (queries(), trades()) for span in known.spans(word)):
        return True
    return any(span == (0, len(word)) for span in places().spans(word)) and _seated(texts)


def _sells(phrase: str) -> bool:
    """Whether a phrase is a search, or holds goods, a service or stock."""
    return strong_queries().search(phrase) or stock().search(phrase) or trades().search(phrase)
