"""Words behind the last sentence of a text, on its line, with which a page ends: ``▶ 네이버에서 …``.

Corpora of news have their articles in one line, and what a platform prints last stands in it too.
"""

from __future__ import annotations

__all__ = ["closed_at"]


def closed_at(text: str, end: int, phrases: tuple[str, ...]) -> int:
    """Where such words stand behind the last sentence before ``end``, on its line; -1 where none do.

    >>> closed_at("The mill was closed in March, and the miller left. ** Read on", 60, ("** Read",))
    51
    """
    first = max(0, end - REACH)
    if "\n" in text[first:end].rstrip()[-MIN_LINE:]:
        return -1  # such a text has its article in one line
    found = [at for phrase in phrases if (at := text.find(phrase, first, end)) > 0]
    at = min(found, default=-1)
    if at < 0 or text.count("\n", at, end) > MAX_BREAKS or SHARE * (end - at) > at:
        return -1
    if not text[at].isalpha():
        return at if text[at - 1] in _PARTED else -1
    return at if text[max(0, at - 40) : at].rstrip()[-1:] in _STOPPED else -1  # words may stand in a sentence


MIN_LINE = 80
"""Characters of the last line, at least, for which these words are looked for."""
REACH = 1600
"""Characters before the end in which these words may stand."""
MAX_BREAKS = 3
"""Line feeds behind them."""
SHARE = 1.5
"""What stands above is so many times as long, at least."""
_STOPPED = frozenset("。！？.!?…”」』）)】]\"'")
_PARTED = _STOPPED | frozenset(" \t\u3000\xa0")
