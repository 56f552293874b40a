"""The fast conversion, and a second look where OpenCC's greedy match is known to go wrong.

A phrase of the dictionaries that is not converted character by character (被发 → 被髮) may end inside a
word (被 发送). Where a word of the frequency list crosses its edge, the likeliest segmentation decides;
if it cuts the phrase, the parts are converted apart. Computing terms of Taiwan's phrases are used only
where something near says that computing is meant. What the dictionaries themselves are of two minds
about is noted.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from scrubtext.edit import Note
from scrubtext.script.dictionaries import Plan, alternatives, plan
from scrubtext.script.engine import _CLEAR, _MARK, Engine, Fix, Splice, engine
from scrubtext.script.reference import Greedy, reference_of
from scrubtext.script.words import LONGEST, UNKNOWN, best, costs
from scrubtext.tables import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

__all__ = ["AMBIGUOUS", "Careful", "careful"]

AMBIGUOUS = "ambiguous conversion"
_NEAR = 100  # characters on both sides in which a technical word counts
_SURER = 20  # tenths of a nat by which cutting must be likelier: 红头文件 has 24, 三十里 12
_RIVAL = 8  # characters; longer phrases are not taken for rivals
_LONG = 64  # characters; longer chunks do not come again
_MEMO = 30_000
_ADVERB = "才"  # begins phrases (才可) in which it is the same word however they are cut
_HAN = re.compile("[\u3400-\u9fff]+")


class Doubt(NamedTuple):
    """A character of a chunk the dictionaries would convert in several ways."""

    at: int
    candidates: tuple[str, ...]


class Study(NamedTuple):
    """What is known of a chunk whatever stands around it."""

    fix: Fix
    spots: tuple[tuple[int, int], ...] = ()  # phrases that may cut through a word
    terms: bool = False  # holds a word that is a computing term or not, by what stands near
    doubts: tuple[Doubt, ...] = ()


class Careful(Engine):
    """An engine that looks twice; its tables are those of the plain engine."""

    def __init__(self, name: str) -> None:
        self.__dict__.update(engine(name).__dict__)
        config = plan(name)
        self.memo = {}
        self.studies: dict[str, Study] = {}
        self.cuts: dict[tuple[str, int, int], tuple[int, ...]] = {}
        self.weighed: dict[tuple[str, bool], Fix] = {}  # chunks with their neighbours
        self.essential: dict[str, bool] = {}
        self.phrases = config.stages[0][0]
        self.first = Greedy(config.stages[0])
        self.cutter = Greedy(config.segment) if config.segment else None
        self.chain = [Greedy(stage) for stage in config.stages]
        terms = {self.first.convert(word) for word in _listed("general")}
        later = [layer for stage in config.stages[1:] for layer in stage]
        self.has_terms = any(term in layer for layer in later for term in terms)
        self.mild = reference_of(_without(config, terms)) if self.has_terms else self.slow

    def resolve(
        self,
        text: str,
        new: NDArray[np.uint16],
        marks: bytes,
        notes: list[Note] | None = None,
    ) -> list[Splice]:
        """Convert the chunks that hold a marker, looking twice at the doubtful ones."""
        splices: list[Splice] = []
        find, rfind, get = marks.find, marks.rfind, self.studies.get
        i = find(_MARK)
        view = memoryview(new)  # type: ignore[arg-type]
        while i >= 0:
            start = rfind(_CLEAR, 0, i) + 1
            end = find(_CLEAR, i)
            if end < 0:
                end = len(marks)
            study = get(text[start : end + 1]) or self.study(text[start : end + 1])
            fix, spots, terms, doubts = study
            if spots or terms:
                fix = self.weigh(text, start, end + 1, study)
            if doubts and notes is not None:
                notes += (
                    Note(start + d.at, start + d.at + 1, AMBIGUOUS, 0, d.candidates) for d in doubts
                )
            if isinstance(fix, str):
                splices.append((start, end + 1, fix))
            else:
                for offset, unit in fix:
                    view[start + offset] = unit
            i = find(_MARK, end)
        return splices

    def convert_span(self, text: str, start: int, end: int) -> str:
        """A chunk as text, looking twice."""
        chunk = text[start:end]
        study = self.studies.get(chunk) or self.study(chunk)
        fix = self.weigh(text, start, end, study) if study.spots or study.terms else study.fix
        return fix if isinstance(fix, str) else self.filled(chunk, fix)

    def filled(self, chunk: str, fix: tuple[tuple[int, int], ...]) -> str:
        """The converted chunk of a fix that keeps its length."""
        out = [self.tables.map.get(c, c) for c in chunk]
        for offset, unit in fix:
            out[offset] = chr(unit)
        return "".join(out)

    def study(self, chunk: str) -> Study:
        """Look at a chunk once; kept while there is room."""
        if len(chunk) > _LONG:
            return Study(self.fix(chunk))
        matches = [(a, b) for a, b, _ in self.first.matches(chunk) if b - a > 1]
        rivals = self.rivals(chunk, matches)
        spots = {(a, b) for a, b, *_ in rivals}
        spots |= {(a, b) for a, b in self.trace(chunk) if self.is_essential(chunk[a:b])}
        spots = {(a, b) for a, b in spots if chunk[a] != _ADVERB}
        found = Study(
            self.fix(chunk),
            tuple(sorted(spots)),
            self.has_terms and any(word in chunk for word in _listed("general")),
            tuple(self.doubts(chunk, matches, rivals)),
        )
        if len(self.studies) >= _MEMO:
            self.studies.clear()
        self.studies[chunk] = found
        return found

    def trace(self, chunk: str) -> Iterator[tuple[int, int]]:
        """Spans of the phrases of all stages, as far as lengths are kept."""
        at = 0
        for piece in self.cutter.pieces(chunk) if self.cutter else (chunk,):
            now = piece
            for greedy in self.chain:
                if len(now) != len(piece):
                    break
                yield from ((at + a, at + b) for a, b, _ in greedy.matches(now) if b - a > 1)
                now = greedy.convert(now)
            at += len(piece)

    def is_essential(self, phrase: str) -> bool:
        """Whether a phrase is converted in another way than its characters."""
        known = self.essential.get(phrase)
        if known is None:
            if len(self.essential) >= _MEMO:
                self.essential.clear()
            plain = "".join([self.tables.map.get(c, c) for c in phrase])
            known = self.essential[phrase] = self.slow(phrase) != plain
        return known

    def rivals(self, chunk: str, matches: list[tuple[int, int]]) -> list[tuple[int, int, int, int]]:
        """Phrases that begin inside a matched one, end beyond it and would change something."""
        return [
            (a, b, i, j)
            for a, b in matches
            for i in range(a + 1, b)
            for j in range(b + 1, min(i + _RIVAL, len(chunk)) + 1)
            if chunk[i:j] in self.phrases and self.is_essential(chunk[i:j])
        ]

    def doubts(
        self,
        chunk: str,
        matches: list[tuple[int, int]],
        rivals: list[tuple[int, int, int, int]],
    ) -> list[Doubt]:
        """Characters with several values: by the phrase's own list, or by a rival phrase."""
        several = alternatives("STPhrases.txt")
        found: dict[int, set[str]] = {}
        readings = [(a, v) for a, b in matches for v in several.get(chunk[a:b], ())]
        for a, b, i, j in rivals:
            one, other = self.slow(chunk[a:b]), self.slow(chunk[i:j])
            if len(one) == b - a and len(other) == j - i and one[i - a :] != other[: b - i]:
                readings += [(i, one[i - a :]), (i, other[: b - i])]
        for at, value in readings:
            for k, c in enumerate(value):
                found.setdefault(at + k, set()).add(c)
        return [Doubt(at, tuple(sorted(cs))) for at, cs in sorted(found.items()) if len(cs) > 1]

    def weigh(self, text: str, start: int, end: int, study: Study) -> Fix:
        """The fix of a chunk where it stands."""
        mild = study.terms and not _technical().search(text, max(0, start - _NEAR), end + _NEAR)
        if start < LONGEST:
            return self.weighed_anew(text, start, end, study, mild)
        around = (text[start - LONGEST : end + LONGEST], mild)  # all that the decision looks at
        fix = self.weighed.get(around)
        if fix is None:
            if len(self.weighed) >= _MEMO:
                self.weighed.clear()
            fix = self.weighed[around] = self.weighed_anew(text, start, end, study, mild)
        return fix

    def weighed_anew(self, text: str, start: int, end: int, study: Study, mild: bool) -> Fix:
        """The same, worked out."""
        cuts = [c for a, b in study.spots for c in self.cut(text, start + a, start + b)]
        if not cuts and not mild:
            return study.fix
        convert = self.mild if mild else self.slow
        edges = [start, *sorted(set(cuts)), end]
        made = "".join(convert(text[a:b]) for a, b in pairwise(edges))
        return self.as_fix(text[start:end], made)

    def cut(self, text: str, a: int, b: int) -> tuple[int, ...]:
        """Where the phrase ``text[a:b]`` is to be cut, because words cross its edges."""
        if not _crossed(text, a, b):
            return ()
        lo, hi = max(0, a - LONGEST), min(len(text), b + LONGEST)
        left, right = _HAN.findall(text[lo:a] + "\n"), _HAN.match(text, b, hi)
        lo = a - len(left[-1]) if left and text[a - 1 : a] == left[-1][-1] else a
        hi = right.end() if right else b
        key = (text[lo:hi], a - lo, b - lo)
        if key not in self.cuts:
            if len(self.cuts) >= _MEMO:
                self.cuts.clear()
            self.cuts[key] = _cuts(*key)
        return tuple(lo + c for c in self.cuts[key])


def _crossed(text: str, a: int, b: int) -> bool:
    """Whether a word of the list reaches over an edge of ``text[a:b]``: a look-up for each."""
    cost = costs()
    for s in range(a, b):
        if text[s : b + 1] in cost or text[s : b + 2] in cost or text[s : b + 3] in cost:
            return True
    if a < LONGEST:
        return a > 0
    for e in range(a + 1, b + 1):
        if text[a - 1 : e] in cost or text[a - 2 : e] in cost or text[a - 3 : e] in cost:
            return True
    return False


def _cuts(window: str, a: int, b: int) -> tuple[int, ...]:
    """Ends of words inside ``window[a:b]``, where that is likelier than the phrase in one piece."""
    phrase = window[a:b]
    price = costs().get(phrase, UNKNOWN)
    extra = {phrase: price}
    ends = best(window, extra)[1]
    starts = (0, *ends)
    around = [window[s:e] for s, e in zip(starts, ends, strict=False) if s <= a and b <= e]
    if around and around[0] != phrase:  # a word that holds the phrase: how is it made up itself?
        ends = best(window, extra, frozenset(around))[1]
    if {a, b} <= {0, *ends}:
        return ()  # no word reaches over its edges: a compound (命令行), not an accident
    whole = best(window[:a], extra)[0] + price + best(window[b:], extra)[0]
    inside = tuple(e for e in ends if a < e < b)
    total = best(window, extra, frozenset(w for w in around if w != phrase))[0]
    return inside if inside and total + _SURER < whole else ()


@cache
def _listed(kind: str) -> frozenset[str]:
    found = (words.split() for k, words in rows("script_technical.tsv") if k == kind)
    return frozenset(word for words in found for word in words)


@cache
def _technical() -> re.Pattern[str]:
    return re.compile("|".join([*sorted(_listed("technical")), r"[A-Za-z]{2,}"]))


def _without(config: Plan, terms: set[str]) -> Plan:
    """The configuration with some phrases taken out of its later stages."""
    later = (
        tuple({k: v for k, v in layer.items() if k not in terms} for layer in stage)
        for stage in config.stages[1:]
    )
    return config._replace(stages=(config.stages[0], *later))


@cache
def careful(name: str) -> Careful:
    """The careful engine of a configuration that begins with Simplified text."""
    return Careful(name)
