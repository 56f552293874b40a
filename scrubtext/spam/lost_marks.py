"""Question marks that stand for a separator a site lost: ``成人?综合?另类?小说``.

A list whose spaces or dots were characters the page's encoding has not shows one of these for each. A
question mark ends a sentence for every other rule, so such a list would count as questions.
"""

from __future__ import annotations

import re

from scrubtext.doc import Doc

__all__ = ["spaced"]

_HAN = "\u3400-\u9fff"
_LOST = re.compile(rf"[?\ufffd](?<=[{_HAN}].)(?:[{_HAN}]{{1,6}}[?\ufffd])+(?=[{_HAN}])")
"""Marks between words of at most six characters: clauses are longer, and few questions are so short."""
_SPACES = str.maketrans("?\ufffd", "  ")
MIN_MARKS = 2
"""Marks of a text below which nothing is looked for."""


def spaced(doc: Doc) -> Doc:
    """The text with a space for each lost mark; every character keeps its place.

    >>> spaced(Doc("成人?综合?另类?小说,免费")).text
    '成人 综合 另类 小说,免费'
    """
    if doc.text.count("?") + doc.text.count("\ufffd") < MIN_MARKS:
        return doc
    text = _LOST.sub(lambda run: run[0].translate(_SPACES), doc.text)
    return doc if text == doc.text else Doc(text)
