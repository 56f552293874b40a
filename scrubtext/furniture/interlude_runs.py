"""Blocks of lines between two paragraphs that speak of the page: see ``interlude.py``."""

from __future__ import annotations

from collections.abc import Iterator

from scrubtext.furniture.documents import is_policy
from scrubtext.furniture.interlude import MAX_RUN, Interlude, about, by_form
from scrubtext.furniture.mentions import Mentions
from scrubtext.furniture.page import Page, Span, is_told

__all__ = ["interludes"]

MAX_PLAYER = 48
"""Lines of a block with the clock of a player."""
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
    return MAX_PLAYER if any(word.played > 1 for _, word, _ in run) else MAX_RUN


def _runs(page: Page) -> Iterator[Run]:
    """Neighbouring lines that may be such, a paragraph above and one below; sure ones wherever they stand."""
    run: Run = []
    above = False
    for a, b in page.filled:
        word, strong = about(page.text, a, b) if above else _sure(page.text[a:b])
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


def _is_strong(run: Run) -> bool:
    """Whether each line proves something, or is a button beside a clock."""
    clocked = any(word.played > 1 for _, word, _ in run)
    return all(strong or (clocked and word.played) for _, word, strong in run)
