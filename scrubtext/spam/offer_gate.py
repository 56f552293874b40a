"""The cheap look for sentences that sell without a plain host: a brand's access, a host in disguise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.tables import words

__all__ = ["MAX_BRANDED", "brand_places", "may_offer", "spelt_hosts"]

MAX_BRANDS = 8  # places of a text that are looked at
MAX_BRANDED = 90  # characters of a sentence with a brand: so near it stands to a sign
MAX_BRAND = 12  # characters of a brand
_HAN, _LETTER, _HYPHEN = mask(Kind.HAN), mask(Kind.LETTER), mask(Kind.HYPHEN)
_LESS, _COLON, _SPELLING = mask(Kind.LESS), mask(Kind.COLON), mask(Kind.LATIN, Kind.KANA)
_SPELT_HOST = re.compile(
    r"(?<![A-Za-z0-9])((?:[A-Za-z0-9][-_ ]){3,20}[A-Za-z0-9]|[A-Za-z0-9](?:[A-Za-z0-9-]{1,40}))"
    r"(?:\s?(?:[点點。．·]|ドット|닷)\s?|\s?[\[(（【](?:\.|dot|点|點)[\])）】]\s?"
    r"|\s(?:PUNKT|[Pp]unkt|DOT|dot|punto|ponto|PUNTO|PONTO|kropka|nokta|chấm|titik|точка)\s"
    r"|\.(?=[A-Za-z][-_ ][A-Za-z]))"
    r"(?:com|net|org|de|cc|tv|la|me|xyz|top|vip|info|fr|es|it|pl|tr|vn|id|ru"
    r"|[a-z](?:[-_ ][a-z0-9](?![a-z0-9])){1,16}"
    r"(?:\.[a-z](?:[-_ ][a-z](?![a-z])){1,4})?)(?![A-Za-z0-9])"
)
"""A host with its letters apart, or with a word or a sign for its stop."""
_STOPS_SPELT = (
    re.compile(r"[点點。．·]\s?[a-z]"),
    re.compile(r"[\[(（【](?:\.|dot|点|點)[\])）】]"),
    re.compile(r"\.[A-Za-z][-_ ][A-Za-z]"),
    re.compile(r"ドット|닷"),
)
_STOP_WORDS = ("unkt", "PUNKT", "DOT", "dot", "punto", "ponto", "PUNTO", "PONTO", "kropka", "nokta", "chấm",
               "titik", "точка")  # fmt: skip
_SPOKEN_STOP = re.compile(rf"\s(?:[Pp]{'|'.join(_STOP_WORDS)})\s")
_SIGNS_HAN = re.compile("官[网網]|下[载載]|娱乐|娛樂|平台|登[录錄]")
_HYPHENS = bytes([Kind.HYPHEN, Kind.HYPHEN])
_SIGNS_SPELT = (" punkt ", " PUNKT ", " chấm ", " kropka ", " nokta ", "ドット")


def spelt_hosts(text: str) -> Iterator[re.Match[str]]:
    """The hosts of a text that are spelt so; where it has no such stop, nothing else is looked for."""
    spoken = any(word in text for word in _STOP_WORDS) and _SPOKEN_STOP.search(text)
    if spoken or any(stop.search(text) for stop in _STOPS_SPELT):
        yield from _SPELT_HOST.finditer(text)


def may_offer(doc: Doc) -> bool:
    """Whether a text holds the beginning of one of these."""
    text, kinds = doc.text, doc.kinds
    if kinds & _HAN and next(brand_places(text), None) is not None:
        return True
    if (kinds & _LESS and "</a>" in text) or (kinds & _COLON and kinds & _LETTER and "back: " in text):
        return True
    if (kinds & _SPELLING and any(map(text.__contains__, _SIGNS_SPELT))) or _is_hyphened(doc):
        return True
    return bool(kinds & _HAN and kinds & _LETTER) and any(_ends_behind(text, end) for end in _SPELT_ENDS)


def _ends_behind(text: str, end: str) -> bool:
    """Whether the end of a host stands behind a stop of another script."""
    at = text.find(end)
    while at > 1:
        stop = at - 1 - (text[at - 1] == " ")
        if text[stop] in "点點。．" and _NEAR.match(text, stop):
            return True
        at = text.find(end, at + 1)
    return False


def _is_hyphened(doc: Doc) -> bool:
    """Whether the end of a host is spelt with hyphens."""
    two = doc.kinds & _HYPHEN and _HYPHENS in doc.skeleton  # nothing but letters between two of them
    return bool(two) and ("c-o-m" in doc.text or "n-e-t" in doc.text)


_SPELT_ENDS = ("com", "net", "org", "c o m", "o r g")
_NEAR = re.compile(r"[点點。．](?<=[A-Za-z0-9 ].)\s?(?:com|net|org|c o m|o r g)(?![a-z])")


@cache
def _brands() -> re.Pattern[str]:
    known = {
        f(w) for w in words("offer_words.tsv", "brand") for f in (str, str.upper, str.capitalize)
    }
    rests: dict[str, list[str]] = {}
    for name in sorted(known, key=lambda w: (-len(w), w)):
        rests.setdefault(name[0], []).append(re.escape(name[1:]))
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()))


def brand_places(text: str) -> Iterator[int]:
    """Where brands stand near the signs of such a sentence."""
    yield from islice(_near_signs(text), MAX_BRANDS)


def _near_signs(text: str) -> Iterator[int]:
    seen = 0  # up to there no brand begins that was not met
    for sign in _SIGNS_HAN.finditer(text):
        end = sign.start() + MAX_BRANDED
        for m in _brands().finditer(text, max(seen, sign.start() - MAX_BRANDED), end):
            yield m.start()
        seen = end - MAX_BRAND
