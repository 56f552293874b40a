"""What ``decode`` gives back: text, encoding, runs, rivals and losses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Candidate", "Decoded", "Run", "Segment"]


class Run(NamedTuple):
    """A run of bytes to be read in one encoding; ``skip`` bytes at its head are a mark, not text.

    ``text`` is what they read as, where that is known already.
    """

    start: int
    end: int
    encoding: str
    skip: int = 0
    text: str | None = None


class Segment(NamedTuple):
    """A run of bytes in one encoding and the characters it became.

    ``bad`` are the offsets of bytes that could not be read; each stands as U+FFFD in the text.
    """

    byte_start: int
    byte_end: int
    start: int
    end: int
    encoding: str
    bad: tuple[int, ...] = ()


class Candidate(NamedTuple):
    """One reading: its encoding, how likely it is (0 to 1), and how its beginning looks."""

    encoding: str
    confidence: float
    sample: str


@dataclass(frozen=True, slots=True)
class Decoded:
    r"""Text made from bytes, with an account of how.

    ``encoding`` is a name Python knows (``euc_tw`` excepted): the one most of the text is in;
    ``segments`` tile the bytes and the text from left to right. ``candidates`` are the readings that
    were weighed, the best first. ``ambiguous`` says that another reading is about as good: look, or
    give ``declared`` or ``lang``. ``bad_bytes`` counts bytes that could not be read.

    >>> from scrubtext import decode
    >>> made = decode("第一行\n".encode() + "第二行是国标码\n".encode("gbk"))
    >>> [(s.encoding, s.byte_start, s.byte_end) for s in made.segments]
    [('utf-8', 0, 10), ('gb18030', 10, 25)]
    """

    text: str
    encoding: str
    segments: tuple[Segment, ...]
    candidates: tuple[Candidate, ...] = ()
    ambiguous: bool = False
    bad_bytes: int = 0

    @property
    def bad_offsets(self) -> tuple[int, ...]:
        """Offsets of the bytes that could not be read."""
        return tuple(offset for segment in self.segments for offset in segment.bad)

    @property
    def mixed(self) -> bool:
        """Whether the bytes hold runs of more than one encoding."""
        return len({segment.encoding for segment in self.segments} - {"ascii"}) > 1

    @property
    def confidence(self) -> float:
        """How likely the best reading is, 0 to 1."""
        return self.candidates[0].confidence if self.candidates else 1.0
