"""Text that was decoded with the wrong encoding, in any direction, once or several times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Note
from scrubtext.fields import check_fields
from scrubtext.mojibake.gate import regions
from scrubtext.mojibake.lost import lost_reasons
from scrubtext.mojibake.mark import mark_reasons
from scrubtext.mojibake.propose import reasons
from scrubtext.mojibake.sisters import may_be_sister, sister_reasons

__all__ = ["Mojibake"]


# What byte order marks begin with: one look at a text's first character rules nearly all of them out.
MARK_STARTS = frozenset("ïďļοןпяОÔ∩´锘癤嚜鏤\ufffd")
_CONTROLS = frozenset(map(chr, range(0x80, 0xA0)))


def _with_head(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, and the start of the text if a byte order mark stands there."""
    from scrubtext.mojibake.mark import marked

    head = marked(text)
    return [(0, head), *spans] if head and not (spans and spans[0][0] < head) else spans


def _spans(doc: Doc) -> list[tuple[int, int]]:
    """What of a text is to be looked at; of nearly all texts nothing."""
    if doc.text.isascii():
        return []
    spans = regions(doc)
    return _with_head(doc.text, spans) if doc.text[0] in MARK_STARTS else spans


@dataclass(frozen=True, kw_only=True)
class Mojibake:
    """Text that was decoded with the wrong encoding: UTF-8, GBK, Big5, Shift-JIS, KOI8, cp1252 ...

    >>> import scrubtext
    >>> scrubtext.clean("鍏充簬鎴戜滑 | Ïðèâåò ìèð", Mojibake())
    '关于我们 | Привет мир'

    It comes from files, tags and pages read as what they were not, at times twice. Every way back is
    tried on the lines that look odd, and the one that makes the text much likelier is taken; the unit
    of likelihood is the nat of ``scrubtext.plausibility``. Letters of Turkey and the middle of Europe
    shown as Western ones (``baþkenti``) are judged by the whole text. What is not sure is noted, with the
    candidates, and left. Text nobody can restore (锟斤拷, U+FFFD) is noted with the number of lost
    characters. Left alone: garble that is quoted, discussed, or stands beside its right text.

    >>> [n.lost for n in scrubtext.explain("姓名：锟斤拷", Mojibake()).notes]
    [2]
    """

    name: ClassVar[str] = "mojibake"
    reasons: ClassVar[frozenset[str]] = reasons() | lost_reasons() | mark_reasons() | sister_reasons()

    lang: str = ""  # language of the text, as zh or ru: halves the margins, speaks against others
    irreversible: Literal["keep", "replace", "remove"] = "keep"  # what becomes of lost text
    # Nats. On clean text the best wrong reading gains 4 on average and 11 at most; right readings of
    # two characters gain 25 (see benchmarks/mojibake.py).
    min_gain: float = 12.0
    min_gain_inside: float = 6.0  # UTF-8 inside a word, where its marks cannot be punctuation
    min_note: float = 9.0  # noted from here on

    def __post_init__(self) -> None:
        check_fields(self)
        if self.lang:
            from scrubtext.decoding.named import check_language

            check_language(self.lang)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit | Note]:
        """What was decoded wrongly in ``doc``."""
        spans = _spans(doc)
        return self._find(doc, spans) if spans or may_be_sister(doc) else ()

    def _find(self, doc: Doc, spans: list[tuple[int, int]]) -> Iterator[Edit | Note]:
        from scrubtext.mojibake.echoes import with_echoes
        from scrubtext.mojibake.rounds import settled
        from scrubtext.mojibake.sisters import sisters

        first: list[Edit | Note] = self._round(doc.text, spans)
        sure = [f for f in first if isinstance(f, Edit) and doc.text[f.start : f.end] not in _CONTROLS]
        if not sure and (not spans or may_be_sister(doc)):  # a control alone may be a letter of any table
            first = [*sisters(doc.text)] or first
        if sure:
            first = with_echoes(doc.text, first)
        yield from settled(doc.text, first, self._again)

    def _again(self, text: str) -> list[Edit | Note]:
        """What is wrong in a text some of which was repaired."""
        spans = _spans(Doc(text))
        return self._round(text, spans) if spans else []

    def _round(self, text: str, spans: list[tuple[int, int]]) -> list[Edit | Note]:
        from scrubtext.mojibake.repair import Margins, repair_all

        known = 0.5 if self.lang else 1.0
        margins = Margins(self.min_gain * known, self.min_gain_inside * known, self.min_note)
        return list(repair_all(text, spans, self.lang or None, margins, self.irreversible))
