"""Calls to read on at a host, known by their words, and hosts in disguise: ``k d z w . c o m``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from scrubtext.chars import Kind, mask, spell
from scrubtext.doc import Doc
from scrubtext.furniture.dress import DRESS
from scrubtext.furniture.hosts import hosts
from scrubtext.furniture.page import Page, Span, is_told
from scrubtext.furniture.reader_gate import MAX_CALL, MAX_HOSTS
from scrubtext.furniture.vocabulary import tellings

__all__ = ["callings", "may_be_called"]

MIN_KNOWN = {True: 0.85, False: 0.8}
"""Share of the letters of a dense script (True), or of the words, that must be words of such calls."""
MAX_LINE = 110
"""Characters of a call."""
_FILE = "reader_words.tsv"
_HAN, _LETTER, _FULL = (mask(kind) for kind in (Kind.HAN, Kind.LETTER, Kind.FULL_ALNUM))
_STOPS = mask(Kind.STOP, Kind.HAN, Kind.CYRILLIC, Kind.LATIN1_MARK)
_SPACED = spell(Kind.SPACE, Kind.STOP)
_HINTS = (
    (mask(Kind.PAREN_OPEN), spell(Kind.PAREN_OPEN, Kind.PAREN_CLOSE), "(dot", ("(dot)",)),
    (mask(Kind.SQUARE), b"", "[", ("[dot]", "[.]")),
    (mask(Kind.LATIN1_MARK), b"", "·", ("·com", "·net", "·org")),
    (mask(Kind.CYRILLIC), b"", "точка", (" точка ",)),
)
"""Signs of a host in disguise: the kind of character they need, their skeleton, what one must hold."""
_SPELT = (
    "点com", "點com", "点 com", "點 com", "。com", "。 com", "点net", "點net", "点 net", "點 net", "。net",
)  # fmt: skip
"""The same of Chinese: see ``reader_gate.is_spelt``."""
_STARTS = re.compile(r"(?:^|(?<=[。！？!?.…”」』\"»]))[ \t\u3000]*")
_SITE_NAME = re.compile(
    r"[\u4e00-\u9fff]{2,5}?(?=小说网|小說網|中文网|中文網|文学网|文學網|书院|書院|书屋|書屋|阅读网)"
)
_BAD = re.compile(r"[\"“”„「」『』«»?？;；]|\b(?:https?|@)")
_NO_START = ".。!！?？,，;；:：、)）”’」』»"
_SPAM = re.compile(r"\d[a-z]|[a-z]\d")


def may_be_called(doc: Doc, near: list[Span], spelt: bool) -> bool:
    """Whether a line names a host among words of such calls: the gate.

    ``near`` as of ``hosted``, ``spelt`` as of ``is_spelt``.
    """
    text = doc.text
    found = {*near}
    for sign in _signs(doc, spelt):
        at = text.find(sign)
        while at >= 0:
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            found.add((text.rfind("\n", 0, at) + 1, end))
            at = text.find(sign, end)
    return any(b - a > 8 and any(True for _ in _of_line(text[a:b])) for a, b in found)


def _signs(doc: Doc, spelt: bool) -> Iterator[str]:
    """The signs of a host in disguise that a text has."""
    text, kinds = doc.text, doc.kinds
    if kinds & _FULL and "．" in text:
        yield "．"
    if not kinds & _LETTER or not kinds & _STOPS:
        return
    if doc.shape.rfind(_SPACED) >= 0:
        yield " ."
    for kind, marks, part, signs in _HINTS:
        if kinds & kind and marks in doc.skeleton and part in text:
            yield from (sign for sign in signs if sign in text)
    if kinds & _HAN and spelt:
        yield from (sign for sign in _SPELT if sign in text)


def callings(page: Page) -> Iterator[tuple[Span, bool, str]]:
    """The calls of a text, whether one is all of its line, and the name of its host."""
    last = len(page.filled) - 1
    for i, (a, b) in enumerate(page.filled):
        for start, end, whole, name in _of_line(page.text[a:b]):
            if not whole or _amid(page, i, last):
                yield (a + start, a + end), whole, name


def _amid(page: Page, i: int, last: int) -> bool:
    """Whether a line stands beside a paragraph, above or below."""
    near = [page.filled[k] for k in (i - 1, i + 1) if 0 <= k <= last]
    return any(is_told(page.text[a : min(b, a + 2000)]) for a, b in near)


def _of_line(line: str) -> Iterator[tuple[int, int, bool, str]]:
    """The call of a line: all of it, or its last piece behind a stop."""
    tail = len(line) - MAX_LINE if len(line) > MAX_LINE else 0
    for a, b, hidden in islice(hosts(line[tail:]), MAX_HOSTS):
        a, b = a + tail, b + tail
        near = (m.end() for m in _STARTS.finditer(line, max(0, a - MAX_CALL), a + 1))
        starts = [start for start in near if start <= a and line[start] not in _NO_START]
        for start in starts:
            piece = line[start:].rstrip()
            whole = not line[:start].strip()
            if len(piece) <= MAX_LINE and _is_call(piece, a - start, b - start, hidden, whole):
                first = start if whole else len(line[:start].rstrip())
                yield (0 if whole else first), len(line), whole, _plain(line[a:b])
                return


_DOTS = re.compile(r"[(\[]?(?:dot|punkt|точка|点|點|。|·|\.)[)\]]?")


def _plain(host: str) -> str:
    """A host as it is written without disguise."""
    bare = re.sub(r"\s+", "", unicodedata.normalize("NFKC", host)).casefold()
    head, sign, zone = _DOTS.sub(".", bare).rpartition(".")
    return f"{head}{sign}{zone}" if head else f"{bare}.com"


def _is_call(piece: str, a: int, b: int, hidden: bool, whole: bool) -> bool:
    """Whether all words around a host are those of a call, and enough of them mean something."""
    rest = f"{piece[:a].rstrip(' (（[【')} {piece[b:].lstrip(' )）]】')}"
    if _BAD.search(rest) or len(piece) < 8:
        return False
    hidden = hidden or _SPAM.search(piece[a:b].split(".")[0]) is not None
    closed = piece.rstrip(" )）]】")[-1:] in ".。" and not hidden
    if closed and rest[:1] < "\u2e80":
        return False
    low = _SITE_NAME.sub("", rest).strip(DRESS + "！!,，、。").casefold()
    read = tellings(low, _FILE, min(MIN_KNOWN.values())) if low else ()
    return any(_means(found, share, whole or hidden, closed) for found, share in read)


def _means(found: list[tuple[str, frozenset[str]]], share: float, sure: bool, closed: bool) -> bool:
    """Whether words are those of a call; inside a paragraph they must name what is read."""
    if not found or share < MIN_KNOWN[found[0][0][:1] >= "\u2e80"]:
        return False
    meant = [rest for _, families in found if (rest := families - {"and"})]
    told = frozenset().union(*meant)
    if closed and not (len(meant) > 3 and told >= {"book", "free"}):
        return False
    if sure and "keep" in told:
        return True
    if len(meant) < 2 or len(told) < 2 or told <= {"site", "free"}:
        return False
    return "book" in told or ("free" in told and (sure or len(meant) > 2))
