"""What readers wrote below an article: a name, the day and the time, a remark, a button to reply."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.furniture.block import Line
from scrubtext.furniture.shapes import units

__all__ = ["is_thread", "remark_above"]

MAX_REMARK = 70
"""Units (a Han character is 1) of a remark."""
MAX_NAME = 14
"""Units of a name, with what stands beside it: schreibt, says."""
MOST = 3
"""Lines of one remark."""
_WHEN = re.compile(  # a day and the time of the day, and nothing else
    r"\W{0,3}(?:(?:am|on|от|le|el|em|il)\s)?(?:\d{1,4}\s?[-./年년]\s?\d{1,2}\s?[-./月월]\s?\d{0,4}\s?[日일.]?"
    r"|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?\s(?:de\s)?\d{4}(?:\s?г\.?)?|[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4})"
    r"[\s,T|·]{1,3}(?:(?:um|at|в|à|a las|às|alle|o)\s)?\d{1,2}[:h]\d{2}(?::\d{2})?"
    r"(?:\s?(?:Uhr|[ap]\.?m\.?))?\W{0,3}",
    re.I,
)


def is_thread(text: str, rest: Sequence[Line]) -> bool:
    """Whether lines are remarks of readers: before each the day and the time, before that a name."""
    at = 0
    while at < len(rest):
        head = _headed(text, rest, at)
        if not head:
            return False
        at += head
        start = at
        while at < len(rest) and at - start < MOST and not _headed(text, rest, at):
            if units(text[rest[at].start : rest[at].end]) > MAX_REMARK:
                return False
            at += 1
    return bool(rest)


def _headed(text: str, lines: Sequence[Line], at: int) -> int:
    """How many lines say whose remark follows: a name and the day, or only the day; 0 for none."""
    for size in (1, 2):
        last = at + size - 1
        if last < len(lines) and _WHEN.fullmatch(text[lines[last].start : lines[last].end].strip()):
            named = size == 1 or _is_name(text[lines[at].start : lines[at].end].strip())
            return size if named else 0
    return 0


def _is_name(s: str) -> bool:
    return units(s) <= MAX_NAME and s[-1] not in ".。!?！？,，"


def remark_above(text: str, pending: Sequence[Line]) -> int:
    """How many lines up from a button to reply are one remark, its name and its day; 0 for none."""
    for size in range(1, min(MOST + 2, len(pending)) + 1):
        lines = pending[size - 1 :: -1]
        if _headed(text, lines, 0) == 2 or (size == len(pending) and _headed(text, lines, 0)):
            return size if is_thread(text, lines) else 0
    return 0
