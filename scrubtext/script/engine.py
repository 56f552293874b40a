"""The fast conversion: one table look-up for the characters, phrases only where marks are.

Exactly what ``reference`` gives, for every text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scrubtext.doc import SLICE, code_units
from scrubtext.script.dictionaries import plan
from scrubtext.script.marks import MARKER, SPECIAL, build
from scrubtext.script.reference import DESCRIPTION, reference, sequences

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["Engine", "Piece", "engine"]

Fix = str | tuple[tuple[int, int], ...]
"""What a chunk becomes: text, or the code units to change where its length stays."""

Splice = tuple[int, int, str]

_MEMO = 30_000  # chunks kept per configuration: a few megabytes
_LONG = 64  # characters; longer chunks do not come again
_MARK, _CLEAR = bytes([MARKER]), b"\0"


class Piece:
    """A text on its way: converted code units, marks of its pairs, and what is put in besides."""

    def __init__(self, text: str, units: NDArray[np.uint16], engine: Engine) -> None:
        self.text = text
        self.units = units
        self.new: NDArray[np.uint16] = engine.take(units, mode="clip")
        self.marks = engine.look(engine.tables.hash(units), mode="clip").tobytes()
        self.splices: list[Splice] = []

    def join(self) -> str:
        """The converted text."""
        text = str(self.new.data, "utf-16-le")
        if not self.splices:
            return text
        out: list[str] = []
        at = 0
        for start, end, new in self.splices:
            out += text[at:start], new
            at = end
        out.append(text[at:])
        return "".join(out)


class Engine:
    """The conversion of one OpenCC configuration."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.tables = build(plan(name))
        self.take = self.tables.chars.take
        self.look = self.tables.pairs.take
        self.slow = reference(name)
        self.memo: dict[str, Fix] = {}
        self.ascii_stays = all(self.tables.chars[:128] == range(128))

    def convert(self, text: str) -> str:
        """Convert ``text``.

        >>> engine("s2twp").convert("鼠标里面的软件")
        '滑鼠裡面的軟體'
        """
        if text.isascii() and self.ascii_stays:
            return text
        if len(text) <= SLICE:
            return self.convert_units(text, code_units(text)).join()
        return "".join(piece.join() for piece in self.pieces(text))

    def convert_units(self, text: str, units: NDArray[np.uint16]) -> Piece:
        """Convert a text whose code units are at hand."""
        piece = Piece(text, units, self)
        if len(units) and piece.new.max() == SPECIAL:
            self.add_special(piece)
        self.resolve(piece)
        return piece

    def pieces(self, text: str) -> list[Piece]:
        """A long text converted in slices that are cut where no phrase can be."""
        if DESCRIPTION.search(text):
            return [self.convert_units(text, code_units(text))]
        done, at = [], 0
        while at < len(text):
            part = text[at : at + SLICE]
            if at + SLICE < len(text):
                part = part[: self.last_clear(part)]
            done.append(self.convert_units(part, code_units(part)))
            at += len(part)
        return done

    def last_clear(self, part: str) -> int:
        """Where the last two characters stand that no phrase can hold together."""
        tail = part[-10_000:]
        marks = self.look(self.tables.hash(code_units(tail)), mode="clip").tobytes()
        astral = [i for i in range(len(tail) - 1) if tail[i] > "\uffff" or tail[i + 1] > "\uffff"]
        found = bytearray(marks)
        for i in astral:
            found[i] = MARKER
        cut = found.rfind(_CLEAR)
        return len(part) - len(tail) + cut + 1 if cut >= 0 else len(part)

    def add_special(self, piece: Piece) -> None:
        """Mark what the tables cannot tell; put in what needs no context."""
        text, marks = piece.text, bytearray(piece.marks)
        units = piece.new
        runs = sequences(text) if DESCRIPTION.search(text) else {}
        for i in (units == SPECIAL).nonzero()[0].tolist():
            if i in runs or text[i] in self.tables.special:
                first, last = max(i - 1, 0), i + runs.get(i, 1)
                marks[first:last] = _MARK * (min(last, len(marks)) - first)
            if not self._is_marked(marks, i):
                piece.splices.append((i, i + 1, self.slow(text[i])))
        piece.marks = bytes(marks)

    def _is_marked(self, marks: bytearray, i: int) -> bool:
        return MARKER in marks[max(i - 1, 0) : i + 1]

    def resolve(self, piece: Piece) -> None:
        """Convert the chunks that hold a marker, each with the whole dictionary."""
        text, marks = piece.text, piece.marks
        find, rfind, get = marks.find, marks.rfind, self.memo.get
        i = find(_MARK)
        if i < 0:
            return
        new, put = memoryview(piece.new), piece.splices.append
        mixed = bool(piece.splices)
        while i >= 0:
            start = rfind(_CLEAR, 0, i) + 1
            end = find(_CLEAR, i)
            if end < 0:
                end = len(marks)
            chunk = text[start : end + 1]
            fix = get(chunk)
            if fix is None:
                fix = self.fix(chunk)
            if isinstance(fix, str):
                put((start, end + 1, fix))
            else:
                for offset, unit in fix:
                    new[start + offset] = unit
            i = find(_MARK, end)
        if mixed:
            piece.splices = _outermost(piece.splices)

    def fix(self, chunk: str) -> Fix:
        """What a chunk becomes, where that is not what the character map gives."""
        made = self.slow(chunk)
        get = self.tables.map.get
        fix: Fix = made
        if len(made) == len(chunk) and max(made) <= "\uffff" and not self._special_in(chunk):
            pairs = enumerate(zip(chunk, made, strict=True))
            fix = tuple((i, ord(b)) for i, (a, b) in pairs if b != get(a, a))
        if len(chunk) <= _LONG:
            if len(self.memo) >= _MEMO:
                self.memo.clear()
            self.memo[chunk] = fix
        return fix

    def _special_in(self, chunk: str) -> bool:
        return SPECIAL in self.take(code_units(chunk), mode="clip")


def _outermost(splices: list[Splice]) -> list[Splice]:
    """In order, without those that lie inside another."""
    out: list[Splice] = []
    for s in sorted(splices, key=lambda s: (s[0], -s[1])):
        if not out or s[0] >= out[-1][1]:
            out.append(s)
    return out


@cache
def engine(name: str) -> Engine:
    """The one engine of a configuration; made on first use, in less than 0.2 s."""
    return Engine(name)
