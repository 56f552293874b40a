"""The title of an article at the end of the keywords above it, parted from them by a space or their sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from scrubtext.spam.block import Block
from scrubtext.spam.evidence import Ends, edges, spread
from scrubtext.spam.last_one import ends_sold
from scrubtext.spam.lexicon import places, queries, sells, trades
from scrubtext.spam.page import spoken_of, tokens
from scrubtext.spam.phrases import width
from scrubtext.spam.scripts import EASTERN, GAP
from scrubtext.spam.speech import speaks
from scrubtext.spam.vocabulary import without

__all__ = ["untitled"]

MAX_BELOW = 3_000  # characters of the article that are looked at
MAX_PARTS = 3  # phrases that the signs of the list make of a title
MAX_TITLE = 60  # characters
MIN_WIDTH = 4  # of a title: see phrases.width
MIN_LIST = 2  # keywords before it
_CAPITAL = re.compile(r"[ \u3000][^\W\d_a-zà-ÿа-яё\u3040-\ud7ff]|[\u3040-\ud7a3]")
_STOP = re.compile(r"[。.!！?？…:：;；][”’」』»\"')）]*$")


def untitled(text: str, block: Block) -> Block:
    """A list that is a whole line at the head of a page, without the title that ends the line.

    Its last phrases stay that are no keywords by themselves, unless a title stands on the next line.
    """
    if len(block.phrases) <= MIN_LIST or text[: block.start].strip():
        return block
    below = text[block.end : block.end + MAX_BELOW].strip()
    if not below or _ended(text, block):
        return block
    spans = [_stripped(text, *span) for span in block.phrases]
    texts = [text[a:b] for a, b in spans]
    k, at = _begin(texts, _spoken(below), _headed(below))
    if k == len(texts):
        return block
    begin = spans[k][0] + at
    front = [(spans[k][0], spans[k][0] + len(texts[k][:at].rstrip()))] if at else []
    return replace(block, end=begin, phrases=(*spans[:k], *front), layout="head")


def _begin(texts: Sequence[str], below: str, headed: bool) -> tuple[int, int]:
    """The phrase in which a title begins, and where in it; the number of them where there is none."""
    k, least = len(texts), max(MIN_LIST, len(texts) - MAX_PARTS)
    while k > least:
        others = spread(texts[: k - 1])
        if at := _title_in(texts[k - 1], others, below):
            return k - 1, at
        if not _is_title(texts[k - 1], others, below, headed):
            break
        k -= 1
    return k, 0


def _ended(text: str, block: Block) -> bool:
    """Whether the sign of the list stands behind the last phrase too, or a stop, as behind no title."""
    last = text[: block.end].rstrip()[-1:]
    return last in (".", "。") or (block.separator.signs != "" and last in block.separator.signs)


def _headed(below: str) -> bool:
    """Whether the next line is a title."""
    first, _, rest = below.partition("\n")
    return len(first) <= MAX_TITLE and not _STOP.search(first.rstrip()) and bool(rest.strip())


def _spoken(below: str) -> str:
    """The sentences of an article: its lines that end in a stop, not other lists."""
    lines = map(str.strip, below.casefold().split("\n"))
    return "\n".join(line for line in lines if _STOP.search(line))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _is_title(phrase: str, others: Sequence[str], below: str, headed: bool) -> bool:
    """Whether a phrase is no keyword by itself, longer than the others, or what the article speaks of."""
    if (headed and width(phrase) < MIN_WIDTH) or _begins_small(phrase, others):
        return False
    if headed and phrase.split(maxsplit=1)[0] in others:
        return False  # the slogan of a firm behind its goods
    parts = tokens(phrase)
    if width(phrase) > max(map(width, others)) and any(part in below for part in parts):
        return True
    if not sells(phrase) and (spoken_of(parts, below) or _alone_speaks(phrase, others)):
        return True
    return not headed and not _is_keyword(phrase, others, below)


def _begins_small(phrase: str, others: Sequence[str]) -> bool:
    """Whether a phrase begins with a small letter as most of the others do; joined words are one phrase."""
    small = sum(one[:1].islower() for one in others)
    return phrase[:1].islower() and 4 * small >= 3 * len(others)


def _alone_speaks(phrase: str, others: Sequence[str]) -> bool:
    """Whether a phrase holds a small word outside of what people look for, as hardly another does."""
    spoken = speaks(without(phrase, trades().spans(phrase)))
    return spoken and 4 * sum(map(speaks, others)) <= len(others)


def _is_keyword(phrase: str, others: Sequence[str], below: str) -> bool:
    """Whether a phrase holds what is sold, or begins or ends as others do, and is foreign to the article."""
    if _alone_speaks(phrase, others) or spoken_of(tokens(phrase), below):
        return False
    if ends_sold(phrase):
        return True
    if EASTERN.search(phrase) and (_sells(phrase) or _is_foreign(phrase, others, below)):
        return True
    return Ends([*others, phrase]).paired(*edges(phrase))


def _is_foreign(phrase: str, others: Sequence[str], below: str) -> bool:
    """Whether nothing of a phrase comes again in the article; of 45 titles of Chinese pages none is so."""
    if len(others) < MIN_OTHERS or len(below) < MIN_TOLD or width(phrase) > max(map(width, others)):
        return False
    return width(phrase) >= MIN_NAMED and not any(part in below for part in tokens(phrase))


MIN_OTHERS, MIN_TOLD, MIN_NAMED = 4, 120, 5
"""Keywords beside it, characters of an article and width of a phrase that can be told so."""


def _sells(phrase: str) -> bool:
    """Whether a phrase holds what is sold: the word that begins a question is none."""
    asked = [span for span in queries().spans(phrase) if span[0] == 0]
    return trades().search(without(phrase, asked))


def _title_in(phrase: str, others: Sequence[str], below: str) -> int:
    """Where a title begins behind the last keyword and a space; 0 where it does nowhere."""
    gaps = [gap.end() for gap in GAP.finditer(phrase)]
    if not gaps or (not EASTERN.match(phrase) and all(map(EASTERN.match, others))):
        return 0  # no keyword of a Chinese list begins in Latin letters
    if 4 * sum(" " in one for one in others) <= len(others):
        return gaps[0] if not _sold_whole(phrase[gaps[0] :], below) else 0
    if width(phrase) <= max(map(width, others)) and any(map(_CAPITAL.search, [*others, phrase.lower()])):
        return 0
    return next((at for at in gaps if _parts(phrase, at)), 0)


def _sold_whole(rest: str, below: str) -> bool:
    """Whether what stands behind a space is one more keyword, or the end of one."""
    return _sells(rest) and not speaks(rest) and not spoken_of(tokens(rest), below)


def _parts(phrase: str, at: int) -> bool:
    """Whether a keyword ends before a place, and behind it begins what is none."""
    rest = phrase[at:]
    if not (rest[0].isupper() or EASTERN.match(rest)) or not ends_sold(phrase[:at].rstrip()):
        return False
    first = rest.split(maxsplit=1)[0]
    return not (places().search(first) or ends_sold(first))


