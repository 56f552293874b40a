"""Places where garbled text is meant: it is quoted, discussed, or stands in a table of replacements."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from scrubtext.mojibake.shown import in_shown_list
from scrubtext.verbatim import Spans, code_spans

__all__ = ["code", "discussed", "explained", "paired", "quoted", "words_beside"]

NEAR = 120  # characters on both sides in which a word about garbling holds
_OPEN = "“‘「『《〈（([【`'\"«"
_CLOSE = "”’」』》〉）)]】`'\"»"


_OLD = r"latin-?[1-9]|iso[- ]?8859|(?:windows|cp)-?125\d|gbk|gb2312|gb18030|big-?5|shift[-_]?jis|euc-|koi8"
"""Names of encodings that stand beside UTF-8 where it is said how a text was garbled."""


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        r"乱码|亂碼|文字化け|깨진 글자|글자가 깨|mojibake|кракозябр|krakozyabry|replacement character"
        r"|\bU\+FFFD|encoding (?:error|problem|issue)|str_replace|\.replace(?:All)?\(\s*[\"'/]"
        r"|ftfy|fix_encoding|fix_text|characters? like|(?:file|text|wrong|character) encoding|charset"
        rf"|utf-?8(?!\d).{{0,{NEAR}}}(?<![a-z])(?:{_OLD})|(?<![a-z])(?:{_OLD}).{{0,{NEAR}}}utf-?8(?!\d)"
        r"|StrConv|\.(?:en|de)code\(|utf8_(?:en|de)code\(|mb_convert_encoding|force_encoding|\bunescape\(escape\(",
        re.IGNORECASE,
    )


# What one of the words needs: in other scripts as it stands, and in ASCII.
_WIDE_HINTS = ("乱码", "亂碼", "文字化け", "글자", "кракозябр", "Кракозябр", "КРАКОЗЯБР")
_HINTS = (
    b"mojibake", b"krakozyabry", b"replace", b"u+fffd", b"encoding", b"ftfy", b"fix_text",
    b"characters like", b"character like", b"charset", b"strconv",
    b"utf-8", b"utf8", b"encode(", b"decode(", b"mb_convert", b"force_encoding",
)  # fmt: skip


@lru_cache(maxsize=1)
def _speaks_of_it(text: str) -> bool:
    """Whether any of the words may be in the text at all: one look a document."""
    plain = text.encode("ascii", "ignore").lower()
    return any(hint in plain for hint in _HINTS) or any(hint in text for hint in _WIDE_HINTS)


def discussed(text: str, start: int, end: int) -> bool:
    """Whether the text around a span speaks of garbled text, or replaces it."""
    if not _speaks_of_it(text):
        return False
    a, b = max(0, start - NEAR), min(len(text), end + NEAR)
    a = max(a, text.rfind("\n", 0, start) + 1) if "\n" in text[a:start] else a
    return _words().search(text, a, b) is not None or in_shown_list(text, start, _words())


@lru_cache(maxsize=1)
def _code(text: str) -> Spans:
    if "`" not in text and "<" not in text and "~~~" not in text:
        return ()
    return tuple(span for span in code_spans(text) if not _is_quotation(text, *span))


def _is_quotation(text: str, start: int, end: int) -> bool:
    """Whether backticks are quotation marks of JavaScript, or around a link of reStructuredText."""
    return text.find("${", start, end) >= 0 or text.startswith(">`_", end - 2)


def explained(text: str) -> bool:
    """Whether a text has code, or words about garbled text: else no span of it needs a closer look."""
    return bool(_speaks_of_it(text) or _code(text))


def code(text: str, start: int, end: int) -> bool:
    """Whether a span lies inside code; garble with backticks of its own does not."""
    spans = _code(text)
    at = bisect_right(spans, (start, len(text) + 1)) - 1
    return at >= 0 and spans[at][0] < start and end < spans[at][1]


def quoted(text: str, start: int, end: int) -> bool:
    """Whether a span stands alone between quotation marks, brackets or backticks."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return bool(before and after and before in _OPEN and after in _CLOSE)


def paired(line: str, start: int, end: int, new: str) -> bool:
    """Whether the line, blank at the span, shows the right text too, and the span stands by itself."""
    bare = new.strip()
    if not bare or len(bare) > 40:
        return False
    if (start and line[start - 1].isalnum()) or line[end : end + 1].isalnum():
        return False
    return bare in line


_WORD = re.compile(r"\w+")
_SHORTEST, _LONGEST = 2, 40  # characters of a word that is looked up
_TWICE = 5  # of a word that may be shown beside other garble: short ones stand twice in any line


def words_beside(rest: str, fixed: str, spans: Sequence[tuple[int, int]]) -> frozenset[tuple[int, int]]:
    """The spans of a repaired line whose words stand in the rest of it as well: ``Expected: Müller``."""
    there = frozenset(_WORD.findall(rest))
    words = {span: _word(fixed, *span) for span in spans}
    beside = frozenset(span for span, word in words.items() if word in there)
    if len(beside) == len(words):
        return beside
    return frozenset(span for span in beside if len(words[span]) >= _TWICE)


def _word(line: str, a: int, b: int) -> str:
    """The word a span is a part of; nothing where it is a word itself, or the word is short or long."""
    start, end = a, b
    while start and a - start < _LONGEST and _WORD.match(line[start - 1]):
        start -= 1
    while end < len(line) and end - b < _LONGEST and _WORD.match(line[end]):
        end += 1
    return line[start:end] if max(b - a + 1, _SHORTEST) <= end - start <= _LONGEST else ""
