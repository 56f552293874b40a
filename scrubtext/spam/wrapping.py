"""What a link farm is wrapped in: tags that hide it, the line above a signature, the tags that close it."""

from __future__ import annotations

import re

from scrubtext.spam.headings import heading_above

__all__ = ["wrapped"]

_NAMES = "div|span|p|ul|ol|li|center|noindex|marquee|section|aside|footer|nav|font|small|table|tr|td|b|u"
_OPEN = re.compile(
    rf"(?:<(?:{_NAMES})(?:\s[^<>\n]{{0,300}})?>|\[(?:hide|spoiler|size|color|font|center|list)(?:=[^\[\]\n]{{0,40}})?\]"
    r"|<!--[^\n]{0,80}?-->|\s)+",
    re.IGNORECASE,
)
_CLOSE = re.compile(
    rf"(?:</(?:{_NAMES})\s?>|\[/(?:hide|spoiler|size|color|font|center|list)\]|<!--[^\n]{{0,80}}?-->|\s)+",
    re.IGNORECASE,
)
_RULE = re.compile(r"_{6,}")
_LAST_RULE = re.compile(r"_{6,}|-{2,}\s?|[=*~]{6,}")
"""Above the signature of a forum: at the end of a page any rule, inside it none that Markdown has."""
MAX_LINES = 3
REACH = 400
"""Characters above and below a farm that are looked at."""


def wrapped(text: str, start: int, end: int) -> tuple[int, int]:
    r"""Start and end of a farm of whole lines with what it is wrapped in.

    >>> text = "It rained.\n<div style='height:1px'>\nPills a1.com\n</div>"
    >>> wrapped(text, 36, 48)
    (11, 55)
    """
    if start and text[start - 1] != "\n":
        return start, end
    tags = 0
    for _ in range(MAX_LINES):
        at, line = heading_above(text, start, REACH)
        if not line or not (_OPEN.fullmatch(line) or _is_rule(text, line, end)):
            break
        tags += "<" in line or "[" in line
        start = at
    for _ in range(tags):
        at, line = _below(text, end)
        if not line or not _CLOSE.fullmatch(line):
            break
        end = at
    return start, end


def _is_rule(text: str, line: str, end: int) -> bool:
    """Whether a line is the rule above a signature."""
    below = text[end : end + REACH].strip()
    last = not below or _CLOSE.fullmatch(below) is not None
    return (_LAST_RULE if last else _RULE).fullmatch(line) is not None


def _below(text: str, at: int) -> tuple[int, str]:
    """Where the line below a place ends, and what it says."""
    begin = at + len(text[at : at + REACH]) - len(text[at : at + REACH].lstrip())
    stop = text.find("\n", begin, begin + REACH)
    stop = min(len(text), begin + REACH) if stop < 0 else stop
    return stop, text[begin:stop].strip()
