"""Where brackets with a syllable stand in a text, and what is left of those that hit a border."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from scrubtext.gloss.gbk import EURO, pair, spelled
from scrubtext.gloss.syllables import LETTERS, can_be_key, has_tone, keys_of, reads, spell

__all__ = ["LOST", "Gloss", "bracketed", "entries", "injectable", "is_scar", "unopened"]

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


def bracketed(text: str) -> Iterator[Gloss]:
    """All syllables in brackets after a Chinese character, from left to right."""
    ends: dict[int, int] = {}
    for m in _bracketed().finditer(text):
        first, second, letters, close = m.groups()
        start = m.start()
        lost = first in LOST
        if not lost and second:
            continue
        before = start - 1
        if before > 0 and text[before] in " \u3000":
            before -= 1
        before = ends.get(before, before)  # another gloss stands between
        if before < 0:
            continue
        char = text[before] if before else ""
        key = _straddled(text[before - 1], char, spell(letters)) if before else ""
        if key:
            yield Gloss(start, m.end(), before, key, spell(letters), False, False)
            continue
        char = text[before]
        if not "\u3400" <= char <= "\u9fff" and not (lost and len(spelled(char)) == 2):
            continue
        ends[m.end() - 1] = before
        opens = min(start, before + 1) if text[before + 1 : start].isspace() else start
        yield Gloss(opens, m.end(), before, char, spell(letters), lost, close == "）")


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
