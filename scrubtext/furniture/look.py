"""What a line at the end of a document is: its shape, and the marker it begins with."""

from __future__ import annotations

import re

from scrubtext.furniture.block import Line
from scrubtext.furniture.documents import is_form
from scrubtext.furniture.indents import indented, is_dumped
from scrubtext.furniture.licences import is_licence
from scrubtext.furniture.markers import Hit, Index
from scrubtext.furniture.markup import as_read, is_marked
from scrubtext.furniture.mention import is_told
from scrubtext.furniture.pieces import CLOSED_BY
from scrubtext.furniture.shapes import BLANK, BODY, SENTENCE, STAMP, TITLE, shape
from scrubtext.furniture.stems import speaks

__all__ = ["look"]


def look(text: str, a: int, b: int, index: Index) -> Line:
    """The line from ``a`` to ``b``."""
    if b - a > 2000:
        return Line(a, b, SENTENCE, None)
    s = text[a:b]
    if is_marked(s) and not (s := as_read(s)):
        return Line(a, b, STAMP, None)  # a picture says nothing
    deep = s[:1] == "\t" or s[:4] == "    "
    if deep and is_dumped(text):
        s, deep = s.strip(), False
    what = BODY if is_form(s) else shape(s)
    if what not in (BLANK, BODY) and deep and not s.isspace():
        what = TITLE if what == STAMP else what
        return Line(a, b, BODY if _CODE.search(s) else what, indented(s, index))
    if what in (BLANK, BODY):
        return Line(a, b, what, None)
    hit = index.find(s)
    if not hit and _MARKS.fullmatch(s):
        what = STAMP  # what is left of a row of names
    if hit and _is_authors(text, a, s, hit):
        hit = None
    if hit and what == SENTENCE and hit.marker.form == "part" and is_told(s, hit.marker, index.find):
        hit = None
    if hit and hit.marker.cls in _LEGAL and is_licence(s):
        return Line(a, b, BODY, None)
    if not hit and what == SENTENCE and speaks(s):
        what = TITLE  # no sentence of an article: it may follow a marker as a button may
    return Line(a, b, what, hit)


def _is_authors(text: str, a: int, s: str, hit: Hit) -> bool:
    """Whether a line is the author's by what stands above it: it goes on with a sentence, or is quoted."""
    if hit.marker.form == "stems" and (_wrapped(text, a) or _WAY.search(s)):
        return True
    quoted = s[0] in CLOSED_BY and s[-1] == CLOSED_BY[s[0]]
    return quoted and (_introduced(text, a) or _answered(text, a, hit))


def _wrapped(text: str, a: int) -> bool:
    """Whether a line goes on with the sentence of the line right above it."""
    above = text[max(0, a - 60) : max(0, a - 1)]
    full = len(above) > 40 and "\n" not in above[-40:]
    return full and (text[a].islower() or above[-1] == ",")


def _introduced(text: str, a: int) -> bool:
    """Whether the line above ends with a colon: what stands in quotation marks below it is quoted."""
    return text[max(0, a - 20) : a].rstrip()[-1:] in (":", "：")


def _answered(text: str, a: int, hit: Hit) -> bool:
    """Whether lines above begin with the same quotation mark: what is said, and not what a page prints."""
    return hit.marker.form == "part" and text.find(f"\n{text[a]}", 0, max(0, a - 1)) >= 0


_WAY = re.compile(
    r"交通アクセス|アクセス\s?(?:方法|マップ)?\s*$|道順|行き方|交通(?:方式|指南|路线|資訊|信息)|오시는\s?길"
)
"""How to get where an article invites to: a heading of the article's own."""
_MARKS = re.compile(r"[,，、/|｜·：:。×+\-—]{1,2}|(?:(?:undefined|null|NaN)[\s|,/;\-]*){1,12}")
_CODE = re.compile(r"[{};]\s*$|\w\([^()]*\)\s*$|\w = |^\s+(?:End|Next|Exit|Return|if|for|else|def)\b")
_LEGAL = {"copyright", "disclaimer"}
