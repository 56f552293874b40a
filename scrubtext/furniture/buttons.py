"""Buttons that unfold a text, fold it again or copy it, left between its paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from scrubtext.furniture.begins import Begins
from scrubtext.furniture.dress import DRESS
from scrubtext.furniture.page import Page, Span, is_told
from scrubtext.furniture.vocabulary import tellings
from scrubtext.furniture.word_lists import signs
from scrubtext.tables import rows

__all__ = ["Button", "button", "buttons", "dressed", "may_press"]

MAX_BUTTON = 44
"""Characters of a button."""
MAX_KINDS = 40
"""Different buttons of one text: more are a list of them."""
_FILE = "button_words.tsv"
_FAMILIES = frozenset(("open", "close", "copy"))
_SIGNS = DRESS + "!！,，、+−-±✓✔📋❯❮"
_PERCENT = re.compile(r"\s?\d{1,3}\s?%")
_DRESSED = re.compile(
    r".*(?:[▼▲▽△▾▴▸▶►↓↑→←∨∧⌄⌃﹀︾»❯✓✔📋]|\.\.\.|…|>>|[+−])|[\[(（【+▸▶►📋].*|(?:\.{3}|…).+", re.S
)
"""How a button is dressed: an arrow, a bracket, three dots."""
Button = tuple[str, int]
"""What a button does (open, close, copy), and how many words say so."""


@cache
def _begins() -> frozenset[str]:
    """The first word a button can have; of scripts without spaces its first two characters."""
    own = {w.casefold().rstrip("-") for words, *_ in rows(_FILE) for w in words.split("|")}
    return frozenset(w if w[0] < "\u2e80" else w[:2] for w in own)


@cache
def _starts() -> Begins:
    """The first two characters of these."""
    return Begins(_begins(), _SIGNS)


def may_press(text: str, lines: list[Span]) -> bool:
    """Whether one of some lines is a button, told at one look by how it begins: the gate."""
    return bool(lines) and any(_press(line.strip()) is not None for line in _starts().near(text, lines))


def _press(line: str) -> Button | None:
    """The same as ``button``, of a line that begins like one."""
    low = line.strip(_SIGNS).casefold()
    if not 1 < len(low) <= MAX_BUTTON:
        return None
    heads = {low[:2], low[0]} if low[0] >= "\u2e80" else {low.split(" ", 1)[0].rstrip(",")}
    return None if heads.isdisjoint(_begins()) else button(line)


def button(line: str) -> Button | None:
    """What a line does that is a button, each of its words known, and how many of them mean something.

    >>> button("Show the full text ▼"), button("コピーする"), button("Show of the year")
    (('open', 3), ('copy', 1), None)
    """
    low = _PERCENT.sub("", line.strip(_SIGNS)).casefold().strip(_SIGNS)
    if line.rstrip()[-1:] == "." and not line.rstrip().endswith("..."):
        return None
    if not 1 < len(low) <= MAX_BUTTON or any(c in low for c in ".。?？\"“「:：;；"):
        return None
    for found, _ in tellings(low, _FILE, 0.999):
        if _numbered(low):
            continue
        meant = [f for _, families in found if (f := families - {"and"})]
        does = [f & _FAMILIES for f in meant if f & _FAMILIES]
        if does:
            every = frozenset().union(*does)
            name = next(n for n in ("copy", "close", "open") if n in every)
            less = name == "open" and any(w in signs("less") for w, _ in found)
            return "close" if less else name, len(meant)
    return None




def _numbered(low: str) -> bool:
    return any(c.isdigit() for c in low)


def dressed(line: str) -> bool:
    """Whether a line has the arrow, the brackets or the dots of a button.

    >>> dressed("more ▾"), dressed("more")
    (True, False)
    """
    return len(line) <= MAX_BUTTON and _DRESSED.fullmatch(line.strip()) is not None


Pressed = tuple[Span, Button, str]


def buttons(page: Page) -> Iterator[tuple[int, int, str]]:
    """The buttons between two paragraphs of an article, and below the last, each with what it does.

    One to unfold and one to fold prove each other, as do two alike; a lone one must say more than a word.
    """
    for a, b in _copies(page):
        yield a, b, "copy"
    yield from _everywhere(page)
    met = [one for run in _runs(page) for one in run]
    spans = {span for span, *_ in met}
    if not met or not page.told_but(spans) or _explained(page, met):
        return
    several = sum(page.prose) > 2
    article = page.is_article or (several and page.told_but(spans, strictly=True))
    counts, does = Counter(key for *_, key in met), {what for _, (what, _), _ in met}
    both = {"open", "close"} <= does
    if len(counts) > MAX_KINDS:
        return
    told = {key for key, count in counts.items() if _mentioned(page, key, count)}
    for (a, b), (what, words), key in met:
        proven = counts[key] > 1 or (both and what != "copy")
        sure = words > 1 or what == "copy" or dressed(page.text[a:b])
        if (proven or (sure and article)) and key not in told:
            yield a, b, what


def _pressed(text: str, a: int, b: int) -> Pressed | None:
    """A line, what it does and its words, if it is a button."""
    line = text[a:b].strip() if b - a <= MAX_BUTTON + 8 else ""
    what = _press(line) if line else None
    return ((a, b), what, line.strip(_SIGNS).casefold()) if what else None


SEVERAL = 4
"""Different buttons, which no article has on lines of their own unless it is about a program."""


def _everywhere(page: Page) -> Iterator[tuple[int, int, str]]:
    """The buttons of a page with so many of them, beside headings too: none is one itself."""
    met = [one for span in page.filled if (one := _pressed(page.text, *span))]
    counts = Counter(key for *_, key in met)
    if not SEVERAL <= len(counts) <= MAX_KINDS or 2 * len(met) > len(page.filled) or page.tells_of_buttons:
        return
    if len({what for _, (what, _), _ in met}) > 1 and not _explained(page, met):
        told = {key for key, count in counts.items() if _mentioned(page, key, count)}
        yield from ((*span, what) for span, (what, _), key in met if key not in told)


def _explained(page: Page, met: list[Pressed]) -> bool:
    """Whether the text below a button says what it does: headings of a manual are such lines."""
    for (_, end), _, key in met:
        below = page.text[end : end + MAX_BELOW].casefold()
        for found, _ in tellings(key, _FILE, 0.999):
            if any(word[:4] in below for word, families in found if families & _FAMILIES):
                return True
    return False


MAX_BELOW = 160
"""Characters below a button that are looked at."""


def _copies(page: Page) -> Iterator[Span]:
    """The buttons that copy the code above or below them; one of a single word may be a heading."""
    met = []
    for i, (a, b) in enumerate(page.filled):
        one = _pressed(page.text, a, b) if i else None
        if one and one[1][0] == "copy" and page.beside_code(i):
            met.append((one[0], one[2]))
    counts = Counter(key for _, key in met)
    for span, key in met:
        words = key.split(" ") if key[0] < "\u2e80" else tellings(key, _FILE)[0].words
        if counts[key] > 1 or len(words) > 1:
            yield span


def _runs(page: Page) -> Iterator[list[Pressed]]:
    """Neighbouring buttons with a paragraph above, and one below or nothing."""
    run: list[Pressed] = []
    above = False
    for a, b in page.filled:
        one = _pressed(page.text, a, b) if above else None
        if one:
            run.append(one)
            continue
        told = is_told(page.text[a : min(b, a + 2000)].strip())
        if told and run:
            yield run
        above, run = told, []
    if run:
        yield run


def _mentioned(page: Page, key: str, count: int) -> bool:
    """Whether the words stand elsewhere in the text: one that speaks of a button may show it."""
    if key[0] >= "\u2e80":
        return len(key) > 2 and page.times(key) > count
    return len(re.findall(rf"(?<!\w){re.escape(key)}(?!\w)", page.folded)) > count
