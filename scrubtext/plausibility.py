"""How plausible a text is, character by character: the judge ``mojibake`` and ``decode`` share.

The model is small and knows no language: the probability of a character after its neighbour.
Where the pair was seen in word lists (``scrubtext/data/build_plausibility.py``) it has its own
number; else the class of the neighbour says how likely the class of the character is
(``switch_table``), and the character has its share of the class. All numbers are natural
logarithms: nats, 0 is certain, -8 is an everyday Chinese character after another, -20 a box drawing
sign inside a word.

Totals over the *same bytes* read in two ways can be compared as they stand: the difference is the
logarithm of how much likelier one reading is. Means per judged character (``score``) compare texts
of different bytes.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubtext import tables
from scrubtext.doc import code_units

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "CLASSES",
    "Table",
    "class_table",
    "nats",
    "pair_nat",
    "pair_nats",
    "score",
    "spaces_alike",
    "switch_table",
    "table",
    "total",
]

DATA = "plausibility.tsv.gz"
CLASS_DATA = "plausibility_classes.tsv"
LEVEL = 33  # the ASCII code of level 0 in the data
STEP = 0.2  # nats per level

CLASSES: tuple[str, ...] = (
    "space", "digit", "lower", "upper", "sign", "latin_lower", "latin_upper", "mark", "odd_mark",
    "greek_lower", "greek_upper", "cyrillic_lower", "cyrillic_upper", "hebrew", "arabic", "thai",
    "script", "han", "hiragana", "katakana", "half_kana", "hangul", "cjk_mark", "full_width",
    "quote", "symbol", "box", "control", "broken", "astral", "combining", "phonetic", "jamo",
    "enclosed", "format", "wide_space",
)  # fmt: skip
"""The classes of characters the model knows, in the order of their numbers."""

CLASS_COUNT = len(CLASSES)
_NUMBER = {name: k for k, name in enumerate(CLASSES)}

_LANGUAGE_CLASSES = {
    "zh": "han cjk_mark full_width", "ja": "han hiragana katakana half_kana cjk_mark full_width",
    "ko": "hangul jamo",
    "ru": "cyrillic_lower cyrillic_upper", "uk": "cyrillic_lower cyrillic_upper",
    "bg": "cyrillic_lower cyrillic_upper", "sr": "cyrillic_lower cyrillic_upper",
    "el": "greek_lower greek_upper", "he": "hebrew", "ar": "arabic", "fa": "arabic", "ur": "arabic",
    "th": "thai",
}  # fmt: skip
LANGUAGES = frozenset(_LANGUAGE_CLASSES)  # those with a script of their own; Latin is the rest
_LATIN_CLASSES = "latin_lower latin_upper"
_SCRIPTS = frozenset(" ".join([*_LANGUAGE_CLASSES.values(), _LATIN_CLASSES]).split())
FOREIGN = 4.0  # nats a character of another language's script loses where the language is given


class Table(NamedTuple):
    """The model as arrays, for those who score many readings at once.

    ``classes``: class of each code unit. ``alone``: nats of a code unit within its class.
    ``switch``: nats of a class after a class. ``pairs``: sorted keys ``first << 16 | second`` of
    the pairs that have a number of their own, ``after``.
    """

    classes: NDArray[np.uint8]
    alone: NDArray[np.float32]
    switch: NDArray[np.float32]
    pairs: NDArray[np.uint32]
    after: NDArray[np.float32]


@cache
def _class_rows() -> tuple[tuple[str, ...], ...]:
    return tables.rows(CLASS_DATA)


def _codes(signs: str) -> list[int]:
    """Characters of a data row, as they are or as ``U+XXXX``, as code points."""
    if signs.startswith("U+"):
        return [int(sign[2:], 16) for sign in signs.split(" ")]
    return [ord(sign) for sign in signs]


@cache
def class_table() -> NDArray[np.uint8]:
    """Class number by code unit; U+FFFF stands for all beyond the BMP."""
    import unicodedata

    import numpy as np

    classes = np.full(65536, _NUMBER["script"], np.uint8)
    for row in _class_rows():
        if row[0] == "range":
            classes[int(row[2], 16) : int(row[3], 16) + 1] = _NUMBER[row[1]]
        elif row[0] == "signs":
            classes[_codes(row[2])] = _NUMBER[row[1]]
    for name in ("latin", "greek", "cyrillic"):
        for code in np.flatnonzero(classes == _NUMBER[f"{name}_lower"]):
            if unicodedata.category(chr(code)) in ("Lu", "Lt"):
                classes[code] = _NUMBER[f"{name}_upper"]
    return classes


@cache
def switch_table() -> NDArray[np.float32]:
    """Nats of a class (second index) after a class (first index)."""
    import numpy as np

    weight: NDArray[np.float64] = np.full((CLASS_COUNT, CLASS_COUNT), 5e-4)
    weight[:, [_NUMBER[n] for n in ("box", "control", "broken", "half_kana")]] = 5e-5
    for row in _class_rows():
        if row[0] == "after":
            for item in row[2].split(" "):
                name, share = item.split("=")
                weight[_NUMBER[row[1]], _NUMBER[name]] = float(share)
    weight /= weight.sum(axis=1, keepdims=True)
    return np.asarray(np.log(weight), np.float32)


@cache
def table() -> Table:
    """Return the model: read on first use, in some thirty milliseconds, and kept."""
    import numpy as np

    classes = class_table()
    counts = np.bincount(classes, minlength=CLASS_COUNT)
    alone = (-np.log(counts + 50.0))[classes].astype(np.float32)
    rows = {row[0]: row[1:] for row in tables.rows(DATA)}
    alone[code_units(rows["alone"][0])] = _levels(rows["alone"][1])
    for row in _class_rows():
        if row[0] == "signs":
            alone[_codes(row[2])] = np.log(float(row[3]) / 100)
    first, second = (code_units(part).astype(np.uint32) for part in rows["after"][:2])
    keys = np.asarray(first << 16 | second, np.uint32)
    return Table(classes, alone, switch_table(), keys, _levels(rows["after"][2]))


def _levels(text: str) -> NDArray[np.float32]:
    import numpy as np

    codes = np.frombuffer(text.encode("ascii"), np.uint8)
    return (-STEP * (codes.astype(np.float32) - LEVEL)).astype(np.float32)


@cache
def _language(lang: str) -> NDArray[np.float32]:
    """Nats per class that speak against a class where the language is given."""
    import numpy as np

    own = _LANGUAGE_CLASSES.get(lang.lower().split("-")[0], _LATIN_CLASSES).split()
    away = [_NUMBER[name] for name in _SCRIPTS if name not in own]
    loss = np.zeros(CLASS_COUNT, np.float32)
    loss[away] = -FOREIGN
    return loss


def nats(text: str, before: str = " ", lang: str | None = None) -> NDArray[np.float32]:
    """Log probability of each character of ``text``, the first one after ``before``.

    >>> bool(nats("北京")[1] > nats("北僑")[1])
    True
    """
    import numpy as np

    model = table()
    units = code_units(before[-1:] + text if before else " " + text)
    here = units[1:]
    out = model.alone.take(here, mode="clip")
    after_class = _row_of_class().take(units[:-1], mode="clip") + model.classes.take(here, mode="clip")
    out += model.switch.ravel().take(after_class, mode="clip")
    alike = spaces_alike().take(units, mode="clip")
    keys = np.asarray(alike[:-1] << 16 | alike[1:], np.uint32)
    known, values = pair_nats(keys)
    np.copyto(out, values, where=known)
    return out + _language(lang).take(model.classes.take(here, mode="clip")) if lang else out


@cache
def _row_of_class() -> NDArray[np.uint16]:
    """Where the row of each code unit's class starts in ``switch``, laid flat."""
    import numpy as np

    return table().classes.astype(np.uint16) * np.uint16(CLASS_COUNT)


@cache
def spaces_alike() -> NDArray[np.uint32]:
    """Code units as they stand in keys of pairs: white space and breaks are all spaces."""
    import numpy as np

    out = np.arange(65536, dtype=np.uint32)
    out[table().classes == 0] = 0x20
    return out


_BITS = 18  # of a slot: half a million for 170,000 pairs, two for each
_FACTORS = (2654435761, 2246822519)  # odd numbers without pattern, 32 bits


def pair_nats(keys: NDArray[np.uint32]) -> tuple[NDArray[np.bool_], NDArray[np.float32]]:
    """Which pairs, ``first << 16 | second``, have a number of their own, and that number.

    Every pair stands in one of two slots (cuckoo hashing): two looks find it, where a search in
    order takes seventeen.
    """
    import numpy as np

    slots, values = _slots()
    one, two = _slot(keys, 0), _slot(keys, 1)
    at = np.where(slots.take(one, mode="clip") == keys, one, two)
    return slots.take(at, mode="clip") == keys, values.take(at, mode="clip")


def pair_nat(first: str, second: str) -> float:
    """Nats of a character behind another one, where the pair has a number of its own; else -inf.

    For a few pairs: no arrays are made. White space and breaks are no characters here.
    """
    slots, values = _slots()
    key = ord(first) << 16 | ord(second)
    for which, factor in enumerate(_FACTORS):
        at = (key * factor & 0xFFFFFFFF) >> 32 - _BITS | which << _BITS
        if slots[at] == key:
            return float(values[at])
    return float("-inf")


def _slot(keys: NDArray[np.uint32], which: int) -> NDArray[np.uint32]:
    import numpy as np

    at = keys * np.uint32(_FACTORS[which])
    at >>= np.uint32(32 - _BITS)
    at |= np.uint32(which << _BITS)
    return at


@cache
def _slots() -> tuple[NDArray[np.uint32], NDArray[np.float32]]:
    """The pairs and their numbers, by slot."""
    import numpy as np

    model = table()
    none = len(model.pairs)
    owner = np.full(2 << _BITS, none, np.int32)
    homeless, which = np.arange(none, dtype=np.int32), 0
    while len(homeless):  # each round the homeless move in, and those they push out are homeless
        at = _slot(model.pairs[homeless], which)
        before = owner[at]
        owner[at] = homeless
        here = owner[at] == homeless
        homeless = np.concatenate([homeless[~here], before[here & (before < none)]])
        which ^= 1
    slots = np.append(model.pairs, np.uint32(0x000A000A))[owner]  # no key: breaks are spaces
    return slots, np.append(model.after, np.float32(0))[owner]


def total(text: str, before: str = " ", lang: str | None = None) -> float:
    """Log probability of ``text``, in nats."""
    return float(nats(text, before, lang).sum()) if text else 0.0


def score(text: str, lang: str | None = None) -> float:
    """Mean log probability of the characters beyond ASCII, in nats; higher is better.

    Text without such characters is judged by all of it; empty text scores 0. Running text of the
    languages the model knows scores -3 (alphabets) to -8 (Chinese); wrongly decoded text loses
    2 to 10. ``lang`` (a tag as ``zh``, ``zh-Hant``, ``ru``) speaks against other scripts.

    >>> score("我们在北京大学学习") - score("控儂湮悝恁弝") > 2
    True
    """
    if not text:
        return 0.0
    values = nats(text, lang=lang)
    if not text.isascii():
        values = values[code_units(text) > 0x7F]
    return float(values.mean())
