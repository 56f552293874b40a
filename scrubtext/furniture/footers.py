"""Who posted an entry, at what time, and how many remarks it has: a line below each entry of a weblog."""

from __future__ import annotations

from collections.abc import Iterator

from scrubtext.furniture.interlude import by_form
from scrubtext.furniture.page import Page, Span

__all__ = ["entry_footers", "may_have_footer"]

MAX_FOOTER = 120
"""Characters of such a line."""


def is_footer(line: str) -> bool:
    """Whether a line is such a footer: ``data/interlude_forms.tsv``.

    >>> is_footer("Posted by Anna at 11:23 PM | Comments (2) | TrackBack")
    True
    >>> is_footer("Posted by the gate at 11:23, he waited | and waited")
    False
    """
    found = by_form(line)
    return found is not None and found.cls == "posted"


def may_have_footer(text: str, filled: list[Span]) -> bool:
    """Whether a line with bars is one."""
    barred = "|" in text or "｜" in text
    short = [text[a:b] for a, b in filled if b - a <= MAX_FOOTER] if barred else []
    return any(":" in line and ("|" in line or "｜" in line) and is_footer(line.strip()) for line in short)


def entry_footers(page: Page) -> Iterator[Span]:
    """The footers of entries: several, or one with a sentence above or below."""
    text, spans = page.text, page.filled
    found = [i for i, (a, b) in enumerate(spans) if b - a <= MAX_FOOTER and is_footer(text[a:b].strip())]
    for i in found:
        if i and (len(found) > 1 or (page.is_prose and page.between_prose(i))):
            yield spans[i]
