"""Paths through the site above an article: ``Home > News > Local``."""

from __future__ import annotations

import re

from scrubtext.furniture.head_words import listed

__all__ = ["MAX_BELOW", "is_path"]

MAX_STEP, MAX_TITLE = 40, 90
"""Characters of a step of a path, and of the one that may be the title."""
MAX_BELOW = 2 * MAX_TITLE
"""Characters below a path that may hold the title."""
NEAR = 4
"""Lines below a path, blank ones too, among which the title is looked for."""
_STEP = re.compile(r"\s*(?:>{1,2}|[›‹]|»|≫|〉|▶|▸|→|＞|::|\\|/|\||－|·|-(?=\s))\s*")
_ANGLE = re.compile(r"\s[>›‹»≫〉▶▸→]{1,2}\s|＞")
_STEEP = re.compile(r"\s*(?:>{1,2}|[›‹»≫〉▸→＞])\s*")
"""What parts the steps of a path and hardly ever anything else."""
_PARTED = re.compile(r"[>›‹»≫〉▸→＞] {0,2}\Z")


def is_path(line: str, below: str) -> bool:
    r"""Whether a line is a path through the site; ``below`` is what follows it, blank lines too.

    >>> is_path("Home > News > Local", ""), is_path("Salt > sugar > flour", "")
    (True, False)
    >>> is_path("The Mill Post » Valley » The bridge is open", "\n\nThe bridge is open\nIt took a year.")
    True
    """
    if "://" in line:
        return False
    low = line.casefold()
    label, colon, rest = low.partition("：" if "：" in low else ":")
    here = bool(colon) and label.strip(" []【】") in listed("here")
    named = bool(colon) and label.strip() in listed("label") and rest.split(">")[0].strip() in listed("home")
    if here and len(line) <= MAX_TITLE and rest.strip().startswith(tuple(listed("home"))):
        return True
    low = rest if here or named else low
    if _names_title(low, below) or _ends_path(low):
        return True
    steps = [s for s in _STEP.split(low.strip(" >›»→/")) if s]
    home = bool(steps) and steps[0].strip() in listed("home")
    longest = MAX_TITLE if here or named or home else MAX_STEP
    if not 1 < len(steps) <= 8 or any(len(s) > MAX_STEP for s in steps[:-1]) or len(steps[-1]) > longest:
        return False
    if here or (home and _STEP.search(low) is not None):
        return True
    angled = [s.strip() for s in _ANGLE.split(low)]
    return 2 < len(angled) <= 6 and any(s in listed("section", "home") for s in angled)


def _names_title(low: str, below: str) -> bool:
    """Whether the last step is a line below, the title; from the first page on spaces may part steps."""
    near = [line.strip().casefold() for line in below.strip().split("\n")[:NEAR]]
    title = next((t for t in near if 4 <= len(t) <= MAX_TITLE and low.endswith(t) and len(low) > len(t)), "")
    if not title:
        return False
    before = low[: -len(title)]
    steps = [s for s in _STEEP.split(before.strip(" ")) if s]
    if _PARTED.search(before):
        return 0 < len(steps) <= 6 and all(len(s) <= MAX_STEP for s in steps)
    words = before.split()
    return before[-1:].isspace() and 0 < len(words) <= 6 and words[0] in listed("home")


def _ends_path(low: str) -> bool:
    """Whether the last of several steps says that the text follows: ``A报 > 社会 > 正文``."""
    steps = _STEEP.split(low)
    long = [s for s in steps if len(s) > MAX_STEP]
    fits = 2 < len(steps) <= 8 and all(0 < len(s) <= MAX_TITLE for s in steps) and len(long) < 2
    return fits and steps[-1].strip() in listed("text")
