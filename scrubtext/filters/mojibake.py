"""Text that was decoded with the wrong encoding, in any direction, once or several times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Note

__all__ = ["Mojibake"]


@dataclass(frozen=True, kw_only=True)
class Mojibake:
    """Text that was decoded with the wrong encoding.

    >>> import scrubtext
    >>> scrubtext.clean("鍏充簬鎴戜滑", Mojibake())
    '关于我们'
    """

    name: ClassVar[str] = "mojibake"
    reasons: ClassVar[frozenset[str]] = frozenset()
    lang: str = ""
    irreversible: Literal["keep", "replace", "remove"] = "keep"
    min_gain: float = 12.0
    min_gain_inside: float = 6.0
    min_note: float = 9.0

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit | Note]:
        if doc.text.isascii():
            return ()
        from scrubtext.mojibake.gate import regions

        spans = regions(doc)
        return self._find(doc.text, spans) if spans else ()

    def _find(self, text: str, spans: list[tuple[int, int]]) -> Iterator[Edit | Note]:
        from scrubtext.mojibake.repair import Margins, repair_all

        known = 0.5 if self.lang else 1.0
        margins = Margins(self.min_gain * known, self.min_gain_inside * known, self.min_note)
        yield from repair_all(text, spans, self.lang or None, margins)
