"""A foreign ``str -> str`` (ftfy, NFKC, a function of one's own) as a filter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit
from scrubtext.step import changed_runs

__all__ = ["Rewrite"]


@dataclass(frozen=True)
class Rewrite:
    """Whatever ``func`` does to the text, told as edits by comparing line with line.

    The work of the comparison is bounded: a line of the same length is compared character by
    character, any other by its common ends; where the number of lines changed, the whole text is.
    ``func`` must be importable (no lambda) for the pipeline to pickle.

    >>> import unicodedata
    >>> from scrubtext import clean
    >>> def nfkc(text): return unicodedata.normalize("NFKC", text)
    >>> clean("ＡＢＣ　５０㎏", Rewrite("nfkc", nfkc))
    'ABC 50kg'
    """

    name: str
    func: Callable[[str], str]
    why: str = "rewritten"

    @takes_doc
    def __call__(self, doc: Doc) -> Iterator[Edit]:
        """Edits that turn the text into ``func(text)``."""
        new = self.func(doc.text)
        if new != doc.text:
            yield from _differences(doc.text, new, self.why)


def _differences(old: str, new: str, why: str) -> Iterator[Edit]:
    before, after = old.split("\n"), new.split("\n")
    if len(before) != len(after):
        yield _ends(old, new, 0, why)
        return
    at = 0
    for a, b in zip(before, after, strict=True):
        if a != b and len(a) == len(b):
            yield from (
                e._replace(start=at + e.start, end=at + e.end) for e in changed_runs(a, b, why)
            )
        elif a != b:
            yield _ends(a, b, at, why)
        at += len(a) + 1


def _ends(old: str, new: str, at: int, why: str) -> Edit:
    """One edit between the common beginning and the common end."""
    shorter = min(len(old), len(new))
    head = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    rest = shorter - head
    tail = next((i for i in range(rest) if old[-1 - i] != new[-1 - i]), rest)
    return Edit(at + head, at + len(old) - tail, new[head : len(new) - tail], why)
