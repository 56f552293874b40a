"""CSV and TSV. Rows are cut by a scanner that knows quotes; a row that needs no change comes back byte
for byte, and in one that does only the text itself is exchanged.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, BinaryIO

from scrubtext.errors import ScrubtextError
from scrubtext.records.base import Chunk, Cleaned, Record, Reject, Sink, Spec
from scrubtext.records.jsonl import plain_value
from scrubtext.records.plain import (
    PlainSink,
    chunks,
    decode_line,
    encode,
    json_bytes,
    last_line,
    too_long,
)

__all__ = ["CsvFormat", "TsvFormat"]


class CsvFormat:
    """Comma-separated values with a header row; semicolons are recognised in the header."""

    name = "csv"
    suffixes: tuple[str, ...] = (".csv",)
    whole = False
    apart = False
    late = True
    marks: bytes = b",;"

    def cut(self, source: BinaryIO, label: str, spec: Spec) -> Iterator[Chunk]:
        """Whole rows, each chunk with the header row and the mark that separates its fields."""
        head: tuple[bytes, bytes] | None = None
        for chunk in chunks(source, label, spec, self._complete):
            if head is None:
                rows = _ROWS(self.marks).findall(chunk.data)
                first = rows[0] if rows else chunk.data
                head = first, _separator(first, self.marks)
            yield chunk._replace(data=(*head, chunk.data))

    def _complete(self, buffer: bytes) -> int:
        """Where the last whole row ends: rows may hold line breaks inside quotes."""
        if b'"' not in buffer:
            return last_line(buffer)
        end = 0
        for m in _ENDS(self.marks).finditer(buffer):
            if m[0] == b"\n":
                end = m.end()
            elif len(m[0]) < 2 or not m[0].endswith(b'"'):
                break  # the quote is not closed in this buffer
        return end

    def parse(self, chunk: Chunk, spec: Spec) -> Iterator[Record | Reject]:
        """The rows below the header; the header itself is carried along."""
        header, mark, data = chunk.data
        names = [_value(f) for f in _fields(decode_line(header, spec), mark.decode())]
        places = [names.index(name) if name in names else -1 for name in spec.fields]
        line = chunk.first
        for row in _ROWS(self.marks).findall(data):
            yield _record(line, row, mark, names, places, spec, line == 1)
            line += row.count(b"\n")

    def render(self, rows: Iterable[Cleaned], spec: Spec, own: bool) -> bytes:
        """The rows; from another format, with a header made of the first record's fields."""
        mark = chr(self.marks[0])
        return b"".join(_own(row) if own else _foreign(row, spec, mark) for row in rows)

    def sink(self, stream: BinaryIO, spec: Spec) -> Sink:
        """Bytes one after another, with one header."""
        return _HeaderOnce(stream)


class TsvFormat(CsvFormat):
    """Tab-separated values with a header row."""

    name = "tsv"
    suffixes = (".tsv", ".tab")
    marks = b"\t"


_HEADER = b"\x00header\x00"  # stands before the header a foreign chunk carries; never in a row


@cache
def _ROWS(marks: bytes) -> re.Pattern[bytes]:  # noqa: N802 - a pattern by its separators
    """A row with its line end. A quote opens a field only at the field's start."""
    m = re.escape(marks)
    field = rb'(?:"(?:[^"]|"")*+(?:"|\Z)[^%b\n]*+|[^"%b\n][^%b\n]*+|)' % (m, m, m)
    return re.compile(rb"(?=[\s\S])%b(?:[%b]%b)*+(?:\n|\Z)" % (field, m, field))


@cache
def _ENDS(marks: bytes) -> re.Pattern[bytes]:  # noqa: N802
    """A quoted field at its place, or a line break outside of one."""
    return re.compile(rb'(?:\A|(?<=[\n%b]))"(?:[^"]|"")*+"?|\n' % re.escape(marks))


def _separator(header: bytes, marks: bytes) -> bytes:
    return max((marks[i : i + 1] for i in range(len(marks))), key=header.count)


@cache
def _field(mark: str) -> re.Pattern[str]:
    m = re.escape(mark)
    return re.compile(rf'(?:^|{m})("(?:[^"]|"")*+(?:"|\Z)[^{m}\r\n]*+|[^{m}\r\n]*+)')


def _fields(row: str, mark: str) -> list[str]:
    """The fields of a row as they stand, quotes and all."""
    return _field(mark).findall(row)


def _value(field: str) -> str:
    return field[1:-1].replace('""', '"') if field[:1] == '"' == field[-1:] and len(field) > 1 else field


def _record(
    line: int,
    row: bytes,
    mark: bytes,
    names: list[str],
    places: list[int],
    spec: Spec,
    header: bool,
) -> Record | Reject:
    if len(row) > spec.max_record:
        return Reject(line, too_long(spec))
    try:
        raw = decode_line(row, spec)
    except (ScrubtextError, UnicodeError) as error:
        return Reject(line, str(error))
    fields = _fields(raw, mark.decode())
    if header:
        if max(places) < 0:
            return Reject(line, f"no column {' or '.join(map(repr, spec.fields))}", raw)
        return Record(0, (None,) * len(places), {}, (raw, mark.decode(), places, True))
    if not raw.strip("\r\n"):
        return Record(0, (None,) * len(places), {}, (raw, mark.decode(), [], False))
    if len(fields) != len(names):
        return Reject(line, f"{len(fields)} fields where the header has {len(names)}", raw)
    values = [_value(f) for f in fields]
    texts = tuple(values[k] if k >= 0 else None for k in places)
    return Record(line, texts, dict(zip(names, values, strict=True)), (raw, mark.decode(), places, False))


def _own(row: Cleaned) -> bytes:
    raw, mark, places, header = row.record.raw
    if header and row.extra:
        return encode(_joined(raw, mark, list(row.extra)))
    if row.untouched or not places:
        return encode(raw)
    out: list[str] = []
    at = 0
    for k, m in enumerate(_field(mark).finditer(raw)):
        if k in places and (new := row.texts[places.index(k)]) != row.record.texts[places.index(k)]:
            out += raw[at : m.start(1)], _quoted(new or "", mark, m[1][:1] == '"')
            at = m.end(1)
    line = "".join([*out, raw[at:]])
    values = [json_bytes(v).decode("utf-8") for v in row.extra.values()]
    return encode(_joined(line, mark, values) if values else line)


def _joined(raw: str, mark: str, more: list[str]) -> str:
    body = raw.rstrip("\r\n")
    return mark.join([body, *(_quoted(v, mark) for v in more)]) + raw[len(body) :]


def _quoted(value: str, mark: str, always: bool = False) -> str:
    if always or any(c in value for c in (mark, '"', "\n", "\r")):
        return '"' + value.replace('"', '""') + '"'
    return value


def _foreign(row: Cleaned, spec: Spec, mark: str) -> bytes:
    """A row of a record that came in another format, with its header before it for the sink."""
    values = {**plain_value(row.record.fields), **dict(zip(spec.fields, row.texts, strict=False))}
    values |= row.extra
    cells = [_cell(v) for v in values.values()]
    lines = [mark.join(_quoted(c, mark) for c in line) + "\r\n" for line in (list(values), cells)]
    return _HEADER + encode(lines[0]) + _HEADER + encode(lines[1])


def _cell(value: Any) -> str:
    if value is None or isinstance(value, str):
        return value or ""
    return json_bytes(value).decode("utf-8")


class _HeaderOnce(PlainSink):
    """Keeps the first header of rows that come with one; the columns of later rows must be the same."""

    head: bytes | None = None

    def write(self, body: bytes) -> None:
        if _HEADER not in body:
            self.stream.write(body)
            return
        parts = body.split(_HEADER)[1:]
        out = []
        for head, row in zip(parts[::2], parts[1::2], strict=True):
            if self.head is None:
                self.head = head
                out.append(head)
            out.append(row if head == self.head else self._fitted(head, row))
        self.stream.write(b"".join(out))

    def _fitted(self, head: bytes, row: bytes) -> bytes:
        """A row with other columns: its values under the first header; what has no place is an error."""
        names = [next(csv.reader([b.decode("utf-8")])) for b in (head, self.head or b"")]
        if extra := set(names[0]) - set(names[1]):
            from scrubtext.errors import RecordError

            raise RecordError("csv", f"field {sorted(extra)[0]!r} is not in the first record")
        values = dict(zip(names[0], next(csv.reader([row.decode("utf-8")])), strict=True))
        return encode(",".join(_quoted(values.get(n, ""), ",") for n in names[1]) + "\r\n")
