"""Taiwan writes the particle 着 as 著, and OpenCC's standard does not: 意味著 stays so under ``t2s``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from scrubtext.script.engine import Engine, Splice, engine
from scrubtext.script.words import LONGEST, costs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from scrubtext.edit import Note

__all__ = ["Particle", "particle"]

_BOOK, _PARTICLE = "著", "着"
_WRITTEN = "有书述者称作録录《〈"  # after the verb to write: 著有, 著《…》


class Particle(Engine):
    """An engine to Simplified that also writes 着 where a word list or the place asks for it."""

    def __init__(self, name: str) -> None:
        self.__dict__.update(engine(name).__dict__)

    def run_units(
        self, text: str, units: NDArray[np.uint16], notes: list[Note] | None = None
    ) -> tuple[str, list[Splice]]:
        """As the plain engine; then the characters 著 one by one."""
        made, splices = super().run_units(text, units, notes)
        if _BOOK not in made:
            return made, splices
        out = list(made)
        i = made.find(_BOOK)
        while i >= 0:
            if _is_particle(made, i):
                out[i] = _PARTICLE
            i = made.find(_BOOK, i + 1)
        return "".join(out), splices


def _is_particle(text: str, i: int) -> bool:
    """A word with 着, or after an ideograph where no word with 著 stands."""
    if _in_word(text, i, _BOOK):
        return False
    after_han = i > 0 and "\u3400" <= text[i - 1] <= "\u9fff"
    return _in_word(text, i, _PARTICLE) or (after_han and text[i + 1 : i + 2] not in _WRITTEN)


def _in_word(text: str, i: int, char: str) -> bool:
    cost = costs()
    lo = max(0, i - LONGEST + 1)
    near = text[lo:i] + char + text[i + 1 : i + LONGEST]
    at = i - lo
    return any(
        near[a:b] in cost
        for a in range(at + 1)
        for b in range(at + 1, min(a + LONGEST, len(near)) + 1)
        if b - a > 1
    )


@cache
def particle(name: str) -> Particle:
    """The engine of a configuration from Traditional to Simplified."""
    return Particle(name)
