"""WARC and WET. Of a WARC, the pages are read and their texts written as WET; of a WET, the texts are
cleaned and every other record stays byte for byte.
"""

from __future__ import annotations

import io
from base64 import b32encode
from collections.abc import Iterable, Iterator
from hashlib import sha1
from typing import Any, BinaryIO, NamedTuple
from uuid import NAMESPACE_URL, uuid5

from scrubtext.errors import ConfigError, RecordError, ScrubtextError
from scrubtext.records.base import CHUNK, Chunk, Cleaned, Record, Reject, Sink, Spec
from scrubtext.records.html import page_text
from scrubtext.records.plain import PlainSink, encode, megabytes

__all__ = ["WarcFormat", "WetFormat"]

_HTML = ("text/html", "application/xhtml+xml")


class _Raw(NamedTuple):
    """A record of the archive as it stood: its header lines without the blank one, its block."""

    head: bytes
    body: bytes

    def field(self, name: bytes) -> str:
        """The value of a header field."""
        for line in self.head.split(b"\n")[1:]:
            key, _, value = line.partition(b":")
            if key.strip().lower() == name:
                return value.strip().decode("utf-8", "replace")
        return ""

    def whole(self) -> bytes:
        """The record as bytes."""
        return self.head + b"\r\n" + self.body + b"\r\n\r\n"


class WetFormat:
    """Extracted text: ``conversion`` records."""

    name = "wet"
    suffixes: tuple[str, ...] = (".wet",)
    whole = False
    apart = True
    late = False

    def cut(self, source: BinaryIO, label: str, spec: Spec) -> Iterator[Chunk]:
        """About a megabyte of whole records at a time."""
        number, first, size = 1, 1, 0
        raws: list[_Raw] = []
        for raw, length in _raws(source, label, spec):
            if raw is None:
                yield Chunk(first, raws, size, label=label)
                why = f"longer than {megabytes(spec.max_record)} (--max-record raises the limit)"
                yield Chunk(number, [], length, why, label)
                raws, size, first = [], 0, number + 1
            else:
                raws.append(raw)
                size += length
            number += 1
            if size >= CHUNK:
                yield Chunk(first, raws, size, label=label)
                raws, size, first = [], 0, number
        yield Chunk(first, raws, size, label=label)

    def parse(self, chunk: Chunk, spec: Spec) -> Iterator[Record | Reject]:
        """The texts; every other record is carried along."""
        for number, raw in enumerate(chunk.data, chunk.first):
            kind = raw.field(b"warc-type")
            if kind == "conversion" and raw.field(b"content-type").startswith("text/plain"):
                yield _text(number, raw, spec)
            elif kind == "warcinfo" or self.name == "wet":
                yield Record(0, (None,), {}, raw)
            else:
                yield from self._page(number, raw, spec)

    def _page(self, number: int, raw: _Raw, spec: Spec) -> Iterator[Record | Reject]:
        """Nothing: WET has no pages."""
        return iter(())

    def render(self, rows: Iterable[Cleaned], spec: Spec, own: bool) -> bytes:
        """``conversion`` records, and what was carried along."""
        return b"".join(_rendered(row) for row in rows)

    def sink(self, stream: BinaryIO, spec: Spec) -> Sink:
        """Bytes one after another."""
        return PlainSink(stream)


class WarcFormat(WetFormat):
    """Crawled pages: ``response`` and ``resource`` records that hold HTML or text."""

    name = "warc"
    suffixes = (".warc",)

    def _page(self, number: int, raw: _Raw, spec: Spec) -> Iterator[Record | Reject]:
        """The main text of a page; other kinds of record have no text and are passed over."""
        if raw.field(b"warc-type") not in ("response", "resource"):
            return
        try:
            media, declared, body = _payload(raw)
            if media in _HTML:
                text, encoding = page_text(body, declared, spec)
            elif media == "text/plain":
                from scrubtext import decode

                decoded = decode(body, declared=declared, lang=spec.lang)
                text, encoding = decoded.text, decoded.encoding
            else:
                return
        except (ScrubtextError, UnicodeError, LookupError, ValueError, OSError) as error:
            yield Reject(number, str(error) or type(error).__name__)
            return
        yield Record(number, (text,), _fields(raw, text, encoding), raw)

    def render(self, rows: Iterable[Cleaned], spec: Spec, own: bool) -> bytes:
        """Refused: a cleaned archive is a WET."""
        raise ConfigError("WARC is read, not written: --to wet or --to jsonl")


def _raws(source: BinaryIO, label: str, spec: Spec) -> Iterator[tuple[_Raw | None, int]]:
    """The records of an archive with their lengths; None for one that is too long."""
    while line := source.readline(1 << 16):
        if not line.strip():
            continue
        if not line.startswith(b"WARC/"):
            raise RecordError(label, "not a WARC file, or damaged: a record should begin here")
        head = [line]
        while (line := source.readline(1 << 16)) and line.strip():
            head.append(line)
        raw = _Raw(b"".join(head), b"")
        try:
            length = int(raw.field(b"content-length"))
        except ValueError:
            raise RecordError(label, "damaged or cut off: a record without Content-Length") from None
        if length > spec.max_record:
            _skip(source, length)
            yield None, length
            continue
        body = source.read(length)
        if len(body) < length:
            raise RecordError(label, "damaged or cut off: the last record is not complete")
        yield raw._replace(body=body), length


def _skip(source: BinaryIO, length: int) -> None:
    while length > 0 and (got := source.read(min(length, CHUNK))):
        length -= len(got)


def _text(number: int, raw: _Raw, spec: Spec) -> Record | Reject:
    from scrubtext import decode

    try:
        decoded = decode(raw.body, declared="utf-8", lang=spec.lang)
    except (ScrubtextError, UnicodeError) as error:
        return Reject(number, str(error))
    return Record(number, (decoded.text,), _fields(raw, decoded.text, decoded.encoding), raw)


def _fields(raw: _Raw, text: str, encoding: str) -> dict[str, Any]:
    return {
        "id": raw.field(b"warc-record-id"),
        "url": raw.field(b"warc-target-uri"),
        "date": raw.field(b"warc-date"),
        "text": text,
        "encoding": encoding,
    }


def _payload(raw: _Raw) -> tuple[str, str | None, bytes]:
    """Media type, encoding by HTTP, and the body without chunks and compression; warcio knows how."""
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError:
        raise ConfigError("WARC files need an extra: pip install 'scrubtext[warc]'") from None
    record = next(iter(ArchiveIterator(io.BytesIO(raw.whole()))))
    headers = record.http_headers or record.rec_headers
    media, _, parameters = (headers.get_header("Content-Type") or "").lower().partition(";")
    _, _, declared = parameters.partition("charset=")
    body: bytes = record.content_stream().read()
    return media.strip(), declared.strip(" \"';") or None, body


def _rendered(row: Cleaned) -> bytes:
    raw, record = row.record.raw, row.record
    if record.number == 0 or (isinstance(raw, _Raw) and row.untouched and _is_text(raw)):
        return raw.whole() if isinstance(raw, _Raw) else b""
    body = encode("\n\n".join(t for t in row.texts if t is not None))
    if isinstance(raw, _Raw) and _is_text(raw):
        return _Raw(_refitted(raw.head, body), body).whole()
    fields = {k: str(v) for k, v in record.fields.items() if k in ("id", "url", "date") and v}
    source, url = fields.get("id", ""), fields.get("url", "")
    identity = uuid5(NAMESPACE_URL, f"{source} {url} {sha1(body).hexdigest()}")
    lines = [
        "WARC/1.0",
        "WARC-Type: conversion",
        *([f"WARC-Target-URI: {url}"] if url else []),
        f"WARC-Date: {fields.get('date', '1970-01-01T00:00:00Z')}",
        f"WARC-Record-ID: <urn:uuid:{identity}>",
        *([f"WARC-Refers-To: {source}"] if source.startswith("<urn:") else []),
        f"WARC-Block-Digest: {_digest(body)}",
        "Content-Type: text/plain",
        f"Content-Length: {len(body)}",
    ]
    clean = (" ".join(line.split()) for line in lines)  # a header value has no line breaks
    return _Raw(encode("".join(line + "\r\n" for line in clean)), body).whole()


def _is_text(raw: _Raw) -> bool:
    return raw.field(b"warc-type") == "conversion"


def _refitted(head: bytes, body: bytes) -> bytes:
    """The header of a record whose text is another one now."""
    news = {b"content-length": str(len(body)), b"warc-block-digest": _digest(body)}
    news[b"warc-payload-digest"] = news[b"warc-block-digest"]
    lines = []
    for line in head.splitlines(keepends=True):
        key = line.partition(b":")[0]
        new = news.get(key.strip().lower())
        lines.append(line if new is None else key + b": " + new.encode() + b"\r\n")
    return b"".join(lines)


def _digest(body: bytes) -> str:
    return "sha1:" + b32encode(sha1(body).digest()).decode()
