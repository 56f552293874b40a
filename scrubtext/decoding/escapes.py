"""Seven-bit encodings that shift by escapes: ISO-2022-JP, ISO-2022-KR and HZ.

Plain ASCII that only looks like them stays ASCII: an escape sequence must be one the encoding has,
``~{`` must be closed on its line and hold pairs of GB2312 that make sense.
"""

from __future__ import annotations

import re

from scrubtext import plausibility
from scrubtext.decoding.result import Run

__all__ = ["by_escapes", "read_hz"]

_JP = re.compile(rb"\x1b(?:\$[@B]|\$\([DOQP]|\([JI])")
_KR = re.compile(rb"\x1b\$\)C")
_HZ = re.compile(rb"~\{((?:[\x21-\x77][\x21-\x7e])+)~\}")
_JP_CODECS = ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_ext", "iso2022_jp_2004")
HZ_LEVEL = -12.5  # nats per character; GB2312 prose scores -6 to -9, chance pairs below -13


def by_escapes(data: bytes, declared: str | None = None) -> list[Run] | None:
    """The seven-bit encoding whose escapes the (ASCII) data holds."""
    if b"\x1b" in data:
        if _KR.search(data):
            return [Run(0, len(data), "iso2022_kr")]
        if _JP.search(data):
            return [Run(0, len(data), _japanese(data))]
    if b"~{" in data and (declared == "hz" or _is_hz(data)):
        return [Run(0, len(data), "hz")]
    return None


def _japanese(data: bytes) -> str:
    """The narrowest member of the family that reads everything."""
    for codec in _JP_CODECS:
        try:
            data.decode(codec)
        except UnicodeDecodeError:
            continue
        return codec
    return "iso2022_jp_ext"


def _is_hz(data: bytes) -> bool:
    """Whether what stands between ``~{`` and ``~}`` is Chinese."""
    found = [m[1] for m, _ in zip(_HZ.finditer(data), range(200), strict=False)]
    text = "".join(_gb(pairs) for pairs in found)
    return bool(text) and "\ufffd" not in text and plausibility.score(text) > HZ_LEVEL


def _gb(pairs: bytes) -> str:
    return bytes(b | 0x80 for b in pairs).decode("gb2312", "replace")


def read_hz(data: bytes) -> str:
    r"""HZ as found in the wild: an unclosed or odd block is left as it stands, nothing fails.

    >>> read_hz(b"~{VPND~} ~~ ~{"), read_hz(b"a~\nb")
    ('中文 ~ ~{', 'ab')
    """
    text = data.decode("ascii", "replace")
    shift = re.compile(r"~\{((?:[\x21-\x77][\x21-\x7e])+)(?:~\}|(?=\r?\n|\Z))|~~|~\n")

    def sign(m: re.Match[str]) -> str:
        return _gb(m[1].encode()) if m[1] else m[0][1:].strip("\n")

    return shift.sub(sign, text)
