"""The stems of a data file by their languages, ready to be looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from scrubtext.tables import rows

__all__ = ["grouped", "stems_of"]


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
