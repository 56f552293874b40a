"""From a suspicious region to findings: layer after layer, with the scars nobody can undo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from scrubtext.edit import Edit, Note
from scrubtext.mojibake.brakes import code, discussed, explained, paired, quoted, words_beside
from scrubtext.mojibake.groups import Margins
from scrubtext.mojibake.lost import Scar, scars
from scrubtext.mojibake.mark import Mark, byte_order_mark
from scrubtext.mojibake.odd import suspicious
from scrubtext.mojibake.pieces import Piece, Taken
from scrubtext.mojibake.propose import Reading, reason
from scrubtext.mojibake.quick import again, plain, quick
from scrubtext.mojibake.rest import rest
from scrubtext.mojibake.search import search
from scrubtext.mojibake.shown import in_order, is_twin

__all__ = ["Margins", "repair_all"]


LONGEST = 480  # characters searched in one go
# Searches in vain before a text is taken for noise: some, and one for so many characters. Clean
# Chinese asks for one in 20,000; every search that finds something earns another.
TRIES, TRY_EVERY, EARNED = 32, 2000, 1
# Readings weighed, over all searches of a text: some, and so many for each of its characters. Damaged
# pages ask for 1.7 a character at most, texts pasted together of twenty mix-ups for seven. Of such a
# text the finds of the searches are left as well: then the next look at it comes to the same end.
WORK, WORK_EACH = 10_000, 2.5
SHOWN = 3  # characters: so much garble between quotation marks is shown, not said


def repair_all(
    text: str,
    spans: Sequence[tuple[int, int]],
    lang: str | None,
    margins: Margins,
    irreversible: str,
) -> Iterator[Edit | Note]:
    """Findings in some spans of a text, from left to right."""
    seen = list(_seen(text, spans, lang, margins))
    noise = sum(s.looked.work for s in seen) > _most(text)
    for s in seen:
        if s.mark:
            yield Edit(s.start - s.mark.size, s.start, s.mark.new, s.mark.why)
        if not (noise and s.looked.work):
            pieces, doubtful = s.looked.pieces, s.looked.doubtful
            yield from _findings(text, s.start, s.line, pieces, s.scars, doubtful, irreversible)
        elif s.scars:
            yield from _findings(text, s.start, s.line, (), s.scars, (), irreversible)


class Seen(NamedTuple):
    """A span of a text, behind its byte order mark and without its scars, and what it was."""

    start: int
    line: str
    scars: tuple[Scar, ...]
    mark: Mark | None
    looked: Looked


def _seen(
    text: str, spans: Sequence[tuple[int, int]], lang: str | None, margins: Margins
) -> Iterator[Seen]:
    """The spans, searched while there is hope: not behind much noise, not after too much work."""
    hint: tuple[str, str] | None = None
    tries, work = TRIES + len(text) // TRY_EVERY, _most(text)
    for start, end in spans:
        line = text[start:end]
        mark = byte_order_mark(line, not start) if _begins(text, start) else None
        size = mark.size if mark else 0
        found = tuple(scars(line[size:]))
        masked = _masked(line[size:], found)
        looked_at = looked(masked, lang, margins, hint, tries > 0 and work >= 0)
        hint, tries, work = looked_at.hint, tries - looked_at.cost, work - looked_at.work
        yield Seen(start + size, masked, found, mark, looked_at)


def _most(text: str) -> float:
    """The work a text is worth; no text that was damaged in earnest asks for more."""
    return WORK + WORK_EACH * len(text)


class Looked(NamedTuple):
    """What a line was found to be."""

    pieces: tuple[Piece, ...] = ()
    doubtful: tuple[Piece, ...] = ()
    hint: tuple[str, str] | None = None  # the mix-up that may explain the next line too
    cost: int = 0  # searches in vain; those that found something count against them
    work: int = 0  # readings the searches weighed


@lru_cache(maxsize=256)
def looked(
    line: str, lang: str | None, margins: Margins, hint: tuple[str, str] | None, thorough: bool
) -> Looked:
    """A line as it was, searched where the short ways fail; remembered: lines repeat."""
    readings = plain(line)
    if not readings and hint:
        readings = again(line, *hint)
    if not readings:
        if not suspicious(line):
            return Looked(hint=hint)
        readings = quick(line)
    if readings:
        return Looked(rest(line, _placed(readings)), hint=(readings[0].wrote, readings[0].read))
    return _searched(line, lang, margins)._replace(hint=hint) if thorough else Looked(hint=hint)


def _placed(readings: Sequence[Reading]) -> tuple[Piece, ...]:
    """Readings of one line, disjoint and in order, as pieces."""
    return tuple(Piece(r.start, r.end, r.new, reason(r.wrote, r.read)) for r in readings)


def _searched(line: str, lang: str | None, margins: Margins) -> Looked:
    """The search in chunks: what it costs grows with the length of a line."""
    pieces: list[Piece] = []
    doubtful: list[Piece] = []
    cost = work = 0
    for a, b in _chunks(line):
        if (a or b < len(line)) and not suspicious(line[a:b]):
            continue
        found, doubts, each = search_once(line[a:b], lang, margins)
        work += each
        cost += -EARNED if any(p.why for p in found) else 1
        pieces += [p._replace(start=p.start + a, end=p.end + a) for p in found]
        doubtful += [p._replace(start=p.start + a, end=p.end + a) for p in doubts]
    return Looked(rest(line, pieces), tuple(doubtful), cost=cost, work=work)


def _chunks(line: str) -> Iterator[tuple[int, int]]:
    """Spans of at most ``LONGEST`` characters, cut at a space where there is one."""
    at = 0
    while at < len(line):
        end = min(at + LONGEST, len(line))
        if end < len(line):
            end = max(line.rfind(" ", at + LONGEST // 2, end), end - LONGEST) or end
            end = end if end > at else at + LONGEST
        yield at, end
        at = end


@lru_cache(maxsize=1024)
def search_once(
    line: str, lang: str | None, margins: Margins
) -> tuple[tuple[Piece, ...], tuple[Piece, ...], int]:
    """``search``, remembered: what repeats itself is looked at once."""
    pieces, doubtful, work = search(line, lang, margins)
    return pieces, tuple(doubtful), work


def _findings(
    text: str,
    start: int,
    masked: str,
    pieces: Sequence[Piece],
    found: Sequence[Scar],
    doubtful: Sequence[Piece],
    irreversible: str,
) -> Iterator[Edit | Note]:
    out: list[Edit | Note] = []
    repaired = [p for p in pieces if p.why]
    rest = _blanked(masked, repaired)
    spoken = _spoken(text, start, masked, rest, repaired)
    for p in repaired:
        out += _finding(text, start, rest, p, p in spoken)
    if not found and not doubtful:
        yield from out
        return
    busy = Taken((f.start, f.end) for f in out)
    for s in found:
        a, b = start + s.start, start + s.end
        if busy.free(a, b) and not _meant(text, a, b):
            out.append(_lost(text, a, b, s, irreversible))
    for p in doubtful:
        a, b = start + p.start, start + p.end
        if busy.free(a, b):
            busy.add(a, b)
            out.append(Note(a, b, p.why, 0, (p.text,)))
    yield from sorted(out, key=lambda f: (f.start, isinstance(f, Note)))


def _spoken(text: str, start: int, line: str, rest: str, repaired: Sequence[Piece]) -> set[Piece]:
    """What is shown between quotation marks in a line otherwise right, and what is beside its right text."""
    fixed, spans, at = "", list[tuple[int, int]](), 0
    for p in repaired:
        fixed += line[at : p.start]
        spans.append((len(fixed), len(fixed) + len(p.text)))
        fixed, at = fixed + p.text, p.end
    if repaired and is_twin(text, start, start + len(line), fixed + line[at:]):
        return set(repaired)
    beside = words_beside(rest, fixed + line[at:], spans)
    few = [p for p in repaired if p.end - p.start <= SHOWN]
    quotes = {p for p in few if quoted(text, start + p.start, start + p.end)}
    said = {p.why for p in repaired if p not in quotes}
    shown = {p for p in quotes if p.why not in said}
    return shown | {p for p, span in zip(repaired, spans, strict=True) if span in beside}


def _lost(text: str, a: int, b: int, scar: Scar, irreversible: str) -> Edit | Note:
    """What is done about lost text: it is noted, marked or removed."""
    if irreversible == "remove":
        return Edit(a, b, "", scar.why)
    marks = "\ufffd" * scar.lost
    if irreversible == "replace" and text[a:b] != marks:
        return Edit(a, b, marks, scar.why)
    return Note(a, b, scar.why, lost=scar.lost)


def _masked(line: str, found: Sequence[Scar]) -> str:
    for s in found:
        if line[s.start] != "\ufffd":
            line = line[: s.start] + "\0" * (s.end - s.start) + line[s.end :]
    return line


def _blanked(line: str, repaired: Sequence[Piece]) -> str:
    """The line without what is repaired in it."""
    parts, at = [], 0
    for p in repaired:
        parts += [line[at : p.start], "\0" * (p.end - p.start)]
        at = p.end
    return "".join([*parts, line[at:]])


def _meant(text: str, start: int, end: int) -> bool:
    if quoted(text, start, end):
        return True
    return explained(text) and (discussed(text, start, end) or code(text, start, end))


def _begins(text: str, at: int) -> bool:
    """Whether a text or a line of it starts there."""
    return not at or text[at - 1] in "\n\r"


def _apart(text: str, a: int, b: int) -> bool:
    """Whether a span stands like a word of its own inside a line: then it is spoken of."""
    if _begins(text, a):
        return text[b : b + 1] in (" ", "")
    return not text[a - 1].isalnum() and not text[b : b + 1].isalnum()


def _finding(text: str, start: int, line: str, p: Piece, shown: bool) -> list[Edit | Note]:
    a, b = start + p.start, start + p.end
    if p.text.startswith("\ufeff"):  # at the start of a line a byte order mark is nothing
        if p.text == "\ufeff" and _apart(text, a, b):
            return [Note(a, b, p.why, 0, (p.text,))]
        p = p._replace(text=p.text[1:]) if _begins(text, a) else p
    told = explained(text) and (discussed(text, a, b) or code(text, a, b))
    if shown or told or in_order(text[a:b]) or paired(line, p.start, p.end, p.text):
        return [Note(a, b, p.why, 0, (p.text,))]
    lost = p.text.count("\ufffd")
    if 2 * lost > len(p.text):  # it was lost before: what is left of it is no text
        return [Note(a, b, p.why, lost, (p.text,))]
    made = Edit(a, b, p.text, p.why)
    return [made, Note(a, b, p.why, lost=lost)] if lost else [made]
