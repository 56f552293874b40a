"""Repairs change what stands beside other damage: what was repaired is looked at until it stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from scrubtext.compose import compose
from scrubtext.edit import Edit, Note, splice
from scrubtext.mojibake.pieces import Taken
from scrubtext.step import Step

__all__ = ["settled"]

Findings = Sequence[Edit | Note]

ROUNDS = 8  # looks at a text that was repaired; two are the rule, three are rare


def settled(text: str, first: Findings, look: Callable[[str], Findings]) -> Iterator[Edit | Note]:
    """The findings of all rounds over ``text``: the first ones, and what ``look`` finds after them.

    A line half repaired is easier to read than one all garbled, and so is one behind a line whose
    mix-up is known: whoever cleans twice would see it. The last round is that second look.
    """
    steps: list[Step] = []
    found, now = first, text
    for _ in range(ROUNDS):
        edits = tuple(f for f in found if isinstance(f, Edit))
        if not edits:
            break
        after = splice(now, edits)
        steps.append(Step("", now, after, edits))
        found, now = look(after), after
    return _merged(text, first, steps) if len(steps) > 1 else iter(first)


def _merged(text: str, first: Findings, steps: Sequence[Step]) -> Iterator[Edit | Note]:
    """One patch of all rounds, its reasons those of the first hand, and the notes that still hold."""
    whys = sorted({e.why for step in steps for e in step.edits})
    coded = [replace(s, edits=tuple(_coded(s.edits, whys))) for s in steps]
    edits = [
        Edit(row.start, row.end, row.new, whys[int(row.why.split("+")[0])])
        for row in compose(text, coded)
    ]
    busy = Taken((e.start, e.end) for e in edits)
    out: list[Edit | Note] = [*edits, *(n for e in edits if (n := holes(e)))]
    out += [f for f in first if isinstance(f, Note) and busy.free(f.start, f.end)]
    return iter(sorted(out, key=lambda f: (f.start, isinstance(f, Note))))


def _coded(edits: Sequence[Edit], whys: Sequence[str]) -> Iterator[Edit]:
    """Edits with numbers for reasons: patches of many hands join them with a sign some reasons have."""
    return (e._replace(why=str(whys.index(e.why))) for e in edits)


def holes(edit: Edit) -> Note | None:
    """What nobody can restore in a repair."""
    lost = edit.new.count("\ufffd")
    return Note(edit.start, edit.end, edit.why, lost=lost) if lost else None
