r"""Characters that are still written as escapes: HTML entities, ``\u`` escapes, quoted-printable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit
from scrubtext.escapes.backslash import stray_backslashes
from scrubtext.escapes.entities import entities, has_entity
from scrubtext.escapes.runs import has_quoted, quoted_printable, u_escapes
from scrubtext.excise import disjoint
from scrubtext.fields import check_fields

__all__ = ["EscapedText"]

_AMPERSAND, _BACKSLASH, _EQUALS = map(mask, (Kind.AMPERSAND, Kind.BACKSLASH, Kind.EQUALS))
_MARKUP = ("<!doctype", "<html", "<?xml", "<svg")


@dataclass(frozen=True, kw_only=True)
class EscapedText:
    r"""Escapes that were meant to be seen as characters: ``&#20013;&#22269;`` for 中国.

    Entities are undone through all their layers (``&amp;nbsp;`` too), but for those that name ``&``,
    ``<`` or ``>``: of these every layer beyond the first goes (``&amp;lt;`` and ``&amp;amp;lt;`` both
    become ``&lt;``) and a lone ``&lt;`` is never touched, so the result is a fixed point. Runs of
    ``\u4e2d\u6587`` and of quoted-printable bytes (``=E4=B8=AD=E6=96=87``) are decoded where they are
    unmistakable: several in a row that spell letters. Code, addresses, attributes of tags, lines
    of data, entities shown by themselves or spoken of (beside their own character, as the object of a
    verb of writing or replacing, in a row) and texts about escapes stay; whole HTML and XML documents
    do, too. With ``backslashes`` the backslash that programs wrote after 許, 功, 蓋 and other
    characters whose last byte in Big5 or Shift-JIS is a backslash goes as well.

    >>> import scrubtext
    >>> scrubtext.clean("&#20013;&#22269; a &amp;lt; b &lt; c", EscapedText())
    '中国 a &lt; b &lt; c'
    """

    name: ClassVar[str] = "escaped_text"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {"entity", "escaped entity", "unicode escape", "quoted-printable", "stray backslash"}
    )
    needs: ClassVar[int] = mask(Kind.AMPERSAND, Kind.BACKSLASH, Kind.EQUALS)

    backslashes: bool = False  # text that came through Big5 or Shift-JIS byte by byte

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Edits for each escape or run of escapes."""
        text, kinds = doc.text, doc.kinds
        amp = bool(kinds & _AMPERSAND) and has_entity(text)
        back = bool(kinds & _BACKSLASH) and "\\u" in text
        quoted = bool(kinds & _EQUALS) and has_quoted(text)
        stray = self.backslashes and bool(kinds & _BACKSLASH)
        if not amp and not back and not quoted and not stray:
            return ()
        if text[:200].lstrip("\ufeff \t\r\n").lower().startswith(_MARKUP):
            return ()
        edits = [*(entities(text) if amp else ()), *(u_escapes(text) if back else ())]
        edits += quoted_printable(text) if quoted else ()
        edits += stray_backslashes(text) if stray else ()
        return disjoint(sorted(edits))
