"""Reading bytes without ever failing: what cannot be read becomes U+FFFD, and its offset is kept.

Python's codecs do the work. Added here is what they lack and the web has: byte 80 as the euro sign
in GB18030 (cp936), the euro and ETEN's signs in Big5, NEC row 13 in EUC-JP, the C1 holes of
the Windows code pages, EUC-TW.
"""

from __future__ import annotations

import codecs
import re
import sys
import threading
from functools import cache, lru_cache

__all__ = ["MULTIBYTE", "SINGLE_BYTE", "WIDE", "TooBadError", "breaks", "is_single_byte", "read"]

MULTIBYTE = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "euc_tw")
WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
SINGLE_BYTE = (
    "cp1252", "cp1251", "cp1250", "iso8859-2", "cp1254", "koi8-r", "cp1253", "iso8859-7", "cp1255",
    "cp1256", "cp1257", "cp1258", "cp874", "iso8859-15", "cp866", "cp437", "cp850", "cp852",
    "mac-roman", "mac-cyrillic", "koi8-u", "iso8859-5", "iso8859-6", "iso8859-8", "iso8859-4",
    "iso8859-13", "iso8859-16", "iso8859-3", "iso8859-10", "mac-latin2", "mac-greek", "mac-turkish",
    "cp857", "cp862", "cp855", "cp737", "iso8859-14",
)  # fmt: skip
"""Code pages of one byte a character, the common ones first."""

_ERRORS = "scrubtext-keep-going"
_HOLE = "\ufffd"
_FILLER = re.compile("[\uf8f0-\uf8f3]")
_local = threading.local()


class TooBadError(ValueError):
    """More places could not be read than were allowed."""


def read(
    data: bytes, encoding: str, limit: int = sys.maxsize
) -> tuple[str, tuple[int, ...], int]:
    r"""The text of ``data``, the offsets that could not be read, and how many bytes were lost.

    Raises ``TooBadError`` as soon as a codec of several bytes fails in more than ``limit`` places.

    >>> read(b"\xd6\xd0\x80\xff.", "gb18030")
    ('中€\ufffd.', (3,), 1)
    """
    if is_single_byte(encoding):
        return _read_single(data, encoding)
    if encoding == "euc_tw":
        from scrubtext.decoding.euc_tw import read_euc_tw

        made = read_euc_tw(data, limit)
        if len(made[1]) > limit:
            raise TooBadError
        return made
    try:
        text = data.decode(encoding)
        return _without_fillers(text) if encoding == "cp932" else (text, (), 0)
    except UnicodeDecodeError:
        return _read_leniently(data, encoding, limit)


_ODD_RUN = re.compile(rb"(?<![\x40-\xff])(?:[\x81-\xff]{2})*[\x81-\xff](?=[\0-\x2f])")
_LONE_LEAD = re.compile(rb"[\xc0-\xff](?![\x80-\xbf])")
_IN_PAIRS = frozenset(("gb18030", "big5hkscs", "cp949", "euc_jp"))


def breaks(data: bytes, encoding: str) -> int:
    """Places that an encoding of several bytes a character fails in at least: a count, no decoding.

    An odd number of bytes beyond ASCII between spaces or marks cannot be pairs; words of an
    alphabet are odd every second time. In UTF-8 a first byte without a second one is a failure.
    """
    if encoding == "utf-8":
        return len(_LONE_LEAD.findall(data))
    if encoding not in _IN_PAIRS or (encoding == "euc_jp" and b"\x8f" in data):
        return 0
    return _odd_runs(data)


@lru_cache(maxsize=4)
def _odd_runs(data: bytes) -> int:
    return len(_ODD_RUN.findall(data))


@cache
def is_single_byte(encoding: str) -> bool:
    """Whether every byte is a character of its own."""
    return encoding in SINGLE_BYTE or (encoding not in (
        *MULTIBYTE, *WIDE, "utf-8", "utf-16", "utf-32", "ascii", "hz", "johab", "iso2022_jp",
        "iso2022_kr", "cp950", "gbk", "gb2312", "euc_jis_2004", "iso2022_jp_ext",
    ) and len(codecs.decode(bytes(range(256)), encoding, "replace")) == 256)  # fmt: skip


@cache
def single_byte_table(encoding: str) -> str:
    """256 characters; a Windows code page keeps its C1 holes, as the web has it."""
    made = codecs.decode(bytes(range(256)), encoding, "replace")
    if not encoding.startswith("cp125") and encoding != "cp874":
        return made
    return "".join(
        chr(i) if c == _HOLE and 0x80 <= i < 0xA0 else c for i, c in enumerate(made)
    )


@cache
def _unreadable(encoding: str) -> bytes:
    return bytes(i for i, c in enumerate(single_byte_table(encoding)) if c == _HOLE)


def _read_single(data: bytes, encoding: str) -> tuple[str, tuple[int, ...], int]:
    text, _ = codecs.charmap_decode(data, "strict", single_byte_table(encoding).replace(_HOLE, "\ue0ff"))
    holes = _unreadable(encoding)
    lost = len(data) - len(data.translate(None, holes)) if holes else 0
    if not lost:
        return text, (), 0
    offsets = tuple(m.start() for m in re.finditer(b"[" + re.escape(holes) + b"]", data))
    return text.replace("\ue0ff", _HOLE), offsets, lost


def _without_fillers(text: str) -> tuple[str, tuple[int, ...], int]:
    """Python gives A0, FD, FE and FF of Shift_JIS private-use characters; nobody means those."""
    if not _FILLER.search(text):
        return text, (), 0
    bad, offset, last = [], 0, 0
    for m in _FILLER.finditer(text):
        offset += len(text[last : m.start()].encode("cp932"))
        bad.append(offset)
        last = m.start()
    return _FILLER.sub(_HOLE, text), tuple(bad), len(bad)


def _read_leniently(data: bytes, encoding: str, limit: int) -> tuple[str, tuple[int, ...], int]:
    _local.encoding, _local.bad, _local.lost, _local.limit = encoding, [], 0, limit
    text = codecs.decode(data, encoding, _ERRORS)
    bad, lost = tuple(_local.bad), _local.lost
    _local.bad = []
    if encoding == "cp932" and _FILLER.search(text):
        text, fillers = _FILLER.sub(_HOLE, text), re.findall(b"[\xa0\xfd-\xff]", data)
        lost += len(fillers)
    return text, bad, lost


def _keep_going(error: UnicodeError) -> tuple[str, int]:
    """The codecs' error handler: what the web adds, else one U+FFFD for as little as possible."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    start, data = error.start, error.object
    added = _ADDED.get(_local.encoding, {})
    for length in (2, 1):
        if sign := added.get(data[start : start + length]):
            return sign, start + len(data[start : start + length])
    end = error.end
    if _local.encoding in MULTIBYTE and not (end == len(data) and _is_cut(data[start:end])):
        end = start + 1
    _local.bad.append(start)
    if len(_local.bad) > _local.limit:
        raise TooBadError
    _local.lost += end - start
    return _HOLE, end


def _is_cut(tail: bytes) -> bool:
    """Whether the last bytes of the data are the beginning of a character, not rubbish."""
    return 1 < len(tail) < 4 and 0x80 < tail[0] < 0xFF


def _row_13() -> dict[bytes, str]:
    """NEC's row 13 (circled numbers, units) in EUC-JP: AD A1 and on, from cp932's 87 40 and on."""
    out = {}
    for cell in range(94):
        trail = 0x40 + cell + (cell >= 63)
        try:
            out[bytes([0xAD, 0xA1 + cell])] = bytes([0x87, trail]).decode("cp932")
        except UnicodeDecodeError:
            continue
    return out


_ETEN = {
    b"\xa3\xe1": "€", b"\xc6\xcf": "廴", b"\xc6\xd3": "无", b"\xc6\xd5": "癶",
    b"\xc6\xd7": "隶", b"\xc6\xde": "〃", b"\xc6\xdf": "仝",
}  # fmt: skip
"""The euro sign of cp950 and six signs of ETEN that Python's HKSCS table lacks."""

_ADDED: dict[str, dict[bytes, str]] = {
    "gb18030": {b"\x80": "€"},
    "euc_jp": _row_13(),
    "big5hkscs": _ETEN,
}

codecs.register_error(_ERRORS, _keep_going)
