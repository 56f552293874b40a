"""Where nothing is cut: fenced code, block quotes, quoted lists; and what asks for more proof."""

from __future__ import annotations

import re

__all__ = ["announced", "listed", "quoted", "sheltered_lines"]

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_MARK = re.compile(r"\s*(?:[>|<]|\.\. )|.*(?:</|://.*://|\x1b)")
_ENTRY = re.compile(
    r"\s*(?:\d{1,3}\s?[.)、．）:：]|[(（]\w{1,3}[)）]|[①-⑳]|[A-Za-z][.)]\s|[-*+•·○●▪]\s|第.{1,4}[章节條条課课])"
)
_OPEN, _CLOSE = "“\"「『'‘`«《（([", "”\"」』'’`»》）)]"


def sheltered_lines(text: str, lines: tuple[tuple[int, int], ...]) -> set[int]:
    """Numbers of the lines that are code, quotations, table rows or markup."""
    out: set[int] = set()
    fence = ""
    for k, (a, b) in enumerate(lines):
        found = _FENCE.match(text, a, b)
        if fence:
            out.add(k)
            if found and found.group().strip() == fence:
                fence = ""
        elif found:
            out.add(k)
            fence = found.group().strip()
        elif _MARK.match(text, a, min(b, a + 4)):
            out.add(k)
    return out


def quoted(text: str, start: int, end: int) -> bool:
    """Whether a block stands in quotation marks or brackets."""
    block = text[start:end].strip()
    if len(block) < 2:
        return False
    before = text[:start].rstrip()[-1:] if start else ""
    opened = block[0] in _OPEN or (before and before in _OPEN)
    after = text[end : end + 2].strip()[:1]
    closed = block.rstrip("。.,，")[-1:] in _CLOSE or (after and after in _CLOSE)
    return bool(opened and closed)


def announced(text: str, start: int) -> bool:
    """Whether the line above ends with a colon: what follows is shown, not hidden."""
    return text[max(0, start - 200) : start].rstrip()[-1:] in (":", "：")


def listed(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most of some lines are numbered or bulleted entries, or indented."""
    marked = sum(bool(_ENTRY.match(text, a, b)) or text[a : a + 4] == "    " for a, b in lines)
    return 2 * marked > len(lines)
