"""Marks of the other width: half-width in Chinese text, full-width in Latin text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from scrubtext.chars import Kind
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit
from scrubtext.errors import ConfigError
from scrubtext.fields import check_fields
from scrubtext.marks.context import EAST, WEST, Context
from scrubtext.marks.data import is_data
from scrubtext.marks.pairs import pairs
from scrubtext.marks.places import FULL_MARKS, HALF_MARKS, places

__all__ = ["Punctuation"]

_TO_FULL = dict(zip(",;:!?.", "，；：！？。", strict=True))
_TO_HALF = dict(zip("，；：！？。、", ",;:!?.,", strict=True))
_FULL = re.compile(f"[{''.join(_TO_HALF)}]")
_SIGNS = frozenset("％＋－＝／＆＃＠＿．＜＞")
_QUOTES = {"curly": "“”‘’", "corner": "「」『』", "keep": ""}


_RUNS = {"!": "!?", "?": "!?", "！": "！？", "？": "！？"}  # marks that stand together


@dataclass(frozen=True, kw_only=True)
class Punctuation:
    """Marks by context: ``你好,世界`` gets its ，and ``Hello，world`` its comma (opt-in).

    What decides is the writing around the mark: more Han and kana than Latin words, and a Han
    character, kana or CJK mark beside it. Brackets follow what they hold and quotes are turned by
    pair (``quotes``: ``curly``, ``corner`` or ``keep``). The space after a mark goes or comes with
    its width. Numbers, times, decimals, ``a,b``, addresses, file names, code, Markdown links,
    emoticons, rows of data, lessons about marks and Japanese lines stay.

    >>> import scrubtext
    >>> scrubtext.clean('他说:"你好,世界!"共3,000人(见图1.2).', Punctuation())
    '他说：“你好，世界！”共3,000人（见图1.2）。'
    >>> scrubtext.clean("Hello，world！", Punctuation())
    'Hello, world!'
    """

    name: ClassVar[str] = "punctuation"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {"half-width mark", "full-width mark", "half-width bracket", "full-width bracket", "quote"}
    )
    needs: ClassVar[int] = HALF_MARKS | FULL_MARKS
    quotes: str = "curly"  # curly | corner | keep

    def __post_init__(self) -> None:
        check_fields(self)
        if self.quotes not in _QUOTES:
            raise ConfigError(f"punctuation: quotes is one of {', '.join(_QUOTES)}")

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """One edit a mark, with the space it brings or takes."""
        found = places(doc)
        return self._find(doc, found) if found else ()

    def _find(self, doc: Doc, found: list[int]) -> Iterator[Edit]:
        context = Context(doc)
        starts = [start for start, _ in doc.lines]
        for k, near in groupby(found, lambda at: bisect_right(starts, at) - 1):
            line = doc.lines[k]
            marks = list(near)
            if context.spares(line) or is_data(doc.text, doc.lines, k):
                continue
            if any(doc.text[at] in _TO_HALF for at in marks):  # then all of the line, for unity
                marks = sorted({*marks, *(m.start() for m in _FULL.finditer(doc.text, *line))})
            context.enter(line)
            edits = [*_single(context, line, marks), *pairs(context, line, _QUOTES[self.quotes])]
            yield from sorted(edits)


def _single(c: Context, line: tuple[int, int], marks: Iterable[int]) -> Iterator[Edit]:
    """Edits for the marks of one line that stand alone."""
    upto = line[0]
    for start in marks:
        mark = c.text[start]
        if start < upto or not (mark in _TO_FULL or mark in _TO_HALF or mark in _SIGNS):
            continue
        start, upto = _run(c.text, start, line)
        if mark in _TO_FULL:
            if _wants_full(c, line, start, upto) and not c.verbatim(start):
                yield _widen(c, line, start, upto)
        elif _wants_half(c, line, start, upto) and not c.verbatim(start):
            yield _narrow(c, line, start, upto)


def _run(text: str, at: int, line: tuple[int, int]) -> tuple[int, int]:
    """The span of a mark; question and exclamation marks stand together."""
    family = _RUNS.get(text[at])
    start, end = at, at + 1
    if family:
        while start > line[0] and text[start - 1] in family:
            start -= 1
        while end < line[1] and text[end] in family:
            end += 1
    return start, end


def _wants_full(c: Context, line: tuple[int, int], start: int, end: int) -> bool:
    text, mark = c.text, c.text[start]
    before, after = text[start - 1 : start], text[end : end + 1]
    if mark in ",;:." and (mark in (before, after) or (mark == "." and before in "…")):
        return False  # runs: ... :: ,,
    if (mark in "!:?" and after in ("=", "[", "/")) or (mark in "!?" and after == ":"):
        return False  # != ![ :/ ?:
    if (mark == ":" and before in ("?", "!")) or _is_shown(before, after):
        return False
    left, right = c.left(start), c.right(end)
    if not c.is_east(start, line):
        return False
    if mark == ".":
        ends = end >= line[1] or after in " \"'”’」』)）" or right in EAST
        closed = before in (")", "）") and c.has_east(max(line[0], start - 40), start)
        return (left in EAST or closed) and ends and not _is_west(c, end)
    if left in EAST:
        return True
    if _in_latin_quote(c, line, start):
        return False
    return right in EAST and left in WEST and (mark != ":" or not before.isdigit())


def _is_shown(before: str, after: str) -> bool:
    """Whether the mark alone stands between quotes, or begins quoted code: it is spoken of."""
    if not before or not after or before not in "\"'“‘「『`":
        return False
    return after in "\"'”’」』`" or (after.isascii() and after.isalnum())


def _is_west(c: Context, end: int) -> bool:
    """Whether a letter or digit follows at once: a file name, a section number."""
    return end < len(c.shape) and c.shape[end] in WEST


def _widen(c: Context, line: tuple[int, int], start: int, end: int) -> Edit:
    new = "".join(_TO_FULL[char] for char in c.text[start:end])
    if end < line[1] - 1 and c.text[end] == " " and c.text[end + 1] not in " \t":
        end += 1  # the full-width mark brings its own space
    if start - 1 > line[0] and c.text[start - 1] == " " and c.shape[start - 2] in EAST:
        start -= 1
    return Edit(start, end, new, "half-width mark")


def _wants_half(c: Context, line: tuple[int, int], start: int, end: int) -> bool:
    mark = c.text[start]
    near = (c.shape[start - 1] if start else 0), (c.shape[end] if end < len(c.shape) else 0)
    if mark == "％":
        return near[0] == Kind.DIGIT
    if mark not in _TO_HALF:
        return near[0] in WEST and near[1] in WEST
    if near[0] == near[1] == Kind.DIGIT and mark in "，：":
        return _is_number(c.text, start)
    if c.is_east(start, line):
        return _in_latin_quote(c, line, start)
    return c.left(start) in WEST and not c.has_east(*_clause(c, line, start))


def _is_number(text: str, at: int) -> bool:
    """Whether ，or ：between digits belongs to a number or a time of day."""
    around = text[max(at - 5, 0) : at] + "|" + text[at + 1 : at + 6]
    if text[at] == "，":  # 3，000 and 12，500; 100，200 may be a list
        return re.search(r"(?<!\d)(?:\d{1,2}\|\d{3}|\d{3}\|000)(?!\d)", around) is not None
    return (
        re.search(
            r"(?:(?<!\d)(?:[01]\d|2[0-3])|(?:^|[\s午晨晚夜日于在至到~-])\d)\|[0-5]\d(?![\d分秒年月日天个種种])",
            around,
        )
        is not None
    )


def _clause(c: Context, line: tuple[int, int], at: int) -> tuple[int, int]:
    """The words around a mark, 40 characters each way, inside the line."""
    return max(line[0], at - 40), min(line[1], at + 40)


def _in_latin_quote(c: Context, line: tuple[int, int], at: int) -> bool:
    """Whether the mark stands inside quotes that hold Latin words only."""
    start = max(c.text.rfind(q, max(line[0], at - 300), at) for q in '“「『"')
    ends = [e for q in '”」』"' if (e := c.text.find(q, at, min(line[1], at + 300))) >= 0]
    if start < 0 or not ends or c.text.find("”", start, at) >= 0:
        return False
    words = re.findall("[A-Za-z]{2,}", c.text[start : min(ends)])
    return len(words) > 1 and not c.has_east(start, min(ends))


def _narrow(c: Context, line: tuple[int, int], start: int, end: int) -> Edit:
    text = c.text
    mark = text[start]
    if mark not in _TO_HALF:
        return Edit(start, end, chr(ord(mark) - 0xFEE0), "full-width mark")
    new = "".join(_TO_HALF[char] for char in text[start:end])
    both = text[start - 1 : start].isdigit() and text[end : end + 1].isdigit()
    if end < line[1] and c.shape[end] in WEST and not both:
        new += " "
    return Edit(start, end, new, "full-width mark")
