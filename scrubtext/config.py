"""TOML to pipeline: ``scrubtext.toml``, or the table ``[tool.scrubtext]`` of a ``pyproject.toml``.

    preset = "web"            # where to start; "zero" for nothing
    skip = ["trailer"]        # filters of the preset to leave out

    [[filters]]               # fields of a filter, or a filter the preset does not have
    name = "mojibake"
    lang = "zh"

Filters run in the library's order whatever the order in the file, unless ``order = "as written"``.
"""

from __future__ import annotations

import dataclasses
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from scrubtext.doc import Filter
from scrubtext.errors import ConfigError, UnknownNameError, UsageError
from scrubtext.filters import ORDER, get
from scrubtext.pipeline import Pipeline
from scrubtext.presets import preset

__all__ = ["build", "describe", "find_config", "fingerprint", "load", "pipeline"]

_KEYS = {"preset", "skip", "filters", "order"}
_ORDERS = ("library", "as written")
_TYPES: tuple[tuple[str, str, tuple[type, ...]], ...] = (
    ("preset", "the name of a preset", (str,)),
    ("order", "one of " + ", ".join(map(repr, _ORDERS)), (str,)),
    ("skip", 'a list of filter names, as ["trailer"]', (list, tuple)),
    ("filters", "tables, [[filters]]", (list, tuple)),
)


def pipeline(using: object) -> Pipeline:
    """A pipeline from a preset's name, a Pipeline, a filter, or a list of filters."""
    if isinstance(using, Pipeline):
        return using
    if isinstance(using, str):
        return preset(using)
    if callable(using) and hasattr(using, "name") and not isinstance(using, type):
        return Pipeline([using])
    if isinstance(using, Iterable) and not isinstance(using, bytes | Mapping | type):
        return Pipeline(get(f)() if isinstance(f, str) else f for f in using)
    raise UsageError(
        f"using= takes a preset's name, a Pipeline, a filter or a list of filters, not {using!r}"
    )


def load(path: str | Path) -> Pipeline:
    """The pipeline a TOML file describes; ConfigError names the file and what is wrong in it."""
    path = Path(path)
    data: Mapping[str, Any] = _read(path)
    if path.name == "pyproject.toml":
        data = _table(path, data)
    try:
        return build(data)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error


def _table(path: Path, data: Mapping[str, Any]) -> Mapping[str, Any]:
    """``[tool.scrubtext]`` of what a ``pyproject.toml`` holds."""
    tools = data.get("tool", {})
    own = tools.get("scrubtext", {}) if isinstance(tools, Mapping) else {}
    if not isinstance(own, Mapping):
        raise ConfigError(f"{path}: tool.scrubtext is a table, [tool.scrubtext], not {own!r:.80}")
    return own


def find_config(folder: str | Path = ".") -> Path | None:
    """``scrubtext.toml``, or a ``pyproject.toml`` with ``[tool.scrubtext]``, in ``folder``.

    ConfigError for a ``pyproject.toml`` that is no TOML: what it meant cannot be told.
    """
    own, project = Path(folder, "scrubtext.toml"), Path(folder, "pyproject.toml")
    if own.is_file():
        return own
    if project.is_file():
        return project if _table(project, _read(project)) else None
    return None


def build(data: Mapping[str, Any]) -> Pipeline:
    """The pipeline of a configuration that has been read already.

    >>> build({"preset": "zero", "filters": [{"name": "mojibake", "lang": "zh"}]}).filters[0].name
    'mojibake'
    """
    _known("configuration key", data, _KEYS)
    for key, wanted, kind in _TYPES:
        if key in data and not isinstance(data[key], kind):
            raise ConfigError(f"{key} takes {wanted}, not {data[key]!r:.80}")
    order = data.get("order", "library")
    if order not in _ORDERS:
        raise UnknownNameError("order", str(order), _ORDERS)
    base = preset(data.get("preset", "zero" if data.get("filters") else "web"))
    skip = data.get("skip", [])
    for name in skip:
        if name not in ORDER:
            get(str(name))
    chosen = {f.name: f for f in base.filters if f.name not in skip}
    for entry in data.get("filters", []):
        made = _filter(entry, chosen)
        chosen[made.name] = made
    names = list(chosen) if order == "as written" else sorted(chosen, key=_place)
    return Pipeline([chosen[name] for name in names], base.name)


def _place(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def _filter(entry: Any, chosen: Mapping[str, Filter]) -> Filter:
    if not isinstance(entry, Mapping) or "name" not in entry:
        raise ConfigError(f"each of [[filters]] needs a name, this one has none: {entry!r}")
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in entry.items() if k != "name"}
    cls = get(str(entry["name"]))
    _known(f"field of {entry['name']}", values, [f.name for f in dataclasses.fields(cls)])
    old: Any = chosen.get(str(entry["name"]))
    try:
        return dataclasses.replace(old, **values) if old else cls(**values)  # type: ignore[no-any-return]
    except ConfigError:
        raise
    except (TypeError, ValueError) as error:
        raise ConfigError(f"{entry['name']}: {error}") from error


def _known(what: str, given: Iterable[str], known: Iterable[str]) -> None:
    for name in given:
        if name not in known:
            raise UnknownNameError(what, str(name), known)


def describe(line: Pipeline) -> list[dict[str, Any]]:
    """A pipeline as data: the filters in order with all their fields."""
    return [{"name": f.name, **_fields(f)} for f in line.filters]


def _fields(f: Filter) -> dict[str, Any]:
    if not dataclasses.is_dataclass(f):
        return {"repr": repr(f)}
    return {
        x.name: v if isinstance(v := getattr(f, x.name), str | int | float | tuple) else repr(v)
        for x in dataclasses.fields(f)
        if x.name != "name"
    }


def fingerprint(line: Pipeline) -> str:
    """Twelve hexadecimal digits of names, values, data files and version: same digits, same output."""
    import hashlib
    import json
    from importlib.resources import files

    from scrubtext import __version__

    digest = hashlib.sha256(f"{__version__}\n{json.dumps(describe(line))}".encode())
    data = files("scrubtext") / "data"
    for entry in sorted(data.iterdir(), key=lambda e: e.name):
        if entry.is_file() and not entry.name.endswith((".py", ".md")):
            digest.update(entry.name.encode() + entry.read_bytes())
    return digest.hexdigest()[:12]
