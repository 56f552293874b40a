"""Results as HTML."""

from __future__ import annotations

from html import escape

from scrubtext.pipeline import Result

__all__ = ["result_html"]


def result_html(result: Result) -> str:
    """One result for a notebook: the original with what was removed struck through."""
    out, at = [], 0
    for row in result.edits:
        out.append(escape(result.original[at : row.start]))
        title = escape(f"{row.filter}: {row.why}", quote=True)
        if row.old:
            out.append(f'<del title="{title}" style="background:#f8717155">{escape(row.old)}</del>')
        if row.new:
            out.append(f'<ins title="{title}" style="background:#4ade8055">{escape(row.new)}</ins>')
        at = row.end
    out.append(escape(result.original[at:]))
    return f'<div style="white-space:pre-wrap">{"".join(out)}</div>'
