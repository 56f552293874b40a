"""A report as HTML: one page that needs nothing but itself."""

from __future__ import annotations

from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from scrubtext.audit.jsons import json_bytes
from scrubtext.audit.report import Report

__all__ = ["page_html"]

LONGEST = 120  # characters of a finding the page carries; of a longer one, its two ends


def page_html(report: Report, title: str = "scrubtext report") -> bytes:
    """The report as one self-contained page, as UTF-8.

    Everything from the audit travels as JSON without ``<`` and is shown as text, never as markup; the
    page's own policy forbids it any connection.

    >>> page_html(Report())[:15]
    b'<!doctype html>'
    """
    data = json_bytes(_data(report))
    for raw, safe in ((b"<", b"\\u003c"), (b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029")):
        data = data.replace(raw, safe)
    before, after = _template().split(b"{{data}}")
    head = escape(title).encode("utf-8", "replace")
    return before.replace(b"{{title}}", head) + data + after


@cache
def _template() -> bytes:
    """The page with its style and script put in."""
    here = files("scrubtext.audit")
    page = (here / "page.html").read_bytes()
    for name in ("page.css", "page.js"):
        page = page.replace(b"{{" + name.encode() + b"}}", (here / name).read_bytes())
    return page


def _data(report: Report) -> dict[str, Any]:
    """The report, with its samples as short rows over tables of names."""
    names: dict[str, int] = {}

    def place(name: str) -> int:
        return names.setdefault(name, len(names))

    rows = [
        [
            place(row["file"]),
            row["record"],
            place(row["filter"]),
            place(row["why"]),
            0 if row["kind"] == "edit" else 1,
            _short(row["old"]),
            _short(row.get("new", "")),
            row.get("left", ""),
            row.get("right", ""),
        ]
        for row in report.samples
    ]
    return {**report.data(), "found": report.found, "samples": rows, "names": list(names)}


def _short(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half]} … ({len(text) - 2 * half:,} more) … {text[-half:]}"
