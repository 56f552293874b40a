"""The stems of a data file by their languages, ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from scrubtext.tables import rows

__all__ = ["NORTHERN", "foreign_to", "grouped", "stems_of"]


@cache
def stems_of(name: str) -> dict[str, tuple[dict[str, frozenset[str]], re.Pattern[str]]]:
    """By language: the families of each stem, and all stems as one pattern (dense languages).

    ``name`` is a file, or several with a plus between them.
    """
    langs: dict[str, dict[str, set[str]]] = {}
    for stems, lang, family in (row for file in name.split("+") for row in rows(file)):
        for stem in stems.split("|"):
            langs.setdefault(lang, {}).setdefault(stem.casefold(), set()).add(family)
    return {
        lang: (
            {s: frozenset(f) for s, f in stems.items()},
            re.compile(grouped(stems)),
        )
        for lang, stems in langs.items()
    }


def grouped(stems: Iterable[str]) -> str:
    """A pattern of stems, the longest first, that looks at each first character once.

    >>> grouped(["订阅", "订", "打印"])
    '打(?:印)|订(?:阅|)'
    """
    begun: dict[str, list[str]] = {}
    for stem in sorted(stems, key=len, reverse=True):
        begun.setdefault(stem[0], []).append(re.escape(stem[1:]))
    return "|".join(f"{re.escape(c)}(?:{'|'.join(rest)})" for c, rest in sorted(begun.items()))


NORTHERN = frozenset(("en", "de"))
"""Languages whose small words are stems of others: ``in`` prints in Vietnamese, ``at`` throws in Turkish."""


def foreign_to(words: Sequence[str]) -> frozenset[str]:
    """The languages that a line of plain letters with small words of English or German is not in.

    >>> "tr" in foreign_to(["rain", "at", "noon"]), "it" in foreign_to(["foto", "in", "alto"])
    (True, False)
    >>> foreign_to(["rain", "noon"])
    frozenset()
    """
    small, others = _small_words()
    if small.isdisjoint(words):
        return frozenset()
    return frozenset(lang for lang, own in others.items() if own.isdisjoint(words))


@cache
def _small_words() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Those of English and German, and those of each other language that has stems."""
    each = {row[0]: frozenset(row[1].split()) for row in rows("function_words.tsv")}
    small = frozenset(word for lang in NORTHERN for word in each[lang])
    langs = {row[1] for row in rows("furniture_stems.tsv")} - NORTHERN
    return small, {lang: each.get(lang, frozenset()) for lang in langs}
