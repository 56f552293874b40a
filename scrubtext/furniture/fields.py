"""Labels of data fields and the values they can have."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.furniture.markers import expand
from scrubtext.tables import rows

__all__ = ["label_keys", "labels", "value"]

_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?(?:\.\d{1,6})?(?:\s?(?:[AaPp]\.?[Mm]\.?))?(?:\s?(?:Z|UTC|GMT|[+\-]\d{2}:?\d{2}))?"  # noqa: E501
_DAY = (
    r"\d{4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{1,2}(?:\s?[日일号號]|\.)?"
    r"|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{4}[01]\d[0-3]\d"
    r"|(?:[A-Z][a-z]{2,8})\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r"|\d{1,2}(?:\.|º|er)?\s(?:de\s)?[^\W\d_]{3,12}\.?,?\s(?:de\s)?\d{4}(?:\s?(?:г\.|р\.))?|\d{10}(?:\d{3})?"
)
_DATE = rf"(?:{_DAY})(?:[T,\s]\s?(?:at |um |в |à |las )?(?:{_CLOCK}))?"
_NAME = r"[\u4e00-\u9fff]{2,4}|[가-힣]{2,4}(?:\s기자)?|[\u4e00-\u9fff\u30a0-\u30ff]{2,8}|[^\W\d_a-z][\w.'’\-]{1,20}(?:\s[^\W\d_a-z][\w.'’\-]{0,20}){0,2}"  # noqa: E501

_VALUES = {
    "date": rf"{_DATE}|{_CLOCK}",
    "time": rf"{_DATE}|{_CLOCK}",
    "url": r"https?://[!#-;=?-Z_a-z~]{4,300}",  # no bracket: [url=…] is markup
    "id": r"[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{8,40}|[A-Za-z]{0,6}[-_]?\d{2,20}",
    "count": r"\d{1,9}(?:[.,]\d{3})*(?:\s?(?:次|字|万|回))?",
    "name": _NAME,
    "word": r"[\u4e00-\u9fff\u30a0-\u30ff]{2,8}|[가-힣]{2,8}|[\w\-]{2,20}",
}


@cache
def value(kind: str) -> re.Pattern[str]:
    """A value of a type, up to white space or a bar."""
    return re.compile(rf"(?:{_VALUES[kind]})(?=[\s|｜;；,，\u3000]|$)")


@cache
def labels() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern for all labels, and the type of each."""
    kinds = {text: r[1] for r in rows("field_labels.tsv") for text in expand(r[0])}
    names = sorted(kinds, key=len, reverse=True)
    one = "|".join(re.escape(n) for n in names)
    return re.compile(
        rf"[\s\u3000\ufeff|｜]*(?:[\[【](?=[^\]】=\n]{{1,24}}[\]】]))?({one})"
        r"[\]】]?(\s*[:：=]\s*|[ \t\u3000]+)"
    ), kinds


@cache
def label_keys() -> frozenset[str]:
    """The first two characters of the labels."""
    return frozenset(name[:2] for name in labels()[1])
