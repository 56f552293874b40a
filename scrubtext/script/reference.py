"""OpenCC's conversion as it is defined: greedy, longest key first, one place after another.

The fast engine asks it about the few places where a phrase may matter; tests compare both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from scrubtext.script.dictionaries import Plan, Stage, plan

__all__ = ["DESCRIPTION", "Greedy", "reference", "reference_of", "sequences"]

DESCRIPTION = re.compile("[\u2ff0-\u2fff\u31ef]")
"""Ideographic description characters: a sequence they begin is converted as little as a letter."""

_ARITY = {"\u2ff2": 3, "\u2ff3": 3, "\u2ffe": 1, "\u2fff": 1}


def sequences(text: str) -> dict[int, int]:
    """Where complete ideographic description sequences begin, and how long they are.

    From right to left, so that the work is linear however they nest.
    """
    length: dict[int, int] = {}
    for m in reversed(list(DESCRIPTION.finditer(text))):
        i = m.start()
        end = i + 1
        for _ in range(_ARITY.get(text[i], 2)):
            if end >= len(text) or (DESCRIPTION.match(text[end]) and end not in length):
                break
            end += length.get(end, 1)
        else:
            length[i] = end - i
    return length


class Greedy:
    """One stage: at each place the longest key of the first dictionary that has one."""

    def __init__(self, stage: Stage) -> None:
        self.layers = tuple((d, min(map(len, d)), max(map(len, d))) for d in stage if d)

    def match(self, text: str, i: int) -> tuple[int, str]:
        """Length and value of the key at ``text[i]``; length 0 without one."""
        rest = len(text) - i
        for layer, shortest, longest in self.layers:
            for size in range(min(rest, longest), shortest - 1, -1):
                value = layer.get(text[i : i + size])
                if value is not None:
                    return size, value
        return 0, ""

    def matches(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Start, end and value of the keys in ``text``, from left to right."""
        skip = sequences(text) if DESCRIPTION.search(text) else {}
        i = 0
        while i < len(text):
            size, value = self.match(text, i)
            if size:
                yield i, i + size, value
                i += size
            else:
                i += skip.get(i, 1)

    def pieces(self, text: str) -> Iterator[str]:
        """The text cut along the keys."""
        at = 0
        for start, end, _ in self.matches(text):
            if start > at:
                yield text[at:start]
            yield text[start:end]
            at = end
        if at < len(text):
            yield text[at:]

    def convert(self, text: str) -> str:
        """Every key replaced by its value: ``matches`` again, without its steps."""
        if DESCRIPTION.search(text):
            return self.convert_runs(text)
        out: list[str] = []
        i, n = 0, len(text)
        while i < n:
            for layer, shortest, longest in self.layers:
                size = longest if longest < n - i else n - i
                while size >= shortest:
                    value = layer.get(text[i : i + size])
                    if value is not None:
                        break
                    size -= 1
                else:
                    continue
                out.append(value)
                i += size
                break
            else:
                out.append(text[i])
                i += 1
        return "".join(out)

    def convert_runs(self, text: str) -> str:
        """The same where description sequences are to be left."""
        out: list[str] = []
        at = 0
        for start, end, value in self.matches(text):
            out += text[at:start], value
            at = end
        out.append(text[at:])
        return "".join(out)


@cache
def reference(name: str) -> Callable[[str], str]:
    """The conversion of an OpenCC configuration, one place after another.

    >>> reference("s2t")("皇后在后面")
    '皇后在後面'
    """
    return reference_of(plan(name))


def reference_of(config: Plan) -> Callable[[str], str]:
    """The same for a configuration at hand."""
    normal = Greedy((config.normal,))
    cut = Greedy(config.segment) if config.segment and not _is_whole(config) else None
    stages = [Greedy(stage) for stage in config.stages]

    def convert(text: str) -> str:
        if not config.normal.keys().isdisjoint(text):
            text = normal.convert(text)
        out: list[str] = []
        for piece in cut.pieces(text) if cut else (text,):
            for stage in stages:
                piece = stage.convert(piece)
            out.append(piece)
        return "".join(out)

    return convert


def _is_whole(config: Plan) -> bool:
    """Whether cutting first changes nothing: one stage, whose phrases are what the text is cut along."""
    first, *others = config.stages[0]
    same = config.segment is not None and len(config.segment) == 1 and config.segment[0] is first
    return same and len(config.stages) == 1 and all(max(map(len, d)) == 1 for d in others if d)
