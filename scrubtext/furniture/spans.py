"""How an address or a number leaves the sentence it stands in: no empty brackets, no orphaned space."""

from __future__ import annotations

from collections.abc import Sequence

from scrubtext.edit import Edit

__all__ = ["bare", "held"]

_PAIRS = ("()", "（）", "[]", "【】", "<>", "〈〉", "《》", "「」", "“”", '""')
_SPACE = " \t\u3000"
_CLOSING = ".,;:!?)]（【「『《。，、；：！？）】」』”\r\n" + _SPACE


def held(text: str, start: int, end: int, floor: int, why: str) -> Edit:
    """Delete ``text[start:end]`` with the brackets that hold nothing else; not before ``floor``.

    >>> text = "写信（li@example.org）即可"
    >>> held(text, 3, 17, 0, "mail")
    Edit(start=2, end=18, new='', why='mail')
    """
    while True:
        a, b = start, end
        while a > floor and text[a - 1] in _SPACE:
            a -= 1
        while b < len(text) and text[b] in _SPACE:
            b += 1
        if not (a > floor and b < len(text) and text[a - 1] + text[b] in _PAIRS):
            return _closed(text, start, end, floor, why)
        start, end = a - 1, b + 1


def _closed(text: str, start: int, end: int, floor: int, why: str) -> Edit:
    """The deletion, with the space it would orphan."""
    right = text[end : end + 1]
    if start > floor and text[start - 1] in _SPACE and (not right or right in _CLOSING):
        while start > floor and text[start - 1] in _SPACE:
            start -= 1
    elif (start == 0 or text[start - 1] == "\n") and right and right in _SPACE:
        end += 1
    return Edit(start, end, "", why)


def bare(text: str, edits: Sequence[Edit]) -> bool:
    """Whether a word is left when ``edits`` are made."""
    at = 0
    for e in edits:
        if any(c.isalnum() for c in text[at : e.start]):
            return True
        at = e.end
    return any(c.isalnum() for c in text[at:])
