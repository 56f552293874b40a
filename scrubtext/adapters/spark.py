"""Spark: ``clean(frame)`` maps a DataFrame column through Arrow batches."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scrubtext.adapters.arrow import AUDIT, clean_table, refuse
from scrubtext.adapters.common import resolve

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame

__all__ = ["clean"]


def clean(
    frame: DataFrame,
    using: object = "web",
    *,
    column: str = "text",
    audit: bool = False,
    key: str = "",
) -> DataFrame:
    """``frame`` with ``column`` (a string column) cleaned.

    ``audit=True`` adds the struct ``scrub`` with the fields drop, counts, audit and error. Nulls stay
    null. A record that fails stays as it was and is named in ``scrub.error``, by its value in the
    column ``key`` or its place in the batch; without ``audit`` it stops the task with that message.
    Retries are Spark's: a batch is cleaned from its input alone.
    """
    from pyspark.sql.types import StringType, StructField, StructType

    line = resolve(using)
    fields = list(frame.schema.fields)
    if audit:
        fields.append(
            StructField("scrub", StructType([StructField(n, StringType()) for n in AUDIT]))
        )

    def batches(source: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        for batch in source:
            out, made = clean_table(line, pa.Table.from_batches([batch]), column, key)
            if audit:
                parts = [pa.array(made[name], pa.string()) for name in AUDIT]
                out = out.append_column("scrub", pa.StructArray.from_arrays(parts, list(AUDIT)))
            else:
                refuse(made, key)
            yield from out.to_batches()

    return frame.mapInArrow(batches, StructType(fields))
