"""Keyword stuffing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Finding

__all__ = ["KeywordStuffing"]


@dataclass(frozen=True, kw_only=True)
class KeywordStuffing:
    """Blocks of search phrases put on a page for search engines, not for readers."""

    name: ClassVar[str] = "keyword_stuffing"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {
            "search phrases",
            "stock words",
            "repeated phrases",
            "foreign script",
            "mass of phrases",
            "tag of a keyword block",
            "sentence beside a keyword block",
        }
    )

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """Blocks of keywords, in order."""
        from scrubtext.spam.settle import settled
        from scrubtext.spam.stuffing import stuffing

        return settled(doc.text, stuffing)
