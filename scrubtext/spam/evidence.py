"""What speaks for a list of phrases being keywords, as shares, and what follows from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from scrubtext.spam.lexicon import ordinary, queries, stock, strong_queries
from scrubtext.spam.page import Page, clash, foreign, speaks, tokens
from scrubtext.spam.phrases import width

__all__ = ["Evidence", "beside", "clashing", "crossing", "evidence_of", "repeated_tokens", "spread"]

SAMPLE = 400  # phrases looked at in a long list, evenly spread


class Evidence(NamedTuple):
    """Shares are of the distinct phrases, from 0 to 1."""

    size: int  # distinct phrases
    width: float  # mean, see phrases.width
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


def _ends(phrases: Sequence[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each beginning and each end stands in a list."""
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    for head, tail in map(edges, phrases):
        heads[head] += 1
        tails[tail] += 1
    return heads, tails


def crossing(phrases: Sequence[str]) -> Callable[[str], bool]:
    """A test whether a phrase begins and ends as others of a list do: names times templates."""
    heads, tails = _ends(phrases)

    def crossed(phrase: str) -> bool:
        head, tail = edges(phrase)
        return head != tail and heads[head] + tails[head] > 1 and heads[tail] + tails[tail] > 1

    return crossed


def _pairing(phrases: Sequence[str]) -> Callable[[str], bool]:
    """A test whether a phrase begins or ends as another of a list does."""
    heads, tails = _ends(phrases)

    def paired(phrase: str) -> bool:
        head, tail = edges(phrase)
        return heads[head] > 1 or tails[tail] > 1

    return paired


def spread(phrases: Sequence[str], most: int = SAMPLE) -> Sequence[str]:
    """At most so many of the phrases, evenly spread."""
    return phrases[:: -(-len(phrases) // most)] if len(phrases) > most else phrases


def _distinct(phrases: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(p.casefold() for p in phrases))


def _foreign_share(sample: Sequence[str], parts: Sequence[Sequence[str]], page: Page) -> float:
    """The share of phrases foreign to the page, without templates, which a long page may hold."""
    bald = (tokens(strong_queries().without(phrase)) for phrase in sample)
    found = sum(foreign(t or p, page) for t, p in zip(bald, parts, strict=True))
    return found / (len(sample) or 1)


def beside(e: Evidence, phrases: Sequence[str], page: Page) -> Evidence:
    """Evidence found without a page, completed by it; all but whether the scripts clash."""
    sample = spread(_distinct(phrases))
    return e._replace(
        foreign=_foreign_share(sample, [tokens(p) for p in sample], page), clash=False
    )


def clashing(e: Evidence, phrases: Sequence[str], page: Page) -> Evidence:
    """Evidence with a look at the scripts of phrases and page, which costs more than the rest."""
    return e._replace(clash=clash(" ".join(spread(_distinct(phrases))), page))


def evidence_of(phrases: Sequence[str], page: Page | None = None) -> Evidence:
    """Look at the phrases of a block beside its page; without one the best is assumed of it."""
    distinct = _distinct(phrases)
    sample = spread(distinct)
    n = len(sample) or 1
    parts = [tokens(p) for p in sample]
    common = repeated_tokens(parts)
    hits = [stock().findall(p) for p in sample]
    asked = [queries().search(p) for p in sample]
    letters = sum(c.isalnum() for p in sample for c in p) or 1
    return Evidence(
        size=len(distinct),
        width=sum(map(width, sample)) / n,
        strong=sum(map(strong_queries().search, sample)) / n,
        query=sum(asked) / n,
        stocked=sum(map(bool, hits)) / n,
        cover=sum(c.isalnum() for h in hits for w in h for c in w) / letters,
        stock_kinds=len({w for h in hits for w in h} - ordinary()),
        repeated=sum(not common.isdisjoint(p) for p in parts) / n,
        foreign=_foreign_share(sample, parts, page) if page else 1.0,
        speech=sum(map(speaks, sample)) / n,
        numbered=sum(p[:1].isdigit() for p in sample) / n,
        crossed=sum(map(crossing(sample), sample)) / n,
        marked=sum(bool(q or h) for q, h in zip(asked, hits, strict=True)) / n,
        paired=sum(map(_pairing(sample), sample)) / n,
        again=1 - len(distinct) / (len(phrases) or 1),
        clash=clash(" ".join(sample), page) if page else True,
    )
