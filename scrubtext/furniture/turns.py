"""Turns of a dialogue at the end of a text: who speaks and what is said, no labels of a page.

An interview ends as credits begin: ``Editor: Thank you.`` What tells them apart is that turns are taken:
a question and its answer, one label again behind another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from scrubtext.furniture.markers import Index

__all__ = ["turns"]

MAX_LINES = 80
"""Filled lines at the end of a text that are read."""
HEAD = 400
"""Characters of a line in which its label is looked for."""
_TURN = re.compile(r"[\s*]{0,8}([^\W\d_](?:[\w.’'·・\-]| (?=\w)){0,23})\*{0,2}\s?[:：]\*{0,2}\s*(\S.*)", re.S)
_LETTER = re.compile(
    r"\s*([QAＱＡ问答問])\d{0,2}(?:[.．、)）]|(?<=[ＱＡ问答問])\s|\s(?=[^\x00-\x7f]))\s*(\S.*)", re.S
)
"""``Q. How do I pay?``: a letter for the label."""
_CLOSE = "”’\"'」』）)】»› \t\r*"
_ASKED = ("?", "？", "؟", "か。", "까.", "까", "吗", "吗。", "嗎", "嗎。", "呢", "呢。")
"""Ends of questions, with and without their mark."""
_TOLD = tuple("。．.!！…।۔?？؟")


class Turn(NamedTuple):
    """A line with a label, and what is said behind it."""

    start: int
    end: int
    label: str
    said: str


def turns(text: str, lines: Sequence[tuple[int, int]], index: Index) -> list[tuple[int, int]]:
    """The lines that are turns of a dialogue."""
    read = _labelled(text, lines)
    if len(read) < 2:
        return []
    classes = {turn.label: _cls(turn, index) for turn in read}
    spoken = [turn for turn in read if classes[turn.label] in ("", "credit")]
    labels = _answered(spoken) | _alternating(spoken)
    return [(turn.start, turn.end) for turn in spoken if turn.label in labels]


def _labelled(text: str, lines: Sequence[tuple[int, int]]) -> list[Turn]:
    """The labelled lines at the end of a text."""
    filled = (span for span in reversed(lines) if not text[slice(*span)].isspace() and span[0] < span[1])
    found: list[Turn] = []
    for a, b in islice(filled, MAX_LINES):
        last = min(b, a + HEAD)
        if m := _TURN.match(text, a, last) or _LETTER.match(text, a, last):
            found.append(Turn(a, b, m[1].casefold(), text[m.start(2) : b].rstrip(_CLOSE)))
    return found[::-1]


def _cls(turn: Turn, index: Index) -> str:
    """What the label of a turn is known for, nothing for a name."""
    hit = index.find(f"{turn.label}:")
    return hit.marker.cls if hit and hit.marker.form in ("value", "line", "start") else ""


def _answered(read: Sequence[Turn]) -> set[str]:
    """The labels of questions and of the answers below them."""
    found: set[str] = set()
    for one, two in pairwise(read):
        if one.label != two.label and one.said.endswith(_ASKED) and two.said.endswith(_TOLD):
            found |= {one.label, two.label}
    return found


def _alternating(read: Sequence[Turn]) -> set[str]:
    """The labels that come again behind another, each time with something else; numbers are data."""
    counts = Counter(turn.label for turn in read)
    values = {label: {t.said for t in read if t.label == label} for label in counts}
    again = {label for label, n in counts.items() if n > 1 and len(values[label]) == n}
    apart = {one.label for one, two in pairwise(read) if one.label in again and two.label != one.label}
    back = {label for label in apart if _comes_back(read, label)}
    said = [turn for turn in read if turn.label in back]
    if len(back) < 2 and not any(turn.said.endswith(_TOLD) for turn in said):
        return set()
    if any(_DATA.search(turn.said) for turn in said):
        return set()
    beside = {t.label for pair in pairwise(read) for t in pair if {t.label for t in pair} & back}
    return back | {label for label in beside if any(v.endswith(_TOLD) for v in values[label])}


def _comes_back(read: Sequence[Turn], label: str) -> bool:
    """Whether another label stands between two of one."""
    at = [i for i, turn in enumerate(read) if turn.label == label]
    return any(two - one > 1 for one, two in pairwise(at))


_DATA = re.compile(r"\d{4}|@|://|www\.")
