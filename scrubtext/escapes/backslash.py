"""Backslashes that stand after a character because its last byte in Big5 or Shift-JIS is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.edit import Edit
from scrubtext.escapes.brakes import Brakes

__all__ = ["stray_backslashes"]


@cache
def _after_east() -> re.Pattern[str]:
    # Not before ASCII letters and digits: there it is a path or a command of TeX.
    return re.compile(r"(?<=[^\x00-\x7f])\\(?![\\A-Za-z0-9{}\[\]])")


@cache
def _ends_in_backslash(char: str) -> bool:
    for encoding in ("big5", "cp932"):
        try:
            raw = char.encode(encoding)
        except UnicodeEncodeError:
            continue
        if len(raw) == 2 and raw[1] == 0x5C:
            return True
    return False


def stray_backslashes(text: str) -> Iterator[Edit]:
    """Edits that delete them, paths and code aside."""
    brakes = Brakes(text)
    for m in _after_east().finditer(text):
        if not _ends_in_backslash(text[m.start() - 1]) or brakes.meant(m.start()):
            continue
        word = re.split("[ \t\n]", text[max(m.start() - 80, 0) : m.start()])[-1]
        word = re.sub(r"\\u[0-9A-Fa-f]{4}", "", word)
        if not re.search(r"[A-Za-z]:\\|^\\", word):
            yield Edit(m.start(), m.end(), "", "stray backslash")
