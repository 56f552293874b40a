"""A quick look: Chinese, Japanese or Korean that is beyond doubt needs no other reading.

Measured on pieces of 150 characters: right readings score -4.6 to -7.1 nats a character, wrong
ones below -9, but for two: EUC-JP read as GB18030 keeps its kana, KOI8 read as CP932 becomes half-width
kana. So each encoding must also show the script it is for.
"""

from __future__ import annotations

import re

from scrubtext import plausibility
from scrubtext.decoding.codepages import TooBadError, breaks, read

__all__ = ["beyond_doubt"]

SIZE = 240  # bytes looked at
LEAST = 40  # characters beyond ASCII
NATURAL = -7.4  # nats a character
_HAN, _KANA, _HANGUL = "[\u4e00-\u9fff]", "[\u3041-\u30fa]", "[\uac00-\ud7a3]"
_MOSTLY = {
    "gb18030": (re.compile(_HAN), 0.6), "big5hkscs": (re.compile(_HAN), 0.6),
    "euc_jp": (re.compile(_KANA), 0.25), "cp932": (re.compile(_KANA), 0.25),
    "cp949": (re.compile(_HANGUL), 0.6),
}  # fmt: skip
"""Characters a text in the encoding consists of, and the least share of them."""


def beyond_doubt(probe: bytes) -> tuple[str, str] | None:
    """The encoding of a probe and its text, if the text is natural in the script of the encoding.

    >>> beyond_doubt("昨天下午，我们在图书馆门口等了半个小时，谁也没有带伞。".encode("gbk") * 2)[0]
    'gb18030'
    """
    probe = probe[:SIZE]
    for encoding, (script, share) in _MOSTLY.items():
        if breaks(probe, encoding) > 1:
            continue
        try:
            text, bad, _ = read(probe, encoding, 1)
        except TooBadError:
            continue
        if bad and bad[0] < len(probe) - 3:
            continue
        count = len(text) - len(text.encode("ascii", "ignore")) - len(bad)
        is_own = count >= LEAST and len(script.findall(text)) >= share * count
        if is_own and plausibility.score(text.rstrip("\ufffd")) > NATURAL:
            return encoding, text
    return None
