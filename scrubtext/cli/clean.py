"""``scrubtext clean``."""

from __future__ import annotations

from typing import Any

import click

from scrubtext.cli.options import pipeline_flags, reading_flags, spec_of, the_pipeline
from scrubtext.cli.talk import Talk
from scrubtext.records import FORMATS
from scrubtext.run import Options, run
from scrubtext.run.work import MODES

WRITTEN = [name for name in FORMATS if name not in ("html", "warc")]


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="IN...")
@click.option("--output", "-o", default="", help="File or folder; - or nothing: standard output.")
@pipeline_flags
@reading_flags
@click.option("--to", type=click.Choice(WRITTEN), help="Format of the output; else as read.")
@click.option(
    "--mode",
    type=click.Choice(MODES),
    default="clean",
    show_default=True,
    help="clean; tag: leave the text, add spans; split: keep what was removed beside it.",
)
@click.option("--audit", default="", help="JSON lines: every change, with its reason and span.")
@click.option("--dropped", default="", help="Take records not worth keeping out, into this file.")
@click.option("--rejects", default="", help="Records that could not be read, with line numbers.")
@click.option("--jobs", "-j", default=1, show_default=True, help="Processes.")
@click.option("--resume", is_flag=True, help="Go on with a run that was stopped.")
@click.option("--force", is_flag=True, help="Overwrite outputs that exist.")
@click.option("--in-place", is_flag=True, help="Write over the inputs.")
@click.option("--dry-run", is_flag=True, help="Do everything but write.")
@click.option("--quiet", "-q", is_flag=True, help="Say only what went wrong.")
@click.pass_context
def clean(context: click.Context, /, inputs: tuple[str, ...], output: str, **flags: Any) -> None:
    """Clean files, folders, globs or standard input (-).

    In Python: scrubtext.run.run(inputs, output, Options(line=pipeline)), or scrubtext.clean(text).
    """
    take = flags.pop
    line = the_pipeline(take("preset"), take("config"), take("only"), take("skip"))
    names = ("fields", "encoding", "lang", "max_record", "max_expand", "split_large")
    spec = spec_of(**{name: take(name) for name in names})
    if flags["in_place"] and output:
        raise click.UsageError("--in-place and -o exclude each other")
    flags["source"], flags["to"] = flags["source"] or "", flags["to"] or ""
    talk = Talk(quiet=take("quiet"))
    with talk:
        summary = run(inputs, output or "-", Options(line=line, spec=spec, **flags), talk)
    talk.summary(summary)
    context.exit(0 if summary.whole else 3)
