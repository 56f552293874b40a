"""Runs of blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scrubtext.chars import Kind, mask, spell
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit
from scrubtext.fields import check_fields
from scrubtext.verbatim import fences, inside

__all__ = ["BlankRun"]

_BLANK_KINDS = spell(
    Kind.SPACE, Kind.TAB, Kind.RETURN, Kind.IDEO_SPACE, Kind.LATIN1_MARK, Kind.ZERO_WIDTH
)
_BLANK = "[ \t\r\u3000\xa0\ufeff\u200b]*"


@cache
def _pattern(most: int) -> re.Pattern[str]:
    return re.compile(rf"(?:\A|(?<=\n))(?:{_BLANK}\n){{{most}}}(?P<rest>(?:{_BLANK}\n)+)")


@dataclass(frozen=True, kw_only=True)
class BlankRun:
    r"""More than ``max_blank`` blank lines in a row, as page templates leave them (opt-in).

    A line of spaces only is blank. The first blank lines of a run stay, so does the final newline;
    fenced code is left as it is.

    >>> import scrubtext
    >>> scrubtext.clean("one\n\n \n\ntwo\n", BlankRun())
    'one\n\ntwo\n'
    """

    name: ClassVar[str] = "blank_run"
    reasons: ClassVar[frozenset[str]] = frozenset({"blank lines"})
    needs: ClassVar[int] = mask(Kind.NEWLINE)
    max_blank: int = 1  # blank lines that may follow one another

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Deletions of the blank lines beyond the first ones."""
        if not doc.kinds & self.needs:
            return ()
        breaks = doc.shape.translate(None, _BLANK_KINDS)
        most = bytes([Kind.NEWLINE]) * (self.max_blank + 1)
        near = most + most[:1] in breaks or breaks.startswith(most)
        return self._find(doc.text) if near else ()

    def _find(self, text: str) -> Iterator[Edit]:
        code = inside(fences(text))
        for m in _pattern(self.max_blank).finditer(text):
            if not code(m.start("rest")):
                yield Edit(*m.span("rest"), "", "blank lines")
