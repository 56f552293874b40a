"""A bounded sample of the bytes that matter: windows around bytes beyond ASCII, cut at safe places."""

from __future__ import annotations

import re

__all__ = ["blocks", "compact", "first_high", "windows"]

BLOCK = 1 << 16  # bytes looked at in one go
WINDOW = 2048  # bytes of one window
COUNT = 8  # windows, spread over the data

_HIGH = re.compile(rb"[\x80-\xff]")
_AROUND = re.compile(rb"[^\x80-\xff\n]{0,4}[\x80-\xff][\x30-\xff]*[^\x80-\xff\n]{0,4}")
_SAFE = re.compile(rb"[\x00-\x2f]")  # no trail byte of any encoding here is below 0x30


def first_high(data: bytes, start: int = 0) -> int:
    r"""The offset of the first byte beyond ASCII at or after ``start``, or -1.

    >>> first_high(b"a" * 300_000 + b"\xc9\xcf")
    300000
    """
    for at in range(start, len(data), BLOCK):
        piece = data[at : at + BLOCK]
        if not piece.isascii():
            found = _HIGH.search(piece)
            return at + found.start() if found else -1
    return -1


def blocks(data: bytes) -> list[tuple[int, int]]:
    r"""Spans of about ``BLOCK`` bytes that end at line feeds (where there are any).

    >>> blocks(b"one\ntwo\n")
    [(0, 8)]
    """
    out, start = [], 0
    while start < len(data):
        end = min(len(data), start + BLOCK)
        if end < len(data):
            feed = data.find(b"\n", end - 1)
            end = len(data) if feed < 0 else feed + 1
        out.append((start, end))
        start = end
    return out


def windows(data: bytes, size: int = WINDOW, count: int = COUNT) -> list[bytes]:
    """Up to ``count`` windows with bytes beyond ASCII; each begins and ends between characters.

    The first one begins shortly before the first such byte, the others are spread evenly.
    """
    head = first_high(data)
    if head < 0:
        return []
    if len(data) - head <= size * count:
        return [data[_back(data, head) :]]
    step = (len(data) - head) // count
    found = [_window(data, head + k * step, size, k == 0) for k in range(count)]
    return [w for w in found if w]


def _back(data: bytes, at: int) -> int:
    """A little context before ``at``: back to the line's head, at most 40 bytes."""
    return max(data.rfind(b"\n", max(0, at - 40), at) + 1, at - 40, 0)


def _window(data: bytes, at: int, size: int, is_first: bool) -> bytes:
    """One window from ``at`` on, or nothing if no safe beginning is near."""
    if is_first:
        start = _back(data, at)
    else:
        safe = _SAFE.search(data, at, at + 2 * size)
        high = _HIGH.search(data, safe.end(), safe.end() + BLOCK) if safe else None
        if safe is None or high is None:
            return b""
        start = max(safe.end(), _back(data, high.start()))
    end = min(len(data), start + size)
    if end < len(data):
        cut = max(data.rfind(mark, start + size // 2, end) for mark in (b"\n", b" ", b",", b"."))
        end = cut + 1 if cut > 0 else end
    return data[start:end]


def compact(windows: list[bytes], size: int) -> bytes:
    """The bytes beyond ASCII with their neighbours, a line for each place, at most ``size`` bytes.

    Long stretches of ASCII say nothing about the encoding, and every reading has them in common.
    """
    out: list[bytes] = []
    room = size
    for window in windows:
        for m in _AROUND.finditer(window):
            out.append(m[0][:room])
            room -= len(m[0]) + 1
            if room <= 0:
                return b"\n".join(out)
    return b"\n".join(out)
