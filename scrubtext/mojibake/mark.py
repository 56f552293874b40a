"""The byte order mark as other encodings show it: at the start of a text or line it is nothing."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from scrubtext.mojibake.views import DOUBLE, LABELS, SINGLE

__all__ = ["Mark", "byte_order_mark", "mark_reasons", "marked"]

_BYTES = b"\xef\xbb\xbf"
_WIDE = ("gb18030", "cp949", "cp950", "euc_jp")  # those in which its first two bytes are a character
_LETTERS = range(0x40, 0x7F)  # ASCII that may be swallowed as a second byte

# What stands behind a mark that is spoken of, and words about it. A file hardly starts so.
_SPOKEN = re.compile("[ \\t,.;:!?)\\]”’»」』）】、，。：；]|$|[\"'`](?:\\W|$)")
_ABOUT = re.compile(
    r"\bBOM\b|byte.?order|\bU\+FEFF|字节顺序|字节序|字節順序|位元組順序|バイト順|バイトオーダー|바이트 순서",
    re.IGNORECASE,
)


_ASCII = re.compile("[!-~]")


class Mark(NamedTuple):
    """A byte order mark of ``size`` characters, and the letter it swallowed."""

    size: int
    new: str
    why: str


def _why(codec: str) -> str:
    return f"byte order mark read as {LABELS.get(codec, codec)}"


def mark_reasons() -> frozenset[str]:
    """All reasons marks may have."""
    return frozenset(map(_why, SINGLE + DOUBLE))


@cache
def _spellings() -> dict[str, tuple[str, str]]:
    """What the mark looks like: spelling to swallowed letter and reason."""
    found: dict[str, tuple[str, str]] = {"\ufffdｻｿ": ("", _why("cp932"))}
    for codec in SINGLE:
        text = "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in _BYTES)
        found.setdefault(text, ("", _why(codec)))
    for codec in _WIDE:
        head = _BYTES[:2].decode(codec, "ignore")
        found[head + "\ufffd"] = found[head + "?"] = ("", _why(codec))
        for code in _LETTERS:
            tail = bytes([_BYTES[2], code]).decode(codec, "ignore")
            if len(tail) == 1 and tail > "\x7f":
                found[head + tail] = (chr(code), _why(codec))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _spellings())))


# Nobelium is a word: alone it is a mark only before what no sentence about it goes on with.
_ALONE = re.compile("锘(?=[#<{/*@\\[]|[a-z]{2})")


LONGEST = 480  # characters of a first line that are looked at for its sake


def marked(text: str) -> int:
    """How much of a text's start is to be looked at for a byte order mark; 0 where there is none."""
    if not byte_order_mark(text[:LONGEST].partition("\n")[0], True):
        return 0
    end = text.find("\n", 0, LONGEST)
    return end if end >= 0 else min(len(text), LONGEST)


def byte_order_mark(line: str, first: bool) -> Mark | None:
    """The mark ``line`` starts with, where it is not spoken of; ``first``: the line starts the text."""
    if line.isascii():
        return None
    m = _pattern().match(line) or (_ALONE.match(line) if first else None)
    if not m or _ABOUT.search(line) or (m.end() < len(line) and _SPOKEN.match(line, m.end())):
        return None
    if m.group().endswith("?") and not _ASCII.match(line, m.end()):
        return None  # a question
    new, why = _spellings().get(m.group(), ("", _why("gb18030")))
    return Mark(m.end(), new, why)
