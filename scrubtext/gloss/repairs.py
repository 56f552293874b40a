"""All the runs of a page that can be taken back, and what stands for the holes in them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from scrubtext.gloss.columns import Gloss, Glosses, Places
from scrubtext.gloss.run import BACK, Page
from scrubtext.gloss.settle import Found, Repair, settle, sure
from scrubtext.gloss.shift import marked, opened
from scrubtext.gloss.strays import strays
from scrubtext.gloss.tokens import LOST

__all__ = ["repaired"]

WINDOW = 160  # characters from a scar on that decide what becomes of it: see ``gloss.run``
MIN_GUESSES, PER_GUESS = 100, 300  # places weighed in a text, and characters for one more
NEARBY = 10_000  # characters on either side in which neighbours are looked for
BESIDE = 200  # ... and restored runs


def repaired(
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
    swallow = _swallow(text, scars)
    done = 0
    founds: list[Found] = []
    before: dict[tuple[str, int, int], Found | None] = {}  # pages repeat their scars
    for start, end, scar in todo:
        if start < done:
            continue
        back = min(start, BACK)  # near the ends of a text the same characters stand around two scars
        around = text[start - back : start + WINDOW], back, end - start
        if around not in before:
            if others and (usual.spaced or _unexplained(text, start, usual.ends, ends)):
                places.made |= strays(text, start, start + WINDOW, places)
            page = Page(text[start] in LOST, swallow)
            before[around] = (
                opened(text, scar, places, usual.table, page)
                if scar
                else marked(text, start, end, text[end - 1], places, page)
            )
        found = before[around]
        if found:
            founds.append(found if found.start == start else _moved(found, start))
            done = founds[-1].way.at
    return _settled(text, founds)


def _swallow(text: str, scars: Sequence[Gloss]) -> bool | None:
    """Whether the bracket after a lost byte usually went with it."""
    kept = [text[g.start + 1] in "(（" for g in scars if text[g.start] in LOST]
    return 2 * sum(kept) < len(kept) if kept else None


def _moved(found: Found, start: int) -> Found:
    """The same run in another place."""
    way = found.way._replace(at=found.way.at + start - found.start)
    return found._replace(start=start, way=way)


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
