"""JSON Lines. A line that needs no change is written back byte for byte; in one that does, only the
text itself is exchanged, so that numbers, escapes, key order and doubled keys stay as they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

from scrubtext.errors import ScrubtextError
from scrubtext.records.base import Chunk, Cleaned, Record, Reject, Sink, Spec
from scrubtext.records.plain import PlainSink, chunks, decode_line, json_bytes, too_long

__all__ = ["JsonlFormat", "plain_value"]

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BYTES = re.compile(rb"[^\n]*\n|[^\n]+")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]]', re.DOTALL)
_AFTER_KEY = re.compile(r"[ \t\r\n]*:[ \t\r\n]*")


class JsonlFormat:
    """One JSON object a line."""

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson", ".jl")
    whole = False
    apart = False
    late = False

    def cut(self, source: BinaryIO, label: str, spec: Spec) -> Iterator[Chunk]:
        """About a megabyte of whole lines at a time."""
        return chunks(source, label, spec)

    def parse(self, chunk: Chunk, spec: Spec) -> Iterator[Record | Reject]:
        """The objects of the lines; blank lines are passed over."""
        try:
            lines = _LINE.findall(chunk.data.decode("utf-8"))
        except UnicodeDecodeError:
            lines = [_decoded(line, spec) for line in _BYTES.findall(chunk.data)]
        for number, line in enumerate(lines, chunk.first):
            if line and not line.isspace():
                yield _record(number, line, spec)

    def render(self, rows: Iterable[Cleaned], spec: Spec, own: bool) -> bytes:
        """One line each."""
        if own:
            return "".join([_line(row, spec) for row in rows]).encode("utf-8", "replace")
        return b"".join([_foreign(row, spec) for row in rows])

    def sink(self, stream: BinaryIO, spec: Spec) -> Sink:
        """Bytes one after another."""
        return PlainSink(stream)


def _decoded(line: bytes, spec: Spec) -> str:
    """A line of a chunk that is not all UTF-8; one that cannot be decoded will be no JSON either."""
    try:
        return decode_line(line, spec)
    except (ScrubtextError, UnicodeError):
        return line.decode("utf-8", "replace")


def _record(number: int, raw: str, spec: Spec) -> Record | Reject:
    if len(raw) > spec.max_record or len(raw) * 4 > spec.max_record < len(raw.encode("utf-8", "replace")):
        return Reject(number, too_long(spec))
    try:
        fields = json.loads(raw)
    except (ValueError, ScrubtextError, RecursionError) as error:
        return Reject(number, f"not JSON: {error}", raw)
    if not isinstance(fields, dict):
        return Reject(number, f"a JSON {type(fields).__name__} where an object belongs", raw)
    texts = [fields.get(name) for name in spec.fields]
    for name, value in zip(spec.fields, texts, strict=True):
        if value is not None and not isinstance(value, str):
            return Reject(number, f"field {name!r} is {type(value).__name__}, not text", raw)
    if not any(name in fields for name in spec.fields):
        return Reject(number, f"no field {' or '.join(map(repr, spec.fields))}", raw)
    return Record(number, tuple(texts), fields, raw)


def _line(row: Cleaned, spec: Spec) -> str:
    raw: str = row.record.raw
    return raw if row.untouched else _exchange(raw, row, spec)


def _foreign(row: Cleaned, spec: Spec) -> bytes:
    """A line for a record that came in another format."""
    texts = dict(zip(spec.fields, row.texts, strict=False))
    return json_bytes({**plain_value(row.record.fields), **texts, **row.extra}) + b"\n"


def _exchange(raw: str, row: Cleaned, spec: Spec) -> str:
    """The line with the changed texts in place of the old ones, and the added fields at its end."""
    changed = {
        name: new
        for name, old, new in zip(spec.fields, row.record.texts, row.texts, strict=True)
        if new != old
    }
    spans, end = _values(raw, {*changed, *row.extra})
    out: list[str] = []
    at = 0
    for start, stop, name in spans:
        value = row.extra[name] if name in row.extra else changed[name]
        out += raw[at:start], json_bytes(value).decode("utf-8")
        at = stop
    more = {name: value for name, value in row.extra.items() if name not in row.record.fields}
    added = json_bytes(more).decode("utf-8")[1:-1] if more else ""
    comma = ", " if more and row.record.fields else ""
    return "".join([*out, raw[at:end].rstrip() if more else raw[at:end], comma, added, raw[end:]])


def _values(raw: str, names: set[str]) -> tuple[list[tuple[int, int, str]], int]:
    """Where the values of the named keys of the outermost object stand, and where it ends."""
    spans: list[tuple[int, int, str]] = []
    depth, at = 0, 0
    while token := _TOKEN.search(raw, at):
        at, mark = token.end(), token[0]
        if mark in "{[":
            depth += 1
        elif mark in "}]":
            depth -= 1
            if depth == 0:
                return spans, token.start()
        elif depth == 1 and (colon := _AFTER_KEY.match(raw, at)):
            at = colon.end()
            name = json.loads(mark)
            if name in names:
                _, stop = _DECODER.raw_decode(raw, at)
                spans.append((at, stop, name))
                at = stop
    return spans, len(raw)


_DECODER = json.JSONDecoder()


def plain_value(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of any record as JSON knows them; what it does not know becomes text."""
    return {str(name): _plain(value) for name, value in fields.items()}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, Mapping):
        return plain_value(value)
    if isinstance(value, list | tuple):
        return [_plain(v) for v in value]
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
