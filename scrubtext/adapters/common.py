"""What all adapters share: one value in, one outcome out, and nothing lost on the way."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from scrubtext.config import load, pipeline
from scrubtext.pipeline import Pipeline

__all__ = ["COLUMNS", "Outcome", "columns", "outcome", "resolve"]


class Outcome(NamedTuple):
    """What became of one value.

    ``text`` is the cleaned text; a null stays null, and what could not be cleaned stays as it was.
    ``drop`` is the reason of a judgement against the whole document, or null. ``counts`` (changes by
    filter) and ``audit`` (the patch, see ``scrubtext.apply``) are JSON; ``error`` says which record
    failed and why, or is null.
    """

    text: Any
    drop: str | None = None
    counts: str = "{}"
    audit: str = "[]"
    error: str | None = None


COLUMNS = Outcome._fields


def resolve(using: object) -> Pipeline:
    """The pipeline of a preset's name, a Pipeline, a filter, a list of filters or a TOML file."""
    if isinstance(using, str) and using.endswith(".toml"):
        return load(using)
    return pipeline(using)


@lru_cache(maxsize=8)
def warm(line: Pipeline) -> Pipeline:
    """The pipeline, with its tables read: once per worker and pipeline."""
    line("預熱：涓枃，café。\n")
    return line


def outcome(line: Pipeline, value: Any, where: object = None) -> Outcome:
    """Clean one value. Never raises: a bad record costs one record and says which one it was.

    >>> outcome(resolve("web"), "好的。。")
    Outcome(text='好的。', drop=None, counts='{"doubled_punctuation": 1}', audit='[...]', error=None)
    >>> outcome(resolve("web"), 7, "row 3").error
    'row 3: not text but int: 7'
    """
    if value is None or value != value:  # NaN is how pandas writes a missing string
        return Outcome(None)
    if not isinstance(value, str):
        return Outcome(value, error=f"{where}: not text but {type(value).__name__}: {value!r:.60}")
    try:
        result = line.explain(value)
    except Exception as error:
        return Outcome(value, error=f"{where}: {error}")
    if not result.steps:
        return Outcome(result.text, result.drop.why if result.drop else None)
    drop = result.drop.why if result.drop else None
    return Outcome(result.text, drop, json.dumps(result.counts), json.dumps(result.edits))


def columns(
    line: Pipeline, values: Iterable[Any], keys: Iterable[Any] | None = None
) -> Mapping[str, list[Any]]:
    """Outcomes of many values as columns. ``keys`` name the records in errors; else their place."""
    line = warm(line)
    keyed = zip(keys, values, strict=True) if keys is not None else enumerate(values)
    made = [outcome(line, value, f"record {key}") for key, value in keyed]
    return {name: [getattr(o, name) for o in made] for name in COLUMNS}
