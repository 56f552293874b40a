"""The only reader of ``scrubtext/data``: word lists and tables, each read once, on first use.

A data file is UTF-8 text. Lines that start with ``# `` or are ``#`` form its header: what it is,
its source, its licence, who uses it, what it is not for. The rest is one entry a line, fields
separated by tabs. Files that end in ``.gz`` are the same, compressed.
"""

from __future__ import annotations

import gzip
import pkgutil
from functools import cache

__all__ = ["header", "rows", "words"]


@cache
def _lines(name: str) -> tuple[str, ...]:
    raw = pkgutil.get_data("scrubtext", f"data/{name}") or b""  # importlib.resources loads slowly
    text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
    return tuple(text.split("\n"))


def _is_header(line: str) -> bool:
    return line == "#" or line.startswith("# ")


def header(name: str) -> str:
    """The comment at the head of a data file: what, source, licence, used by, not for."""
    return "\n".join(line[2:] for line in _lines(name) if _is_header(line))


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of a data file, each split into its fields."""
    return tuple(tuple(line.split("\t")) for line in _lines(name) if line and not _is_header(line))


@cache
def words(name: str, *kinds: str) -> frozenset[str]:
    """The first field of every entry, as a set; of those whose last field is one of ``kinds``, if any."""
    return frozenset(row[0] for row in rows(name) if not kinds or row[-1] in kinds)
