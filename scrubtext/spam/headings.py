"""Headings above lists of links, told apart: exchanged links and search terms, or references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from scrubtext.spam.speech import SPEECH
from scrubtext.tables import rows, words

__all__ = [
    "behind_label",
    "glued_heading",
    "heading_above",
    "heading_kind",
    "heading_starts",
    "is_row",
    "opens_farm",
    "speaks_of_links",
    "split_heading",
    "tags_label",
]

_TRIM = " \t\u3000\xa0#*=_~-–—·•●■◆★【】[]「」()（）<>《》|:：/、.。>»"
_JOIN = re.compile(r"\s*(?:/|／|\||｜)\s*")
_AND = r"(?:\s?[&＆+・]\s?|(?:\s|(?<=\s))(?:and|und|et|y|e|и|i|ve|và|dan)\s|[和与與及と])"
_ANDS = re.compile(_AND)


_HEADINGS = ("farm", "honest", "maybe")


@cache
def _kinds() -> dict[str, str]:
    known = {row[0]: row[2] for row in rows("link_headings.tsv") if row[2] in _HEADINGS}
    return known | {name.replace(" ", ""): kind for name, kind in known.items()}


def heading_kind(line: str) -> str:
    """``farm``, ``honest``, ``maybe`` or nothing for a line that is a heading and no more.

    >>> heading_kind("友情链接 / Friendship link"), heading_kind("## 参考资料"), heading_kind("友情")
    ('farm', 'honest', '')
    """
    plain = line.strip(_TRIM).casefold()
    if not plain or len(plain) > 60:
        return ""
    found = {_kinds().get(part.strip(_TRIM), "") for part in _JOIN.split(plain)}
    found.add(_kinds().get(plain, ""))
    return next((kind for kind in _HEADINGS if kind in found), "") or _joined(plain) or _ends(plain)


def _joined(plain: str) -> str:
    """Headings with a word for a list behind them, and two in one: "blogroll & partners"."""
    apart = words("link_headings.tsv", "beside")
    found = [_kinds().get(part) or ("beside" if part in apart else "") for part in _told(plain)]
    if not all(found):
        return ""
    return next((kind for kind in _HEADINGS if kind in found), "")


def _told(plain: str) -> list[str]:
    """The parts of a heading, without the words for a list."""
    return [_list_word().sub("", part) for part in _ANDS.split(plain)]


@cache
def _list_word() -> re.Pattern[str]:
    known = sorted(words("link_headings.tsv", "list"), key=len, reverse=True)
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, known))})$")


@cache
def _openers() -> list[str]:
    """The headings that a farm may open with, on a line of their own or before its names."""
    farms = (name for name, kind in _kinds().items() if kind != "honest")
    return sorted({*farms, *words("link_headings.tsv", "row")}, key=lambda name: (-len(name), name))


@cache
def _labels(*kinds: str) -> re.Pattern[str]:
    names = by_first(words("link_headings.tsv", *kinds))
    return re.compile(rf"\s*[【\[]?{names}[】\]]?\s*[:：]\s*", re.IGNORECASE)


def by_first(names: Iterable[str]) -> str:
    """A pattern of names, the longest first, parted by their first letter so that few are tried."""
    rests: dict[str, list[str]] = {}
    for name in sorted(sorted(names), key=len, reverse=True):
        rests.setdefault(name[0], []).append(re.escape(name[1:]))
    each = (f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())
    return f"(?:{'|'.join(each)})"


def behind_label(text: str, start: int, end: int) -> int:
    """Where a list begins behind a label of tags or searches; its start where there is none.

    >>> behind_label("标签：甲, 乙", 0, 7), behind_label("甲, 乙", 0, 4)
    (3, 0)
    """
    labels = _labels("farm", "maybe", "row", "searches", "tags")
    found = labels.match(text, start, min(end, start + MAX_HEADING))
    return found.end() if found else start


def tags_label(text: str, start: int, end: int) -> bool:
    """Whether a list stands behind a label that keywords of honest articles have too."""
    return _labels("tags").match(text, start, min(end, start + MAX_HEADING)) is not None


@cache
def _stems(*kinds: str) -> re.Pattern[str]:
    stems = sorted(words("link_headings.tsv", *kinds))
    return re.compile("|".join(map(re.escape, stems)), re.IGNORECASE)


def speaks_of_links(line: str, farmed: bool = False) -> bool:
    """Whether a short line without a sentence holds what headings above links do.

    ``farmed`` where a farm stands below for certain: what heads honest lists too heads it then.

    >>> speaks_of_links("Partner sites:"), speaks_of_links("We are partners.")
    (True, False)
    >>> speaks_of_links("Useful things"), speaks_of_links("Useful things", farmed=True)
    (False, True)
    """
    if len(line) > MAX_HEADING or _SENTENCE.search(line) or SPEECH.search(line):
        return False
    dense = sum(c >= "\u0e00" for c in line)
    return dense <= MAX_DENSE and bool(_stems(*("stem", "over")[: 1 + farmed]).search(line))


MAX_HEADING = 60  # characters
MAX_DENSE = 16  # of a script without spaces
_SENTENCE = re.compile(r"[。！？!?；;]|\.(?:\s|$)|://")


def heading_above(text: str, at: int, reach: int = 200) -> tuple[int, str]:
    """Where the last line that is not blank before a place begins, and the line; ``reach`` in characters."""
    first = max(0, at - reach)
    above = text[first:at].rstrip()
    begin = above.rfind("\n") + 1
    return first + begin, above[begin:].strip()


def _ends(plain: str) -> str:
    """Headings with a number or word before: "7. References", "link 友情鏈接", "友情链接 links"."""
    words = re.split(r"[\s.、]+", plain)
    if not 1 < len(words) < 4:
        return ""
    return "farm" if _kinds().get(words[0]) == "farm" else _kinds().get(words[-1], "")


def opens_farm(text: str, at: int) -> bool:
    """Whether a line may open with a farm heading, marks and spaces before it apart."""
    return heading_starts().match("\n" + text[at : at + 32]) is not None


@cache
def heading_starts() -> re.Pattern[str]:
    """A line end and the four characters that farm headings begin with, marks between apart."""
    starts = {"link", *(heading[:4] for heading in _openers())}
    known = {start: re.escape(start[2:]) for start in starts}
    known |= {word: re.escape(word[2:]) + _AND for word in words("link_headings.tsv", "beside")}
    firsts = "".join(sorted({c for start in known for c in (start[0], start[0].upper())}))
    return re.compile(rf"\n[{re.escape(_TRIM)}\r]*(?=[{firsts}])(?:{_by_letters(known)})")


def _by_letters(known: Mapping[str, str]) -> str:
    """A pattern of the rests of some words, parted by their first two letters: classes fail fast."""
    rests: dict[str, dict[str, list[str]]] = {}
    for word, rest in sorted(known.items()):
        rests.setdefault(word[0], {}).setdefault(word[1], []).append(rest)
    out = []
    for first, seconds in rests.items():
        each = (f"{_either(c)}(?i:{'|'.join(sorted(rest))})" for c, rest in seconds.items())
        out.append(f"{_either(first)}(?:{'|'.join(each)})")
    return "|".join(out)


def _either(letter: str) -> str:
    """A class of a letter, small and capital."""
    return f"[{re.escape(letter)}{re.escape(letter.upper())}]"


@cache
def _opening() -> re.Pattern[str]:
    name = by_first(_openers())
    one = rf"{name}(?:\s?{by_first(words('link_headings.tsv', 'list'))}(?!\w))?[\s\u3000]*"
    other = by_first(words("link_headings.tsv", "beside"))
    both = rf"(?:{one}(?:(?:[/|]\s*|{_AND})(?:{one}|{other}\s?))?|{other}{_AND}{one})"
    return re.compile(rf"[\W_]*{both}(?:[:：】\]）|/-]\s*)?", re.I)


def is_row(line: str) -> bool:
    """Whether a line is the name of a list of links and no more, honest ones too."""
    return line.strip(_TRIM).casefold() in words("link_headings.tsv", "row")


def glued_heading(text: str) -> int:
    """Where a heading with a colon begins behind the last sentence of a text; -1 where none does.

    >>> glued_heading("桥修好了。友情链接：甲网 乙网"), glued_heading("桥修好了。")
    (5, -1)
    """
    line = text.rfind("\n", 0, len(text.rstrip())) + 1
    first, found = max(line, len(text) - MAX_GLUED), -1
    if text.find(":", first) < 0 and text.find("：", first) < 0:
        return found
    for colon in _COLON.finditer(text, first):
        ends = _SENTENCE_ENDS.finditer(text, max(line, colon.start() - MAX_HEADING), colon.start())
        at = max((m.end() for m in ends), default=-1)
        if at >= 0 and heading_kind(text[at : colon.start()]):
            found = at
    return found


MAX_GLUED = 1_000  # characters of a heading and its names
_COLON = re.compile(r"[:：](?!//)")
_SENTENCE_ENDS = re.compile(r"[。！？!?….][”’」』»\"')）]*\s*|[”’」』»]\s*")


def split_heading(line: str) -> int:
    """Where the rest of a line begins that opens with a farm heading; 0 where it does not.

    >>> split_heading("友情链接：甲网 乙网"), split_heading("友情最重要")
    (5, 0)
    """
    found = _opening().match(line)
    return found.end() if found else 0
