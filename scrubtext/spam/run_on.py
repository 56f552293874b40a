"""A sentence without a stop that runs on into the list behind it: ``the mill was sold cheap tyres | vans``.

The first phrases of such a list are the sentence's: one of them is longer than all keywords behind it. What
of it is a keyword is told by another script, by the only space of a script without spaces, or by a word of
trade that begins it; where nothing tells, all of it stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scrubtext.spam.block import Block
from scrubtext.spam.evidence import spread
from scrubtext.spam.lexicon import queries, stock, strong_queries, trades
from scrubtext.spam.phrases import width
from scrubtext.spam.scripts import EASTERN, GAP, UNSPACED

__all__ = ["before_other_script", "behind_sentence"]

MAX_FIRST = 3  # phrases that the signs of the list make of a sentence
LONGER, TIMES = 4, 1.25  # how much longer it is than the longest keyword: see phrases.width
MAX_SEEN = 120  # characters before the first sign of a list that are looked at
MIN_WORD = 3  # letters of a word that says something
MIN_LEFT = 3  # keywords behind it
_OTHER = re.compile(r"[ \u3000]+(?=[A-Z\u00c0-\u052f][^\W\d_]*[ ,]+[^\W\d_])")


def behind_sentence(text: str, block: Block) -> Block:
    """A list below or behind an article, from behind the sentence that runs on into it."""
    spans = block.phrases
    if len(spans) <= MIN_LEFT or not text[: block.start].strip():
        return block
    if block.layout == "tail" and block.separator.signs and block.start == spans[0][0]:
        return _with_first(text, block)
    if _stands_out(text, block):
        a, b = spans[0]
        return replace(block, start=a + len(text[a:b].rstrip()), phrases=spans[1:])
    for k in range(min(MAX_FIRST, len(spans) - MIN_LEFT) - 1, -1, -1):
        rest = spread([text[a:b].strip() for a, b in spans[k + 1 :]])
        first = text[slice(*spans[k])].strip()
        if width(first) <= max(map(width, rest)) * TIMES + LONGER:
            continue
        a, b = spans[k]
        at = _keyword(text[a:b].rstrip(), rest)
        if at:
            return replace(block, start=a + at, phrases=((a + at, b), *spans[k + 1 :]))
        return replace(block, start=spans[k + 1][0], phrases=spans[k + 1 :])
    return block


def _stands_out(text: str, block: Block) -> bool:
    """Whether the first phrase of a line alone has a capital: ``Bon appétit | sac pas cher | soldes``."""
    spans = block.phrases
    first, *rest = (text[a:b].strip() for a, b in spans)
    if not first[:1].isupper() or text[: spans[0][0]].rstrip(" \t\u3000")[-1:] != "\n":
        return False
    said = {word for word in first.casefold().split() if len(word) > MIN_WORD}
    shared = any(said.intersection(phrase.split()) for phrase in rest)
    return not shared and all(phrase[:1].islower() for phrase in rest) and not _begins_sold(first)


def _with_first(text: str, block: Block) -> Block:
    """A list at the end of a line, with the keyword before its first sign where something tells it."""
    a = max(text.rfind("\n", 0, block.start) + 1, block.start - MAX_SEEN)
    before = text[a : block.start].rstrip(" \t\u3000")
    bare = before.rstrip(" \t\u3000" + block.separator.signs)
    at = _keyword(bare, spread([text[c:d].strip() for c, d in block.phrases])) if bare != before else 0
    if not at:
        return block
    return replace(block, start=a + at, phrases=((a + at, a + len(bare)), *block.phrases))


def before_other_script(text: str, block: Block) -> tuple[int, int, int] | None:
    """The last keyword of an Eastern list, where a sentence in another script follows it after a space.

    Its begin and end, and where the sentence begins.
    """
    a, b = block.phrases[-1]
    others = spread([text[c:d].strip() for c, d in block.phrases[:-1]])
    a += len(text[a:b]) - len(text[a:b].lstrip())
    gap = _OTHER.search(text, a, b)
    if not gap or not EASTERN.match(text, a) or EASTERN.search(text, gap.end(), b):
        return None
    if any(map(_OTHER.search, others)) or not all(map(EASTERN.match, others)):
        return None
    return a, gap.start(), gap.end()


def _keyword(phrase: str, rest: Sequence[str]) -> int:
    """Where the keyword begins at the end of a phrase, 0 where nothing tells."""
    gaps = [m.end() for m in GAP.finditer(phrase.lstrip(), 1)]
    lead = len(phrase) - len(phrase.lstrip())
    script = _script(rest[0])
    most = max(map(width, rest)) + LONGER
    if _script(phrase.lstrip()) != script:
        other = [at for at in gaps if _script(phrase[lead + at :]) == script]
        return lead + other[0] if other else 0
    if UNSPACED.search(phrase) and UNSPACED.match(rest[0]):
        near = [at for at in gaps if width(phrase[lead + at :]) <= most]
        return lead + near[0] if near else 0
    least = min(len(one.split()) for one in rest)
    for at in reversed(gaps):
        end = phrase[lead + at :]
        if width(end) <= most and len(end.split()) >= least and _begins_sold(end):
            return lead + at
    return 0


def _script(phrase: str) -> str:
    """Of the first letter: without spaces, Korean, or another."""
    return "dense" if UNSPACED.match(phrase) else "hangul" if EASTERN.match(phrase) else "other"


def _begins_sold(phrase: str) -> bool:
    """Whether a phrase begins with goods, a service, a search or stock."""
    known = (trades, queries, stock, strong_queries)
    return any(start == 0 for each in known for start, _ in each().spans(phrase))
