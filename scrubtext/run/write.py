"""Outputs that appear whole or not at all, and side files put together from parts."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, cast

from scrubtext.records import Spec, get_format
from scrubtext.records.base import Sink
from scrubtext.records.paths import STDIN
from scrubtext.records.streams import compress
from scrubtext.run.plan import Job

__all__ = ["Output", "Parts", "key_of", "part_of", "replace_bytes"]


def key_of(name: str) -> str:
    """A short name for a long or odd one."""
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def part_of(path: Path) -> Path:
    """Where an output grows: beside it, under a name that a later run finds and overwrites."""
    return path.with_name(f".scrubtext-{key_of(path.name)}.part")


def replace_bytes(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file whole or not at all."""
    part = part_of(path)
    try:
        with part.open("wb") as stream:
            stream.writelines(pieces)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


class _Compressing:
    """Compresses what a sink writes, each time as a member of its own."""

    def __init__(self, stream: BinaryIO, codec: str) -> None:
        self.stream, self.codec = stream, codec

    def write(self, data: bytes) -> int:
        """Add a member."""
        return self.stream.write(compress(data, self.codec)) if data else 0


class Output:
    """One output file. Nothing is opened before the first chunk; ``commit`` makes it appear."""

    def __init__(self, job: Job, spec: Spec, nowhere: bool = False) -> None:
        self.job, self.spec, self.nowhere = job, spec, nowhere
        self.stream: BinaryIO | None = None
        self.sink: Sink | None = None
        self.removed: list[bytes] = []
        self.path = None if nowhere or job.output in ("", STDIN) else Path(job.output)
        self.wrote = False

    def write(self, body: bytes, removed: bytes = b"") -> None:
        """Add a rendered chunk, and rows for the file of removed text."""
        self._open().write(body)
        self.wrote = self.wrote or bool(body)
        if removed:
            self.removed.append(removed)

    def _open(self) -> Sink:
        if self.sink is None:
            self.stream = self._stream()
            kind, stream = get_format(self.job.to), self.stream
            if kind.late and self.job.source != self.job.to and self.job.out_codec:
                stream = cast("BinaryIO", _Compressing(stream, self.job.out_codec))
            self.sink = kind.sink(stream, self.spec)
        return self.sink

    def _stream(self) -> BinaryIO:
        if self.nowhere:
            return Path(os.devnull).open("wb")
        if self.path is None:
            return sys.stdout.buffer
        self.path.parent.mkdir(parents=True, exist_ok=True)
        return part_of(self.path).open("wb")

    def commit(self) -> int | None:
        """Put the file in its place; its size, or None where there is no file."""
        sink = self._open()
        assert self.stream is not None
        sink.close()
        if not self.wrote and self.job.out_codec:
            self.stream.write(compress(b"", self.job.out_codec))
        if self.path is None:
            self.stream.close() if self.nowhere else self.stream.flush()
            return None
        self.stream.close()
        size = part_of(self.path).stat().st_size
        with contextlib.suppress(OSError):  # a file of one's own keeps its mode when cleaned in place
            if self.path.exists():
                shutil.copymode(self.path, part_of(self.path))
        part_of(self.path).replace(self.path)
        if self.removed:
            beside = self.path.with_name(self.path.name + ".removed.jsonl")
            replace_bytes(beside, self.removed)
        return size

    def abandon(self) -> None:
        """Leave nothing behind."""
        if self.stream is not None and self.stream is not sys.stdout.buffer:
            with contextlib.suppress(OSError):
                self.stream.close()
        if self.path is not None:
            with contextlib.suppress(OSError):
                part_of(self.path).unlink(missing_ok=True)


class Parts:
    """The rows of side files, job by job, until all jobs are done and the files can be put together."""

    def __init__(self, folder: Path, kinds: Iterable[str]) -> None:
        self.folder, self.kinds = folder, tuple(kinds)
        self.open: dict[str, BinaryIO] = {}
        self.label = ""

    def _path(self, label: str, kind: str) -> Path:
        return self.folder / f"{key_of(label)}.{kind}"

    def begin(self, job: Job) -> None:
        """The next rows are those of ``job``; rows of an earlier attempt go."""
        self.end()
        self.label = job.label
        for kind in self.kinds:
            self._path(job.label, kind).unlink(missing_ok=True)

    def add(self, kind: str, rows: bytes) -> None:
        """Add rows of one kind."""
        if rows and kind in self.kinds:
            if kind not in self.open:
                self.folder.mkdir(parents=True, exist_ok=True)
                self.open[kind] = self._path(self.label, kind).open("wb")
            self.open[kind].write(rows)

    def end(self) -> None:
        """The rows of this job are complete."""
        for stream in self.open.values():
            stream.close()
        self.open.clear()

    def assemble(self, kind: str, to: Path, labels: Iterable[str], head: bytes = b"") -> None:
        """Put the side file together, in the order of the jobs."""
        to.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(to, self._pieces(kind, labels, head))

    def _pieces(self, kind: str, labels: Iterable[str], head: bytes) -> Iterable[bytes]:
        yield head
        for label in labels:
            path = self._path(label, kind)
            if path.exists():
                with path.open("rb") as stream:
                    while block := stream.read(1 << 20):
                        yield block

    def discard(self) -> None:
        """Forget all parts."""
        self.end()
        shutil.rmtree(self.folder, ignore_errors=True)


def as_row(value: Any) -> bytes:
    """A value as a line of JSON."""
    from scrubtext.records.plain import json_bytes

    return json_bytes(value) + b"\n"
