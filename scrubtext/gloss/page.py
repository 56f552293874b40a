"""A page as a whole: its brackets, the runs they shifted, what was injected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.gloss.columns import Gloss, Glosses
from scrubtext.gloss.evidence import Verdict, judge
from scrubtext.gloss.gate import cuts, has_cut
from scrubtext.gloss.strays import unopened
from scrubtext.gloss.thin import toneless, vowelless
from scrubtext.gloss.tokens import bracketed, entries, is_scar

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scrubtext.gloss.settle import Repair

__all__ = ["Looked", "look"]

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
    scars = list(_scars(odd))
    toned, han, closed = shape.count(_TONED), shape.count(_HAN), shape.count(_CLOSE)
    if kinds & _HAS_FULL_CLOSE:
        closed += shape.count(_FULL_CLOSE)
    told = len(usual) + len(odd)
    if closed > told and (toned > told or kinds & _HAS_COMBINING):
        scars += _scars(unopened(text))
    marks = cuts(text) if has_cut(doc) else []
    others = usual.spaced or closed > len(usual) + len(scars)
    repairs: list[Repair] = []
    if scars or marks:
        repairs = _repaired()(text, usual, sorted(scars), marks, others)
    thin = [] if usual else vowelless(text)
    if not usual and odd:
        thin += toneless(text, han, bool(kinds & _HAS_CONTROL), odd)
    if not usual:
        return Looked(None, repairs, thin)
    units = doc.units
    if repairs or scars:  # what stands in and after them is no evidence
        text, units, usual = _unscarred(doc, usual, scars, repairs)
        toned = -1
    verdict = judge(text, units, han, toned, usual, len(repairs)) if usual else None
    return Looked(verdict, repairs, thin)


def _scars(odd: Iterable[Gloss]) -> Iterator[Gloss]:
    """The brackets that cut a character in two; of two in a row the second may be for what the first cut.

    日報 has 請 in the middle: ``日?qǐng)?bào)`` where both are glossed.
    """
    last: Gloss | None = None
    for gloss in odd:
        if last is not None and gloss.start == last.end:
            cut = (key for key in entries(last.char, last.syllable) if entries(key, gloss.syllable))
            gloss = gloss._replace(char=next(cut, gloss.char))
        if is_scar(gloss):
            yield gloss
            last = gloss


@cache
def _repaired() -> Callable[..., list[Repair]]:
    """What restores runs, read once a page has scars."""
    from scrubtext.gloss.repairs import repaired

    return repaired


def _unscarred(
    doc: Doc, usual: Glosses, scars: Sequence[Gloss], repairs: Sequence[Repair]
) -> tuple[str, NDArray[np.uint16], Glosses]:
    """The text without what scars spoil, twice, and the glosses outside them."""
    runs = [(run.start, run.end) for run in repairs]
    taken = {start for start, _ in runs}
    spoilt = sorted([(g.start, g.end + 20) for g in scars if g.start not in taken] + runs)
    units = doc.units.copy()
    for start, end in spoilt:
        units[start:end] = 0
    return _masked(doc.text, spoilt), units, usual.outside(runs)


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
