"""Parquet through pyarrow: schema, column order, nulls, row groups and metadata stay; text columns
are exchanged. Memory is that of one row group.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, BinaryIO

from scrubtext.errors import ConfigError, RecordError
from scrubtext.records.base import Chunk, Cleaned, Record, Reject, Sink, Spec
from scrubtext.records.plain import json_bytes

__all__ = ["ParquetFormat"]


def arrow() -> Any:
    """The pyarrow library, or an error that says how to get it."""
    try:
        import pyarrow as library
        import pyarrow.parquet
    except ImportError:
        raise ConfigError("Parquet files need an extra: pip install 'scrubtext[parquet]'") from None
    return library


class ParquetFormat:
    """Columns; a chunk is a row group."""

    name = "parquet"
    suffixes = (".parquet", ".pq")
    whole = False
    apart = False
    late = False

    def cut(self, source: BinaryIO, label: str, spec: Spec) -> Iterator[Chunk]:
        """One chunk per row group: which one it is, where the file can be opened again, else itself."""
        pa = arrow()
        path = getattr(source, "name", None)
        try:
            again = isinstance(path, str) and source.seekable()
            file = pa.parquet.ParquetFile(source if again else io.BytesIO(source.read()))
            have = file.schema_arrow.names
            if not set(spec.fields) & set(have):
                raise RecordError(label, f"no column {' or '.join(map(repr, spec.fields))}")
            groups, first = max(file.num_row_groups, 1), 1
            for k in range(file.num_row_groups):
                rows = file.metadata.row_group(k)
                data = (path, k) if again else (_packed(pa, file.read_row_group(k)), -1)
                yield Chunk(first, (*data, _settings(file)), rows.total_byte_size // 2, label=label)
                first += rows.num_rows
            if file.num_row_groups == 0:
                empty = file.schema_arrow.empty_table()
                yield Chunk(1, (_packed(pa, empty), -1, _settings(file)), groups, label=label)
        except (pa.ArrowException, OSError) as error:
            raise RecordError(label, f"not a readable Parquet file: {error}") from error

    def parse(self, chunk: Chunk, spec: Spec) -> Iterator[Record | Reject]:
        """The rows of the group; the table itself travels with the first."""
        table = _table(chunk)
        columns = [_column(table, name) for name in spec.fields]
        rows = _Rows(table)
        for k in range(table.num_rows):
            texts = tuple(None if c is None else c[k] for c in columns)
            wrong = next((t for t in texts if t is not None and not isinstance(t, str)), None)
            if wrong is not None:
                why = f"{type(wrong).__name__} where text belongs"
                yield Reject(chunk.first + k, why)
            else:
                yield Record(chunk.first + k, texts, _Row(rows, k), (table, k, chunk.data[2]))
        if table.num_rows == 0:
            yield Record(0, (None,) * len(spec.fields), {}, (table, -1, chunk.data[2]))

    def render(self, rows: Iterable[Cleaned], spec: Spec, own: bool) -> bytes:
        """The table with its text columns exchanged, as Arrow IPC for the sink."""
        pa = arrow()
        kept = list(rows)
        if not kept:
            return b""
        table = _exchanged(pa, kept, spec) if own else _made(pa, kept, spec)
        settings = kept[0].record.raw[2] if own else {}
        return _packed(pa, table, settings)

    def sink(self, stream: BinaryIO, spec: Spec) -> Sink:
        """One row group for each chunk."""
        return _ParquetSink(stream)


class _Rows:
    """The rows of a table as Python values, made when first asked for: most never are."""

    def __init__(self, table: Any) -> None:
        self.table = table

    @cached_property
    def rows(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.table.to_pylist()
        return rows


class _Row(Mapping[str, Any]):
    """One of them."""

    def __init__(self, rows: _Rows, k: int) -> None:
        self.rows, self.k = rows, k

    def __getitem__(self, name: str) -> Any:
        return self.rows.rows[self.k][name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows.table.schema.names)

    def __len__(self) -> int:
        return len(self.rows.table.schema.names)


def _packed(pa: Any, table: Any, settings: dict[str, Any] | None = None) -> bytes:
    meta = dict(table.schema.metadata or {})
    meta[b"\0settings"] = json_bytes(settings or {})
    stream = pa.BufferOutputStream()
    with pa.ipc.new_stream(stream, table.schema.with_metadata(meta)) as writer:
        writer.write_table(table)
    return bytes(stream.getvalue())


def _unpacked(pa: Any, data: bytes) -> tuple[Any, dict[str, Any]]:
    import json

    table = pa.ipc.open_stream(data).read_all()
    meta = dict(table.schema.metadata or {})
    settings = json.loads(meta.pop(b"\0settings", b"{}"))
    return table.replace_schema_metadata(meta or None), settings


def _table(chunk: Chunk) -> Any:
    pa = arrow()
    where, group, _ = chunk.data
    if group < 0:
        return _unpacked(pa, where)[0]
    with pa.parquet.ParquetFile(where) as file:
        return file.read_row_group(group)


def _column(table: Any, name: str) -> list[Any] | None:
    return table.column(name).to_pylist() if name in table.schema.names else None


def _settings(file: Any) -> dict[str, Any]:
    """How the columns are compressed, and which version of the format it is."""
    if file.num_row_groups == 0:
        return {}
    group = file.metadata.row_group(0)
    columns = [group.column(k) for k in range(group.num_columns)]
    codecs = {c.path_in_schema: c.compression.lower() for c in columns}
    codecs = {k: "none" if v == "uncompressed" else v for k, v in codecs.items()}
    return {"compression": codecs, "version": file.metadata.format_version}


def _exchanged(pa: Any, kept: list[Cleaned], spec: Spec) -> Any:
    table = kept[0].record.raw[0]
    places = [row.record.raw[1] for row in kept if row.record.raw[1] >= 0]
    if len(places) < table.num_rows:
        table = table.take(places)
    for n, name in enumerate(spec.fields):
        if name not in table.schema.names:
            continue
        if any(row.texts[n] != row.record.texts[n] for row in kept):
            k = table.schema.get_field_index(name)
            field = table.schema.field(k)
            column = pa.array([_storable(row.texts[n]) for row in kept], pa.large_string())
            table = table.set_column(k, field, column.cast(field.type))
    for name in kept[0].extra:
        values = [json_bytes(row.extra[name]).decode("utf-8") for row in kept]
        table = _with(pa, table, name, values[: table.num_rows])
    return table


def _with(pa: Any, table: Any, name: str, values: list[str]) -> Any:
    column = pa.array(values, pa.large_string())
    k = table.schema.get_field_index(name)
    if k >= 0:
        return table.set_column(k, name, column)
    return table.append_column(name, column)


def _storable(text: str | None) -> str | None:
    """Arrow strings are UTF-8: what cannot be written as such becomes U+FFFD."""
    return None if text is None else text.encode("utf-8", "replace").decode("utf-8")


def _made(pa: Any, kept: list[Cleaned], spec: Spec) -> Any:
    """A table of records that came in another format; values that are no text become JSON."""
    rows = []
    for row in kept:
        values = {**row.record.fields, **dict(zip(spec.fields, row.texts, strict=False)), **row.extra}
        rows.append({name: _cell(value) for name, value in values.items()})
    names = list(dict.fromkeys(name for row in rows for name in row))
    columns = [pa.array([row.get(name) for row in rows], pa.string()) for name in names]
    return pa.table(columns, names=names)


def _cell(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return _storable(value)
    from scrubtext.records.jsonl import plain_value

    return json_bytes(plain_value({"v": value})["v"]).decode("utf-8")


class _ParquetSink:
    """Row groups, with the schema of the first."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.pa = stream, arrow()
        self.writer: Any = None

    def write(self, body: bytes) -> None:
        """Add a row group."""
        if not body:
            return
        table, settings = _unpacked(self.pa, body)
        if self.writer is None:
            self.writer = self._open(table.schema, settings)
        elif table.schema != self.writer.schema:
            table = self._fitted(table)
        if table.num_rows:
            self.writer.write_table(table, row_group_size=table.num_rows)

    def _open(self, schema: Any, settings: dict[str, Any]) -> Any:
        keep: dict[str, Any] = {"compression": settings.get("compression", "zstd")}
        if settings.get("version") in ("1.0", "2.4", "2.6"):
            keep["version"] = settings["version"]
        return self.pa.parquet.ParquetWriter(self.stream, schema, **keep)

    def _fitted(self, table: Any) -> Any:
        """A table with the columns of the first one."""
        schema = self.writer.schema
        if extra := set(table.schema.names) - set(schema.names):
            raise RecordError("parquet", f"field {sorted(extra)[0]!r} is not in the first records")
        have = table.schema.names
        columns = [
            table.column(f.name).cast(f.type) if f.name in have else self.pa.nulls(len(table), f.type)
            for f in schema
        ]
        return self.pa.Table.from_arrays(columns, schema=schema)

    def close(self) -> None:
        """Write the footer."""
        if self.writer is None:
            self.writer = self._open(self.pa.schema([]), {})
        self.writer.close()
