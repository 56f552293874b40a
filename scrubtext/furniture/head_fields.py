"""Fields of a page's head in one row: when, by whom, how often read."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.furniture.forms import spoken
from scrubtext.furniture.head_words import listed, sizes

__all__ = ["DATED", "counters_in", "in_a_row", "side_by_side"]

COUNTED = re.compile(
    r"(?:[^\W\d_]{1,12}\s?){1,3}[:：(（]?\s?\d[\d,.]*\s?(?:次|条|人|萬|万|千|천|만|w|k|тыс\.?)?\+?[)）]?|\d[\d,.]*\s?(?:[^\W\d_]{2,12})(?:\s[^\W\d_]{2,12})?"
)
DATED = re.compile(
    r"\d{4}\s?[-./年]\s?\d{1,2}|\d{1,2}[-./]\d{1,2}[-./(]|\d{1,2}:\d{2}|(?<!\d)(?:19|20)\d{2}(?!\d)"
)
DATE = re.compile(
    r"(?:(?:时间|時間|日期|작성일|입력|Stand|am|on|Date)\s?[:：]?\s?)?"
    r"(?:\d{4}\s?[-./年]\s?\d{1,2}(?:\s?[-./月]\s?\d{1,2}\s?日?)?|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}"
    r"|\d{1,2}\.?\s[^\W\d_]{3,10}\.?,?\s\d{4})(?:[T,\s]{1,2}\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}:\d{2}(?::\d{2})?"
)
_FIELD = re.compile(r"\s*[|｜·•／\t\u3000]\s*|\s{2,}|\s(?=[^\W\d_]{2,6}[:：])")
MAX_VALUE = 30
"""Characters of the value of a field."""
MIN_GLUED = 3
"""Fields of a row that nothing parts, or a single space."""
MIN_KNOWN = 2
"""Those of them that pages have, and not every list of data."""


def side_by_side(line: str) -> bool:
    """Whether a line is two or more fields of a page's head side by side, and nothing else.

    >>> side_by_side("2019-03-02 | 来源：晚报"), side_by_side("时间：昨天 | 地点：桥上")
    (True, False)
    """
    pieces = [p for p in _FIELD.split(line) if p]
    if not 2 <= len(pieces) <= 8:
        return False
    labels, known = listed("label"), listed("section")
    told = 0
    for piece in pieces:
        label, colon, value = piece.casefold().partition("：" if "：" in piece else ":")
        sized = sizes().fullmatch(piece.strip("[]【】() "))
        labelled = colon and label.strip() in labels and len(value) <= MAX_VALUE
        if sized or labelled or piece.casefold() in known:
            told += 1
        elif not DATE.fullmatch(piece) and not COUNTED.fullmatch(piece):
            return False
    return told > 0 and (told > 1 or DATED.search(line) is not None)


def in_a_row(line: str) -> bool:
    """Whether a line is known fields one behind the other, among them a date or a number.

    >>> in_a_row("文档序号:32700526发布日期:2022-12-27 22:33阅读:30来源:国知局")
    True
    >>> in_a_row("作者：编辑：记者：")
    False
    """
    found = list(_glued().finditer(line.casefold()))
    if len(found) < MIN_GLUED or line[: found[0].start()].strip(" [【（("):
        return False
    ends = [m.start() for m in found[1:]] + [len(line)]
    if sum(m[0].rstrip(" :：") in listed("label") for m in found) < MIN_KNOWN:
        return False
    values = [line[m.end() : end].strip() for m, end in zip(found, ends, strict=True)]
    if any(len(v) > MAX_VALUE or any(c in v for c in "。！？!?") for v in values):
        return False
    return sum(map(bool, values)) >= MIN_GLUED - 1 and any(c.isdigit() for v in values for c in v)


@cache
def _glued() -> re.Pattern[str]:
    """A known label of Chinese and its colon, the longest first."""
    known = sorted((w for w in listed("label", "beside") if w[0] >= "\u2e80"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, known))})\s?[:：]")


def counters_in(line: str) -> int:
    """Counters in a line that stand beside words of pages: ``点击：587``, ``4 Kommentare``."""
    found = 0
    for m in COUNTED.finditer(_PHONE.sub(" ", DATE.sub(" ", line))):
        words = re.sub(r"[\d\W_]+", " ", m[0]).split()
        found += any(word in listed("section") or spoken(word) for word in words)
    return found


_PHONE = re.compile(r"(?<![\d.,])(?:\d{7,}|\d{2,5}(?:-\d{3,5}){1,2})(?![\d.,])")
"""A number to call: an address with it is no counter."""
