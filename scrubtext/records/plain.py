"""Small things formats share: bytes out, line-shaped chunks in, sizes for people."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from scrubtext.audit.jsons import json_bytes
from scrubtext.records.base import CHUNK, Chunk, Spec
from scrubtext.records.streams import as_utf8

__all__ = ["PlainSink", "chunks", "decode_line", "encode", "json_bytes", "megabytes"]

_SURROGATE = re.compile(r"[\ud800-\udfff]")


class PlainSink:
    """Chunks one after another."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def write(self, body: bytes) -> None:
        """Add the next rendered chunk."""
        self.stream.write(body)

    def close(self) -> None:
        """Nothing to add."""


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text).encode("utf-8")


def decode_line(line: bytes, spec: Spec) -> str:
    """A line of a record file: UTF-8, or whatever ``decode`` makes of it."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        from scrubtext import decode

        return decode(line, declared=spec.declared, lang=spec.lang).text


def megabytes(size: int) -> str:
    """A size in words.

    >>> megabytes(64 << 20), megabytes(1000)
    ('64 MiB', '1,000 bytes')
    """
    return f"{size >> 20:,} MiB" if size >= 1 << 20 else f"{size:,} bytes"


def last_line(buffer: bytes) -> int:
    """Where the last complete line of ``buffer`` ends."""
    return buffer.rfind(b"\n") + 1


def chunks(
    source: BinaryIO, label: str, spec: Spec, complete: Callable[[bytes], int] = last_line
) -> Iterator[Chunk]:
    """Cut a stream where ``complete`` says the last whole record ends.

    A record longer than ``max_record`` is skipped up to its next line break and becomes a reject. The
    numbers are those of lines.
    """
    source = as_utf8(source)
    line, buffer = 1, b""
    while block := source.read(CHUNK if len(buffer) < CHUNK else len(buffer)):
        buffer += block
        end = complete(buffer)
        if end:
            yield Chunk(line, buffer[:end], end, label=label)
            line += buffer.count(b"\n", 0, end)
            buffer = buffer[end:]
        if len(buffer) > spec.max_record:
            skipped, buffer = _skip(buffer, source)
            yield Chunk(line, b"", skipped, too_long(spec), label)
            line += 1
    if buffer:
        yield Chunk(line, buffer, len(buffer), label=label)


def too_long(spec: Spec) -> str:
    """Why a record was passed over for its size."""
    return f"longer than {megabytes(spec.max_record)} (--max-record raises the limit)"


def _skip(buffer: bytes, source: BinaryIO) -> tuple[int, bytes]:
    """How much was skipped to the end of the line, and what was read beyond it."""
    skipped = 0
    while (end := buffer.find(b"\n")) < 0:
        skipped += len(buffer)
        buffer = source.read(CHUNK)
        if not buffer:
            return skipped, b""
    return skipped + end + 1, buffer[end + 1 :]
