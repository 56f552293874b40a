"""What an author ends a text with, though a marker knows its words: a farewell, a wish, a row of a list.

Below it stands the furniture of a page, which goes; a line that is furniture only by its neighbours, or
by half of its words, stays with the text above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.furniture.above import line_above
from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.documents import of_document
from scrubtext.furniture.farewells import is_farewell
from scrubtext.furniture.mention import is_mention, is_said
from scrubtext.furniture.shapes import LABELLED, LIVELY, SENTENCE, TITLE, shape, units
from scrubtext.furniture.stems import touches

__all__ = ["is_own", "unlisted"]

MIN_VALUE = 6
"""Units of what follows thanks for reading, from which a line is a farewell and no button."""
MAX_ROW = 40
"""Units of a row of a list."""
_SAID = {"comments", "follow", "share", "related", "navigation", "newsletter", "submission"}
_TWICE = ("source", "credit", "date")
_PIECES = ("part", "lead")
"""Forms of markers that no story has: The post ... appeared first on."""
_LABEL = re.compile(r"[【\[][^】\]\n]{2,12}[】\]]|[上下前后後][一1]?[篇页頁条條章則则]\s?[:：]")
"""【上一篇】, 上一篇：: what follows is a title."""
_SPOKEN = ("comments", "share", "related")  # what stories speak of in several sentences
_STOPPED = re.compile(r"[^\W\d_]{2}[.!?](?:\s|$)|[。！？]")
_SEVERAL = re.compile(r"[。！？](?=\w)|[.!?] (?=\w)")  # the end of a sentence inside a line


def is_own(text: str, block: Block) -> bool:
    """Whether the first block of a trailer may be the last line of the article."""
    head = block.lines[0]
    if head.hit is not None and of_document(text, block):
        return True
    if head.hit is None or (head.start and text[head.start - 1] != "\n"):
        return False
    if block.cls == "publisher":
        return _begins_above(text, head.start, head.hit.marker.text)  # the text's own headings begin so
    line = text[head.start : head.end].strip()
    if _answers(text, head, line, block.cls) or (block.cls == "navigation" and _resolves(head.hit.value)):
        return True
    if len(block.lines) > 1:
        told = head.shape == SENTENCE and (_told(block, line) or _signed(text, block) or _alone(block, line))
        return told or _is_crew(text, block) or _apart(text, block)
    if block.weight < 2 and (_goes_on(text, block, line) or _abstract(text, block) or _ends(block, line)):
        return True
    if is_said(line):
        return True
    if head.shape == SENTENCE and block.cls in _SAID and _mentioned(block, line):
        if block.cls in _SPOKEN and len(_STOPPED.findall(line)) > 1:
            return True
        if not _LABEL.match(line):
            return head.hit.marker.form not in _PIECES or _SEVERAL.search(line) is not None
    return block.weight == 0 and (_said(block, line) or _unfilled(block, line))


def _apart(text: str, block: Block) -> bool:
    """Whether a sentence is the author's by itself, and what stands below it is nothing of a page either."""
    head, *rest = block.lines
    lively = text[head.start : head.end].rstrip()[-1:] in LIVELY
    if (head.shape != SENTENCE and not lively) or any(touches(text[line.start : line.end]) for line in rest):
        return False
    return is_own(text, block._replace(lines=(head,)))


def _mentioned(block: Block, line: str) -> bool:
    """Whether a sentence may be an author's; of a paragraph that ends with a call, its last one."""
    hit = block.lines[0].hit
    assert hit is not None
    ends = [m.end() for m in _SEVERAL.finditer(line)] if block.cls == "follow" else []
    last = line[ends[-1] :] if ends else "@"  # an address is the page's
    return is_mention(line, hit.marker) or ("@" not in last and is_mention(last, hit.marker))


def _answers(text: str, head: Line, line: str, cls: str) -> bool:
    """Whether a line has the label of another one above it: the answers of questions, turns of a talk.

    The source that stands above the article, too, is the page's both times.
    """
    label = _LABELLED.match(line)
    if label is None or not _begins_above(text, head.start, label[0]):
        return False
    return cls not in _TWICE or text.find(f"\n{line}\n", 0, head.start) < 0


def _begins_above(text: str, at: int, words: str) -> bool:
    """Whether a line above ``at`` begins with some words."""
    return text.startswith(words, 0, at) or text.find(f"\n{words}", 0, at) >= 0


_LABELLED = re.compile(r"[^\W\d_][^\n:：.。!?！？]{0,24}[:：]")


def _resolves(value: str) -> bool:
    """Whether what follows a label (``next: approved.``) is the rest of a sentence, and no title."""
    return value[:1].islower() and value.endswith(".")


def _alone(block: Block, line: str) -> bool:
    """Whether a sentence with a marker's words may be an author's, and nothing below it is furniture."""
    below = block.lines[1:]
    return block.cls in _SAID and not any(b.hit for b in below) and _mentioned(block, line)


def _told(block: Block, line: str) -> bool:
    """Whether a marker stands in a paragraph of several sentences."""
    hit = block.lines[0].hit
    return hit is not None and _SEVERAL.search(line) is not None and is_mention(line, hit.marker)


def _signed(text: str, block: Block) -> bool:
    """Whether a weak sentence has a signature below it: a name, with what the writer is to the reader."""
    if block.weight > 1 or block.cls not in _SAID:
        return False
    below = [text[line.start : line.end].strip() for line in block.lines[1:]]
    names = all(units(s) <= MAX_NAME and _NAME.search(s) and not _PLAIN.search(s) for s in below)
    return names and len(below) <= 2 and not any(line.hit for line in block.lines[1:])


MAX_NAME = 12
"""Units of a signature."""
_NAME = re.compile(r"[^\W\d_a-zа-я]\S*$")  # its last word has a capital, or is of a script without
_PLAIN = re.compile(r"[\d|｜>›»@#/:：.!?。！？]")


def _said(block: Block, line: str) -> bool:
    """Whether a weak line is a sentence or a wish, with more than its marker."""
    head, m = block.lines[0], block.lines[0].hit
    assert m is not None
    if block.cls not in _SAID:
        return False
    if m.marker.form in ("stems", "company", "words"):
        return head.shape == SENTENCE or line[-1] in LIVELY
    if m.marker.form == "start" and block.cls == "follow":
        return units(m.value) >= MIN_VALUE
    return block.cls == "related" and head.shape == SENTENCE and bool(m.value)


def _unfilled(block: Block, line: str) -> bool:
    """Whether a line is a blank to be filled in, and says no day: ``Date: ______``."""
    return block.cls == "date" and _DAY.search(line) is None


_DAY = re.compile(r"[\d〇一二三四五六七八九十]")


def _goes_on(text: str, block: Block, line: str) -> bool:
    """Whether a line is a row like the two right above it, which no marker knows: the end of a list."""
    above = text[max(0, block.lines[0].start - 400) : block.lines[0].start].split("\n")[:-1]
    rows = [s.strip() for s in above[-2:]]
    if len(rows) < 2 or not all(rows) or units(line) > MAX_ROW:
        return False
    for form in _ROWS:
        if form.match(line) and all(form.match(s) and units(s) <= MAX_ROW for s in rows):
            return True
    return False


def _is_crew(text: str, block: Block) -> bool:
    """Whether a block goes on with who made a film or a play: ``Music by Lucy Moss``."""
    above = line_above(text, block.lines[0].start)
    rows = [above, *(text[line.start : line.end] for line in block.lines)]
    return all(_BY.match(row.strip()) for row in rows)


def _ends(block: Block, line: str) -> bool:
    """Whether a line takes leave, gives marks (``8.5/10``), refers to other entries, or names sources."""
    if is_farewell(line) or (LABELLED.match(line) and _MARKS.search(line)):
        return True
    if block.cls == "related":
        return _REFERS.match(line) is not None
    return block.cls == "source" and _SOURCES.match(line) is not None


_TERM = r"[^\W\d_][\w'’\-]*(?: \w+)?"
_REFERS = re.compile(  # from one entry of a work of reference to others
    r"(?:See also|Siehe auch|Voir aussi|Véase también|Ver também|Vedi anche|См\. также|Zobacz też"
    rf"|Ayrıca bakınız|Xem thêm|Lihat juga|参见|參見|另见|另見)\s?[:：]?\s?(?:{_TERM}[,，、;；]\s?){{1,8}}"
    rf"{_TERM}\.?$"
)
_MARKS = re.compile(r"[:：]\s?\d{1,3}(?:[.,]\d{1,2})?\s?[/／]\s?\d{1,3}\W{0,3}$")
_SOURCES = re.compile(  # in the plural, two of them or one with a number that is no day
    r"(?:Sources|Quellen|Fuentes|Fontes|Fonti|Источники|Źródła|Kaynaklar|资料来源|資料來源|참고 자료)\s?[:：]"
    r"(?=[^\n]*\d)(?=[^\n]*[,;，、；])(?![^\n]*(?:://|www\.|@))"
)


def _abstract(text: str, block: Block) -> bool:
    """Whether key words stand below the abstract of a paper."""
    if block.cls != "tags":
        return False
    above = text[max(0, block.lines[0].start - MAX_ABSTRACT) : block.lines[0].start].rstrip()
    lines = [s for s in above.split("\n") if s.strip()]
    return any(_ABSTRACT.match(s) for s in lines[-3:])


MAX_ABSTRACT = 4000
"""Characters of an abstract."""
_ABSTRACT = re.compile(
    r"\W{0,4}(?:摘\s?要|提要|要旨|抄録|(?:요약|초록|Abstract|ABSTRACT|Summary|SUMMARY|Zusammenfassung|Kurzfassung"
    r"|Résumé|Resumen|Resumo|Riassunto|Sommario|Аннотация|Анотація|Streszczenie|Abstrakt|Abstrak|Tóm tắt|Özet"
    r"|Samenvatting|Sammanfattning|Περίληψη|ملخص|الملخص|บทคัดย่อ)(?!\w))"
)
_BY = re.compile(r"[A-Z][a-z]+(?: [\w&]+){0,3} by [^\W\d_]")
_ROWS = (LABELLED, _BY, re.compile(r"[^\W\d_]{1,8}[ \u3000]\S{1,24}(?: \S{1,12})?$"))


def unlisted(text: str, blocks: list[Block], above: Sequence[tuple[int, int]]) -> list[Block]:
    """The blocks without those that go on with a list above them: clauses of a contract, short entries."""
    if _ends_list(text, blocks, above):
        return []
    before = [text[a:b] for a, b in above[-NEAR:] if text[a:b].strip()]
    while blocks and _follows(before, text[blocks[0].lines[0].start : blocks[0].lines[0].end]):
        before = [text[line.start : line.end] for line in blocks[0].lines]
        blocks = blocks[1:]
    return blocks


def _ends_list(text: str, blocks: Sequence[Block], above: Sequence[tuple[int, int]]) -> bool:
    """Whether lines known by nothing but words of pages are the last entries of a list of short lines."""
    heads = [block.lines[0] for block in blocks]
    if len(above) < MIN_LISTED or any(h.hit is None or h.hit.marker.form != "stems" for h in heads):
        return False
    near = [text[a:b] for a, b in above[-MIN_LISTED:]]
    return all(shape(line) == TITLE and units(line) <= MAX_ENTRY for line in near)


MIN_LISTED, MAX_ENTRY = 3, 12
"""Entries right above, and units of one."""
NEAR = 8
"""Lines above a numbered one in which the number before is looked for: a clause may have paragraphs."""


def _follows(before: Sequence[str], after: str) -> bool:
    """Whether a line has a number in front of it, and one above it the number before."""
    number = _NUMBERED.match(after)
    if not number:
        return False
    met = (_NUMBERED.match(line) for line in before)
    return any(m is not None and int(m[1]) + 1 == int(number[1]) for m in met)


_NUMBERED = re.compile(r"\s*[(（]?(\d{1,2})[.．、)）]\s?(?=[^\W\d]|[(（])")
