"""Small words: clauses hold them, keywords hardly ever do."""

from __future__ import annotations

import re

from scrubtext.spam.lexicon import function_words

__all__ = ["SPEECH", "speaks"]

SPEECH = re.compile(r"[的了在着我他她它你们們这這那些將将與与對对從从把被就也都已曾]")
"""Characters of Chinese that are small words nearly wherever they stand."""

_WORD = re.compile(r"[^\W\d_]+")


def speaks(phrase: str) -> bool:
    """Whether a phrase holds a small word of any language.

    >>> speaks("我的手机"), speaks("手机维修"), speaks("the phone"), speaks("phone repair")
    (True, False, True, False)
    """
    if SPEECH.search(phrase):
        return True
    small = function_words()
    return any(w in small for w in _WORD.findall(phrase.casefold()))
