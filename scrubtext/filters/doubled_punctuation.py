"""Two marks where one belongs: a comma put before the author's mark, or a mark typed twice."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scrubtext import tables
from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding
from scrubtext.fields import check_fields
from scrubtext.marks.program import is_program

__all__ = ["DoubledPunctuation"]

WHY = "doubled mark"
_COMMAS = (Kind.COMMA, Kind.FULL_COMMA, Kind.IDEO_COMMA)
_FOLLOWERS = (Kind.QUESTION, Kind.EXCLAIM, Kind.SEMICOLON, Kind.COLON, Kind.FULL_QUESTION) + (
    Kind.FULL_EXCLAIM, Kind.FULL_SEMICOLON, Kind.FULL_COLON
)  # fmt: skip
_BARS = (Kind.STOP, Kind.ELLIPSIS, Kind.DASH, Kind.HYPHEN)  # a third mark makes it something else


@dataclass(frozen=True, kw_only=True)
class DoubledPunctuation:
    """A comma in front of the mark that counts (``,,`` ``,。`` ``，、``), or a mark typed twice.

    Rewriting tools put a comma before every mark; people slip. The later mark is the author's, the
    earlier goes. ``、、`` and exactly two full stops are slips, too; three of a kind, ellipses,
    dashes, ``？！``, marks beside quotation marks, code and its comments, diffs, rows of data,
    lines about punctuation and anything whose left neighbour is not Chinese or Japanese stay. Where
    a tool put an ASCII comma before nine of ten full-width marks of a page, and before eight at
    least, all those commas go: after numbers and Latin words, too.

    >>> from scrubtext import clean
    >>> clean("好的。。我们走，，吧,。", DoubledPunctuation())
    '好的。我们走，吧。'
    """

    name: ClassVar[str] = "doubled_punctuation"
    reasons: ClassVar[frozenset[str]] = frozenset({WHY})
    needs: ClassVar[int] = mask(*_COMMAS, Kind.IDEO_STOP, Kind.FULL_SEMICOLON)

    min_clause: int = 8  # mean Han characters between ASCII commas; rows of data are far below

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """An edit for the earlier of two marks."""
        if not doc.kinds & self.needs:
            return ()
        if not doc.kinds & _WRITING or _TWO not in doc.shape.translate(_either()):
            return ()
        put = self._put(doc.text) if Kind.COMMA in doc.shape else []
        return self._with_put(doc.text, put) if put else self._find(doc)

    def _find(self, doc: Doc) -> Iterator[Edit]:
        text = doc.text
        places = _Places(text, self.min_clause)
        new = tuple.__new__  # half the cost of the named tuple's own
        for m in _pair().finditer(doc.shape.translate(_classes())):
            at = m.start()
            if _fits(text, at) and places.allow(at):
                yield new(Edit, (at, at + 1, "", WHY))

    def _put(self, text: str) -> list[int]:
        """Where a comma stands before a full-width mark, if a tool put one before every mark."""
        at = [m.start() for m in _PUT.finditer(text)]
        if len(at) < MIN_PUT or len(at) < PUT_SHARE * sum(map(text.count, _FULL)):
            return []
        places = _Places(text, self.min_clause, topics=False)
        return [k for k in at if places.allow(k)]

    def _with_put(self, text: str, put: list[int]) -> list[Edit]:
        """The commas a tool put into the text, and what is doubled without them."""
        ends = zip([0, *[k + 1 for k in put]], [*put, len(text)], strict=True)
        rest = "".join([text[a:b] for a, b in ends])
        moved = [k - n for n, k in enumerate(put)]  # where they were, in what is left
        own = [e.start + bisect_right(moved, e.start) for e in self._find(Doc(rest))]
        return [Edit(at, at + 1, "", WHY) for at in sorted([*put, *own])]


_FULL = "，。、；：？！"
_PUT = re.compile(f",(?<=[^\\n“‘「『《（(`].)(?=[{_FULL}])")
MIN_PUT = 8  # commas before full-width marks from which a page may have one before every mark
PUT_SHARE = 0.9  # ... of all its full-width marks
_COMMA, _STOP, _SEMI, _AFTER, _BAR = b"cstab"
_TWO = b"\1\1"
_WRITING = mask(Kind.HAN, Kind.KANA)  # what must stand somewhere to the left


@cache
def _either() -> bytes:
    """Translation of a shape to one for the marks that may be doubled, and zero."""
    return bytes([kind in b"csta" for kind in _classes()])


@cache
def _classes() -> bytes:
    """Translation of a shape to the few classes that matter here; all else is zero."""
    table = bytearray(256)
    for kinds, number in ((_COMMAS, _COMMA), (_FOLLOWERS, _AFTER), (_BARS, _BAR)):
        for kind in kinds:
            table[kind] = number
    table[Kind.IDEO_STOP] = _STOP
    table[Kind.FULL_SEMICOLON] = _SEMI
    return bytes(table)


@cache
def _pair() -> re.Pattern[bytes]:
    """Exactly two marks: a comma and another mark, two full stops, two semicolons."""
    return re.compile(rb"(?:c[csta]|ss|tt)(?<![cstab]..)(?![cstab])", re.DOTALL)


_LEFT = re.compile(r"[\u3041-\u30ff\u3400-\u9fff々〆〇」』》〉】〕〗”’）)]")
_QUOTE = re.compile(r"[，。、；：？！][”’」』]")  # after an ASCII comma
_RIGHT = re.compile(r"[^\W_]|[“‘「『《〈【〔〖（(\[]|[ \t\u3000]*(?:\r?\n|\Z)|[ \u3000][^\W_]")


def _fits(text: str, at: int) -> bool:
    """Whether the marks at ``at`` stand after Chinese or Japanese and before text or a line's end."""
    if at == 0 or not _LEFT.match(text, at - 1):
        return False
    first, second = text[at], text[at + 1]
    if not _RIGHT.match(text, at + 2) and not (first == "," and _QUOTE.match(text, at + 1)):
        return False
    left, right = text[at - 1], text[at + 2 : at + 3]
    if left == ")" and not "\u3400" <= right <= "\u9fff":
        return False
    if first == second == "," and (right.isdigit() or _low_quote(text, at)):
        return False
    return not (second in ":;" and right.isascii() and right.isalnum())


def _low_quote(text: str, at: int) -> bool:
    """Whether two commas are a low quotation mark that is closed in the same line."""
    return bool(_LOW.match(text, at + 2))


_LOW = re.compile(r"[A-Za-z\u00c0-\u024f][^,“\n]{0,200}?(?:''|“|\")")


@cache
def _brakes() -> re.Pattern[str]:
    return re.compile("|".join(row[0] for row in tables.rows("punctuation_topics.tsv")))


class _Places:
    """What the lines around a finding say: code, data, or a text about marks. Asked left to right."""

    def __init__(self, text: str, min_clause: int, topics: bool = True) -> None:
        self.text = text
        self.topics = topics  # whether lines about marks are spared
        self.min_clause = min_clause
        self.start = self.end = -1
        self.prose = self.ascii_too = False
        self.ticks = self.ticks_upto = 0  # backticks in the line so far
        self.fenced = False
        self.fences_upto = 0

    def allow(self, at: int) -> bool:
        """Whether an edit may be made at ``at``."""
        text = self.text
        if not self.start <= at <= self.end:
            self._enter(at)
        if not self.prose or (text[at : at + 2] == ",," and not self.ascii_too):
            return False
        self.ticks += text.count("`", self.ticks_upto, at)
        self.ticks_upto = at
        return self.ticks % 2 == 0

    def _enter(self, at: int) -> None:
        """Look at the line of ``at``: whether it is prose, and its ASCII commas those of prose."""
        text = self.text
        self.start = self.ticks_upto = text.rfind("\n", 0, at) + 1
        self.ticks = 0
        found = text.find("\n", at)
        self.end = found if found >= 0 else len(text)
        if len(_FENCE.findall(text, self.fences_upto, self.start)) % 2:
            self.fenced = not self.fenced
        self.fences_upto = self.start
        line = text[self.start : self.end]
        self.prose = not (self.fenced or _CODE.match(line) or is_program(text, self.start, self.end))
        if self.prose and self.topics:
            self.prose = not _brakes().search(line)
        parts = [part for part in line.split(",") if part]
        self.ascii_too = bool(_SENTENCE.search(line)) or (
            len(_HAN.findall(line)) >= self.min_clause * len(parts)
        )


_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_CODE = re.compile(r" {4}|\t|\||```")
_SENTENCE = re.compile(r"[。！？；：]")
_HAN = re.compile(r"[\u3041-\u30ff\u3400-\u9fff]")
