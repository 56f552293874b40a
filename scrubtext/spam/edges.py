"""Which lines at the edges of a block of one phrase a line belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from scrubtext.spam.block import Block
from scrubtext.spam.boundary import SENTENCE_END, common_of, is_own
from scrubtext.spam.evidence import crossing, spread
from scrubtext.spam.lexicon import places, sells, stock, trades
from scrubtext.spam.page import Page, tokens
from scrubtext.spam.speech import speaks

__all__ = ["edged", "untabled"]

Span = tuple[int, int]


def edged(text: str, block: Block, page: Page) -> Block:
    """A block of one phrase a line without the lines at its edges that are no keywords by themselves.

    The title of the article stands right below a block at the head; its words are the page's. A line
    of other words, of which the block makes one stanza with its neighbours, is of the block.
    """
    texts = block.texts(text)
    common = common_of(texts)
    crossed = crossing(spread(texts))
    own = [is_own(t, common, crossed) for t in texts]
    if sum(own) < 3:
        parted = not _stanza(text, block.phrases[-2:], _apart(text, block.phrases[:-1]))
        return _unheaded(block, texts, own, page, _heads(text, block), parted)
    first, last = own.index(True), len(own) - own[::-1].index(True)
    spans, longest = block.phrases, max(map(len, texts[first:last]))
    apart = _apart(text, spans[first:last])
    alien = [k for k, phrase in enumerate(texts) if _alien(phrase, longest, page)] or [first]
    if _heads(text, block) and alien[-1] == len(own) - 1 and not _keyed(texts[-1]):
        alien[-1] = last - 1  # it may be the title
    if alien[0] < first and _stanza(text, spans[: first + 1], apart) and _after(text, spans[0][0]):
        first = alien[0]
    if alien[-1] >= last and _stanza(text, spans[last - 1 :], apart):
        last = alien[-1] + 1
    if _after(text, spans[0][0]):
        while first and _stranger(text, spans[first - 1], spans[first], longest, page):
            first -= 1
    if not text[spans[-1][1] :].strip():
        while last < len(spans) and _stranger(text, spans[last], spans[last - 1], longest, page):
            last += 1
    spans = spans[first:last]
    return replace(block, start=spans[0][0], end=spans[-1][1], phrases=spans)


def untabled(text: str, block: Block) -> Block:
    """A block of whole lines without rows of a table at its edges: they hold little that is looked for."""
    rows: list[list[Span]] = []
    for span in block.phrases:
        if not rows or "\n" in text[rows[-1][-1][1] : span[0]]:
            rows.append([])
        rows[-1].append(span)
    sold = [2 * sum(sells(text[a:b]) for a, b in row) >= len(row) for row in rows]
    if len(rows) < 2 or all(sold) or not any(sold):
        return block
    rows = rows[sold.index(True) : len(sold) - sold[::-1].index(True)]
    spans = tuple(span for row in rows for span in row)
    end = text.find("\n", spans[-1][1])
    return replace(
        block,
        start=max(block.start, text.rfind("\n", 0, spans[0][0]) + 1),
        end=min(block.end, end if end >= 0 else len(text)),
        phrases=spans,
    )


def _unheaded(
    block: Block, texts: Sequence[str], own: Sequence[bool], page: Page, heads: bool, parted: bool
) -> Block:
    """A block without the lines at its edges whose words the page holds: its title, its last line.

    At the head of a page the last line is a title as soon as it holds nothing that people look for, or
    small words, or is ``parted`` from the others by a blank line.
    """
    first, last = 0, len(texts)
    if heads and not own[-1] and (speaks(texts[-1]) or not sells(texts[-1]) or parted):
        last -= 1
    while last and not own[last - 1] and _held(texts[last - 1], page):
        last -= 1
    while first < last and not own[first] and _held(texts[first], page):
        first += 1
    spans = block.phrases[first:last] or block.phrases
    return replace(block, start=spans[0][0], end=spans[-1][1], phrases=spans)


def _held(phrase: str, page: Page) -> bool:
    """Whether a page holds a third of what a phrase is made of."""
    parts = tokens(phrase)
    return bool(parts) and 3 * sum(map(page.holds, parts)) >= len(parts)


def _stranger(text: str, span: Span, near: Span, longest: int, page: Page) -> bool:
    """Whether a line beside a block is as short as its lines, and the page knows less than a third of it."""
    phrase = text[slice(*span)]
    if len(phrase) > longest or not _stanza(text, sorted((span, near)), 1):
        return False
    return bool(tokens(phrase)) and not _held(phrase, page)


def _stanza(text: str, spans: Sequence[Span], apart: int) -> bool:
    """Whether no more than so many ends of lines stand between lines."""
    return all(text.count("\n", a[1], b[0]) <= apart for a, b in pairwise(spans))


def _apart(text: str, spans: Sequence[Span]) -> int:
    """How many ends of lines stand between any two lines of a block: two where each is a paragraph."""
    gaps = {text.count("\n", a[1], b[0]) for a, b in pairwise(spans)}
    return gaps.pop() if len(gaps) == 1 else 1


def _heads(text: str, block: Block) -> bool:
    """Whether a block is the first thing on a page that goes on."""
    return not text[: block.start].strip() and bool(text[block.end :].strip())


def _keyed(phrase: str) -> bool:
    """Whether a phrase is little but what people look for: two trades, or one in a town."""
    if speaks(phrase):
        return False
    found = len(trades().findall(phrase))
    return found > 1 or (found > 0 and places().search(phrase))


def _after(text: str, at: int) -> bool:
    """Whether a blank line, the edge of the text or the end of a sentence stands before."""
    above = text[max(0, at - 8) : at].rstrip(" \t\r\n")
    if not above or SENTENCE_END.fullmatch(above[-1:] + " "):
        return True
    return text.count("\n", max(0, at - 8) + len(above), at) > 1


def _alien(phrase: str, longest: int, page: Page) -> bool:
    """Whether a phrase holds what people look for and no word of the page's, as a title does."""
    told = len(phrase) <= longest and (trades().search(phrase) or stock().search(phrase))
    return bool(told) and not any(map(page.holds, tokens(phrase)))
