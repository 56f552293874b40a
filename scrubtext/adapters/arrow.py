"""What Spark and Ray share: a column of an Arrow table, cleaned."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from scrubtext.adapters.common import columns
from scrubtext.pipeline import Pipeline

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["AUDIT", "clean_table", "refuse"]

AUDIT = ("drop", "counts", "audit", "error")


def clean_table(
    line: Pipeline, table: pa.Table, column: str, key: str
) -> tuple[pa.Table, Mapping[str, list[Any]]]:
    """The table with ``column`` cleaned, and the outcome of every record as columns.

    Records are named in errors by their value in the column ``key``, or by their place in the batch.
    """
    import pyarrow as pa

    old = table.column(column)
    made = columns(line, old.to_pylist(), table.column(key).to_pylist() if key else None)
    texts = pa.array(made["text"], old.type)
    return table.set_column(table.column_names.index(column), column, texts), made


def refuse(made: Mapping[str, list[Any]], key: str) -> None:
    """Raise where a record failed and there is no audit to say so in."""
    if failed := [e for e in made["error"] if e]:
        where = "" if key else " of its batch"
        raise ValueError(f"{failed[0]}{where} ({len(failed)} in all); audit=True keeps such rows")
