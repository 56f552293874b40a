"""What is to be done: one job for every input file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePath
from typing import NamedTuple, Protocol

from scrubtext.errors import ConfigError
from scrubtext.records import FORMATS, format_of
from scrubtext.records.paths import STDIN, Found, following, output_name, target
from scrubtext.records.streams import split_codec

__all__ = ["Job", "Silent", "Watcher", "plan"]


class Job(NamedTuple):
    """One input, how it is read, where it goes and how it is written; ``wrong`` is why it cannot."""

    path: str
    label: str
    source: str
    codec: str
    output: str
    to: str
    out_codec: str
    size: int = 0
    wrong: str = ""


class Watcher(Protocol):
    """Who wants to know how a run goes on."""

    def start(self, files: int, size: int) -> None:
        """So many files of so many bytes lie ahead."""

    def advance(self, size: int, records: int) -> None:
        """So many bytes of input, so many records, are done."""

    def say(self, label: str, why: str) -> None:
        """Something went wrong with a file or a record."""


class Silent:
    """Does not want to know."""

    def start(self, files: int, size: int) -> None:
        """Say nothing."""

    def advance(self, size: int, records: int) -> None:
        """Say nothing."""

    def say(self, label: str, why: str) -> None:
        """Say nothing."""


def plan(
    found: Iterable[Found],
    output: str,
    folder: bool,
    source: str = "",
    to: str = "",
    mode: str = "clean",
) -> Iterator[Job]:
    """One job per file found, in order; no two with the same output."""
    found = list(found)
    taken: dict[Path, str] = {}
    natural = {f.relative for f in found}
    for f in found:
        given = source or ("text" if f.path == STDIN else format_of(f.path))
        wanted = to or format_wanted(given, output, folder, mode)
        codec = "" if f.path == STDIN else split_codec(f.path)[1]
        try:
            name = output_name(f.relative, wanted, given)
            if name != f.relative and name in natural:  # page.html beside page.txt
                name = f.relative.with_name(f.relative.name + name.suffix)
            path = str(_place(f, output, name, taken)) if folder else output
            out_codec = split_codec(path)[1] if path not in (STDIN, "") else ""
            size = Path(f.path).stat().st_size if f.path != STDIN and not f.wrong else 0
            yield Job(f.path, f.label, given, codec, path, wanted, out_codec, size, f.wrong)
        except (ConfigError, OSError) as error:
            why = getattr(error, "strerror", None) or str(error)
            yield Job(f.path, f.label, given, codec, "", wanted, "", 0, f.wrong or why)


def format_wanted(source: str, output: str, folder: bool, mode: str) -> str:
    """The format to write: that of the output's ending where it is one file and the ending is known,
    else what follows the input.
    """
    if not folder and output not in ("", STDIN):
        ending = PurePath(split_codec(output)[0]).suffix.lower()
        named = next((name for name, (_, _, known) in FORMATS.items() if ending in known), "")
        if named:
            return named
    wanted = following(source)
    return "jsonl" if mode == "tag" and wanted == "text" else wanted


def _place(f: Found, output: str, name: PurePath, taken: dict[Path, str]) -> Path:
    path = target(Path(output), name)
    if path in taken:
        raise ConfigError(f"its output would be that of {taken[path]}: {path}")
    taken[path] = f.label
    return path
