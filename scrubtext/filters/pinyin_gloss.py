"""Pinyin that a site injected into Chinese text, and the characters its replacement cut in two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat, starmap
from typing import TYPE_CHECKING, ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note
from scrubtext.gloss.gate import worth

if TYPE_CHECKING:
    from scrubtext.gloss.evidence import Verdict
    from scrubtext.gloss.page import Looked
    from scrubtext.gloss.settle import Repair

__all__ = ["PinyinGloss"]

GLOSS, RUN, GUESS, HOLE = (
    "bracketed syllable", "shifted run restored", "lost pair guessed", "hole left"
)  # fmt: skip
DOUBT = "doubtful gloss"
_HAN = mask(Kind.HAN)


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
        if not doc.kinds & self.needs or not doc.kinds & _HAN or not worth(doc):
            return ()
        return find(doc)


def find(doc: Doc) -> list[Finding]:
    """All findings of a text that passed the gate."""
    return _findings(*_look()(doc))


@cache
def _look() -> Callable[[Doc], Looked]:
    """What looks at a page, read once there is one that passed the gate."""
    from scrubtext.gloss.page import look

    return look


def _findings(
    verdict: Verdict | None, repairs: Sequence[Repair], thin: Sequence[tuple[int, int]]
) -> list[Finding]:
    """Edits and notes in order; glosses inside a restored run went with it."""
    starts = verdict.injected.starts if verdict else ()
    ends = verdict.injected.ends if verdict else ()
    if thin:
        both = sorted([*zip(starts, ends, strict=True), *thin])
        starts, ends = [start for start, _ in both], [end for _, end in both]
    out = _merged(repairs, starts, ends) if repairs else _cut_out(starts, ends)
    doubtful = verdict.doubtful if verdict else ()
    notes = [Note(g.start, g.end, DOUBT) for g in doubtful]
    return sorted([*out, *notes], key=lambda f: f[:2]) if notes else out


def _cut_out(starts: Sequence[int], ends: Sequence[int]) -> list[Finding]:
    """Edits, made without a call in Python for each: there may be thousands."""
    rows = zip(starts, ends, repeat(""), repeat(GLOSS))
    return [*starmap(tuple.__new__, zip(repeat(Edit), rows))]  # noqa: RUF058 - map makes one tuple more


def _merged(repairs: Sequence[Repair], starts: Sequence[int], ends: Sequence[int]) -> list[Finding]:
    """Runs and glosses from left to right, without the glosses that a run holds."""
    out: list[Finding] = []
    k = done = 0
    for run in repairs:
        k = bisect_left(starts, done, k)
        upto = bisect_left(starts, run.start, k)
        if upto > k and ends[upto - 1] > run.start:
            upto -= 1
        out += _cut_out(starts[k:upto], ends[k:upto])
        out += _of_run(run)
        k, done = bisect_left(starts, run.end, upto), run.end
    k = bisect_left(starts, done, k)
    return out + _cut_out(starts[k:], ends[k:])


def _of_run(run: Repair) -> Iterator[Finding]:
    why = HOLE if run.holes else GUESS if run.guessed else RUN
    yield Edit(run.start, run.end, run.new, why)
    for hole in run.holes:
        yield Note(run.start, run.end, HOLE, hole.size, hole.guesses)
