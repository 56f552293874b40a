"""Stage one: a byte order mark names the encoding and is no part of the text."""

from __future__ import annotations

from scrubtext.decoding.codepages import read
from scrubtext.decoding.result import Run

__all__ = ["MARKED", "by_mark"]

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
MARKED = bytes({mark[0] for mark, _ in _MARKS})
PROBE = 4096  # bytes behind the mark that must be readable
MAX_BAD = 0.1  # share of them that may be lost; "ÿþ" before Latin-1 text loses more


def by_mark(data: bytes) -> list[Run] | None:
    r"""The reading a byte order mark asks for, if what follows can be read that way.

    A mark written twice is taken off twice.

    >>> by_mark(b"\xef\xbb\xbfok")
    [Run(start=0, end=5, encoding='utf-8', skip=3, text=None)]
    """
    for mark, encoding in _MARKS:
        if not data.startswith(mark):
            continue
        skip = len(mark)
        while data.startswith(mark, skip):
            skip += len(mark)
        probe = data[skip : skip + PROBE]
        if read(probe, encoding)[2] <= max(4, MAX_BAD * len(probe)):
            return [Run(0, len(data), encoding, skip)]
    return None
