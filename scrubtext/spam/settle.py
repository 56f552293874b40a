"""Deletions until nothing more is found, as edits of the first text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from scrubtext.doc import Doc
from scrubtext.edit import Drop, Edit, Note, splice

__all__ = ["Look", "judged", "settled"]

Look = Callable[[Doc], tuple[list[Edit], list[Note]]]

MIN_DROP = 0.8  # of the characters: what is left of such a page is its menu
MAX_ROUNDS = 6  # two are the rule: what a cut brings together is seldom dirt again


def settled(doc: Doc, look: Look) -> Iterator[Edit | Note]:
    """What ``look`` deletes, again on what is left, so that a second cleaning finds nothing."""
    gone: list[tuple[int, int, str]] = []
    text = doc.text
    left = doc
    notes: list[Note] = []
    for _ in range(MAX_ROUNDS):
        edits, notes = look(left)
        if not edits:
            break
        places = _Places(len(text), gone)
        gone = sorted([*gone, *(g for e in edits for g in places.spans(e))])
        left = Doc(splice(left.text, edits))
    places = _Places(len(text), gone)
    found: list[Edit | Note] = [Edit(a, b, "", why) for a, b, why in gone]
    found += [n._replace(start=places.at(n.start), end=places.at(n.end - 1) + 1) for n in notes]
    yield from sorted(found, key=lambda f: (f.start, f.end))


def judged(doc: Doc, look: Look, drop: str) -> Iterator[Edit | Note | Drop]:
    """What ``settled`` yields, and a judgement on a text that is nearly all dirt."""
    gone = 0
    for finding in settled(doc, look):
        gone += finding.end - finding.start if isinstance(finding, Edit) else 0
        yield finding
    if gone >= MIN_DROP * len(doc.text):
        yield Drop(drop, round(gone / len(doc.text), 3))


class _Places:
    """Where the characters of what is left stood in the first text."""

    def __init__(self, size: int, gone: Iterable[tuple[int, int, str]]) -> None:
        self.kept: list[tuple[int, int, int]] = []  # (start left, start first, length)
        at = out = 0
        for a, b, _ in [*gone, (size, size, "")]:
            if a > at:
                self.kept.append((out, at, a - at))
                out += a - at
            at = b

    def at(self, i: int) -> int:
        from bisect import bisect_right

        k = max(0, bisect_right(self.kept, (i, 1 << 62, 0)) - 1)
        left, first, _ = self.kept[k]
        return first + i - left

    def spans(self, edit: Edit) -> Iterator[tuple[int, int, str]]:
        for left, first, length in self.kept:
            a, b = max(edit.start, left), min(edit.end, left + length)
            if a < b:
                yield first + a - left, first + b - left, edit.why
