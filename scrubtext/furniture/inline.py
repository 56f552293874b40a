"""Leftovers inside lines: boxes for pictures, empty tags, buttons and code behind a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from scrubtext.furniture import hints
from scrubtext.furniture.page import Page

__all__ = ["pieces"]

Piece = tuple[int, int, str, bool]
"""Start, end, class, and whether the line goes too where nothing else stands on it."""


def pieces(page: Page, found: int) -> Iterator[Piece]:
    """What goes from inside the lines of a page; ``found`` is what its gate has seen."""
    text = page.text
    if found & hints.IMAGES:
        from scrubtext.furniture.boxes import unfilled

        yield from ((a, b, "image", True) for a, b in unfilled(text))
    if found & hints.BOXES:
        yield from _boxed(page)
    tagged = list(_tagged(text)) if found & hints.TAGS and "```" not in text else []
    yield from tagged
    if found & hints.GLUED:
        yield from _glued(page, bool(tagged))


def _tagged(text: str) -> Iterator[Piece]:
    from scrubtext.furniture.blanks import random_tags

    yield from ((a, b, "tags", True) for a, b in random_tags(text))


def _boxed(page: Page) -> Iterator[Piece]:
    """Stand-ins in brackets between two sentences, and pictures of one point."""
    from scrubtext.furniture.boxes import blanks, boxes
    from scrubtext.furniture.remnants import teaches

    if page.is_prose:
        yield from ((a, b, "image", False) for a, b in boxes(page.text, page.doc.kinds))
    blank = blanks(page.text)
    if blank and not teaches(page.text, blank):
        yield from ((a, b, "image", True) for a, b in blank)


def _glued(page: Page, tagged: bool) -> Iterator[Piece]:
    """Buttons and names of pictures behind sentences; template code, where no tags were found."""
    from scrubtext.furniture.blanks import glued
    from scrubtext.furniture.cameras import glued_names
    from scrubtext.furniture.coded import glued_spans
    from scrubtext.furniture.pressed import glued_buttons

    yield from ((a, b, "expand", False) for a, b in glued_buttons(page))
    if page.is_prose:
        yield from ((*m.span(), "expand", False) for m in glued().finditer(page.text))
        yield from ((a, b, "image", False) for a, b in glued_names(page.text, page.filled))
        yield from () if tagged else ((a, b, "template", alone) for a, b, alone in glued_spans(page.text))
