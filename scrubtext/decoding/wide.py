"""UTF-16 and UTF-32 without a byte order mark.

With NUL bytes the case is clear: they stand in one column. Chinese UTF-16 has hardly any; there the
text decides, in competition with the other readings (``legacy`` asks for ``wide_readings``).
"""

from __future__ import annotations

from scrubtext import plausibility
from scrubtext.decoding.result import Run

__all__ = ["by_columns", "has_controls", "in_bulk", "may_be_utf16"]

PROBE = 4096  # bytes looked at from the head, a multiple of four
FILLED = 0.9  # share of NUL in the two upper columns of UTF-32 (all code points are below U+10FFFF)
COLUMN = 0.08  # share of NUL in one column of UTF-16 ...
RATIO = 5  # ... and how many times more than in the other
MOSTLY = 0.5  # share of NUL in one column from which the text is ASCII for the most part
BULK = 0.75  # ... and from which it is nothing but UTF-16
ROWS = 4  # pairs of bytes that tell a column of line breaks
LITTLE, CLEARLY = 512, 6.0  # bytes that tell the order by their text, and nats they must tell it by


def by_columns(data: bytes) -> list[Run] | None:
    r"""The wide encoding whose NUL bytes stand in columns.

    >>> by_columns("ok, 好".encode("utf-16-le"))[0].encoding
    'utf-16-le'
    >>> by_columns(b"2\n") is None
    True
    """
    probe = data[:PROBE]
    if b"\0" not in probe or len(data) < 2:
        return None
    encoding = _utf32(probe) or _utf16(probe)
    return [Run(0, len(data), encoding)] if encoding else None


def _utf32(probe: bytes) -> str | None:
    """UTF-32: two columns of four (nearly) all NUL or below 0x11, and the text readable."""
    rows = len(probe) // 4
    if not rows:
        return None
    for encoding, top, next_ in (("utf-32-le", 3, 2), ("utf-32-be", 0, 1)):
        high = probe[top : rows * 4 : 4]
        plane = probe[next_ : rows * 4 : 4]
        if high.count(0) == rows and sum(b < 0x11 for b in plane) == rows:
            try:
                text = probe[: rows * 4].decode(encoding)
            except UnicodeDecodeError:
                continue
            if text.count("\0") * 10 <= rows:
                return encoding
    return None


def _utf16(probe: bytes) -> str | None:
    """UTF-16: far more NUL bytes in one column than in the other."""
    even, odd = _nuls(probe)
    for encoding, many, few in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        enough = many >= max(1, COLUMN * (len(probe) // 2)) or (many and in_bulk(probe))
        if enough and many >= RATIO * few and _readable(probe, encoding):
            return encoding if many >= MOSTLY * (len(probe) // 2) else _likelier(probe) or encoding
    return None


def _nuls(probe: bytes) -> tuple[int, int]:
    """NUL bytes in either column; one that the end has torn from its other half tells nothing."""
    pairs = probe[: len(probe) // 2 * 2]
    return pairs[::2].count(0), pairs[1::2].count(0)


def in_bulk(data: bytes) -> bool:
    r"""Whether nearly every pair of bytes has a NUL in the same column, or a NUL or the same line break.

    Gujarati has 0A in every pair and Malayalam 0D, with NUL only beside blanks.

    >>> in_bulk(b"o\0k\0"), in_bulk("第1章".encode("utf-16-le")), in_bulk("ગામ મા".encode("utf-16-le"))
    (True, False, True)
    """
    probe = data[: min(PROBE, len(data) // 2 * 2)]
    rows = len(probe) // 2
    if rows == 1 and len(data) > 2:
        return False
    columns = (probe[::2], probe[1::2])
    breaks = max(c.count(0) and c.count(0) + max(c.count(10), c.count(13)) for c in columns)
    return max(_nuls(probe)) >= BULK * rows or (rows >= ROWS and breaks >= BULK * rows)


def _likelier(probe: bytes) -> str | None:
    """The byte order that makes the likelier text: 一 and 最 have a NUL byte too, on the other side."""
    pair = probe[: len(probe) // 2 * 2][:LITTLE]
    try:
        little, big = (plausibility.total(pair.decode(name)) for name in ("utf-16-le", "utf-16-be"))
    except UnicodeDecodeError:
        return None
    if abs(little - big) < CLEARLY:
        return None
    return "utf-16-le" if little > big else "utf-16-be"


def _readable(probe: bytes, encoding: str) -> bool:
    """No lone surrogate and few control characters or unassigned ones."""
    try:
        text = probe[: len(probe) // 2 * 2].decode(encoding)
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data":
            return False
        text = probe[: error.start].decode(encoding)
    odd = sum(c < " " and c not in "\t\n\r\f\x1b" for c in text)
    return bool(text) and odd * 20 <= len(text)


def may_be_utf16(data: bytes) -> bool:
    """Whether UTF-16 is worth weighing: pairs of bytes, and a control byte or the 30 of kana in a column.

    Short data is always weighed; a long text in an eight-bit encoding has no control bytes.
    """
    probe = data[:PROBE]
    if len(data) % 2 and len(data) < PROBE:
        return False
    high = len(probe) - len(probe.decode("ascii", "ignore"))
    kana = max(probe[::2].count(0x30), probe[1::2].count(0x30)) * 4 >= len(probe)
    return has_controls(data) or kana or (len(probe) <= 48 and high * 5 >= len(probe))


def has_controls(data: bytes) -> bool:
    """Whether control characters that no text has make up a fiftieth of the head or more."""
    probe = data[:PROBE]
    controls = probe.translate(None, _NO_CONTROLS)
    return len(controls) * 50 >= len(probe)


_NO_CONTROLS = bytes(set(range(32, 256)) | set(b"\t\n\r\f\x1b"))
