"""Spark: ``clean(frame)`` maps a DataFrame column through Arrow batches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scrubtext.adapters.common import columns, resolve

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["AUDIT_TYPE", "clean"]

AUDIT_TYPE = "struct<drop:string,counts:string,audit:string,error:string>"
"""The column ``scrub`` that ``audit=True`` adds."""


def clean(
    frame: DataFrame, using: object = "web", column: str = "text", audit: bool = False
) -> DataFrame:
    """``frame`` with ``column`` (a string column) cleaned; ``audit=True`` adds the struct ``scrub``.

    Nulls stay null. A record that fails stays as it was and is named in ``scrub.error``; without
    ``audit`` it stops the task, and the error says which record of which batch it was. Retries of
    tasks are Spark's: a batch is cleaned from its input alone.
    """
    from pyspark.sql.types import StructType, _parse_datatype_string

    line = resolve(using)
    schema = StructType(list(frame.schema.fields))
    if audit:
        schema = schema.add("scrub", _parse_datatype_string(AUDIT_TYPE))

    def batches(source: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        for batch in source:
            made = columns(line, batch.column(column).to_pylist())
            arrays = [
                pa.array(made["text"], pa.string()) if n == column else batch.column(n)
                for n in batch.schema.names
            ]
            names = list(batch.schema.names)
            if audit:
                parts = [
                    pa.array(made[c], pa.string()) for c in ("drop", "counts", "audit", "error")
                ]
                arrays.append(
                    pa.StructArray.from_arrays(parts, ["drop", "counts", "audit", "error"])
                )
                names.append("scrub")
            elif failed := [e for e in made["error"] if e]:
                raise ValueError(f"{failed[0]} of its batch; audit=True keeps such rows")
            yield pa.RecordBatch.from_arrays(arrays, names)

    return frame.mapInArrow(batches, schema)
