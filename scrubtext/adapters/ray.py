"""Ray Data: ``clean(dataset)`` maps a column batch by batch, each worker's tables read once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scrubtext.adapters.arrow import AUDIT, clean_table, refuse
from scrubtext.adapters.common import resolve
from scrubtext.pipeline import Pipeline

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset

__all__ = ["clean"]


@dataclass(frozen=True)
class _Clean:
    """What a worker runs; Ray retries it where a worker dies, and it keeps nothing in between."""

    line: Pipeline
    column: str
    audit: bool
    key: str

    def __call__(self, table: pa.Table) -> pa.Table:
        import pyarrow as pa

        out, made = clean_table(self.line, table, self.column, self.key)
        if not self.audit:
            refuse(made, self.key)
            return out
        for name in AUDIT:
            out = out.append_column(f"scrub_{name}", pa.array(made[name], pa.string()))
        return out


def clean(
    dataset: Dataset,
    using: object = "web",
    *,
    column: str = "text",
    audit: bool = False,
    key: str = "",
) -> Dataset:
    """``dataset`` with ``column`` cleaned; ``audit=True`` adds scrub_drop, scrub_counts, scrub_audit
    and scrub_error. Nulls stay null; without ``audit`` a record that fails stops the run by name:
    its value in the column ``key``, or its place in the batch.
    """
    work = _Clean(resolve(using), column, audit, key)
    return dataset.map_batches(work.__call__, batch_format="pyarrow")
