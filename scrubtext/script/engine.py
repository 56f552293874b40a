"""The fast conversion: one table look-up for the characters, phrases only where marks are.

Exactly what ``reference`` gives, for every text.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scrubtext.doc import SLICE, code_units
from scrubtext.script.dictionaries import plan
from scrubtext.script.marks import MARKED, MARKER, SPECIAL, build
from scrubtext.script.reference import DESCRIPTION, reference, sequences

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    from numpy.typing import NDArray

    from scrubtext.edit import Note

__all__ = ["Engine", "Fix", "Splice", "engine", "put_in"]

Fix = str | tuple[tuple[int, int], ...]
"""What a chunk becomes: text, or the code units to change where its length stays."""

Splice = tuple[int, int, str]
"""Start, end and what stands there instead."""

_MEMO = 30_000  # chunks kept per configuration: a few megabytes
_DENSE = 16  # characters to each marked one: with more, the table of pairs is faster
_LONG = 64  # characters; longer chunks do not come again
_MARK, _CLEAR = bytes([MARKER]), b"\0"
_SPECIAL, _MARKED = chr(SPECIAL), chr(MARKED)


def put_in(text: str, splices: list[Splice]) -> str:
    """The text with some parts replaced; they are in order and disjoint."""
    out: list[str] = []
    at = 0
    for start, end, new in splices:
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
        self.hash = self.tables.hash
        self.quick = self.tables.quick
        self.slow = reference(name)
        self.memo: dict[str, Fix] = {}
        self.ascii_stays = self.tables.chars[:128].tolist() == list(range(128))

    def convert(self, text: str) -> str:
        """Convert ``text``.

        >>> engine("s2twp").convert("鼠标里面的软件")
        '滑鼠裡面的軟體'
        """
        if text.isascii() and self.ascii_stays:
            return text
        made, splices = self.run(text)
        return put_in(made, splices) if splices else made

    def run(self, text: str, notes: list[Note] | None = None) -> tuple[str, list[Splice]]:
        """The text converted as far as its length stays, and what is to be put in besides."""
        if len(text) <= SLICE:
            return self.run_units(text, code_units(text), notes)
        made, splices, at = [], [], 0
        for part in self.slices(text):
            found: list[Note] = []
            new, more = self.run_units(part, code_units(part), found)
            made.append(new)
            splices += [(at + start, at + end, value) for start, end, value in more]
            if notes is not None:
                notes += (n._replace(start=at + n.start, end=at + n.end) for n in found)
            at += len(part)
        return "".join(made), splices

    def run_units(
        self, text: str, units: NDArray[np.uint16], notes: list[Note] | None = None
    ) -> tuple[str, list[Splice]]:
        """The same for a text whose code units are at hand."""
        if self.quick is not None:
            new = self.quick.chars.take(units, mode="clip")
            made = str(new.data, "utf-16-le")
            if _SPECIAL not in made:
                if _MARKED not in made:
                    return made, []
                if made.count(_MARKED) * _DENSE <= len(made):
                    return self.walk(text, made, new)
        new = self.take(units, mode="clip")
        marks = self.look(self.hash(units), mode="clip").tobytes()
        splices = self.resolve(text, new, marks, notes)
        made = str(new.data, "utf-16-le")
        if _SPECIAL in made:
            return self.run_special(text, made, marks)
        return made, splices

    def walk(self, text: str, made: str, new: NDArray[np.uint16]) -> tuple[str, list[Splice]]:
        """Convert at the marked characters: most stand in no phrase."""
        assert self.quick is not None
        _, plain, markers, _ = self.quick
        view = memoryview(new)  # type: ignore[arg-type]
        chunks: list[tuple[int, int]] = []
        find = made.find
        i, upto = find(_MARKED), 0
        while i >= 0:
            view[i] = plain[text[i]]
            if i >= upto and (text[i : i + 2] in markers or text[i - 1 : i + 1] in markers):
                start, upto = self.around(text, i)
                chunks.append((start, upto))
            i = find(_MARKED, i + 1)
        splices: list[Splice] = []
        for start, end in chunks:
            fix = self.memo.get(text[start:end]) or self.fix(text[start:end])
            if isinstance(fix, str):
                splices.append((start, end, fix))
            else:
                for offset, unit in fix:
                    view[start + offset] = unit
        return str(new.data, "utf-16-le"), splices

    def around(self, text: str, i: int) -> tuple[int, int]:
        """The chunk that holds ``text[i]``: as far as the pairs lie inside phrases."""
        assert self.quick is not None
        inside, start, end = self.quick.inside, i, i + 1
        while start and text[start - 1 : start + 1] in inside:
            start -= 1
        while text[end - 1 : end + 1] in inside:
            end += 1
        return start, end

    def resolve(
        self,
        text: str,
        new: NDArray[np.uint16],
        marks: bytes,
        notes: list[Note] | None = None,  # for engines that have doubts
    ) -> list[Splice]:
        """Convert the chunks that hold a marker, each with the whole dictionary."""
        splices: list[Splice] = []
        find, rfind, get = marks.find, marks.rfind, self.memo.get
        i = find(_MARK)
        if i < 0:
            return splices
        view = memoryview(new)  # type: ignore[arg-type]
        last = len(marks)
        while i >= 0:
            start = rfind(_CLEAR, 0, i) + 1
            end = find(_CLEAR, i)
            if end < 0:
                end = last
            chunk = text[start : end + 1]
            fix = get(chunk)
            if fix is None:
                fix = self.fix(chunk)
            if isinstance(fix, tuple):
                for offset, unit in fix:
                    view[start + offset] = unit
            else:
                splices.append((start, end + 1, fix))
            i = find(_MARK, end)
        return splices

    def fix(self, chunk: str) -> Fix:
        """What a chunk becomes, where that is not what the character map gives."""
        fix = self.as_fix(chunk, self.slow(chunk))
        if len(chunk) <= _LONG:
            if len(self.memo) >= _MEMO:
                self.memo.clear()
            self.memo[chunk] = fix
        return fix

    def as_fix(self, chunk: str, made: str) -> Fix:
        """A converted chunk as what differs from the character map, where lengths allow."""
        if len(made) != len(chunk) or not self.is_plain(chunk) or max(made) > "\uffff":
            return made
        get = self.tables.map.get
        pairs = enumerate(zip(chunk, made, strict=True))
        return tuple((i, ord(b)) for i, (a, b) in pairs if b != get(a, a))

    def convert_span(self, text: str, start: int, end: int) -> str:
        """A chunk as text."""
        return self.slow(text[start:end])

    def is_plain(self, text: str) -> bool:
        """Whether the character map has every character of the text."""
        if len(text) > _LONG:
            return SPECIAL not in self.take(code_units(text), mode="clip")
        item = self.tables.chars.item
        return all(c <= "\uffff" and item(ord(c)) != SPECIAL for c in text)

    def run_special(self, text: str, made: str, marks: bytes) -> tuple[str, list[Splice]]:
        """Where characters are not simply mapped: chunks as wide as these ask, put in as text."""
        found = bytearray(marks)
        runs = sequences(text) if DESCRIPTION.search(text) else {}
        single: list[Splice] = []
        for i in _places(made, _SPECIAL):
            if i in runs or text[i] in self.tables.special:
                first, last = max(i - 1, 0), min(i + runs.get(i, 1), len(found))
                found[first:last] = _MARK * (last - first)
            single.append((i, i + 1, self.slow(text[i])))
        chunks = [(a, b, self.convert_span(text, a, b)) for a, b in _chunks(bytes(found))]
        splices = _outermost(chunks + single)
        same = [s for s in splices if len(s[2]) == s[1] - s[0]]
        return put_in(made, same), [s for s in splices if len(s[2]) != s[1] - s[0]]

    def slices(self, text: str) -> Iterator[str]:
        """A long text cut where no phrase can be."""
        if DESCRIPTION.search(text):
            yield text
            return
        at = 0
        while at < len(text):
            part = text[at : at + SLICE]
            if at + SLICE < len(text):
                part = part[: self.last_clear(part)]
            yield part
            at += len(part)

    def last_clear(self, part: str) -> int:
        """Where the last two characters stand that no phrase can hold together."""
        tail = part[-10_000:]
        found = bytearray(self.look(self.hash(code_units(tail)), mode="clip").tobytes())
        for i in range(len(found)):
            if tail[i] > "\uffff" or tail[i + 1] > "\uffff":
                found[i] = MARKER
        cut = found.rfind(_CLEAR)
        return len(part) - len(tail) + cut + 1 if cut >= 0 else len(part)


def _places(text: str, char: str) -> Iterator[int]:
    i = text.find(char)
    while i >= 0:
        yield i
        i = text.find(char, i + 1)


def _chunks(marks: bytes) -> Iterator[tuple[int, int]]:
    """Spans between clear pairs that hold a marker."""
    i = marks.find(_MARK)
    while i >= 0:
        end = marks.find(_CLEAR, i)
        end = end if end >= 0 else len(marks)
        yield marks.rfind(_CLEAR, 0, i) + 1, end + 1
        i = marks.find(_MARK, end)


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
