r"""What a page carries below its article: related articles, share bars, credits, notices, footers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note
from scrubtext.excise import blanks_before, cut_lines
from scrubtext.fields import check_fields
from scrubtext.furniture.closing_words import closed_at
from scrubtext.furniture.markers import index
from scrubtext.furniture.suspicion import may_hold

if TYPE_CHECKING:
    from scrubtext.furniture.block import Block
    from scrubtext.furniture.markers import Index

REASONS = {
    "related": "related articles",
    "navigation": "page navigation",
    "share": "share bar",
    "follow": "follow call",
    "disclaimer": "disclaimer",
    "copyright": "copyright notice",
    "submission": "submission note",
    "credit": "credit line",
    "source": "source line",
    "date": "date line",
    "tags": "tag line",
    "publisher": "publisher block",
    "comments": "comment furniture",
    "newsletter": "newsletter call",
    "cookie": "cookie notice",
    "footer": "site footer",
    "user rule": "user rule",
}
GLUED = "glued link"
CLOSED = "closing words"
ALONE = "marker without company"
MOSTLY = "mostly furniture"

@dataclass(frozen=True, kw_only=True)
class Trailer:
    r"""Furniture below an article, cut where position, marker and what follows all say so.

    A marker (``data/trailer_markers.tsv``, twenty languages) counts on a line of its own, with nothing
    but furniture from it to the end of the text, below prose. One strong marker is enough, weak ones
    need company of another class; a copyright line never goes alone. A line in other words counts by
    what it says (``data/furniture_stems.tsv``: more + stories, share + this article, our + newsletter),
    or by its form (roles and names, counters, hashtags). Below a text told in paragraphs to its end
    one weak line is enough, unless it is a sentence or a label an author may have written. Credits,
    sources and dates that stood on lines of their own are handed back in ``Result.meta``.

    Left alone: markers with prose after them (相关研究, Related work), numbered clauses, licence terms,
    references and notes, credits inside the last paragraph and at the head, sign-offs, captions, texts
    that are no prose (lists, verse, tables) and texts about the very thing (how to write a disclaimer).

    ``strict`` takes a weak marker alone. Of 2,911 manuals in ten languages (13 MB) it cut the last
    lines of 10 (a section 著者, a heading 上一頁); without it none is touched.

    >>> import scrubtext
    >>> text = "城里的桥修好了，行人说走起来很稳，孩子们也喜欢。河边的灯在傍晚六点准时亮起。"
    >>> tail = "\n\n责任编辑：方圆\n相关阅读：\n老桥的新生\n河边的灯"
    >>> scrubtext.clean(text + tail, Trailer()) == text
    True
    """

    name: ClassVar[str] = "trailer"
    reasons: ClassVar[frozenset[str]] = frozenset({*REASONS.values(), GLUED, CLOSED, ALONE, MOSTLY})
    meta: ClassVar[Mapping[str, str]] = {
        "credit line": "credit",
        "source line": "source",
        "date line": "date",
    }
    min_body: int = 24  # characters before the first line looked at: shorter heads are titles
    min_prose: float = 0.34  # share of what stays that must be sentences; lists and verse have none
    min_kept: float = 0.12  # share of the text that must stay; else the text is a page of links
    strict: bool = False  # weak markers are enough, and one short line above a marker goes with it
    keep_related: bool = False
    keep_navigation: bool = False
    keep_share: bool = False
    keep_follow: bool = False
    keep_disclaimers: bool = False
    keep_copyright: bool = False
    keep_submission: bool = False
    keep_credits: bool = False  # credit, source, date and tag lines
    keep_publisher: bool = False
    keep_comments: bool = False
    keep_newsletter: bool = False
    keep_cookie: bool = False
    keep_footer: bool = False
    extra: tuple[str, ...] = ()  # markers of the user's own: see furniture/rules.py

    def __post_init__(self) -> None:
        check_fields(self)
        if self.extra:
            from scrubtext.furniture.rules import matcher

            matcher(self.extra)  # refuses what would match too much

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """What stands below the article of ``doc``."""
        words = index(self.extra)
        found = may_hold(doc, words, self.min_body)
        closed = closed_at(doc, len(doc.text), words.closing) >= 0
        if not found and not closed and doc.text[-24:].rstrip()[-1:] not in words.glued_ends:
            return ()
        return self._find(doc, words, found)

    def _find(self, doc: Doc, words: Index, found: bool) -> Iterator[Finding]:
        from scrubtext.furniture.tail import walk
        from scrubtext.furniture.verdict import registered

        blocks = _trimmed(doc.text, walk(doc, words, self.min_body)) if found else []
        cut = len(doc.text)
        if blocks:
            verdict = self._verdict(doc, blocks)
            if verdict:
                yield Note(blocks[0].lines[0].start, blocks[-1].lines[-1].end, verdict)
                blocks = registered(blocks) if verdict == MOSTLY else []
            if blocks:
                cut = blocks[0].lines[0].start
        if (at := closed_at(doc, cut, words.closing)) >= 0 and not self.keep_copyright:
            yield Edit(at - blanks_before(doc.text, at), len(doc.text[:cut].rstrip()), "", CLOSED)
        else:
            yield from _glued(doc.text, cut, words)
        if blocks and (edit := self._behind(doc.text, blocks[0])):
            yield edit
            blocks = _below(blocks)
        yield from cut_lines(doc.text, self._spans(blocks))

    def _behind(self, text: str, block: Block) -> Edit | None:
        """The cut of what stands behind the last sentence, on its line."""
        head = block.lines[0]
        if self._kept(block.cls) or not text[text.rfind("\n", 0, head.start) + 1 : head.start].strip():
            return None
        end = head.start + len(text[head.start : head.end].rstrip())
        end = end if text[end:].strip() else len(text.rstrip("\r\n"))
        return Edit(head.start - blanks_before(text, head.start), end, "", REASONS[block.cls])

    def _verdict(self, doc: Doc, blocks: Sequence[Block]) -> str:
        """Why the blocks stay, or nothing."""
        from scrubtext.furniture.tail import prose_share
        from scrubtext.furniture.verdict import bare, doubts, is_article, is_many

        text, start = doc.text, blocks[0].lines[0].start
        lines = [(a, min(b, start)) for a, b in doc.lines if a < start]
        told, kept = prose_share(text, lines)
        clear = is_article(text, lines, told, kept) and all(bare(b, text) for b in blocks)
        doubt = doubts(blocks, text, self.strict, clear)
        if doubt:
            return ALONE
        least = self.min_prose / 2 if is_many(blocks, text) else self.min_prose
        if told < 20 or told < least * kept:
            return MOSTLY
        return MOSTLY if start < self.min_kept * len(text) else ""

    def _spans(self, blocks: Sequence[Block]) -> Iterator[tuple[int, int, str]]:
        for block in blocks:
            if not self._kept(block.cls):
                yield block.lines[0].start, block.lines[-1].end, REASONS[block.cls]

    def _kept(self, cls: str) -> bool:
        field = {"disclaimer": "disclaimers", "credit": "credits", "source": "credits"}.get(
            cls, cls
        )
        field = {"date": "credits", "tags": "credits"}.get(field, field)
        return bool(getattr(self, f"keep_{field}", False))


def _trimmed(text: str, blocks: list[Block]) -> list[Block]:
    """Without blocks at the top that an author may well have written."""
    if not blocks:
        return blocks
    from scrubtext.furniture.own import is_own

    at = 0
    while at < len(blocks) and (_slight(blocks[at]) or is_own(text, blocks[at])):
        at += 1
    return blocks[at:]


def _slight(block: Block) -> bool:
    """Whether a block is a notice that proves nothing, and no button."""
    return block.weight == 0 and block.cls in ("disclaimer", "footer") and not _button(block)


def _below(blocks: list[Block]) -> list[Block]:
    """The blocks without the first line of all: it is cut apart."""
    first, *rest = blocks
    lines = first.lines[1:]
    return [first._replace(lines=lines), *rest] if lines else rest


def _button(block: Block) -> bool:
    """Whether a block is a word or two alone, as a menu has them: ``Advertisement``."""
    from scrubtext.furniture.shapes import TITLE

    head = block.lines[0]
    bare = head.hit is not None and not head.hit.value
    return bare and len(block.lines) == 1 and head.shape == TITLE and head.end - head.start <= 16


def _glued(text: str, cut: int, words: Index) -> Iterator[Edit]:
    """The link a page glues to the last sentence: ``返回首页>>``."""
    first = max(0, cut - 4000)
    last = text[first:cut].rstrip()
    if last[-1:] not in words.glued_ends or not last.endswith(words.glued):
        return
    phrase = next(g for g in words.glued if last.endswith(g))
    end = first + len(last)
    start = end - len(phrase)
    if start > 0 and "\n" not in text[max(0, start - 8) : start]:
        yield Edit(start - blanks_before(text, start), end, "", GLUED)
