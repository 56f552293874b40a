"""How findings, filters and encodings look on a terminal; plain text where there is none."""

from __future__ import annotations

import sys
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from scrubtext.audit import Report
from scrubtext.audit.excerpt import Excerpt, excerpts, outcome, visible
from scrubtext.furniture.rules import RuleHit
from scrubtext.run.single import Explained

__all__ = ["show_decoded", "show_filter", "show_filters", "show_preview", "show_report", "show_result"]


def _console() -> Console:
    """Standard output; lines stay whole where it is no terminal."""
    console = Console(file=sys.stdout, highlight=False)
    return console if console.is_terminal else Console(file=sys.stdout, highlight=False, width=10_000)


def show_result(explained: Explained) -> None:
    """Every finding with its place, as a compiler shows an error; a summary at the end."""
    console = _console()
    for name, result in explained.results.items():
        label = explained.label if len(explained.results) == 1 else f"{explained.label}:{name}"
        for e in excerpts(result):
            console.print(_head(label, e), soft_wrap=True)
            for line in _body(e):
                console.print(line, soft_wrap=True)
        for drop in result.drops:
            console.print(Text(f"{label}: not worth keeping: {drop.why} ({drop.score:.2f})"))
        counts = ", ".join(f"{k} {v}" for k, v in result.counts.items()) or "nothing found"
        talk = Console(file=sys.stderr, highlight=False, soft_wrap=True)
        if explained.record.note:
            talk.print(Text(f"{label}: {explained.record.note}, would be written as UTF-8"))
        talk.print(Text(f"{label}: {len(result.original):,} characters, {counts}"))


def _head(label: str, e: Excerpt) -> Text:
    f = e.finding
    colour = "yellow" if f.kind == "note" else "red"
    return Text.assemble(
        (f"{label}:{e.line}:{e.column}: ", "bold"), (f.filter, f"bold {colour}"), f": {f.why}",
        (outcome(f), "dim"),
    )  # fmt: skip


def _body(e: Excerpt) -> list[Text]:
    """The line, and below it what the finding covers and what becomes of it."""
    number = f"{e.line:>6} │ "
    before, old = visible(e.before), visible(e.old)
    f = e.finding
    style = "yellow" if f.kind == "note" else "red strike" if not f.new else "red"
    source = Text.assemble((number, "blue"), before, (old, style), visible(e.after))
    gap, under = Text(before).cell_len, max(1, Text(old).cell_len)
    mark = ("^" if f.end == f.start else "~") * under
    below = Text.assemble((f"{'':>6} │ ", "blue"), " " * gap, (mark, "yellow" if f.kind == "note" else "red"))
    if f.kind == "edit" and f.new:
        below.append(f" {visible(f.new)}", "green")
    return [source, below]


def show_filters(rows: list[dict[str, Any]]) -> None:
    """All filters, a line each."""
    table = Table("filter", "presets", "finds", box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(row["name"], " ".join(row["presets"]), row["purpose"])
    _console().print(table)


def show_filter(row: dict[str, Any]) -> None:
    """Everything about one filter."""
    console = _console()
    console.print(Text(f"{row['name']}  (scrubtext.{row['class']})", "bold"))
    console.print(Text(row["doc"]))
    console.print(Text("\nfields", "bold"))
    for field in row["fields"]:
        console.print(Text(f"  {field['name']}: {field['type']} = {field['default']!r}"))
    console.print(Text("\nreasons", "bold"))
    for why in row["reasons"]:
        console.print(Text(f"  {why}"))
    console.print(Text(f"\nin presets: {', '.join(row['presets']) or 'none; name it to use it'}"))


def show_report(report: Report) -> None:
    """An audit's totals, filter by filter, reason by reason, and the worst of it."""
    console, t = _console(), report.tally
    used = ", ".join(r["fingerprint"] for r in report.runs) or "unknown"
    console.print(
        Text(
            f"{len(report.files):,} files, {t.records:,} records, {t.changed:,} changed; characters "
            f"{t.chars_in:,} in, {t.chars_out:,} out; {t.rejected:,} rejected; pipeline {used}"
        )
    )
    table = Table("filter", "reason", box=None, pad_edge=False, header_style="bold")
    for title in ("findings", "removed", "put in", "share"):
        table.add_column(title, justify="right")
    for name, why, found, removed, added, share in report.by_reason():
        table.add_row(name, why, f"{found:,}", f"{removed:,}", f"{added:,}", f"{share:.2%}")
    for (name, why), count in sorted(report.notes.items()):
        table.add_row(name, f"{why} (left)", f"{count:,}", "", "", "")
    console.print(table)
    for name, record, lost in report.worst_records()[:10]:
        if lost:
            console.print(Text(f"lost most: {name}:{record}: {lost:,} characters"))
    for why, count in sorted(report.drops.items()):
        console.print(Text(f"not worth keeping: {why}: {count:,} records"))


def show_preview(hits: list[RuleHit]) -> None:
    """The lines rules would match, the most frequent first."""
    table = Table("times", "rule", "line", box=None, pad_edge=False, header_style="bold")
    for hit in hits:
        table.add_row(f"{hit.times:,}", Text(hit.rule), Text(visible(hit.line)))
    _console().print(table if hits else "no line matches")


def show_decoded(decoded: Any) -> dict[str, Any]:
    """An encoding and how it was found, as data."""
    return {
        "encoding": decoded.encoding,
        "ambiguous": decoded.ambiguous,
        "bad_bytes": decoded.bad_bytes,
        "characters": len(decoded.text),
        "segments": [list(s) for s in decoded.segments],
        "candidates": [list(c) for c in decoded.candidates],
    }
