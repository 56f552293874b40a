"""Which writing surrounds a mark, and where marks are not marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from scrubtext.chars import Kind, mask, spell
from scrubtext.doc import Doc
from scrubtext.marks.program import COMMAND
from scrubtext.verbatim import code_spans, inside, merge, urls

__all__ = ["EAST", "WEST", "Context"]

EAST = spell(Kind.HAN, Kind.GUN, Kind.KANA, Kind.COMPAT)
WEST = spell(Kind.LETTER, Kind.DIGIT, Kind.LATIN, Kind.TONED, Kind.GREEK, Kind.CYRILLIC)
_WORD = spell(Kind.LETTER, Kind.LATIN, Kind.TONED, Kind.GREEK, Kind.CYRILLIC)
_BLOCK = 64  # characters: a mark is judged by its block and the blocks beside it, inside its line

# Seen through when the neighbour of a mark is looked for: other marks, quotes, closing brackets.
_CLEAR = frozenset("\"'“”‘’「」『』《》〈〉【】〔〕［］[]()（）*_~,，;；:：!！?？.。、…`＂＇")


@cache
def _words() -> bytes:
    """Table from kinds: W for letters of words, a blank for the rest."""
    return bytes(87 if kind in _WORD else 32 for kind in range(256))


def _count_words(shape: bytes) -> int:
    return (b" " + shape.translate(_words())).count(b" W")


@cache
def _not_east() -> bytes:
    return bytes(set(range(256)) - set(EAST))


@cache
def _code_line() -> re.Pattern[str]:
    # Calls, assignments, pairs; keywords; entries, strings; a command with its argument; tags
    return re.compile(
        r"\w\(\s*[\"']|(?<![=!<>])=\s*[\"'\[{]|[\"']\s*[:,]\s*[\"'{\[\d]|[)\"'}\]]\s*;\s*$|=>|->|==|!=|&&|\|\|"
        r"|^\s*(?://|/\*|#include|#define|import |from \w+ import |def \w+\(|class \w+|return )"
        r"|^\s*(?:- )?[A-Za-z_][A-Za-z0-9_.-]*:\s+([\"']).+\1\s*(?:#.*)?$|\"{3}|'{3}|\\[nt][\"']"
        rf"|^{COMMAND}$"
        r"|^\s*(?:--|REM) |^\s*[\w.-]+\s*=\s*\S|^\s*[{}\[\]]|^\s*\$ |</?[a-zA-Z][^<>]*>"
    )


_CODE_SIGN = re.compile("[=\"';&|<>/#{}$\\[\\]]")  # every line of code has one, but for these
_CODE_WORDS = ("import ", "from ", "def ", "class ", "return ", "-- ", "REM ")
# Lines about marks and width, and examples of what is wrong: there the marks are meant.
_LESSON = re.compile(
    "[半全][角形]|[标標][点點]|[逗句冒引][号號]|句読点|コンマ|full-?width|half-?width"
)
_EXAMPLE = re.compile(r"\s*[-*>]?\s*(?:错误|錯誤|❌|✗|反例|误例|Wrong|Incorrect)")
_MASK_SIGN = re.compile(r"[<$\\/&{]|\]\(|[:;=][!-~]|[\w-]\.[A-Za-z]")  # what each of _masked has


@cache
def _masked() -> re.Pattern[str]:
    return re.compile(
        r"\]\([^()\n]{0,500}\)"  # the target of a Markdown link
        r"|<[A-Za-z/!][^<>\n]{0,500}>"
        r"|\$[^$\n\u4e00-\u9fff]{1,200}\$|\{\{[^{}\n]{0,200}\}\}"
        r"|(?:[A-Za-z]:)?[\\/][\w.-]+(?:[\\/][\w.-]+)+"  # paths
        r"|[\w-]{1,80}\.(?:[A-Za-z][A-Za-z0-9]{1,4})(?![A-Za-z0-9])"  # file names, hosts
        r"|&#?\w{1,31};|(?<![A-Za-z0-9:]):[a-z0-9_+-]{2,30}:(?![A-Za-z0-9])"
        r"|(?<![A-Za-z0-9])[:;=][-o^']?[DPpO3*/\\|)(](?![\w)(（）\u4e00-\u9fff]|[^()（）\n]{1,80}[)）])"
    )


_SMILE = re.compile(
    r"(?<![A-Za-z0-9])[:;=][-o^']?(?:\)|\((?![^()（）\n]{0,80}[)）])|[DPp](?=[\u3400-\u9fff]))"
)
_OPEN = re.compile("[(（]")
_CLOSED = re.compile("[)）]")


def _smiles(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Emoticons before Han: a bracket of theirs closes none, and none closes it."""
    depth, upto = 0, start
    for m in _SMILE.finditer(text, start, end):
        depth += len(_OPEN.findall(text, upto, m.start())) - len(_CLOSED.findall(text, upto, m.start()))
        depth, upto = max(depth, 0), m.start()
        if not m.group().endswith(")") or not depth:
            upto = m.end()
            yield m.span()


def _docstrings(text: str) -> list[tuple[int, int]]:
    """Strings in three quotes, over lines."""
    found: list[tuple[int, int]] = []
    for marks in ('"' * 3, "'" * 3):
        at = text.find(marks)
        while at >= 0 and (end := text.find(marks, at + 3)) >= 0:
            found.append((at, end + 3))
            at = text.find(marks, end + 3)
    return found


class Context:
    """The lines of a document, judged once each."""

    def __init__(self, doc: Doc) -> None:
        self.text, self.shape = doc.text, doc.shape
        spans = [*code_spans(doc.text), *urls(doc.text), *_docstrings(doc.text)]
        self._verbatim = inside(merge(spans))
        self._masked: Callable[[int], bool] | None = None
        self._kana = bool(doc.kinds & mask(Kind.KANA))
        self._line = (0, 0)
        self._east: dict[tuple[int, int], bool] = {}

    def enter(self, line: tuple[int, int]) -> None:
        """Go to a line: its links, tags, paths, file names and emoticons are not judged."""
        self._line, self._masked = line, None

    def verbatim(self, at: int) -> bool:
        """Whether ``at`` lies in code, an address, or a masked piece of the line entered."""
        if self._masked is None:  # seldom asked
            found = _MASK_SIGN.search(self.text, *self._line)
            spans = [m.span() for m in _masked().finditer(self.text, *self._line)] if found else []
            self._masked = inside(merge([*spans, *_smiles(self.text, *self._line)]))
        return self._masked(at) or self._verbatim(at)

    def left(self, at: int) -> int:
        """Kind of the letter before ``at``, other marks and some spaces seen through; 0 without one."""
        return self._letter(range(at - 1, max(at - 17, -1), -1))

    def right(self, at: int) -> int:
        """Kind of the letter from ``at`` on, other marks and some spaces seen through."""
        return self._letter(range(at, min(at + 16, len(self.text))))

    def _letter(self, where: range) -> int:
        spaces = 0
        for i in where:
            spaces += self.text[i] == " "
            if self.text[i] not in _CLEAR and (self.text[i] != " " or spaces > 3):
                return self.shape[i]
        return 0

    def is_east(self, at: int, line: tuple[int, int]) -> bool:
        """Whether there are more Han and kana than Latin words around ``at``."""
        key = (line[0], at // _BLOCK)
        if key not in self._east:
            start = max(line[0], (at // _BLOCK - 1) * _BLOCK)
            piece = self.shape[start : min(line[1], (at // _BLOCK + 2) * _BLOCK)]
            east = len(piece.translate(None, _not_east()))
            self._east[key] = east > _count_words(piece)
        return self._east[key]

    def has_east(self, start: int, end: int) -> bool:
        """Whether a span holds Han or kana."""
        return bool(self.shape[start:end].translate(None, _not_east()))

    def has_west(self, start: int, end: int) -> bool:
        """Whether a span holds a Latin, Greek or Cyrillic word."""
        return _count_words(self.shape[start:end]) > 0

    def is_japanese(self, line: tuple[int, int]) -> bool:
        """Whether a line has kana, more than a Chinese one borrows: its marks are other ones."""
        piece = self.shape[line[0] : min(line[1], line[0] + 2000)]
        kana = piece.count(Kind.KANA)
        return kana > 1 and kana * 5 >= len(piece.translate(None, _not_east()))

    def spares(self, line: tuple[int, int]) -> bool:
        """Whether a line is code, data, Japanese, or a lesson about marks."""
        if self._kana and self.is_japanese(line):
            return True
        text = self.text[line[0] : min(line[1], line[0] + 2000)]
        if _LESSON.search(text) or _EXAMPLE.match(text):
            return True
        if _CODE_SIGN.search(text) is None and not text.lstrip().startswith(_CODE_WORDS):
            return False
        return _code_line().search(text) is not None
