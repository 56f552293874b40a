"""Lines of a page with a value nobody filled in: ``Posted by {{author}}``, ``Hello %s, welcome back``."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.chars import Kind, mask
from scrubtext.furniture.shapes import units
from scrubtext.furniture.word_lists import topic_words

__all__ = [
    "CMS", "ENGINES", "MAX_LINE", "PAGED", "has_value", "loose_values", "may_hold_values", "tells_of_values",
]  # fmt: skip

MAX_LINE = 160
"""Characters of such a line."""
MAX_REST = {True: 26, False: 16}
"""Units of words beside a value that can be nothing else, or beside two (True), and beside one that can."""
CMS = "nav|field|list|page|site|cms|type|pboot|block|widget|module|plugin|snippet|component"
"""What content managers call the parts of a page."""
PAGED = r"#p#[^#\n]{0,40}#e#"
"""Where a page of DedeCMS ends, with the title of the next."""
ENGINES = (
    r"\[\[\$\{[^\n]{1,60}?\}\]\]|[#$]\{[^{}\n]{1,80}\}",  # Thymeleaf, Ruby, JavaScript, JSP, FreeMarker
    r"\{\$[^{}\n]{1,80}\}",  # Smarty
    r"<%[=#@\-]?[^%\n]{1,80}%>",  # ERB, ASP, JSP
    rf"{PAGED}|\[db:[^\[\]\n]{{1,12}}\]",  # fields of a collector
)
"""Values that are the same on a line of their own and beside words."""
_SURE = "|".join((
    r"\{\{\{?[^{}\n]{1,80}\}?\}\}|\{%-?[^%\n]{1,100}%\}|\{\[[^\[\]{}\n]{1,80}\]\}",
    *ENGINES,
    r"</?#[a-z]{2,12}\b[^<>\n]{0,60}>",
    rf"\[(?:{CMS}|article|user)[:：][\w.\-]{{1,40}}\s?/?\]|\[!--[\w.:\-=, ]{{1,60}}--\]",
    r"\[\[[+*~$!%][\w.\-]{1,40}\]\]",
    r"\{(?:dede|eyou|pboot|aspcms|maccms|cms|page|field|php)[:：= ][^{}\n]{1,60}\}",
    r"%%[\w.]{2,40}%%|%[A-Z][A-Z_]{2,30}%|\*\|[A-Z_]{2,30}\|\*",
    r"(?<![\w.])@[A-Z][A-Z_]{2,30}@|#{2,3}[A-Z][A-Z_\d]{3,30}#{2,3}|(?<![A-Za-z])__[A-Z][A-Z_]{2,30}__(?![A-Za-z])",
    r"%\(\w{1,40}\)[sdr]|%\d\$[sd]",
    r"#(?:PROPERTY|DISPLAY|SHOW|DETAIL|PREVIEW|SECTION|ELEMENT|IBLOCK|ACTIVE|LIST|PAGE)_[A-Z_]{2,30}#",
))  # fmt: skip
_LOOSE = "|".join((
    r"(?<![A-Za-z%\d])(?<!\d )%[sd](?![A-Za-z%])",  # of C and of Python
    r"\{[a-z]{2,20}(?:[_.\-][a-z]{2,20}){0,3}(?:=[^{}\n]{1,20})?\}|\{[A-Z][A-Za-z_]{2,24}\}|(?<!@)\{\d\}",
    r"\[(?:[a-z]{2,14}_){1,3}[a-z]{2,14}\]",  # [post_date]
))  # fmt: skip
_QUICK = tuple(
    (mask(kind), pattern[1] if pattern[0] == "\\" else pattern[0], re.compile(pattern))
    for kind, pattern in (
        (Kind.BRACE, r"\{[{%\[$a-zA-Z\d]"), (Kind.LESS, "<%"), (Kind.ASCII_OTHER, r"%[sdA-Z%(\d]"),
        (Kind.SQUARE, r"\[(?:!--|\[[+*~$!%]|[a-z]{2,14}[_:：])"), (Kind.AT, "@[A-Z]{3}"),
        (Kind.HASH, "#{1,2}[A-Z]{3}|#p#"), (Kind.UNDERSCORE, "__[A-Z]"), (Kind.PIPE, r"\*\|[A-Z]"),
    )
)  # fmt: skip
"""How values begin, each with the sign it begins with, which is quickly found."""
_NO_PAGE = re.compile(r"[`\"“”„「」『』«»‹›;=\\{}$]|['’](?!\w)|(?<!\w)['‘]|[a-zA-Z_]\(")
"""What stands beside a value only in code, and where a text shows one."""


@cache
def _value(loose: bool) -> re.Pattern[str]:
    return re.compile(f"{_SURE}|{_LOOSE}" if loose else _SURE)


def may_hold_values(text: str, kinds: int) -> bool:
    """Whether a text of such kinds has a short line with a value in it: the gate."""
    return any(kinds & kind and _holds(text, sign, begins) for kind, sign, begins in _QUICK)


def _holds(text: str, sign: str, begins: re.Pattern[str]) -> bool:
    at = text.find(sign)
    while at >= 0:
        if begins.match(text, at):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            start = text.rfind("\n", 0, at) + 1
            if end - start <= MAX_LINE and has_value(text[start:end]):
                return True
            at = end
        at = text.find(sign, at + 1)
    return False


_CLOSED = frozenset("。？！?!")
"""What ends a sentence; a stop may end a label too."""


def has_value(line: str) -> bool:
    r"""Whether a line says something of the page with a value in it that was not filled in.

    >>> [has_value(s) for s in ("Hello %s, welcome", "By {{author}}", "printf(%d); a = 3", "It is {0}.")]
    [True, True, False, False]
    """
    if len(line) > MAX_LINE:
        return False
    line = line.strip()
    for loose in (False, True):
        rest, count = _value(loose).subn("", line)
        if not count or _NO_PAGE.search(rest):
            continue
        if rest.rstrip()[-1:] in _CLOSED and line[-1] not in _CLOSED:
            return False  # code glued to a sentence, which stays
        few = units(rest.strip()) <= MAX_REST[not loose or count > 1]
        if few and line[-1] not in ".。:：" and any(map(str.isalpha, rest)):
            return True
    return False


def loose_values(text: str) -> int:
    """How many values stand in a text: all of them must be in lines that go."""
    return sum(1 for _ in _value(True).finditer(text))


def tells_of_values(text: str, lines: list[str]) -> bool:
    """Whether a text is about such values, or is a letter that is to be filled in."""
    letter = any(line.rstrip()[-1:] in ",，、:" for line in lines)
    words = topic_words("value") + topic_words("form") * letter
    return any(word in text and not any(word in line for line in lines) for word in words)
