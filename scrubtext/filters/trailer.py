r"""What a page carries below its article: related articles, share bars, credits, notices, footers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note
from scrubtext.excise import cut_lines
from scrubtext.furniture.ending import ending
from scrubtext.furniture.forms import spoken
from scrubtext.furniture.markers import index
from scrubtext.furniture.shapes import is_prose

if TYPE_CHECKING:
    from scrubtext.furniture.markers import Index
    from scrubtext.furniture.tail import Block

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
ALONE = "marker without company"
MOSTLY = "mostly furniture"

# Classes that prove nothing about each other: an author may close a text with any of these.
_MODEST = {"credit", "source", "date", "tags"}
_LEGAL = {"copyright", "disclaimer", "date"}


@dataclass(frozen=True, kw_only=True)
class Trailer:
    r"""Furniture below an article, cut where position, marker and what follows all say so.

    A marker (``data/trailer_markers.tsv``, twenty languages) counts on a line of its own, with nothing
    but furniture from it to the end of the text, below prose. One strong marker is enough, weak ones
    need company of another class; a copyright line never goes alone. Credits, sources and dates that
    stood on lines of their own are handed back in ``Result.meta``.

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
    reasons: ClassVar[frozenset[str]] = frozenset({*REASONS.values(), GLUED, ALONE, MOSTLY})
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
        if self.extra:
            from scrubtext.furniture.rules import matcher

            matcher(self.extra)  # refuses what would match too much

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """What stands below the article of ``doc``."""
        words = index(self.extra)
        found = any(_begins(doc.text, a, b, words) for a, b in ending(doc, self.min_body))
        found = found or any(spoken(doc.text[a:b]) for a, b in islice(ending(doc, self.min_body), 8) if b - a < 200)
        found = found or (
            words.own is not None and any(words.own(doc.text[a:b]) for a, b in doc.lines)
        )
        found = found or "기자" in doc.text[-160:]  # a byline begins with a name, not with a marker
        found = found or any(map(words.mentions, _last_lines(doc, self.min_body)))
        if not found and doc.text[-24:].rstrip()[-1:] not in words.glued_ends:
            return ()
        return self._find(doc, words, found)

    def _find(self, doc: Doc, words: Index, found: bool) -> Iterator[Finding]:
        from scrubtext.furniture.tail import walk

        blocks = _trimmed(walk(doc, words, self.min_body)) if found else []
        cut = len(doc.text)
        if blocks:
            verdict = self._verdict(doc, blocks)
            if verdict:
                yield Note(blocks[0].lines[0].start, blocks[-1].lines[-1].end, verdict)
                blocks = []
            else:
                cut = blocks[0].lines[0].start
        yield from _glued(doc.text, cut, words)
        yield from cut_lines(doc.text, self._spans(blocks))

    def _verdict(self, doc: Doc, blocks: Sequence[Block]) -> str:
        """Why the blocks stay, or nothing."""
        from scrubtext.furniture.tail import prose_share

        text, start = doc.text, blocks[0].lines[0].start
        lines = [span for span in doc.lines if span[1] <= start]
        told, kept = prose_share(text, lines)
        clear = _is_article(text, lines, told, kept) and all(map(_bare, blocks))
        doubt = _doubt(blocks, text[:start], self.strict, clear)
        if doubt:
            return doubt
        if told < 20 or told < self.min_prose * kept:
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


def _doubt(blocks: Sequence[Block], above: str, strict: bool, clear: bool) -> str:
    """Why the blocks do not prove enough, or nothing; ``clear`` where an article stands above."""
    weights = [(b.cls, _weight(above, b)) for b in blocks if not _hints(b)]
    if sum(cls == "share" for cls, _ in weights) > 2:  # three networks, a line each
        weights.append(("share", 2))
    total = sum(w or 0.5 * (cls in _MODEST or cls == "copyright") for cls, w in weights)
    total += 0.5 * sum(map(_counts, blocks)) if clear else 0
    strong = any(w >= 2 for cls, w in weights if cls != "date")
    dates = sum(cls == "date" for cls, _ in weights)
    legal = bool(weights) and {cls for cls, _ in weights} <= {"copyright", "date"} and not strong
    if legal and not (clear and dates > 1):  # a year and a name prove nothing
        return ALONE
    if total < (1 if strict or clear else 1.5):
        return ALONE
    named = sum(b.cls in ("credit", "source") and _labelled(b) for b in blocks)
    if strong or strict or clear or named > 1 or _vouched(weights):
        return ""
    return ALONE


def _is_article(text: str, lines: Sequence[tuple[int, int]], told: float, kept: float) -> bool:
    """Whether a text is told in paragraphs to its end, as articles are."""
    filled = [text[a:b] for a, b in lines if text[a:b].strip()]
    return told >= CLEAR * kept and any(map(is_prose, filled[-2:])) and sum(map(is_prose, filled)) > 2


def _bare(block: Block) -> bool:
    """Whether nothing unknown follows a weak marker, but titles below a heading."""
    return block.weight > 1 or block.cls == "related" or len(block.lines) < 3


CLEAR = 0.8  # share of a text that is sentences where it is an article beyond doubt


def _hints(block: Block) -> bool:
    """Whether a block is a line that says one thing of the page and nothing else."""
    hit = block.lines[0].hit
    return hit is not None and hit.marker.form == "stems" and not hit.marker.weight


def _counts(block: Block) -> bool:
    """Whether such a line counts: what an author may write as well proves nothing."""
    return _hints(block) and block.cls not in _MODEST | _LEGAL | {"footer"}


def _labelled(block: Block) -> bool:
    """Whether a block is one line of label and value: two of them are the credits of a page."""
    hit = block.lines[0].hit
    return len(block.lines) == 1 and hit is not None and hit.marker.form == "value" and bool(hit.value)


def _begins(text: str, a: int, b: int, words: Index) -> bool:
    """Whether a line begins with a marker."""
    return words.gate.suspects(text, a, b) and words.find(text[a:b], whole=False) is not None


def _last_lines(doc: Doc, after: int) -> Iterator[str]:
    """The last short lines of a text: a marker may stand anywhere in them."""
    left = LAST
    for a, b in reversed(doc.lines[-4 * LAST :]):
        if not left or a < after:
            return
        if b - a > 1:
            left -= 1
            if b - a <= SHORT:
                yield doc.text[a:b]


LAST = 4  # filled lines at the end that are looked at as a whole
SHORT = 80  # characters of a line that may be a notice


def _vouched(weights: Sequence[tuple[str, int]]) -> bool:
    """Whether weak blocks prove each other: of two classes, or twice what no author writes."""
    classes = {cls for cls, _ in weights}
    plain = [cls for cls, w in weights if w and cls not in _MODEST | _LEGAL]
    if len(classes) > 1:
        return not classes <= _MODEST | _LEGAL
    return len(plain) > 1


_TOPICS = {
    "disclaimer": ("免责声明", "免責聲明", "免責事項", "disclaimer", "haftungsausschluss", "면책"),
    "cookie": ("cookie",),
}


def _speaks_of(cls: str, low: str) -> bool:
    """Whether a text is about the thing itself: how to write a disclaimer."""
    return any(word in low for word in _TOPICS.get(cls, ()))


def _trimmed(blocks: list[Block]) -> list[Block]:
    """Without blocks at the top that an author may well have written."""
    at = 0
    while (
        at < len(blocks) and blocks[at].weight == 0 and blocks[at].cls in ("disclaimer", "footer")
    ):
        at += 1
    return blocks[at:]


def _weight(kept: str, block: Block) -> int:
    """What a block proves: nothing where the text is about the thing, more where titles follow."""
    hit = block.lines[0].hit
    assert hit is not None
    if block.cls in ("disclaimer", "copyright", "cookie", "newsletter", "submission", "publisher"):
        low = kept.casefold()
        word = hit.marker.text.casefold().strip(" :：【")
        if (hit.marker.form != "part" and word in low) or _speaks_of(block.cls, low):
            return 0
    if block.cls == "related":
        followers = len(block.lines) - 1
        if not followers and not hit.value:
            return min(block.weight, 1)
        named = not hit.value or hit.marker.text.endswith((" from", " by", " von"))
        return 2 if block.weight == 1 and followers > 1 and named else block.weight
    return block.weight


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
        while text[start - 1] in " \t\u3000":
            start -= 1
        yield Edit(start, end, "", GLUED)
