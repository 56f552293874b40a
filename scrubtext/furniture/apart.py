"""A page without the leftovers of other kinds: what stands between two paragraphs but for them.

A button below a notice, a notice below an advertisement: each is known by what stands above and below it,
and each hides that from the other. So every kind is looked at once with the lines of the others left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubtext.furniture.blanks import MAX_LINE, listed, said
from scrubtext.furniture.buttons import MAX_BUTTON, button
from scrubtext.furniture.interlude import MAX_SURE, by_form, by_words
from scrubtext.furniture.page import Page
from scrubtext.furniture.remnants import is_remnant

__all__ = ["taken_up", "views"]

MOST = 0.6
"""Share of the lines of a page that may be such: a page of more is a list of them."""


def views(page: Page) -> Iterator[Page]:
    """The page once for each kind of leftover, where it has several; nothing where it has one or none."""
    if not page.is_prose:
        return
    found = {span: kind for span in page.filled if (kind := _kind(page.text, *span))}
    if len(found) < 2 or len(found) > MOST * len(page.filled) or page.tells_of_buttons:
        return
    if any(taken_up(page, i) for i, span in enumerate(page.filled) if found.get(span, "code") != "code"):
        return
    for kind in sorted(set(found.values()) - {"code"}):
        filled = [span for span in page.filled if found.get(span, kind) == kind]
        if len(filled) < len(page.filled):
            view = Page(page.doc, page.min_prose)
            view.filled, view.folded = filled, page.folded
            yield view


def taken_up(page: Page, i: int) -> bool:
    """Whether the line below has words of line ``i``: then that is a heading of a manual."""
    line, *rest = (page.text[a:b].casefold() for a, b in page.filled[i : i + 2])
    below = "".join(rest)[:MAX_BELOW]
    dense = (line[k : k + 2] for k in range(len(line) - 1) if line[k] >= "\u4e00" and line[k + 1] >= "\u4e00")
    spaced = (word[:STEM] for word in _WORD.findall(line))
    return any(part in below for part in (*dense, *spaced))


STEM, MAX_BELOW = 5, 160
"""Characters of a word that two forms of it share; of the line below that are looked at."""
_WORD = re.compile(r"[^\W\d_\u2e80-\uffff]{5,}")


def _kind(text: str, a: int, b: int) -> str:
    """What kind of leftover a line may be, nothing where it is none."""
    if is_remnant(text, a, b):
        return "code"
    line = text[a:b].strip() if b - a <= MAX_SURE else ""
    if not line:
        return ""
    if len(line) <= MAX_BUTTON and button(line):
        return "button"
    if len(line) <= MAX_LINE and (word := listed(line) or said(line)):
        return "button" if word.cls == "expand" else "line"
    return "line" if by_form(line) or by_words(line) else ""
