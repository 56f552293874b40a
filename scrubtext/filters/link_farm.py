"""Link farms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Finding

__all__ = ["LinkFarm"]


@dataclass(frozen=True, kw_only=True)
class LinkFarm:
    """Lists of links put on a page for search engines."""

    name: ClassVar[str] = "link_farm"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {"text and host in turn", "dump of addresses", "exchanged links", "injected brand"}
    )

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """Farms of links, in order."""
        from scrubtext.spam.linking import linking
        from scrubtext.spam.settle import settled

        return settled(doc.text, linking)
