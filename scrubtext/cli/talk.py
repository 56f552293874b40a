"""What the command says while it works and when it is done; all of it on standard error."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scrubtext.audit import Tally
from scrubtext.run import Summary

__all__ = ["Talk", "counts_table"]

MOST = 20  # lines about single records; a file with a million bad lines says so once


class Talk:
    """Progress on a terminal, errors anywhere, a table at the end."""

    def __init__(self, quiet: bool = False) -> None:
        self.quiet = quiet
        self.console = Console(file=sys.stderr, highlight=False, soft_wrap=True)
        self.progress: Any = None
        self.said = 0

    def __enter__(self) -> Talk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.progress is not None:
            self.progress.stop()

    def start(self, files: int, size: int) -> None:
        """Begin the progress bar, where there is a terminal."""
        if not self.quiet and self.console.is_terminal and files:
            self.progress = _progress(self.console)
            self.task = self.progress.add_task("", total=size or None, records=0)
            self.progress.start()

    def advance(self, size: int, records: int) -> None:
        """Move the bar."""
        if self.progress is not None:
            done = self.progress.tasks[0].fields["records"] + records
            self.progress.update(self.task, advance=size, records=done)

    def say(self, label: str, why: str) -> None:
        """One line about one file or record."""
        self.said += 1
        if self.said <= MOST:
            self.console.print(Text(f"scrubtext: {label}: {why}"))
        elif self.said == MOST + 1:
            self.console.print("scrubtext: more such lines are not shown; --rejects FILE keeps them all")

    def summary(self, summary: Summary) -> None:
        """The totals."""
        if self.quiet:
            return
        if summary.tally.counts:
            self.console.print(counts_table(summary.tally))
        self.console.print(Text("\n".join(_lines(summary))))


def _lines(summary: Summary) -> list[str]:
    t = summary.tally
    done = f"{summary.files - len(summary.failed):,} of {summary.files:,} files"
    lines = [
        f"{done}, {t.records:,} records, {t.changed:,} changed; "
        f"characters {t.chars_in:,} in, {t.chars_out:,} out; "
        f"{summary.seconds:.1f} s; pipeline {summary.fingerprint}"
    ]
    if summary.skipped:
        lines.append(f"{summary.skipped:,} files were done already")
    if t.recoded:
        lines.append(f"{t.recoded:,} records were not plain UTF-8 and are now")
    if t.dropped:
        lines.append(f"{t.dropped:,} records are not worth keeping (--dropped FILE takes them out)")
    if t.lost:
        lines.append(f"{t.lost:,} characters are lost for good and were left as they stand")
    if t.rejected:
        lines.append(f"{t.rejected:,} records could not be cleaned")
    if summary.failed:
        lines.append(f"{len(summary.failed):,} files failed")
    return lines


def counts_table(tally: Tally) -> Table:
    """Findings by filter."""
    table = Table("filter", box=None, pad_edge=False, header_style="bold")
    for title in ("findings", "removed", "put in"):
        table.add_column(title, justify="right")
    for name, (found, removed, added) in tally.by_filter().items():
        table.add_row(name, f"{found:,}", f"{removed:,}", f"{added:,}")
    return table


def _progress(console: Console) -> Any:
    from rich.progress import (
        BarColumn,
        DownloadColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
        TransferSpeedColumn,
    )

    return Progress(
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        TextColumn("{task.fields[records]:,} records"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
