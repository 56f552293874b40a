"""One document at a time: what ``explain``, ``filters`` and ``decode`` are made of."""

from __future__ import annotations

import dataclasses
import inspect
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from scrubtext.config import find_config, load
from scrubtext.errors import ConfigError, RecordError
from scrubtext.filters import ORDER, foreign, get
from scrubtext.pipeline import Pipeline, Result
from scrubtext.presets import PRESETS, preset
from scrubtext.records import Record, Reject, Spec, format_of, get_format, records_of
from scrubtext.records.paths import STDIN, a_file, find, printable
from scrubtext.records.plain import encode
from scrubtext.records.streams import split_codec
from scrubtext.run.plan import Job, plan
from scrubtext.run.read import opened, pieces
from scrubtext.run.work import Task
from scrubtext.run.write import replace_bytes

if TYPE_CHECKING:
    from scrubtext import Decoded
    from scrubtext.furniture.rules import RuleHit

__all__ = [
    "Explained",
    "broken_filters",
    "choose",
    "decode_file",
    "explain_file",
    "filter_info",
    "preview_rules",
]


def choose(
    *,
    preset: str | None = None,
    config: str | None = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    folder: Path | None = None,
) -> Pipeline:
    """The pipeline of a preset, else of a configuration, less some filters, or of some filters only.

    Without either, ``scrubtext.toml`` or ``[tool.scrubtext]`` in ``folder`` counts, else ``web``.
    ``only`` takes filters as the pipeline has them, others with their defaults.

    >>> [f.name for f in choose(only=["trailer", "invisible"]).filters]
    ['invisible', 'trailer']
    """
    if preset and config:
        raise ConfigError("--preset and --config exclude each other; a file may name its preset")
    for name in (*only, *skip):
        get(name)
    known = [*ORDER, *foreign()] if {*only} - {*ORDER} else [*ORDER]
    line = _base(preset, config, folder, "zero" if only else "web")
    if only:
        have = {f.name: f for f in line.filters}
        names = sorted(dict.fromkeys(only), key=known.index)
        line = Pipeline([have.get(name) or get(name)() for name in names])
    return Pipeline([f for f in line.filters if f.name not in skip], line.name)


def _base(name: str | None, config: str | None, folder: Path | None, default: str) -> Pipeline:
    if name:
        return preset(name)
    path = config or (find_config(folder) if folder is not None else None)
    return load(path) if path else preset(default)


class Explained(NamedTuple):
    """One record, explained field by field."""

    label: str
    record: Record
    results: dict[str, Result]
    fingerprint: str

    def data(self) -> dict[str, Any]:
        """Everything as data; ``edits`` is the patch that ``scrubtext.apply`` and ``invert`` take."""
        fields = {
            name: {
                "text": r.text,
                "findings": [f._asdict() for f in r.findings],
                "edits": r.edits,
                "drop": r.drop and r.drop._asdict(),
                "lost": r.lost,
                "meta": r.meta,
            }
            for name, r in self.results.items()
        }
        about = {"file": self.label, "record": self.record.number, "encoding": self.record.note}
        return {**about, "fingerprint": self.fingerprint, "fields": fields}


def explain_file(
    path: str, line: Pipeline, spec: Spec | None = None, source: str = "", record: int = 1
) -> Explained:
    """Clean one record of a file and say what was done."""
    from scrubtext.config import fingerprint

    spec = spec or Spec()
    found = _nth(path, spec, source, record)
    results = {
        name: line.explain(text)
        for name, text in zip(spec.fields, found.texts, strict=False)
        if text is not None
    }
    return Explained(printable(path), found, results, fingerprint(line))


def _nth(path: str, spec: Spec, source: str, wanted: int) -> Record:
    """The record with a number, or the last before the file ended short of it."""
    kind = get_format(source or ("text" if path == STDIN else format_of(path)))
    codec = "" if path == STDIN else split_codec(path)[1]
    job = Job(path, printable(path), kind.name, codec, "", "", "")
    a_file(path)
    with opened(job, spec) as stream:
        for chunk in kind.cut(stream, path, spec):
            for r in records_of(kind, chunk, spec):
                if r.number >= wanted:
                    if isinstance(r, Reject):
                        raise RecordError(f"{job.label}:{r.number}", r.why)
                    return r
    raise RecordError(job.label, f"has no record {wanted}")


def decode_file(
    path: str, declared: str | None, lang: str | None, output: str, force: bool = False
) -> Decoded:
    """Decode a file; the text goes to ``output`` unless that is empty."""
    from scrubtext import decode

    data = sys.stdin.buffer.read() if a_file(path) == STDIN else Path(path).read_bytes()
    decoded = decode(data, declared=declared, lang=lang)
    if output == STDIN:
        sys.stdout.buffer.write(encode(decoded.text))
    elif output:
        if Path(output).exists() and not force:
            raise ConfigError(f"{printable(output)} would be overwritten: --force does it")
        replace_bytes(Path(output), [encode(decoded.text)])
    return decoded


def preview_rules(
    rules: str,
    inputs: Sequence[str],
    spec: Spec | None = None,
    source: str = "",
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
) -> list[RuleHit]:
    """The lines of ``inputs`` that the rules of a file would match, most frequent first."""
    from scrubtext.furniture.rules import preview, read_rules

    todo = plan(find(inputs, include, exclude), STDIN, False, source)
    return preview(read_rules(rules), _texts(todo, spec or Spec()))


def _texts(jobs: Iterable[Job], spec: Spec) -> Iterator[str]:
    """Every text of some inputs; what cannot be read is passed over."""
    for item in pieces(jobs, spec, set()):
        if isinstance(item, Task):
            for r in records_of(get_format(item.source), item.chunk, spec):
                yield from (t for t in r.texts if t) if isinstance(r, Record) else ()


def filter_info(name: str | None) -> list[dict[str, Any]]:
    """What there is to know of one filter, or of all: purpose, fields, reasons, presets."""
    return [_info(n) for n in ([name] if name else [*ORDER, *foreign()])]


def broken_filters(name: str | None) -> list[str]:
    """What ``check_filter`` says against a filter, or against those other packages offer."""
    from scrubtext.testing import BrokenLaw, check_filter

    broken = []
    for n in [name] if name else foreign():
        try:
            check_filter(get(n)())
        except BrokenLaw as error:
            broken.append(str(error))
        except TypeError as error:
            broken.append(f"{n}: cannot be made without arguments: {error}")
    return broken


def _info(name: str) -> dict[str, Any]:
    cls = get(name)
    doc = inspect.cleandoc(cls.__doc__ or "")
    fields = [
        {"name": f.name, "type": str(f.type), "default": _default(f)}
        for f in dataclasses.fields(cls)
    ]
    return {
        "name": name,
        "class": cls.__name__,
        "purpose": doc.partition("\n")[0],
        "doc": doc,
        "fields": fields,
        "reasons": sorted(getattr(cls, "reasons", ())),
        "presets": [p for p, options in PRESETS.items() if name in options],
    }


def _default(f: dataclasses.Field[Any]) -> Any:
    if f.default is dataclasses.MISSING:
        return None
    plain = isinstance(f.default, str | int | float | bool | list | tuple | None)
    return f.default if plain else repr(f.default)
