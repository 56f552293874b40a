"""Blocks of search phrases that a page shows to search engines, not to readers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note
from scrubtext.fields import check_fields
from scrubtext.spam.doorway import doorways
from scrubtext.spam.lost_marks import spaced
from scrubtext.spam.triage import suspects

__all__ = ["KeywordStuffing"]


@dataclass(frozen=True, kw_only=True)
class KeywordStuffing:
    r"""Blocks of many short phrases without sentences, put on a page for search engines.

    They stand above the title, between paragraphs, at the end, or in front of a sentence, one phrase a
    line or joined by ``|`` ``,`` ``、`` spaces ``_`` ``丨`` ``#`` quotes ``-`` ``/`` ``.`` ``+`` ``~``
    ``*`` ``&`` ``>>`` ``【】`` or nothing.
    The evidence is, in this order: phrases that repeat templates and each other and hold nothing the
    page speaks of; a script foreign to the page; search templates (``query_templates.tsv``); trades in
    towns (``trades.tsv``, ``places.tsv``), or a crowd of goods and services foreign to the page; lines
    that are little but the stock of adult and gambling pages (``spam_stock.tsv``); and of four phrases
    and more that the page knows nothing of, all of this weighed together (``spam/few.py``). No word decides.
    Only the keywords of a line go; the sentence behind them stays. With a proven block go lines that
    repeat its phrases, and lines signed with the odd word it ends in.

    Left alone: tables, quoted, fenced and announced lists, a paper's keywords, questions with their
    marks, names, what towns have one of each (branches, hospitals, teams, dishes), ingredients,
    stations, verse, tables of contents, and any list the page itself speaks of. Doubtful blocks stay
    and leave a note.

    ``strict`` deletes the doubtful ones too and drops documents of which four fifths went. It costs
    honest lists of questions, offers and services that stand without an article around them.

    >>> import scrubtext
    >>> block = "牙疼是什么原因| 湿疹吃什么药| 头晕挂什么科| 打嗝怎么办| 蒲公英有什么作用| 耳鸣吃什么"
    >>> article = "石桥修好了，孩子们不用再绕路上学。村里的老人说，上一次修桥还是他年轻的时候，那时没有汽车。"
    >>> scrubtext.clean(block + "\n" + article, scrubtext.KeywordStuffing()) == article
    True
    """

    name: ClassVar[str] = "keyword_stuffing"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {
            "doubtful keywords",
            "foreign script",
            "mass of phrases",
            "mostly keywords",
            "repeated phrases",
            "search phrases",
            "sentence beside a keyword block",
            "stock words",
            "tag of a keyword block",
        }
    )

    strict: bool = (
        False  # doubtful blocks go too, and documents that are mostly keywords are dropped
    )

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """Keyword blocks, from left to right."""
        doc = spaced(doc)
        found = suspects(doc)
        if not any(found):
            yield from doorways(doc)
            return
        from scrubtext.spam.settle import judged, settled
        from scrubtext.spam.stuffing import stuffing

        def look(left: Doc) -> tuple[list[Edit], list[Note]]:
            heads = doorways(left)
            edits, notes = stuffing(left, self.strict, found if left is doc else None)
            return (heads, notes) if heads else (edits, notes)

        yield from judged(doc, look, "mostly keywords") if self.strict else settled(doc, look)
