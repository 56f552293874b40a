"""What a run has finished: a line of JSON for each output, in a folder beside the output folder.

The first line says with which pipeline and settings; ``--resume`` goes on only with the same ones. A
line that a crash tore off is ignored; the file it belonged to is done again.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

from scrubtext.audit import Tally
from scrubtext.errors import ConfigError
from scrubtext.run.plan import Job
from scrubtext.run.write import as_row

__all__ = ["Manifest", "state_folder"]


def state_folder(output: str) -> Path:
    """Where a run into the folder ``output`` keeps its manifest: ``output.scrubtext`` beside it."""
    path = Path(output).absolute()
    return path.with_name(path.name + ".scrubtext")


class Manifest:
    """The manifest of one run."""

    def __init__(self, folder: Path, settings: Mapping[str, Any]) -> None:
        self.path = folder / "manifest.jsonl"
        self.settings = dict(settings)
        self.rows: dict[str, dict[str, Any]] = {}
        self.complete = False
        self.stream: BinaryIO | None = None

    def resume(self) -> None:
        """Read what an earlier run finished; ConfigError where it ran with other settings."""
        try:
            lines = self.path.read_bytes().split(b"\n")[:-1]
        except FileNotFoundError:
            return
        rows = [row for line in lines if (row := _row(line)) is not None]
        if rows and (old := rows[0].get("settings")) != self.settings:
            changed = sorted(k for k in self.settings if (old or {}).get(k) != self.settings[k])
            raise ConfigError(
                f"--resume: {self.path} was made with other settings ({', '.join(changed)}); "
                "without --resume and with --force all is done again"
            )
        for row in rows[1:]:
            self.complete = "complete" in row
            if "input" in row:
                self.rows[row["input"]] = row

    def done(self, job: Job) -> bool:
        """Whether the output of a job is there already, made from the input as it is now."""
        row = self.rows.get(job.label)
        if row is None or row["stamp"] != _stamp(job) or row["output"] != job.output:
            return False
        if row["bytes"] is None:
            return True
        path = Path(job.output)
        return path.is_file() and path.stat().st_size == row["bytes"]

    def tally(self, job: Job) -> Tally:
        """The totals of a job that was done earlier."""
        return Tally.of(self.rows[job.label]["tally"])

    def begin(self, kept: list[Job]) -> None:
        """Start a manifest that knows only the jobs that are kept."""
        from scrubtext.run.write import replace_bytes

        self.path.parent.mkdir(parents=True, exist_ok=True)
        rows = [{"settings": self.settings}, *(self.rows[job.label] for job in kept)]
        replace_bytes(self.path, map(as_row, rows))
        self.stream = self.path.open("ab", buffering=0)

    def add(self, job: Job, size: int | None, tally: Tally) -> None:
        """A job is done and its output in place."""
        if self.stream is not None:
            row = {
                "input": job.label,
                "stamp": _stamp(job),
                "output": job.output,
                "bytes": size,
                "tally": tally.row(),
            }
            self.stream.write(as_row(row))

    def finish(self, complete: bool) -> None:
        """The run is over."""
        if self.stream is not None:
            if complete:
                self.stream.write(as_row({"complete": True}))
            self.stream.close()


def _stamp(job: Job) -> list[int]:
    with contextlib.suppress(OSError):
        stat = Path(job.path).stat()
        return [stat.st_size, stat.st_mtime_ns]
    return []


def _row(line: bytes) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except ValueError:
        return None
    return row if isinstance(row, dict) else None
