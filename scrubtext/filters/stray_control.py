"""Control characters that are no text: terminal escapes, NUL, C0, C1 and DEL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Note

__all__ = ["StrayControl"]

_SENTENCE_END = ".!?:;。！？：；…”’」』）)"


_LETTER = "[A-Za-z\xc0-\xd6\xd8-\xf6\xf8-\xff]"
_C1 = "[\x80-\x84\x86-\x9f]"
# C1 controls before a letter, and behind one those that are letters of cp1252 or cp1250.
_LOST = f"{_C1}+(?={_LETTER})|(?<={_LETTER})[\x8a\x8c-\x8f\x9a\x9c-\x9f]"


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        "(?P<iso>\x1b\\$[@AB]|\x1b\\$[()][A-D])"  # ISO-2022: the bytes of a text not decoded yet
        "|(?P<escape>(?:\x1b\\[|\x9b(?=[0-?]|[HJKm]))[0-?]{0,40}[ -/]{0,4}[@-~]"  # colours, cursor moves
        "|\x1b\\][^\x00-\x1f\x7f]{0,400}(?:\x07|\x1b\\\\)"  # window titles, links
        "|\x1b[()][0-9A-Za-z]|\x1b[=>78cDEHMNOZ])"
        "|(?P<strike>_\x08|([^\\x00-\\x1f\\x7f])\x08(?=\\4))"  # typewriter bold and underline
        "|(?P<utf8>[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})"
        f"|(?P<inside>{_LOST})"
        "|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f]+)"
    )


@dataclass(frozen=True, kw_only=True)
class StrayControl:
    r"""Control characters in text: terminal colours and titles, overstrikes, NUL, C0, C1, DEL.

    They come from terminals, binary fields, UTF-16 read as Latin-1, word processors and PDF tools.
    Tab, line feed, carriage return and U+0085 stay; U+2028 and U+2029 are ``line_ending``'s. A form
    feed or vertical tab that alone stands between a sentence and the next becomes a line feed. A C1
    control that is part of UTF-8 read as Latin-1 stays with a note, as do the escapes of ISO-2022 and C1
    controls beside letters, with the others of their line: they are the only trace of the text that was.

    >>> import scrubtext
    >>> scrubtext.clean("\x1b[31mred\x1b[0m text\x00", StrayControl())
    'red text'
    """

    name: ClassVar[str] = "stray_control"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {"terminal escape", "overstrike", "control character", "page break", "undecoded text"}
    )
    needs: ClassVar[int] = mask(Kind.CONTROL, Kind.C1)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit | Note]:
        """Deletions of controls; notes where they are evidence of a wrong decoding."""
        return self._find(doc.text) if doc.kinds & self.needs else ()

    def _find(self, text: str) -> Iterator[Edit | Note]:
        if "\x1b$" in text and _pattern().search(text):
            iso = re.search("\x1b\\$[@AB]|\x1b\\$[()][A-D]", text)
            if iso:
                yield Note(iso.start(), iso.end(), "undecoded text")
                return
        line: list[tuple[int, bool]] = []
        for m in _pattern().finditer(text):
            kind = m.lastgroup
            if kind == "control" and _in_garbled_line(text, m, line):
                kind = "inside"
            if kind in ("utf8", "inside"):
                if any("\x80" <= c <= "\x9f" and c != "\x85" for c in m.group()):
                    yield Note(m.start(), m.end(), "undecoded text")
            elif kind == "control":
                yield _control(text, m.start(), m.end())
            else:
                why = "overstrike" if kind == "strike" else "terminal escape"
                yield Edit(m.start(), m.end(), "", why)


@cache
def _beside() -> re.Pattern[str]:
    return re.compile(_LOST)


def _in_garbled_line(text: str, m: re.Match[str], last: list[tuple[int, bool]]) -> bool:
    """Whether C1 controls stand in a line in which others are letters; ``last``: end and answer of a line."""
    if m.group()[0] < "\x80" or m.group()[-1] < "\x80":
        return False
    if not last or m.start() >= last[0][0]:
        start, end = text.rfind("\n", 0, m.start()) + 1, text.find("\n", m.end())
        end = len(text) if end < 0 else end
        last[:] = [(end, _beside().search(text, start, end) is not None)]
    return last[0][1]


def _control(text: str, start: int, end: int) -> Edit:
    breaks = "\x0b" in text[start:end] or "\x0c" in text[start:end]
    between = text[start - 1 : start] if start else ""
    if breaks and between and between in _SENTENCE_END and text[end : end + 1].strip():
        return Edit(start, end, "\n", "page break")
    return Edit(start, end, "", "control character")
