"""Pinyin that a site injected into Chinese text, and the characters its replacement cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note

if TYPE_CHECKING:
    from scrubtext.gloss.evidence import Verdict
    from scrubtext.gloss.shift import Repair
    from scrubtext.gloss.tokens import Gloss

__all__ = ["PinyinGloss"]

GLOSS, RUN, GUESS, HOLE = (
    "bracketed syllable", "shifted run restored", "lost pair guessed", "hole left"
)  # fmt: skip
DOUBT = "doubtful gloss"
MIN_GUESSES, PER_GUESS = 20, 200  # holes that are guessed in a text, and characters for one more


@dataclass(frozen=True, kw_only=True)
class PinyinGloss:
    """Pinyin injected by scraper sites: ``發(fā)展``, and the scars it leaves: ``模式?jīng)]有``.

    >>> from scrubtext import clean
    >>> clean("開源模式?jīng)]有明顯的盈利點(diǎn),但發(fā)展與創(chuàng)新不斷。", PinyinGloss())
    '開源模式沒有明顯的盈利點,但發展與創新不斷。'
    """

    name: ClassVar[str] = "pinyin_gloss"
    reasons: ClassVar[frozenset[str]] = frozenset({GLOSS, RUN, GUESS, HOLE, DOUBT})
    needs: ClassVar[int] = mask(
        Kind.PAREN_OPEN, Kind.FULL_PAREN_OPEN, Kind.QUESTION, Kind.REPLACEMENT
    )

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """Every injected gloss and every scar, from left to right."""
        if not doc.kinds & self.needs or not _gate().search(doc.skeleton):
            return ()
        return find(doc)


_OPEN = bytes([Kind.PAREN_OPEN, Kind.FULL_PAREN_OPEN])
_CLOSE = bytes([Kind.PAREN_CLOSE, Kind.FULL_PAREN_CLOSE])
_LOST = bytes([Kind.QUESTION, Kind.REPLACEMENT])


@cache
def _gate() -> re.Pattern[bytes]:
    """A bracket with nothing but words in it, or a lost byte before a bracket or a mark."""
    blank = re.escape(bytes([Kind.SPACE, Kind.IDEO_SPACE]))
    opened = b"[" + re.escape(_OPEN) + b"][" + blank + b"]{0,8}[" + re.escape(_CLOSE) + b"]"
    marks = re.escape(_CLOSE + _OPEN + MARK_KINDS)
    return re.compile(opened + b"|[" + re.escape(_LOST) + b"][" + marks + b"]")


MARK_KINDS = bytes(
    (Kind.QUESTION, Kind.EXCLAIM, Kind.COMMA, Kind.SEMICOLON, Kind.COLON, Kind.FULL_COMMA)
    + (Kind.FULL_QUESTION, Kind.FULL_EXCLAIM, Kind.FULL_SEMICOLON, Kind.FULL_COLON)
)


@cache
def _marks() -> re.Pattern[str]:
    return re.compile(r"[?\ufffd](?<=[\u3400-\u9fff].)[?!,;:？！，；：](?=[\u3400-\u9fff])")


def find(doc: Doc) -> Iterator[Finding]:
    """All findings of a text that passed the gate."""
    from scrubtext.gloss.evidence import judge
    from scrubtext.gloss.thin import toneless, vowelless
    from scrubtext.gloss.tokens import bracketed, injectable, is_scar, unopened

    text, shape = doc.text, doc.shape
    found = list(bracketed(text))
    usual = [g for g in found if injectable(g)]
    scars = [g for g in found if not injectable(g) and is_scar(g)] if len(usual) < len(found) else []
    if Kind.TONED in shape or Kind.COMBINING in shape:
        scars += [g for g in unopened(text) if is_scar(g)]
    marks = [m.span() for m in _marks().finditer(text)]
    repairs = list(_repairs(text, usual, sorted(scars), marks)) if scars or marks else []
    han = shape.count(Kind.HAN)
    thin = [] if usual else vowelless(text)
    if not usual and found:
        thin += toneless(text, han, bool(doc.kinds & mask(Kind.CONTROL)), found)
    toned = shape.count(Kind.TONED)
    if repairs or scars:  # what stands in and after them is no evidence
        text, toned, usual = _unscarred(text, usual, scars, repairs)
    verdict = judge(text, han, toned, usual, len(repairs)) if usual else None
    yield from _findings(verdict, repairs, thin)


def _unscarred(
    text: str, usual: Sequence[Gloss], scars: Sequence[Gloss], repairs: Sequence[Repair]
) -> tuple[str, int, list[Gloss]]:
    """The text without what scars spoil, its toned letters uncounted, the glosses outside them."""
    taken = {run.start for run in repairs}
    text = _masked(text, [(g.start, g.end + 20) for g in scars if g.start not in taken])
    text = _masked(text, [(run.start, run.end) for run in repairs])
    return text, -1, list(_outside(usual, repairs))


def _outside(usual: Sequence[Gloss], repairs: Sequence[Repair]) -> Iterator[Gloss]:
    """The glosses that no repaired run holds; both go from left to right."""
    k = 0
    for g in usual:
        while k < len(repairs) and repairs[k].end <= g.start:
            k += 1
        if k == len(repairs) or g.start < repairs[k].start:
            yield g


def _masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with spans blanked out, of the same length."""
    out: list[str] = []
    at = 0
    for start, end in spans:
        start, end = max(start, at), min(end, len(text))
        if start < end:
            out += text[at:start], "\0" * (end - start)
            at = end
    return "".join([*out, text[at:]])


def _repairs(
    text: str,
    usual: Sequence[Gloss],
    scars: Sequence[Gloss],
    marks: Sequence[tuple[int, int]],
) -> Iterator[Repair]:
    """The runs that can be taken back, from left to right."""
    from scrubtext.gloss.run import Page
    from scrubtext.gloss.shift import marked, opened
    from scrubtext.gloss.tokens import LOST

    table = {g.char: g.syllable for g in usual}
    inside = {g.start: g for g in [*usual, *scars]}
    places = sorted([(g.start, g.end, g) for g in scars] + [(a, b, None) for a, b in marks])
    swallow = None
    kept = [text[g.start + 1] in "(（" for g in scars if text[g.start] in LOST]
    if kept:
        swallow = 2 * sum(kept) < len(kept)
    done, guesses = 0, MIN_GUESSES + len(text) // PER_GUESS
    for start, end, scar in places:
        if start < done:
            continue
        page = Page(text[start] in LOST, swallow)
        repair = (
            opened(text, scar, inside, table, page, guesses > 0)
            if scar
            else marked(text, start, end, text[end - 1], inside, page, guesses > 0)
        )
        if repair:
            done = repair.end
            guesses -= repair.tried
            yield repair


def _findings(
    verdict: Verdict | None, repairs: Sequence[Repair], thin: Sequence[tuple[int, int]]
) -> list[Finding]:
    """Edits and notes in order; glosses inside a restored run went with it."""
    glosses = [(g.start, g.end, None) for g in verdict.injected] if verdict else []
    glosses += [(start, end, None) for start, end in thin]
    places = [*[(run.start, run.end, run) for run in repairs], *glosses]
    done = 0
    out: list[Finding] = []
    for start, end, run in sorted(places, key=lambda place: place[:2]):
        if start >= done:
            done = end
            out += _of_run(run) if run else [Edit(start, end, "", GLOSS)]
    doubtful = verdict.doubtful if verdict else ()
    notes = [Note(g.start, g.end, DOUBT) for g in doubtful]
    return sorted([*out, *notes], key=lambda f: f[:2]) if notes else out


def _of_run(run: Repair) -> Iterator[Finding]:
    why = HOLE if run.holes else GUESS if run.guessed else RUN
    yield Edit(run.start, run.end, run.new, why)
    for hole in run.holes:
        yield Note(run.start, run.end, HOLE, hole.size, hole.guesses)
