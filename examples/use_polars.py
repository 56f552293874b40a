"""polars: the same in a lazy frame."""

import polars as pl
from common import records

import scrubtext.adapters.polars  # noqa: F401 - registers .scrub

frame = pl.LazyFrame(records()).with_columns(pl.col("text").scrub.explain("web").alias("scrub"))
print(frame.select("id", pl.col("scrub").struct.field("text", "counts")).head(5).collect())
