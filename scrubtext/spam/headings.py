"""Headings above lists of links, told apart: exchanged links and search terms, or references."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.tables import rows

__all__ = [
    "heading_above",
    "heading_kind",
    "heading_starts",
    "opens_farm",
    "speaks_of_links",
    "split_heading",
]

_TRIM = " \t\u3000\xa0#*=_~-–—·•●■◆★【】[]「」()（）<>《》|:：/、.。>»"
_JOIN = re.compile(r"\s*(?:/|／|\||｜)\s*")


@cache
def _kinds() -> dict[str, str]:
    known = {row[0]: row[2] for row in rows("link_headings.tsv") if row[2] != "stem"}
    return known | {name.replace(" ", ""): kind for name, kind in known.items()}


def heading_kind(line: str) -> str:
    """``farm``, ``honest`` or nothing for a line that is a heading and no more.

    >>> heading_kind("友情链接 / Friendship link"), heading_kind("## 参考资料"), heading_kind("友情")
    ('farm', 'honest', '')
    """
    plain = line.strip(_TRIM).casefold()
    if not plain or len(plain) > 60:
        return ""
    found = {_kinds().get(part.strip(_TRIM), "") for part in _JOIN.split(plain)}
    found.add(_kinds().get(plain, ""))
    if "farm" in found:
        return "farm"
    return "honest" if "honest" in found else _ends(plain)


@cache
def _stems() -> re.Pattern[str]:
    stems = sorted(row[0] for row in rows("link_headings.tsv") if row[2] == "stem")
    return re.compile("|".join(map(re.escape, stems)), re.IGNORECASE)


def speaks_of_links(line: str) -> bool:
    """Whether a short line without a sentence holds what headings above links do.

    >>> speaks_of_links("Partner sites:"), speaks_of_links("We are partners.")
    (True, False)
    """
    return len(line) <= MAX_HEADING and not _SENTENCE.search(line) and bool(_stems().search(line))


MAX_HEADING = 60  # characters
_SENTENCE = re.compile(r"[。！？!?；;]|\.(?:\s|$)|://")


def heading_above(text: str, at: int) -> tuple[int, str]:
    """Where the last line that is not blank before a place begins, and the line."""
    first = max(0, at - 200)
    above = text[first:at].rstrip()
    begin = above.rfind("\n") + 1
    return first + begin, above[begin:].strip()


def _ends(plain: str) -> str:
    """Headings with a number or word before: "7. References", "link 友情鏈接"."""
    words = re.split(r"[\s.、]+", plain)
    return _kinds().get(words[-1], "") if 1 < len(words) < 4 else ""


def opens_farm(text: str, at: int) -> bool:
    """Whether a line may open with a farm heading, marks and spaces before it apart."""
    return heading_starts().match("\n" + text[at : at + 24]) is not None


@cache
def heading_starts() -> re.Pattern[str]:
    """A line end and the four characters that farm headings begin with, marks between apart."""
    stems: dict[str, set[str]] = {"l": {"ink"}}
    for heading, kind in _kinds().items():
        if kind == "farm":
            stems.setdefault(heading[0], set()).add(re.escape(heading[1:4]))
    each = (f"[{c}{c.upper()}](?i:{'|'.join(sorted(rest))})" for c, rest in sorted(stems.items()))
    firsts = "".join(sorted({*stems, *map(str.upper, stems)}))
    return re.compile(rf"\n[{re.escape(_TRIM)}\r]*(?=[{firsts}])(?:{'|'.join(each)})")


@cache
def _opening() -> re.Pattern[str]:
    names = sorted((h for h, kind in _kinds().items() if kind == "farm"), key=len, reverse=True)
    one = rf"(?:{'|'.join(map(re.escape, names))})[\s\u3000]*"
    return re.compile(rf"[\W_]*{one}(?:[/|]\s*{one})?(?:[:：】\]）|/-]\s*)?", re.I)


def split_heading(line: str) -> int:
    """Where the rest of a line begins that opens with a farm heading; 0 where it does not.

    >>> split_heading("友情链接：甲网 乙网"), split_heading("友情最重要")
    (5, 0)
    """
    found = _opening().match(line)
    return found.end() if found else 0
