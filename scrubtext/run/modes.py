"""What ``--mode tag`` and ``--mode split`` add to a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scrubtext.pipeline import Result
from scrubtext.records import Record

__all__ = ["additions", "attributes"]


def additions(mode: str, record: Record, results: Mapping[str, Result | None]) -> dict[str, Any]:
    """The fields to add: ``attributes`` for tag, ``removed`` for split."""
    if mode == "tag":
        old = record.fields.get("attributes")
        found: dict[str, Any] = dict(old) if isinstance(old, Mapping) else {}
        for name, result in results.items():
            if result is not None:
                found |= attributes(result, "" if len(results) == 1 else name)
        return {"attributes": found}
    rows = [
        {**({"field": name} if len(results) > 1 else {}), **e._asdict()}
        for name, result in results.items()
        if result is not None
        for e in result.edits
    ]
    return {"removed": rows}


def attributes(result: Result, field: str = "") -> dict[str, list[list[float]]]:
    """Spans in the shape of dolma: ``scrubtext__filter__reason -> [[start, end, score], ...]``.

    >>> from scrubtext import explain
    >>> attributes(explain("走，，吧"))
    {'scrubtext__doubled_punctuation__doubled_mark': [[1, 2, 1.0]]}
    """
    out: dict[str, list[list[float]]] = {}
    for f in result.findings:
        key = "__".join(filter(None, ("scrubtext", field, f.filter, _slug(f.why))))
        out.setdefault(key, []).append([f.start, f.end, 1.0 if f.kind == "edit" else 0.0])
    for d in result.drops:
        key = "__".join(filter(None, ("scrubtext", field, "drop", _slug(d.why))))
        out.setdefault(key, []).append([0, len(result.original), d.score])
    return out


def _slug(why: str) -> str:
    return "_".join("".join(c if c.isalnum() else " " for c in why.lower()).split())
