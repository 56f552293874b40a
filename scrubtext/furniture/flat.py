"""Furniture run together into one line: a page whose line breaks were lost.

``© 2021 The Courier. All rights reserved. Imprint | Privacy``: each piece begins with a marker, and the
line with the first of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from scrubtext.furniture.headings import heading_weight
from scrubtext.furniture.openings import TAIL

__all__ = ["LEADS", "SIGNS", "run_together"]

MAX_FLAT = 420
"""Characters of a line that is looked at."""
MAX_GAP = 16
"""Words between two markers: a title and its teaser, not a paragraph."""
LEADS = "([【|·•«>►▶"
"""What stands before a piece."""
_MOST = 90
_LABELS = ("credit", "source", "date", "tags")  # proofs only before a colon
_MENU = re.compile(r"\w [-–>] \w|\w/\w+/")  # the path to a command in a manual
_WORDS = 4

Proof = tuple[str, int]
"""Class and weight of a marker."""


def run_together(line: str, known: Callable[[str], Proof | None]) -> Proof | None:
    """What a line proves that is made of pieces of furniture, at least two of different classes.

    >>> words = {"see also": ("related", 1), "share": ("share", 1), "comments": ("comments", 1)}
    >>> run_together("See also The mill burns Share Comments (3)", words.get)
    ('share', 2)
    >>> run_together("We see also how they share comments", words.get) is None
    True
    """
    words = line.split() if len(line) <= MAX_FLAT and not _MENU.search(line) else []
    if not 3 < len(words) <= _MOST:
        return None
    met: list[Proof] = []
    last = 0
    for at, proof in _met(words, known):
        if at - last > (MAX_GAP if met else 0):
            return None
        met.append(proof)
        last = at
    total = sum(weight or 0.5 for _, weight in met)
    classes = {cls for cls, _ in met}
    if len(classes) < 2 or total < 2 or len(words) - last > MAX_GAP:
        return None
    if line[-1] in ".。!！?？" and len(met) < 3 and "copyright" not in classes:
        return None  # a sentence
    site = [p for p in met if p[0] != "related"]
    return max(site, key=lambda proof: proof[1])[0], 2


def _met(words: list[str], known: Callable[[str], Proof | None]) -> Iterator[tuple[int, Proof]]:
    at = 0
    while at < len(words):
        word = words[at].lstrip(LEADS)
        found = None
        if word and (not word[0].isalpha() or word[0].isupper() or word[0] > "\u0e00"):
            for size in range(min(_WORDS, len(words) - at), 0, -1):
                phrase = " ".join((word, *words[at + 1 : at + size])).rstrip(TAIL)
                found = _proof(phrase, known) if phrase else None
                named = ":" in words[at + size - 1] or "：" in words[at + size - 1]
                if found and (named or found[0] not in _LABELS):
                    yield at, found
                    at += size - 1
                    break
        if not found and not at:
            return  # a line is known by its first piece, or not at all
        at += 1


def _proof(phrase: str, known: Callable[[str], Proof | None]) -> Proof | None:
    """What a piece proves: the words of a marker, with a value behind its colon or without."""
    low = phrase.casefold()
    found = known(low)
    if found or " " in low:
        return found
    if low[:1] > "\u0e00" and (weight := heading_weight(low)):
        return "related", weight
    for cut in "：:(（©":
        if cut in low[1:]:
            return known(low.split(cut)[0])
    return None


SIGNS = (
    "copyright ©",
    "all rights reserved",
    "alle rechte vorbehalten",
    "©",
    "copyright",
    "(c",
    "все права защищены",
    "tous droits réservés",
    "todos los derechos reservados",
    "todos os direitos reservados",
    "tutti i diritti riservati",
    "wszelkie prawa zastrzeżone",
)
"""What reserves rights, in lower case, as a piece of such a line."""
