"""Ray Data: ``clean(dataset)`` maps a column batch by batch, each worker's tables read once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrubtext.adapters.common import columns, resolve

if TYPE_CHECKING:
    import pyarrow as pa
    from ray.data import Dataset

__all__ = ["clean"]


class _Clean:
    """What a worker runs; Ray retries it where a worker dies, and it keeps nothing in between."""

    def __init__(self, using: object, column: str, audit: bool) -> None:
        self.line = resolve(using)
        self.column = column
        self.audit = audit

    def __call__(self, table: pa.Table) -> pa.Table:
        import pyarrow as pa

        place = table.column_names.index(self.column)
        kept = table.column(self.column)
        made = columns(self.line, kept.to_pylist())
        texts = pa.array(made["text"], kept.type)
        out = table.set_column(place, self.column, texts)
        if not self.audit:
            _refuse(made["error"])
            return out
        for name in ("drop", "counts", "audit", "error"):
            out = out.append_column(f"scrub_{name}", pa.array(made[name], pa.string()))
        return out


def _refuse(errors: list[Any]) -> None:
    if failed := [e for e in errors if e]:
        raise ValueError(f"{failed[0]} of its batch; audit=True keeps such rows")


def clean(
    dataset: Dataset, using: object = "web", column: str = "text", audit: bool = False
) -> Dataset:
    """``dataset`` with ``column`` cleaned; ``audit=True`` adds scrub_drop, scrub_counts, scrub_audit
    and scrub_error. Nulls stay null; without ``audit`` a record that fails stops the run by name.
    """
    work = _Clean(resolve(using), column, audit)
    return dataset.map_batches(work.__call__, batch_format="pyarrow")
