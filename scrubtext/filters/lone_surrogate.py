"""Halves of UTF-16 pairs in a text: they cannot be written as UTF-8 at all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Note
from scrubtext.fields import check_fields

__all__ = ["LoneSurrogate"]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(
        "(?P<pair>[\ud800-\udbff][\udc00-\udfff])"
        "|(?P<bytes>[\udcc2-\udcf4][\udc80-\udcbf]{1,3})"  # Python's surrogateescape of UTF-8
        "|(?P<lone>[\ud800-\udfff])"
    )


@dataclass(frozen=True, kw_only=True)
class LoneSurrogate:
    r"""Surrogates: JSON escapes cut in the middle of an emoji, file names read byte by byte.

    A pair split in two is joined again; bytes that Python smuggled through as U+DC80–DCFF are decoded
    where they are one UTF-8 character; what remains becomes ``replacement`` (U+FFFD), with a note
    that counts one lost character. Without this, writing the text as UTF-8 fails.

    >>> import scrubtext
    >>> scrubtext.clean("ok \ud83d\ude00", LoneSurrogate())
    'ok 😀'
    >>> scrubtext.explain("cut \ud83d", LoneSurrogate()).lost
    1
    """

    name: ClassVar[str] = "lone_surrogate"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {"split pair", "undecoded bytes", "lone surrogate"}
    )
    needs: ClassVar[int] = mask(Kind.SURROGATE)
    replacement: str = "\ufffd"  # what stands for a character that is lost; "" removes it

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit | Note]:
        """Edits for every surrogate; notes that count the lost ones."""
        return self._find(doc.text) if doc.kinds & self.needs else ()

    def _find(self, text: str) -> Iterator[Edit | Note]:
        for m in _pattern().finditer(text):
            i, found = m.start(), m.group()
            if m.lastgroup == "pair":  # two edits: a row holding both halves would not survive JSON
                joined = found.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
                yield Edit(i, i + 1, joined, "split pair")
                yield Edit(i + 1, i + 2, "", "split pair")
            elif m.lastgroup == "bytes":
                yield from self._undecoded(i, found)
            else:
                yield from self._lost(i)

    def _lost(self, i: int) -> Iterator[Edit | Note]:
        yield Edit(i, i + 1, self.replacement, "lone surrogate")
        yield Note(i, i + 1, "lone surrogate", 1)

    def _undecoded(self, i: int, found: str) -> Iterator[Edit | Note]:
        raw = found.encode("utf-8", "surrogateescape")
        size = 2 if raw[0] < 0xE0 else 3 if raw[0] < 0xF0 else 4
        try:
            char = raw[:size].decode("utf-8")
        except UnicodeDecodeError:
            char, size = "", 0
        if char:
            yield Edit(i, i + size, char, "undecoded bytes")
        for k in range(i + size, i + len(found)):
            yield from self._lost(k)
