"""What pages print below an entry, told by its form: ``data/entry_forms.tsv`` and ``page_forms.tsv``."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from scrubtext.furniture.patterns import Forms
from scrubtext.tables import rows

__all__ = ["entry_line", "page_line"]

MAX_ENTRY = 160
"""Characters of such a line."""
MAX_PAGE = 240
"""Characters of a line of a page: a call to write to it is a sentence or two."""
MAX_PARTS = 6
"""Parts of a line that says where an entry is filed: Posted in Garden | Tagged apple | 3 Comments."""
_DAY = (
    r"(?:\d{1,4}[-./年]\s?\d{1,2}(?:[-./月]\s?\d{1,4}\s?日?)?|\d{1,2}\.?\s[^\W\d_]{3,10}\.?,?\s\d{4}"
    r"|[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4})"
)
_PRICE = (
    r"(?:[$€£¥￥₩₽]\s?\d[\d,. ]{0,9}"
    r"|\d[\d., ]{0,9}\s?(?:[$€£₽₩]|元|円|원|руб\.?|EUR|USD|zł))"
)
_WAY = (
    r"(?:[\w.+\-]{1,40}@[\w\-]{2,40}\.[\w.]{2,20}|\+?\d[\d\s()\-–]{6,18}\d"
    r"|WhatsApp|Telegram|Viber|Facebook|Instagram|微信|QQ|LINE|카카오톡)"
)
_ROW = re.compile(r"<ROW ([^<>]*)>")
_NUMBER = r"(?:\s?[(（\[]\s?\d{0,7}\s?[)）\]]|\s?[:：]?\s?\d{1,7}(?!\w))?"
_PART = re.compile(r"(?:[^()|]|\((?:[^()]|\([^()]*\))*\))+")
_SCRIPTS = (  # names in other letters stand behind the first words
    ("ru", re.compile("^.{0,12}[\u0400-\u04ff]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
)
_BARRED = re.compile("[|｜·•/]")
_BAR = re.compile(r"\s+[|｜·•/]\s+|\s?[|｜]\s?")


@cache
def _forms() -> tuple[list[tuple[str, int]], Forms, dict[str, re.Pattern[str]]]:
    """The classes and weights of the patterns and these, and those for parts of a line by their class."""
    lines: dict[tuple[str, int], list[str]] = {}
    parts: dict[str, list[str]] = {}
    for pattern, cls, weight in rows("entry_forms.tsv"):
        into = lines.setdefault((cls, int(weight)), []) if int(weight) else parts.setdefault(cls, [])
        into.append(_filled(pattern))
    return *Forms.of(lines), {cls: re.compile("|".join(patterns)) for cls, patterns in parts.items()}


def entry_line(line: str) -> tuple[str, int]:
    """The class and weight of such a line; nothing where it is none.

    >>> [entry_line(s) for s in ("« Rain | Home | Snow »", "Posted in Garden | Tagged apple", "Rain | Snow")]
    [('navigation', 2), ('tags', 2), ('', 0)]
    """
    if not 4 < len(line) <= MAX_ENTRY:
        return "", 0
    classes, forms, _ = _forms()
    found = forms.find(line)
    if found >= 0:
        return classes[found]
    if not _BARRED.search(line):
        return "", 0
    parts = _BAR.split(line)
    if 1 < len(parts) <= MAX_PARTS and sum(map(_filed, parts)) > 1:
        return "tags", 2
    return "", 0


@cache
def _pages(letters: str) -> tuple[list[tuple[str, int]], Forms]:
    """The classes and weights of the patterns in some letters, and these."""
    listed = [row for row in rows("page_forms.tsv") if row[1] in (letters, "*")]
    parts = [part for row in listed for row_of in _ROW.findall(row[0]) for part in _PART.findall(row_of)]
    listed.append((rf"(?:{'|'.join(parts)}){_NUMBER}", letters, "navigation", "0"))
    return [(row[2], int(row[3])) for row in listed], Forms([_filled(row[0]) for row in listed], re.I)


def _filled(pattern: str) -> str:
    """A pattern with what its names stand for; a row looks at each of its parts once."""
    return _ROW.sub(_row, pattern).replace("<WAY>", _WAY).replace("<DAY>", _DAY).replace("<PRICE>", _PRICE)


def _row(m: re.Match[str]) -> str:
    parts = sorted(_PART.findall(m[1]), key=len, reverse=True)
    return rf"(?>(?:{'|'.join(parts)}){_NUMBER}[\s|｜丨/／·•、,，;&【】\[\]✓✔»›>\-–—]*){{2,14}}"


@lru_cache(64)  # the gate, the walk and the weighing ask for the same last lines
def page_line(line: str) -> tuple[str, int]:
    """The same of what other pages print: ``data/page_forms.tsv``.

    >>> page_line("The mill was closed"), page_line("Got a news tip? Email desk@courier.example")
    (('', 0), ('submission', 2))
    """
    if not 1 < len(line) <= MAX_PAGE:
        return "", 0
    foreign = not line.isascii()
    letters = next((name for name, script in _SCRIPTS if foreign and script.search(line)), "latin")
    classes, forms = _pages(letters)
    found = forms.find(line.strip())
    return classes[found] if found >= 0 else ("", 0)


def _filed(part: str) -> bool:
    """Whether a part of a line says where an entry is filed, or counts its replies."""
    forms = _forms()[2]
    return bool(forms["filed"].match(part) or forms["replies"].fullmatch(part))
