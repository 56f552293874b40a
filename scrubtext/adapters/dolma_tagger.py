"""scrubtext as taggers of dolma: ``--tagger_modules scrubtext.adapters.dolma_tagger``.

Registers ``scrubtext_web``, ``scrubtext_gentle`` and ``scrubtext_strict``; importing this module needs the
extra ``[dolma]``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from dolma import BaseTagger, add_tagger
from dolma.core.data_types import DocResult, Span

from scrubtext.adapters.dolma import spans

if TYPE_CHECKING:
    from dolma.core.data_types import Document

__all__ = ["ScrubGentle", "ScrubStrict", "ScrubWeb"]


@add_tagger("scrubtext_web")
class ScrubWeb(BaseTagger):
    """Spans the preset ``web`` would remove or replace, typed ``filter__reason``."""

    using: ClassVar[str] = "web"

    def predict(self, doc: Document) -> DocResult:
        """One span per change, with the score 1."""
        found = spans(doc.text, self.using)
        made = [Span(a, b, kind, score) for kind, rows in found.items() for a, b, score in rows]
        return DocResult(doc, made)


@add_tagger("scrubtext_gentle")
class ScrubGentle(ScrubWeb):
    """The same for the preset ``gentle``."""

    using: ClassVar[str] = "gentle"


@add_tagger("scrubtext_strict")
class ScrubStrict(ScrubWeb):
    """The same for the preset ``strict``."""

    using: ClassVar[str] = "strict"
