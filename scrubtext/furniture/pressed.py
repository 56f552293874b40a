"""Buttons glued behind the last sentences of paragraphs: one may be the author's word, two are the page's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from scrubtext.furniture.behind import rest_of
from scrubtext.furniture.blanks import listed, said
from scrubtext.furniture.buttons import MAX_BUTTON, MAX_KINDS, button
from scrubtext.furniture.interlude import by_words
from scrubtext.furniture.page import Page, Span, is_told
from scrubtext.tables import rows

__all__ = ["glued_buttons", "may_be_behind"]

_KOREAN = re.compile(r"[가-힣]다\.([가-힣][^.]{1,20})$")
"""The end of a Korean sentence with something glued to it."""
LEAST = 2
"""Paragraphs of a text that end so."""
LONG = 16
"""Characters from which a line may be a sentence and a button."""
_BUTTONS = ("expand", "loading", "code", "image")


@cache
def _ends() -> frozenset[str]:
    """The last characters of the words of buttons: three, two of scripts without spaces."""
    words = [w for said, _, family in rows("button_words.tsv") if family != "and" for w in said.split("|")]
    return frozenset(w[-2:] if w[-1] >= "\u2e80" else w[-3:] for w in words)


def may_be_behind(text: str, lines: Sequence[Span]) -> bool:
    """Whether enough lines end with a button: the gate."""
    ends, met = _ends(), 0
    for a, b in lines:
        if b - a > LONG and (text[b - 2 : b] in ends or text[b - 3 : b] in ends):
            met += _behind(text, a, b) is not None
            if met == LEAST:
                return True
    return False


def glued_buttons(page: Page) -> Iterator[Span]:
    r"""The buttons behind the last sentences of paragraphs, with the space before them.

    >>> from scrubtext.doc import Doc
    >>> text = "The mill stands at the ford. Show more\nIt has two wheels of oak. Copy link\n"
    >>> [text[a:b] for a, b in glued_buttons(Page(Doc(text), 0.3))]
    [' Show more', ' Copy link']
    """
    met = [found for span in page.filled if (found := _behind(page.text, *span))]
    if len(met) < LEAST or page.tells_of_buttons:
        return
    keys = [page.text[a:b].strip().casefold() for a, b in met]
    counts = Counter(keys)
    told = {key for key, count in counts.items() if page.times(key) != count}
    if len(counts) <= MAX_KINDS:
        yield from (span for span, key in zip(met, keys, strict=True) if key not in told)


def _behind(text: str, a: int, b: int) -> Span | None:
    """Where the button behind the last sentence of a line stands, if there is one."""
    line = text[a:b].rstrip()
    piece = korean[1] if (korean := _KOREAN.search(line, max(0, len(line) - MAX_BUTTON))) else rest_of(line)
    if not 1 < len(piece) <= MAX_BUTTON or not _is_button(piece):
        return None
    at = len(line) - len(piece)
    head = line[:at].rstrip()
    return (a + len(head), a + len(line)) if is_told(head) else None


def _is_button(piece: str) -> bool:
    if piece[-1] in ".。!！?？":
        return False
    if button(piece):
        return True
    word = listed(piece) or said(piece) or by_words(piece)
    return word is not None and word.cls in _BUTTONS
