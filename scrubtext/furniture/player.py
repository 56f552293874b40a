"""What an embedded player leaves of itself: its clock and the names of its buttons, in lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.furniture.blanks import MAX_LINE, line_key, lines, said
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.shapes import is_prose
from scrubtext.furniture.words import has_number
from scrubtext.tables import rows

__all__ = ["BARS", "begun", "clock", "controls", "is_control", "player_lines"]

MAX_CONTROL = 60
"""Characters of such a line."""
_TIME = r"-?\d{1,2}:\d{2}(?::\d{2})?"
_CLOCK = re.compile(rf"0?0:[0-5]\d(?::\d{{2}})?\s?[/|]\s?{_TIME}")
_MEASURE = re.compile(
    rf"{_TIME}|\d(?:\.\d{{1,2}})?\s?[xX×倍](?![\w])|\d{{3,4}}[pP]\b|\d{{1,3}}\s?%|\b[48]K\b"
)
_BETWEEN = re.compile(r"[\s|/·•,，、:：.…]+")


@cache
def _words() -> frozenset[str]:
    own = [r[0] for r in rows("placeholder_lines.tsv") if r[3] == "control"]
    return frozenset(word for words in own for word in words.casefold().split("|"))


@cache
def _heads() -> frozenset[str]:
    """The first words of what buttons are called."""
    return frozenset(word.split(" ", 1)[0] for word in _words())


def clock(line: str) -> bool:
    """Whether a line is the clock of a player that has just begun: ``00:00 / 03:41``.

    >>> clock("0:00 / 4:31"), clock("14:30 / 16:00")
    (True, False)
    """
    return line[:1] == "0" and _CLOCK.fullmatch(line) is not None


def begun(line: str) -> bool:
    """Whether a line has the clock of a player that has just begun: ``0:00``, ``Current Time 0:00``.

    >>> begun("0:00"), begun("Current Time 0:00"), begun("12:30")
    (True, True, False)
    """
    return clock(line) or _START.fullmatch(line) is not None or (controls(line) > 1 and "0:00" in line)


_START = re.compile("0?0:00")


def is_control(line: str) -> bool:
    """Whether a line is one button of a player, or its clock: one look, for gates."""
    return clock(line) or line.casefold() in _words()


def controls(line: str) -> int:
    """How many buttons and measures a line holds that is made of nothing else, else none.

    >>> [controls(s) for s in ("Mute Fullscreen 0:12", "1.5x 高清 全屏", "Play the tune", "12:30")]
    [3, 3, 0, 1]
    """
    if not 0 < len(line) <= MAX_CONTROL:
        return 0
    if line.casefold() in _words():
        return 1
    if line[0] > "9" and not _starts(line):
        return 0
    numbered = has_number(line)
    found = len(_MEASURE.findall(line)) if numbered else 0
    words = _MEASURE.sub(" ", line) if numbered else line
    rest = [w for w in _BETWEEN.split(words.casefold()) if w and w != "-"]
    at = 0
    while at < len(rest):
        if rest[at] not in _heads():
            return 0
        size = next((n for n in (4, 3, 2, 1) if " ".join(rest[at : at + n]) in _words()), 0)
        if not size:
            return 0
        at += size
        found += 1
    return found


def _starts(line: str) -> bool:
    """Whether a line that begins with a letter or a sign begins like a button: two characters tell."""
    ones, twos = _beginnings()
    low = line[:2].casefold()
    return low[:2] in twos or low[0] in ones or not line[0].isalpha()


@cache
def _beginnings() -> tuple[frozenset[str], frozenset[str]]:
    """What buttons of one character are, and how others begin."""
    return frozenset(h for h in _heads() if len(h) == 1), frozenset(h[:2] for h in _heads())


MAX_RUN = 48
"""Lines of one player."""


def player_lines(page: Page) -> Iterator[Span]:
    """The lines of players: blocks between two paragraphs, of nothing but buttons, clocks, stand-ins."""
    run: list[Span] = []
    above = False
    for a, b in page.filled:
        told = is_prose(page.text[a : min(b, a + 2000)]) and not _of_player(page.text[a:b].strip())
        if not told:
            run.append((a, b))
            continue
        if above and 0 < len(run) <= MAX_RUN and _is_player(page, run):
            yield from run
        above, run = True, []


def _is_player(page: Page, run: list[Span]) -> bool:
    """Whether all lines of a block are of a player, and enough of them prove it."""
    texts = [page.text[a:b].strip() for a, b in run]
    if not all(map(_of_player, texts)):
        return False
    buttons = sum(map(controls, texts))
    clocks = any(map(clock, texts)) or any(map(_MEASURE.search, texts))
    if len(run) == 1:
        return page.is_article and (clock(texts[0]) or buttons > 2)
    return buttons > 2 or (buttons > 0 and (clocks or any(map(_stands_in, texts))))


def _of_player(line: str) -> bool:
    return len(line) <= _LONGEST and (controls(line) > 0 or _stands_in(line) or line in BARS)


_LONGEST = max(MAX_CONTROL, MAX_LINE)
BARS = ("/", "|", "-", "·", "•")
"""Lines between the clocks of a player."""


def _stands_in(line: str) -> bool:
    if len(line) > MAX_LINE:
        return False
    word = lines().get(line_key(line)) or said(line)
    return word is not None and word.cls in ("image", "loading", "expand")
