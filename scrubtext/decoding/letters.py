"""Code pages of one byte a character: judged by the letters of the languages they serve.

``plausibility`` knows no language, and between code pages the language is the question: a page that has
``ý`` and ``þ`` is Icelandic, not Turkish. So letters are judged here by the best language of the
page: pairs of its letters, ``scrubtext/data/letters.tsv.gz``. All other characters, and ASCII letters
in so far as no language explains them better, keep the nats ``plausibility`` gives them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubtext import tables
from scrubtext.doc import code_units

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "AWAY", "CAMEL", "CAPITAL", "FOREIGN", "IDLE", "LONELY", "TOP", "Background", "Letters", "Pairs",
    "alone_beyond_ascii", "background", "begun", "byte_pairs", "is_letter_table", "languages",
    "lower_table", "oddities",
]  # fmt: skip

STEP = 0.25  # nats per level of the data
LEVEL = 33
CUT_OFF = 0.2  # share of samples that begin inside a word
FOREIGN = -11.0  # nats of a letter the language does not have
AWAY = -0.35  # nats an ASCII letter loses beside a language that is not written in Latin letters
MOST_AWAY = -15.0  # ... and all of them together: names and code stand in every language
CAPITAL = -1.5  # a capital where a word begins
CAMEL = -5.0  # a capital inside a word of small letters
INSIDE = -5.0  # a sign between two letters, where no sign stands
HANGING = -8.0  # a Thai vowel sign without its consonant
IDLE = -4.0  # a page for another alphabet, and none of its letters
LONELY = -5.0  # ... or none that stands beside another one
UNPAIRED = -3.0  # more opening quotes than closing ones
MOST_LOST = -12.0  # nats the ASCII letters can say against a language: pages hold two languages
_SIGNS = "‚ƒ„…†‡ˆ‰‹“”•–—˜™›¡¢£¤¥¦¨©ª«¬®¯°±²³´µ¶¸¹º»¼½¾¿×÷\xa0–€"
_LETTER = "[^\\W\\d_]"
_ELIDED = "(?<=[ldnscjmtuLDNSCJMTU]’)[aeiouyhàâéèêëîïôùûœæ]"  # l’eau, qu’il
_SHORTENED = r"(?:[stdm]|ll|re|ve)\b"  # it’s, they’re
_LATIN_WORDS = frozenset("abcdefghijklmnopqrstuvwxyz")
TOP = 0x2000  # no letter of a code page has a higher code point
_UNITS = (*range(0x700), *range(0xE00, 0xE80), *range(0x1E00, TOP))


class Letters(NamedTuple):
    """All languages, stacked.

    ``rows``: the place of each tag. ``numbers``: number of each code unit below ``TOP`` (0: no
    letter, 1: a foreign one). ``pairs``: nats of a number after a number.
    """

    rows: dict[str, int]
    numbers: NDArray[np.uint8]
    pairs: NDArray[np.float32]
    is_latin: NDArray[np.bool_]


class Background(NamedTuple):
    """What the ASCII letters of the data say, before any code page is tried."""

    losses: dict[str, float]


class Pairs(NamedTuple):
    """The different pairs of neighbouring bytes in the data, and how often each occurs."""

    first: NDArray[np.uint8]
    second: NDArray[np.uint8]
    times: NDArray[np.float32]
    start: int  # the first byte of the data


@cache
def languages() -> Letters:
    """The table, read on first use."""
    import numpy as np

    rows = tables.rows("letters.tsv.gz")
    most = max(len(letters) for _, letters, _ in rows) + 2
    numbers = np.empty((len(rows), TOP), np.uint8)
    pairs = np.full((len(rows), most, most), FOREIGN, np.float32)
    for k, (_, letters, levels) in enumerate(rows):
        own = np.zeros(TOP, np.uint8)
        own[code_units(letters)] = np.arange(2, len(letters) + 2)
        np.maximum(own[lower_table()], is_letter_table(), out=numbers[k])
        at = np.array([0, *range(2, len(letters) + 2)])  # number 1 is kept for foreign letters
        codes = np.frombuffer(levels.encode("ascii"), np.uint8).astype(np.float32)
        pairs[k][at[:, None], at] = (-STEP * (codes - LEVEL)).reshape(len(at), len(at))
    latin = np.array([set(letters) >= _LATIN_WORDS for _, letters, _ in rows])
    return Letters({row[0]: k for k, row in enumerate(rows)}, numbers, pairs, latin)


@cache
def anywhere() -> NDArray[np.float32]:
    """Share of each number in each language, whatever is before."""
    import numpy as np

    step = np.exp(languages().pairs)
    share = np.full(step.shape[:2], 1 / step.shape[1], np.float32)
    for _ in range(6):
        share = np.einsum("la,lab->lb", share, step)
        share /= share.sum(axis=1, keepdims=True)
    return share


@cache
def begun() -> NDArray[np.float32]:
    """Nats each number gains as the first of the data: samples begin inside words too."""
    import numpy as np

    blank = np.exp(languages().pairs[:, 0])
    gain = np.log((1 - CUT_OFF) * blank + CUT_OFF * anywhere()) - np.log(blank)
    gain[:, :2] = 0
    return np.asarray(np.maximum(gain, 0), np.float32)


@cache
def alone_beyond_ascii() -> NDArray[np.float32]:
    """Nats of each number beyond ASCII in each language, among those numbers, whatever is before."""
    import numpy as np

    table = languages()
    share = anywhere().copy()
    share[:, :2] = 0
    np.put_along_axis(share, table.numbers[:, 0x61:0x7B].astype(np.intp), 0, axis=1)
    share /= np.maximum(share.sum(axis=1, keepdims=True), 0.01)
    return np.maximum(np.log(np.maximum(share, 1e-9)), FOREIGN).astype(np.float32)


@cache
def is_letter_table() -> NDArray[np.uint8]:
    """1 for letters and their marks in the scripts of code pages, 0 for the rest."""
    import unicodedata

    import numpy as np

    out = np.zeros(TOP, np.uint8)
    for i in _UNITS:
        if unicodedata.category(chr(i))[0] in "LM" and chr(i) not in "ªº":
            out[i] = 1
    return out


@cache
def lower_table() -> NDArray[np.uint16]:
    """Small letters for capitals, code unit for code unit."""
    import numpy as np

    out = np.arange(TOP, dtype=np.uint16)
    for i in _UNITS:
        small = ord(chr(i).lower()[0])
        out[i] = small if small < TOP else i
    return out


def byte_pairs(data: bytes) -> Pairs:
    """Count the pairs; the first byte stands behind a blank."""
    import numpy as np

    units = np.frombuffer(b" " + data, np.uint8).astype(np.uint16)
    codes, count = np.unique(units[:-1] << 8 | units[1:], return_counts=True)
    first, second = (codes >> 8).astype(np.uint8), codes.astype(np.uint8)
    return Pairs(first, second, count.astype(np.float32), data[0] if data else 0x20)


def background(pairs: Pairs) -> Background:
    """How much worse than the best one each language explains the ASCII letters of the data."""
    import numpy as np

    known = languages()
    is_letter = is_letter_table()[pairs.second].astype(bool) & (pairs.second < 0x80)
    if not is_letter.any():
        return Background(dict.fromkeys(known.rows, 0.0))
    second, count = pairs.second[is_letter], pairs.times[is_letter]
    first = np.where(pairs.first < 0x80, pairs.first, 0x20)[is_letter]
    row = np.arange(len(known.rows))[:, None]
    values = known.pairs[row, known.numbers[:, first], known.numbers[:, second]]
    sums = np.einsum("lp,p->l", values, count)
    best = sums[known.is_latin].max()
    others = max(MOST_AWAY, AWAY * float(count.sum()))
    losses = np.where(known.is_latin, np.maximum(MOST_LOST, sums - best), others)
    return Background(dict(zip(known.rows, losses.tolist(), strict=True)))


@cache
def _odd() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Shapes that no text has, and what each costs."""
    return tuple((re.compile(pattern), cost) for pattern, cost in (
        (f"[{_SIGNS}](?<={_LETTER}.)(?=[a-zß-ÿ])", INSIDE),
        (f"’(?<={_LETTER}’)(?!{_ELIDED}|{_SHORTENED})(?=[a-zß-ÿ])", INSIDE),
        (r"’(?<![\w.,;:!?)]’)(?=[^\W\d_A-Z])", INSIDE),
        ("\xa0(?<= \xa0)(?=[a-zß-ÿ])", INSIDE),
        ("(?!^)[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e](?<![\u0e01-\u0e2e\u0e30-\u0e4e].)", HANGING),
        ("^[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]", CAPITAL),
        ("(?<=[ß-öø-ÿĀ-ſ])[A-Z](?<![A-Z]..)", CAMEL),
        ("¤", INSIDE),
    ))  # fmt: skip


def oddities(text: str) -> float:
    """What signs inside words, Thai vowels on nothing and the like cost together."""
    unpaired = text.count("‘") > text.count("’"), text.count("”") > 2 * text.count("“") + 2
    return sum(cost * len(p.findall(text)) for p, cost in _odd()) + UNPAIRED * sum(unpaired)
