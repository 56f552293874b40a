"""Text files in any encoding: a file is one record, and comes out as UTF-8 without a mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from scrubtext.errors import ScrubtextError
from scrubtext.records.base import Chunk, Cleaned, Record, Reject, Sink, Spec
from scrubtext.records.plain import PlainSink, encode, megabytes

__all__ = ["TextFormat"]

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_SAMPLE = 1 << 16
_MAX_CONTROLS = 0.1
"""Share of control and replacement characters in the first 65,536 from which a file counts as binary.

Damaged text with NULs has a few per cent; pictures, archives and programs have 15 to 60."""

_MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"%PDF-", b"\x7fELF", b"MZ\x90\x00")


class TextFormat:
    """Plain text."""

    name = "text"
    suffixes = (".txt", ".text", ".md", ".log")
    whole = True
    apart = False
    late = False

    def cut(self, source: BinaryIO, label: str, spec: Spec) -> Iterator[Chunk]:
        """The whole file, or with ``split_large`` pieces of at most ``max_record`` bytes."""
        data = source.read(spec.max_record + 1)
        if len(data) <= spec.max_record:
            yield Chunk(1, data, len(data), label=label)
        elif spec.split_large:
            yield from _pieces(data, source, label, spec)
        else:
            yield Chunk(1, b"", len(data), _too_large(spec), label)

    def parse(self, chunk: Chunk, spec: Spec) -> Iterator[Record | Reject]:
        """The text of the file."""
        yield _record(chunk, spec)

    def render(self, rows: Iterable[Cleaned], spec: Spec, own: bool) -> bytes:
        """The texts; several records of another format stand a blank line apart."""
        texts = [encode("\n\n".join(t for t in row.texts if t is not None)) for row in rows]
        return b"".join(texts) if own else b"".join(text.rstrip(b"\n") + b"\n\n" for text in texts)

    def sink(self, stream: BinaryIO, spec: Spec) -> Sink:
        """Bytes one after another."""
        return PlainSink(stream)


def _too_large(spec: Spec) -> str:
    return (
        f"larger than {megabytes(spec.max_record)}: left out "
        "(--max-record raises the limit, --split-large cuts at line breaks)"
    )


def _record(chunk: Chunk, spec: Spec) -> Record | Reject:
    from scrubtext import decode

    if chunk.data.startswith(_MAGIC):
        return Reject(chunk.first, "looks like a binary file, not text")
    try:
        decoded = decode(chunk.data, declared=spec.declared, lang=spec.lang)
    except (ScrubtextError, UnicodeError, LookupError) as error:
        return Reject(chunk.first, str(error))
    sample = decoded.text[:_SAMPLE]
    if len(_CONTROLS.findall(sample)) > max(2, _MAX_CONTROLS * len(sample)):
        return Reject(chunk.first, "looks like a binary file, not text")
    note = "" if encode(decoded.text) == chunk.data else decoded.encoding or "damaged"
    fields = {"id": chunk.label, "text": decoded.text, "encoding": decoded.encoding}
    return Record(chunk.first, (decoded.text,), fields, chunk.data, note)


def _pieces(data: bytes, source: BinaryIO, label: str, spec: Spec) -> Iterator[Chunk]:
    """Cut at the last line break that fits; failing that at a blank, failing that between characters."""
    number = 1
    while len(data) > spec.max_record:
        end = _break(data, spec.max_record)
        yield Chunk(number, data[:end], end, label=label)
        number += 1
        data = data[end:] + source.read(end)
    if data:
        yield Chunk(number, data, len(data), label=label)


def _break(data: bytes, limit: int) -> int:
    for mark in (b"\n", b" "):
        if (end := data.rfind(mark, limit // 2, limit)) >= 0:
            return end + 1
    end = limit
    while end > limit - 4 and data[end] & 0xC0 == 0x80:  # inside a UTF-8 character
        end -= 1
    return end
