"""EUC-TW, which Python lacks: CNS 11643 in two bytes (plane 1) or four (8E, plane, row, cell)."""

from __future__ import annotations

import re
import sys
from functools import cache

from scrubtext import tables

__all__ = ["read_euc_tw"]

_HOLE = "\ufffd"
_TOKEN = re.compile(
    rb"[\x00-\x7f]+|(?:[\xa1-\xfe]{2})+|\x8e[\xa1-\xb0][\xa1-\xfe]{2}|\x8e[\xa1-\xb0]?[\xa1-\xfe]?\Z|[\x80-\xff]"
)


@cache
def _plane(number: int) -> dict[bytes, str]:
    """Two bytes (row, cell) -> character."""
    out = {}
    for plane, row, text in tables.rows("euc_tw.txt.gz"):
        if int(plane) == number:
            for column, sign in enumerate(text, 0xA1):
                if sign != _HOLE:
                    out[bytes([0xA0 + int(row), column])] = sign
    return out


def read_euc_tw(data: bytes, limit: int = sys.maxsize) -> tuple[str, tuple[int, ...], int]:
    r"""The text, the offsets that could not be read, and how many bytes were lost.

    Stops early, with what it has, where more than ``limit`` places could not be read.

    >>> read_euc_tw(b"\xc4\xe3\xc5\xc6\x8e\xa1\xc4\xe3 ok")[1:]
    ((), 0)
    """
    out: list[str] = []
    bad: list[int] = []
    lost = 0
    for m in _TOKEN.finditer(data):
        if len(bad) > limit:
            break
        token, at = m[0], m.start()
        if token[0] < 0x80:
            out.append(token.decode("ascii"))
            continue
        if token[0] != 0x8E and len(token) > 1:
            table, step, skip = _plane(1), 2, 0
        else:
            table, step, skip = _plane(token[1] - 0xA0) if len(token) > 1 else {}, len(token), 2
        for k in range(0, len(token), step):
            sign = table.get(token[k + skip : k + step], _HOLE)
            out.append(sign)
            if sign == _HOLE:
                bad.append(at + k)
                lost += step
    return "".join(out), tuple(bad), lost
