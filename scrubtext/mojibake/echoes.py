"""Garble too short to be sure of by itself, of the kind that the same text was repaired of elsewhere.

``foloseÈ™te`` alone may be anything. Below a line that says ``UrmaÈ›i aceÈ™ti paÈ™i`` it is what that was.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from scrubtext.edit import Edit, Note
from scrubtext.mojibake.brakes import code, discussed, explained, quoted, words_beside
from scrubtext.mojibake.looks import is_text, jumbled
from scrubtext.mojibake.pieces import Taken
from scrubtext.mojibake.propose import CYRILLIC, reason
from scrubtext.mojibake.shown import in_order, is_twin
from scrubtext.mojibake.views import DOUBLE, EAST, SINGLE, view

__all__ = ["with_echoes"]

LONGEST = 64  # characters of such a run; longer ones are told by themselves
SHOWN = 3  # characters: so much garble between quotation marks is shown, not said
LINE = 400  # characters of a line that is looked at as a whole
LONG = 5  # letters of a word that says of a whole line what it was
SPACES = 3  # between words of a sentence
LETTERS = 3  # of a word of an alphabet that was repaired elsewhere, to be known again
_RUN = re.compile("[^\0-\x7f]+")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile("[ß-öø-ÿāăąćċčďđēėęěğģīįıķļłńņňőœŕřśşšţťūůűųźżžșț]")
_CYRILLIC = re.compile("[\u0400-\u04ff№–—«»]+")
_EASTERN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")


@cache
def _mixups() -> dict[str, tuple[str, str]]:
    """What was written and read, by the reason."""
    wrote = ("utf-8", *EAST, *CYRILLIC)
    found = {reason(w, read): (w, read) for read in reversed(SINGLE) for w in wrote if w != read}
    return found | {reason("utf-8", read): ("utf-8", read) for read in DOUBLE}


def with_echoes(text: str, found: Sequence[Edit | Note]) -> list[Edit | Note]:
    """The findings, and what the mix-ups of the edits among them explain elsewhere in the text."""
    sure = [f for f in found if isinstance(f, Edit) and f.why in _mixups()]
    if not sure:
        return list(found)
    busy = Taken((f.start, f.end) for f in found if isinstance(f, Edit))
    more: list[Edit | Note] = []
    for why in {f.why for f in sure}:
        heard = _Heard(*_mixups()[why], [f.new for f in sure if f.why == why])
        for a, b, new in _runs(text, heard):
            if busy.free(a, b) and not _meant(text, a, b, new):
                busy.add(a, b)
                more.append(Edit(a, b, new, why))
    if not more:
        return list(found)
    rest = [f for f in found if isinstance(f, Edit) or busy.free(f.start, f.end)]
    return sorted([*rest, *more], key=lambda f: (f.start, isinstance(f, Note)))


class _Heard:
    """A mix-up that is proven, and what it was undone to: which runs are sure to be more of it."""

    def __init__(self, wrote: str, read: str, news: Sequence[str]) -> None:
        self.wrote, self.read = wrote, read
        said = "\n".join(news)
        self.chars = frozenset(c for c in said if c > "\x7f")
        self.blocks = frozenset(ord(c) >> 8 for c in self.chars)
        self.eastern = _EASTERN.search(said) is not None
        self.words = frozenset(_WORD.findall(said))
        self.said = said

    def undone(self, run: str, inside: bool) -> str:
        """What a run was, or nothing; ``inside`` a word nothing but a letter stands."""
        new = self._decoded(run)
        if inside and self.wrote == "utf-8" and self.read in SINGLE and _SMALL.fullmatch(new):
            return new
        return new if new and self._knows(new) else ""

    def _decoded(self, run: str) -> str:
        try:
            new = view(run, self.read).data.decode(self.wrote)
        except UnicodeDecodeError:
            return ""
        return new if "\0" not in new and is_text(new) else ""

    def _knows(self, new: str) -> bool:
        if self.read in DOUBLE:  # other honest words read so, too: ``猫`` is è
            near = all("\u0370" < c < "\u0800" and ord(c) >> 8 in self.blocks for c in new)
            return near and len(new) >= LETTERS
        if self.wrote == "utf-8":
            return all(c in self.chars or (self.eastern and _EASTERN.match(c)) for c in new)
        if self.wrote in EAST:
            return new in self.said and _EASTERN.fullmatch(new) is not None
        return len(new) >= LETTERS and new in self.words

    def words_of(self, line: str) -> list[tuple[int, int, str]]:
        """The runs of a line of an alphabet, where one of them is a long word known from elsewhere."""
        runs = [(m.start(), m.end(), self._decoded(m.group())) for m in _RUN.finditer(line)]
        news = [new for _, _, new in runs]
        if not any(len(new) >= LONG and new in self.words for new in news):
            return []
        return runs if all(_CYRILLIC.fullmatch(new) and not jumbled(new) for new in news) else []


def _runs(text: str, heard: _Heard) -> Iterator[tuple[int, int, str]]:
    """Runs of the text, and what they were."""
    if heard.wrote in CYRILLIC:
        for at, line in _lines(text):
            yield from ((at + a, at + b, new) for a, b, new in heard.words_of(line))
        return
    seen: dict[tuple[str, bool], str] = {}
    for m in _RUN.finditer(text):
        run = m.group()
        if len(run) > LONGEST or (heard.wrote == "utf-8" and len(run) < 2):
            continue
        key = run, text[m.start() - 1 : m.start()].isalpha() and text[m.end() : m.end() + 1].isalpha()
        if key not in seen:
            seen[key] = heard.undone(*key)
        if seen[key] and _fits(text, m.start(), m.end(), seen[key]):
            yield m.start(), m.end(), seen[key]


def _fits(text: str, start: int, end: int, new: str) -> bool:
    """Whether a Latin letter has letters of its case beside it; ``AMANHÃ»`` is honest beside any garble."""
    if len(new) > 1 or not new.isalpha() or new > "\u024f" or new == "ƒ":  # no letter: CP932 leads with it
        return True
    before, after = text[start - 1 : start], text[end : end + 1]
    if not (before + after).strip() and unicodedata.category(text[end - 1])[0] not in "PZC":
        return True  # a word of one letter, whose second byte shows as no mark of a sentence
    if new.islower():
        return (before + after).islower()
    return after.isalpha() and not before.islower()


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Lines that are not pure ASCII nor long, and where they start."""
    at = 0
    for line in text.split("\n"):
        if len(line) <= LINE and not line.isascii():
            yield at, line
        at += len(line) + 1


def _meant(text: str, start: int, end: int, new: str) -> bool:
    """Whether the garble is shown: alone between marks, in code, in a table, beside what it stands for."""
    if (end - start <= SHOWN and quoted(text, start, end)) or in_order(text[start:end]):
        return True
    if explained(text) and (discussed(text, start, end) or _is_sign(text, start, end)):
        return True
    first = max(text.rfind("\n", max(0, start - LINE), start) + 1, start - LINE, 0)
    stop = text.find("\n", end, end + LINE)
    stop = stop if stop >= 0 else min(len(text), end + LINE)
    left, right = text[first:start], text[end:stop]
    fixed, span = left + new + right, (len(left), len(left) + len(new))
    return bool(words_beside(f"{left}\0{right}", fixed, [span])) or is_twin(text, first, stop, fixed)


def _is_sign(text: str, start: int, end: int) -> bool:
    """Whether code shows it by itself; a sentence in code is as garbled as those outside it."""
    first, stop = text.rfind("`", max(0, start - LINE), start) + 1, text.find("`", end, end + LINE)
    return code(text, start, end) and not (first and stop > 0 and text.count(" ", first, stop) >= SPACES)
