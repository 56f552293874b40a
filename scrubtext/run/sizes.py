"""Sizes as people write them."""

from __future__ import annotations

import re

__all__ = ["parse_size"]

_UNITS = {"": 0, "k": 10, "m": 20, "g": 30}


def parse_size(text: str) -> int:
    """Bytes from ``64M``, ``64MiB``, ``1g`` or ``1000``.

    >>> parse_size("64MiB")
    67108864
    """
    m = re.fullmatch(r"\s*(\d+)\s*([kmg]?)(?:i?b)?\s*", text.lower())
    if m is None:
        raise ValueError(f"{text!r} is no size; write 64M, 1G or a number of bytes")
    return int(m[1]) << _UNITS[m[2]]
