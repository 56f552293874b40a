"""The word lists of spam, each made once on first use."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.spam.vocabulary import Vocabulary
from scrubtext.tables import rows, words

__all__ = [
    "announcing",
    "function_words",
    "institutions",
    "names_list",
    "ordinary",
    "places",
    "queries",
    "script_marks",
    "sells",
    "stock",
    "strong_queries",
    "trades",
]


@cache
def queries() -> Vocabulary:
    """Every query template, strong or weak."""
    return Vocabulary(words("query_templates.tsv"))


@cache
def strong_queries() -> Vocabulary:
    """The query templates that are hardly ever in a list of honest things."""
    return Vocabulary(words("query_templates.tsv", "strong"))


@cache
def stock() -> Vocabulary:
    """The stock words of adult, gambling, pharmacy and replica lists."""
    return Vocabulary(words("spam_stock.tsv"))


@cache
def places() -> Vocabulary:
    """Cities, districts and regions."""
    return Vocabulary(words("places.tsv"))


@cache
def trades() -> Vocabulary:
    """Goods, services and trades, search templates and stock words; no institutions."""
    known = {
        *words("query_templates.tsv"),
        *words("trades.tsv", "trade"),
        *words("spam_stock.tsv"),
    }
    return Vocabulary(known - words("trades.tsv", "institution"))


@cache
def institutions() -> Vocabulary:
    """What towns have one of each: hospitals, libraries, branches, teams."""
    return Vocabulary(words("trades.tsv", "institution"))


@cache
def ordinary() -> frozenset[str]:
    """The stock words that are words of every day too."""
    return frozenset(map(str.casefold, words("spam_stock.tsv", "ordinary")))


@cache
def function_words() -> frozenset[str]:
    """Small words of spaced languages that hold sentences together."""
    return frozenset(w for row in rows("function_words.tsv") for w in row[1].split())


def names_list(label: str) -> bool:
    """Whether a label is the name of a list that authors write.

    >>> names_list("获奖名单"), names_list("Our services:"), names_list("used cars")
    (True, True, False)
    """
    plain = label.strip(" \t\u3000:：【】[]#*-").casefold()
    known = words("list_names.tsv")
    ends = (plain[k:] for k in range(len(plain) - 1))
    return plain in known or (plain[:1] >= "\u0e00" and not known.isdisjoint(ends))


@cache
def announcing() -> re.Pattern[str]:
    """What a sentence holds that announces a list below it."""
    dense: list[str] = []
    spaced: list[str] = []
    for text, _ in rows("announcing_words.tsv"):
        (dense if text[0] >= "\u2e80" else spaced).append(re.escape(text))
    return re.compile(rf"{'|'.join(dense)}|\b(?:{'|'.join(spaced)})", re.I)


@cache
def script_marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Characters that only Simplified, only Traditional Chinese is written with."""
    marks = {row[0]: row[1] for row in rows("han_script_marks.tsv")}
    return re.compile(f"[{marks['simplified']}]"), re.compile(f"[{marks['traditional']}]")


def sells(phrase: str) -> bool:
    """Whether a phrase holds goods, a service, a search or stock."""
    return any(known().search(phrase) for known in (trades, stock, queries))
