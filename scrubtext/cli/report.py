"""``scrubtext report``."""

from __future__ import annotations

from pathlib import Path

import click

from scrubtext.audit import Report, gates, page_html
from scrubtext.cli.show import show_report
from scrubtext.records.plain import json_bytes
from scrubtext.run.write import replace_bytes


@click.command()
@click.argument("audits", nargs=-1, required=True, metavar="AUDIT...")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--html", "page", type=click.Path(), help="Write one self-contained page to this file.")
@click.option("--title", default="scrubtext report", show_default=True, help="Title of the page.")
@click.option(
    "--fail-over",
    "limits",
    multiple=True,
    metavar="NAME=SHARE",
    help="Exit code 1 if a filter removed more: trailer=5%. Also total, changed, rejected, dropped.",
)
@click.pass_context
def report(
    context: click.Context,
    /,
    audits: tuple[str, ...],
    as_json: bool,
    page: str | None,
    title: str,
    limits: tuple[str, ...],
) -> None:
    """Add audits up: by filter, by reason, by file; the records that lost most.

    In Python: scrubtext.audit.Report.of(paths), page_html(report), gates(report, limits).
    """
    summed = Report.of(audits)
    broken = gates(summed, limits)
    if page:
        replace_bytes(Path(page), [page_html(summed, title)])
    if as_json:
        click.echo(json_bytes(summed.data()) + b"\n", nl=False)
    elif not page:
        show_report(summed)
    for line in broken:
        click.echo(f"scrubtext: {line}", err=True)
    context.exit(1 if broken else 0)
