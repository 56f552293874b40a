"""Whether a text may have a trailer at all, told from its last lines: the gate of ``trailer``."""

from __future__ import annotations

from scrubtext.doc import Doc
from scrubtext.furniture.behind import REACH, rest_of
from scrubtext.furniture.ending import ending
from scrubtext.furniture.entries import page_line
from scrubtext.furniture.forms import spoken
from scrubtext.furniture.head_menu import is_entry
from scrubtext.furniture.markers import Index
from scrubtext.furniture.markup import as_read, is_marked
from scrubtext.furniture.stems import MAX_TOLD, sense

__all__ = ["may_hold"]

LAST = 4
"""Filled lines at the end that are read to their ends; of those above only how they begin."""
SHORT = 80
"""Characters of a line that may be a notice."""
LONG, LONG_DENSE = 330, 120
"""The same of the very last line; in a script without spaces they say thrice as much."""
MAX_NAME = 24
"""Characters of the name of a part of a site."""
_STOPS = frozenset("。．.")
_DENSE = "\u2e80"
_BRACKETS, _EDITED = frozenset("）)】]"), ("编", "編")


def may_hold(doc: Doc, words: Index, after: int) -> bool:
    """Whether a line behind ``after`` is furniture at first sight."""
    text, first = doc.text, words.gate.first
    for i, (a, b) in enumerate(ending(doc, after)):
        begins = text[a] in first and words.gate.suspects(text, a, b)
        if begins and words.find(text[a:b], whole=False):
            return True
        if i == 0 and (rest := rest_of(text[max(0, b - REACH) : b].rstrip())) and words.find(rest):
            return True
        if i == 0 and b - a <= MAX_NAME and is_entry(text[a:b]):
            return True
        if i and text[b - 1] in _BRACKETS and any(e in text[max(a, b - 24) : b] for e in _EDITED):
            return True  # titles may stand below the editor
        most = 3 * MAX_TOLD if i else LONG
        if i < LAST and b - a <= most and _speaks(text[a:b], i == 0, words):
            return True
    if words.own and any(words.own(text[a:b]) for a, b in doc.lines):
        return True
    return "기자" in text[-160:] or _in_markdown(doc, words, after)  # a byline begins with a name


def _in_markdown(doc: Doc, words: Index, after: int) -> bool:
    """Whether a link or an emphasis among the last lines is furniture as it is read."""
    if "](" not in doc.text[-REACH_MARKED:] and "**" not in doc.text[-REACH_MARKED:]:
        return False
    lines = (doc.text[a:b] for a, b in ending(doc, after))
    return any(len(line) > 3 and is_marked(line) and words.find(as_read(line)) for line in lines)


REACH_MARKED = 2000
"""Characters at the end of a text in which Markdown is looked for."""


def _speaks(line: str, last: bool, words: Index) -> bool:
    """Whether a line is furniture by what it says; of sentences that do not name it only the last."""
    longest = SHORT if not last else LONG if line[0] < _DENSE else LONG_DENSE
    if 1 < len(line) <= longest and words.mentions(line):
        return True
    if line[0].islower() or (line[0] >= _DENSE and len(line) > MAX_TOLD):
        return False
    if line[-1] in _STOPS:  # of these a sentence about the author is dear to look for
        known = last and (sense(line, True) or page_line(line)[0] or ("@" in line and words.find(line)))
        return bool(known)
    hit = spoken(line)  # a single button or label, of no weight, opens nothing by itself
    return hit is not None and (hit.marker.weight > 0 or hit.marker.form != "words")
