"""Flags several verbs share, and how they become a pipeline and a ``Spec``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from scrubtext.decoding.named import check_encoding, check_language
from scrubtext.pipeline import Pipeline
from scrubtext.records import FORMATS, MAX_RECORD, Spec
from scrubtext.run.single import choose
from scrubtext.run.sizes import parse_size

__all__ = ["Size", "pipeline_flags", "reading_flags", "spec_of", "the_pipeline"]

Command = Callable[..., Any]


class Size(click.ParamType[int]):
    """Bytes, with K, M or G."""

    name = "size"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """``64M`` is 67,108,864."""
        if isinstance(value, int):
            return value
        try:
            return parse_size(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


def _all(*options: Callable[[Command], Command]) -> Callable[[Command], Command]:
    def apply(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return apply


pipeline_flags = _all(
    click.option("--preset", "-p", help="Named pipeline: zero, gentle, web, zh_hans, zh_hant, strict."),
    click.option(
        "--config", "-c", type=click.Path(), help="TOML file; else scrubtext.toml or [tool.scrubtext]."
    ),
    click.option("--only", multiple=True, metavar="FILTER", help="Only this filter; repeatable."),
    click.option("--skip", multiple=True, metavar="FILTER", help="Not this filter; repeatable."),
)

reading_flags = _all(
    click.option("--field", "-f", "fields", multiple=True, help="Text field or column; repeatable."),
    click.option(
        "--from", "source", type=click.Choice(list(FORMATS)), help="Format of the input; else by name."
    ),
    click.option("--encoding", help="Encoding the input says it has; checked, not believed."),
    click.option("--lang", help="Language of the input: zh, zh-TW, ja, ko, ..."),
    click.option("--include", multiple=True, metavar="GLOB", help="Only such files of a folder."),
    click.option("--exclude", multiple=True, metavar="GLOB", help="No such files of a folder."),
    click.option(
        "--max-record", type=Size(), default=MAX_RECORD, show_default="64M", help="Largest record."
    ),
    click.option(
        "--max-expand", type=int, default=200, show_default=True, help="How far a file may unpack."
    ),
    click.option("--split-large", is_flag=True, help="Cut larger text files at line breaks."),
)


def the_pipeline(
    preset: str | None, config: str | None, only: tuple[str, ...], skip: tuple[str, ...]
) -> Pipeline:
    """The pipeline the flags ask for."""
    return choose(preset=preset, config=config, only=only, skip=skip, folder=Path())


def spec_of(
    fields: tuple[str, ...] = (),
    encoding: str | None = None,
    lang: str | None = None,
    max_record: int = MAX_RECORD,
    max_expand: int = 200,
    split_large: bool = False,
) -> Spec:
    """The flags as a ``Spec``; an encoding or a language that does not exist is an error."""
    check_encoding(encoding)
    check_language(lang)
    return Spec(
        fields=fields or ("text",),
        declared=encoding,
        lang=lang,
        max_record=max_record,
        max_expand=max_expand,
        split_large=split_large,
    )
