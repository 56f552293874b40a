"""Compressed streams: opened by the name's ending, guarded against bombs, written member by member.

Every codec here reads files of several members, so chunks are compressed where they are made and only
strung together by the process that writes.
"""

from __future__ import annotations

import io
import zlib
from typing import IO, Any, BinaryIO, cast

from scrubtext.errors import ConfigError, RecordError

__all__ = ["CODECS", "READ_ERRORS", "compress", "open_stream", "split_codec"]

CODECS = ("gz", "zst", "bz2", "xz")
LEVEL = {"gz": 4, "zst": 3, "bz2": 9, "xz": 2}  # where speed falls faster than size

BOMB_FLOOR = 16 << 20  # bytes: nothing smaller hurts, however well it was packed

READ_ERRORS = (OSError, EOFError, zlib.error, RecordError)
"""What reading a damaged file may raise; lzma and zstandard errors become RecordError here."""

_MAGIC = {b"\x1f\x8b": "gz", b"\x28\xb5\x2f\xfd": "zst", b"BZh": "bz2", b"\xfd7zXZ\x00": "xz"}
_BOMS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def split_codec(name: str) -> tuple[str, str]:
    """A file name without the ending of its compression, and which one it is.

    >>> split_codec("part-01.jsonl.gz")
    ('part-01.jsonl', 'gz')
    """
    stem, _, last = name.rpartition(".")
    return (stem, last.lower()) if stem and last.lower() in CODECS else (name, "")


def sniff_codec(head: bytes) -> str:
    """The compression a stream starts with."""
    return next((codec for magic, codec in _MAGIC.items() if head.startswith(magic)), "")


def open_stream(raw: BinaryIO, codec: str, label: str, max_expand: int) -> BinaryIO:
    """The plain bytes of ``raw``; RecordError where it expands more than ``max_expand`` times."""
    if not codec:
        return raw
    return cast("BinaryIO", io.BufferedReader(_Guarded(raw, codec, label, max_expand), 1 << 16))


class _Guarded(io.RawIOBase):
    """A decompressing stream that counts what goes in and what comes out."""

    def __init__(self, raw: BinaryIO, codec: str, label: str, max_expand: int) -> None:
        self.raw, self.label, self.max_expand = _Counted(raw), label, max_expand
        self.plain = _decompressor(self.raw, codec)
        self.out = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            got = self.plain.read(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            raise RecordError(self.label, f"damaged or cut off: {error}") from error
        except Exception as error:
            if type(error).__name__ not in ("LZMAError", "ZstdError"):
                raise
            raise RecordError(self.label, f"damaged or cut off: {error}") from error
        self.out += len(got)
        if self.out > BOMB_FLOOR and self.out > self.max_expand * max(self.raw.count, 1):
            raise RecordError(
                self.label, f"expands more than {self.max_expand} times (raise it with --max-expand)"
            )
        buffer[: len(got)] = got
        return len(got)


class _Counted(io.RawIOBase):
    def __init__(self, raw: BinaryIO) -> None:
        self.inner, self.count = raw, 0

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        got = self.inner.read(-1 if size is None else size)
        self.count += len(got)
        return got

    def readinto(self, buffer: Any) -> int:
        got = self.read(len(buffer))
        buffer[: len(got)] = got
        return len(got)


def _decompressor(raw: Any, codec: str) -> IO[bytes]:
    if codec == "gz":
        import gzip

        return cast("IO[bytes]", gzip.GzipFile(fileobj=raw, mode="rb"))
    if codec == "bz2":
        import bz2

        return cast("IO[bytes]", bz2.BZ2File(raw))
    if codec == "xz":
        import lzma

        return cast("IO[bytes]", lzma.LZMAFile(raw))
    return cast("IO[bytes]", _ZstdFrames(raw))


class _ZstdFrames:
    """zstandard's reader, which takes the end of a cut-off frame for the end of the file."""

    def __init__(self, raw: Any) -> None:
        self.raw, self.open = raw, zstandard().ZstdDecompressor().decompressobj
        self.frame, self.ready, self.rest = self.open(), b"", b""
        self.inside = False

    def read(self, size: int) -> bytes:
        while not self.ready:
            data = self.rest or self.raw.read(1 << 16)
            self.rest = b""
            if not data:
                if self.inside:
                    raise EOFError("the last zstd frame is not complete")
                return b""
            self.ready = self.frame.decompress(data)
            self.inside = True
            if self.frame.eof:
                self.rest, self.inside, self.frame = self.frame.unused_data, False, self.open()
        got, self.ready = self.ready[:size], self.ready[size:]
        return got


def zstandard() -> Any:
    """The zstandard library, or an error that says how to get it."""
    try:
        import zstandard as library
    except ImportError:
        raise ConfigError(".zst files need an extra: pip install 'scrubtext[zstd]'") from None
    return library


def compress(data: bytes, codec: str) -> bytes:
    """``data`` as one member of a compressed file; the same bytes every time."""
    if codec == "gz":
        import gzip

        return gzip.compress(data, LEVEL["gz"], mtime=0)
    if codec == "bz2":
        import bz2

        return bz2.compress(data, LEVEL["bz2"])
    if codec == "xz":
        import lzma

        return lzma.compress(data, preset=LEVEL["xz"])
    if codec == "zst":
        return cast("bytes", zstandard().ZstdCompressor(level=LEVEL["zst"]).compress(data))
    return data


def as_utf8(source: BinaryIO) -> BinaryIO:
    """A line-based stream without its byte order mark, and as UTF-8 where the mark says UTF-16 or 32."""
    head = source.read(4)
    rest = cast("BinaryIO", _Joined(head, source))
    if head.startswith(b"\xef\xbb\xbf"):
        rest.read(3)
        return rest
    wide = next((name for bom, name in _BOMS if head.startswith(bom)), None)
    return cast("BinaryIO", _Transcoded(rest, wide)) if wide else rest


class _Joined:
    """Bytes read too early, then the stream they came from."""

    def __init__(self, head: bytes, source: BinaryIO) -> None:
        self.head, self.source = head, source

    def read(self, size: int = -1) -> bytes:
        if not self.head:
            return self.source.read(size)
        if size < 0:
            got, self.head = self.head + self.source.read(), b""
        else:
            got, self.head = self.head[:size], self.head[size:]
        return got


class _Transcoded:
    """Another encoding, as UTF-8."""

    def __init__(self, source: BinaryIO, encoding: str) -> None:
        import codecs

        self.source, self.decoder = source, codecs.getincrementaldecoder(encoding)("replace")

    def read(self, size: int = -1) -> bytes:
        data = self.source.read(size)
        text = self.decoder.decode(data, final=not data)
        if data and not text:
            return self.read(size)
        return text.encode("utf-8", "replace")
