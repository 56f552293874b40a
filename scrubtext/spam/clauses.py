"""What the first phrases of a list took of the sentence before it: a clause, speech in quotation marks."""

from __future__ import annotations

import re

from scrubtext.spam.speech import behind_speech, speaks

__all__ = ["GLUED_STOP", "behind_clause", "behind_quotation", "sign_before"]

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


def sign_before(text: str, first: int, signs: str) -> int:
    """Where a list begins: at the sign before its first phrase, as hash tags have one.

    >>> sign_before("It rained. #one #two #three", 12, "#")
    11
    """
    before = text[max(0, first - 4) : first]
    return first - len(before) + len(before.rstrip(signs)) if signs else first
