"""The filled lines of one document, and what stands beside them."""

from __future__ import annotations

import re

from scrubtext.doc import Doc, lazy
from scrubtext.furniture.shapes import is_prose, units
from scrubtext.furniture.word_lists import topic_words

__all__ = ["Page", "is_command", "is_told"]

Span = tuple[int, int]
_CODE = re.compile(r"[;{}]\s*$|^\s*(?:import|def|#include|<\w+)\b|\w\([^()]{0,80}\)")
_COMMAND = re.compile(
    r"[;{}$|<>\\=]|\w\(|\s--?\w|\w/|\w\.[a-z]{1,4}\b|^(?:\s{2,}\S|[$>#]\s?\w|(?:sudo|pip|npm|git|cd|ls|echo|docker|curl"
    r"|print|select|from|for|if|let|var|const|return|apt|make|ssh|brew|yarn|go|cargo)\s)", re.I
)  # fmt: skip



def _bare(line: str) -> str:
    """A line without the empty element that stands behind its last sentence."""
    return _ELEMENT.sub("", line) if line[-1:] == ">" and "></" in line[-MAX_ELEMENT:] else line


MAX_ELEMENT = 80
"""Characters of such an element."""
_ELEMENT = re.compile(r"(?<=[。！？.!?”」])\s?<[a-z]{1,12}(?: [^<>\n]{1,60})?></[a-z]{1,12}>$")


def is_told(line: str) -> bool:
    """Whether a line is a sentence, a short one too: what may stand above and below a stand-in.

    >>> is_told("Noyes was out by three."), is_told("Step 3."), is_told("The old mill")
    (True, False, False)
    """
    if is_prose(line):
        return True
    bare = line.strip().rstrip("”’\"'」』“")
    return units(bare) >= MIN_TOLD and bare[-1] in ".!?。！？" and not bare[:1].islower()


def is_command(line: str) -> bool:
    """Whether a line is one of a program or of a shell: signs of code, and no end of a sentence.

    >>> is_command("sort -k1 diary.tsv | head"), is_command("He left (and came back).")
    (True, False)
    """
    return line.isascii() and line.rstrip()[-1:] not in ".!?," and _COMMAND.search(line) is not None


MIN_TOLD = 6
"""Units of a short sentence."""


class Page:
    """One document on its way through a filter that looks at lines between paragraphs."""

    def __init__(self, doc: Doc, min_prose: float) -> None:
        self.doc, self.text, self.min_prose = doc, doc.text, min_prose

    @lazy
    def filled(self) -> list[Span]:
        """The lines that are not blank and not inside a code fence."""
        text, fenced, out = self.text, False, []
        if "```" not in text and "~~~" not in text:
            return [(a, b) for a, b in self.doc.lines if a < b and not text[a:b].isspace()]
        for a, b in self.doc.lines:
            if text.startswith("```", a) or text.startswith("~~~", a):
                fenced = not fenced
            elif not fenced and text[a:b].strip():
                out.append((a, b))
        return out

    @lazy
    def folded(self) -> str:
        """The text in lower case, for counting a word in it."""
        return self.text.casefold()

    @lazy
    def _times(self) -> dict[str, int]:
        return {}

    def times(self, key: str) -> int:
        """How often a word, in lower case, stands in the text; counted once."""
        if key not in self._times:
            self._times[key] = self.folded.count(key)
        return self._times[key]

    @lazy
    def tells_of_buttons(self) -> bool:
        """Whether the text speaks of a button: then one may be shown."""
        if self._tells_of("button"):
            return True
        return self._tells_of("fastener") and self._tells_of("pressed")  # else one of a coat

    def _tells_of(self, topic: str) -> bool:
        return any(word in self.folded for word in topic_words(topic))

    @lazy
    def prose(self) -> list[bool]:
        """Which of the filled lines are sentences."""
        return [is_prose(_bare(self.text[a : min(b, a + 2000)])) for a, b in self.filled]

    @lazy
    def sizes(self) -> list[tuple[float, float]]:
        """Units in sentences, and units in all, of each filled line."""
        lines = [_bare(self.text[a:b].strip()) for a, b in self.filled]
        sizes = map(units, lines)
        return [(size * is_prose(line, size), size) for line, size in zip(lines, sizes, strict=True)]

    @lazy
    def is_prose(self) -> bool:
        """Whether the text is told in sentences: menus, lists and verse are not."""
        told, total = map(sum, zip(*self.sizes, strict=True)) if self.sizes else (0.0, 0.0)
        return told >= 20 and told >= self.min_prose * total

    @lazy
    def is_article(self) -> bool:
        """Whether it is told in paragraphs throughout, with no headings but a title: a button is none."""
        told, total = map(sum, zip(*self.sizes, strict=True)) if self.sizes else (0.0, 0.0)
        if told < 0.8 * total or sum(prose := self.prose) < 3:
            return False
        inner = prose[prose.index(True) : len(prose) - prose[::-1].index(True)]
        return inner.count(False) <= 1 + len(inner) // 8

    def told_but(self, gone: set[Span], strictly: bool = False) -> bool:
        """Whether the text without some lines is told in paragraphs, with no headings but a title.

        One line in eight may be none; ``strictly`` none at all.
        """
        kept = [i for i, span in enumerate(self.filled) if span not in gone]
        told, total = (sum(self.sizes[i][k] for i in kept) for k in (0, 1))
        if told < 0.8 * total or sum(prose := [self.prose[i] for i in kept]) < 2:
            return False
        inner = prose[prose.index(True) : len(prose) - prose[::-1].index(True)]
        return inner.count(False) <= (0 if strictly else len(inner) // 8)

    def amid_prose(self, i: int) -> bool:
        """Whether a sentence stands above and one below line ``i`` of ``filled``."""
        return 0 < i < len(self.filled) - 1 and self.prose[i - 1] and self.prose[i + 1]

    def amid_or_below(self, i: int) -> bool:
        """Whether line ``i`` stands between two sentences, or is the last and no sentence itself."""
        last = i == len(self.filled) - 1 and self.text[self.filled[i][1] - 1] not in ".。!！?？"
        return self.amid_prose(i) or (last and self.between_prose(i))

    def _near(self, i: int) -> list[str]:
        spans = [self.filled[k] for k in (i - 1, i + 1) if 0 <= k < len(self.filled)]
        return [self.text[a : min(b, a + 2000)] for a, b in spans]

    def between_prose(self, i: int, reach: int = 1) -> bool:
        """Whether a sentence stands among the ``reach`` lines above or below line ``i`` of ``filled``."""
        return any(self.prose[max(0, i - reach) : i]) or any(self.prose[i + 1 : i + 1 + reach])

    def beside_code(self, i: int) -> bool:
        """Whether code stands above or below line ``i`` of ``filled``."""
        return any(_CODE.search(line[:400]) or is_command(line[:400]) for line in self._near(i))
