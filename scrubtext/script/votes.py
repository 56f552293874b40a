"""Which script a text is written in: characters that only one of the two writes have a vote.

Shared characters (中 人 后 里 面) do not vote, nor do the many that one side has as variants: a
character of everyday Traditional text (Big5, level 1) is not taken for Simplified, one of everyday
Simplified text (GB 2312, level 1) not for Traditional.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Literal

from scrubtext.doc import Doc
from scrubtext.script.dictionaries import alternatives, read

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SIMPLIFIED", "TRADITIONAL", "Label", "classify", "classify_spans", "label", "votes"]

Label = Literal["simplified", "traditional", "mixed", "unknown"]

SIMPLIFIED, TRADITIONAL = 1, 2
MAX_STRAYS = 0.1  # share of the votes a text of one script may have of the other: names, quotations

SENTENCE = re.compile(r"[^。！？!?\n]*[。！？!?\n]?[」』”’）】]*")


def _in_level_1(char: str, codec: str, first: int, last: int) -> bool:
    try:
        lead = char.encode(codec)
    except UnicodeEncodeError:
        return False
    return len(lead) == 2 and first <= lead[0] <= last


def _only(file: str, codec: str, first: int, last: int) -> list[int]:
    """Characters a dictionary always changes, but for those every text of the other script has."""
    several = alternatives(file)
    return [
        ord(c)
        for c, v in read(file).items()
        if c <= "\uffff"
        and c not in several.get(c, (v,))
        and not _in_level_1(c, codec, first, last)
    ]


@cache
def vote_table() -> NDArray[np.uint8]:
    """By code unit: SIMPLIFIED, TRADITIONAL or 0."""
    import numpy as np

    table = np.zeros(65536, np.uint8)
    table[_only("STCharacters.txt", "big5", 0xA4, 0xC6)] |= SIMPLIFIED
    table[_only("TSCharacters.txt", "gb2312", 0xB0, 0xD7)] |= TRADITIONAL
    table[table == SIMPLIFIED | TRADITIONAL] = 0
    return table


def votes(doc: Doc) -> bytes:
    """One byte per character: its vote."""
    take = vote_table().take
    return b"".join([take(units, mode="clip").tobytes() for _, units in doc.slices()])


def label(found: bytes) -> Label:
    """What the votes say."""
    hans, hant = found.count(SIMPLIFIED), found.count(TRADITIONAL)
    if not hans and not hant:
        return "unknown"
    if min(hans, hant) > MAX_STRAYS * (hans + hant):
        return "mixed"
    return "simplified" if hans > hant else "traditional"


def classify(text: str) -> Label:
    """Whether a text is Simplified or Traditional Chinese; mixed beyond a tenth of strays.

    >>> classify("皇后在後面"), classify("这是真的"), classify("中文"), classify("这裏是爲什么")
    ('traditional', 'simplified', 'unknown', 'mixed')
    """
    return label(votes(Doc(text)))


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Spans of the sentences, with their final mark."""
    for m in SENTENCE.finditer(text):
        if m.end() > m.start():
            yield m.span()


def classify_spans(text: str) -> list[tuple[int, int, Label]]:
    """The same sentence by sentence, neighbours of one kind joined; start, end, label.

    Sentences without a vote go with the one before.

    >>> classify_spans("这是真的。這是真的。")
    [(0, 5, 'simplified'), (5, 10, 'traditional')]
    """
    found = votes(Doc(text))
    out: list[tuple[int, int, Label]] = []
    for start, end in sentences(text):
        kind = label(found[start:end])
        if out and kind in (out[-1][2], "unknown"):
            out[-1] = (out[-1][0], end, out[-1][2])
        elif out and out[-1][2] == "unknown":
            out[-1] = (out[-1][0], end, kind)
        else:
            out.append((start, end, kind))
    return out
