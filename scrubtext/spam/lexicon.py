"""The word lists of spam as compiled patterns, each made once on first use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from scrubtext.tables import rows

__all__ = ["function_words", "queries", "script_marks", "stock", "strong_queries"]

_PLACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")  # no word borders


def _pattern(entries: Iterable[str]) -> re.Pattern[str]:
    """One pattern for all entries, longest first; those of spaced scripts match whole words."""
    names = sorted(set(entries), key=lambda e: (-len(e), e))
    dense = [re.escape(e) for e in names if _PLACED.search(e)]
    spaced = [re.escape(e).replace(r"\ ", r"\s") for e in names if not _PLACED.search(e)]
    whole = rf"(?<![^\W\d_])(?:{'|'.join(spaced)})(?![^\W\d_])"
    first = re.escape("".join(sorted({e[0] for e in dense})))
    placed = f"(?=[{first}])(?:{'|'.join(dense)})|" if dense else ""  # most characters begin none
    return re.compile(placed + whole, re.IGNORECASE)


@cache
def queries() -> re.Pattern[str]:
    """Every query template, strong or weak."""
    return _pattern(row[0] for row in rows("query_templates.tsv"))


@cache
def strong_queries() -> re.Pattern[str]:
    """The query templates that are hardly ever in a list of honest things."""
    return _pattern(row[0] for row in rows("query_templates.tsv") if row[2] == "strong")


@cache
def stock() -> re.Pattern[str]:
    """The stock words of adult, gambling, pharmacy and replica lists."""
    return _pattern(row[0] for row in rows("spam_stock.tsv"))


@cache
def function_words() -> frozenset[str]:
    """Small words of spaced languages that hold sentences together."""
    return frozenset(w for row in rows("function_words.tsv") for w in row[1].split())


@cache
def script_marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Characters that only Simplified, only Traditional Chinese is written with."""
    marks = {row[0]: row[1] for row in rows("han_script_marks.tsv")}
    return re.compile(f"[{marks['simplified']}]"), re.compile(f"[{marks['traditional']}]")
