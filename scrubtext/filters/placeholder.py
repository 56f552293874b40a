"""What page templates leave inside a text: stand-ins for images, buttons, notices, variables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from scrubtext.chars import Kind, mask, spell
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note, splice
from scrubtext.excise import cut_lines

if TYPE_CHECKING:
    from scrubtext.furniture.blanks import StandIn

REASONS = {
    "image": "image placeholder",
    "code": "code button",
    "expand": "expand button",
    "advert": "advertisement label",
    "browser": "browser notice",
    "loading": "loading line",
    "reader": "reader-site line",
    "spinner": "spinner line",
    "contents": "spinner line",
    "user rule": "user rule",
}
TAGS = "empty tag with random id"
TEMPLATE = "unrendered template"
DOUBLED = "paragraph doubled by a button"
DOUBTFUL = "may be a placeholder"

_ALT = "在(?:这里|這裡|此处)插入(?:图片|圖片)描述|(?:请|請)(?:添加|输入|輸入)(?:图片|圖片)描述"
_IMAGE = re.compile(
    rf"!\[(?:{_ALT}|image-\d{{14,20}}|insert image description here)\]\([^)\s]{{0,500}}\)"
    r"|\[?外链图片转存(?:失败|中)[^\]\n]{0,200}\](?:\([^)\n]{0,500}\)){0,2}"
)
_CODE = re.compile(r"[;{}]\s*$|^\s*(?:import|def|#include|<\w+)\b|\w\([^()]{0,80}\)")
_GLUED = re.compile(rf"(?:{_ALT})(?=[ \t\r]*$)|(?<=[。！？!?.；;:：])(?:{_ALT})", re.M)
_ALT_TEXT = "在这里插入图片描述"
_EDGE = 400  # characters at either end of a text where notices and leads stand
_HOST_SHAPE = spell(Kind.LETTER, Kind.STOP, Kind.LETTER)
_SIGNS = ("[nav:", "图片描述", "圖片描述", "外链图片转存", "![image-", "nsert image description")
# What a notice about browsers must name, by the kind of character it needs.
_BROWSERS = (
    (-1, ("avaScript",)),
    (1 << Kind.HAN, ("浏览器", "瀏覽器")),
    (1 << Kind.KANA, ("ブラウザ",)),
    (1 << Kind.HANGUL, ("브라우저", "자바스크립트")),
    (1 << Kind.CYRILLIC, ("раузер",)),
    (mask(Kind.LATIN, Kind.TONED), ("avigateur", "avegador", "rzegląd", "rohlížeč", "duyệt", "arayıcı")),
    (1 << Kind.OTHER, ("متصفح", "سكريبت")),
)
_BROWSER_WORDS = ("rowser", "avascript", *(w for _, words in _BROWSERS for w in words))
_READERS = ("本站", "章节", "章節", "阅读", "閱讀", "首发", "收藏", "记住", "ookmark", "hapter", "全文", "書籤")  # noqa: E501
_SPACED = re.compile(r"(?:记|記)\s住|收\s藏|(?:章)\s(?:节|節)|(?:阅|閱)\s(?:读|讀)|首\s(?:发|發)")
_ASIAN = mask(Kind.HAN, Kind.KANA, Kind.HANGUL)
_FULL = 1 << Kind.FULL_ALNUM
_HOSTLIKE = re.compile(r"[wWｗＷ]\s?[wWｗＷ]\s?[wWｗＷ]|[.．·点。，]\s?[cnotiCNOｃｎｏＣＮＯ]\s?[ocesrｏｃｅＯＣＥ]|(?:一秒|请)\s?[记記]")  # noqa: E501


@dataclass(frozen=True, kw_only=True)
class Placeholder:
    r"""Stand-ins a template left in the text, on lines of their own between paragraphs.

    Images that were not taken along (在这里插入图片描述), buttons (展开全部, Show more) and the paragraph
    they double, labels of advertisements again and again, notices about browsers, unrendered variables,
    empty tags that all carry one random id, lines of reader sites in disguise, leads of article spinners.

    Left alone: the same words inside sentences, as titles, in lists and menus that are no prose, in code
    and in texts about the very thing. A word that is doubtful alone goes only where it is repeated.

    >>> import scrubtext
    >>> scrubtext.clean("一张图胜过千言万语。\n在这里插入图片描述\n图中是一座桥。", Placeholder())
    '一张图胜过千言万语。\n图中是一座桥。'
    """

    name: ClassVar[str] = "placeholder"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {*REASONS.values(), TAGS, TEMPLATE, DOUBLED, DOUBTFUL}
    )
    min_repeats: int = 2  # lines alike that make a doubtful word a certain one
    min_prose: float = 0.34  # share of the text that must be sentences for buttons and labels to go
    strict: bool = False  # doubtful words and templates go at their first occurrence
    extra: tuple[str, ...] = ()  # lines of the user's own, and patterns: see furniture/rules.py

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """What a template left in ``doc``."""
        from scrubtext.furniture.blanks import DRESS, MAX_LINE, lines

        text, kinds = doc.text, doc.kinds
        known = lines()
        look = _Look(doc, self)
        if (
            self.extra
            or (kinds >> Kind.LESS & 1 and ' id="' in text)
            or (kinds >> Kind.BRACE & 1 and ("{{" in text or "{[" in text or "${" in text))
            or (kinds >> Kind.SQUARE & 1 and any(s in text for s in _SIGNS))
            or (kinds >> Kind.HAN & 1 and _ALT_TEXT in text)
            or look.about_browsers
            or look.about_readers
            or not known.keys().isdisjoint(
                [text[a:b].strip(DRESS).casefold() for a, b in doc.lines if 0 < b - a <= MAX_LINE]
            )
        ):
            return look.find()
        return ()


class _Look:
    """One document on its way through the filter."""

    def __init__(self, doc: Doc, options: Placeholder) -> None:
        self.doc, self.text, self.options = doc, doc.text, options

    @cached_property
    def edges(self) -> str:
        """The two ends of the text, where notices and leads stand."""
        text = self.text
        short = len(text) <= 2 * _EDGE or not self.doc.kinds & _ASIAN  # a quick search there
        return text if short else f"{text[:_EDGE]}\n{text[-_EDGE:]}"

    @cached_property
    def about_browsers(self) -> bool:
        edges, kinds = self.edges, self.doc.kinds
        if not kinds & _ASIAN and ("rowser" in edges or "avascript" in edges):
            return True
        for needed, words in _BROWSERS:
            if kinds & needed:
                for word in words:
                    if word in edges:
                        return True
        return False

    @cached_property
    def about_spinners(self) -> bool:
        edges = self.edges
        return bool(self.doc.kinds >> Kind.HAN & 1) and ("本站" in edges or "目录一览" in edges)

    @cached_property
    def about_readers(self) -> bool:
        text = self.text
        if not self.doc.kinds & _FULL and _HOST_SHAPE not in self.doc.shape:
            return self.about_spinners
        return any(s in text for s in _READERS) or bool(_SPACED.search(text))

    def find(self) -> Iterator[Finding]:
        """Everything, in order; a line that goes takes what was found inside it along."""
        blocks, notes = self.blocks()
        inline = [e for e in self.inline() if not _inside(e, blocks)]
        edits = sorted([*cut_lines(self.text, blocks), *inline])
        if edits and not splice(self.text, _disjoint(edits)).strip():
            yield Note(edits[0].start, edits[-1].end, DOUBTFUL)
            return
        yield from _disjoint(edits)
        yield from sorted(notes)

    def blocks(self) -> tuple[list[tuple[int, int, str]], list[Note]]:
        """Lines that go, in order and disjoint; and what was left in doubt."""
        found: dict[tuple[int, int], str] = {}
        notes = []
        for a, b, why in self.candidates():
            if why == DOUBTFUL:
                notes.append(Note(a, b, DOUBTFUL))
            else:
                found.setdefault((a, b), why)
        kept = any(self.text[a:b].strip() for a, b in self.doc.lines if (a, b) not in found)
        if not kept:
            return [], [Note(a, b, DOUBTFUL) for a, b in sorted(found)]
        return [(a, b, why) for (a, b), why in sorted(found.items())], notes

    def candidates(self) -> Iterator[tuple[int, int, str]]:
        yield from self.stand_ins()
        if self.about_browsers:
            yield from self.notices()
        if self.about_readers:
            yield from self.reader_lines()
            yield from self.spinner_lines()
        if any(mark in self.text for mark in ("{{", "{[", "${", "[nav:", "<%", "%%")):
            yield from self.variables()
        yield from self.own_rules()

    @cached_property
    def filled(self) -> list[tuple[int, int]]:
        """The lines that are not blank and not inside a code fence."""
        text, fenced, out = self.text, False, []
        for a, b in self.doc.lines:
            if text.startswith("```", a) or text.startswith("~~~", a):
                fenced = not fenced
            elif not fenced and text[a:b].strip():
                out.append((a, b))
        return out

    @cached_property
    def is_prose(self) -> bool:
        """Whether the text is told in sentences: menus, lists and verse are not."""
        from scrubtext.furniture.tail import prose_share

        told, total = prose_share(self.text, self.filled)
        return told >= 20 and told >= self.options.min_prose * total

    def stand_ins(self) -> Iterator[tuple[int, int, str]]:
        from scrubtext.furniture.blanks import DRESS, MAX_LINE, lines

        known, text, filled = lines(), self.text, self.filled
        hits: list[tuple[int, StandIn, str]] = []
        for i, (a, b) in enumerate(filled):
            if b - a <= MAX_LINE:
                key = text[a:b].strip(DRESS).casefold()
                word = known.get(key)
                if word and (not word.plain or text[a:b].strip().casefold() == word.plain):
                    hits.append((i, word, key))
        counts = Counter(key for _, _, key in hits)
        for i, word, key in hits:
            a, b = filled[i]
            twin = self.doubled(i) if word.cls == "expand" else None
            if twin:
                yield *twin, DOUBLED
            if twin or self.certain(i, word, key, counts[key]):
                yield a, b, REASONS[word.cls]
            elif word.weight > 1 and self.is_prose and i:
                yield a, b, DOUBTFUL

    def certain(self, i: int, word: StandIn, key: str, count: int) -> bool:
        """Whether a stand-in line goes."""
        if word.cls == "image" and word.weight > 1:
            return "描述" in key or self.between_prose(i)
        if word.cls == "contents" or not self.is_prose or i == 0:
            return False
        if word.cls == "code":
            return count >= self.options.min_repeats or self.beside_code(i)
        if not self.between_prose(i):
            return False
        if word.weight > 1 and not self.mentioned(key, count):
            return True
        return count > self.options.min_repeats or (
            self.options.strict or (count == self.options.min_repeats and not self.mentioned(key, count))
        )

    def mentioned(self, key: str, count: int) -> bool:
        """Whether the text speaks of the thing: the word stands elsewhere than on lines of its own."""
        return self.text.casefold().count(key) > count

    def between_prose(self, i: int) -> bool:
        from scrubtext.furniture.shapes import is_prose

        near = [self.filled[k] for k in (i - 1, i + 1) if 0 <= k < len(self.filled)]
        return any(is_prose(self.text[a:b]) for a, b in near)

    def beside_code(self, i: int) -> bool:
        near = [self.filled[k] for k in (i - 1, i + 1) if 0 <= k < len(self.filled)]
        return any(_CODE.search(self.text[a : min(b, a + 400)]) for a, b in near)

    def doubled(self, i: int) -> tuple[int, int] | None:
        """The shorter copy of a paragraph above a button, where the whole one stands below it."""
        if not 0 < i < len(self.filled) - 1:
            return None
        (a, b), (c, d) = self.filled[i - 1], self.filled[i + 1]
        short = self.text[a:b].strip().rstrip(".…").rstrip()
        return (a, b) if len(short) >= 12 and self.text[c:d].strip().startswith(short) else None

    def notices(self) -> Iterator[tuple[int, int, str]]:
        from scrubtext.furniture.blanks import parts
        from scrubtext.furniture.shapes import units

        found = []
        for i, (a, b) in enumerate(self.filled):
            line = self.text[a:b]
            if len(line) <= 320 and any(s in line for s in _BROWSER_WORDS):
                hit = parts().find(line)
                if hit and hit.marker.cls == "browser" and units(line) <= 90:
                    found.append((i, a, b))
        gone = {(a, b) for _, a, b in found}
        rest = "".join(self.text[x:y] for x, y in self.filled if (x, y) not in gone)
        if found and not any(s in rest for s in _BROWSER_WORDS):
            yield from ((a, b, REASONS["browser"]) for _, a, b in found)

    def reader_lines(self) -> Iterator[tuple[int, int, str]]:
        from scrubtext.furniture.blanks import calls, folded, host

        for a, b in self.filled:
            if 8 <= b - a <= 140 and _HOSTLIKE.search(self.text, a, b):
                line = folded(self.text[a:b])
                weight = sum([w for call, w in calls() if call in line])
                sure = (weight >= 1 and host(line)) or weight >= 4
                if sure and line[0] not in "「『‘'" and "“" not in self.text[a:b]:
                    yield a, b, REASONS["reader"]

    def spinner_lines(self) -> Iterator[tuple[int, int, str]]:
        """Leads and closings with at least two formulas of spinners, and their table of contents."""
        from scrubtext.furniture.blanks import parts
        from scrubtext.furniture.shapes import units

        edge = {*self.filled[:5], *self.filled[-4:]}
        found = 0
        for a, b in self.filled:
            line = self.text[a:b]
            told = (a, b) in edge and len(line) <= 700 and units(line) <= 240 and "“" not in line
            if told and len(parts().rows(line, "spinner")) >= 2:
                found += 1
                yield a, b, REASONS["spinner"]
        if found:
            yield from self.contents()

    def contents(self) -> Iterator[tuple[int, int, str]]:
        for i, (a, b) in enumerate(self.filled):
            if self.text[a:b].strip().rstrip(":：") in ("本文目录一览", "本文目录", "文章目录一览"):
                yield a, b, REASONS["contents"]
                for c, d in self.filled[i + 1 : i + 13]:
                    item = self.text[c:d].strip()
                    if not re.match(r"\d{1,2}[、.．]", item) or (d - c > 60 and self.text.count(item) < 2):
                        break
                    yield c, d, REASONS["contents"]
                return

    def variables(self) -> Iterator[tuple[int, int, str]]:
        from scrubtext.furniture.blanks import templates

        for a, b, sure in templates(self.text, self.doc.lines):
            yield a, b, TEMPLATE if sure or self.options.strict else DOUBTFUL

    def own_rules(self) -> Iterator[tuple[int, int, str]]:
        if self.options.extra:
            from scrubtext.furniture.rules import matcher

            matches = matcher(self.options.extra)
            for a, b in self.filled:
                if matches(self.text[a:b]):
                    yield a, b, REASONS["user rule"]

    def inline(self) -> Iterator[Edit]:
        from scrubtext.furniture.blanks import random_tags

        text = self.text
        if any(s in text for s in (_ALT_TEXT, *_SIGNS)):
            for m in sorted([*_IMAGE.finditer(text), *_GLUED.finditer(text)], key=lambda m: m.start()):
                yield self.whole_line(m.start(), m.end(), REASONS["image"])
        if ' id="' in text and "```" not in text:
            for a, b in random_tags(text):
                yield self.whole_line(a, b, TAGS)

    def whole_line(self, a: int, b: int, why: str) -> Edit:
        """The span; with its line where nothing else stands on it."""
        text = self.text
        first, last = text.rfind("\n", 0, a) + 1, text.find("\n", b)
        last = len(text) if last < 0 else last
        if not text[first:a].strip() and not text[b:last].strip() and (first or last < len(text)):
            return next(cut_lines(text, [(first, last, why)]))
        return Edit(a, b, "", why)


def _disjoint(edits: list[Edit]) -> Iterator[Edit]:
    at = 0
    for e in edits:
        if e.start >= at:
            yield e
            at = e.end


def _inside(edit: Edit, blocks: list[tuple[int, int, str]]) -> bool:
    return any(a <= edit.start and edit.end <= b + 1 for a, b, _ in blocks)
