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

from scrubtext import plausibility, tables
from scrubtext.doc import code_units

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Background", "background", "total"]

STEP = 0.25  # nats per level of the data
LEVEL = 33
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


class Letters(NamedTuple):
    """One language: the number of each code unit (0: no letter, 1 foreign) and the nats of pairs."""

    tag: str
    numbers: NDArray[np.uint8]
    pairs: NDArray[np.float32]
    is_latin: bool


class Background(NamedTuple):
    """What the ASCII letters of the data say, before any code page is tried."""

    losses: dict[str, float]


@cache
def _languages() -> dict[str, Letters]:
    return {tag: _language(tag, letters, levels) for tag, letters, levels in tables.rows("letters.tsv.gz")}


def _language(tag: str, letters: str, levels: str) -> Letters:
    import numpy as np

    size = len(letters) + 1
    pairs = np.full((size + 1, size + 1), FOREIGN, np.float32)
    codes = np.frombuffer(levels.encode("ascii"), np.uint8).astype(np.float32)
    known = (-STEP * (codes - LEVEL)).reshape(size, size)
    at = [0, *range(2, size + 1)]  # number 1 is kept for foreign letters
    pairs[np.ix_(at, at)] = known
    numbers = _is_letter().copy()
    lower = _lower()
    for k, c in enumerate(letters, 2):
        numbers[lower == ord(c)] = k
    return Letters(tag, numbers, pairs, set(letters) >= _LATIN_WORDS)


@cache
def _is_letter() -> NDArray[np.uint8]:
    """1 for letters and their marks in the scripts of code pages, 0 for the rest."""
    import unicodedata

    import numpy as np

    out = np.zeros(65536, np.uint8)
    for i in (*range(0x700), *range(0xE00, 0xE80), *range(0x1E00, 0x2000)):
        if unicodedata.category(chr(i))[0] in "LM" and chr(i) not in "ªº":
            out[i] = 1
    return out


@cache
def _lower() -> NDArray[np.uint16]:
    """Small letters for capitals, code unit for code unit."""
    import numpy as np

    out = np.arange(65536, dtype=np.uint16)
    for i in (*range(0x700), *range(0x1E00, 0x2000)):
        small = chr(i).lower()
        out[i] = ord(small[0])
    return out


def _values(units: NDArray[np.uint16], letters: Letters) -> NDArray[np.float32]:
    """Nats of each unit after the one before, the border of a word before the first."""
    import numpy as np

    numbers = letters.numbers.take(units)
    return letters.pairs[np.concatenate(([0], numbers[:-1])), numbers]


def background(data: bytes) -> Background:
    """How much worse than the best one each language explains the ASCII letters of the data."""
    import numpy as np

    ascii_only = data.translate(_BLANKED)
    units = np.frombuffer(ascii_only, np.uint8).astype(np.uint16)
    is_letter = _is_letter().take(units) > 0
    count = int(is_letter.sum())
    if not count:
        return Background(dict.fromkeys(_languages(), 0.0))
    sums = {
        tag: float(_values(units, letters)[is_letter].sum())
        for tag, letters in _languages().items() if letters.is_latin
    }  # fmt: skip
    best = max(sums.values(), default=0.0)
    return Background({
        tag: max(MOST_LOST, sums[tag] - best) if letters.is_latin else max(MOST_AWAY, AWAY * count)
        for tag, letters in _languages().items()
    })


_BLANKED = bytes(i if i < 0x80 else 0x20 for i in range(256))


def total(text: str, tags: frozenset[str], known: Background) -> float:
    """Nats of the text of a code page, in the best of the languages ``tags``."""
    import numpy as np

    units = code_units(text)
    lower = _lower().take(units)
    is_letter = _is_letter().take(units) > 0
    base = plausibility.nats(text)
    before = np.concatenate(([False], is_letter[:-1]))
    judged = is_letter & ((units > 0x7F) | (before & (np.concatenate(([0], units[:-1])) > 0x7F)))
    if not judged.any():
        is_latin = any(_languages()[t].is_latin for t in tags if t in _languages())
        return float(base.sum()) + _oddities(text) + (0.0 if is_latin else IDLE)
    fixed = float(base[~judged].sum()) + _oddities(text) + _capitals(units, lower, is_letter)
    languages = _languages()
    if not (is_letter[1:] & is_letter[:-1] & (units[1:] > 0x7F) & (units[:-1] > 0x7F)).any():
        fixed += 0.0 if any(languages[t].is_latin for t in tags if t in languages) else LONELY
    found = (
        float(_values(lower, languages[t])[judged].sum()) + known.losses[t]
        for t in tags if t in languages
    )  # fmt: skip
    return fixed + max(found, default=FOREIGN * int(judged.sum()))


def _capitals(units: NDArray[np.uint16], lower: NDArray[np.uint16], is_letter: NDArray[np.bool_]) -> float:
    """What capitals beyond ASCII cost: little at the head of a word, much inside one."""
    is_capital = (units != lower) & (units > 0x7F)
    if not is_capital.any():
        return 0.0
    inside = is_letter[:-1] & (units[:-1] == lower[:-1]) & is_capital[1:]
    return CAMEL * int(inside.sum()) + CAPITAL * int(is_capital.sum() - inside.sum())


@cache
def _odd() -> tuple[tuple[re.Pattern[str], float], ...]:
    """Shapes that no text has, and what each costs."""
    return tuple((re.compile(pattern), cost) for pattern, cost in (
        (f"[{_SIGNS}](?<={_LETTER}.)(?=[a-zß-ÿ])", INSIDE),
        (f"’(?<={_LETTER}’)(?!{_ELIDED}|{_SHORTENED})(?=[a-zß-ÿ])", INSIDE),
        (r"’(?<![\w.,;:!?)]’)(?=[^\W\d_A-Z])", INSIDE),
        ("\xa0(?<= \xa0)(?=[a-zß-ÿ])", INSIDE),
        ("[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e](?<![\u0e01-\u0e2e\u0e30-\u0e4e].)", HANGING),
        ("¤", INSIDE),
    ))  # fmt: skip


def _oddities(text: str) -> float:
    """What signs inside words, Thai vowels on nothing and the like cost together."""
    unpaired = text.count("‘") > text.count("’"), text.count("”") > 2 * text.count("“") + 2
    return sum(cost * len(p.findall(text)) for p, cost in _odd()) + UNPAIRED * sum(unpaired)
