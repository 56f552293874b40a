"""Rows above an article that say when a page was made, and by whom or where beside it."""

from __future__ import annotations

import re
import unicodedata

from scrubtext.furniture.head_words import listed
from scrubtext.furniture.shapes import units

__all__ = ["when"]

_WHEN = re.compile(  # a day, with its month in letters or not, and the time of a day
    r"\d{4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,2}\s?[日일.]?|\d{1,2}[-./]\d{1,2}[-./]\d{2,4}"
    r"|\d{1,2}(?:\.|º|er|st|nd|rd|th)?\s(?:de\s)?[^\W\d_]{3,10}\.?,?\s(?:de\s)?\d{4}(?:\s?г\.)?"
    r"|[^\W\d_]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?,\s\d{4}"
    r"|(?:сегодня|вчера|today|yesterday|heute|gestern|今天|昨天|hoy|ayer|hoje|ontem|오늘|어제|今日|昨日)(?=[\s,，])"
    r"|(?<!\d)\d{2}[-/]\d{2}(?=\s\d{1,2}:\d{2})"
    r"|(?:星期|周|週|礼拜)[一二三四五六日天]|[(（][月火水木金土日][)）]"
    r"|\b(?:last |zuletzt )?(?:updated|modified|edited|aktualisiert|geändert)(?: on| at| am)?(?=\s\d)"
    r"|\b(?:mis à jour le|actualizado el|atualizado em)(?=\s\d)",
    re.I,
)
_CLOCK = re.compile(
    r"(?:\bum\s|\bat\s|à\s|às\s|a las\s|в\s)?\b\d{1,2}(?::|h|時|시\s?)\d{2}(?::\d{2}|分|분)?"
    r"(?:\s?[ap]\.?m\.?\b|\s?uhr\b|\s?[(（]?(?:мск|[A-Z]{3,4})\b[)）]?)?",
    re.I,
)
_LOGGED = re.compile(r"\dT\d\d:\d\d|\b(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|NOTICE)\b|\[\d{2,6}\]")
"""Lines a program writes: no page says so when it was made."""
MAX_BESIDE = 18
"""Units of what may stand beside a day and the time of the day: who wrote it, where."""


def when(line: str) -> bool | None:
    """Whether a row that says when a page was made needs no company; None where it is no such row.

    >>> [when(s) for s in ("12.03.2019, 14:25 👁 1 873", "2019-03-02 08:11 河西在线", "2019年的春天")]
    [True, False, None]
    """
    if len(line) > 90 or line[-1] in "。.!?！？" or "=" in line or not _WHEN.search(line):
        return None
    if _LOGGED.search(line):
        return None
    timed = _CLOCK.search(_WHEN.sub(" ", line)) is not None
    rest = _CLOCK.sub(" ", _WHEN.sub(" ", line))
    words = [w for w in re.split(r"[\s,，|｜·•/:：()（）\[\]【】—–\-]+", rest) if w]
    letters = [w for w in words if any(c.isalpha() for c in w)]
    if not letters:  # nothing but a date, numbers and signs
        signs = any(unicodedata.category(c) in ("So", "Sk") for c in rest)
        return bool(signs and words)
    if timed and units(" ".join(letters)) <= MAX_BESIDE:
        return False
    return False if all(w.casefold() in listed("section", "label") for w in letters) else None
