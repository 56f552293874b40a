"""Where nothing is cut: fenced code, block quotes, quoted lists; and what asks for more proof."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from scrubtext.spam.lexicon import announcing, names_list

__all__ = ["Shelter", "announced", "exemplified", "headed", "introduced", "listed", "quoted"]

_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_MARK = re.compile(r"\s*(?:[>|<]|\.\. )|.*(?:</|://.*://|\x1b)")
_ENTRY = re.compile(
    r"\s*(?:\d{1,3}\s?[.)、．）:：]|[(（]\w{1,3}[)）]|[①-⑳]|[A-Za-z][.)]\s|[-*+•·○●▪]\s|[□☐☑☒✓✔◯]\s?|第.{1,4}[章节條条課课])"
)
_OPEN, _CLOSE = "“\"「『'‘`«《（([", "”\"」』'’`»》）)]"

_BOTH = "“\"'`"  # signs that open in one language and close in another
_TORN = (("“", "”"), ("「", "」"), ("『", "』"), ("«", "»"), ("„", "“"))
MAX_QUOTED = 2_000  # characters behind a block in which a quotation may close


class Shelter:
    """Which lines are code, quotations, table rows or markup: ``number in shelter``."""

    def __init__(self, text: str, lines: Sequence[tuple[int, int]]) -> None:
        self.text = text
        self.lines = lines

    def __contains__(self, k: object) -> bool:
        if not isinstance(k, int):
            return False
        a, b = self.lines[k]
        return bool(_MARK.match(self.text, a, min(b, a + 4))) or k in self.fenced

    @cached_property
    def fenced(self) -> frozenset[int]:
        """Lines inside fences, and the fences."""
        if "```" not in self.text and "~~~" not in self.text:
            return frozenset()
        out: set[int] = set()
        fence = ""
        for k, (a, b) in enumerate(self.lines):
            found = _FENCE.match(self.text, a, b)
            if fence or found:
                out.add(k)
            if fence and found and found.group().strip() == fence:
                fence = ""
            elif found and not fence:
                fence = found.group().strip()
        return frozenset(out)


def quoted(text: str, start: int, end: int) -> bool:
    """Whether a block stands in quotation marks or brackets."""
    first, last = text[start : start + 64].strip()[:1], text[max(start, end - 64) : end].strip()
    if not first or end - start < 2:
        return False
    above = text[max(0, start - 64) : start]
    before = above.rstrip()[-1:]
    if before in _BOTH and "\n" in above[len(above.rstrip()) :]:
        before = ""  # it closes the line above
    opened = first in _OPEN or (before and before in _OPEN)
    after = text[end : end + 2].strip()[:1]
    closed = last.rstrip("。.,，")[-1:] in _CLOSE or (after and after in _CLOSE)
    return bool(opened and closed) or _torn(text, start, end)


def _torn(text: str, start: int, end: int) -> bool:
    """Whether a quotation opens inside a block and closes behind it, on the same line."""
    line_end = text.find("\n", end)
    behind = text[end : min(line_end if line_end >= 0 else len(text), end + MAX_QUOTED)]
    for opening, closing in _TORN if behind else ():
        at = text.rfind(opening, start, end)
        if at >= 0 and closing in behind and text.find(closing, at, end) < 0:
            return True
    return False


def announced(text: str, start: int) -> bool:
    """Whether the line above ends with a colon: what follows is shown, not hidden."""
    return text[max(0, start - 200) : start].rstrip()[-1:] in (":", "：")


def headed(text: str, start: int, end: int) -> bool:
    """Whether the name of a list that authors write begins a list or stands above it: winners, services."""
    opened = _NAME_END.split(text[start : min(end, start + MAX_NAME)].lstrip(), maxsplit=1)
    above = text[max(0, start - 2 * MAX_NAME) : start].rstrip().rpartition("\n")[2]
    return (len(opened) > 1 and names_list(opened[0])) or (len(above) <= MAX_NAME and names_list(above))


_NAME_END = re.compile(r"[:：\n\u3000]|(?<=[\u3040-\ud7a3]) ")
MAX_NAME = 24  # characters of the name of a list


def introduced(text: str, start: int, end: int) -> bool:
    """Whether the last sentence above a list between two paragraphs speaks of it: five questions."""
    above = text[max(0, start - 200) : start].rstrip()
    if not above or not text[end:].strip():
        return False
    last = _SENTENCES.split(above[above.rfind("\n") + 1 :].rstrip(".。!！?？"))[-1]
    return announcing().search(last) is not None


def exemplified(text: str, start: int) -> bool:
    """Whether the sentence before a list on its line announces it, as one that says "here is an example"."""
    above = text[max(0, start - MAX_BEFORE) : start].rpartition("\n")[2].rstrip(" \u3000.。!！?？")
    return bool(above) and announcing().search(_SENTENCES.split(above)[-1]) is not None


MAX_BEFORE = 100  # characters
_SENTENCES = re.compile(r"[。！？]|[.!?]\s")


def unlisted(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Some lines without the bulleted entries they begin with, right below a line of the article's."""
    start = lines[0][0]
    if text[max(0, start - 2) : start].strip(" \r\n") == "" or listed(text, lines):
        return lines
    k = next((k for k, span in enumerate(lines) if not _BULLET.match(text, *span)), 0)
    return lines[k:]


_BULLET = re.compile(r"\s*[・･●■◆▪•*-]\s?[^\W_]")


def listed(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most of some lines are numbered or bulleted entries, or indented."""
    marked = sum(bool(_ENTRY.match(text, a, b)) or text[a : a + 4] == "    " for a, b in lines)
    return 2 * marked > len(lines)
