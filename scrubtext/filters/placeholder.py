"""What page templates leave inside a text: stand-ins for images, buttons, notices, variables."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, ClassVar

from scrubtext.doc import Doc, lazy, takes_doc
from scrubtext.edit import Edit, Finding, Note, splice
from scrubtext.excise import cut_lines, cut_whole, disjoint
from scrubtext.fields import check_fields
from scrubtext.furniture import hints
from scrubtext.furniture.announced import is_announced, is_explained
from scrubtext.furniture.page import Page, Span

if TYPE_CHECKING:
    from scrubtext.furniture.blanks import StandIn

REASONS = {
    "image": "image placeholder",
    "code": "code button",
    "expand": "expand button",
    "advert": "advertisement label",
    "browser": "browser notice",
    "loading": "loading line",
    "posted": "footer of an entry",
    "reader": "reader-site line",
    "spinner": "spinner line",
    "contents": "spinner line",
    "link": "link between paragraphs",
    "tool": "page tools",
    "signup": "newsletter box",
    "user rule": "user rule",
    "doubled": "paragraph doubled by a button",
    "tags": "empty tag with random id",
    "template": "unrendered template",
}
QUOTED = frozenset(REASONS[cls] for cls in ("image", "loading", "expand", "browser"))
TEMPLATE = REASONS["template"]
DOUBTFUL = "may be a placeholder"
MIN_KEY = 4  # letters of a word that is no tag of a page: img

@dataclass(frozen=True, kw_only=True)
class Placeholder:
    r"""Stand-ins a template left in the text, on lines of their own between paragraphs.

    Images that were not taken along (在这里插入图片描述), buttons (展开全部, Show more) and the paragraph
    they double, labels of advertisements again and again, notices about browsers, what template engines
    left unrendered (``{% include %}``, ``[gallery]``, ``%TITLE%``), names of picture files, empty tags that
    all carry one random id, lines of reader sites in disguise, leads of article spinners, footers of entries,
    links to other articles and names of tools between two paragraphs (延伸阅读：…, 文字大小 · 分享 · 列印).
    A line between two paragraphs in other words counts by what it says (``data/placeholder_stems.tsv``).

    Left alone: the same words inside sentences, as titles, in lists and menus that are no prose, in code
    and in texts about the very thing. A word that is doubtful alone goes only where it is repeated, or
    where it stands between paragraphs of an article that has no headings.

    ``strict`` takes a doubtful word at its first occurrence: of 2,911 manuals in ten languages 7 lost
    a heading that is named like a button (閉じる, Expand).

    >>> import scrubtext
    >>> scrubtext.clean("一张图胜过千言万语。\n在这里插入图片描述\n图中是一座桥。", Placeholder())
    '一张图胜过千言万语。\n图中是一座桥。'
    """

    name: ClassVar[str] = "placeholder"
    reasons: ClassVar[frozenset[str]] = frozenset({*REASONS.values(), DOUBTFUL})
    min_repeats: int = 2  # lines alike that make a doubtful word a certain one
    min_prose: float = 0.34  # share of the text that must be sentences for buttons and labels to go
    strict: bool = False  # doubtful words and templates go at their first occurrence
    extra: tuple[str, ...] = ()  # lines of the user's own, and patterns: see furniture/rules.py

    def __post_init__(self) -> None:
        check_fields(self)
        if self.extra:
            from scrubtext.furniture.rules import matcher

            matcher(self.extra)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """What a template left in ``doc``."""
        page = Page(doc, self.min_prose)
        found = hints.hints(page)
        return _Look(page, self, found).find() if found or self.extra else ()


class _Look:
    """One document on its way through the filter."""

    def __init__(self, page: Page, options: Placeholder, found: int) -> None:
        self.doc, self.text = page.doc, page.text
        self.page, self.options, self.found = page, options, found

    def find(self) -> Iterator[Finding]:
        """Everything, in order; a line that goes takes what was found inside it along."""
        blocks, notes = self.blocks()
        inline = [e for e in self.inline() if not _inside(e, blocks)]
        edits = sorted([*cut_lines(self.text, blocks), *inline])
        if edits and not splice(self.text, disjoint(edits)).strip():
            yield Note(edits[0].start, edits[-1].end, DOUBTFUL)
            return
        yield from disjoint(edits)
        yield from sorted(set(notes))

    def blocks(self) -> tuple[list[tuple[int, int, str]], list[Note]]:
        """Lines that go, in order and disjoint; and what was left in doubt."""
        found: dict[tuple[int, int], str] = {}
        notes = []
        for a, b, why in (one for look in self.looks() for one in look.candidates()):
            told = why == REASONS["expand"] and self.page.tells_of_buttons
            shown = why in QUOTED and (is_announced(self.text, a) or is_explained(self.text, b))
            if why == DOUBTFUL or told or shown:
                notes.append(Note(a, b, DOUBTFUL))
            else:
                found.setdefault((a, b), why)
        kept = any(self.text[a:b].strip() for a, b in self.doc.lines if (a, b) not in found)
        if not kept:
            return [], [Note(a, b, DOUBTFUL) for a, b in sorted(found)]
        notes = [n for n in notes if (n.start, n.end) not in found]
        return [(a, b, why) for (a, b), why in sorted(found.items())], notes

    def looks(self) -> Iterator[_Look]:
        """The look itself, and one for each kind of line with the other kinds left out."""
        from scrubtext.furniture.apart import views

        yield self
        yield from (_Look(page, self.options, self.found) for page in views(self.page))

    def candidates(self) -> Iterator[tuple[int, int, str]]:
        from scrubtext.furniture import footers, notices
        from scrubtext.furniture.leads import leads

        gone: dict[Span, str] = {}
        if self.found & hints.LEFT:
            from scrubtext.furniture.leftovers import leftovers

            seen = leftovers(self.page, bool(self.found & hints.PRESSES), bool(self.found & hints.DOUBLES))
            gone = {(a, b): REASONS[cls] for a, b, cls in seen}
        yield from ((a, b, why) for (a, b), why in gone.items())
        yield from self.stand_ins(gone.keys())
        if self.found & hints.BROWSERS:
            yield from ((a, b, REASONS["browser"]) for a, b in notices.browser_notices(self.page))
        if self.found & hints.SAYINGS:
            yield from self.sayings()
            yield from self.asides()
        if self.found & hints.SIGNUPS and self.page.is_prose:
            from scrubtext.furniture.signup import signups

            yield from ((a, b, REASONS["signup"]) for a, b in signups(self.page))
        if self.found & hints.FOOTERS:
            yield from ((a, b, REASONS["posted"]) for a, b in footers.entry_footers(self.page))
        yield from ((a, b, REASONS["reader"]) for (a, b), alone in self.watermarks if alone)
        if self.found & hints.READERS:
            cut = sorted(start for (start, _), _ in self.watermarks)
            for (a, b), alone in notices.reader_lines(self.page):
                if bisect_left(cut, a) == bisect_left(cut, b):
                    yield a, b, REASONS["reader"] if alone else DOUBTFUL
        if self.found & hints.SPINNERS:
            yield from ((a, b, REASONS[cls]) for (a, b), cls in leads(self.page))
        if self.found & hints.TEMPLATES:
            yield from self.variables()
        if self.options.extra:
            from scrubtext.furniture.rules import matching

            spans = matching(self.text, self.page.filled, self.options.extra)
            yield from ((a, b, REASONS["user rule"]) for a, b in spans)

    @lazy
    def watermarks(self) -> list[tuple[tuple[int, int], bool]]:
        """Calls to read on at a host, and whether one is all of its line."""
        if not self.found & hints.CALLS or not self.page.is_prose:
            return []
        from scrubtext.furniture.readers import watermarks

        return list(watermarks(self.page))

    def stand_ins(self, gone: Collection[Span]) -> Iterator[tuple[int, int, str]]:
        from scrubtext.furniture.blanks import stand_ins

        filled = self.page.filled
        hits = stand_ins(self.text, filled) if self.found & hints.LINES else []
        counts = Counter(key for _, _, key in hits)
        sure = {(i, key) for i, word, key in hits if self.certain(i, word, key, counts[key])}
        labels = {key for _, key in sure}  # of two labels of advertisements one tells what the other is
        for i, word, key in hits:
            a, b = filled[i]
            if (a, b) in gone:
                continue
            if (i, key) in sure or (word.cls == "advert" and i and key in labels):
                yield a, b, REASONS[word.cls]
            elif word.weight > 1 and self.page.is_prose and i:
                yield a, b, DOUBTFUL

    def sayings(self) -> Iterator[tuple[int, int, str]]:
        """Stand-ins known by the stems of their words, between two paragraphs or below the last one."""
        from scrubtext.furniture.blanks import MAX_LINE, said

        page, filled = self.page, self.page.filled
        hits = []
        for i in range(1, len(filled)) if page.is_prose else ():
            a, b = filled[i]
            amid = page.amid_prose(i) or (i == len(filled) - 1 and page.is_article)
            if b - a <= MAX_LINE and amid and (word := said(self.text[a:b].strip())):
                hits.append((a, b, word, self.text[a:b].strip().casefold()))
        counts = Counter(key for *_, key in hits)
        for a, b, word, key in hits:
            enough = word.weight > 1 or page.is_article or counts[key] > self.options.min_repeats
            if enough and not self.mentioned(key, counts[key]):
                yield a, b, REASONS[word.cls]

    def asides(self) -> Iterator[tuple[int, int, str]]:
        """Players, and lines that speak of the page and not of the matter."""
        from scrubtext.furniture.leftovers import asides

        yield from ((a, b, REASONS[cls]) for a, b, cls in asides(self.page))

    def certain(self, i: int, word: StandIn, key: str, count: int) -> bool:
        """Whether a stand-in line goes."""
        page, repeats = self.page, self.options.min_repeats
        if word.cls == "image" and word.weight > 1:
            above = i == 0 and word.plain != "" and page.is_article
            told = self.mentioned(key, count) and (len(key) < MIN_KEY or "描述" not in key)
            reach = 2 if word.plain and page.is_prose else 1  # in brackets it is no heading
            return not told and ("描述" in key or above or page.between_prose(i, reach))
        if word.cls == "contents" or not page.is_prose or i == 0:
            return False
        if word.cls == "code" and (count >= repeats or page.beside_code(i)):
            return True
        if word.cls == "code" and word.weight < 2:
            return False
        if not page.between_prose(i):
            return False
        if count > repeats or self.options.strict:
            return True
        if word.cls == "expand" and count == 1 and page.is_article and page.amid_or_below(i):
            return not self.mentioned(key, count)
        return (word.weight > 1 or count == repeats) and not self.mentioned(key, count)

    def mentioned(self, key: str, count: int) -> bool:
        """Whether the text speaks of the thing: the word stands elsewhere than on lines of its own."""
        return self.page.times(key) > count

    def variables(self) -> Iterator[tuple[int, int, str]]:
        from scrubtext.furniture.remnants import remnants

        for a, b, sure in remnants(self.text, self.doc.lines):
            sure = sure and self.page.is_prose
            yield a, b, TEMPLATE if sure or self.options.strict else DOUBTFUL

    def inline(self) -> Iterator[Edit]:
        from scrubtext.furniture.inline import pieces

        yield from (Edit(a, b, "", REASONS["reader"]) for (a, b), alone in self.watermarks if not alone)
        for a, b, cls, whole in pieces(self.page, self.found):
            yield cut_whole(self.text, a, b, REASONS[cls]) if whole else Edit(a, b, "", REASONS[cls])


def _inside(edit: Edit, blocks: list[tuple[int, int, str]]) -> bool:
    k = bisect_right(blocks, edit.start, key=itemgetter(0)) - 1
    return k >= 0 and edit.end <= blocks[k][1] + 1
