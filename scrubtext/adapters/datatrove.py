"""datatrove: a step that formats documents, counts in its statistics and writes drops aside."""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING

from datatrove.pipeline.base import PipelineStep

from scrubtext.adapters.common import outcome, resolve, warm

if TYPE_CHECKING:
    from datatrove.data import Document, DocumentsPipeline
    from datatrove.pipeline.writers.disk_base import DiskWriter

__all__ = ["Scrub"]


class Scrub(PipelineStep):
    """``Scrub("web")`` in a datatrove pipeline; ``exclusion_writer`` takes the dropped documents.

    Statistics: total, forwarded, dropped, dropped_<reason>, changed, failed, one per filter. With
    ``audit=True`` the patch is in ``metadata["scrub_audit"]``; a failure in ``["scrub_error"]``.
    """

    type = "FORMAT"
    name = "scrubtext"

    def __init__(
        self, using: object = "web", exclusion_writer: DiskWriter | None = None, audit: bool = False
    ) -> None:
        super().__init__()
        self.line, self.exclusion_writer, self.audit = resolve(using), exclusion_writer, audit

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Clean document by document; dropped ones go to the exclusion writer with their reason."""
        with self.exclusion_writer or contextlib.nullcontext() as aside:
            for doc in data:
                with self.track_time():
                    why = self._scrub(doc)
                self.stat_update("total", "dropped" if why else "forwarded")
                if not why:
                    yield doc
                elif aside:
                    aside.write(doc, rank)

    def _scrub(self, doc: Document) -> str | None:
        made = outcome(warm(self.line), doc.text, f"document {doc.id}")
        for name, count in json.loads(made.counts).items():
            self.stat_update(name, value=count)
        if made.error:
            self.stat_update("failed")
            doc.metadata["scrub_error"] = made.error
        if made.text != doc.text:
            self.stat_update("changed")
        doc.text = made.text
        if self.audit:
            doc.metadata["scrub_audit"] = made.audit
        if made.drop:
            doc.metadata["filter_reason"] = made.drop
            self.stat_update("dropped_" + made.drop.replace(" ", "_"))
        return made.drop
