"""Characters back to the bytes they were read from: one table per encoding, lenient where readers are.

A *view* turns text into bytes without failing: what the encoding does not have becomes a zero byte,
which no multi-byte sequence contains. Lenient means: bytes without a meaning stand as C1 controls,
as in browsers, 0x80 as the euro sign in GBK (cp936), user-defined areas as private-use characters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from scrubtext.doc import code_units

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "DOUBLE",
    "EAST",
    "HOLE",
    "LABELS",
    "SINGLE",
    "View",
    "calm",
    "double_table",
    "narrow",
    "rows",
    "view",
]

SINGLE = (
    "cp1252", "latin-1", "cp1254", "iso8859-15", "cp1250", "cp1251", "mac_roman", "cp437", "cp850",
    "koi8-r", "cp866", "cp1257", "cp1253", "cp1255", "cp1256", "cp1258", "iso8859-2",
)  # fmt: skip
EAST = DOUBLE = ("gb18030", "cp950", "cp932", "cp949", "euc_jp")

LABELS = {
    "utf-8": "UTF-8", "gb18030": "GBK", "cp950": "Big5", "big5hkscs": "Big5", "cp932": "CP932",
    "cp949": "CP949", "euc_jp": "EUC-JP", "latin-1": "Latin-1", "iso8859-15": "Latin-9",
    "iso8859-2": "Latin-2", "mac_roman": "MacRoman", "koi8-r": "KOI8-R", "iso8859-5": "ISO 8859-5",
    "cp874": "cp874",
}  # fmt: skip
"""How encodings are called in reasons; those not named here by their Python name."""


HOLE = 0x1A  # how U+FFFD stands in a view


class View:
    """The bytes of a text in one encoding, and where each character ends among them."""

    __slots__ = ("_ends", "_wide", "codec", "data", "names")

    def __init__(
        self,
        codec: str,
        data: bytes,
        wide: Callable[[], NDArray[np.bool_]] | None,
        names: tuple[str, ...],
    ) -> None:
        self.codec = codec
        self.data = data
        self._wide = wide  # which characters are two bytes; None: each is one
        self.names = names  # all encodings that show the same bytes
        self._ends: list[int] = []  # where each character ends among the bytes

    @property
    def single(self) -> bool:
        """Whether every character is one byte."""
        return self._wide is None

    def also(self, codec: str) -> View:
        """The same bytes, seen under one more name."""
        return View(self.codec, self.data, self._wide, (*self.names, codec))

    def showing(self, data: bytes) -> View:
        """The same view with other bytes, as many."""
        return View(self.codec, data, self._wide, self.names)

    def char(self, byte: int) -> int:
        """The character a byte offset starts, or -1 where it is inside one."""
        if self._wide is None or not byte:
            return byte
        ends = self._ends or self._find_ends()
        at = bisect_left(ends, byte)
        return at + 1 if at < len(ends) and ends[at] == byte else -1

    def bytes_of(self, chars: Sequence[int]) -> Sequence[int]:
        """The byte offsets some characters start at."""
        if self._wide is None:
            return chars
        ends = self._ends or self._find_ends()
        return [ends[at - 1] if at else 0 for at in chars]

    def _find_ends(self) -> list[int]:
        assert self._wide is not None
        wide = self._wide()
        self._ends = (wide + 1).cumsum().tolist()
        return self._ends


@cache
def _single_table(codec: str) -> NDArray[np.uint8]:
    import numpy as np

    table = np.zeros(65536, np.uint8)
    table[:128] = np.arange(128)
    for byte in range(128, 256):
        try:
            char = bytes([byte]).decode(codec)
        except UnicodeDecodeError:
            char = chr(byte)
        table[ord(char)] = byte
    table[0x1A], table[0xFFFD] = 0, HOLE
    return table


@cache
def narrow() -> NDArray[np.bool_]:
    """Code units beyond ASCII that some single-byte encoding has."""
    import numpy as np

    found = np.zeros(65536, bool)
    for codec in SINGLE:
        found |= _single_table(codec) > 0x7F
    return found


@cache
def calm() -> NDArray[np.bool_]:
    """Code units that stand in clean text of any language: alone they prove no mix-up."""
    import numpy as np

    found = np.zeros(65536, bool)
    found[[ord(c) for c in "“”‘’–—…•·°©®\xa0"]] = True
    return found


@cache
def _single_tables() -> NDArray[np.uint8]:
    import numpy as np

    return np.stack([_single_table(codec) for codec in SINGLE])


def rows(text: str) -> list[tuple[str, bytes]]:
    """The bytes of a text in the single-byte encodings that have all of it, each once."""
    made = _single_tables().take(code_units(text), axis=1, mode="clip")
    found: dict[bytes, str] = {}
    for codec, row in zip(SINGLE, made, strict=True):
        data = row.tobytes()
        if 0 not in data:
            found.setdefault(data, codec)
    return [(codec, data) for data, codec in found.items()]


@cache
def double_table(codec: str) -> NDArray[np.uint16]:
    """The code of each character in an encoding of East Asia: one byte or two."""
    import numpy as np

    # All characters encoded in one go, a line each: the breaks tell where each one ends.
    codes = [*range(0x80, 0xD800), *range(0xE000, 0xFFFF)]
    raw = np.frombuffer("\n".join(map(chr, codes)).encode(codec, "ignore") + b"\n", np.uint8)
    ends = np.flatnonzero(raw == 0x0A)
    sizes = np.diff(ends, prepend=-1) - 1
    table = np.zeros(65536, np.uint16)
    table[:128] = np.arange(128)
    at = np.array(codes)
    one, two = sizes == 1, sizes == 2
    table[at[one]] = raw[ends[one] - 1]
    table[at[two]] = raw[ends[two] - 2].astype(np.uint16) << 8 | raw[ends[two] - 1]
    for code in np.flatnonzero(table[:0x3100]).tolist() + [0xFF64]:
        code_bytes = int(table[code]).to_bytes(1 + (int(table[code]) > 0xFF), "big")
        if code_bytes.decode(codec, "ignore") != chr(code):
            table[code] = 0  # written as a look-alike
    table[0x1A], table[0xFFFD] = 0, HOLE
    if codec == "gb18030":
        table[0x20AC] = 0x80  # cp936; the pair A2 E3 is later and rarer
    return table


def view(text: str, codec: str, units: NDArray[np.uint16] | None = None) -> View:
    """The bytes ``text`` was read from if it was read as ``codec``."""
    units = code_units(text) if units is None else units
    if codec in SINGLE:
        return View(codec, _single_table(codec).take(units, mode="clip").tobytes(), None, (codec,))
    data = _double_bytes(codec).take(units, mode="clip").tobytes().translate(_NONE_AS_ZERO, b"\0")
    if codec == "gb18030" and HOLE in data:
        whole = ((units >= 0xE000) & (units < 0xF900)).any()
        data = (_LOST_80 if whole else _LOST_80_IN_MARK).sub(b"\x80", data)
    return View(codec, data, lambda: double_table(codec).take(units) > 0xFF, (codec,))


@cache
def _double_bytes(codec: str) -> NDArray[np.uint16]:
    """``double_table`` as it lies in memory: first byte first, ``NONE`` where there is no code."""
    import numpy as np

    table = double_table(codec)
    there = np.where(table == 0, np.uint16(NONE), table)
    return np.frombuffer(there.astype(">u2").tobytes(), np.uint16)


NONE = 0xFF  # no byte of these encodings
_NONE_AS_ZERO = bytes([*range(NONE), 0])
# Bytes 0x80 are no GBK: readers show U+FFFD for them and go on with the next byte. Before a byte
# beyond ASCII nothing else is lost where the reader knew GB18030, as characters of the user-defined
# areas prove; a reader of plain GBK stumbles over other bytes too, but not inside CJK marks.
_LOST_80 = re.compile(rb"(?<=[\x80-\xff])\x1a(?=[\x80-\xff])")
_LOST_80_IN_MARK = re.compile(rb"(?<=[\xe2\xe3])\x1a(?=[\x80-\xbf])")
