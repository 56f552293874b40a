"""Garble that is shown, not said: rows of a character table, lists of what garble looks like."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

__all__ = ["in_order", "in_shown_list", "is_twin"]

TABLE = 6  # characters that follow each other in a code table; no word has so many
ENTRY = 24  # characters between the quotation marks of an entry; texts of an interface are longer
ENTRIES = 80  # lines of such a list that are gone up
LONGEST_TWIN = 300  # characters of a line that is compared with those beside it
LINE = 120  # characters of a line of such a list at most
ABOVE = 3  # lines above the first entry in which it may be said what the list is


def in_order(span: str) -> bool:
    """Whether most of it are characters in the order of their code points, as in a table.

    >>> in_order("ÐÑÒÓÔÕÖ×ØÙ"), in_order("Ïðèâåò")
    (True, False)
    """
    if len(span) < TABLE:
        return False
    run = best = 1
    for a, b in pairwise(span):
        run = run + 1 if ord(b) == ord(a) + 1 else 1
        best = max(best, run)
    return best >= TABLE and 2 * best > len(span)


@cache
def _entry() -> re.Pattern[str]:
    """A line of a list in code that holds one short string."""
    return re.compile(rf"[ \t]*(?:[-*][ \t]+)?([\"'`])[^\"'`\n]{{1,{ENTRY}}}\1[ \t]*[,;]?[ \t]*\r?(?:\n|\Z)")


def in_shown_list(text: str, start: int, words: re.Pattern[str]) -> bool:
    """Whether the line at ``start`` is one of a list of short strings below ``words`` on garbled text."""
    at = _begin(text, start)
    for _ in range(ENTRIES):
        if at is None or not _entry().match(text, at, at + LINE):
            break
        start, at = at, _begin(text, at - 1) if at else None
    else:
        return False
    if not _entry().match(text, start, start + LINE):
        return False
    lines = text[max(0, start - ABOVE * LINE) : start].split("\n")[-ABOVE - 1 :]
    return words.search("\n".join(lines)) is not None


def _begin(text: str, at: int) -> int | None:
    """Where the line that holds ``at`` begins, unless that is far."""
    begin = text.rfind("\n", max(0, at - LINE), at) + 1
    return begin if begin or at <= LINE else None


_QUOTES = frozenset("\"'`")


def is_twin(text: str, start: int, end: int, repaired: str) -> bool:
    """Whether the line from ``start``, quotation marks in it, would read as the one above or below it does.

    Then both spellings are keys of a table on purpose.
    """
    if end - start > LONGEST_TWIN or _QUOTES.isdisjoint(repaired):
        return False
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    return repaired in (above, _line(text, end + 1))


def _line(text: str, at: int) -> str:
    """The rest of the line that starts there."""
    stop = text.find("\n", at)
    return text[at : stop if stop >= 0 else len(text)]
