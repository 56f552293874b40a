"""Where brackets with a syllable stand in a text, and what is left of those that hit a border."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from scrubtext.chars import Kind
from scrubtext.doc import Doc, lazy
from scrubtext.gloss.gbk import EURO, pair, spelled
from scrubtext.gloss.syllables import LETTERS, can_be_key, keys_of, reads, spell

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["LOST", "MAX_LETTERS", "Gloss", "Glosses", "Places", "bracketed", "entries"]
__all__ += ["injectable", "is_scar"]

LOST = "?\ufffd"  # how decoders show a byte they cannot read
FEW = 8  # of the unusual kind, up to which they are taken out one by one
MAX_LETTERS = 7  # zhuāng, with its mark as a character of its own


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
    def chars(self) -> set[str]:
        """The characters glossed."""
        return {fields[0] for fields in self.kinds()}

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
        k = bisect_left(self.usual.starts, at)
        for start in self.usual.starts[k : k + 1]:
            upto = min(start, upto)
        return next((start for start in range(at, upto) if start in self.made), upto)

    def __contains__(self, at: int) -> bool:
        return self.get(at) is not None


_OPENS = bytes([Kind.PAREN_OPEN, Kind.FULL_PAREN_OPEN, Kind.QUESTION, Kind.REPLACEMENT])
_CLOSES = bytes([Kind.PAREN_CLOSE, Kind.FULL_PAREN_CLOSE])
_ROLES = bytes([2 if kind in _CLOSES else kind in _OPENS for kind in range(256)])
"""By kind: 1 for what opens, a sign of a lost byte too; 2 for what closes."""
NOTHING: Fields = ("", "", False, False)
T = TypeVar("T")


@cache
def _bracketed() -> re.Pattern[str]:
    return re.compile(rf"([(（?\ufffd])([(（]?) ?([{LETTERS}]{{1,{MAX_LETTERS}}}) ?([)）])")


def bracketed(text: str, shape: bytes = b"") -> tuple[Glosses, list[Gloss]]:
    """The syllables in brackets after a Chinese character, from left to right.

    First those that a site could have put there: a converted character, one of its own readings.
    Then all others, those that may have cut a character in two among them. ``shape`` is that of
    the text.
    """
    opens, closes = _pairs(shape or Doc(text).shape)
    starts, ends = opens.tolist(), closes.tolist()
    padded = f"\0{text}"
    pieces = [padded[start : end + 1] for start, end in zip(starts, ends, strict=True)]
    once = [*{*pieces}]
    kinds: dict[Hashable, Fields] = dict(zip(once, map(_usual, once), strict=True))
    if NOTHING not in kinds.values():
        return Glosses(starts, ends, pieces, kinds, ends_at=closes), []
    others = {piece for piece, fields in kinds.items() if fields is NOTHING}
    at = [*compress(range(len(pieces)), map(others.__contains__, pieces))]
    more, odd = _others(text, starts, ends, at)
    for k in reversed(at) if len(at) < FEW else ():
        del starts[k], ends[k], pieces[k]
    closes[at] = 0
    if len(at) >= FEW:
        kept = closes.tolist()
        starts, ends, pieces = [[*compress(column, kept)] for column in (starts, ends, pieces)]
    for piece in others:
        del kinds[piece]
    usual = Glosses(starts, ends, pieces, kinds, ends_at=closes[closes > 0])
    return Glosses.of(sorted(usual.rows() + more)) if more else usual, odd


def _pairs(shape: bytes) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Where what may be a syllable in brackets starts and ends: each closing bracket right after an
    opening one, or after a sign of a lost byte.
    """
    import numpy as np

    roles = np.frombuffer(shape.translate(_ROLES), np.uint8)
    at = (roles != 0).nonzero()[0]
    role, sizes = roles.take(at), at[1:] - at[:-1]
    near = (role[1:] > role[:-1]) & (sizes > 1) & (sizes <= MAX_LETTERS + 3)
    first = near.nonzero()[0]
    return at.take(first), at.take(first + 1) + 1


def _others(
    text: str, starts: Sequence[int], ends: Sequence[int], at: Sequence[int]
) -> tuple[list[Gloss], list[Gloss]]:
    """What is not of the usual kind (``at`` these places), and can be injected all the same; the rest."""
    more: list[Gloss] = []
    odd: list[Gloss] = []
    match = _bracketed().match
    last, holder = -1, -1  # where the gloss before ended, and which character it is for
    for before, k in zip([-1, *at], at, strict=False):
        start, end = starts[k], ends[k]
        if start and text[start] in "(（" and text[start - 1] in "(（?\ufffd":
            start -= 1
        m = match(text, start)
        if m is None or m.end() != end or (m[1] not in LOST and (m[2] or not start)):
            continue
        if k and before != k - 1:  # the one before is of the usual kind
            last, holder = ends[k - 1] - 1, starts[k - 1] - 1
        found = _one(text, m, holder if start - 1 == last else start - 1)
        if found:
            (more if injectable(found) else odd).append(found)
            last, holder = end - 1, found.at
    return more, odd


@lru_cache(maxsize=16384)
def _usual(piece: str) -> Fields:
    """The last fields of a ``Gloss``, where ``piece`` is of the usual kind: ``發(fā)``."""
    char, opening, close = piece[0], piece[1], piece[-1]
    if opening not in "(（" or not can_be_key(char):
        return NOTHING
    letters = piece[2:-1]
    syllable = spell(letters[letters[0] == " " : len(letters) - (letters[-1] == " ")])
    if not reads(char, syllable):
        return NOTHING
    return char, syllable, False, close == "）"


def _one(text: str, m: re.Match[str], before: int) -> Gloss | None:
    """A gloss that is not of the usual kind: after white space, a lost byte, half a character."""
    first, _, letters, close = m.groups()
    start, lost = m.start(), first in LOST
    if before > 0 and text[before] in " \u3000":
        before -= 1
    if before < 0:
        return None
    char, syllable = text[before], spell(letters)
    key = _straddled(text[before - 1], char, syllable) if before else ""
    if key:
        return Gloss(start, m.end(), before, key, syllable, False, False)
    if not "\u3400" <= char <= "\u9fff" and not (
        len(spelled(char)) == 2 and (lost or entries(char, syllable))
    ):
        return None
    opens = min(start, before + 1) if text[before + 1 : start].isspace() else start
    return Gloss(opens, m.end(), before, char, syllable, lost, close == "）")


def _straddled(before: str, ascii_char: str, syllable: str) -> str:
    """The entry made of a character's last byte and the ASCII character after it: ``性](zhù)``."""
    if not ("@" <= ascii_char <= "~" or ascii_char == EURO):
        return ""
    raw = spelled(before)
    key = pair(raw[1], spelled(ascii_char)[0]) if len(raw) == 2 and raw[1] > 0x80 else ""
    return key if key and can_be_key(key) and reads(key, syllable) else ""


def is_scar(gloss: Gloss) -> bool:
    """Whether the arithmetic allows that the bracket cut the character after ``gloss.char`` in two.

    The table entry's first byte must be the last byte of the character before.
    """
    return bool(entries(gloss.char, gloss.syllable)) and (
        gloss.lost or not reads(gloss.char, gloss.syllable)
    )


@lru_cache(maxsize=8192)
def entries(char: str, syllable: str) -> tuple[str, ...]:
    """The characters read ``syllable`` whose first byte is the last byte of ``char``."""
    raw = spelled(char)
    if len(raw) != 2:
        return ()
    return tuple([key for key in keys_of(syllable) if spelled(key)[:1] == raw[-1:]])


def injectable(gloss: Gloss) -> bool:
    """Whether a site could have put it there: a converted character, one of its own readings."""
    return not gloss.lost and can_be_key(gloss.char) and reads(gloss.char, gloss.syllable)
