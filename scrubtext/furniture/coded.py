"""Whether a text has code of a template beside its sentences: the gate of ``remnants.glued_code``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubtext.chars import ASCII_SHAPE, ORDINARY, Kind, mask
from scrubtext.doc import Doc
from scrubtext.furniture.remnants import glued_code, is_headed, teaches

__all__ = ["glued_spans", "has_glued_code"]

MAX_GLUED = 5
"""Pieces of code behind sentences; a text with more of them is about such code."""

_SIGNS = mask(Kind.ASCII_OTHER)
_CODED = tuple(
    (mask(kind), sign.encode().translate(ASCII_SHAPE).translate(None, ORDINARY), sign)
    for kind, sign in (
        (Kind.BRACE, "}"),
        (Kind.SQUARE, "[/"),
        (Kind.SQUARE, "="),
        (Kind.SQUARE, ".["),
        (Kind.SQUARE, "[["),
        (Kind.SQUARE, "_##]"),
        (Kind.SQUARE, "[nav:"),
        (Kind.SQUARE, "[field:"),
        (Kind.SQUARE, "[block:"),
        (Kind.SQUARE, "[widget:"),
        (Kind.HASH, "#pic_"),
        (Kind.HASH, "#p#"),
        (Kind.LESS, "<!--"),
        (Kind.LESS, "></"),
        (Kind.LESS, "%>"),
        (Kind.LESS, "<ng-"),
        (Kind.ASCII_OTHER, "%%"),
    )
)
"""Signs of code, with a kind that has to occur, and as they stand in a skeleton, which is short."""
_PERCENT = re.compile("%[A-Z]{2,20}_")


def _may_be_glued(doc: Doc) -> bool:
    """Whether a text has a sign of code behind a sentence: see ``glued_code``."""
    text, kinds, marks = doc.text, doc.kinds, doc.skeleton
    coded = any(kinds & kind and own in marks and sign in text for kind, own, sign in _CODED)
    return coded or (kinds & _SIGNS > 0 and "%" in text and _PERCENT.search(text) is not None)


def has_glued_code(doc: Doc) -> bool:
    """Whether ``glued_code`` finds something; it is looked for line by line."""
    if not _may_be_glued(doc):
        return False
    text, search = doc.text, glued_code().search
    if "[/" in text or "</" in text:  # tags may go on in the next line
        return search(text) is not None
    return any(search(text, a, b + 2) for a, b in _lines_with(text, "}]>%#"))


def _lines_with(text: str, signs: str) -> Iterator[tuple[int, int]]:
    """The lines with one of some characters; one with several of them more than once."""
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            yield text.rfind("\n", 0, at) + 1, end
            at = text.find(sign, end)


def glued_spans(text: str) -> Iterator[tuple[int, int, bool]]:
    r"""The code behind and before sentences of a text that is not about such; whether it is a line alone.

    >>> list(glued_spans('Moss grows on stones.<div id="toc"></div>\nIt is green.'))
    [(21, 41, False)]
    """
    met = [m.span() for m in glued_code().finditer(text) if not is_headed(text, m.start())]
    if not 0 < len(met) <= MAX_GLUED or teaches(text, met):
        return
    for a, b in met:
        begins = text[a - 1 : a] in ("", "\n")
        end = a + len(text[a:b].rstrip())  # behind a sentence the next one keeps its space
        alone = begins and text[end : end + 1] in ("", "\n")
        yield a, b if begins and not alone else end, alone
