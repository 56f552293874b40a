"""Words behind the last sentence of a text, on its line, with which a page ends: ``▶ 네이버에서 …``.

Corpora of news have their articles in one line, and what a platform prints last stands in it too.
"""

from __future__ import annotations

from collections.abc import Mapping

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc

__all__ = ["closed_at"]


def closed_at(doc: Doc, end: int, phrases: Mapping[str, tuple[str, ...]]) -> int:
    """Where such words stand behind the last sentence before ``end``, on its line; -1 where none do.

    ``phrases`` are the words of each language.

    >>> closed_at(Doc("다리는 3월에 다시 열렸고 주민들은 기뻐했다. ▶ 구독"), 30, {"ko": ("▶ 구독",)})
    26
    """
    kinds, text = doc.kinds, doc.text
    if not kinds & _DENSE:
        return -1
    first = max(0, end - REACH)
    if "\n" in text[first:end].rstrip()[-MIN_LINE:]:
        return -1  # such a text has its article in one line
    near = [p for lang, kind in _LETTERS if kinds & kind for p in phrases.get(lang, ())]
    found = [at for phrase in near if (at := text.find(phrase, first, end)) > 0]
    at = min(found, default=-1)
    if at < 0 or text.count("\n", at, end) > MAX_BREAKS or SHARE * (end - at) > at:
        return -1
    if not text[at].isalpha():
        return at if text[at - 1] in _PARTED else -1
    return at if text[max(0, at - 40) : at].rstrip()[-1:] in _STOPPED else -1  # words may stand in a sentence


_LETTERS = (("zh", mask(Kind.HAN)), ("ko", mask(Kind.HANGUL)))
_DENSE = mask(Kind.HAN, Kind.HANGUL)
MIN_LINE = 80
"""Characters of the last line, at least, for which these words are looked for."""
REACH = 1600
"""Characters before the end in which these words may stand."""
MAX_BREAKS = 3
"""Line feeds behind them."""
SHARE = 1.5
"""What stands above is so many times as long, at least."""
_STOPPED = frozenset("。！？.!?…”」』）)】]\"'")
_PARTED = _STOPPED | frozenset(" \t\u3000\xa0")
