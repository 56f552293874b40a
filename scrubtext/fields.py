"""The fields of a filter, held to their types: a wrong value is told of where it is given."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import fields
from typing import Any

from scrubtext.errors import ConfigError

__all__ = ["check_fields"]


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_WANTED: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "bool": ("true or false", lambda v: isinstance(v, bool)),
    "int": ("a whole number", lambda v: _number(v) and isinstance(v, int)),
    "float": ("a number", _number),
    "str": ("a string", lambda v: isinstance(v, str)),
    "tuple[str, ...]": (
        "a list of strings",
        lambda v: isinstance(v, list | tuple) and all(isinstance(x, str) for x in v),
    ),
}
"""Type as the filter writes it -> how people call it, and whether a value is of it."""


def check_fields(made: Any) -> None:
    """ConfigError where a field of a filter has a value of another type than its own, or below 0.

    The message names the filter, the field, the type that is wanted and the value that was given.
    Fields of types that are none of those above are not looked at.
    """
    for field in fields(made):
        value, kind = getattr(made, field.name), str(field.type)
        if kind.startswith("Literal["):
            known = ast.literal_eval(kind.removeprefix("Literal").replace("|", ","))
            if value not in known:
                _refuse(made, field.name, "one of " + ", ".join(known), value)
        elif kind in _WANTED:
            wanted, fits = _WANTED[kind]
            if not fits(value):
                _refuse(made, field.name, wanted, value)
            if kind in ("int", "float") and not value >= 0:
                _refuse(made, field.name, f"{wanted} from 0 on", value)


def _refuse(made: Any, name: str, wanted: str, given: Any) -> None:
    raise ConfigError(f"{made.name}: {name} takes {wanted}, not {given!r:.80}")
