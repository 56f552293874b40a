"""A page as a whole: its brackets, the runs they shifted, what stands for holes, what was injected."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, code_units
from scrubtext.gloss.evidence import Verdict, judge
from scrubtext.gloss.gate import cuts, has_cut
from scrubtext.gloss.run import Page
from scrubtext.gloss.settle import Found, Repair, settle, sure
from scrubtext.gloss.shift import marked, opened
from scrubtext.gloss.strays import strays, unopened
from scrubtext.gloss.thin import toneless, vowelless
from scrubtext.gloss.tokens import LOST, Gloss, Glosses, Places, bracketed, is_scar

__all__ = ["Looked", "look"]

WINDOW = 160  # characters from a scar on that decide what becomes of it: see ``gloss.run``
MIN_GUESSES, PER_GUESS = 100, 300  # places weighed in a text, and characters for one more
NEARBY = 10_000  # characters on either side in which neighbours are looked for
BESIDE = 200  # ... and restored runs
_TONED, _HAN, _CLOSE, _FULL_CLOSE = map(
    int, (Kind.TONED, Kind.HAN, Kind.PAREN_CLOSE, Kind.FULL_PAREN_CLOSE)
)
_HAS_FULL_CLOSE, _HAS_COMBINING = mask(Kind.FULL_PAREN_CLOSE), mask(Kind.COMBINING)
_HAS_CONTROL = mask(Kind.CONTROL)


class Looked(NamedTuple):
    """What was found on a page: which glosses were injected, restored runs, brackets of thin families."""

    verdict: Verdict | None
    repairs: Sequence[Repair]
    thin: Sequence[tuple[int, int]]


def look(doc: Doc) -> Looked:
    """All that there is in a text that passed the gate."""
    text, shape, kinds = doc.text, doc.shape, doc.kinds
    usual, odd = bracketed(text, shape)
    scars = [g for g in odd if is_scar(g)]
    toned, han, closed = shape.count(_TONED), shape.count(_HAN), shape.count(_CLOSE)
    if kinds & _HAS_FULL_CLOSE:
        closed += shape.count(_FULL_CLOSE)
    told = len(usual) + len(odd)
    if closed > told and (toned > told or kinds & _HAS_COMBINING):
        scars += [g for g in unopened(text) if is_scar(g)]
    marks = cuts(text) if has_cut(doc) else []
    others = usual.spaced or closed > len(usual) + len(scars)
    repairs = _repairs(text, usual, sorted(scars), marks, others) if scars or marks else []
    thin = [] if usual else vowelless(text)
    if not usual and odd:
        thin += toneless(text, han, bool(kinds & _HAS_CONTROL), odd)
    if repairs or scars:  # what stands in and after them is no evidence
        text, toned, usual = _unscarred(text, usual, scars, repairs)
    verdict = None
    if usual:
        units = doc.units if text is doc.text else code_units(text)
        verdict = judge(text, units, han, toned, usual, len(repairs))
    return Looked(verdict, repairs, thin)


def _unscarred(
    text: str, usual: Glosses, scars: Sequence[Gloss], repairs: Sequence[Repair]
) -> tuple[str, int, Glosses]:
    """The text without what scars spoil, its toned letters uncounted, the glosses outside them."""
    runs = [(run.start, run.end) for run in repairs]
    taken = {start for start, _ in runs}
    spoilt = [(g.start, g.end + 20) for g in scars if g.start not in taken]
    return _masked(text, sorted(spoilt + runs)), -1, usual.outside(runs)


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
    usual: Glosses,
    scars: Sequence[Gloss],
    marks: Sequence[tuple[int, int]],
    others: bool,
) -> list[Repair]:
    """The runs that can be taken back, from left to right.

    ``others``: there are closing brackets besides those of ``usual`` and ``scars``.
    """
    places = Places(usual, scars)
    ends = sorted({g.end for g in scars})
    todo = sorted([(g.start, g.end, g) for g in scars] + [(a, b, None) for a, b in marks])
    swallow = None
    kept = [text[g.start + 1] in "(（" for g in scars if text[g.start] in LOST]
    if kept:
        swallow = 2 * sum(kept) < len(kept)
    done = 0
    founds: list[Found] = []
    before: dict[tuple[str, int], Found | None] = {}  # pages repeat their scars
    for start, end, scar in todo:
        if start < done:
            continue
        around = text[max(0, start - 3) : start + WINDOW], end - start
        if around not in before:
            if others and (usual.spaced or _unexplained(text, start, usual.ends, ends)):
                places.made |= strays(text, start, start + WINDOW, places)
            page = Page(text[start] in LOST, swallow)
            before[around] = (
                opened(text, scar, places, usual.chars, page)
                if scar
                else marked(text, start, end, text[end - 1], places, page)
            )
        found = before[around]
        if found:
            if found.start != start:
                way = found.way._replace(at=found.way.at + start - found.start)
                found = found._replace(start=start, way=way)
            founds.append(found)
            done = found.way.at
    return _settled(text, founds)


def _unexplained(text: str, start: int, *ends: Sequence[int]) -> bool:
    """Whether a bracket after ``start`` closes none of the glosses with these ``ends``.

    If none does, there are no strays: one would begin inside a gloss, where no run steps.
    """
    upto = start + WINDOW
    closed = text.count(")", start, upto) + text.count("）", start, upto)
    return closed != sum([bisect_right(e, upto) - bisect_right(e, start) for e in ends])


def _settled(text: str, founds: Sequence[Found]) -> list[Repair]:
    """The runs with what fits into their holes; what others say helps to read each, but not itself."""
    made = [sure(found) for found in founds]
    if None not in made:
        return [repair for repair in made if repair]
    keys = [found.key for found in founds]
    once_by_key = dict(zip(reversed(keys), reversed(founds), strict=True))
    repairs = dict(zip(once_by_key, _weighed(text, [*once_by_key.values()][::-1])[::-1], strict=True))
    return [
        repairs[key]._replace(start=f.start, end=f.way.at)
        for key, f in zip(keys, founds, strict=True)
    ]


def _weighed(text: str, once: Sequence[Found]) -> list[Repair]:
    """One repair for each run."""
    guesses = MIN_GUESSES + len(text) // PER_GUESS
    certain = [sure(found) for found in once]
    holed = any(found.holed for found in once)
    made: list[Repair] = []
    lines: list[str] = []
    for again in (False, True):
        for k, found in enumerate(once):
            if again and not (made[k].holes and guesses > 0):
                continue
            repair = certain[k]
            if repair is None:
                beside = "\n".join([*lines[max(0, k - BESIDE) : k], *lines[k + 1 : k + BESIDE]])
                nearby = text[max(0, found.start - NEARBY) : found.way.at + NEARBY]
                repair = settle(found, f"{nearby}\n{beside}", guesses > 0, holed)
                guesses -= repair.tried
            made[k : k + 1] = [repair]
            lines[k : k + 1] = [found.before + repair.new + found.after]
    return made
