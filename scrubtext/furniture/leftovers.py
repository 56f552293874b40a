"""What the page left between the paragraphs of an article, told by where it stands and how often."""

from __future__ import annotations

from collections.abc import Iterator

from scrubtext.furniture.page import Page

__all__ = ["asides", "leftovers"]


def leftovers(page: Page, presses: bool, doubles: bool) -> Iterator[tuple[int, int, str]]:
    """Paragraphs that stand twice, buttons, lines that come back; each with its class.

    ``presses``, ``doubles``: whether the gate has seen buttons and paragraphs that stand twice.
    """
    from scrubtext.furniture.buttons import buttons
    from scrubtext.furniture.doubled import doubled
    from scrubtext.furniture.repeated import repeated

    if doubles:
        yield from ((a, b, "doubled" if copy else "expand") for (a, b), copy in doubled(page))
    if page.is_prose:
        for a, b, what in buttons(page) if presses else ():
            yield a, b, "code" if what == "copy" else "expand"
        yield from ((a, b, "advert") for a, b in repeated(page))


def asides(page: Page) -> Iterator[tuple[int, int, str]]:
    """What speaks of the page: a player between two paragraphs, lines above the text and inside it."""
    from scrubtext.furniture.amid import amid
    from scrubtext.furniture.foremost import foremost
    from scrubtext.furniture.interlude_runs import interludes
    from scrubtext.furniture.player import player_lines

    if page.is_prose:
        yield from ((a, b, "loading") for a, b in player_lines(page))
        yield from foremost(page)
        yield from interludes(page)
        yield from amid(page)
