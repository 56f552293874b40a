"""Words in GBK whose bytes are valid UTF-8 by accident: 学习, 什么, 谢谢.

How common UTF-8 is says little of so short a string: pairs of bytes that are valid in both are
compared by their texts alone. Over 4,263 words of two to four characters of jieba's list that are
valid UTF-8, the Chinese text is better, or worse by less than 5 nats, in 98 of 100; over 24,000
words of twelve languages in UTF-8 that are valid GBK, UTF-8 is better by 7 nats in 98 of 100.
"""

from __future__ import annotations

import string
import unicodedata
from collections.abc import Sequence

from scrubtext import plausibility
from scrubtext.decoding.legacy import Hints, Reading, prior

__all__ = ["accident"]

LONGEST = 16  # bytes; longer words have more sequences than chance makes
MARGIN = 5.0  # nats UTF-8 must be better by
UNASSIGNED = 20.0  # nats a code point that is no character costs it
RARE = -11.5  # nats a character of the Chinese text below which it is no word, but chance
_AROUND = string.whitespace.encode() + string.punctuation.encode()


def accident(data: bytes, ranked: Sequence[Reading], hints: Hints) -> list[Reading]:
    """The readings with GBK before UTF-8 where the bytes are a Chinese word."""
    out = list(ranked)
    core = data.strip(_AROUND)
    is_word = 4 <= len(core) <= LONGEST and min(core) > 0x7F
    if not (is_word and out and out[0].encoding == "utf-8") or "utf-8" in hints.claims:
        return out
    chinese = next((r for r in out if r.encoding == "gb18030" and not r.lost), None)
    if chinese is None:
        return out
    lead = (out[0].nats - prior("utf-8", hints)) - (chinese.nats - prior("gb18030", hints))
    lead -= UNASSIGNED * sum(unicodedata.category(c) in ("Cn", "Co") for c in out[0].text)
    if lead >= MARGIN or plausibility.score(chinese.text) < RARE:
        return out
    out.remove(chinese)
    return [chinese._replace(nats=out[0].nats + MARGIN - lead), *out]
