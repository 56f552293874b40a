"""The pipeline makes the edits filters ask for, and remembers where everything came from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

from scrubtext.compose import compose
from scrubtext.doc import Doc, Filter
from scrubtext.edit import Drop, Edit, Note, Recast, Row, splice
from scrubtext.errors import FilterError, PatchError, ScrubtextError, UsageError
from scrubtext.step import Step

__all__ = ["FindingRow", "Pipeline", "Result"]

NOTHING_LEFT = Drop("nothing but dirt", 1.0)


class FindingRow(NamedTuple):
    """One finding, with its span in the original text.

    ``kind`` is ``edit`` or ``note``; ``old`` and ``new`` are what stood in the text the filter was
    given and what replaced it (for a note: the text as it stands, twice).
    """

    kind: str
    filter: str
    why: str
    start: int
    end: int
    old: str
    new: str
    lost: int = 0
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What a pipeline made of one text, and how.

    >>> from scrubtext import explain
    >>> result = explain("開源模式的發(fā)展、技術(shù)與風(fēng)險(xiǎn)。")
    >>> result.text
    '開源模式的發展、技術與風險。'
    >>> result.counts
    {'pinyin_gloss': 4}
    """

    original: str
    text: str
    steps: tuple[Step, ...] = ()
    drops: tuple[Drop, ...] = ()
    meta_keys: tuple[tuple[str, str, str], ...] = ()  # (filter, reason, key in meta)

    @property
    def drop(self) -> Drop | None:
        """The strongest judgement against the document, if there is one."""
        return max(self.drops, key=lambda d: d.score, default=None)

    @property
    def changed(self) -> bool:
        """Whether the text is another one than the original."""
        return self.text != self.original

    @cached_property
    def edits(self) -> list[Row]:
        """All steps as one patch over the original: see ``scrubtext.apply`` and ``invert``."""
        return compose(self.original, self.steps)

    @cached_property
    def findings(self) -> list[FindingRow]:
        """One row per finding, filter by filter, with its span in the original."""
        return [row for k in range(len(self.steps)) for row in self._rows_of(k)]

    @property
    def notes(self) -> list[FindingRow]:
        """What was seen and left as it was."""
        return [row for row in self.findings if row.kind == "note"]

    @cached_property
    def counts(self) -> dict[str, int]:
        """Changes by filter; filters that only left notes are not counted."""
        found: Counter[str] = Counter()
        for s in self.steps:
            if s.changed:
                found[s.name] += len(s.changes)
        return dict(found)

    @cached_property
    def reasons(self) -> dict[tuple[str, str], int]:
        """Changes by filter and reason."""
        return dict(Counter((s.name, e.why) for s in self.steps for e in s.changes))

    @property
    def lost(self) -> int:
        """Characters that cannot be restored, as counted by the notes."""
        return sum(note.lost for s in self.steps for note in s.notes)

    @cached_property
    def meta(self) -> dict[str, list[str]]:
        """Removed text worth keeping, by what it is: credit, date, source, label."""
        keys = {(name, why): key for name, why, key in self.meta_keys}
        out: dict[str, list[str]] = {}
        for step in self.steps:
            for e in step.edits:
                value = step.before[e.start : e.end].strip()
                if value and (step.name, e.why) in keys:
                    out.setdefault(keys[step.name, e.why], []).append(value)
        return out

    def to_original(self, start: int | tuple[int, int], end: int | None = None) -> tuple[int, int]:
        """The span of the original that became ``text[start:end]``.

        Takes a span as a pair, two numbers, or one number for one character.
        """
        first, last = (
            start if isinstance(start, tuple) else (start, start + 1 if end is None else end)
        )
        return self._back(first, last, len(self.steps))

    def undo(self) -> str:
        """The original, rebuilt from ``text`` and ``edits`` alone."""
        from scrubtext.edit import apply, invert

        return apply(self.text, invert(self.edits))

    def _back(self, start: int, end: int, upto: int) -> tuple[int, int]:
        for step in reversed(self.steps[:upto]):
            if step.changed:
                start, end = step.span(start, end)
        return start, end

    def _rows_of(self, k: int) -> Iterator[FindingRow]:
        step = self.steps[k]
        for e in step.changes:
            old = step.before[e.start : e.end]
            yield FindingRow("edit", step.name, e.why, *self._back(e.start, e.end, k), old, e.new)
        for n in step.notes:
            old = step.before[n.start : n.end]
            where = self._back(n.start, n.end, k)
            yield FindingRow("note", step.name, n.why, *where, old, old, n.lost, n.candidates)

    def _repr_html_(self) -> str:
        from scrubtext.notebook import patch_html

        return patch_html(self.original, self.edits)


@dataclass(frozen=True)
class Pipeline:
    """An ordered list of filters; calling it cleans a text.

    >>> from scrubtext import Pipeline, PinyinGloss, DoubledPunctuation
    >>> Pipeline([PinyinGloss(), DoubledPunctuation()])("好的。。我们走，，吧。")
    '好的。我们走，吧。'

    Pipelines join by their filters: ``Pipeline(a.filters + b.filters)``. A pipeline pickles small and
    keeps nothing between texts. Where a filter changed a text, those before it look again, so that
    cleaning what was cleaned changes nothing; a pipeline that holds a function of yours runs once.
    """

    filters: tuple[Filter, ...]
    name: str = field(default="", compare=False)

    def __init__(self, filters: Iterable[Filter] = (), name: str = "") -> None:
        object.__setattr__(self, "filters", tuple(filters))
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "_plan", _plan(self.filters))
        object.__setattr__(self, "_settles", all(map(_is_own, self.filters)))

    def __reduce__(self) -> tuple[type[Pipeline], tuple[tuple[Filter, ...], str]]:
        return Pipeline, (self.filters, self.name)

    def __call__(self, text: str) -> str:
        """Clean ``text``."""
        return self._run(text)[0].text

    clean = __call__

    def explain(self, text: str) -> Result:
        """Clean ``text`` and say what was done: the same run, with its steps."""
        doc, steps, drops = self._run(text)
        if not doc.text.strip() and text.strip():
            drops.append(NOTHING_LEFT)
        return Result(text, doc.text, tuple(steps), tuple(drops), _meta_keys(self.filters))

    def _run(self, text: str) -> tuple[Doc, list[Step], list[Drop]]:
        if not isinstance(text, str):
            raise _not_text(text)
        plan = self._plan  # type: ignore[attr-defined]
        steps: list[Step] = []
        drops: list[Drop] = []
        doc, last = _pass(Doc(text), plan, steps, drops)
        if last >= 0 and self._settles:  # type: ignore[attr-defined]
            doc = _settled(doc, plan, last, steps)
        return doc, steps, drops


Plan = Sequence[tuple[Filter, int]]
MAX_AGAIN = 3  # further passes; one settles nearly every text


def _pass(doc: Doc, plan: Plan, steps: list[Step], drops: list[Drop]) -> tuple[Doc, int]:
    """One run of the filters; with the number of the last that changed the text, -1 if none did."""
    last = -1
    for k, (look, needs) in enumerate(plan):
        if needs and not doc.kinds & needs:
            continue
        try:
            found = tuple(look(doc))
        except ScrubtextError:
            raise
        except Exception as error:
            raise FilterError(look.name, error) from error
        if found:
            step = _step(look, doc.text, found, drops)
            steps.append(step)
            if step.changed:
                doc = Doc(step.after)
                last = k if step.edits else last  # a recast makes nothing new to be found
    return doc, last


def _settled(doc: Doc, plan: Plan, last: int, steps: list[Step]) -> Doc:
    """The text when no filter finds anything to change in what later ones left of it.

    The filters behind the last that changed something have seen the text as it is now.
    """
    for _ in range(MAX_AGAIN):
        made: list[Step] = []
        doc, again = _pass(doc, plan[: last + 1], made, [])
        if again >= 0:
            doc, behind = _pass(doc, plan[last + 1 :], made, [])
            last = last + 1 + behind if behind >= 0 else again
        steps += [replace(step, notes=()) for step in made if step.changed]
        if again < 0:
            break
    return doc


def _is_own(look: Filter) -> bool:
    """Whether a filter is one of ours, which all find nothing twice; a function may not be."""
    return type(look).__module__.startswith("scrubtext.filters.")


def _plan(filters: Sequence[Filter]) -> tuple[tuple[Filter, int], ...]:
    for f in filters:
        if not callable(f) or not isinstance(getattr(f, "name", None), str):
            raise UsageError(
                f"a pipeline takes filters, it was given {f!r}; for a plain function: "
                "scrubtext.Rewrite(name, function)"
            )
    return tuple((f, int(getattr(f, "needs", 0))) for f in filters)


def _step(look: Filter, text: str, found: Sequence[Any], drops: list[Drop]) -> Step:
    """Sort what a filter found into a step; judgements on the whole document go to ``drops``."""
    made: Sequence[Any] = found
    recasts: list[Recast] = []
    notes: tuple[Note, ...] = ()
    if {*map(type, found)} != {Edit}:  # hardly ever, and there may be thousands
        drops += [f for f in found if isinstance(f, Drop)]
        recasts = [f for f in found if isinstance(f, Recast)]
        made = [f for f in found if isinstance(f, Edit)]
        notes = tuple([f for f in found if isinstance(f, Note)])
    edits = tuple([f for f in made if text[f[0] : f[1]] != f[2]])
    if len(recasts) > 1 or (recasts and len(recasts[0].text) != len(text)):
        raise PatchError(f"{look.name}: one Recast at most, of the same length as the text")
    recast = recasts[0] if recasts and recasts[0].text != text else None
    after = splice(recast.text if recast else text, edits, look.name)
    return Step(look.name, text, after, edits, recast, notes)


def _meta_keys(filters: Iterable[Filter]) -> tuple[tuple[str, str, str], ...]:
    return tuple((f.name, why, key) for f in filters for why, key in getattr(f, "meta", {}).items())


def _not_text(given: object) -> UsageError:
    if isinstance(given, bytes | bytearray | memoryview):
        return UsageError(
            "clean() takes text, it was given bytes; decode them first: "
            "scrubtext.clean(scrubtext.decode(data).text)"
        )
    return UsageError(
        f"clean() takes text (str), it was given {type(given).__name__}: {given!r:.80}"
    )
