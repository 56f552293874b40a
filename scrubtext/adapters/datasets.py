"""Hugging Face datasets: a function for ``Dataset.map(..., batched=True)``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from scrubtext.adapters.common import columns, resolve
from scrubtext.pipeline import Pipeline

__all__ = ["Scrub"]


@dataclass(frozen=True, init=False)
class Scrub:
    """``dataset.map(Scrub("web"), batched=True)`` cleans the column ``text``.

    ``audit=True`` adds the columns ``scrub_drop``, ``scrub_counts``, ``scrub_audit``, ``scrub_error``.
    Pickles small, so it runs with ``num_proc`` and its fingerprint is stable.
    """

    line: Pipeline
    column: str
    audit: bool
    key: str

    def __init__(
        self, using: object = "web", *, column: str = "text", audit: bool = False, key: str = ""
    ) -> None:
        object.__setattr__(self, "line", resolve(using))
        object.__setattr__(self, "column", column)
        object.__setattr__(self, "audit", audit)
        object.__setattr__(self, "key", key)

    def __call__(self, batch: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
        """The batch's column, cleaned, and the audit columns where asked for."""
        if self.column not in batch:
            raise KeyError(f"no column {self.column!r}; there are: {', '.join(batch)}")
        made = columns(self.line, batch[self.column], batch[self.key] if self.key else None)
        out = {self.column: made["text"]}
        if self.audit:
            out |= {f"scrub_{c}": made[c] for c in ("drop", "counts", "audit", "error")}
        elif failed := [e for e in made["error"] if e]:
            raise ValueError(f"{failed[0]} ({len(failed)} in all); audit=True keeps such rows")
        return out
