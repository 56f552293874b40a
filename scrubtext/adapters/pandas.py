"""pandas: ``import scrubtext.adapters.pandas`` gives every Series an accessor ``.scrub``."""

from __future__ import annotations

import pandas as pd

from scrubtext.adapters.common import COLUMNS, columns, resolve

__all__ = ["ScrubAccessor"]


@pd.api.extensions.register_series_accessor("scrub")
class ScrubAccessor:
    """Clean a Series of text: ``frame["text"].scrub.clean()``.

    Nulls stay null. A value that is not text, or that a filter fails on, raises in ``clean`` with the
    index of its row; ``explain`` keeps it as it is and says so in the column ``error``.
    """

    def __init__(self, series: pd.Series) -> None:
        self.series = series

    def explain(self, using: object = "web") -> pd.DataFrame:
        """A frame with the columns text, drop, counts, audit, error; same index."""
        made = columns(resolve(using), self.series.tolist(), self.series.index.tolist())
        frame = pd.DataFrame({c: pd.Series(made[c], dtype=object) for c in COLUMNS})
        frame.index = self.series.index
        return frame

    def clean(self, using: object = "web") -> pd.Series:
        """The cleaned texts; same index, same name."""
        made = self.explain(using)
        failed = made["error"].dropna()
        if len(failed):
            raise ValueError(f"{failed.iloc[0]} ({len(failed)} in all); explain() keeps such rows")
        return made["text"].rename(self.series.name)
