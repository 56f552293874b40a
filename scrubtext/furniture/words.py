"""Lines cut into words, the quick way where they are ASCII."""

from __future__ import annotations

import re

__all__ = ["has_number", "letters_of", "words_of"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|©|\(c\)", re.I)


_NUMBER = re.compile(r"\d")


def has_number(line: str) -> bool:
    """Whether a digit stands in a line.

    >>> has_number("Page 2"), has_number("Page two")
    (True, False)
    """
    return _NUMBER.search(line) is not None


def _blanked(kept: str) -> str:
    """A table for ``str.translate``: letters and ``kept`` stay, all other ASCII becomes a space."""
    return "".join(chr(c) if chr(c).isalpha() or chr(c) in kept else " " for c in range(128))


_FOR_WORDS, _FOR_LETTERS = _blanked("0123456789'"), _blanked("'-")


def words_of(line: str) -> list[str]:
    """The words of a line, numbers among them; an apostrophe joins two.

    >>> words_of("It's 'the' 3rd_note."), words_of("Größe: 3")
    (["It's", 'the', '3rd', 'note'], ['Größe', '3'])
    """
    if not line.isascii():
        return _WORD.findall(line)
    words = line.translate(_FOR_WORDS).split()
    return words if "'" not in line else _joined(words, _WORD)


def letters_of(low: str) -> list[str]:
    """The words of a line without numbers; apostrophes and hyphens join them, © is one.

    >>> letters_of("e-mail us, don't -- 4you"), letters_of("© uns")
    (['e-mail', 'us', "don't", 'you'], ['©', 'uns'])
    """
    if not low.isascii() or "(c)" in low or "(C)" in low:
        return _LETTERS.findall(low)
    words = low.translate(_FOR_LETTERS).split()
    return words if "'" not in low and "-" not in low else _joined(words, _LETTERS)


def _joined(words: list[str], form: re.Pattern[str]) -> list[str]:
    """The words, those with a joining sign looked at once more."""
    return [
        part
        for word in words
        for part in ((word,) if word.isalnum() else form.findall(word))
    ]
