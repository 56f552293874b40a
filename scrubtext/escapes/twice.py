"""Words that a text shows escaped once and escaped twice, to compare the two."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

__all__ = ["shown_both_ways"]

_NEAR = 240  # characters between the two spellings
_LONGEST = 40  # characters of such a word on each side of the entity
_EDGES = "\"'“”‘’„‚«»‹›「」『』`|│()（）[]【】"
_INSIDE = r"[^\s" + re.escape(_EDGES) + r"]*"
_BEFORE, _BEHIND = re.compile(_INSIDE + r"\Z"), re.compile(_INSIDE)
_AGAIN = re.compile(r"(?i)&(?:(?:amp|#0{0,6}38|#x0{0,6}26);)+")


def shown_both_ways(text: str, starts: Iterable[int]) -> set[int]:
    """Those of the entities at ``starts`` whose word stands by itself nearby, escaped once more or less.

    By itself is between quotation marks, brackets, borders of cells or ends of lines.
    """
    words = {start: word for start in starts if (word := _word(text, start))}
    at: dict[str, list[tuple[int, str]]] = {}
    for start, word in words.items():
        at.setdefault(_AGAIN.sub("&", word), []).append((start, word))
    out: set[int] = set()
    for same in at.values():
        if len({word for _, word in same}) > 1:
            out.update(_near(same))
    return out


def _near(same: list[tuple[int, str]]) -> Iterable[int]:
    """The spellings of one word that stand beside another one of it."""
    for (a, one), (b, two) in pairwise(same):
        if b - a <= _NEAR and one != two:
            yield from (a, b)


def _word(text: str, start: int) -> str:
    """The word around the entity, where it stands by itself."""
    left = _BEFORE.search(text[max(start - _LONGEST, 0) : start])
    right = _BEHIND.match(text, start, start + 2 * _LONGEST)
    first, last = start - (len(left[0]) if left else 0), right.end() if right else start
    return text[first:last] if _ends(text, first, -1) and _ends(text, last, 1) else ""


def _ends(text: str, at: int, way: int) -> bool:
    """Whether the word cannot go on there, blanks aside."""
    beyond = text[at : at + 8].lstrip(" \t")[:1] if way > 0 else text[max(at - 8, 0) : at].rstrip(" \t")[-1:]
    return beyond in ("", "\n", "\r", *_EDGES)
