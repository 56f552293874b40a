"""The rows a page puts above its article: paths, letter sizes, buttons, counters, dates beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from scrubtext.doc import Doc
from scrubtext.furniture.amid import is_tool
from scrubtext.furniture.forms import spoken
from scrubtext.furniture.head_dates import when
from scrubtext.furniture.head_fields import DATED, counters_in, in_a_row, side_by_side
from scrubtext.furniture.head_menu import among, entries, menu, named_again
from scrubtext.furniture.head_names import proves_nothing
from scrubtext.furniture.head_paths import MAX_BELOW, is_path
from scrubtext.furniture.head_words import is_button, listed, sizes
from scrubtext.furniture.markers import Hit, index
from scrubtext.furniture.markup import as_read, is_marked
from scrubtext.furniture.shapes import LIVELY, STAMP, is_prose, shape, units
from scrubtext.furniture.titles import asks, tells_of_paths, told_of
from scrubtext.furniture.words import has_number

__all__ = ["Row", "head_rows"]

MAX_ROWS = 14
"""Filled lines above the first sentence that are looked at, beside rows known by their form."""
MAX_LINES = 60
"""The same, rows known by their form among them: an archive by months."""
MAX_OTHERS = 2
"""Lines among them that are no furniture: a title, and a line below it."""
MIN_PROSE = 0.75
"""Share of what follows that must be sentences: an article, no menu and no manual of commands."""
MIN_SOME = 0.3
"""The same below a path that says it is one: 当前位置, You are here."""
MAX_SAID = 60
"""Characters of a sentence known as a row by its words; longer ones are paragraphs with a dateline."""
MIN_NOTICE = 14
"""Characters of a line known by its form that goes alone above such a text."""
MIN_TEXT, _TOLD = 60, 800
"""Units of a paragraph that may be all of a text; characters of it that are read."""
BYLINE = "byline"
"""A row among others that stays."""
_ENDS = re.compile(r"[。！？]|[^\W\d_]{2}[.!?](?=[\s가-힣])")
_LOOK = 4000
"""Characters from the first sentence on that are measured."""
_SIZES = re.compile(r"(?:[-+]\s?)?(?:[AaTАа가が字あ][大小]?[-+±]*[\s|/]*){2,6}(?:[-+]\s?){0,2}")
_LABEL = re.compile(r"[^\W\d_][^\W_]{0,11}\s?[:：]")


Span = tuple[int, int]


class Row(NamedTuple):
    """A line above the article: what it is, and whether it needs no company."""

    start: int
    end: int
    why: str
    sure: bool


def head_rows(doc: Doc) -> list[Row]:
    """The rows above the first sentence that go, in order; none where there is doubt."""
    if listing := menu(doc):
        body = listing[-1][1]
        if _article(doc.text, doc.lines, body, MIN_SOME):
            return [Row(a, b, "page button", True) for a, b in listing]
    return _rows_above(doc)


def _rows_above(doc: Doc) -> list[Row]:
    text = doc.text
    lines, body = _above(doc)
    if not lines or body is None:
        return []
    if not _article(text, doc.lines, body, MIN_PROSE):
        return _paths(text, doc.lines, lines, body)
    found = [_row(text, a, b) for a, b in lines]
    for i in among(text, lines, [row is not None and row.why == "page button" for row in found]):
        found[i] = Row(*lines[i], "page button", False)
    hits = [row for row in found if row and not _is_title(text, row, body)]
    named = [row for row in hits if row.why == "page button"]
    buttons = sum(not proves_nothing(_read(text[row.start : row.end]).strip()) for row in named)
    alone = len(hits) == len(found) and buttons > 0 and len(hits) > 1  # no line that may be a title
    if len(named) == 1 and hits[0] is named[0] and _names_page(text[hits[0].start : hits[0].end]):
        return []
    sure = any(row.sure for row in hits)
    names = {text[row.start : row.end].strip().casefold() for row in named}
    if not sure and 2 * named_again(text[body:], names) > len(names) > 0:
        return []  # the article names what it lists
    known = {row.start for row in hits}
    others = len({text[a:b].strip() for a, b in lines if a not in known})  # a title may stand twice
    sure = sure or (buttons > 1 and len(hits) > 2) or (buttons and len(hits) > 3 and others < 2) or alone
    if others > MAX_OTHERS and (formed := _by_form(text, hits)) and others <= MAX_OTHERS * len(formed):
        return formed
    if not sure or others > MAX_OTHERS:
        return _paths(text, doc.lines, lines, body)
    return [row for row in hits if row.why != BYLINE and not _is_day(text, row)]


def _by_form(text: str, hits: Sequence[Row]) -> list[Row]:
    """The rows known by their form, none with a day; of what stands twice one is a title."""
    lines = [text[row.start : row.end] for row in hits]
    counts = Counter(map(str.strip, lines))
    return [
        row
        for row, line in zip(hits, lines, strict=True)
        if row.sure and row.why != "date row" and counts[line.strip()] < 2
        if _sure(text, _read(line).strip(), row.end)
    ]


def _is_day(text: str, row: Row) -> bool:
    """Whether a row says when the article was written, and by whom at most: no counter, no button."""
    return row.why == "date row" and not row.sure and not counters_in(text[row.start : row.end])


def _names_page(line: str) -> bool:
    """Whether a button alone above a date may be a title: Privacy policy."""
    hit = index().find(line)
    return hit is not None and hit.marker.cls == "footer" and hit.marker.text == line.strip().casefold()


def _is_title(text: str, row: Row, body: int) -> bool:
    """Whether a row is the title, or shown: the article speaks of what it names, or of such paths."""
    if row.why == "breadcrumb":
        return tells_of_paths(text)
    line = text[row.start : row.end].strip()
    named = row.why == "page button" and not has_number(line) and not is_button(line)
    return named and told_of(line, text[body:])


def _paths(text: str, spans: Sequence[Span], lines: Sequence[Span], body: int) -> list[Row]:
    """The rows beyond doubt above a text with code and lists: paths that say so, and the first lines."""
    if not _article(text, spans, body, MIN_SOME):
        return []
    rows: list[Row] = []
    for a, b in lines:  # from the first line on, as long as each is known by its form
        row = _row(text, a, b)
        if row is None or not row.sure or not (row.why == "breadcrumb" or _formed(text[a:b])):
            break
        rows.append(row)
    if len(rows) == 1 and (rows[0].why == "breadcrumb" or rows[0].end - rows[0].start < MIN_NOTICE):
        rows = []
    known = {row.start for row in rows}
    rest = [(a, b) for a, b in lines if a not in known and _HERE.match(text, a, b)]
    rows += [row for a, b in rest if (row := _row(text, a, b)) and row.why == "breadcrumb"]
    return [row for row in rows if not _is_title(text, row, body)]


def _read(line: str) -> str:
    """A line as it is read."""
    return as_read(line) if is_marked(line) else line


def _formed(line: str) -> bool:
    """Whether a line is a button by its form."""
    return is_button(line.strip().strip("[]【】() "))


_HERE = re.compile(r"\s*[^\W\d_][\w ]{1,24}\s?[:：]")


def _above(doc: Doc) -> tuple[list[tuple[int, int]], int | None]:
    """The filled lines above the first sentence, and where it begins."""
    lines: list[tuple[int, int]] = []
    others = 0
    for a, b in doc.lines:
        if a == b or not doc.text[a:b].strip():
            continue
        line = _read(doc.text[a : min(b, a + 4000)])[:400]
        asked = not lines and b - a <= MAX_SAID and line.rstrip()[-1:] in (*LIVELY,)  # a title
        if len(line) > 200 or (not asked and is_prose(line) and not _told_row(doc.text, a, b)):
            return lines, a
        lines.append((a, b))
        others += not _formed(line)
        if others > MAX_ROWS or len(lines) > MAX_LINES:
            break
    return [], None


def _told_row(text: str, a: int, b: int) -> bool:
    """Whether a sentence is a row of the page: known by its form, or short and known by its words."""
    return _formed(text[a:b]) or (b - a <= MAX_SAID and _row(text, a, b) is not None)


def _article(text: str, spans: Sequence[Span], body: int, least: float) -> bool:
    """Whether sentences follow, two of them at least, and ``least`` of what stands up to the last is such.

    What stands below the last sentence is not measured: furniture that is cut afterwards.
    """
    told = total = count = since = 0.0
    for a, b in spans:
        if a >= body and b > a and a < body + _LOOK:
            size = units(text[a : min(b, a + 400)])
            since += size
            if is_prose(text[a : min(b, a + 400)]):
                told, count = told + size, count + 1 + (size > MIN_TEXT and _tells(text, a, b))
                total, since = total + since, 0.0
    return count > 1 and told >= least * total


def _tells(text: str, a: int, b: int) -> bool:
    """Whether a line is a whole text: a paragraph of several sentences."""
    return len(_ENDS.findall(text, a, min(b, a + _TOLD))) > 1


def _row(text: str, a: int, b: int) -> Row | None:
    line = _read(text[a:b]).strip()
    if not line:
        return Row(a, b, BYLINE, False)  # a picture
    if line[0] == "#" and proves_nothing(line):
        return Row(a, b, "page button", False)
    if len(line) > 160 or line[0] in "#-*`<{" or _FILE.search(line) or _SECTION.match(line):
        return None
    if why := _sure(text, line, b):
        return Row(a, b, why, True)
    if proves_nothing(line):
        return Row(a, b, "page button", False)
    if shape(line) == STAMP:
        return Row(a, b, "date row", False)
    counters = counters_in(line) if has_number(line) else 0
    if counters and DATED.search(line) and (_LABEL.search(line) or len(line.split()) > 3):
        return Row(a, b, "date row", True)
    if _YEAR.fullmatch(line) and _YEARS.search(text, max(0, a - 24), b + 24):
        return Row(a, b, "page button", False)
    if is_tool(line) or not line.strip("•·▪◦ "):
        return Row(a, b, "page button", False)
    row = _marked(line, a, b, counters)
    dated = None if row else when(line)
    return row if dated is None else Row(a, b, "date row", dated)


def _sure(text: str, line: str, end: int) -> str:
    """What a line that ends at ``end`` is by its form, if that needs no company."""
    if is_path(line, text[end : end + MAX_BELOW]):
        return "breadcrumb"
    if _formed(line) or (len(line) <= 24 and _SIZES.fullmatch(line)):
        return "page button"
    dated = side_by_side(line) or in_a_row(line) or (DATED.search(line) and sizes().search(line))
    return "date row" if dated else ""


_YEAR = re.compile(r"(?:19|20)\d\d[年년]?")
_YEARS = re.compile(r"(?:(?:19|20)\d\d[年년]?\s*\n\s*){3,9}(?:19|20)\d\d[年년]?(?=\s)")
"""Years one below the other: an archive. One alone may be a title."""


_LEGAL = ("disclaimer", "copyright")


def _names_rights(line: str, hit: Hit) -> bool:
    """Whether a line that begins with the word for rights may be a title: a question, or words behind it."""
    asks = line.endswith(("?", "？"))
    return asks or (hit.marker.form == "start" and hit.value.replace(" ", "").isalpha())


def _marked(line: str, a: int, b: int, counters: int) -> Row | None:
    """A row known by the words of markers, of stems, or of sections."""
    hit = index().find(line) or spoken(line)
    hit = None if hit and hit.marker.form == "stems" and (_QUOTED.search(line) or asks(line)) else hit
    names = entries(line)
    if hit and hit.marker.cls in ("date", "source", "tags"):
        return Row(a, b, "date row", counters > 1)
    if hit and hit.marker.cls == "credit":  # who wrote it is no furniture, who edited it is
        return Row(a, b, "credit row" if hit.marker.weight > 1 else BYLINE, False)
    if hit and hit.marker.cls in _LEGAL and _names_rights(line, hit):
        return None
    if hit and (units(line) <= 30 or hit.marker.form == "flat"):
        sure = hit.marker.weight > 0 and hit.marker.cls not in ("related", *_LEGAL)
        sure = sure and (" " in line or units(line) > 3)  # one word may be a title
        return Row(a, b, "page button", sure or names > 2)
    if names:
        return Row(a, b, "page button", names > 3)
    if counters > 1 and DATED.search(line):
        return Row(a, b, "date row", True)
    label = _LABEL.match(line)
    if label and (label[0].rstrip(":： ").casefold() in listed("section") or spoken(label[0])):
        return Row(a, b, "date row" if DATED.search(line) else "page button", False)
    if counters or line.casefold().rstrip(":：") in listed("section") or _tag(line):
        return Row(a, b, "page button", False)
    return None


_QUOTED = re.compile("[«“「『„\"].*[»”」』“\"]")  # a title that tells of a button


def _tag(line: str) -> bool:
    return (
        re.fullmatch(r"#\d{1,4}|\d{1,3}\s?(?:[a-z]{4,9}|分钟|分鐘|分|분|мин\.?|min\.?)", line)
        is not None
    )


_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s[^\W\d_]")  # a heading with its number
_FILE = re.compile(r":\s?[/~][!-.0-~]|[A-Za-z]:\\")  # the path of a file
