"""Keywords with nothing between them, or with spaces only in a script that has spaces within phrases.

There are no phrases to look at, so the evidence is what the stretch repeats: pairs of characters or
words, search templates, stock words; and that no small words hold it together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scrubtext.spam.begins import sentence_at, sentence_start
from scrubtext.spam.evidence import spread
from scrubtext.spam.gate import MIN_DENSE
from scrubtext.spam.lexicon import (
    function_words,
    ordinary,
    places,
    queries,
    stock,
    strong_queries,
    trades,
)
from scrubtext.spam.page import Page, tokens
from scrubtext.spam.unmarked import is_crowded, is_sold, sold_cover
from scrubtext.spam.verdict import MIN_PROSE

__all__ = ["Stretch", "around", "glued_proof", "stretches"]

MIN_SPACED = 70  # characters that fourteen words have at least
MIN_FEW = 45  # the same of eight words at the end of a line
MIN_HANGUL = 40  # the same in Korean
MIN_WORDS, MIN_FEW_WORDS = 14, 8  # words without a mark, before and without a sentence behind them
MAX_SMALL = 0.2  # share of small words; prose has 0.25 (Indonesian) to 0.5 (English)
MAX_SMALL_REPEATED = 0.35  # where nearly half of the words repeat, as prose never does
MIN_SURE = 0.3  # search templates beyond doubt for every three words, beside as much trade
MAX_SPEECH = 0.06  # of dense characters; songs and speeches have twice as many
MIN_TRADED = 0.9  # goods and services for every three words; prose of such things has half
MIN_BAZAAR = 20  # words
MAX_HELD = 0.2  # of the words stand on the page too
SAMPLE = 60  # words of a stretch that are looked for on its page
MIN_LONG = 150  # words or characters; in less, repetition is by chance more often
MAX_LOOK = 20_000  # characters of a stretch that are looked at; its end is searched in the whole

# Runs are found by one class and measured afterwards: a counted class is quadratic on prose.
_DENSE_RUN = re.compile(r"[A-Za-z0-9\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]+")
_LOOSE_RUN = re.compile(r"(?:[A-Za-z0-9\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]| (?=\S))+")
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WORD_RUN = re.compile(
    r"(?:[^\W_\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]|[\t'’&/+%-]|(?<=\d)\.(?=\d)| {1,2}(?! ))+"
)
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")


_SPEECH = re.compile(r"[的了着我他她它你们們這这那]")
_CLAUSE = re.compile(r"[,;:!?()，。；：！？、（）“”\"]|\.(?!\d)")


class Stretch(NamedTuple):
    """A run without marks: where it is keywords, and what speaks for that."""

    start: int
    end: int
    kinds: frozenset[str]  # tokens it repeats
    repeated: float  # share of its tokens that it repeats
    speech: float  # share of it that is small characters, as songs have and keywords do not
    words: float  # search templates for every ten characters, or every three words
    hits: float  # strong search templates for every ten characters, or every three words
    cover: float  # share of it that is stock words
    stock_kinds: int
    local: float  # places with a trade close behind or before, as words
    traded: float  # what people look for, for every three words
    size: int  # characters or words
    sample: tuple[str, ...]  # words of it that the page may hold
    small: float = 0.0  # share of small words
    cased: float = 0.0  # share of words with a capital
    sold: float = 0.0  # share of the characters that are goods, services and what is said of them
    crowded: bool = False  # a line of its own, of places and services, questions or goods


def around(text: str, start: int, end: int, line: tuple[int, int]) -> tuple[int, int]:
    """The clause of a line that holds a span: from mark to mark."""
    left = max((m.end() for m in _CLAUSE.finditer(text, line[0], start)), default=line[0])
    mark = _CLAUSE.search(text, end, line[1])
    right = mark.start() if mark else line[1]
    return left, right


def stretches(text: str, start: int, end: int, line_end: int) -> Iterator[Stretch]:
    """Runs of a clause that repeat themselves enough to be looked at beside the page."""
    whole = _LOOSE_RUN.match(text, start, end)
    if whole and whole.end() == line_end:  # no sentence behind: spaces may stand inside phrases
        runs = [whole.span()]
    else:
        runs = [m.span() for m in _DENSE_RUN.finditer(text, start, end)]
    for a, b in runs:
        han = len(_HAN.findall(text, a, min(b, a + MAX_LOOK))) if b - a >= MIN_DENSE else 0
        if 2 * han > min(b - a, MAX_LOOK):
            yield from _dense(text, a, b, line_end)
    for match in _WORD_RUN.finditer(text, start, end):
        a, b = match.span()
        least = MIN_FEW if b == line_end else MIN_SPACED
        if b - a >= least or (b - a >= MIN_HANGUL and "\uac00" <= text[a + 1] <= "\ud7a3"):
            a += b - a - len(text[a:b].lstrip())
            yield from _spaced(text, a, a + len(text[a:b].rstrip()), line_end)


def _least(size: int, each: int) -> float:
    """How often a token stands at least that a stretch repeats; in a short one twice is much."""
    return 2 if size < each else max(3, size / each)


def _promising(s: Stretch) -> bool:
    if s.repeated >= 0.25 or s.hits >= 0.5 or max(s.local, s.traded) >= 0.6:
        return True
    return (s.cover >= 0.4 and s.stock_kinds > 3) or s.sold > 0 or s.crowded


def _dense(text: str, start: int, end: int, line_end: int) -> Iterator[Stretch]:
    part = text[start : min(end, start + MAX_LOOK)]
    pairs = tokens(part)
    counts = Counter(pairs)
    common = frozenset(t for t, n in counts.items() if n >= _least(len(pairs), 150))
    own_end = _last_own(text, start, end, common)
    size = max(own_end - start, 1)
    part = part[:size]
    found = stock().findall(part)
    sold, small = sold_cover(part), len(_SPEECH.findall(part)) / len(part)
    asked = 10 * sum(1 for _ in queries().spans(part)) / len(part)
    local = 10 * _local(part) / len(part)
    alone = end == line_end and text[start - 1 : start] in ("", "\n")
    crowded = alone and own_end >= end - 12 and is_crowded(part, small, asked, local)
    stretch = Stretch(
        start,
        end if end == line_end and end - own_end <= 12 else own_end,
        common,
        sum(counts[t] for t in common) / max(len(pairs), 1),
        small,
        asked,
        10 * _hits(part) / len(part),
        sum(map(len, found)) / len(part),
        len(set(found) - ordinary()),
        local,
        0.0,
        size,
        tuple(spread(pairs, SAMPLE)) if sold or crowded else (),
        sold=sold,
        crowded=crowded,
    )
    if _promising(stretch):
        yield stretch


def _local(part: str) -> int:
    """How many times a place stands beside a trade; three times and less are by chance."""
    found = min(sum(1 for _ in known.spans(part)) for known in (places(), trades()))
    return found if found > 3 else 0


def _hits(part: str) -> int:
    """How many search templates a stretch holds; one or two are by chance."""
    n = sum(1 for _ in strong_queries().spans(part))
    return n if n > 2 else 0


def _last_own(text: str, start: int, end: int, common: frozenset[str]) -> int:
    """The end of the last template, stock word or repeated pair of a stretch."""
    own = start
    tail = max(start, end - 400)
    for pattern in (strong_queries(), stock(), trades()):
        for _, b in pattern.spans(text, tail, end):
            own = max(own, b)
    for i in range(end - 2, tail - 1, -1):
        if i < own - 2:
            break
        if text[i : i + 2] in common:
            own = max(own, i + 2)
            break
    return own


def _spaced(text: str, start: int, end: int, line_end: int) -> Iterator[Stretch]:
    words = list(_TOKEN.finditer(text, start, min(end, start + MAX_LOOK)))
    least = MIN_FEW_WORDS if end == line_end else MIN_WORDS
    if len(words) < least:
        return
    small = function_words()
    every, plain = words, [m.group().casefold() for m in words]
    words = words[: sentence_at(words, plain, least)]
    plain = plain[: len(words)]
    counts = Counter(w for w in plain if w not in small and len(w) > 2)
    common = frozenset(w for w, n in counts.items() if n >= _least(len(words), 60))
    last = _last_word(text, words, plain, common, end == line_end)
    if last < least - 1:
        return
    stop = sentence_start(text, every, last, end, line_end)
    if stop < 0:
        return
    plain = plain[: last + 1]
    size, repeated = len(plain), sum(w in common for w in plain) / len(plain)
    smalls = sum(w in small for w in plain)
    # a clause that ends in a mark is prose as soon as it holds a few small words
    scale = 1 if stop < end or end == line_end else 1 / 3
    if smalls > MAX_SMALL_REPEATED * scale * size:
        return
    part = text[start : words[last].end()]
    found = stock().findall(part)
    stretch = Stretch(
        start,
        stop,
        common,
        repeated,
        0.0,
        3 * sum(1 for _ in queries().spans(part)) / size,
        3 * sum(1 for _ in strong_queries().spans(part)) / size,
        sum(len(f.split()) for f in found) / size,
        len({f.casefold() for f in found} - ordinary()),
        3 * _local(part) / size,
        3 * sum(1 for _ in trades().spans(part)) / size,
        size,
        tuple(spread(tokens(part), SAMPLE)),
        smalls / size,
        sum(m.group()[0].isupper() for m in words[: last + 1]) / size,
    )
    sure = stretch.repeated >= 0.45 or (stretch.traded >= MIN_TRADED and stretch.hits >= MIN_SURE)
    if smalls <= (MAX_SMALL_REPEATED if sure else MAX_SMALL) * scale * size and _promising(stretch):
        yield stretch


def _last_word(
    text: str, words: Sequence[re.Match[str]], plain: Sequence[str], common: frozenset[str], alone: bool
) -> int:
    """The number of the last word that is a keyword; goods count where no sentence stands behind."""
    last = max((i for i, w in enumerate(plain) if w in common), default=0)
    if not words:
        return 0
    start, end = words[0].start(), words[-1].end()
    known = (strong_queries(), stock(), places(), *([trades()] if alone else []))
    own = max((b for p in known for _, b in p.spans(text, start, end)), default=0)
    return max(last, next((i for i, w in enumerate(words) if w.end() >= own), last))


def _foreign(s: Stretch, page: Page) -> bool:
    """Whether the page holds next to nothing of a stretch."""
    return sum(map(page.holds, s.sample)) <= MAX_HELD * len(s.sample)


def _few_words(s: Stretch, page: Page) -> bool:
    """Whether eight words and more are of trade, hardly one small or a name, and none of the page's."""
    most = MAX_FEW_SMALL if s.traded < ALL_TRADED else MAX_SMALL_REPEATED
    if s.small > most or s.cased > MAX_FEW_CASED or page.prose < MIN_FEW_PROSE:
        return False
    held = sum(map(page.holds, s.sample))
    return held <= MAX_FEW_HELD * len(s.sample) and s.traded + s.hits >= MIN_FEW_TRADED


MAX_FEW_SMALL, MAX_FEW_CASED, MAX_FEW_HELD = 0.15, 0.4, 0.1  # shares of the words
ALL_TRADED = 1.6  # for every three words: half of them, so that the others are small or of the same phrases
MIN_FEW_TRADED = 0.9  # goods, services and searches beyond doubt for every three words
MIN_FEW_PROSE = 300  # characters of sentences on the page


def glued_proof(s: Stretch, page: Page) -> str | None:
    """The reason why a stretch is keywords for certain, or nothing."""
    if s.cover >= 0.5 and s.stock_kinds > 4:
        return "stock words"
    row = is_sold(s.sold, s.speech, page.prose) or (s.crowded and page.prose >= MIN_PROSE)
    if row and _foreign(s, page):
        return "search phrases"
    if s.size < MIN_BAZAAR and s.sample and _few_words(s, page):
        return "search phrases"
    if s.size < MIN_WORDS and s.sample:
        return None
    alien = page.prose < MIN_PROSE or 2 * sum(map(page.holds, s.kinds)) < max(len(s.kinds), 1)
    if max(s.hits, s.local) >= 0.8 and alien and s.size >= MIN_WORDS:
        return "search phrases"
    if page.prose < MIN_PROSE or not alien:
        return None
    if s.traded >= MIN_TRADED and s.size >= MIN_BAZAAR and _foreign(s, page):
        return "search phrases"
    if s.hits >= 0.4 and s.repeated >= 0.3:
        return "search phrases"
    if s.speech > MAX_SPEECH:
        return None
    if s.size <= MIN_LONG:
        return "repeated phrases" if s.repeated >= 0.5 and s.words >= 0.3 else None
    return (
        "repeated phrases" if (s.repeated >= 0.4 and s.words >= 0.15) or s.repeated >= 0.6 else None
    )
