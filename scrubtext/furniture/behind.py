"""Furniture glued behind the last sentence of an article, on the same line.

``… sagte der Müller. Zitieren  Antworten  Melden``: a page whose line breaks were lost at one place. The
line is read backwards, sentence end by sentence end, as long as what stands behind is a marker.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from scrubtext.furniture.block import Block, Line
from scrubtext.furniture.credits import reporter
from scrubtext.furniture.forms import Hit, Marker
from scrubtext.furniture.mention import is_mention
from scrubtext.furniture.own import is_own
from scrubtext.furniture.shapes import BODY, SENTENCE, TITLE, is_prose, units
from scrubtext.furniture.stems import speaks, touches

__all__ = ["behind", "glued_block", "proves", "rest_of", "shrunk"]

REACH = 260
"""Characters at the end of a line that are looked at."""
MOST = 4
"""Sentence ends that are looked at, from the last one."""
MIN_HEAD = 5
"""Units (a Han character is 1) of the sentence that stays."""
_CLOSE = "”’」』）)】》\"'»"
_END = re.compile(
    rf"[。！？][{_CLOSE}]*\s*|(?<=[\w)%”»\"'’]{{2}})[.!?…][{_CLOSE}]*\s+|[.!?][”»\"]\s+"
    r"|(?<=[가-힣])[.](?=\s?/?\s?(?:[가-힣]{2,6}\s?=\s?)?[가-힣]{2,4}\s?(?:기자|특파원)(?:\s|$))"
    r"|(?<=[^\W\d_A-Z]{2})[.?](?=[A-ZÀ-ÖØ-ÞА-ЯЁ][^\W\d_A-Z])"  # ... por qué.Las opiniones ...
)
_STOPS = "。．.!?！？…;；:："
_SIGNED = ("credit", "source", "date")
"""Classes whose lines an author puts at the end of the last paragraph too: they stay there."""


def rest_of(line: str) -> str:
    """What stands behind the last sentence end of a line, nothing where the line ends with one.

    >>> rest_of("The mill closed. Print this page"), rest_of("The mill closed."), rest_of("The mill")
    ('Print this page', '', '')
    """
    if line[-1:] in _STOPS:
        return ""
    first = max(0, len(line) - REACH)
    ends = [m.end() for m in _END.finditer(line, first)]
    return line[ends[-1] :].strip().lstrip("/ ") if ends else ""


def behind(line: str, find: Callable[[str], Hit | None]) -> tuple[int, list[Hit]]:
    """Where furniture begins behind the last sentence of a line, and its markers; ``(0, [])`` if none."""
    first = max(0, len(line) - REACH)
    ends = [m.end() for m in _END.finditer(line, first) if m.end() < len(line)]
    at, hits = len(line), list[Hit]()
    for end in reversed(ends[-MOST:]):
        hit = _marker(line[end:at].strip().lstrip("/ "), find)
        if not hit:
            break
        at = end
        hits.insert(0, hit)
    head = line[:at].strip()
    return (at, hits) if hits and units(head) >= MIN_HEAD and not speaks(head) else (0, [])


def _marker(piece: str, find: Callable[[str], Hit | None]) -> Hit | None:
    """The marker of a piece, unless it is what an author writes behind a last sentence as well."""
    if reporter(piece) > 1:
        return _BYLINE
    hit = (find(piece) or _row(piece, find) or _pointed(piece)) if piece else None
    if hit and hit.marker.weight == 1 and hit.marker.cls not in _SIGNED:
        hit = _row(piece, find) or hit
    if hit is None or (piece[-1] in ".。!！?？" and hit.marker.weight < 2):
        return None
    if hit.marker.cls == "follow" and is_mention(piece, hit.marker):
        return None  # an author's word to the reader
    signed = hit.marker.cls in _SIGNED
    return None if signed and (hit.marker.weight < 2 or hit.marker.form != "byline") else hit


_BYLINE = Hit(Marker("byline", "*", "credit", "byline", 2), "")


def _pointed(piece: str) -> Hit | None:
    """A call to read on that ends with an arrow: ``Read it all here >>``."""
    if not piece.endswith(_ARROWS) or units(piece) > MAX_PART:
        return None
    return _POINTER if touches(piece.rstrip("".join(_ARROWS) + " ")) else None


_ARROWS = (">>", "»", "→", "››", "≫")
_POINTER = Hit(Marker("call behind an arrow", "*", "navigation", "arrow", 2), "")


def _row(piece: str, find: Callable[[str], Hit | None]) -> Hit | None:
    """A strong marker where a piece is a row of buttons: most parts are markers, two at least."""
    parts = [part for part in _GAP.split(piece.strip("【】[] ")) if part]
    if not 1 < len(parts) <= MAX_ROW or max(map(len, parts)) > MAX_PART:
        return None
    hits = [hit for part in parts if (hit := find(part)) and hit.marker.cls not in _SIGNED]
    if len(hits) < 2 or 2 * len(hits) < len(parts):
        return None
    best = max(hits, key=lambda hit: hit.marker.weight)
    return Hit(best.marker._replace(weight=2, form="words"), piece)


MAX_ROW, MAX_PART = 8, 24  # parts of a row of buttons; characters of a part
_GAP = re.compile(r"\s{2,}|[】\]]\s*[【\[]|\s?[|｜丨·]\s?|\t|(?<=[\u2e80-\u9fff]) (?=[\u2e80-\u9fff])")


def proves(hits: Sequence[Hit]) -> bool:
    """Whether markers with nothing below them are furniture: a strong one, or two buttons."""
    strong = any(hit.marker.weight > 1 for hit in hits)
    return strong or sum(hit.marker.weight for hit in hits) > 1


def glued_block(
    text: str, pending: Sequence[Line], find: Callable[[str], Hit | None], alone: bool
) -> Block | None:
    """The block whose first line stands behind the last sentence.

    ``pending`` are the lines up from a trailer,
    ``alone`` where no trailer was found below.
    """
    for i, line in enumerate(pending[: 1 if alone else 4]):
        if line.shape not in (SENTENCE, TITLE) or line.hit:
            return None
        s = text[line.start : line.end]
        at, hits = behind(s, find)
        if hits:
            if alone and not proves(hits):
                return None
            return _block(line, s, at, hits, [*reversed(pending[:i])])
        if is_prose(s.strip()):
            return None
    return None


def shrunk(text: str, block: Block, find: Callable[[str], Hit | None]) -> Block:
    """A block without the sentence of the article its first line begins with."""
    line = block.lines[0]
    s = text[line.start : line.end]
    if line.shape == BODY or len(s) < 12:
        return block
    at, hits = behind(s, find)
    head = s[:at].strip()
    if not hits or not is_prose(head) or find(head):
        at = _ahead(s, line.hit, find) if line.hit else 0
        if not at or not line.hit or is_own(text, block):
            return block
        hits = [line.hit]
    return _block(line, s, at, hits, block.lines[1:])


def _ahead(line: str, hit: Hit, find: Callable[[str], Hit | None]) -> int:
    """How much of a line is sentences that say nothing of the page, where its marker stands behind them."""
    if hit.marker.form in _FOREMOST:
        return 0
    at = 0
    for m in _BEFORE.finditer(line, 0, 4 * REACH):
        piece = line[at : m.end()].strip()
        if touches(piece) or speaks(piece) or find(piece):
            break
        at = m.end()
    return at if 0 < at < len(line.rstrip()) and units(line[:at].strip()) >= MIN_TOLD else 0


MIN_TOLD = 3
"""Units of a sentence of the article before a marker: ``So I didn't. Tweet Share Print``."""
_FOREMOST = ("line", "start", "value", "lead", "byline", "bio")
"""Forms of markers a line begins with."""
_BEFORE = re.compile(
    rf"{_END.pattern}|(?<=\w)(?=[（(【\[](?:本?文章?)?(?:来源|來源|责任编辑|責任編輯))"
    r"|(?<=[가-힣])(?=[가-힣]{2}=[가-힣]{2,4} 기자)"
)


def _block(line: Line, s: str, at: int, hits: Sequence[Hit], rest: Sequence[Line]) -> Block:
    best = max(hits, key=lambda hit: hit.marker.weight)
    start = line.start + at + len(s[at:]) - len(s[at:].lstrip())
    shape = TITLE if units(s[at:]) < 60 else SENTENCE
    return Block(best.marker.cls, best.marker.weight, (Line(start, line.end, shape, best), *rest))
