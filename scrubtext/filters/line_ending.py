r"""Line ends of other systems and of Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit
from scrubtext.errors import ConfigError
from scrubtext.fields import check_fields

__all__ = ["LineEnding"]

_STYLES = {"lf": "\n", "crlf": "\r\n", "cr": "\r"}


@cache
def _pattern(separators: bool) -> re.Pattern[str]:
    return re.compile("\r\n|\r|\n" + ("|[\x85\u2028\u2029]" if separators else ""))


@dataclass(frozen=True, kw_only=True)
class LineEnding:
    r"""Line ends that are not ``style``: CRLF of Windows, CR of old Macs, mixtures (opt-in).

    ``style`` is ``lf`` (the default), ``crlf`` or ``cr``; with ``separators`` U+0085, U+2028 and
    U+2029 become line ends as well. A final line end, or its absence, stays.

    >>> import scrubtext
    >>> scrubtext.clean("one\r\ntwo\rthree", LineEnding())
    'one\ntwo\nthree'
    """

    name: ClassVar[str] = "line_ending"
    reasons: ClassVar[frozenset[str]] = frozenset({"line end", "line separator"})
    style: str = "lf"  # lf | crlf | cr
    separators: bool = False  # U+0085, U+2028 and U+2029 too

    def __post_init__(self) -> None:
        check_fields(self)
        if self.style not in _STYLES:
            raise ConfigError(f"line_ending: style is one of {', '.join(_STYLES)}")

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """One edit a line end."""
        text = doc.text
        if self.style == "lf" and "\r" not in text and not self.separators:
            return ()
        return self._find(text)

    def _find(self, text: str) -> Iterator[Edit]:
        new = _STYLES[self.style]
        for m in _pattern(self.separators).finditer(text):
            if m.group() != new:
                why = "line end" if m.group() in "\r\n" else "line separator"
                yield Edit(m.start(), m.end(), new, why)
