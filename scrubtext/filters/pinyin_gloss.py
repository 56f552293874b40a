"""Pinyin that a site injected into Chinese text, and the characters its replacement cut in two."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING, ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note
from scrubtext.gloss.gate import CLOSE, cuts, has_cut, worth

if TYPE_CHECKING:
    from scrubtext.gloss.evidence import Verdict
    from scrubtext.gloss.settle import Found, Repair
    from scrubtext.gloss.tokens import Gloss, Glosses

__all__ = ["PinyinGloss"]

WINDOW = 160  # characters from a scar on that decide what becomes of it: see ``gloss.run``
GLOSS, RUN, GUESS, HOLE = (
    "bracketed syllable", "shifted run restored", "lost pair guessed", "hole left"
)  # fmt: skip
DOUBT = "doubtful gloss"
MIN_GUESSES, PER_GUESS = 100, 300  # places weighed in a text, and characters for one more
NEARBY = 10_000  # characters on either side in which neighbours are looked for
BESIDE = 200  # ... and restored runs
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
    from scrubtext.gloss.evidence import judge
    from scrubtext.gloss.strays import unopened
    from scrubtext.gloss.thin import toneless, vowelless
    from scrubtext.gloss.tokens import bracketed, is_scar

    text, shape = doc.text, doc.shape
    usual, odd = bracketed(text, shape)
    scars = [g for g in odd if is_scar(g)]
    toned = shape.count(Kind.TONED)
    closed = sum([shape.count(kind) for kind in CLOSE])
    told = len(usual) + len(odd)
    if closed > told and (toned > told or Kind.COMBINING in shape):
        scars += [g for g in unopened(text) if is_scar(g)]
    marks = cuts(text) if has_cut(doc) else []
    others = usual.spaced or closed > len(usual) + len(scars)
    repairs = _repairs(text, usual, sorted(scars), marks, others) if scars or marks else []
    han = shape.count(Kind.HAN)
    thin = [] if usual else vowelless(text)
    if not usual and odd:
        thin += toneless(text, han, bool(doc.kinds & mask(Kind.CONTROL)), odd)
    if repairs or scars:  # what stands in and after them is no evidence
        text, toned, usual = _unscarred(text, usual, scars, repairs)
    verdict = judge(text, han, toned, usual, len(repairs)) if usual else None
    return _findings(verdict, repairs, thin)


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
    from scrubtext.gloss.run import Page
    from scrubtext.gloss.shift import marked, opened
    from scrubtext.gloss.strays import strays
    from scrubtext.gloss.tokens import LOST

    table = usual.chars
    inside = {g[0]: g for g in scars}
    places = sorted([(g.start, g.end, g) for g in scars] + [(a, b, None) for a, b in marks])
    swallow = None
    kept = [text[g.start + 1] in "(（" for g in scars if text[g.start] in LOST]
    if kept:
        swallow = 2 * sum(kept) < len(kept)
    done = 0
    known = bisect_left(usual.starts, places[0][0])  # up to here they are in ``inside``
    founds: list[Found] = []
    before: dict[tuple[str, int], Found | None] = {}  # pages repeat their scars
    for start, end, scar in places:
        if start < done:
            continue
        around = text[max(0, start - 3) : start + WINDOW], end - start
        if around not in before:
            first, known = known, bisect_left(usual.starts, start + WINDOW, known)
            inside |= {g[0]: g for g in usual.rows(first, known)}
            if others:
                inside |= strays(text, start, start + WINDOW, inside)
            page = Page(text[start] in LOST, swallow)
            before[around] = (
                opened(text, scar, inside, table, page)
                if scar
                else marked(text, start, end, text[end - 1], inside, page)
            )
        found = before[around]
        if found:
            moved = start - found.start
            way = found.way._replace(at=found.way.at + moved)
            founds.append(found._replace(start=start, way=way))
            done = way.at
    return _settled(text, founds)


def _settled(text: str, founds: Sequence[Found]) -> list[Repair]:
    """The runs with what fits into their holes; what others say helps to read each, but not itself."""
    from scrubtext.gloss.settle import settle

    guesses = MIN_GUESSES + len(text) // PER_GUESS
    keys = [found.key for found in founds]
    once_by_key = dict(zip(reversed(keys), reversed(founds), strict=True))
    once = list(once_by_key.values())[::-1]
    holed = any(found.holed for found in once)
    made: list[Repair] = []
    lines: list[str] = []
    for again in (False, True):
        for k, found in enumerate(once):
            if again and not (made[k].holes and guesses > 0):
                continue
            beside = "\n".join([*lines[max(0, k - BESIDE) : k], *lines[k + 1 : k + BESIDE]])
            nearby = text[max(0, found.start - NEARBY) : found.way.at + NEARBY]
            repair = settle(found, f"{nearby}\n{beside}", guesses > 0, holed)
            guesses -= repair.tried
            made[k : k + 1] = [repair]
            lines[k : k + 1] = [found.before + repair.new + found.after]
    repairs = dict(zip(reversed(once_by_key), made, strict=True))
    return [
        repairs[key]._replace(start=f.start, end=f.way.at)
        for key, f in zip(keys, founds, strict=True)
    ]


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
    return list(map(tuple.__new__, repeat(Edit), rows))


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
