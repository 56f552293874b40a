"""How lines begin that may be one of a list: two characters tell, before anything is cut or folded."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Begins"]

_BLANK = "".join(c for c in map(chr, range(0x3001)) if c.isspace())


class Begins:
    r"""The beginnings of lines that may be one of some words in lower case, behind dress or without.

    >>> text, begins = "READ\n【x\n【+\nRain", Begins(["read more", "+"], "【*")
    >>> begins.near(text, [(0, 4), (5, 7), (8, 10), (11, 15)])
    ['READ', '+']
    """

    def __init__(self, words: Iterable[str], dress: str) -> None:
        """``dress`` is what may stand in front of a word, as white space may."""
        listed = list(words)
        self._dress = dress + _BLANK
        self._dressed = frozenset(self._dress)
        self._ones = frozenset(c for word in listed if len(word) == 1 for c in _cases(word))
        twos = [(_cases(word[0]), _cases(word[1])) for word in listed if len(word) > 1]
        self._twos = frozenset(a + b for first, second in twos for a in first for b in second)

    def near(self, text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
        """The lines that begin like one of the words, without what stands in front of it."""
        dressed, ones, twos, found = self._dressed, self._ones, self._twos, []
        for a, b in spans:
            if text[a : a + 2] in twos or text[a] in ones:
                found.append(text[a:b])
            elif text[a] in dressed:
                line = text[a:b].lstrip(self._dress)
                if line[:2] in twos or line[:1] in ones:
                    found.append(line)
        return found


def _cases(sign: str) -> set[str]:
    """A character in lower case as it may be written: in capitals too, a wide bracket narrow."""
    return {sign, sign.upper(), sign.title(), "(" if sign == "（" else sign, ")" if sign == "）" else sign}
