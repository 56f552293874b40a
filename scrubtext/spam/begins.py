"""Where a sentence begins behind keywords that spaces join, told by its capital and its small words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.spam.lexicon import function_words

__all__ = ["sentence_at", "sentence_start"]

_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")


def sentence_at(words: Sequence[re.Match[str]], plain: Sequence[str], least: int) -> int:
    """The number of the word with a capital that begins a sentence behind keywords in small letters."""
    small = function_words()
    cased = [i for i, word in enumerate(words) if word.group()[0].isupper()]
    for i in cased if not cased or cased[0] >= least - 1 else ():
        if plain[i - 1] not in small and sum(map(small.__contains__, plain[i + 1 : i + 7])) > 1:
            return i
    return len(words)


FEWEST = 3
"""Words of a sentence at the end of a line that has no mark: fewer are a name among the keywords."""


def sentence_start(
    text: str, words: Sequence[re.Match[str]], last: int, end: int, line_end: int
) -> int:
    """Where the sentence behind the keywords begins; their end where there is none.

    Minus one where capitals should show it and do not: that is a clause, not keywords and a sentence.
    """
    for k, word in enumerate(words[last + 1 : last + 5], last + 1):
        if word.group()[0].isupper() and (end < line_end or len(words) - k >= FEWEST):
            return word.start()
    behind = end + len(text[end : end + 8]) - len(text[end : end + 8].lstrip(" \t\u3000"))
    if len(words) - last <= 6 and (end == line_end or _DENSE.match(text, behind)):
        return end
    at = words[last].end()
    return -1 if text[at - 1].lower() != text[at - 1].upper() else at
