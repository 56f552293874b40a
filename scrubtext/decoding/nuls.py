"""A NUL byte or two in a text of eight bits a character: by their column alone they look like UTF-16.

Where NULs stand in nearly every pair of bytes there is no question. Where they do not (Chinese with
digits, Cyrillic with spaces; or fields with a NUL between them) both texts are read and compared.
"""

from __future__ import annotations

from scrubtext import plausibility
from scrubtext.decoding import utf8, wide
from scrubtext.decoding.codepages import MULTIBYTE, SINGLE_BYTE
from scrubtext.decoding.legacy import Hints, prior, rank
from scrubtext.decoding.result import Run

__all__ = ["by_nuls"]

HEAD = 512  # bytes read both ways
TORN = 14.0  # nats half a character at the end costs
NUL = 10.0  # nats a NUL costs that stands between fields or behind a string


def by_nuls(data: bytes) -> list[Run] | None:
    r"""UTF-16 or UTF-32 by the columns of its NUL bytes, unless eight bits make the likelier text.

    >>> by_nuls("第1章".encode("utf-16-le"))[0].encoding, by_nuls(b"Name:\0Mueller\n")
    ('utf-16-le', None)
    """
    runs = wide.by_columns(data)
    if not runs or "32" in runs[0].encoding:
        return runs
    is_utf8 = not data.isascii() and utf8.strict(data) is not None
    if wide.in_bulk(data) and not is_utf8:
        return runs
    return runs if _nats_of_pairs(data, runs[0].encoding) > _nats_of_bytes(data) else None


def _nats_of_pairs(data: bytes, encoding: str) -> float:
    text = data[: min(HEAD, len(data) // 2 * 2)].decode(encoding, "replace")
    return plausibility.total(text) + prior(encoding, Hints()) - TORN * (len(data) % 2)


def _nats_of_bytes(data: bytes) -> float:
    """Nats of the likeliest text of eight bits a character, a blank for each NUL."""
    head = data[:HEAD]
    names = ("utf-8",) if utf8.strict(head) is not None else ("utf-8", *MULTIBYTE, *SINGLE_BYTE)
    ranked = rank(head.replace(b"\0", b" "), Hints(), names)
    return ranked[0].nats - NUL * head.count(0) if ranked else float("-inf")
