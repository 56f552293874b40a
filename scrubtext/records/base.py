"""What a record is, and what a format must be able to do with records.

A *record* is one text, or some text fields among others, with a number in its file. A *chunk* is the
unit of work: a piece of a file that holds whole records, cut by the reading process without looking
at them closely, so that parsing and writing back happen where the cleaning happens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO, NamedTuple, Protocol

__all__ = ["CHUNK", "MAX_RECORD", "Chunk", "Cleaned", "Format", "Record", "Reject", "Sink", "Spec"]

CHUNK = 1 << 20
"""Bytes of a record file that travel together: large enough to hide the cost of the journey."""

MAX_RECORD = 64 << 20
"""Bytes of the largest record that is taken unless asked otherwise."""


@dataclass(frozen=True, kw_only=True)
class Spec:
    """How files are to be read and written.

    ``fields`` are the names of the text fields or columns; ``declared`` and ``lang`` go to
    ``decode``; ``max_record`` is in bytes; ``split_large`` cuts larger text files at line breaks
    instead of rejecting them; ``max_expand`` is how many times its size a compressed file may grow.
    """

    fields: tuple[str, ...] = ("text",)
    declared: str | None = None
    lang: str | None = None
    max_record: int = MAX_RECORD
    split_large: bool = False
    max_expand: int = 200
    parser: str = "lxml"


class Record(NamedTuple):
    """One record: its number in the file from 1, its texts in the order of ``Spec.fields``.

    Number 0 is no record but something to be carried along: a header, a row group without rows.
    A text is None where the field is missing or null. ``fields`` holds every field, for another
    format to write; ``raw`` is what the own format needs to put the record back as it was.
    """

    number: int
    texts: tuple[str | None, ...]
    fields: Mapping[str, Any]
    raw: Any = None
    note: str = ""


class Reject(NamedTuple):
    """A record that cannot be read, by its number; ``text`` is what stood there, as far as legible."""

    number: int
    why: str
    text: str = ""


class Cleaned(NamedTuple):
    """A record, its texts after cleaning, and fields to add."""

    record: Record
    texts: tuple[str | None, ...]
    extra: Mapping[str, Any] = {}

    @property
    def untouched(self) -> bool:
        """Whether the record may be written back as it was."""
        return not self.extra and self.texts == self.record.texts


class Chunk(NamedTuple):
    """Whole records of one file. ``first`` numbers the first of them; ``why`` makes it one reject."""

    first: int
    data: Any
    size: int
    why: str = ""
    label: str = ""


class Sink(Protocol):
    """Where the rendered chunks of one output go."""

    def write(self, body: bytes) -> None:
        """Add the next rendered chunk."""

    def close(self) -> None:
        """Make the file complete; the stream itself is closed by who opened it."""


class Format(Protocol):
    """A file format. Instances keep nothing; everything they need comes with the call."""

    name: str
    suffixes: tuple[str, ...]
    whole: bool
    """Whether a file is one record."""
    apart: bool
    """Whether compression is to take every record by itself."""
    late: bool
    """Whether the sink needs what came from other formats uncompressed."""

    def cut(self, source: BinaryIO, label: str, spec: Spec) -> Iterator[Chunk]:
        """Cut a file into chunks of whole records; cheap, bounded in memory."""

    def parse(self, chunk: Chunk, spec: Spec) -> Iterator[Record | Reject]:
        """The records of a chunk."""

    def render(self, rows: Iterable[Cleaned], spec: Spec, own: bool) -> bytes:
        """Records as bytes of this format; ``own``: they were read by this very format."""

    def sink(self, stream: BinaryIO, spec: Spec) -> Sink:
        """What puts rendered chunks into ``stream``."""
