"""Bytes of GBK as web pages use them: what a character is, what a pair of bytes is.

Code page 936 is GBK with the euro sign at 0x80; what it leaves to users (AAA1-AFFE, F8A1-FEFE and
A140-A7A0) is private use in GB18030 and usually dropped on the way to the page.
"""

from __future__ import annotations

from functools import cache

__all__ = ["LEADS", "TRAILS", "in_gb2312", "pair", "spelled", "user_defined"]

LEADS = range(0x81, 0xFF)
TRAILS = tuple(b for b in range(0x40, 0xFF) if b != 0x7F)
EURO = "\u20ac"


@cache
def spelled(char: str) -> bytes:
    """The bytes of ``char``, empty where GBK does not have it; private use is user-defined area."""
    if char == EURO:
        return b"\x80"
    try:
        return char.encode("gbk")
    except UnicodeEncodeError:
        pass
    if "\ue000" <= char <= "\uf8ff":
        raw = char.encode("gb18030")
        return raw if len(raw) == 2 else b""
    return b""


@cache
def pair(lead: int, trail: int) -> str:
    """The character of two bytes, empty where GBK defines none."""
    try:
        return bytes((lead, trail)).decode("gbk")
    except UnicodeDecodeError:
        return ""


def user_defined(lead: int, trail: int) -> bool:
    """Whether two bytes lie in the user-defined area."""
    high = trail >= 0xA1
    if 0xA1 <= lead <= 0xA7:
        return 0x40 <= trail <= 0xA0 and trail != 0x7F
    return high and (0xAA <= lead <= 0xAF or 0xF8 <= lead <= 0xFE)


@cache
def in_gb2312(char: str) -> bool:
    """Whether the Simplified character set of 1980 has ``char``."""
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False
