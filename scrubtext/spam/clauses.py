"""What the first phrases of a list took of the sentence before it: a clause, speech in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.spam.lexicon import trades
from scrubtext.spam.speech import behind_speech, speaks
from scrubtext.spam.vocabulary import without

__all__ = ["GLUED_STOP", "behind_clause", "behind_quotation", "in_sentence", "sign_before"]

GLUED_STOP = re.compile(r"(?<=[^\W\dA-Z_]{2})\.(?=[^\W\d_])")


def behind_clause(text: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A run from behind the clause of a sentence to which one of its phrases is glued."""
    if text.find(".", run[0][0], run[-1][1]) < 0:
        return run
    for k in range(len(run) - 3, -1, -1):
        a, b = run[k]
        for glue in GLUED_STOP.finditer(text, a, b):
            if " " in text[a : glue.start()].strip() and speaks(text[a : glue.start()]):
                return [(glue.end(), b), *run[k + 1 :]]
    return run


_QUOTING = re.compile(r"[“”„「」『』«»‹›\"＂（(]")


def behind_quotation(text: str, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A run from behind the speech in quotation marks to which its first phrase is joined.

    A list of quoted phrases has the marks about the others too.
    """
    for k in range(min(len(run), MAX_CLAUSES) - 1, -1, -1):
        a, b = run[k]
        if not _SPOKEN.search(text, a, b) or any(_QUOTING.search(text, *span) for span in run[k + 1 :][:3]):
            continue
        at = behind_speech(text, run[0][0], b)
        if at > a:
            return [(at + len(text[at:b]) - len(text[at:b].lstrip()), b), *run[k + 1 :]]
        if text[a:b].rstrip()[-1:] in _CLOSERS:
            return run[k + 1 :]
    return run


MAX_CLAUSES = 4  # of speech before a list that a sign of lists joins
_CLOSERS = "”’」』»›“\"＂〞〟）)"
_SPOKEN = re.compile(r"[”’」』»›“\"＂〞〟«‹）)]|です|ます|した|だった|である|다 ")


def in_sentence(phrases: Sequence[str], inner: bool) -> bool:
    """Whether the first of some phrases is the begin of a sentence that lists them: they are shown by it.

    It begins with a capital and the others do not, and holds a small word as hardly another does. In a
    script without capitals it is longer than the others, and the sentence goes on behind them (``inner``).

    >>> in_sentence(["They write used cars", "cheap flights", "payday loans"], True)
    True
    """
    first, others = phrases[0], phrases[1:]
    if not speaks(without(first, trades().spans(first))) or 2 * sum(map(speaks, others)) > len(others):
        return False
    if first[0].isupper():
        return 4 * sum(one[:1].islower() for one in others) >= 3 * len(others)
    return inner and first[0] >= "\u0e00" and len(first) > max(map(len, others))


def sign_before(text: str, first: int, signs: str) -> int:
    """Where a list begins: at the sign before its first phrase, as hash tags have one.

    >>> sign_before("It rained. #one #two #three", 12, "#")
    11
    """
    before = text[max(0, first - 4) : first]
    return first - len(before) + len(before.rstrip(signs)) if signs else first
