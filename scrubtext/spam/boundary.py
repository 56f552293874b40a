"""Where a block ends that shares its line with the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scrubtext.spam.block import Block
from scrubtext.spam.evidence import repeated_tokens, spread
from scrubtext.spam.lexicon import stock, strong_queries
from scrubtext.spam.page import tokens
from scrubtext.spam.phrases import bare, width

__all__ = ["edged", "trimmed"]

_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_SPEECH = re.compile(r"[的了在着我他她它你们這这那些將将與与對对從从把被就也都已曾]")
_GAP = re.compile(r"(?<=\S)[ \u3000]+(?=\S)")
_CHUNK = re.compile(r"[^\s]+(?=[\s\u3000])")
_SENTENCE_END = re.compile(r"[。！？!?…][”’」』\"')）]*\s*|\.[”’\"')]*\s+")
_SMALL = re.compile(r"[^\W\d_]*[a-zа-яёà-ÿ]")


def trimmed(text: str, block: Block, line_end: int) -> Block | None:
    """The part of a block at the start or end of a line that is keywords beyond doubt."""
    if block.layout == "head":
        return _head(text, block, line_end)
    return _tail(text, block)


def _own(phrase: str, common: frozenset[str]) -> bool:
    """Whether a phrase is a keyword by itself, not only by its neighbours."""
    if strong_queries().search(phrase) or len(stock().findall(phrase)) > 1:
        return True
    return not common.isdisjoint(tokens(phrase)) and not _SPEECH.search(phrase)


def _common(texts: Sequence[str]) -> frozenset[str]:
    return repeated_tokens([tokens(t) for t in spread(texts)])


def _head(text: str, block: Block, line_end: int) -> Block | None:
    spans, texts = list(block.phrases), block.texts(text)
    common = _common(texts)
    loose = block.separator.kind != "odd"
    while spans and loose and not _own(texts[len(spans) - 1], common):
        if not block.separator.signs and width(texts[len(spans) - 1]) > 3:
            break  # a sentence behind keywords with spaces is long or has marks
        spans.pop()
    if len(spans) < 3:
        return None
    end = spans[-1][1]
    inner = _inner_space(text, spans, texts)
    if inner:
        return replace(block, phrases=tuple(spans), end=inner)
    found = block.separator.pattern.match(text, end)
    end = found.end() if found else end
    if len(spans) == len(block.phrases) and block.separator.signs:
        end = _into_mixed(text, end, line_end, texts)
    return replace(block, phrases=tuple(spans), end=end)


def _inner_space(text: str, spans: Sequence[tuple[int, int]], texts: Sequence[str]) -> int:
    """Where the last phrase ends, if a space parts it from the clause behind it."""
    a, b = spans[-1]
    spaced = sum(bool(_GAP.search(t)) for t in texts[: len(spans) - 1])
    found = _GAP.search(text, a, b)
    if not found or 5 * spaced > len(spans) or not _DENSE.match(text, found.end()):
        return 0
    return found.end()


def _into_mixed(text: str, start: int, line_end: int, texts: Sequence[str]) -> int:
    """The end of the last keyword, where the sentence follows it after a space."""
    if _DENSE.search(text, start, min(start + 40, line_end)):
        chunk = _CHUNK.match(text, start, line_end)
        longest = max(map(len, spread(texts)))
        if chunk and bare(chunk.group()) and len(chunk.group()) <= longest + 2:
            return len(text[: chunk.end()]) + _blanks(text, chunk.end())
        return start
    if not all(_SMALL.match(t[:1]) or not t[:1].isalpha() for t in spread(texts)):
        return start
    for match in re.finditer(r"\s+(?=[^\W\d_])", text[start : min(start + 64, line_end)]):
        if text[start + match.end()].isupper():
            return start + match.end() if text[start].islower() else start
    return start


def _blanks(text: str, at: int) -> int:
    rest = text[at : at + 8]
    return len(rest) - len(rest.lstrip())


def _tail(text: str, block: Block) -> Block | None:
    """A block at the end of a line, from behind the last sentence before it."""
    line_start = text.rfind("\n", 0, block.start) + 1
    ends = list(_SENTENCE_END.finditer(text, line_start, block.start))
    start = ends[-1].end() if ends else block.start
    if not ends and block.separator.kind != "odd":
        return None
    if text[start : block.start].count("\n") or block.start - start > 64:
        start = block.start
    return replace(block, start=start)


def edged(text: str, block: Block) -> Block:
    """A block of one phrase a line without the lines at its edges that are no keywords by themselves.

    The title of the article stands right below a block at the head.
    """
    texts = block.texts(text)
    common = _common(texts)
    first, last = 0, len(texts)
    while first < last and not _own(texts[first], common):
        first += 1
    while last > first and not _own(texts[last - 1], common):
        last -= 1
    spans = block.phrases[first:last]
    if len(spans) < 3:
        return block
    return replace(block, start=spans[0][0], end=spans[-1][1], phrases=spans)
