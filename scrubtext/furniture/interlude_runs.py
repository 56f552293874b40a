"""Blocks of lines between two paragraphs that speak of the page: see ``interlude.py``."""

from __future__ import annotations

from collections.abc import Iterator

from scrubtext.furniture.apart import taken_up
from scrubtext.furniture.documents import is_policy
from scrubtext.furniture.interlude import MAX_RUN, Interlude, about, by_form, is_message
from scrubtext.furniture.mentions import Mentions
from scrubtext.furniture.page import Page, Span, is_told
from scrubtext.furniture.shapes import units

__all__ = ["interludes"]

MAX_PLAYER = 48
"""Lines of a block with the clock of a player, or of nothing but what needs no neighbour."""
Run = list[tuple[Span, Interlude, bool]]


def interludes(page: Page) -> Iterator[tuple[int, int, str]]:
    """Blocks of such lines between two paragraphs of an article; what stands in several is no heading."""
    runs = [run for run in _runs(page) if len(run) <= _most(run) and any(strong for *_, strong in run)]
    spans = {span for run in runs for span, *_ in run}
    if not runs or is_policy(_without(page.text, spans)):
        return
    if not page.told_but(spans):
        runs = [run for run in runs if all(word.sure for _, word, _ in run)]
    told = Mentions(page, spans)
    for run in runs:
        if not any(told.has(word.words) for _, word, _ in run):
            yield from ((*span, word.cls) for span, word, _ in run)


def _without(text: str, spans: set[Span]) -> str:
    """A text without some of its lines."""
    at, kept = 0, []
    for a, b in sorted(spans):
        kept.append(text[at:a])
        at = b
    return "".join((*kept, text[at:]))


def _most(run: Run) -> int:
    long = any(word.played > 1 for _, word, _ in run) or all(word.sure for _, word, _ in run)
    return MAX_PLAYER if long else MAX_RUN


def _runs(page: Page) -> Iterator[Run]:
    """Neighbouring lines that may be such, a paragraph above and one below; sure ones wherever they stand."""
    run: Run = []
    above = False
    messages = _messages(page)
    for a, b in page.filled:
        word, strong = about(page.text, a, b) if above else _sure(page.text[a:b])
        if (a, b) in messages:
            word, strong = messages[a, b], True
        if word:
            run.append(((a, b), word, strong))
            continue
        told = is_told(page.text[a : min(b, a + 2000)])
        if run and (told or all(word.sure for _, word, _ in run)):
            yield run
        above, run = told, []
    if run and (all(word.sure for _, word, _ in run) or (page.is_article and _is_strong(run))):
        yield run


def _sure(line: str) -> tuple[Interlude | None, bool]:
    """What a line is where no paragraph stands above it: only what nothing else can be."""
    word = by_form(line.strip())
    return (word, True) if word and word.sure else (None, False)


def _messages(page: Page) -> dict[Span, Interlude]:
    """The whole messages of players and pictures among headings and items, where nothing explains them."""
    found = {}
    last = max((i for i, (told, _) in enumerate(page.sizes) if told >= MIN_TEXT), default=0)
    for i, (a, b) in enumerate(page.filled[:last]):
        if MIN_MESSAGE <= b - a <= MAX_MESSAGE and units(page.text[a:b]) >= MIN_MESSAGE:
            word, strong = about(page.text, a, b) if is_message(page.text[a:b].strip()) else (None, False)
            if word and strong:
                if taken_up(page, i):
                    return {}
                found[a, b] = word._replace(sure=True)
    few = len(found) <= MAX_MESSAGES * len(page.filled) and not page.tells_of_buttons
    return found if few else {}


MIN_TEXT = 40
"""Units of a paragraph; below the last one a tail begins, where what stands beside a message tells more."""
MIN_MESSAGE, MAX_MESSAGE = 6, 80
"""Units and characters of a message: what is shorter may be a heading or an item."""
MAX_MESSAGES = 0.2
"""Share of the lines of a page that may be such: a page of more is a list of them."""


def _is_strong(run: Run) -> bool:
    """Whether each line proves something, or is a button beside a clock."""
    clocked = any(word.played > 1 for _, word, _ in run)
    return all(strong or (clocked and word.played) for _, word, strong in run)
