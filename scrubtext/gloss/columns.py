"""Glosses by columns, by rows and by where they start."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from scrubtext.doc import lazy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Fields", "Gloss", "Glosses", "Places"]

T = TypeVar("T")


class Gloss(NamedTuple):
    """A syllable in brackets. ``start`` counts the white space and the lost byte before it in."""

    start: int
    end: int
    at: int  # index of the character before
    char: str
    syllable: str
    lost: bool  # a sign for a lost byte stands before it, or its own bracket is gone
    wide: bool  # full-width brackets


Fields = tuple[str, str, bool, bool]
"""The last fields of a ``Gloss``."""


class Glosses:
    """Glosses by columns, from left to right: there may be thousands, of some dozen characters."""

    def __init__(
        self,
        starts: Sequence[int],
        ends: Sequence[int],
        keys: Sequence[Hashable],
        fields: Mapping[Hashable, Fields],
        ats: Sequence[int] | None = None,
        whole: bool = True,
        ends_at: NDArray[np.intp] | None = None,
    ) -> None:
        self.starts, self.ends = starts, ends
        self.keys = keys  # the same for glosses that are the same
        self.fields = fields  # ... and what they are
        self.whole = whole  # there are no other keys in ``fields``
        self._ats = ats  # characters glossed; None: those right before the starts
        self._ends_at = ends_at

    @classmethod
    def of(cls, rows: Sequence[Gloss]) -> Glosses:
        """The columns of ``rows``."""
        if not rows:
            return cls((), (), (), {})
        starts, ends, ats = zip(*[g[:3] for g in rows], strict=True)
        keys = [g[3:] for g in rows]
        return cls(starts, ends, keys, dict(zip(keys, keys, strict=True)), ats)

    def __len__(self) -> int:
        return len(self.starts)

    def rows(self, first: int = 0, upto: int | None = None) -> list[Gloss]:
        """Those from ``first`` up to ``upto``, one by one."""
        starts = self.starts[first:upto]
        ats = [start - 1 for start in starts] if self._ats is None else self._ats[first:upto]
        fields = map(self.fields.__getitem__, self.keys[first:upto])
        columns = zip(starts, self.ends[first:upto], ats, fields, strict=True)
        new = tuple.__new__  # half the cost of the named tuple's own
        return [new(Gloss, (start, end, at, *field)) for start, end, at, field in columns]

    @property
    def spaced(self) -> bool:
        """Whether one may not stand right behind the character it glosses."""
        return self._ats is not None

    @lazy
    def tally(self) -> Counter[Hashable]:
        """How often each key occurs."""
        return Counter(self.keys)

    @property
    def ends_at(self) -> NDArray[np.intp]:
        """The ends as an array."""
        import numpy as np

        return np.array(self.ends, np.intp) if self._ends_at is None else self._ends_at

    def kinds(self) -> list[Fields]:
        """What there is of them, each once."""
        return [*self.fields.values()] if self.whole else [self.fields[key] for key in self.tally]

    @lazy
    def table(self) -> dict[str, str]:
        """The characters glossed, each with a reading."""
        return {fields[0]: fields[1] for fields in self.kinds()}

    def outside(self, spans: Iterable[tuple[int, int]]) -> Glosses:
        """Those that start in no span; the spans go from left to right."""
        cut: list[int] = [0]
        for start, end in spans:
            first = bisect_left(self.starts, start, cut[-1])
            cut += first, bisect_left(self.starts, end, first)
        if cut[1::2] == cut[2::2]:
            return self
        kept = [slice(a, b) for a, b in zip(cut[::2], [*cut[1::2], None], strict=True)]

        def those(column: Sequence[T]) -> list[T]:
            out: list[T] = []
            for part in kept:
                out += column[part]
            return out

        ats = None if self._ats is None else those(self._ats)
        keys = those(self.keys)
        return Glosses(those(self.starts), those(self.ends), keys, self.fields, ats, whole=False)


class Places:
    """The glosses of a page by where they start: the usual ones are made when they are asked for."""

    def __init__(self, usual: Glosses, made: Iterable[Gloss]) -> None:
        self.usual = usual
        self.made = {g.start: g for g in made}

    def get(self, at: int) -> Gloss | None:
        """The gloss that starts there."""
        found = self.made.get(at)
        if found is None:
            starts = self.usual.starts
            k = bisect_left(starts, at)
            if k < len(starts) and starts[k] == at:
                found = self.made[at] = self.usual.rows(k, k + 1)[0]
        return found

    def first(self, at: int, upto: int) -> int:
        """Where the first one from ``at`` on starts, at most ``upto``."""
        starts, made = self.usual.starts, self.made
        k = bisect_left(starts, at)
        if k < len(starts) and starts[k] < upto:
            upto = starts[k]
        for start in range(at, upto):
            if start in made:
                return start
        return upto

    def __contains__(self, at: int) -> bool:
        return self.get(at) is not None
