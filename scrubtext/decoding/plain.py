"""The short way: data about which nothing need be decided costs one strict decoding as UTF-8.

What may be anything else (marks, escapes, NUL, other controls, few sequences) goes the long way.
"""

from __future__ import annotations

from scrubtext.decoding.bom import MARKED
from scrubtext.decoding.result import Decoded, Segment
from scrubtext.decoding.utf8 import CERTAIN

__all__ = ["plainly"]

HEAD = 512  # bytes in which UTF-16 and the like show control characters
_NO_CONTROL = bytes(set(range(32, 256)) | set(b"\t\n\r\f"))


def plainly(data: bytes, declared: str | None = None) -> Decoded | None:
    r"""The answer where it is plain, else ``None``.

    >>> plainly(b"plain\n").encoding, plainly(b"caf\xc3\xa9"), plainly(b"\x1b$B")
    ('ascii', None, None)
    """
    if not data or data[0] in MARKED or data[:HEAD].translate(None, _NO_CONTROL):
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    size, count = len(data), len(text)
    if size == count:
        if declared or b"\x1b" in data or (b"~" in data and b"~{" in data) or b"\0" in data:
            return None
        return Decoded(text, "ascii", (Segment(0, size, 0, count, "ascii"),))
    if size - count <= 3 * CERTAIN:
        return None
    return Decoded(text, "utf-8", (Segment(0, size, 0, count, "utf-8"),))
