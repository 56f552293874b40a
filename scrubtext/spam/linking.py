"""Link farms of a text as deletions and notes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from scrubtext.doc import Doc
from scrubtext.edit import Edit, Note
from scrubtext.excise import blanks_before, cut_lines, meets
from scrubtext.spam.beside import with_injected
from scrubtext.spam.brands import brands
from scrubtext.spam.exchange import exchanges
from scrubtext.spam.farm_gate import Signs, farm_signs, narrowed
from scrubtext.spam.farm_verdict import farm_proof
from scrubtext.spam.farms import Farm, farms_of
from scrubtext.spam.glued_host import glued_hosts
from scrubtext.spam.headings import heading_above, heading_kind, speaks_of_links
from scrubtext.spam.kin import kin
from scrubtext.spam.lone import lone_links
from scrubtext.spam.lone_gate import host_stops
from scrubtext.spam.offers import offers
from scrubtext.spam.page import page_of
from scrubtext.spam.shelter import Shelter
from scrubtext.spam.verdict import HOPEFUL
from scrubtext.spam.wrapping import wrapped

__all__ = ["DOUBTFUL", "linking"]


DOUBTFUL = "doubtful links"
_ENDS = frozenset("。！？!?….")
MAX_LEAD = 180  # characters before the ending of the first host: its text, its name


def linking(
    doc: Doc, strict: bool = False, signs: Signs | None = None
) -> tuple[list[Edit], list[Note]]:
    """Deletions and notes for one text; with ``strict`` the doubtful lines are deleted too.

    ``signs`` are those of the text, where they are known.
    """
    doc = narrowed(doc)
    signs = signs or farm_signs(doc)
    text, lines, stops = doc.text, doc.lines, host_stops(doc)
    shelter = Shelter(text, lines)
    numbers = _with_hosts(doc, sorted({*signs.ends, *stops}))
    farms = farms_of(text, lines, numbers, shelter)
    hopeful = [f for f in farms if farm_proof(f, HOPEFUL)]
    page = page_of(text, [(f.start, f.end) for f in hopeful]) if hopeful else HOPEFUL
    proven = [(_opening(text, f), _closing(text, f), why) for f in hopeful if (why := farm_proof(f, page))]
    proven += lone_links(doc, stops, shelter, proven)
    proven += glued_hosts(doc, stops, shelter, proven)
    proven += kin(text, farms, [lines[k] for k in numbers if k not in shelter], proven)
    doubtful = [(f.start, f.end, DOUBTFUL) for f in farms if _doubtful(f)]
    doubtful = [d for d in doubtful if not meets(d, proven)]
    if strict:
        proven = sorted([*proven, *doubtful])
    blocks = [
        b
        for b in exchanges(text, lines, shelter, _numbers(lines, signs.headings))
        if not meets(b, proven)
    ]
    sold = list(offers(doc, stops, shelter, [*proven, *blocks]))
    proven += [o for o in sold if _ends_line(text, o[1])]
    cuts = with_injected(text, lines, sorted([*proven, *blocks]))
    cuts = [(*wrapped(text, a, b), why) for a, b, why in cuts]
    whole = list(cut_lines(text, [c for c in cuts if _is_lines(text, *c)]))
    whole += [_beside(text, *c) for c in cuts if not _is_lines(text, *c)]
    inline = [Edit(a, b, "", why) for a, b, why in (brands(text) if signs.brands else ())]
    inside = (o for o in sold if not _ends_line(text, o[1]))
    inline += [Edit(*_with_space(text, a, b), "", why) for a, b, why in inside]
    free = [e for e in inline if not meets(e, whole)]
    notes = [] if strict else [Note(*d) for d in doubtful if not meets(d, blocks)]
    return sorted([*whole, *free]), notes


def _is_lines(text: str, start: int, end: int, _why: str) -> bool:
    return (start == 0 or text[start - 1] == "\n") and _ends_line(text, end)


def _ends_line(text: str, end: int) -> bool:
    return text[end : end + 1] in ("", "\n", "\r")


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """A part inside a line, with the space before it, or behind it where it begins the line."""
    if start and text[start - 1] != "\n":
        return start - blanks_before(text, start), end
    while text[end : end + 1] in (" ", "\u3000"):
        end += 1
    return start, end


def _beside(text: str, start: int, end: int, why: str) -> Edit:
    """A deletion behind a sentence or before one, with the space between."""
    if _ends_line(text, end):
        return Edit(start - blanks_before(text, start), end, "", why)
    while text[end] in " \t\u3000\xa0":
        end += 1
    between = start and text[start - 1] != "\n"  # a sentence of the line above and one of this line
    return Edit(start, end, "\n" if between else "", why)


def _opening(text: str, farm: Farm) -> int:
    """Where a farm begins: with the heading above it, if there is one."""
    if farm.start and text[farm.start - 1] != "\n":
        return farm.start
    at, line = heading_above(text, farm.start)
    if heading_kind(line) or _DEFACED.fullmatch(line.strip()):
        return at
    titled = at == 0 and line[-1:] not in (":", "：")  # the title of the page stands first
    return farm.start if titled or not speaks_of_links(line, farmed=True) else at


_DEFACED = re.compile(r"(?:hacked|defaced|pwned|owned) by \S{2,24}(?: \S{2,24})?", re.IGNORECASE)
"""What a page that was broken into says above the links that were put into it."""


def _closing(text: str, farm: Farm) -> int:
    """Where a farm ends: with the line below it that speaks of links, if that is the last of the page."""
    behind = text[farm.end : farm.end + MAX_LEAD]
    line = behind.strip()
    ends = behind[:1] == "\n" and not text[farm.end + len(behind) :].strip() and "\n" not in line
    ends = ends and line != "" and speaks_of_links(line, farmed=True)
    return farm.end + len(behind.rstrip()) if ends else farm.end


def _numbers(lines: Sequence[tuple[int, int]], places: Iterable[int]) -> list[int]:
    """Numbers of the lines in which places stand, each once."""
    return list(dict.fromkeys(bisect_right(lines, (at, 1 << 62)) - 1 for at in places))


def _with_hosts(doc: Doc, ends: Iterable[int]) -> list[int]:
    """Lines that hold hosts, where they may be text and host in turn: little before and behind."""
    text, lines = doc.text, doc.lines
    out: list[int] = []
    for at in ends:
        k = bisect_right(lines, (at, 1 << 62)) - 1
        if out and out[-1] == k:
            continue
        a, _b = lines[k]
        lead = text[max(a, at - MAX_LEAD) : at]
        if at - a <= MAX_LEAD or "/" in text[a:at] or not _ENDS.isdisjoint(lead):
            out.append(k)
    return out


def _doubtful(farm: Farm) -> bool:
    """Six and more different hosts, but a list that may be honest."""
    return not farm.guarded and len(set(farm.names)) >= 6
