"""The cheap look for sentences that sell without a plain host: a brand's access, a host in disguise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.tables import words

__all__ = ["SPELT_HOST", "brand_places", "may_offer"]

MAX_BRANDS = 8
_HAN, _LETTER = mask(Kind.HAN), mask(Kind.LETTER)
SPELT_HOST = re.compile(
    r"(?<![A-Za-z0-9])((?:[A-Za-z0-9][-_ ]){3,20}[A-Za-z0-9]|[A-Za-z0-9](?:[A-Za-z0-9-]{1,40}))"
    r"(?:\s?(?:[点點。．·]|ドット|닷)\s?|\s?[\[(（【](?:\.|dot|点|點)[\])）】]\s?"
    r"|\s(?:PUNKT|[Pp]unkt|DOT|dot|punto|ponto|PUNTO|PONTO|kropka|nokta|chấm|titik|точка)\s"
    r"|\.(?=[A-Za-z][-_ ][A-Za-z]))"
    r"(?:com|net|org|de|cc|tv|la|me|xyz|top|vip|info|fr|es|it|pl|tr|vn|id|ru"
    r"|[a-z](?:[-_ ][a-z0-9](?![a-z0-9])){1,16}"
    r"(?:\.[a-z](?:[-_ ][a-z](?![a-z])){1,4})?)(?![A-Za-z0-9])"
)
"""A host with its letters apart, or with a word or a sign for its stop."""
_SIGNS_HAN = ("官网", "官網", "下载", "下載", "娱乐", "娛樂", "平台", "登录", "登錄")
_SIGNS_SPELT = (" punkt ", " PUNKT ", " chấm ", " kropka ", " nokta ", "ドット", "c-o-m", "n-e-t")


def may_offer(doc: Doc) -> bool:
    """Whether a text holds the beginning of one of these."""
    text = doc.text
    if (
        doc.kinds & _HAN
        and any(sign in text for sign in _SIGNS_HAN)
        and next(brand_places(text), None) is not None
    ):
        return True
    if "</a>" in text or "back: " in text or any(sign in text for sign in _SIGNS_SPELT):
        return True
    if not (doc.kinds & _HAN and doc.kinds & _LETTER) or not any(
        end in text for end in _SPELT_ENDS
    ):
        return False
    return _NEAR.search(text) is not None


_SPELT_ENDS = ("com", "net", "org", "c o m", "o r g")
_NEAR = re.compile(r"[点點。．](?<=[A-Za-z0-9 ].)\s?(?:com|net|org|c o m|o r g)(?![a-z])")


@cache
def _brands() -> re.Pattern[str]:
    known = {
        f(w) for w in words("offer_words.tsv", "brand") for f in (str, str.upper, str.capitalize)
    }
    return re.compile("|".join(map(re.escape, sorted(known, key=lambda w: (-len(w), w)))))


def brand_places(text: str) -> Iterator[int]:
    """Where brands stand in a text that has the signs of such a sentence."""
    if any(sign in text for sign in _SIGNS_HAN):
        yield from (m.start() for m in islice(_brands().finditer(text), MAX_BRANDS))
