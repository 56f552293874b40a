"""Which files are meant, and where their outputs go."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path, PurePath
from typing import NamedTuple

from scrubtext.errors import ConfigError
from scrubtext.records import FORMATS, format_of
from scrubtext.records.streams import split_codec

__all__ = [
    "MISSING", "STDIN", "Found", "a_file", "expect", "find", "is_folder_output", "output_name",
    "printable", "target",
]  # fmt: skip

STDIN = "-"
MISSING = "there is no such file or folder"


class Found(NamedTuple):
    """An input: its path, its place below the folder or name that was given, what is wrong with it."""

    path: str
    relative: PurePath
    wrong: str = ""

    @property
    def label(self) -> str:
        """The path for people and reports; bytes that are no text are shown escaped."""
        return printable(self.path)


def printable(path: str) -> str:
    """A file name as text that any stream can take."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def find(
    inputs: Iterable[str],
    include: Sequence[str] = (),
    exclude: Sequence[str] = (),
    without: Path | None = None,
) -> Iterator[Found]:
    """The files ``inputs`` name: paths, folders with all below them, globs, ``-``.

    In folders, names that begin with a dot are passed over, and so is ``without`` (the output);
    ``include`` and ``exclude`` are patterns on names or relative paths. Links to folders are followed,
    but no folder is entered twice.
    """
    for given in inputs:
        if given == STDIN:
            yield Found(STDIN, PurePath("stdin"))
        elif Path(given).is_dir():
            yield from _walk(given, include, exclude, without)
        elif os.path.lexists(given):
            yield Found(given, PurePath(Path(given).name))
        else:
            yield from _glob(given, include, exclude, without)


def expect(found: Sequence[Found], inputs: Sequence[str]) -> None:
    """ConfigError where nothing at all was found: nothing of that name, or empty folders."""
    if not found or all(f.wrong == MISSING for f in found):
        why = MISSING if found else "no files in it that are wanted"
        raise ConfigError(f"{', '.join(map(printable, inputs))}: {why}")


def a_file(path: str) -> str:
    """``path``, if it is that of a file; ConfigError where there is none."""
    if path != STDIN and not os.path.lexists(path):
        raise ConfigError(f"{printable(path)}: there is no such file")
    if path != STDIN and Path(path).is_dir():
        raise ConfigError(f"{printable(path)}: a folder; this takes one file")
    return path


def _glob(
    pattern: str, include: Sequence[str], exclude: Sequence[str], without: Path | None
) -> Iterator[Found]:
    hits = sorted(glob.glob(pattern, recursive=True)) if glob.has_magic(pattern) else []  # noqa: PTH207
    if not hits:
        yield Found(pattern, PurePath(Path(pattern).name), MISSING)
    base = PurePath(*_fixed(PurePath(pattern).parts))
    for hit in hits:
        if not Path(hit).is_dir() and _wanted(PurePath(hit).relative_to(base), include, exclude):
            yield Found(hit, PurePath(hit).relative_to(base))
        elif "**" not in pattern:
            yield from _walk(hit, include, exclude, without, PurePath(Path(hit).name))


def _fixed(parts: Sequence[str]) -> Iterator[str]:
    """The parts of a pattern before the first with a wildcard, never the last."""
    for part in parts[:-1]:
        if glob.has_magic(part):
            return
        yield part


def _walk(
    top: str,
    include: Sequence[str],
    exclude: Sequence[str],
    without: Path | None,
    below: PurePath = PurePath(),  # noqa: B008 - immutable
) -> Iterator[Found]:
    seen: set[tuple[int, int]] = set()
    skipped = without.resolve() if without else None
    errors: list[OSError] = []
    for folder, folders, names in os.walk(top, followlinks=True, onerror=errors.append):
        here = Path(folder).stat()
        if (here.st_dev, here.st_ino) in seen or (skipped and Path(folder).resolve() == skipped):
            folders.clear()
            continue
        seen.add((here.st_dev, here.st_ino))
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            relative = below / PurePath(folder).relative_to(top) / name
            if name.startswith(".") or _odd(Path(folder, name)):
                continue
            if _wanted(relative, include, exclude):
                yield Found(str(PurePath(folder, name)), relative)
    for error in errors:
        yield Found(str(error.filename), PurePath(str(error.filename)), str(error.strerror))


def _odd(path: Path) -> bool:
    """Whether this is a pipe, a socket or a device: reading it might never end."""
    return path.exists() and not path.is_file()


def _wanted(relative: PurePath, include: Sequence[str], exclude: Sequence[str]) -> bool:
    def hit(patterns: Sequence[str]) -> bool:
        return any(fnmatch(relative.name, p) or fnmatch(str(relative), p) for p in patterns)

    return (not include or hit(include)) and not hit(exclude)


def is_folder_output(output: str, inputs: Sequence[str]) -> bool:
    """Whether ``output`` is meant as a folder: several inputs, a folder among them, or it says so."""
    several = len(inputs) > 1 or any(glob.has_magic(i) or Path(i).is_dir() for i in inputs)
    return several or output.endswith(("/", os.sep)) or Path(output).is_dir()


def output_name(relative: PurePath, to: str = "", source: str = "") -> PurePath:
    """The name of an output in its folder; another format changes the ending and keeps the codec.

    >>> output_name(PurePath("a/b.jsonl.gz"), "parquet").as_posix()
    'a/b.parquet'
    >>> output_name(PurePath("a/page.html")).as_posix()
    'a/page.txt'
    """
    source = source or format_of(relative)
    to = to or following(source)
    if to == source:
        return relative
    stem, codec = split_codec(relative.name)
    ending = FORMATS[source][2]
    stem = stem[: -len(PurePath(stem).suffix)] if PurePath(stem).suffix.lower() in ending else stem
    keep = f".{codec}" if codec and to not in ("parquet", "text") else ""
    keep = ".gz" if to in ("warc", "wet") and source in ("warc", "wet") and codec else keep
    return relative.with_name(stem + FORMATS[to][2][0] + keep)


def following(source: str) -> str:
    """The format written for one that was read: its own, save where only text is left of it."""
    return {"html": "text", "warc": "wet"}.get(source, source)


def target(folder: Path, name: PurePath) -> Path:
    """The output's path; ConfigError where links in the output folder would lead out of it."""
    path = folder / name
    if not path.parent.resolve().is_relative_to(folder.resolve()):
        raise ConfigError(f"{printable(str(path))}: would be written outside the output folder")
    return path
