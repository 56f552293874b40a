"""Lines of programs, of their comments, and of diffs: what stands there is not the page's own text."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["COMMAND", "is_program"]

_REACH = 4000  # characters that are looked at before and behind a line
_LINE = 2000  # ... of a line
_SIGN = re.compile(r"[=;\"'{}+*/<-]")  # each of those lines has one


COMMAND = (
    r"\s*[A-Za-z_][!-~]*[ \t]+(?:[A-Za-z0-9_./=-]+[ \t]+){0,12}(?P<quote>[\"']).*(?P=quote)\s*"
    r"(?:[|>&;].*|[,)])?"
)
"""A line that is a command with a quoted argument, without its end."""


@cache
def _code() -> re.Pattern[str]:
    name = r"[A-Za-z_][A-Za-z0-9_.\[\]]*"
    return re.compile(
        r"\s*(?://|/\*|\*/|--[ \t]|<!--)"
        rf"|\s*(?:[A-Za-z]+\*?[ \t]+)?{name}[ \t]*[:+]?=[ \t]*\S"
        rf"|{COMMAND}\Z"
        r"|\s*[{\[]\s*[\"'{]|\s*\"[^\"]{1,60}\"\s*:\s*[\"'\[{\d]"
        r"|.*(?:[A-Za-z0-9_]\(\s*[\"']|[\"')\]}]\s*;\s*\Z|;\s*(?://|/\*))"
    )


_COMMENT = re.compile(r"\s*\*(?!\*)")
_SIGNED = re.compile(r"[-+](?![-+])")
_HUNK = re.compile(r"^@@ -\d+(?:,\d+)? \+\d+", re.MULTILINE)


def is_program(text: str, start: int, end: int) -> bool:
    """Whether the line from ``start`` to ``end`` is code, a comment, or one of a diff."""
    line = text[start : min(end, start + _LINE)]
    if _is_in_hunk(text, start, line):
        return True
    if _SIGN.search(line) is None:
        return False
    if _code().match(line) or _is_signed(text, start, end, line):
        return True
    if _COMMENT.match(line):
        low = max(start - _REACH, 0)
        return text.rfind("/*", low, start) > text.rfind("*/", low, start)
    return False


def _is_signed(text: str, start: int, end: int, line: str) -> bool:
    """Whether the line was taken out or put in, and one beside it the other way round."""
    if not _SIGNED.match(line):
        return False
    other = "+" if line[0] == "-" else "-"
    above = text.rfind("\n", 0, max(start - 1, 0)) + 1
    return text.startswith(other, end + 1) or (start > 0 and text.startswith(other, above))


def _is_in_hunk(text: str, start: int, line: str) -> bool:
    """Whether all lines from the head of a hunk down to this one begin as those of a diff do."""
    if line[:1] not in (" ", "+", "-") or "@@ -" not in text[max(start - _REACH, 0) : start]:
        return False
    heads = list(_HUNK.finditer(text, max(start - _REACH, 0), start))
    if not heads:
        return False
    between = text[heads[-1].end() : start].split("\n")[1:-1]
    return all(b[:1] in (" ", "+", "-", "\\", "") for b in between)
