"""polars: an expression, and ``import scrubtext.adapters.polars`` gives expressions ``.scrub``."""

from __future__ import annotations

import polars as pl

from scrubtext.adapters.common import COLUMNS, columns, resolve
from scrubtext.pipeline import Pipeline

__all__ = ["OUTCOME", "ScrubExpr"]

OUTCOME = pl.Struct(dict.fromkeys(COLUMNS, pl.String()))


def _explain(line: Pipeline, series: pl.Series) -> pl.Series:
    made = columns(line, series.to_list())
    made = {**made, "text": [None if v is None else str(v) for v in made["text"]]}
    return pl.DataFrame(made, schema=dict.fromkeys(COLUMNS, pl.String())).to_struct(series.name)


@pl.api.register_expr_namespace("scrub")
class ScrubExpr:
    """``frame.with_columns(pl.col("text").scrub.clean())``, in lazy frames too.

    Nulls stay null; what fails stays as it was and is named in the field ``error`` of ``explain``.
    """

    def __init__(self, expr: pl.Expr) -> None:
        self.expr = expr

    def explain(self, using: object = "web") -> pl.Expr:
        """A struct with the fields text, drop, counts, audit, error."""
        line = resolve(using)
        return self.expr.map_batches(lambda s: _explain(line, s), return_dtype=OUTCOME)

    def clean(self, using: object = "web") -> pl.Expr:
        """The cleaned text."""
        return self.explain(using).struct.field("text")
