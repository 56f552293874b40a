"""Reading and writing records: text, HTML, JSONL, Parquet, CSV, TSV, WARC and WET, compressed or not.

``FORMATS`` lists them; each is imported when a file of its kind turns up, its library with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from typing import Any, BinaryIO, cast

from scrubtext.errors import UnknownNameError
from scrubtext.records.base import (
    MAX_RECORD,
    Chunk,
    Cleaned,
    Format,
    Record,
    Reject,
    Spec,
)
from scrubtext.records.streams import open_stream, split_codec, zstandard

__all__ = [
    "FORMATS",
    "MAX_RECORD",
    "Chunk",
    "Cleaned",
    "Record",
    "Reject",
    "Spec",
    "format_of",
    "get_format",
    "read",
    "ready",
    "records_of",
]

FORMATS: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "text": ("text", "TextFormat", (".txt", ".text", ".md", ".log")),
    "html": ("html", "HtmlFormat", (".html", ".htm", ".xhtml")),
    "jsonl": ("jsonl", "JsonlFormat", (".jsonl", ".ndjson", ".jl")),
    "csv": ("delimited", "CsvFormat", (".csv",)),
    "tsv": ("delimited", "TsvFormat", (".tsv", ".tab")),
    "parquet": ("parquet", "ParquetFormat", (".parquet", ".pq")),
    "warc": ("warc", "WarcFormat", (".warc",)),
    "wet": ("warc", "WetFormat", (".wet",)),
}
"""Name -> module, class, the file name endings it is known by."""


def get_format(name: str) -> Format:
    """The format of a name.

    >>> get_format("jsonl").whole
    False
    """
    if name not in FORMATS:
        raise UnknownNameError("format", name, FORMATS)
    module, cls, _ = FORMATS[name]
    return cast("Format", getattr(import_module(f"scrubtext.records.{module}"), cls)())


def format_of(name: str | PurePath) -> str:
    """The format a file name stands for; what is not known is taken for text.

    >>> format_of("part-01.warc.wet.gz"), format_of("README")
    ('wet', 'text')
    """
    suffix = PurePath(split_codec(str(name))[0]).suffix.lower()
    return next((f for f, (_, _, endings) in FORMATS.items() if suffix in endings), "text")


@cache
def ready(format: str, codec: str) -> None:  # noqa: A002
    """Fail now, with the way to get it, where the library of a format or codec is missing."""
    get_format(format)
    if format == "parquet":
        from scrubtext.records.parquet import arrow

        arrow()
    if codec == "zst":
        zstandard()


def read(path: str | Path, format: str = "", **options: Any) -> Iterator[Record | Reject]:  # noqa: A002
    """The records of a file, one after another; ``options`` are the fields of ``Spec``.

    >>> for record in read("corpus_samples/raw/trailer.txt"):
    ...     print(record.number, len(record.texts))
    1 1
    """
    spec = Spec(**options)
    kind = get_format(format or format_of(path))
    with Path(path).open("rb") as raw:
        source: BinaryIO = open_stream(raw, split_codec(str(path))[1], str(path), spec.max_expand)
        for chunk in kind.cut(source, str(path), spec):
            yield from records_of(kind, chunk, spec)


def records_of(kind: Format, chunk: Chunk, spec: Spec) -> Iterator[Record | Reject]:
    """The records of a chunk, or the one reject it stands for."""
    if chunk.why:
        yield Reject(chunk.first, chunk.why)
    else:
        yield from kind.parse(chunk, spec)
