"""What speaks for a list of phrases being keywords, as shares, and what follows from them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, starmap
from typing import NamedTuple

from scrubtext.spam.lexicon import (
    institutions,
    ordinary,
    places,
    queries,
    stock,
    strong_queries,
    trades,
)
from scrubtext.spam.page import Page, clash, foreign, tokens
from scrubtext.spam.phrases import width
from scrubtext.spam.speech import speaks
from scrubtext.spam.vocabulary import Vocabulary, without

__all__ = [
    "SAMPLE",
    "Ends",
    "Evidence",
    "Looked",
    "beside",
    "clashing",
    "crossing",
    "edges",
    "evidence_of",
    "repeated_tokens",
    "spread",
]

SAMPLE = 400  # phrases looked at in a long list, evenly spread


class Evidence(NamedTuple):
    """Shares are of the distinct phrases, from 0 to 1."""

    size: int  # distinct phrases
    width: float  # mean, see phrases.width
    length: float  # mean, in characters
    strong: float  # hold a strong query template
    query: float  # hold a query template at all
    stocked: float  # hold a stock word
    cover: float  # of the letters are stock words
    stock_kinds: int  # distinct stock words that are not ordinary
    repeated: float  # share a token with at least an eighth of the others
    foreign: float  # are made of what the page does not hold
    speech: float  # hold a small word
    numbered: float  # begin with a digit
    crossed: float  # begin and end as other phrases do
    marked: float  # hold a query template or a stock word
    paired: float  # begin or end as another phrase does
    local: float  # hold the name of a city or region, and a trade
    cased: float  # are written as names are, each word with a capital
    seated: float  # hold the name of a city or region and an institution, as honest lists do
    housed: float  # hold an institution and no trade beside it
    traded: float  # hold goods, a service, a template or a stock word
    joined: float  # are words run together that hold such a word
    again: float  # of all phrases, distinct or not, stand more than once
    clash: bool  # another script than the page's


def repeated_tokens(lists: Sequence[Sequence[str]]) -> frozenset[str]:
    """Tokens that stand in at least three phrases and in an eighth of them."""
    counts = Counter(t for one in lists for t in set(one))
    least = max(3, len(lists) / 8)
    return frozenset(t for t, n in counts.items() if n >= least)


def edges(phrase: str) -> tuple[str, str]:
    """How a phrase begins and ends: its first and last word, or two characters.

    >>> edges("best movers Denver"), edges("兰州搬家")
    (('best', 'denver'), ('兰州', '搬家'))
    """
    words = phrase.casefold().split()
    if len(words) > 1:
        return words[0], words[-1]
    if len(phrase) > 2 and phrase[0] >= "\u0e00":
        return phrase[:2], phrase[-2:]
    return phrase.casefold(), phrase.casefold()


class Ends:
    """How the phrases of a list begin and end, and how often each way stands in it."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self.each = list(map(edges, phrases))
        self.heads = Counter([head for head, _ in self.each])
        self.tails = Counter([tail for _, tail in self.each])

    def crossed(self, head: str, tail: str) -> bool:
        """Whether other phrases begin as this one and others end as it: names times templates."""
        heads, tails = self.heads, self.tails
        return head != tail and heads[head] + tails[head] > 1 and heads[tail] + tails[tail] > 1

    def paired(self, head: str, tail: str) -> bool:
        """Whether another phrase begins or ends as this one."""
        return self.heads[head] > 1 or self.tails[tail] > 1


def crossing(phrases: Sequence[str]) -> Callable[[str], bool]:
    """A test whether a phrase begins and ends as others of a list do."""
    ends = Ends(phrases)
    return lambda phrase: ends.crossed(*edges(phrase))


def spread(phrases: Sequence[str], most: int = SAMPLE) -> Sequence[str]:
    """At most so many of the phrases, evenly spread."""
    return phrases[:: -(-len(phrases) // most)] if len(phrases) > most else phrases


def named(phrase: str) -> bool:
    """Whether every word of a phrase begins with a capital, or it is a title in brackets.

    >>> named("Anna Weber"), named("used cars"), named("《石桥》")
    (True, False, True)
    """
    words = phrase.split()
    return phrase[:1] in _TITLE or (bool(words) and all(w[0].isupper() for w in words))


_TITLE = frozenset('《「『“"')


_APART = "\n" * 3  # no entry reaches over so many breaks


class Looked:
    """The distinct phrases of a block, a spread of them if there are many, each looked at once."""

    def __init__(self, phrases: Sequence[str]) -> None:
        distinct = list(dict.fromkeys(p.casefold() for p in phrases))
        self._some = spread(phrases)
        self.size = len(distinct)
        self.again = 1 - self.size / (len(phrases) or 1)
        self.phrases = spread(distinct)

    @cached_property
    def _joined(self) -> str:
        return _APART.join(self.phrases)

    def _spans(self, known: Callable[[], Vocabulary]) -> list[list[tuple[int, int]]]:
        """Where entries stand in each phrase, found in one go over all of them."""
        found: list[list[tuple[int, int]]] = [[] for _ in self.phrases]
        spans = list(known().spans(self._joined))
        if not spans:
            return found
        starts = list(accumulate((len(p) + len(_APART) for p in self.phrases), initial=0))
        for a, b in spans:
            k = bisect_right(starts, a) - 1
            found[k].append((a - starts[k], b - starts[k]))
        return found

    @cached_property
    def cased(self) -> float:
        """The share of all phrases that are written as names are."""
        return sum(map(named, self._some)) / (len(self._some) or 1)

    @cached_property
    def touched(self) -> bool:
        """Whether any of them holds what people look for, a stock word or a place."""
        return any(known().search(self._joined) for known in (trades, places, queries, stock))

    @cached_property
    def told(self) -> float:
        """The share of them that does."""
        each = zip(self._traded, self.asked, self.hits, self._placed, strict=True)
        return sum(map(any, each)) / (len(self.phrases) or 1)

    @cached_property
    def _traded(self) -> list[list[tuple[int, int]]]:
        return self._spans(trades)

    @cached_property
    def _placed(self) -> list[list[tuple[int, int]]]:
        return self._spans(places)

    @cached_property
    def parts(self) -> list[list[str]]:
        """The tokens of each."""
        return [tokens(p) for p in self.phrases]

    @cached_property
    def templates(self) -> list[list[tuple[int, int]]]:
        """Where strong search templates stand in each."""
        return self._spans(strong_queries)

    @cached_property
    def asked(self) -> list[bool]:
        """Whether each holds a search template."""
        asked = self._spans(queries)
        return [bool(s or q) for s, q in zip(self.templates, asked, strict=True)]

    @cached_property
    def hits(self) -> list[list[str]]:
        """The stock words of each."""
        hits = self._spans(stock)
        return [[p[a:b] for a, b in spans] for p, spans in zip(self.phrases, hits, strict=True)]

    @cached_property
    def own(self) -> list[list[str]]:
        """Tokens of the phrases without their templates, which a long page may hold by chance."""
        each = zip(self.phrases, self.parts, self.templates, strict=True)
        return [(tokens(without(p, spans)) if spans else part) or part for p, part, spans in each]

    @cached_property
    def _rests(self) -> list[str]:
        """What is left of the phrases that hold a place, without it."""
        return self._without(self._placed)

    def _without(self, found: Sequence[Sequence[tuple[int, int]]]) -> list[str]:
        return [without(p, s) for p, s in zip(self.phrases, found, strict=True) if s]

    @cached_property
    def local(self) -> int:
        """How many phrases hold a place, and a trade beside it."""
        return sum(map(trades().search, self._rests))

    @cached_property
    def seated(self) -> int:
        """How many phrases hold a place, and an institution but no trade beside it."""
        named = filter(institutions().search, self._rests)
        return sum(not trades().search(rest) for rest in named)

    @cached_property
    def housed(self) -> int:
        """How many phrases hold an institution, and no trade beside it."""
        named = self._spans(institutions)
        return sum(not trades().search(rest) for rest in self._without(named))

    @cached_property
    def traded(self) -> int:
        """How many phrases hold anything that people look for."""
        return sum(map(bool, self._traded))

    @cached_property
    def joined(self) -> int:
        """How many phrases are words run together, one of which people look for."""
        return sum(map(trades().inside, self.phrases))

    def foreign(self, page: Page) -> float:
        """The share of phrases that are foreign to a page."""
        return sum(foreign(own, page) for own in self.own) / (len(self.phrases) or 1)


def beside(e: Evidence, looked: Looked, page: Page) -> Evidence:
    """Evidence found without a page, completed by it; all but whether the scripts clash."""
    return e._replace(foreign=looked.foreign(page), clash=False)


def clashing(e: Evidence, looked: Looked, page: Page) -> Evidence:
    """Evidence with a look at the scripts of phrases and page, which costs more than the rest."""
    return e._replace(clash=clash(" ".join(looked.phrases), page))


def evidence_of(looked: Looked, page: Page | None = None) -> Evidence:
    """What the phrases of a block show beside its page; without one the best is assumed of it."""
    sample, hits = looked.phrases, looked.hits
    n = len(sample) or 1
    common = repeated_tokens(looked.parts)
    ends = Ends(sample)
    letters = sum(c.isalnum() for p in sample for c in p) or 1
    return Evidence(
        size=looked.size,
        width=sum(map(width, sample)) / n,
        length=sum(map(len, sample)) / n,
        strong=sum(map(bool, looked.templates)) / n,
        query=sum(looked.asked) / n,
        stocked=sum(map(bool, hits)) / n,
        cover=sum(c.isalnum() for h in hits for w in h for c in w) / letters,
        stock_kinds=len({w for h in hits for w in h} - ordinary()),
        repeated=sum(not common.isdisjoint(p) for p in looked.parts) / n,
        foreign=looked.foreign(page) if page else 1.0,
        speech=sum(map(speaks, sample)) / n,
        numbered=sum(p[:1].isdigit() for p in sample) / n,
        crossed=sum(starmap(ends.crossed, ends.each)) / n,
        marked=sum(bool(q or h) for q, h in zip(looked.asked, hits, strict=True)) / n,
        paired=sum(starmap(ends.paired, ends.each)) / n,
        local=looked.local / n,
        cased=looked.cased,
        seated=looked.seated / n,
        housed=looked.housed / n,
        traded=looked.traded / n,
        joined=looked.joined / n,
        again=looked.again,
        clash=clash(" ".join(sample), page) if page else True,
    )
