"""What can go wrong, as a small tree; every message names what was given and what would work.

ScrubtextError
├── UsageError (TypeError)      a call in the wrong shape: a str where a Doc belongs, bytes for text
├── ConfigError (ValueError)    a name or value in a configuration that does not exist
│   └── UnknownNameError        ... with the nearest names that do
├── PatchError (ValueError)     edits that overlap, leave the text, or do not match it
├── FilterError                 a filter raised; carries the filter's name
└── RecordError                 one record that cannot be read; costs that record, never the run
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "ConfigError",
    "FilterError",
    "PatchError",
    "RecordError",
    "ScrubtextError",
    "UnknownNameError",
    "UsageError",
]


MOST_NAMES = 100  # that a message lists


class ScrubtextError(Exception):
    """Anything scrubtext raises on purpose. It comes whole out of a pool of processes."""

    def __reduce__(self) -> tuple[object, ...]:
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[ScrubtextError], args: tuple[object, ...], own: dict[str, object]) -> ScrubtextError:
    """An error as it was pickled: the arguments of some make the message they are kept with."""
    error = kind.__new__(kind, *args)
    error.__dict__.update(own)
    return error


class UsageError(ScrubtextError, TypeError):
    """A call in the wrong shape."""


class ConfigError(ScrubtextError, ValueError):
    """A configuration that cannot be used as written."""


class UnknownNameError(ConfigError):
    """A name that does not exist; the message lists the nearest ones that do.

    >>> str(UnknownNameError("preset", "wbe", ["gentle", "web", "zero"]))
    "unknown preset 'wbe'; did you mean 'web'? There are: gentle, web, zero"
    """

    def __init__(
        self, what: str, given: str, known: Iterable[str], near: str | None = None
    ) -> None:
        from difflib import get_close_matches

        names = sorted(known)
        found = [near] if near else get_close_matches(given, names, n=1, cutoff=0.5)
        hint = f"; did you mean {found[0]!r}?" if found else "."
        shown = ", ".join(names) if len(names) <= MOST_NAMES else f"{len(names)} of them"
        super().__init__(f"unknown {what} {given!r}{hint} There are: {shown}")


class PatchError(ScrubtextError, ValueError):
    """Edits that overlap, leave the text, or do not belong to it."""


class FilterError(ScrubtextError):
    """A filter raised. ``filter`` is its name; the cause is chained."""

    def __init__(self, filter: str, cause: BaseException) -> None:  # noqa: A002
        super().__init__(f"filter {filter!r} failed: {type(cause).__name__}: {cause}")
        self.filter = filter


class RecordError(ScrubtextError):
    """A record that cannot be read or written; ``where`` says which."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(f"{where}: {why}")
        self.where = where
        self.why = why
