"""The second look: which lines of a text that passed the gate are worth splitting into phrases.

All counting is done on the marks of the text, which are short; letters are looked at only where marks
stand like those of a list, and then for what every proof needs: search words, stock words, repetition.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc
from scrubtext.spam.gate import (
    DENSE_KINDS,
    MIN_DENSE,
    MIN_JOINED,
    SPACED_HYPHEN,
    flats,
    joined,
    joints_in,
    marks_of,
    may_hyphen,
    may_stop,
    tightly,
)
from scrubtext.spam.lexicon import function_words, sells
from scrubtext.spam.phrases import bare, bare_rows
from scrubtext.spam.rows import (
    MIN_AMID,
    hyphened_rows,
    long_rows,
    loosened_rows,
    plain_breaks,
    rows_with,
    whole_rows,
)
from scrubtext.spam.short_rows import SENTENCE_END, STOPPED, may_be_few, spaced_lists
from scrubtext.spam.speech import SPEECH
from scrubtext.spam.worth import (
    MAX_LOOK,
    commonest,
    is_sentence,
    may_tell,
    worth,
    worth_glued,
    worth_lines,
    worth_run,
)

__all__ = ["Suspects", "suspects"]

Line = tuple[int, int]

MANY_ODD = 4  # odd separators that need no words to be looked at
MANY_FEW = 20  # neighbouring lines of which each is looked at for being a short list
SAMPLE = 12  # phrases of a run of lines: two of them at least hold what a proof asks of a third
LONG_RUN = 24  # lines that repetition alone can prove: see verdict
MAX_SMALL = 0.4  # share of small words; see glued


class Suspects(NamedTuple):
    """Numbers of lines that are lists, of lines that are one phrase each; spans of long stretches."""

    lists: frozenset[int]
    alone: frozenset[int]
    stretches: tuple[Line, ...]


def suspects(doc: Doc, every: bool = False) -> Suspects:
    """What is left to look at closely; with ``every`` list, whatever its words."""
    lists, stretched = _lists(doc, every), []
    for a, b in flats(doc):
        if kind := _stretch(doc.text[a:b]):
            stretched.append((a, b))
            if kind == "list":
                lists.add(_line_at(doc.lines, a))
    spaced, words = spaced_lists(doc)
    lists.update(spaced)
    stretched += words
    return Suspects(frozenset(lists), frozenset(_runs(doc)), tuple(sorted(stretched)))


def _line_at(lines: Sequence[Line], at: int) -> int:
    return bisect_right(lines, (at, 1 << 62)) - 1


def _lists(doc: Doc, every: bool) -> set[int]:
    """Lines that hold separators in a row, if they or their neighbours hold anything of keywords."""
    marks = marks_of(doc)
    odd: set[int] = set()
    stopped = may_stop(doc, marks)
    hyphened = set(_joined(doc, marks, stopped))
    found = hyphened.union(whole_rows(marks))
    joints = joints_in(doc.kinds & ~_ODD_KINDS, marks)
    for joint in joints:
        found |= set(rows_with(marks, joint))
    if doc.kinds & _ODD_KINDS:
        plain = marks.translate(None, _STOP)  # of versions and hosts inside the phrases
        for joint in joints_in(doc.kinds & _ODD_KINDS, plain):
            joints.append(joint)
            odd |= set(rows_with(plain, joint))
        found |= odd
    taken: set[int] = set()
    for group in _groups(sorted(found), doc) if found else ():
        many = every or (not odd.isdisjoint(group) and _many(doc, group))
        if not many and len(group) > 1 and all(_sentences(doc, k) for k in group):
            continue
        told = many or may_tell(doc.text[doc.lines[group[0]][0] : doc.lines[group[-1]][1]])
        few = told and any(may_be_few(doc, k) for k in group[:MANY_FEW])
        if many or few or any(worth(doc, *region, told) for region in _regions(doc, group)):
            taken.update(group)
    if stopped:
        joints.append(_STOPS)
    amid = odd.union(hyphened, long_rows(marks, joints), loosened_rows(doc)) - taken
    return taken.union(k for k in amid if every or _may_amid(doc, k))


_ODD_KINDS = mask(Kind.PIPE, Kind.FULL_PIPE, Kind.GUN, Kind.DOT, Kind.HASH, Kind.BOX)
_STOP = bytes((Kind.STOP,))


def _regions(doc: Doc, group: Sequence[int]) -> Iterator[Line]:
    """What may be a list: neighbouring lines as a whole; of one line its first and last sentence."""
    text, start, stop = doc.text, doc.lines[group[0]][0], doc.lines[group[-1]][1]
    first = SENTENCE_END.search(text, start, stop) if len(group) == 1 else None
    yield start, first.end() if first else stop
    if first:
        end = max(text.rfind(sign, start, stop) for sign in "。！？；!?;")
        end = max(end, text.rfind(". ", start, stop), first.end() - 1) + 1  # a label may be all
        if end < stop:
            yield end, stop


MIN_SOLD = 3  # of the first eight clauses: any proof asks for a third of all
MIN_FEW, SOLD = 3, 0.6  # signs of a shorter list, and the share of its clauses


def _may_amid(doc: Doc, k: int) -> bool:
    """Whether what stands between two ends of sentences of a line may be a list."""
    text, (start, stop) = doc.text, doc.lines[k]
    ends = [start, *(m.end() for m in STOPPED.finditer(text, start, stop)), stop]
    return any(_amid(text[a:b]) and worth(doc, a, b) for a, b in pairwise(ends) if b - a > MIN_AMID)


def _amid(part: str) -> bool:
    """Whether a part holds many signs of one kind, and clauses between these that sell and hardly speak."""
    n, sign = commonest(part)
    clauses = part.split(sign, MIN_AMID)[: min(n, MIN_AMID)] if n >= MIN_FEW else ()
    if not clauses or 2 * sum(map(bool, map(SPEECH.search, clauses))) >= len(clauses):
        return False
    return sum(map(sells, clauses)) >= (MIN_SOLD if n >= MIN_AMID else max(MIN_SOLD, SOLD * n))


def _sentences(doc: Doc, k: int) -> bool:
    """Whether a line begins and ends with sentences of clauses."""
    return all(is_sentence(doc.text[a:b]) for a, b in _regions(doc, [k]))


def _many(doc: Doc, group: Sequence[int]) -> bool:
    part = doc.text[doc.lines[group[0]][0] : doc.lines[group[-1]][1]]
    return max(map(part.count, "|｜¦│丨#＃·・•▪★◆■●")) >= MANY_ODD


def _joined(doc: Doc, marks: bytes, stopped: bool) -> Iterator[int]:
    """Lines with phrases joined by hyphens or, where the text is ``stopped`` so, by stops."""
    shape, lines = doc.shape, doc.lines
    if may_hyphen(doc):
        dense = doc.kinds & DENSE_KINDS
        for k, row in hyphened_rows(doc.skeleton):
            # without dense characters beside them the hyphens that join have spaces
            may = dense or row.count(SPACED_HYPHEN) >= MIN_JOINED
            if (may and joined(shape[slice(*lines[k])], True)) or tightly(row):
                yield k
    if stopped:
        for k in rows_with(marks, _STOPS):
            if joined(shape[slice(*lines[k])], False):
                yield k


_STOPS = bytes((Kind.STOP,)) * MIN_JOINED


def _groups(rows: Sequence[int], doc: Doc) -> Iterator[list[int]]:
    """Rows with nothing but blank lines between them."""
    group: list[int] = []
    for k in rows:
        if group and k != group[-1] + 1:
            between = doc.text[doc.lines[group[-1]][1] : doc.lines[k][0]]
            if between.strip():
                yield group
                group = []
        group.append(k)
    if group:
        yield group


def _stretch(part: str) -> str:
    """Whether a stretch without marks may be a ``list`` joined by spaces, ``glued``, or is prose."""
    words = part[:MAX_LOOK].split()
    if part.isascii() or not _dense(words):
        small = function_words()
        known = sum(map(small.__contains__, map(str.casefold, words)))
        fits = known <= MAX_SMALL * len(words) and worth_glued(part[:MAX_LOOK], len(words))
        return "glued" if fits else ""
    part = part[:MAX_LOOK]
    if len(words) < 3:
        return "glued" if max(map(len, words)) >= MIN_DENSE and worth_run(part) else ""
    return "list" if worth_glued(part, len(part) // 5) else ""


def _dense(words: Iterable[str]) -> bool:
    return any("\u0e00" <= w[0] <= "\u0e7f" or "\u3040" <= w[0] <= "\u9fff" for w in words)


def _runs(doc: Doc) -> Iterator[int]:
    """Lines without sentences, five and more in a row, that hold something of keywords."""
    last = -1
    for first, until in plain_breaks(doc):
        until = min(until, len(doc.lines))
        numbers = bare_rows(doc.text, doc.lines, max(first, last + 1), until)
        if len(numbers) < 5 or not _tells(doc, numbers):
            continue
        low, high = numbers[0], numbers[-1]
        while low > 0 and (_alone(doc, low - 1) or _blank(doc, low - 1)):
            low -= 1
        while high + 1 < len(doc.lines) and (_alone(doc, high + 1) or _blank(doc, high + 1)):
            high += 1
        last = high
        yield from range(low, high + 1)


def _alone(doc: Doc, k: int) -> bool:
    a, b = doc.lines[k]
    return a < b and bare(doc.text[a:b].strip())


def _blank(doc: Doc, k: int) -> bool:
    a, b = doc.lines[k]
    return not doc.text[a:b].strip()


def _tells(doc: Doc, numbers: Sequence[int]) -> bool:
    step = max(1, len(numbers) // SAMPLE)
    phrases = [doc.text[slice(*doc.lines[k])] for k in numbers[::step]]
    return worth_lines(phrases, len(numbers) >= LONG_RUN)
