"""Where brackets with a syllable stand in a text, and what is left of those that hit a border."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from scrubtext.gloss.gbk import EURO, pair, spelled
from scrubtext.gloss.syllables import LETTERS, can_be_key, has_tone, keys_of, reads, spell

__all__ = ["LOST", "Gloss", "bracketed", "entries", "injectable", "is_scar", "strays", "unopened"]

LOST = "?\ufffd"  # how decoders show a byte they cannot read
MAX_LETTERS = 7  # zhuāng, with its mark as a character of its own


class Gloss(NamedTuple):
    """A syllable in brackets. ``start`` counts the white space and the lost byte before it in."""

    start: int
    end: int
    at: int  # index of the character before
    char: str
    syllable: str
    lost: bool  # a sign for a lost byte stands before it, or its own bracket is gone
    wide: bool  # full-width brackets


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"([(（?\ufffd])([(（]?) ?([{LETTERS}]{{1,{MAX_LETTERS}}}) ?([)）])")


@cache
def _unopened() -> re.Pattern[str]:
    return re.compile(rf"(?<=[\u2010-\uffff])([{LETTERS}]{{1,{MAX_LETTERS}}})[)）]")


def bracketed(text: str) -> tuple[list[Gloss], list[Gloss]]:
    """The syllables in brackets after a Chinese character, from left to right.

    First those that a site could have put there: a converted character, one of its own readings.
    Then all others, those that may have cut a character in two among them.
    """
    usual: list[Gloss] = []
    odd: list[Gloss] = []
    last, holder = -1, -1  # where the gloss before ended, and which character it is for
    new = tuple.__new__  # half the cost of the named tuple's own, and there may be thousands
    for m in _bracketed().finditer(text):
        start, end = m.span()
        at = start - 1
        if start and (got := _usual(text[at:end])):
            usual.append(new(Gloss, (start, end, at) + got))
            last, holder = end - 1, at
            continue
        if m[1] not in LOST and (m[2] or not start):
            continue
        found = _one(text, m, holder if at == last else at)
        if found:
            (usual if injectable(found) else odd).append(found)
            last, holder = end - 1, found.at
    return usual, odd


@lru_cache(maxsize=16384)
def _usual(piece: str) -> tuple[str, str, bool, bool] | None:
    """The last fields of a ``Gloss``, where ``piece`` is of the usual kind: ``發(fā)``."""
    char, opening, close = piece[0], piece[1], piece[-1]
    syllable = spell(piece[2:-1].strip(" "))
    if (
        opening not in "(（"
        or piece[2] in "(（"
        or not (can_be_key(char) and reads(char, syllable))
    ):
        return None
    return char, syllable, False, close == "）"


def _one(text: str, m: re.Match[str], before: int) -> Gloss | None:
    """A gloss that is not of the usual kind: after white space, a lost byte, half a character."""
    first, _, letters, close = m.groups()
    start, lost = m.start(), first in LOST
    if before > 0 and text[before] in " \u3000":
        before -= 1
    if before < 0:
        return None
    char, syllable = text[before], spell(letters)
    key = _straddled(text[before - 1], char, syllable) if before else ""
    if key:
        return Gloss(start, m.end(), before, key, syllable, False, False)
    if not "\u3400" <= char <= "\u9fff" and not (lost and len(spelled(char)) == 2):
        return None
    opens = min(start, before + 1) if text[before + 1 : start].isspace() else start
    return Gloss(opens, m.end(), before, char, syllable, lost, close == "）")


def _straddled(before: str, ascii_char: str, syllable: str) -> str:
    """The entry made of a character's last byte and the ASCII character after it: ``性](zhù)``."""
    if not ("@" <= ascii_char <= "~" or ascii_char == EURO):
        return ""
    raw = spelled(before)
    key = pair(raw[1], spelled(ascii_char)[0]) if len(raw) == 2 and raw[1] > 0x80 else ""
    return key if key and can_be_key(key) and reads(key, syllable) else ""


def unopened(text: str) -> Iterator[Gloss]:
    """Syllables whose opening bracket went together with the lost byte."""
    for m in _unopened().finditer(text):
        syllable = spell(m[1])
        if has_tone(syllable):
            start = m.start()
            yield Gloss(start, m.end(), start - 1, text[start - 1], syllable, True, False)


@cache
def _strays() -> re.Pattern[str]:
    syllable = rf"([{LETTERS}]{{1,{MAX_LETTERS}}})[)）]"
    return re.compile(rf"(?:([?\ufffd][(（]?|[(（])|(?<![{LETTERS}])){syllable}")


def strays(text: str, start: int, end: int, known: Container[int]) -> dict[int, Gloss]:
    """Syllables with at least their closing bracket, after anything, by where they start.

    That is what stands inside runs. Those at ``known`` places are left out.
    """
    out = {}
    for m in _strays().finditer(text, start, end):
        at = m.start()
        if at in known:
            continue
        syllable = spell(m[2])
        if has_tone(syllable):
            lost = m[1] not in ("(", "（")
            out[at] = Gloss(at, m.end(), at - 1, text[at - 1 : at], syllable, lost, False)
    return out


def is_scar(gloss: Gloss) -> bool:
    """Whether the arithmetic allows that the bracket cut the character after ``gloss.char`` in two.

    The table entry's first byte must be the last byte of the character before.
    """
    return bool(entries(gloss.char, gloss.syllable)) and (
        gloss.lost or not reads(gloss.char, gloss.syllable)
    )


def entries(char: str, syllable: str) -> list[str]:
    """The characters read ``syllable`` whose first byte is the last byte of ``char``."""
    raw = spelled(char)
    return [k for k in keys_of(syllable) if spelled(k)[:1] == raw[-1:]] if len(raw) == 2 else []


def injectable(gloss: Gloss) -> bool:
    """Whether a site could have put it there: a converted character, one of its own readings."""
    return not gloss.lost and can_be_key(gloss.char) and reads(gloss.char, gloss.syllable)
