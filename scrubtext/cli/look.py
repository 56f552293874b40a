"""The verbs that only look: ``check``, ``explain``, ``filters``, ``decode``."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from scrubtext.cli.options import pipeline_flags, reading_flags, spec_of, the_pipeline
from scrubtext.cli.show import (
    show_decoded,
    show_filter,
    show_filters,
    show_preview,
    show_result,
)
from scrubtext.decoding.named import check_encoding, check_language
from scrubtext.records.plain import json_bytes
from scrubtext.run.check import check as check_files
from scrubtext.run.single import (
    broken_filters,
    decode_file,
    explain_file,
    filter_info,
    preview_rules,
)

_SPEC = ("fields", "encoding", "lang", "max_record", "max_expand", "split_large")


def _pipeline(flags: dict[str, Any]) -> Any:
    return the_pipeline(*(flags.pop(name) for name in ("preset", "config", "only", "skip")))


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="IN...")
@pipeline_flags
@reading_flags
@click.option("--diff", is_flag=True, help="Show what would change.")
@click.option("--jobs", "-j", default=1, show_default=True, help="Processes.")
@click.option("--preview", metavar="RULES", help="Show which lines a file of own rules would match.")
@click.pass_context
def check(
    context: click.Context,
    /,
    inputs: tuple[str, ...],
    diff: bool,
    jobs: int,
    preview: str | None,
    **flags: Any,
) -> None:
    """Say which files cleaning would change; write nothing. Exit code 1 if there are any.

    In Python: scrubtext.run.check(inputs, pipeline).
    """
    line = _pipeline(flags)
    spec = spec_of(**{name: flags.pop(name) for name in _SPEC})
    flags["source"] = flags["source"] or ""
    if preview:
        show_preview(preview_rules(preview, inputs, spec, **flags))
        return
    code = 0
    for changed in check_files(inputs, line, spec=spec, jobs=jobs, diff=diff, **flags):
        if changed.wrong:
            click.echo(f"scrubtext: {changed.label}: {changed.wrong}", err=True)
            code = 3
        if changed.differs:
            code = code or 1
            click.echo("\n".join(changed.diff) if changed.diff else changed.line)
    context.exit(code)


@click.command()
@click.argument("file", default="-")
@pipeline_flags
@reading_flags
@click.option("--record", "-n", default=1, show_default=True, help="Which record of the file.")
@click.option("--json", "as_json", is_flag=True, help="The findings and the patch as JSON.")
def explain(file: str, record: int, as_json: bool, **flags: Any) -> None:
    """Show every finding in one document, with its reason and where it stands.

    In Python: scrubtext.explain(text).
    """
    line = _pipeline(flags)
    spec = spec_of(**{name: flags.pop(name) for name in _SPEC})
    explained = explain_file(file, line, spec, flags["source"] or "", record)
    if as_json:
        click.echo(json_bytes(explained.data()) + b"\n", nl=False)
    else:
        show_result(explained)


@click.command()
@click.argument("name", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--check", "lint", is_flag=True, help="Hold it, or other packages' filters, to the laws.")
@click.pass_context
def filters(context: click.Context, /, name: str | None, as_json: bool, lint: bool) -> None:
    """List the filters there are, or tell everything about one.

    In Python: scrubtext.filters.ORDER, help(scrubtext.Mojibake), scrubtext.testing.check_filter.
    """
    if lint:
        broken = broken_filters(name)
        for line in broken:
            click.echo(line)
        context.exit(1 if broken else 0)
    if as_json:
        click.echo(json.dumps(filter_info(name), ensure_ascii=False, indent=1))
    elif name:
        show_filter(filter_info(name)[0])
    else:
        show_filters(filter_info(None))


@click.command()
@click.argument("file", default="-")
@click.option("--output", "-o", default="-", help="Where the text goes, as UTF-8.")
@click.option("--encoding", help="Encoding the input says it has; checked, not believed.")
@click.option("--lang", help="Language of the input: zh, zh-TW, ja, ko, ...")
@click.option("--json", "as_json", is_flag=True, help="Encoding, runs and candidates, not the text.")
@click.option("--force", is_flag=True, help="Overwrite an output that exists.")
def decode(
    file: str, output: str, encoding: str | None, lang: str | None, as_json: bool, force: bool
) -> None:
    """Turn bytes of any encoding into UTF-8, and say which encoding it was.

    In Python: scrubtext.decode(data).
    """
    check_encoding(encoding)
    check_language(lang)
    decoded = decode_file(file, encoding, lang, "" if as_json else output, force)
    if as_json:
        click.echo(json_bytes(show_decoded(decoded)) + b"\n", nl=False)
    else:
        more = ", another reading is about as good" if decoded.ambiguous else ""
        bad = f", {decoded.bad_bytes} bytes could not be read" if decoded.bad_bytes else ""
        click.echo(f"{file}: {decoded.encoding}{more}{bad}", err=True)
    sys.stdout.flush()
