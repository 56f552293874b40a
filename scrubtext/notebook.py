"""A patch as HTML for notebooks: what was removed struck through, what was put in its place beside it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from scrubtext.edit import Row

__all__ = ["patch_html"]


def patch_html(original: str, rows: Iterable[Row]) -> str:
    """``original`` with a patch drawn into it; hostile text is escaped.

    >>> patch_html("<b>,,", [Row(3, 4, ",", "", "doubled_punctuation", "doubled mark")])[34:38]
    '&lt;'
    """
    out, at = [], 0
    for row in rows:
        out.append(escape(original[at : row.start]))
        title = escape(f"{row.filter}: {row.why}", quote=True)
        if row.old:
            out.append(f'<del title="{title}" style="background:#f8717155">{escape(row.old)}</del>')
        if row.new:
            out.append(f'<ins title="{title}" style="background:#4ade8055">{escape(row.new)}</ins>')
        at = row.end
    out.append(escape(original[at:]))
    return f'<div style="white-space:pre-wrap">{"".join(out)}</div>'
