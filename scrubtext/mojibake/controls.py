"""C1 controls: single characters of cp1252 or MacRoman read as Latin-1, or lines of cp1250."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubtext.mojibake.propose import Reading, trimmed
from scrubtext.mojibake.utf8 import sound

__all__ = ["control_readings"]


def control_readings(line: str) -> Iterator[Reading]:
    """C1 controls: characters of cp1252 or MacRoman read as Latin-1, one by one; marks in a run too."""
    codecs = _control_codecs(line)
    for m in _CONTROL.finditer(line):
        inside = line[m.start() - 1 : m.start()].isalpha() and line[m.end() :][:1].isalpha()
        if any(c > "\u2e80" for c in line[max(0, m.start() - 1) : m.end() + 1]):
            continue
        for codec in codecs:
            new = m.group().encode("latin-1").decode(codec, "ignore")
            # A dash between words is far commoner than the letter MacRoman has there.
            fits = len(codecs) == 1 or codec == "cp1252" or (inside and m.group() != "\x97")
            if new and fits:
                yield Reading(m.start(), m.end(), new, codec, "latin-1")
    yield from _eastern(line)
    for m in _MARKS.finditer(line):
        yield Reading(*m.span(), m.group().encode("latin-1").decode("cp1252"), "cp1252", "latin-1")


def _eastern(line: str) -> Iterator[Reading]:
    """All of a line as cp1250: where its controls are letters, its other letters are not Latin-1's."""
    if not _EASTERN.search(line):
        return
    try:
        new = line.encode("latin-1").decode("cp1250")
    except UnicodeError:
        return
    made = trimmed(line, Reading(0, len(line), new, "cp1250", "latin-1"))
    if made:
        yield made


_EASTERN = re.compile(  # letters of cp1250 before or behind small letters
    "(?<![\x80-\x9f])[\x8a\x8c-\x8f\x9a\x9c-\x9f](?=[a-z\xdf-\xff])|(?<=[a-z\xdf-\xff])[\x9a\x9c-\x9f]"
)
_CONTROL = re.compile("[\x80-\x9f]")
# Quotation marks, dashes and the ellipsis of cp1252 in a row, not the tail of a letter in UTF-8.
_MARKS = re.compile(
    "(?<![\xc2-\xf4\x80-\xbf])[\x82\x84\x85\x91-\x94\x96\x97]{2,}(?![\x80-\xbf])"
)
# Behind a letter these are letters of MacRoman; cp1252 has daggers and the like there, or nothing.
_MAC = re.compile("(?<=[a-z])[\x86-\x89\x8d-\x90\x98\x9d]")


_NO_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d](?<![a-z].)")
_NOT_ALONE = re.compile(rb"[\xc0-\xff][\x82\x84][\xc0-\xff]")  # low quotation marks in a word


def _control_codecs(line: str) -> tuple[str, ...]:
    """What the controls of a line may have been: its surest place speaks for the others."""
    places = [m.start() for m in _CONTROL.finditer(line)]
    raw = line.encode("latin-1", "replace")
    if {line[at] for at in places} == {"\x9d"}:
        return ()  # ù of MacRoman, ť of cp1250: alone it says neither
    if _NOT_ALONE.search(raw) or _NO_CP1252.search(sound().sub(b"", raw)):
        return ()  # bytes of another encoding
    if not all(line[at - 1 : at].isalpha() for at in places):
        return ("cp1252",)
    if _MAC.search(line):
        return ("mac_roman",)
    return ("cp1252",) if any(_cuts_short(line, at) for at in places) else ("cp1252", "mac_roman")


def _cuts_short(line: str, at: int) -> bool:
    """Whether an apostrophe there cuts a word short: it's, we'll; l'homme, qu'il."""
    return bool(_SHORTENED.match(line, at) or _ELIDED.match(line[max(at - 5, 0) : at + 1]))


_SHORTENED = re.compile(r"\x92(?:s|t|d|m|re|ve|ll|all)(?![^\W\d_])")
_ELIDED = re.compile(
    r".*(?<![^\W\d_])(?:[cdjlmnost]|qu|un|(?:d?a|de|ne|su)ll)\x92\Z", re.IGNORECASE | re.DOTALL
)
