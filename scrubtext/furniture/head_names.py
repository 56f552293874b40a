"""Rows above an article that name a board, a member, a paper or an address: furniture among others only."""

from __future__ import annotations

import re

__all__ = ["proves_nothing"]

_BOARD = re.compile(
    r"(?:看板|標題|标题|站內|板块|版块)\s\S.{0,60}|#\d{1,4}\s[\w.\-]{2,24}(?:,\s.{2,24})?"
    r"|(?:[^\W\d_]{2,16}\*\s?){1,6}"
)
_NAME = re.compile(r"[A-Za-z]+[a-z][A-Z][a-z]\w*|[A-Za-z]{2,16}[_\d]\w{1,12}")
"""A name as members of boards have it: VasyaPro, mill_88."""
_HOUSE = re.compile(  # the name of a paper or a station
    r"[\u4e00-\u9fff\u30a0-\u30ff]{2,6}(?:新報|新聞|日報|通信|日报|晚报|晚報|早报|时报|時報|商报|都市报|在线"
    r"|新闻网|新聞網|电视台|電視台|放送|テレビ)"
    r"|[가-힣]{2,6}(?:뉴스|일보|신문|방송|통신|타임스)"
)
_ADDRESS = re.compile(r"https?://[\x21-\x7e]{6,160}")
_COUNTS = re.compile(r"(?!(?:1[5-9]|20)\d\d(?:\s|$))\d{1,7}(?:[\s|]{1,3}\d{1,6}){0,2}")
"""Numbers of a board, of readers and answers; a year may be a title."""
_AMONG = (_BOARD, _NAME, _HOUSE, _ADDRESS, _COUNTS)
"""Lines that are furniture among other rows, and prove nothing."""


def proves_nothing(line: str) -> bool:
    """Whether a line is such a row.

    >>> proves_nothing("mill_88"), proves_nothing("The mill")
    (True, False)
    """
    return any(form.fullmatch(line) for form in _AMONG)
